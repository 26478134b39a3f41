//! Line by line; blanks at a line's end, CRLF and blank lines at the end are forgiven.

use super::{Difference, Finding, Spread};
use crate::quote::{column, common_prefix, count, quote, quote_pair};

/// The lines of `bytes` without what is forgiven.
pub(super) fn forgiving(bytes: &[u8]) -> Vec<&[u8]> {
    let bytes = bytes.trim_ascii_end();
    if bytes.is_empty() {
        return Vec::new();
    }
    bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end).collect()
}

pub(super) fn check(answer: &[u8], output: &[u8]) -> Finding {
    let (expected, actual) = (forgiving(answer), forgiving(output));
    let Some(line) = (0..expected.len().max(actual.len())).find(|&n| expected.get(n) != actual.get(n)) else {
        return Finding::Agrees;
    };
    differs_at(line, &expected, &actual, |expected, actual| {
        let at = common_prefix(expected, actual);
        let (e, a) = quote_pair(expected, actual);
        (format!("line {}, column {}", line + 1, column(expected, at)), format!("expected {e}, got {a}"))
    })
}

/// The finding that `line` is the first to differ; `describe` says where and how, if both sides have it.
pub(super) fn differs_at(
    line: usize,
    expected: &[&[u8]],
    actual: &[&[u8]],
    describe: impl FnOnce(&[u8], &[u8]) -> (String, String),
) -> Finding {
    let mut place = format!("line {}", line + 1);
    let message = match (expected.get(line), actual.get(line)) {
        (Some(next), None) if actual.is_empty() => {
            format!("no output; {} expected, first {}", count(expected.len(), "line"), quote(next))
        }
        (Some(next), None) => {
            let missing = count(expected.len() - actual.len(), "more line");
            format!("output ends after line {}; {missing} expected, next {}", actual.len(), quote(next))
        }
        (None, Some(next)) => {
            let extra = count(actual.len() - expected.len(), "line");
            format!("{place}: {extra} more than expected, first {}", quote(next))
        }
        (Some(expected), Some(actual)) => {
            let (at, how) = describe(expected, actual);
            place = at;
            format!("{place}: {how}")
        }
        (None, None) => String::new(),
    };
    Finding::Differs(Difference { place, message, spread: Spread::From { expected: line, actual: line } })
}
