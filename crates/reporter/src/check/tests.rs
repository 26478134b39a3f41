//! Tables of what each checker accepts, and what it says of the rest.

use assay_challenge::{Checker, NumberTolerance};
use proptest::prelude::*;

use super::{Finding, Spread, check};

const TOKENS: Checker = Checker::Tokens { case_sensitive: false };

fn numbers(absolute: Option<f64>, relative: Option<f64>) -> Checker {
    Checker::Numbers(NumberTolerance { absolute, relative, case_sensitive: false })
}

/// The message of a difference, or `ok`, or `broken: …`.
fn says(checker: &Checker, answer: &[u8], output: &[u8]) -> String {
    match check(checker, answer, output) {
        Finding::Agrees => "ok".to_owned(),
        Finding::Differs(difference) => {
            assert!(!difference.place.is_empty() && !difference.message.contains('\n'));
            difference.message
        }
        Finding::Broken(why) => format!("broken: {why}"),
    }
}

type Row = (&'static [u8], &'static [u8], &'static str);

fn each(checker: &Checker, rows: &[Row]) {
    for (answer, output, expected) in rows {
        let shown = (String::from_utf8_lossy(answer), String::from_utf8_lossy(output));
        assert_eq!(says(checker, answer, output), *expected, "{checker:?} of {shown:?}");
    }
}

#[test]
fn exact_forgives_nothing_and_names_line_and_column() {
    each(
        &Checker::Exact,
        &[
            (b"", b"", "ok"),
            (b"1\n2\n", b"1\n2\n", "ok"),
            (b"1\n2\n", b"1\n3\n", r#"line 2, column 1: expected "2\n", got "3\n""#),
            (b"a b\n", b"a  b\n", r#"line 1, column 3: expected "a b\n", got "a  b\n""#),
            (b"1\n", b"1\r\n", r#"line 1, column 2: expected "1\n", got "1\r\n""#),
            (b"1\n", b"1", r#"output ends at line 1, column 2; 1 byte more expected: "\n""#),
            (b"1\n", b"1\n\n\n", r#"line 2, column 1: 2 bytes more than expected: "\n\n""#),
            (b"1\n", b"", "no output; 2 bytes expected"),
            (b"", b"x", r#"line 1, column 1: 1 byte more than expected: "x""#),
            ("é1".as_bytes(), "é2".as_bytes(), r#"line 1, column 2: expected "é1", got "é2""#),
            ("é".as_bytes(), b"\xc3\xa8", r#"line 1, column 1: expected "é", got "è""#),
        ],
    );
}

#[test]
fn lines_forgive_blanks_at_ends_carriage_returns_and_last_blank_lines() {
    each(
        &Checker::Lines,
        &[
            (b"", b"\n \n", "ok"),
            (b"a\nb\n", b"a  \r\nb\t\r\n\r\n\n", "ok"),
            (b"a\nb\n\n\n", b"a\nb", "ok"),
            (b"a\n\nb\n", b"a\nb\n", r#"line 2, column 1: expected "", got "b""#),
            (b"a\nb\n", b"a\n b\n", r#"line 2, column 1: expected "b", got " b""#),
            (b"a b\n", b"a B\n", r#"line 1, column 3: expected "a b", got "a B""#),
            (b"a\nb\nc\n", b"a\n", r#"output ends after line 1; 2 more lines expected, next "b""#),
            (b"a\n", b"a\nb\n", r#"line 2: 1 line more than expected, first "b""#),
            (b"a\nb", b" \n", r#"no output; 2 lines expected, first "a""#),
            (b"", b"x\ny", r#"line 1: 2 lines more than expected, first "x""#),
        ],
    );
}

#[test]
fn tokens_forgive_all_white_space_and_name_line_and_token() {
    each(
        &TOKENS,
        &[
            (b"1 2\n3\n", b" 1\n2 \t\r\n\x0b3", "ok"),
            (b"YES\n", b"yes\n", "ok"),
            (b"1\n2\n5 17\n", b"1\n2\n5 18\n", r#"line 3, token 2: expected "17", got "18""#),
            (b"1 2\n3 4\n", b"1 2\n", r#"output ends after line 1; 2 more tokens expected, next "3""#),
            (b"1 2\n3 4\n", b"1 2\n3\n", r#"output ends after line 2; 1 more token expected, next "4""#),
            (b"1\n", b"1\n2 3\n", r#"line 2, token 1: 2 tokens more than expected, first "2""#),
            (b"1 2", b"\n", r#"no output; 2 tokens expected, first "1""#),
            (b"", b"", "ok"),
            (b"", b"x", r#"line 1, token 1: 1 token more than expected, first "x""#),
            (b"a", b"\xff\x1b[31m", r#"line 1, token 1: expected "a", got "\xff\x1b[31m""#),
            (b"1.0", b"1.00", r#"line 1, token 1: expected "1.0", got "1.00""#),
        ],
    );
    let strict = Checker::Tokens { case_sensitive: true };
    each(&strict, &[(b"YES", b"Yes", r#"line 1, token 1: expected "YES", got "Yes""#), (b"YES", b" YES\n", "ok")]);
}

#[test]
fn numbers_agree_within_either_tolerance() {
    let both = numbers(Some(0.5), Some(0.01));
    each(
        &both,
        &[
            (b"1", b"1.5", "ok"),
            (
                b"1",
                b"1.51",
                r#"line 1, token 1: expected "1" within 5e-1 or relatively 1e-2, got "1.51", off by 5.10e-1"#,
            ),
            (b"1000", b"1010", "ok"),
            (b"1000", b"990.0", "ok"),
            (b"-1e3", b"-1.005E+3", "ok"),
            (b"0", b"-0.0", "ok"),
            (b"x 1", b"X 1.1", "ok"),
            (b"1", b"one", r#"line 1, token 1: expected "1" within 5e-1 or relatively 1e-2, got "one""#),
            (b"one", b"1", r#"line 1, token 1: expected "one", got "1""#),
            (b"1", b"nan", r#"line 1, token 1: expected "1" within 5e-1 or relatively 1e-2, got "nan""#),
            (b"1 2", b"1", r#"output ends after line 1; 1 more token expected, next "2""#),
        ],
    );
    each(
        &numbers(Some(0.5), None),
        &[
            (b"1000", b"1001", r#"line 1, token 1: expected "1000" within 5e-1, got "1001", off by 1.00e0"#),
            (b"1000", b"1000.5", "ok"),
        ],
    );
    each(
        &numbers(None, Some(0.5)),
        &[
            (b"0", b"0.0001", r#"line 1, token 1: expected "0" within relatively 5e-1, got "0.0001", off by 1.00e-4"#),
            (b"4", b"6", "ok"),
        ],
    );
}

#[test]
fn infinities_and_nan_agree_with_themselves_alone() {
    let wide = numbers(Some(1e300), Some(1e300));
    for (answer, output, agrees) in [
        ("inf", "Infinity", true),
        ("inf", "+INF", true),
        ("inf", "-inf", false),
        ("-inf", "-infinity", true),
        ("nan", "NaN", true),
        ("nan", "-nan", true),
        ("nan", "0", false),
        ("inf", "1e308", false),
        ("inf", "1e999", false),
        ("1e999", "2e999", false),
        ("1e999", "1E999", true),
        ("1", "0x1", false),
        ("1", "1_0", false),
    ] {
        assert_eq!(says(&wide, answer.as_bytes(), output.as_bytes()) == "ok", agrees, "{answer} {output}");
    }
}

#[test]
fn numbers_without_a_tolerance_are_tokens() {
    each(
        &numbers(None, None),
        &[(b"1.0", b"1", r#"line 1, token 1: expected "1.0", got "1""#), (b"1.0 A", b"1.0 a", "ok")],
    );
}

#[test]
fn unordered_lines_count_every_line_and_name_what_lacks_and_what_is_extra() {
    each(
        &Checker::UnorderedLines,
        &[
            (b"a\nb\nb\n", b"b \nb\r\na\n\n", "ok"),
            (
                b"a\nb\nb\n",
                b"b\na\na\n",
                r#"line 3: "a" is not expected; missing "b" (line 3 of the answer); 1 missing, 1 extra in all"#,
            ),
            (b"a\nb\n", b"b\n", r#"missing "a" (line 1 of the answer); 1 missing, 0 extra in all"#),
            (b"a\n", b"a\na\nc\n", r#"line 2: "a" is not expected; 0 missing, 2 extra in all"#),
            (b"a\nb", b"", r#"no output; 2 lines expected, first "a""#),
            (b"", b"", "ok"),
        ],
    );
    let Finding::Differs(difference) = check(&Checker::UnorderedLines, b"a\nb\n", b"c\na\n") else { panic!() };
    assert_eq!(difference.spread, Spread::Lists { missing: vec![1], extra: vec![0] });
}

#[test]
fn a_pattern_must_match_the_whole_line() {
    each(
        &Checker::Regex,
        &[
            (b"took [0-9]+ ms\n", b"took 17 ms\n", "ok"),
            (b"[0-9]+\n", b"17 ms\n", r#"line 1: expected a match of "[0-9]+", got "17 ms""#),
            (b"a|ab\n", b"ab\n", "ok"),
            (b"x\n.*\n", b"x\n", r#"output ends after line 1; 1 more line expected, next ".*""#),
            (b".*\n", b"", r#"no output; 1 line expected, first ".*""#),
            (b"a\n", b"a\nb\n", r#"line 2: 1 line more than expected, first "b""#),
            (b"plain", b"plain", "ok"),
            (b"plain", b"plain?", r#"line 1: expected a match of "plain", got "plain?""#),
            (b".", b"\xff", r#"line 1: expected a match of ".", got "\xff""#),
            (b"(?-u:.)", b"\xff", "ok"),
            ("é.".as_bytes(), "éx".as_bytes(), "ok"),
        ],
    );
}

#[test]
fn a_pattern_that_does_not_compile_is_the_setters_mistake_whatever_the_output_is() {
    for (answer, line) in [(&b"a\n(\n"[..], 2), (b"a)|(b\n", 1), (b"x\xff\n", 1), (b"(?:a{1000}){1000}\n", 1)] {
        let said = says(&Checker::Regex, answer, b"b\n");
        assert!(said.starts_with(&format!("broken: line {line} of the answer is not a pattern: ")), "{said}");
    }
    // Nothing a submission prints is ever read as a pattern.
    assert_eq!(says(&Checker::Regex, b"a", b"("), r#"line 1: expected a match of "a", got "(""#);
}

#[test]
fn long_values_are_cut() {
    let message = says(&TOKENS, b"1", &b"9".repeat(100_000));
    assert!(message.len() < 200 && message.ends_with("…\""), "{message}");
}

fn all() -> Vec<Checker> {
    let both = numbers(Some(1e-6), Some(1e-6));
    vec![Checker::Exact, Checker::Lines, TOKENS, both, Checker::UnorderedLines, Checker::Regex]
}

/// Bytes that look enough like outputs to reach the deep branches.
fn output() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![any::<u8>(), prop::sample::select(b"01-.e \r\n\nab(*\xc3\xa9".to_vec())];
    prop::collection::vec(byte, 0..60)
}

proptest! {
    #[test]
    fn no_checker_panics_and_every_message_is_one_short_line(answer in output(), output in output()) {
        for checker in all() {
            let said = says(&checker, &answer, &output);
            prop_assert!(said.chars().count() < 700 && !said.chars().any(char::is_control), "{said}");
        }
    }

    #[test]
    fn the_answer_itself_is_always_right(answer in output()) {
        for checker in all().into_iter().filter(|checker| *checker != Checker::Regex) {
            prop_assert_eq!(says(&checker, &answer, &answer), "ok");
        }
    }
}
