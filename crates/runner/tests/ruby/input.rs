//! The many ways in which Ruby programs read their input, and the files they find.

use crate::ground::{LIMITS, Ruby, stdout};

/// The numbers from 1, one a line.
fn lines(most: u32) -> String {
    (1..=most).map(|number| number.to_string() + "\n").collect()
}

#[tokio::test]
async fn every_way_of_reading_lines_reads_the_same_input() {
    let text = "p gets, STDIN.gets, $stdin.readline, ARGF.gets, $<.readline, readline, STDIN.getc, STDIN.read(2)\n\
                p $stdin.each_line.first(1), STDIN.readlines.size, gets, STDIN.read, $stdin.eof?\n";
    let input = lines(10);
    let printed = Ruby::new().prints(text, &input).await;
    let expected = [
        "\"1\\n\"",
        "\"2\\n\"",
        "\"3\\n\"",
        "\"4\\n\"",
        "\"5\\n\"",
        "\"6\\n\"",
        "\"7\"",
        "\"\\n8\"",
        "[\"\\n\"]",
        "2",
        "nil",
        "\"\"",
        "true",
    ];
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn bytes_pass_unchanged() {
    let input = b"\xff\x00a\r\nb";
    let text = "$stdin.binmode; $stdout.binmode; $stdout.write($stdin.read)";
    let finished = Ruby::new().run_files(&[("main.rb", text)], input, &LIMITS).await;
    assert_eq!(finished.outcome.stdout.bytes, input);
}

#[tokio::test]
async fn a_million_numbers_are_read_in_good_time() {
    let input = lines(1_000_000);
    assert_eq!(Ruby::new().prints("puts STDIN.each_line.sum(&:to_i)", &input).await, "500000500000\n");
}

#[tokio::test]
async fn other_files_are_required_once_and_know_where_they_are() {
    let files = [
        (
            "main.rb",
            "require_relative 'lib/list'\np require('./lib/list'), List::SIZE, __FILE__ == $0, DATA.read\n__END__\nend",
        ),
        ("lib/list.rb", "module List\n  SIZE = 3\nend\nputs __FILE__, __dir__\n"),
    ];
    let finished = Ruby::new().run_files(&files, b"", &LIMITS).await;
    assert_eq!(stdout(&finished), "lib/list.rb\n/lib\nfalse\n3\ntrue\n\"end\"\n");
}

#[tokio::test]
async fn given_files_are_read_and_results_are_there_as_soon_as_they_are_flushed() {
    let text = "log = File.open('/assay/results/log', 'w')\nlog.write(File.read('/assay/call'))\nlog.flush\n\
                log.puts 'second'\nlog.flush\nexit!(0)\n";
    let finished = Ruby::new().run(text, "").await;
    assert_eq!(finished.written["assay/results/log"], "a call\nsecond\n");
    let left_open = "File.open('/assay/results/log', 'w').write('left open')\n";
    assert_eq!(Ruby::new().run(left_open, "").await.written["assay/results/log"], "left open");
}
