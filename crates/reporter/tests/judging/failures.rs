//! A run that failed by itself has its verdict from how it ended, and nothing it printed is compared.

use assay_challenge::{Captured, Checker, End, Outcome, Verdict};
use assay_reporter::{failure, judge};

use crate::{limits, outcome, printed};

fn says(end: End, stderr: &[u8]) -> (Verdict, String) {
    let failed = failure(&outcome(end, b"17\n", stderr), &limits()).expect("the run failed");
    assert_eq!(failed.share_milli, 0);
    assert!(failed.diff.is_none());
    (failed.verdict, failed.message)
}

#[test]
fn every_end_but_success_has_its_verdict_and_says_why() {
    let trap = End::Trap { message: "out of bounds memory access".to_owned(), backtrace: vec!["main".to_owned()] };
    let mute = End::Trap { message: "unreachable\nmore".to_owned(), backtrace: Vec::new() };
    let net = "stopped by the wall-clock net after 60000 ms; this is not judged by cost (500 of 1000 ms virtual used)";
    let rows = [
        (End::Exit { code: 3 }, Verdict::RTE, "exit code 3"),
        (End::Exit { code: -1 }, Verdict::RTE, "exit code -1"),
        (trap, Verdict::RTE, r#"out of bounds memory access, in "main""#),
        (mute, Verdict::RTE, r"unreachable\nmore"),
        (End::StackOverflow { backtrace: Vec::new() }, Verdict::RTE, "call stack exhausted"),
        (End::CostLimit, Verdict::TLE, "used its 10000000000 units (1000 ms virtual)"),
        (End::MemoryLimit { asked: (256 << 20) + 1 }, Verdict::MLE, "asked for 256.1 MiB in all; 256 MiB allowed"),
        (End::MemoryLimit { asked: 3 << 30 }, Verdict::MLE, "asked for 3 GiB in all; 256 MiB allowed"),
        (End::OutputLimit, Verdict::OLE, "wrote more than the 8 MiB allowed"),
        (End::WallLimit, Verdict::TLE, net),
    ];
    for (end, verdict, message) in rows {
        assert_eq!(says(end, b""), (verdict, message.to_owned()));
    }
}

#[test]
fn an_exit_code_comes_with_the_last_words_on_standard_error() {
    let stderr = b"Traceback (most recent call last):\n  File \"x.py\"\nValueError: \x1b[31mno\n\n";
    let (_, message) = says(End::Exit { code: 1 }, stderr);
    assert_eq!(message, r"exit code 1: ValueError: \x1b[31mno");
    assert!(says(End::Exit { code: 1 }, &b"y".repeat(10_000)).1.len() < 200);
}

#[test]
fn words_that_were_cut_off_are_not_taken_for_the_last() {
    let run = outcome(End::Exit { code: 1 }, b"", b"first\n");
    let run = Outcome { stderr: Captured { total: 1_000_000, ..run.stderr }, ..run };
    assert_eq!(failure(&run, &limits()).map(|failed| failed.message), Some("exit code 1".to_owned()));
}

#[test]
fn a_failed_run_is_not_compared_however_right_its_output() {
    let run = outcome(End::Exit { code: 1 }, b"17\n", b"");
    assert_eq!(judge(&Checker::Exact, &run, &limits(), b"17\n").verdict, Verdict::RTE);
    assert_eq!(judge(&Checker::Exact, &printed(b"17\n"), &limits(), b"17\n").verdict, Verdict::AC);
    assert_eq!(failure(&printed(b""), &limits()), None);
}

#[test]
fn an_output_that_was_not_kept_whole_is_never_compared() {
    let run = printed(b"17\n");
    let run = Outcome { stdout: Captured { total: 4, ..run.stdout }, ..run };
    assert_eq!(judge(&Checker::Exact, &run, &limits(), b"17\n").verdict, Verdict::OLE);
}

#[test]
fn a_program_checker_that_was_not_run_is_a_judge_error() {
    let checker = Checker::Program { source: "checker/check.py".into(), arguments: Vec::new() };
    let judged = judge(&checker, &printed(b"17\n"), &limits(), b"17\n");
    assert_eq!(judged.verdict, Verdict::JE);
    assert!(judged.message.contains("has to be run"));
}

#[test]
fn the_reason_go_gives_above_its_trace_is_taken_and_not_the_trace() {
    for (stderr, expected) in [
        ("so far\npanic: boom 42\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:7 +0x8\n", "panic: boom 42"),
        ("fatal error: stack overflow\n\ngoroutine 1 [running]:\nmain.f()\n", "fatal error: stack overflow"),
        ("panic: of no language in particular\nTypeError: no\n", "TypeError: no"),
    ] {
        let (_, message) = says(End::Exit { code: 2 }, stderr.as_bytes());
        assert_eq!(message, format!("exit code 2: {expected}"));
    }
}

#[test]
fn what_java_and_ruby_say_above_a_trace_is_taken_and_not_the_trace() {
    for (stderr, expected) in [
        (
            "so far\nException in thread \"main\" java.lang.ArithmeticException: / by zero\n\tat Main.main(a.java:7)\n",
            "java.lang.ArithmeticException: / by zero",
        ),
        (
            "a.rb:1:in 'Object#f': stack level too deep (SystemStackError)\n\tfrom a.rb:1:in 'Object#f'\n\t ... 9 levels...\n",
            "a.rb:1:in 'Object#f': stack level too deep (SystemStackError)",
        ),
        (
            "a.rb:2:in '<main>': uninitialized constant X (NameError)\n\nX.eval(1)\n^\n",
            "a.rb:2:in '<main>': uninitialized constant X (NameError)",
        ),
        ("a.rb:2:in '<main>': two\nlines (of words)\n", "lines (of words)"),
        ("Exception in thread \"main\" but no trace\nno\n", "no"),
    ] {
        let (_, message) = says(End::Exit { code: 1 }, stderr.as_bytes());
        assert_eq!(message, format!("exit code 1: {expected}"));
    }
}
