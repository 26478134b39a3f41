//! The verdict of a checker that is a program, by the Kattis output-validator protocol.
//!
//! The program decides by its exit code and may leave files in its feedback folder. It belongs to the setter: if it
//! fails in any way, that is a judge error and never the submission's.

use std::collections::BTreeMap;

use assay_challenge::{End, Outcome, Verdict};

use crate::check::{Finding, Spread, check};
use crate::diff::Ends;
use crate::judge::last_words;
use crate::quote::{quote, visible};
use crate::{Diff, Judgement};

/// Bytes kept of a message.
const MESSAGE_BYTES: usize = 4096;
const ACCEPT: i32 = 42;
const REJECT: i32 = 43;

/// Reads what a program checker said: its exit code (42 accepts, 43 rejects, anything else is `JE`) and the files
/// `score.txt`, `judgemessage.txt` and `teammessage.txt` of its `feedback` folder.
///
/// `score.txt` counts with exit code 42 only: a decimal from 0 to 1, the part of the case's points that is earned,
/// of which three decimals are kept.
pub fn judge_by_program(
    checker_outcome: &Outcome,
    feedback: &BTreeMap<String, Vec<u8>>,
    output: &[u8],
    answer: &[u8],
) -> Judgement {
    let judgement = match checker_outcome.end {
        End::Exit { code: ACCEPT } => accepted(feedback.get("score.txt")),
        End::Exit { code: REJECT } => {
            let message = match feedback.get("teammessage.txt").and_then(|bytes| first_line(bytes)) {
                Some(line) => format!("the checker rejected the output: {line}"),
                None => "the checker rejected the output".to_owned(),
            };
            Judgement { diff: difference(answer, output), ..Judgement::failed(Verdict::WA, message) }
        }
        ref end => Judgement::failed(Verdict::JE, format!("the checker {}", how(end, checker_outcome))),
    };
    Judgement {
        judge_message: text(feedback.get("judgemessage.txt")),
        team_message: text(feedback.get("teammessage.txt")),
        ..judgement
    }
}

fn accepted(score: Option<&Vec<u8>>) -> Judgement {
    let Some(score) = score else { return Judgement::accepted() };
    match share_milli(score.trim_ascii()) {
        Some(1000) => Judgement::accepted(),
        Some(share_milli) => {
            let message = format!("the checker gave 0.{share_milli:03} of the points");
            Judgement { share_milli, message, ..Judgement::accepted() }
        }
        None => {
            let message = format!("the checker's score.txt is no decimal from 0 to 1: {}", quote(score.trim_ascii()));
            Judgement::failed(Verdict::JE, message)
        }
    }
}

/// A decimal from 0 to 1 in thousandths; further decimals are dropped.
fn share_milli(text: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(text).ok()?;
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    let thousandths = decimals.bytes().chain(std::iter::repeat(b'0')).take(3);
    let thousandths = thousandths.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    match whole.trim_start_matches('0') {
        "" => Some(thousandths),
        "1" if decimals.bytes().all(|digit| digit == b'0') => Some(1000),
        _ => None,
    }
}

/// How a checker ended that neither accepted nor rejected.
fn how(end: &End, outcome: &Outcome) -> String {
    match end {
        End::Exit { code } => {
            format!("ended with exit code {code}, which is neither 42 nor 43{}", last_words(outcome))
        }
        End::Trap { message, .. } => format!("crashed: {}", visible(message.trim().as_bytes(), 160)),
        End::StackOverflow { .. } => "used up the call stack".to_owned(),
        End::CostLimit => "used up its time".to_owned(),
        End::MemoryLimit { .. } => "used up its memory".to_owned(),
        End::OutputLimit => "wrote too much".to_owned(),
        End::WallLimit => "was stopped by the wall-clock net".to_owned(),
    }
}

fn difference(answer: &[u8], output: &[u8]) -> Option<Diff> {
    let checker = assay_challenge::Checker::Lines;
    let Finding::Differs(difference) = check(&checker, answer, output) else { return None };
    let Spread::From { expected, actual } = difference.spread else { return None };
    let agree = |expected: &[u8], actual: &[u8]| expected == actual;
    Some(Diff::between(answer, output, difference.place, (expected, actual), Ends::Forgiven, &agree))
}

fn text(bytes: Option<&Vec<u8>>) -> Option<String> {
    let bytes = bytes?.trim_ascii();
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MESSAGE_BYTES)]).into_owned();
    (!text.is_empty()).then_some(text)
}

fn first_line(bytes: &[u8]) -> Option<String> {
    let line = bytes.trim_ascii().split(|&byte| byte == b'\n').next()?.trim_ascii();
    (!line.is_empty()).then(|| visible(line, 160))
}
