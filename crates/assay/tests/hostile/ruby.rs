//! Hostile Ruby.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE, WA};

use crate::row::{Row, row};

/// Answers the challenge, then does `more`.
fn then(more: &str) -> String {
    format!("puts gets\n$stdout.flush\n{more}\n")
}

/// Answers the challenge if `attempt` raises one of `errors`, and says what happened otherwise.
fn only_if_refused(errors: &str, attempt: &str) -> String {
    format!("answer = gets\nbegin\n{attempt}\nputs 'it worked'\nrescue {errors}\nputs answer\nend\n")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = time();
    rows.extend(memory());
    rows.extend(depth());
    rows.extend(escapes());
    rows.extend(tricks());
    rows.extend(ends());
    rows.extend(sources());
    rows
}

fn time() -> Vec<Row> {
    vec![
        row("endless_loop.rb", TLE, "used its", then("loop {}")),
        row("rescues_for_ever.rb", TLE, "used its", "begin\nloop {}\nrescue Exception\nretry\nensure\nloop {}\nend"),
        row("endless_clock.rb", TLE, "used its", "loop { Time.now }"),
        row("endless_regexp.rb", TLE, "used its", "('a' * 40 + 'b') =~ /^(a|a|aa)+\\1$/"),
        row("endless_power.rb", TLE, "used its", "puts 10 ** 10 ** 8"),
        row("endless_eval.rb", TLE, "used its", "loop { eval('1 + 1') }"),
        row("reads_forever.rb", TLE, "used its", "loop { $stdin.read(1) }"),
        row("dropped_symbols.rb", TLE, "used its", "(0..).each { |i| \"s#{i}\".to_sym }"),
        row("collects_garbage.rb", TLE, "used its", "loop { GC.start }"),
        row("collects_all_the_time.rb", TLE, "used its", "GC.stress = true\n1000.times { 'a' + 'b' }\nputs gets"),
        row("aliases_in_yaml.rb", TLE, "used its", aliases()),
        row("sleeps_a_day.rb", AC, "", then("sleep 86_400")),
        row("waits_a_day_for_input.rb", AC, "", "IO.select([$stdin], nil, nil, 86_400)\nputs gets"),
        row("traces_for_ever.rb", TLE, "used its", "TracePoint.new(:line) { loop {} }.enable\nputs gets"),
    ]
}

/// A text of a thousand bytes that stands for very many.
fn aliases() -> String {
    let line = |name: char, before: char| format!("{name}: &{name} [{}]\\n", vec![format!("*{before}"); 9].join(","));
    let lines: String = ('b'..='m').zip('a'..).map(|(name, before)| line(name, before)).collect();
    format!("require 'yaml'\nputs YAML.load(\"a: &a [x]\\n{lines}\", aliases: true).to_s.size\n")
}

fn memory() -> Vec<Row> {
    let keeps = |what: &str| format!("all = []\n(0..).each {{ |i| {what} }}");
    vec![
        row("array_bomb.rb", MLE, "asked for", "x = [0]\nloop { x += x }"),
        row("text_bomb.rb", MLE, "asked for", "s = +'x'\nloop { s << s }"),
        row("one_text.rb", MLE, "asked for", "puts ('x' * (1 << 30)).size"),
        row("format_bomb.rb", MLE, "asked for", "puts format('%1000000000d', 1)"),
        row("pack_bomb.rb", MLE, "asked for", "puts [1].pack('x1000000000').size"),
        row("fiber_flood.rb", MLE, "asked for", keeps("f = Fiber.new { Fiber.yield i }; f.resume; all << f")),
        row("enumerator_flood.rb", MLE, "asked for", keeps("e = [1, 2].each; e.next; all << e")),
        row("no_collector.rb", MLE, "asked for", "GC.disable\nloop { 'x' * 10_000 }"),
        row("stdout_flood.rb", OLE, "64 KiB", "loop { puts 'x' * 1000 }"),
        row("stdout_flood_by_call.rb", OLE, "64 KiB", "loop { $stdout.syswrite('x' * 100) }"),
        row("stdout_one_byte_over.rb", OLE, "64 KiB", "print 'x' * 65_537"),
        row("stderr_flood.rb", AC, "", then("300.times { $stderr.write('x' * 1000) }")),
    ]
}

