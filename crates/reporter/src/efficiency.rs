//! The part of full efficiency marks that a ratio of costs earns, in integers alone.
//!
//! Between full and zero marks fall with the logarithm: each doubling of the cost loses as much as the one before.
//! The logarithm is computed in fixed point, because a floating-point one may differ between machines.

use assay_challenge::Efficiency;

/// Bits after the binary point of a logarithm.
pub(crate) const BITS: u32 = 32;

/// A part of the whole, as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) of: u64,
    pub(crate) whole: u64,
}

/// What part of full marks is earned at `ratio_milli`, the cost over the reference's in thousandths.
pub(crate) fn marks(efficiency: &Efficiency, ratio_milli: u64) -> Part {
    let (full, zero) = (u64::from(efficiency.full), u64::from(efficiency.zero));
    if ratio_milli <= full {
        Part { of: 1, whole: 1 }
    } else if ratio_milli >= zero {
        Part { of: 0, whole: 1 }
    } else {
        let zero = log2(zero);
        Part { of: zero - log2(ratio_milli), whole: zero - log2(full) }
    }
}

/// The binary logarithm of `x` with 32 bits after the point, rounded down; 0 for 0.
pub(crate) fn log2(x: u64) -> u64 {
    let Some(whole) = x.checked_ilog2() else { return 0 };
    // x / 2^whole lies in 1..2; squaring it shifts the next bit of its logarithm before the point.
    let mut rest = u128::from(x) << (63 - whole);
    let mut log = u64::from(whole);
    for _ in 0..BITS {
        rest = (rest * rest) >> 63;
        let bit = rest >> 64;
        rest >>= bit;
        log = (log << 1) | u64::from(bit == 1);
    }
    log
}

/// How far along a scale of this length `x` lies, when the ends of the scale have these logarithms; nothing where they
/// are the same.
pub(crate) fn along(x: u64, (from, to): (u64, u64), length: u64) -> Option<u64> {
    let way = u128::from(log2(x).saturating_sub(from)) * u128::from(length);
    u64::try_from(way.checked_div(u128::from(to.saturating_sub(from)))?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn efficiency(full: u32, zero: u32) -> Efficiency {
        Efficiency { share: 20, full, zero, references: std::collections::BTreeMap::default() }
    }

    #[test]
    fn the_logarithm_of_a_power_of_two_is_exact() {
        for n in 0_u32..64 {
            assert_eq!(log2(1 << n), u64::from(n) << BITS);
        }
        // log2(10) = 3.32192809488736..., of which 2^-32 is about 2.3e-10.
        assert_eq!(log2(10), 14_267_572_527);
    }

    #[test]
    fn marks_fall_with_the_logarithm_between_full_and_zero() {
        let efficiency = efficiency(1000, 16_000);
        let halfway = marks(&efficiency, 4000);
        // log2(16000) and log2(1000) share their fraction, so that their distances are exact.
        assert_eq!(u128::from(halfway.of) * 2, u128::from(halfway.whole));
        assert_eq!(marks(&efficiency, 1000), Part { of: 1, whole: 1 });
        assert_eq!(marks(&efficiency, 16_000), Part { of: 0, whole: 1 });
        assert_eq!(marks(&efficiency, u64::MAX), Part { of: 0, whole: 1 });
    }

    #[test]
    fn limits_without_room_between_them_are_a_step() {
        let efficiency = efficiency(2000, 2000);
        assert_eq!(marks(&efficiency, 2000).of, 1);
        assert_eq!(marks(&efficiency, 2001).of, 0);
    }

    proptest! {
        #[test]
        #[allow(clippy::cast_precision_loss)]
        fn the_logarithm_is_close_to_the_true_one_and_never_falls(x in 1_u64..u64::MAX) {
            let fixed = log2(x) as f64 / f64::from(1 << 16) / f64::from(1 << 16);
            prop_assert!((fixed - (x as f64).log2()).abs() < 1e-8);
            prop_assert!(log2(x) <= log2(x + 1));
        }

        #[test]
        fn no_marks_are_beyond_full(full in any::<u32>(), zero in any::<u32>(), ratio in any::<u64>()) {
            let part = marks(&efficiency(full, zero), ratio);
            prop_assert!(part.of <= part.whole && part.whole > 0);
        }
    }
}
