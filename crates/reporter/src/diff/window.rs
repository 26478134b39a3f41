//! The lines of both sides around the first difference, few enough to compare without a clock.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::shown::{CONTEXT, SHOWN_LINES, Shown};
use super::{Diff, Side, words};
use crate::hexdump::{ROW, is_binary, rows};

/// Lines of each side that are compared.
const WINDOW_LINES: usize = 500;
/// Bytes of each side that are compared; the lines up to the first difference are in any case.
const WINDOW_BYTES: usize = 64 * 1024;

/// What the end of a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// Blanks, carriage returns and blank lines at the end mean nothing, and are not shown.
    Forgiven,
    /// Every byte counts.
    Exact,
}

/// The compared lines of one side.
struct Window<'a> {
    lines: Vec<&'a [u8]>,
    /// How many lines come before them.
    skipped: usize,
    /// Whether lines come after them.
    goes_on: bool,
}

impl<'a> Window<'a> {
    fn new(bytes: &'a [u8], first: usize, ends: Ends) -> Self {
        let bytes = if ends == Ends::Forgiven { bytes.trim_ascii_end() } else { bytes };
        let skipped = first.saturating_sub(CONTEXT);
        let mut all = bytes.split_inclusive(|&byte| byte == b'\n').skip(skipped).peekable();
        let (mut lines, mut size) = (Vec::new(), 0);
        while let Some(line) = all.peek() {
            size += line.len();
            if lines.len() == WINDOW_LINES || (size > WINDOW_BYTES && skipped + lines.len() > first) {
                break;
            }
            lines.push(if ends == Ends::Forgiven { line.trim_ascii_end() } else { line });
            all.next();
        }
        Self { lines, skipped, goes_on: all.peek().is_some() }
    }
}

impl Diff {
    /// The difference that begins at line `at.0` of `expected` and line `at.1` of `actual`, both from 0.
    ///
    /// `agree` says of two lines in the same place whether they are equal for this challenge; where they are, the
    /// expected one is shown.
    pub(crate) fn between(
        expected: &[u8],
        actual: &[u8],
        first: String,
        at: (usize, usize),
        ends: Ends,
        agree: &dyn Fn(&[u8], &[u8]) -> bool,
    ) -> Self {
        if is_binary(expected) || is_binary(actual) {
            return Self::between_bytes(expected, actual, first);
        }
        let (expected, actual) = (Window::new(expected, at.0, ends), Window::new(actual, at.1, ends));
        compare(&expected, &actual, first, agree)
    }

    /// The difference of bytes that are no text, as rows of a hex dump from shortly before the first one.
    fn between_bytes(expected: &[u8], actual: &[u8], first: String) -> Self {
        let common = expected.iter().zip(actual).take_while(|(e, a)| e == a).count();
        let skipped = (common / ROW).saturating_sub(CONTEXT);
        let dump = |bytes: &[u8]| {
            let rest = bytes.get(skipped * ROW..).unwrap_or_default();
            let kept = &rest[..rest.len().min(SHOWN_LINES * ROW)];
            (rows(kept, skipped * ROW), kept.len() < rest.len())
        };
        let (expected, actual) = (dump(expected), dump(actual));
        compare(
            &Window { lines: expected.0.iter().map(String::as_bytes).collect(), skipped, goes_on: expected.1 },
            &Window { lines: actual.0.iter().map(String::as_bytes).collect(), skipped, goes_on: actual.1 },
            first,
            &|_, _| false,
        )
    }

    /// The difference of two sets of lines: those `missing` from the output and those `extra` in it, from 0.
    pub(crate) fn of_lists<'a>(
        first: String,
        missing: impl Iterator<Item = (usize, &'a [u8])>,
        extra: impl Iterator<Item = (usize, &'a [u8])>,
    ) -> Self {
        let mut shown = Shown::default();
        let (missing, extra): (Vec<_>, Vec<_>) =
            (missing.take(SHOWN_LINES + 1).collect(), extra.take(SHOWN_LINES + 1).collect());
        for n in 0..missing.len().max(extra.len()) {
            if let Some((number, line)) = missing.get(n) {
                let (piece, cut) = words::alone(line);
                shown.push(Side::Expected, Some(*number), None, vec![piece], cut);
            }
            if let Some((number, line)) = extra.get(n) {
                let (piece, cut) = words::alone(line);
                shown.push(Side::Actual, None, Some(*number), vec![piece], cut);
            }
        }
        shown.into_diff(first)
    }
}

fn compare(expected: &Window<'_>, actual: &Window<'_>, first: String, agree: &dyn Fn(&[u8], &[u8]) -> bool) -> Diff {
    let mut numbers = BTreeMap::new();
    let mut number = |line| {
        let next = numbers.len();
        *numbers.entry(line).or_insert(next)
    };
    let old: Vec<usize> = expected.lines.iter().map(|line| number(*line)).collect();
    let new: Vec<usize> = (actual.lines.iter().enumerate())
        .map(|(n, line)| match expected.lines.get(n) {
            Some(other) if other != line && agree(other, line) => old[n],
            _ => number(*line),
        })
        .collect();
    let mut shown = Shown::default();
    let operations = capture_diff_slices(Algorithm::RawMyers, &old, &new);
    for (index, operation) in operations.iter().enumerate() {
        let (tag, old, new) = operation.as_tag_tuple();
        for n in 0..old.len().max(new.len()) {
            if shown.is_full() {
                break;
            }
            let e = old.clone().nth(n).map(|n| (n + expected.skipped, expected.lines[n]));
            let a = new.clone().nth(n).map(|n| (n + actual.skipped, actual.lines[n]));
            if tag == DiffTag::Equal {
                let after_change = index > 0 && n < CONTEXT;
                let before_change = index + 1 < operations.len() && n + CONTEXT >= old.len();
                if after_change || before_change {
                    shown.both(e, a);
                }
            } else {
                shown.change(e, a);
            }
        }
    }
    shown.cut |= expected.goes_on || actual.goes_on;
    shown.into_diff(first)
}
