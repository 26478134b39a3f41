//! Token by token, whatever white space stands between.

use super::{Difference, Finding, Spread};
use crate::quote::{count, quote, quote_pair};

/// A token and where it stands, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) bytes: &'a [u8],
    line: usize,
    place: usize,
}

/// The tokens of `bytes`: what stands between ASCII white space.
fn tokens(bytes: &[u8]) -> impl Iterator<Item = Token<'_>> {
    bytes.split(|&byte| byte == b'\n').enumerate().flat_map(|(line, text)| {
        text.split(|byte| byte.is_ascii_whitespace() || *byte == b'\x0b')
            .filter(|token| !token.is_empty())
            .enumerate()
            .map(move |(place, bytes)| Token { bytes, line, place })
    })
}

/// Whether two tokens are the same text. Only ASCII letters have a case here.
pub(super) fn same(expected: &[u8], actual: &[u8], case_sensitive: bool) -> bool {
    if case_sensitive { expected == actual } else { expected.eq_ignore_ascii_case(actual) }
}

/// Compares the tokens of both sides in order by `agree`.
pub(super) fn check(answer: &[u8], output: &[u8], agree: impl Fn(&[u8], &[u8]) -> bool) -> Finding {
    check_with(answer, output, |expected, actual| {
        if agree(expected, actual) {
            return None;
        }
        let (expected, actual) = quote_pair(expected, actual);
        Some(format!("expected {expected}, got {actual}"))
    })
}

/// Compares the tokens of both sides in order; `differ` says how two of them differ, if they do.
pub(super) fn check_with(answer: &[u8], output: &[u8], differ: impl Fn(&[u8], &[u8]) -> Option<String>) -> Finding {
    let (mut expected, mut actual) = (tokens(answer), tokens(output));
    let mut last: Option<(Token<'_>, Token<'_>)> = None;
    loop {
        let (place, message, lines) = match (expected.next(), actual.next()) {
            (None, None) => return Finding::Agrees,
            (Some(e), Some(a)) => {
                let Some(how) = differ(e.bytes, a.bytes) else {
                    last = Some((e, a));
                    continue;
                };
                let place = place(a);
                let message = format!("{place}: {how}");
                (place, message, (e.line, a.line))
            }
            (Some(e), None) => {
                let missing = expected.count() + 1;
                let message = match last {
                    None => format!("no output; {} expected, first {}", count(missing, "token"), quote(e.bytes)),
                    Some((_, a)) => format!(
                        "output ends after line {}; {} expected, next {}",
                        a.line + 1,
                        count(missing, "more token"),
                        quote(e.bytes)
                    ),
                };
                (place(e), message, (e.line, last.map_or(0, |(_, a)| a.line + usize::from(e.place == 0))))
            }
            (None, Some(a)) => {
                let place = place(a);
                let extra = count(actual.count() + 1, "token");
                let message = format!("{place}: {extra} more than expected, first {}", quote(a.bytes));
                (place, message, (last.map_or(0, |(e, _)| e.line + usize::from(a.place == 0)), a.line))
            }
        };
        let spread = Spread::From { expected: lines.0, actual: lines.1 };
        return Finding::Differs(Difference { place, message, spread });
    }
}

fn place(token: Token<'_>) -> String {
    format!("line {}, token {}", token.line + 1, token.place + 1)
}
