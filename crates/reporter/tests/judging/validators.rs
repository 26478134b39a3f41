//! A checker that is a program speaks the Kattis protocol, and its own failures are never the submission's.

use std::collections::BTreeMap;

use assay_challenge::{End, Verdict};
use assay_reporter::{Judgement, judge_by_program};
use proptest::prelude::*;

use crate::outcome;

fn judged(end: End, files: &[(&str, &[u8])]) -> Judgement {
    let feedback: BTreeMap<_, _> = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    judge_by_program(&outcome(end, b"", b"oh no\n"), &feedback, b"1\n3\n", b"1\n2\n")
}

fn exit(code: i32) -> End {
    End::Exit { code }
}

#[test]
fn forty_two_accepts() {
    let judged = judged(exit(42), &[]);
    assert_eq!((judged.verdict, judged.share_milli, judged.message.as_str()), (Verdict::AC, 1000, ""));
    assert!(judged.diff.is_none());
}

#[test]
fn forty_three_rejects_and_shows_the_difference() {
    let judged =
        judged(exit(43), &[("score.txt", b"1"), ("judgemessage.txt", b"secret"), ("teammessage.txt", b"no\n")]);
    assert_eq!((judged.verdict, judged.share_milli), (Verdict::WA, 0));
    assert_eq!(judged.message, "the checker rejected the output: no");
    assert_eq!(judged.judge_message.as_deref(), Some("secret"));
    assert_eq!(judged.team_message.as_deref(), Some("no"));
    assert_eq!(judged.diff.map(|diff| diff.first), Some("line 2, column 1".to_owned()));
}

#[test]
fn any_other_end_is_a_judge_error_that_says_how_it_ended() {
    let crash = End::Trap { message: "unreachable".to_owned(), backtrace: Vec::new() };
    for (end, message) in [
        (exit(0), "the checker ended with exit code 0, which is neither 42 nor 43: oh no"),
        (exit(1), "the checker ended with exit code 1, which is neither 42 nor 43: oh no"),
        (crash, "the checker crashed: unreachable"),
        (End::CostLimit, "the checker used up its time"),
        (End::MemoryLimit { asked: 1 }, "the checker used up its memory"),
        (End::StackOverflow { backtrace: Vec::new() }, "the checker used up the call stack"),
        (End::OutputLimit, "the checker wrote too much"),
        (End::WallLimit, "the checker was stopped by the wall-clock net"),
    ] {
        let judged = judged(end, &[("score.txt", b"1")]);
        assert_eq!((judged.verdict, judged.share_milli, judged.message.as_str()), (Verdict::JE, 0, message));
    }
}

#[test]
fn a_score_is_read_exactly_to_the_thousandth() {
    for (text, share) in [
        ("1", 1000),
        ("1.000000\n", 1000),
        ("001.0", 1000),
        ("0", 0),
        ("0.5", 500),
        (".125", 125),
        (" 0.29 \n", 290),
        ("0.001", 1),
        ("0.9999999", 999),
        ("0.3333333333333333", 333),
        ("1.", 1000),
    ] {
        let judged = judged(exit(42), &[("score.txt", text.as_bytes())]);
        assert_eq!((judged.verdict, judged.share_milli), (Verdict::AC, share), "{text}");
    }
    assert_eq!(judged(exit(42), &[("score.txt", b"0.05")]).message, "the checker gave 0.050 of the points");
}

#[test]
fn a_score_that_is_none_is_a_judge_error() {
    for text in
        ["", ".", "1.001", "2", "-0.5", "+1", "0,5", "1e-3", "nan", "0.5 0.5", "½", "0x1", "99999999999999999999"]
    {
        let judged = judged(exit(42), &[("score.txt", text.as_bytes())]);
        assert_eq!((judged.verdict, judged.share_milli), (Verdict::JE, 0), "{text}");
        assert!(judged.message.starts_with("the checker's score.txt is no decimal from 0 to 1: \""));
    }
}

#[test]
fn messages_are_bounded_and_need_not_be_text() {
    let long = b"\xff".repeat(100_000);
    let judged = judged(exit(43), &[("judgemessage.txt", &long), ("teammessage.txt", b" \n")]);
    assert_eq!(judged.judge_message.map(|message| message.chars().count()), Some(4096));
    assert_eq!(judged.team_message, None);
}

#[test]
fn a_rejected_output_equal_to_the_answer_has_no_difference() {
    let rejected = outcome(exit(43), b"", b"");
    assert_eq!(judge_by_program(&rejected, &BTreeMap::new(), b"1 \n", b"1\n").diff, None);
}

proptest! {
    #[test]
    fn no_feedback_file_panics(score in ".{0,12}", bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        for score in [score.as_bytes(), &bytes] {
            for code in [42, 43] {
                let files = [("score.txt", score), ("judgemessage.txt", &bytes), ("teammessage.txt", &bytes)];
                let judged = judged(exit(code), &files);
                prop_assert!(judged.share_milli <= 1000);
                prop_assert!(!judged.message.contains('\n'));
            }
        }
    }
}
