//! The size from which on one curve runs away from another.

use super::fit::Curve;

/// How many times the ratio of the two at the smallest size is apart.
const APART: f64 = 2.0;

/// How far beyond the sizes that were measured a curve is believed.
const BEYOND: u64 = 16;

/// The smallest size, to two digits, from which on `faster` is more than twice as many times `slower` as it is at `from`;
/// `None` if that lies far beyond `to`.
pub(crate) fn size(faster: &Curve, slower: &Curve, from: u64, to: u64) -> Option<u64> {
    let ratio = |size: u64| faster.at(size) / slower.at(size);
    let start = ratio(from);
    let apart = |size: u64| ratio(size) > APART * start;
    let (mut together, mut end) = (from, to.saturating_mul(BEYOND));
    let comparable = start.is_finite() && start > 0.0 && from > 0;
    if !comparable || !apart(end) {
        return None;
    }
    while end - together > 1 {
        let middle = together + (end - together) / 2;
        if apart(middle) { end = middle } else { together = middle }
    }
    Some(two_digits(end))
}

fn two_digits(number: u64) -> u64 {
    let mut unit = 1;
    while number / unit >= 100 {
        unit *= 10;
    }
    (number + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_two_digits() {
        assert_eq!([0, 7, 99, 904, 905, 12_345].map(two_digits), [0, 7, 99, 900, 910, 12_000]);
    }
}
