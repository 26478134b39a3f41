//! Token by token, where two numbers agree within a tolerance.
//!
//! This is Kattis's default validator with its float options, but for one thing: hexadecimal floating-point
//! literals are text here. A decimal too large for a double is text too, so that it never equals another.

use assay_challenge::NumberTolerance;

use super::{Finding, tokens};
use crate::quote::quote_pair;

pub(super) fn check(answer: &[u8], output: &[u8], tolerance: &NumberTolerance) -> Finding {
    let same = |expected: &[u8], actual: &[u8]| tokens::same(expected, actual, tolerance.case_sensitive);
    if tolerance.absolute.is_none() && tolerance.relative.is_none() {
        return tokens::check(answer, output, same);
    }
    tokens::check_with(answer, output, |expected, actual| {
        if same(expected, actual) {
            return None;
        }
        let off = match (number(expected), number(actual)) {
            (Some(e), Some(a)) if agree(e, a, tolerance) => return None,
            (Some(Number::Finite(e)), Some(Number::Finite(a))) => format!(", off by {:.2e}", (a - e).abs()),
            _ => String::new(),
        };
        let (e, a) = quote_pair(expected, actual);
        Some(format!("expected {e}{}, got {a}{off}", number(expected).map_or_else(String::new, |_| within(tolerance))))
    })
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Number {
    Finite(f64),
    Infinite { negative: bool },
    Undefined,
}

/// The number a token stands for: a decimal with an optional exponent, or `nan`, `inf`, `infinity` in any case.
fn number(token: &[u8]) -> Option<Number> {
    let text = std::str::from_utf8(token).ok()?;
    let value: f64 = text.parse().ok()?;
    if value.is_finite() {
        return Some(Number::Finite(value));
    }
    if token.iter().any(u8::is_ascii_digit) {
        return None;
    }
    Some(if value.is_nan() { Number::Undefined } else { Number::Infinite { negative: value < 0.0 } })
}

fn agree(expected: Number, actual: Number, tolerance: &NumberTolerance) -> bool {
    match (expected, actual) {
        (Number::Finite(expected), Number::Finite(actual)) => {
            let off = (actual - expected).abs();
            tolerance.absolute.is_some_and(|most| off <= most)
                || tolerance.relative.is_some_and(|most| off <= most * expected.abs())
        }
        (expected, actual) => expected == actual,
    }
}

fn within(tolerance: &NumberTolerance) -> String {
    match (tolerance.absolute, tolerance.relative) {
        (Some(absolute), Some(relative)) => format!(" within {absolute:e} or relatively {relative:e}"),
        (Some(absolute), None) => format!(" within {absolute:e}"),
        (None, Some(relative)) => format!(" within relatively {relative:e}"),
        (None, None) => String::new(),
    }
}