fn depth() -> Vec<Row> {
    let nested = |after: &str| format!("a = []\n100_000.times {{ a = [a] }}\n{after}");
    vec![
        row("recursion.rb", RTE, "SystemStackError", "def f = f() + 1\nf"),
        row("recursion_rescued.rb", AC, "", "def f = f()\nbegin\nf\nrescue SystemStackError\nputs gets\nend"),
        row("recursion_in_c.rb", RTE, "", "def f(n) = [2, 1].sort_by { |x| f(n + 1) + x }.first\nf(0)"),
        row("recursion_in_eval.rb", RTE, "", "s = 'eval s'\neval s"),
        row("recursion_in_inspect.rb", RTE, "", nested("a.inspect")),
        row("recursion_in_marshal.rb", RTE, "call stack exhausted", nested("Marshal.dump(a)")),
        row(
            "recursion_in_load.rb",
            RTE,
            "call stack exhausted",
            "Marshal.load(\"\\x04\\x08\" + \"[\\x06\" * 100_000 + '0')",
        ),
        row("recursion_in_json.rb", RTE, "nesting of 101 is too deep", "require 'json'\nJSON.parse('[' * 100_000)"),
        row(
            "recursion_in_deep_json.rb",
            RTE,
            "call stack exhausted",
            "require 'json'\nJSON.parse('[' * 100_000 + ']' * 100_000, max_nesting: 0)",
        ),
        row("recursion_in_regexp.rb", RTE, "", "Regexp.new('(' * 100_000 + ')' * 100_000)"),
    ]
}

fn escapes() -> Vec<Row> {
    let system = |attempt: &str| only_if_refused("SystemCallError", attempt);
    let process = |attempt: &str| only_if_refused("NotImplementedError, SystemCallError", attempt);
    let library = |attempt: &str| only_if_refused("LoadError", attempt);
    vec![
        row("opens_passwd.rb", AC, "", system("File.read('/etc/passwd')")),
        row("opens_parent.rb", AC, "", system("File.read('../../../../../etc/hostname')")),
        row("opens_own_memory.rb", AC, "", system("File.open('/proc/self/mem')")),
        row(
            "reads_in_a_template.rb",
            AC,
            "",
            system("require 'erb'\nERB.new('<%= File.read(%q(/etc/passwd)) %>').result"),
        ),
        row("writes_a_file.rb", AC, "", system("File.write('made', 'x')")),
        row("writes_below_tmp.rb", AC, "", system("File.write('/tmp/made', 'x')")),
        row("makes_a_folder.rb", AC, "", system("Dir.mkdir('/made')")),
        row("removes_itself.rb", AC, "", system("File.delete(__FILE__)")),
        row("looks_for_passwd.rb", AC, "", then("print Dir['/**/passwd'].join")),
        row("forks.rb", AC, "", process("loop { fork }")),
        row("runs_a_shell.rb", AC, "", process("`id`")),
        row("spawns.rb", AC, "", process("spawn('id')")),
        row("replaces_itself.rb", AC, "", process("exec('/bin/sh')")),
        row("calls_the_kernel.rb", AC, "", process("syscall(1)")),
        row("starts_a_thread.rb", AC, "", process("Thread.new {}")),
        row("starts_a_ractor.rb", AC, "", process("Ractor.new {}")),
        row("kills_itself.rb", AC, "", then("Process.kill(:KILL, Process.pid)")),
        row("requires_sockets.rb", AC, "", library("require 'socket'")),
        row("requires_http.rb", AC, "", library("require 'net/http'")),
        row("requires_pointers.rb", AC, "", library("require 'fiddle'")),
        row("requires_passwd.rb", AC, "", library("require '/etc/passwd'")),
        row("loads_passwd.rb", AC, "", library("load '/etc/passwd'")),
        row("reaches_for_javascript.rb", RTE, "NameError", "require 'js'\nJS.eval('1')"),
        row("reads_the_environment.rb", AC, "", then("print ENV.to_h.keys.join, ARGV.join")),
    ]
}

