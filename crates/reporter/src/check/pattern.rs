//! Each line of the answer is a regular expression for the whole line of output.
//!
//! Matching takes time linear in the line, whatever the pattern, and a pattern's size is bounded. Output that is
//! not UTF-8 is matched only by patterns that ask for bytes, such as `(?-u:.)`.

use regex::bytes::{Regex, RegexBuilder};

use super::{Finding, lines};
use crate::quote::{quote, visible};

/// Bytes a compiled pattern may take.
const PATTERN_BYTES: usize = 1 << 20;

pub(super) fn check(answer: &[u8], output: &[u8]) -> Finding {
    let (expected, actual) = (lines::forgiving(answer), lines::forgiving(output));
    let mut first = (expected.len() != actual.len()).then_some(expected.len().min(actual.len()));
    // Every pattern is compiled, so that a broken one is the setter's mistake whatever the output is.
    for (n, line) in expected.iter().enumerate() {
        let pattern = match Pattern::new(line) {
            Ok(pattern) => pattern,
            Err(why) => return Finding::Broken(format!("line {} of the answer is not a pattern: {why}", n + 1)),
        };
        let reached = first.is_none_or(|first| n < first);
        if reached && actual.get(n).is_some_and(|actual| !pattern.matches(actual)) {
            first = Some(n);
        }
    }
    let Some(line) = first else { return Finding::Agrees };
    lines::differs_at(line, &expected, &actual, |expected, actual| {
        (format!("line {}", line + 1), format!("expected a match of {}, got {}", quote(expected), quote(actual)))
    })
}

/// One line of the answer, compiled.
enum Pattern<'a> {
    Literal(&'a str),
    Regex(Regex),
}

impl<'a> Pattern<'a> {
    fn new(line: &'a [u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(line).map_err(|_| "it is not UTF-8".to_owned())?;
        if regex::escape(text) == text {
            return Ok(Self::Literal(text));
        }
        // The bare pattern first: `a)|(b` is none, though it would become one between the brackets below.
        compile(text)?;
        compile(&format!(r"\A(?:{text})\z")).map(Self::Regex)
    }

    fn matches(&self, line: &[u8]) -> bool {
        match self {
            Self::Literal(text) => text.as_bytes() == line,
            Self::Regex(regex) => regex.is_match(line),
        }
    }
}

fn compile(pattern: &str) -> Result<Regex, String> {
    RegexBuilder::new(pattern).size_limit(PATTERN_BYTES).dfa_size_limit(PATTERN_BYTES).build().map_err(|error| {
        let text = error.to_string();
        let last = text.lines().last().unwrap_or_default();
        visible(last.trim_start_matches("error: ").as_bytes(), 160)
    })
}
