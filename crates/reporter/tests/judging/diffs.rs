//! Differences are small, equal on every machine, and show what differs.

use assay_challenge::{Checker, Verdict};
use assay_reporter::{Diff, Side, judge};
use proptest::prelude::*;

use crate::{limits, printed};

const TOKENS: Checker = Checker::Tokens { case_sensitive: false };

fn diff(checker: &Checker, answer: &[u8], output: &[u8]) -> Diff {
    let judged = judge(checker, &printed(output), &limits(), answer);
    assert_eq!(judged.verdict, Verdict::WA);
    judged.diff.expect("a wrong answer has a difference")
}

/// Each line as ` 1|1 text`, with what differs in brackets.
fn drawn(diff: &Diff) -> Vec<String> {
    let number = |n: Option<u64>| n.map_or_else(|| ".".to_owned(), |n| n.to_string());
    let line = |line: &assay_reporter::DiffLine| {
        let sign = match line.side {
            Side::Both => '=',
            Side::Expected => '-',
            Side::Actual => '+',
        };
        let text: String = (line.pieces.iter())
            .map(|piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect();
        format!("{sign}{}|{} {text}", number(line.expected_line), number(line.actual_line))
    };
    diff.lines.iter().map(line).collect()
}

#[test]
fn a_replaced_line_is_marked_word_by_word() {
    let diff = diff(&TOKENS, b"a\nput 1 -> 17\nb\n", b"a\nput 1 -> 18\nb\n");
    assert_eq!(diff.first, "line 2, token 4");
    assert_eq!(drawn(&diff), ["=1|1 a", "-2|. put 1 -> [17]", "+.|2 put 1 -> [18]", "=3|3 b"]);
    assert!(!diff.cut);
}

#[test]
fn a_missing_line_moves_the_numbers_of_those_after_it() {
    let diff = diff(&Checker::Lines, b"1\n2\n3\n4\n", b"1\n3\n4\n");
    assert_eq!(drawn(&diff), ["=1|1 1", "-2|. [2]", "=3|2 3", "=4|3 4"]);
}

#[test]
fn no_output_shows_all_that_was_expected() {
    assert_eq!(drawn(&diff(&TOKENS, b"1 2\n3\n", b"\n\n")), ["-1|. [1 2]", "-2|. [3]"]);
}

#[test]
fn what_a_checker_forgives_is_no_difference() {
    let diff = diff(&TOKENS, b"Yes\n1\n2\n", b"yes\r\n1 \n3\r\n\n");
    assert_eq!(drawn(&diff), ["=1|1 Yes", "=2|2 1", "-3|. [2]", "+.|3 [3]"]);
}

#[test]
fn the_last_line_feed_is_shown_where_it_counts() {
    let diff = diff(&Checker::Exact, b"a\nb\n", b"a\nb");
    assert_eq!(drawn(&diff), ["=1|1 a", "-2|. b", "+.|2 b[ (no line feed)]"]);
}

#[test]
fn lines_in_any_order_show_the_missing_and_the_extra_alone() {
    let diff = diff(&Checker::UnorderedLines, b"a\nb\nc\nd\n", b"d\nx\nb\na\n");
    assert_eq!(drawn(&diff), ["-3|. [c]", "+.|2 [x]"]);
}

#[test]
fn one_line_more_than_fits_is_said_to_be_left_out() {
    let lines = |count: usize| (100..100 + count).flat_map(|n| format!("{n}\n").into_bytes()).collect::<Vec<u8>>();
    for checker in [Checker::UnorderedLines, Checker::Lines] {
        let (all, more) = (diff(&checker, &lines(40), b""), diff(&checker, &lines(41), b""));
        assert_eq!((all.lines.len(), all.cut, more.lines.len(), more.cut), (40, false, 40, true), "{checker:?}");
    }
}

#[test]
fn only_the_neighbourhood_of_changes_is_shown() {
    let lines = |changed: &[usize]| -> Vec<u8> {
        (1..=100)
            .map(|n| if changed.contains(&n) { format!("x{n}\n") } else { format!("{n}\n") })
            .collect::<String>()
            .into()
    };
    let diff = diff(&Checker::Lines, &lines(&[]), &lines(&[50, 60]));
    let shown: Vec<_> = diff.lines.iter().filter_map(|line| line.expected_line).collect();
    assert_eq!(shown, [47, 48, 49, 50, 51, 52, 53, 57, 58, 59, 60, 61, 62, 63]);
    assert!(!diff.cut);
}

#[test]
fn a_large_difference_is_cut_to_forty_lines_and_says_so() {
    let (answer, output) = (b"a b\n".repeat(5000), b"c d\n".repeat(5000));
    let diff = diff(&Checker::Lines, &answer, &output);
    assert_eq!((diff.lines.len(), diff.cut), (40, true));
    assert_eq!(diff.lines[39].actual_line, Some(20));
}

#[test]
fn a_difference_far_into_a_large_output_is_found() {
    let answer = (0..200_000).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
    let output = answer.replace("\n150000\n", "\n150000x\n");
    let diff = diff(&Checker::Lines, answer.as_bytes(), output.as_bytes());
    assert_eq!(diff.lines[3].expected_line, Some(150_001));
    assert!(diff.cut, "what comes after the compared lines is not known");
}

#[test]
fn one_enormous_line_is_cut() {
    let answer = b"1 ".repeat(1_000_000);
    let output = [&answer[..], b"2"].concat();
    let diff = diff(&Checker::Lines, &answer, &output);
    let shown: usize = diff.lines.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.len()).sum();
    assert!(diff.cut && shown < 1000, "{shown}");
    let last = diff.lines.last().and_then(|line| line.pieces.last());
    assert_eq!(last.map(|piece| (piece.text.as_str(), piece.differs)), Some((" 2", true)));
}

#[test]
fn bytes_that_are_no_text_are_compared_as_a_dump() {
    let answer = [&[0_u8; 160][..], b"abc"].concat();
    let output = [&[0_u8; 160][..], b"abd"].concat();
    let diff = diff(&Checker::Exact, &answer, &output);
    let drawn = drawn(&diff);
    assert_eq!(drawn.len(), 5);
    assert!(drawn[0].starts_with("=8|8 00000070  00 00"), "{}", drawn[0]);
    assert!(drawn[3].starts_with("-11|. 000000a0  61 62 [63]"), "{}", drawn[3]);
    assert!(drawn[4].starts_with("+.|11 000000a0  61 62 [64]"), "{}", drawn[4]);
}

proptest! {
    #[test]
    fn every_difference_is_bounded_and_shows_something(
        answer in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"ab \n\n\r".to_vec())], 0..300),
        output in prop::collection::vec(prop::sample::select(b"ab \n\n\r\xc3\xa9".to_vec()), 0..300),
    ) {
        for checker in [Checker::Exact, Checker::Lines, TOKENS, Checker::UnorderedLines, Checker::Regex] {
            let judged = judge(&checker, &printed(&output), &limits(), &answer);
            let again = judge(&checker, &printed(&output), &limits(), &answer);
            prop_assert_eq!(&judged, &again);
            prop_assert_eq!(judged.diff.is_some(), judged.verdict == Verdict::WA);
            if let Some(diff) = judged.diff {
                prop_assert!(diff.lines.len() <= 40);
                prop_assert!(diff.lines.iter().any(|line| line.side != Side::Both), "{:?}", checker);
            }
        }
    }
}
