//! How programs end: by themselves, by an exception, at a limit, or before they begin.

use assay_challenge::{End, Limits};

use crate::ground::{LIMITS, Ruby, stderr, stdout};

#[tokio::test]
async fn an_uncaught_exception_shows_the_submissions_frames_alone() {
    let text = "def inner(list)\n  list.each { |number| raise \"boom #{number}\" }\nend\ninner([42])\n";
    let finished = Ruby::new().run(text, "").await;
    assert_eq!(finished.outcome.end, End::Exit { code: 1 });
    assert_eq!(
        stderr(&finished),
        "main.rb:2:in 'block in Object#inner': boom 42 (RuntimeError)\n\tfrom main.rb:2:in 'Array#each'\n\
         \tfrom main.rb:2:in 'Object#inner'\n\tfrom main.rb:4:in '<main>'\n"
    );
}

#[tokio::test]
async fn syntax_errors_in_any_file_are_told_before_anything_runs() {
    let prepared = Ruby::new().prepare(&[("main.rb", "puts 1\n"), ("other.rb", "def x\n  1 +\nend\n")]).await;
    assert!(prepared.program.is_none());
    let message = prepared.compilation.message;
    assert!(message.starts_with("other.rb:3: syntax error"), "{message}");
    assert!(message.contains("> 3 | end"), "{message}");
}

#[tokio::test]
async fn what_is_left_for_the_end_runs_in_reverse_and_may_change_the_exit_code() {
    let text = "at_exit { puts $!.class; exit 3 }\nEND { puts 'second' }\nat_exit { puts 'first' }\nraise 'oh'\n";
    let finished = Ruby::new().run(text, "").await;
    assert_eq!(finished.outcome.end, End::Exit { code: 3 });
    assert_eq!(stdout(&finished), "first\nsecond\nRuntimeError\n");
}

#[tokio::test]
async fn exits_are_exit_codes_and_what_was_printed_before_is_kept() {
    let ruby = Ruby::new();
    for (text, code, out, err) in [
        ("puts 1; exit 7", 7, "1\n", ""),
        ("print 1; exit false", 1, "1", ""),
        ("puts 1; abort 'why'", 1, "1\n", "why\n"),
        ("$stdout.write 1; $stdout.flush; exit! 9", 9, "1", ""),
    ] {
        let finished = ruby.run(text, "").await;
        assert_eq!(finished.outcome.end, End::Exit { code }, "{text}");
        assert_eq!((stdout(&finished).as_str(), stderr(&finished).as_str()), (out, err), "{text}");
    }
}

#[tokio::test]
async fn recursion_without_end_raises_in_plain_calls_and_through_blocks() {
    let ruby = Ruby::new();
    for text in [
        "def dive(n) = 1 + dive(n + 1)\ndive(0)\n",
        "def dive(n) = [n].map { |m| dive(m + 1) }\ndive(0)\n",
        "def dive(n) = {n => 1}.each { |m, _| dive(m + 1) }\ndive(0)\n",
    ] {
        let finished = ruby.run(text, "").await;
        assert_eq!(finished.outcome.end, End::Exit { code: 1 });
        assert!(stderr(&finished).contains("stack level too deep (SystemStackError)"), "{}", stderr(&finished));
    }
}

#[tokio::test]
async fn the_documented_depths_are_reached_while_garbage_is_collected() {
    let text = "def plain(n) = n == 0 ? (GC.start; 0) : 1 + plain(n - 1)\n\
                def each(n) = n == 0 ? (GC.start; 0) : [n].each { |m| return 1 + each(m - 1) }\n\
                def hash(n) = n == 0 ? (puts 'deep'; GC.start; 0) : {n => 1}.each { |m, _| return 1 + hash(m - 1) }\n\
                memo = Hash.new { |table, n| table[n] = n < 2 ? n : table[n - 1] + table[n - 2] }\n\
                puts plain(20_000), each(7_000), hash(4_500), memo[1000].bit_length\n";
    assert_eq!(Ruby::new().prints(text, "").await, "deep\n20000\n7000\n4500\n694\n");
}

#[tokio::test]
async fn limits_end_a_run_whatever_it_rescues() {
    let ruby = Ruby::new();
    let small = Limits { cost: 5_000_000_000, memory: 128 << 20, stdout: 1000, ..LIMITS };
    let run = async |text: &str| ruby.run_files(&[("main.rb", text)], b"", &small).await.outcome.end;
    assert_eq!(run("loop { begin; loop { }; rescue Exception; end }").await, End::CostLimit);
    let end = run("kept = []\nbegin; loop { kept << 'x' * 1_000_000 }; rescue NoMemoryError; end").await;
    assert!(matches!(end, End::MemoryLimit { .. }), "{end:?}");
    assert_eq!(run("loop { puts 'spam' }").await, End::OutputLimit);
}

#[tokio::test]
async fn leaving_blocks_early_does_not_use_up_memory() {
    let text = "30_000.times { [1].each { break }; (1..2).each { break }; {1 => 2}.each { break } }\n\
                30_000.times { catch(:out) { throw :out } }\nputs 'done'\n";
    let finished = Ruby::new().run(text, "").await;
    assert_eq!(stdout(&finished), "done\n");
    assert!(finished.outcome.usage.memory < 110 << 20, "{}", finished.outcome.usage.memory);
}

#[tokio::test]
async fn twenty_runs_cost_the_same() {
    let ruby = Ruby::new();
    let text = "puts rand, {'a' => 1}.hash, Time.now.to_f, [1, 2, 3].shuffle.inspect, Object.new.inspect\n";
    let first = ruby.run(text, "").await.outcome;
    assert!(first.end.is_success());
    for _ in 1..20 {
        let again = ruby.run(text, "").await.outcome;
        assert_eq!((again.usage.cost, &again.stdout), (first.usage.cost, &first.stdout));
    }
}
