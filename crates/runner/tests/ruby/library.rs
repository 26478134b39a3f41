//! The language and its library as a sandbox has them: what works, and what is refused.

use crate::ground::Ruby;

#[tokio::test]
async fn often_used_libraries_work() {
    let text = "begin; require 'bigdecimal'; rescue LoadError; puts 'no bigdecimal'; end\n\
                %w[set json date time digest securerandom stringio forwardable ostruct prime matrix yaml].each { require _1 }\n\
                puts JSON.generate({ a: [1, nil] }), Date.new(2024, 2, 28) + 2, 97.prime?, Set[1, 1].size\n\
                puts Digest::SHA256.hexdigest('')[0, 8], Time.parse('2026-01-02').day, SecureRandom.hex(4).size\n\
                puts YAML.load('a: 1')['a'], Matrix[[1, 2], [3, 4]].det, OpenStruct.new(a: 5).a\n";
    let printed = Ruby::new().prints(text, "").await;
    assert_eq!(printed, "no bigdecimal\n{\"a\":[1,null]}\n2024-03-01\ntrue\n1\ne3b0c442\n2\n8\n1\n-2\n5\n");
}

#[tokio::test]
async fn the_clock_is_virtual_and_sleep_is_free() {
    let text = "start = Process.clock_gettime(Process::CLOCK_MONOTONIC)\nsleep 5\n\
                puts (Process.clock_gettime(Process::CLOCK_MONOTONIC) - start).floor, Time.now.utc.strftime('%F')\n";
    assert_eq!(Ruby::new().prints(text, "").await, "5\n2026-01-01\n");
}

#[tokio::test]
async fn processes_threads_and_the_host_are_refused_with_errors_that_can_be_rescued() {
    let text = "[-> { system 'ls' }, -> { `ls` }, -> { fork }, -> { exec 'ls' }, -> { spawn 'ls' }, -> { IO.popen 'ls' },\n\
                 -> { Thread.new { } }, -> { IO.pipe }, -> { require 'socket' }, -> { JS }, -> { File.read '/etc/passwd' },\n\
                 -> { Dir.children('/etc') }, -> { Process.kill(:KILL, 1) }].each_with_index do |attempt, place|\n\
                  attempt.call\n  puts \"#{place} works\"\nrescue ScriptError, StandardError\nend\nputs ENV.size\n";
    assert_eq!(Ruby::new().prints(text, "").await, "0\n");
}

#[tokio::test]
async fn fibers_and_enumerators_take_turns() {
    let text = "numbers = Enumerator.new { |out| a, b = 0, 1; loop { out << a; a, b = b, a + b } }\n\
                puts numbers.next, numbers.next, numbers.take(8).last, numbers.lazy.select(&:even?).first(3).sum\n\
                fiber = Fiber.new { |x| Fiber.yield(x + 1) * 2 }\nputs fiber.resume(1), fiber.resume(10)\n";
    assert_eq!(Ruby::new().prints(text, "").await, "0\n1\n13\n10\n2\n20\n");
}

#[tokio::test]
async fn methods_that_call_blocks_do_what_they_do_elsewhere() {
    let text = "hash = { a: 1, b: 2, c: 3 }\nhash.each { |key, _| hash.delete(:b) if key == :a }\n\
                p hash.map { |key, value| [key, value] }, hash.each_pair.to_a, hash.each_with_index.map { |(k, _), i| [k, i] }\n\
                p [1, 2, 3].inject(:+), [1, 2].inject(10) { |a, b| a + b }, [[1, 2]].map { |a, b| a + b }, [3, 1].min_by(&:itself)\n\
                p [1, 2, 3].each { |x| break x * 10 if x == 2 }, (1..).each { |x| break x if x > 4 }, ('a'..'c').map(&:upcase)\n\
                p [4, 5].each_with_index.to_a, [1, 2, 3].map.with_index(1) { |x, i| x * i }, %w[a b].sum(''), [0.1] * 3\n\
                p catch(:out) { catch(:in) { throw :out, 1 }; 2 }, (throw :nowhere rescue $!.message)\n\
                puts nil, [1, [2]], 3, 4.5\n";
    let printed = Ruby::new().prints(text, "").await;
    let expected = "[[:a, 1], [:c, 3]]\n[[:a, 1], [:c, 3]]\n[[:a, 0], [:c, 1]]\n6\n13\n[3]\n1\n20\n5\n[\"A\", \"B\", \"C\"]\n\
                    [[4, 0], [5, 1]]\n[1, 4, 9]\n\"ab\"\n[0.1, 0.1, 0.1]\n1\n\"uncaught throw :nowhere\"\n\n1\n2\n3\n4.5\n";
    assert_eq!(printed, expected);
}
