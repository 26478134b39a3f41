//! Byte for byte.

use super::{Difference, Finding, Spread};
use crate::quote::{column, common_prefix, count, quote, quote_pair};

pub(super) fn check(answer: &[u8], output: &[u8]) -> Finding {
    if answer == output {
        return Finding::Agrees;
    }
    let at = common_prefix(answer, output);
    let before = &answer[..at];
    let line = before.split(|&byte| byte == b'\n').count() - 1;
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |feed| feed + 1);
    let place = format!("line {}, column {}", line + 1, column(&before[start..], at - start));
    let message = if output.is_empty() {
        format!("no output; {} expected", count(answer.len(), "byte"))
    } else if at == output.len() {
        let rest = &answer[at..];
        format!("output ends at {place}; {} more expected: {}", count(rest.len(), "byte"), quote(rest))
    } else if at == answer.len() {
        let rest = &output[at..];
        format!("{place}: {} more than expected: {}", count(rest.len(), "byte"), quote(rest))
    } else {
        let (expected, actual) = quote_pair(line_from(answer, start), line_from(output, start));
        format!("{place}: expected {expected}, got {actual}")
    };
    Finding::Differs(Difference { place, message, spread: Spread::From { expected: line, actual: line } })
}

/// The line that begins at `start`, with its line feed.
fn line_from(bytes: &[u8], start: usize) -> &[u8] {
    bytes[start..].split_inclusive(|&byte| byte == b'\n').next().unwrap_or_default()
}