fn tricks() -> Vec<Row> {
    let marshal = "[\"\", \"\\x04\\x08\", \"\\x04\\x08u:\\x08foo\", \"\\x04\\x08@\\x06\", \
                   \"\\x04\\x08l+\\x04\\xff\\xff\\xff\\x7f\", \
                   \"\\x04\\x08I\\\"\\x04\\xff\\xff\\xff\\x7f\"].each do |bad|\nMarshal.load(bad.b)\n\
                   rescue TypeError, ArgumentError, \
                   NameError, EOFError\nend\nputs gets";
    let core = "class Integer\ndef +(other) = 7\ndef ==(other) = true\ndef to_s = 'x'\nend\n\
                class String\ndef ==(other) = true\n\
                def hash = 1\nend\nclass Array\ndef each = self\nend\n\
                class NilClass\ndef method_missing(*) = self\nend\nputs gets";
    let objects = "ObjectSpace.each_object(String) { |s| s.clear unless s.frozen? }\n\
                   ObjectSpace.each_object { |o| o.instance_variables }\nputs gets";
    let random = "digits = [rand(10), Random.new_seed % 10, Object.new.object_id % 8]\n\
                  raise unless digits.all?(Integer)\nputs gets";
    vec![
        row("loads_garbage.rb", AC, "", marshal),
        row(
            "claims_a_large_array.rb",
            RTE,
            "ArgumentError",
            "Marshal.load(\"\\x04\\x08[\\x04\\xff\\xff\\xff\\x3f\".b)",
        ),
        row(
            "runs_garbage.rb",
            AC,
            "",
            only_if_refused("StandardError", "RubyVM::InstructionSequence.load_from_binary('YARB' * 9)"),
        ),
        row("clears_all_texts.rb", AC, "", objects),
        row("changes_core_classes.rb", AC, "", core),
        row("freezes_all_classes.rb", AC, "", "ObjectSpace.each_object(Module, &:freeze)\nputs gets"),
        row(
            "removes_all_constants.rb",
            RTE,
            "",
            "Object.constants.each { |c| Object.send(:remove_const, c) }\nputs gets",
        ),
        row(
            "empties_all_methods.rb",
            WA,
            "no output",
            "ObjectSpace.each_object(Class) { |c| c.class_eval { define_method(:puts) { |*| } } rescue nil }\n\
             puts gets",
        ),
        row(
            "replaces_kernel.rb",
            TLE,
            "used its",
            "module Kernel\ndef puts(*) = loop {}\ndef raise(*) = nil\nend\nputs gets",
        ),
        row(
            "replaces_stdout.rb",
            AC,
            "",
            "out = Object.new\ndef out.write(*) = 0\n$stdout = out\nputs 'no'\nSTDOUT.puts gets",
        ),
        row("replaces_stdout_by_a_number.rb", RTE, "TypeError", "$stdout = 7\nputs gets"),
        row("closes_stdout.rb", RTE, "IOError", "$stdout.close\nputs gets"),
        row("many_methods_made.rb", AC, "", "10_000.times { |i| Object.class_eval(\"def a#{i} = 1\") }\nputs gets"),
        row("uses_randomness.rb", AC, "", random),
        row(
            "prints_markup.rb",
            WA,
            "expected \"ping\"",
            "puts \"<script>alert(1)</script>\\e[31m\\e]0;x\\a<img src=x onerror=y>]]>\\u202e\"",
        ),
        row("prints_bytes.rb", WA, "expected \"ping\"", "$stdout.write((0..255).map(&:chr).join.b)"),
    ]
}

fn ends() -> Vec<Row> {
    let error = |body: &str| format!("class E < StandardError\n{body}\nend\nraise E");
    vec![
        row("exits_at_once.rb", RTE, "exit code 3", then("at_exit { puts 'late' }\nexit! 3")),
        row("exits_in_a_farewell.rb", RTE, "exit code 4", then("at_exit { exit 4 }")),
        row("endless_farewell.rb", TLE, "used its", then("at_exit { loop {} }")),
        row("endless_farewells.rb", TLE, "used its", then("def again = at_exit { again }\nagain")),
        row(
            "sets_traps.rb",
            AC,
            "",
            then("begin\ntrap('TERM') {}\ntrap('EXIT') { loop {} }\nrescue ArgumentError\nend"),
        ),
        row("throws_to_nobody.rb", RTE, "UncaughtThrowError", then("throw :nowhere")),
        row("waits_for_nobody.rb", RTE, "Deadlock", then("Queue.new.pop")),
        row("locks_twice.rb", RTE, "deadlock", then("m = Mutex.new\nm.lock\nm.lock")),
        row("a_long_message.rb", RTE, "exit code 1", error("def message = 'x' * 10_000_000")),
        row("a_message_that_is_none.rb", RTE, "exit code 1", error("def message = nil\ndef full_message(*) = 7")),
        row(
            "a_message_that_raises.rb",
            RTE,
            "while it was printed",
            error("def message = raise(E)\ndef detailed_message(*) = raise(E)"),
        ),
        row("a_message_without_end.rb", TLE, "used its", error("def message = loop {}")),
        row("a_message_of_markup.rb", RTE, "<script>", "raise \"\\xff\\xfe\\e[31m<script>\""),
    ]
}

fn sources() -> Vec<Row> {
    let nested = |open: &str, close: &str| format!("x = {}1{}\n", open.repeat(3000), close.repeat(3000));
    vec![
        row("not_ruby.rb", CE, "not_ruby.rb:2", "#!/bin/sh\nid; (\n"),
        row("not_text.rb", CE, "invalid byte sequence", [0xff, 0xfe, 0, 1].repeat(50)),
        row("an_unknown_encoding.rb", CE, "unknown or invalid encoding", "# encoding: nonsense\nputs gets\n"),
        row("runs_before_all.rb", TLE, "used its", "BEGIN { loop {} }\nputs gets\n"),
        row("ends_with_garbage.rb", CE, "invalid byte sequence", b"puts gets\n__END__\n\xff\xfe\0".to_vec()),
        row("nested_deeply.rb", CE, "", nested("(", ")")),
        row("nested_arrays.rb", CE, "", nested("[", "]")),
        row("very_many_operands.rb", CE, "", format!("x = {}1\n", "1+".repeat(100_000))),
        row("a_long_number.rb", AC, "", format!("x = {}\nputs gets\n", "9".repeat(50_000))),
        row("a_long_text.rb", AC, "", format!("x = '{}'\nputs gets\n", "y".repeat(900_000))),
    ]
}
