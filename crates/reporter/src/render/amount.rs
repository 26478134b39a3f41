//! Amounts as people read them: times, sizes, shares of a limit, ratios and shortened hashes.

use assay_challenge::ByteSize;

/// Virtual time: `412 ms`, `1.20 s`, `125 s`.
pub(crate) fn time(ms: u64) -> String {
    match ms {
        0..1_000 => format!("{ms} ms"),
        1_000..100_000 => format!("{}.{:02} s", ms / 1000, ms % 1000 / 10),
        _ => format!("{} s", ms / 1000),
    }
}

/// Bytes: `12 B`, `1.5 KiB`, `256 MiB`.
pub(crate) fn size(bytes: u64) -> String {
    ByteSize::new(bytes).rounded()
}

/// A whole number in groups of three digits: `12 345 678`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// `part` of `whole` in thousandths, rounded up so that something is never nothing; 0 where `whole` is 0.
pub(crate) fn share_milli(part: u64, whole: u64) -> u64 {
    if whole == 0 {
        return 0;
    }
    let milli = (u128::from(part) * 1000).div_ceil(u128::from(whole));
    u64::try_from(milli).unwrap_or(u64::MAX)
}

/// A share in thousandths as a percentage, rounded up: `42 %`; more than tenfold is `>999 %`.
pub(crate) fn percent(milli: u64) -> String {
    if milli > 9_990 { ">999 %".to_owned() } else { format!("{} %", milli.div_ceil(10)) }
}

/// A ratio in thousandths: `2.3x`.
pub(crate) fn ratio(milli: u64) -> String {
    let tenths = milli.saturating_add(50) / 100;
    format!("{}.{}x", tenths / 10, tenths % 10)
}

/// A share in thousandths with two decimals: `0.41`.
pub(crate) fn hundredths(milli: u64) -> String {
    let hundredths = milli.div_ceil(10);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// `one case`, `2 cases`.
pub(crate) fn count(number: u64, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The text with every run of at least 32 hex digits cut to its first 12.
pub(crate) fn short_hashes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_hexdigit()) {
        out.push_str(&rest[..start]);
        let run = &rest[start..];
        let end = run.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(run.len());
        out.push_str(if end >= 32 { &run[..12] } else { &run[..end] });
        rest = &run[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well_at_every_magnitude() {
        assert_eq!([time(0), time(999), time(1234), time(125_999)], ["0 ms", "999 ms", "1.23 s", "125 s"]);
    }

    #[test]
    fn shares_never_overflow_and_never_divide_by_zero() {
        assert_eq!(share_milli(1, 3), 334);
        assert_eq!(share_milli(5, 0), 0);
        assert_eq!(percent(share_milli(u64::MAX, 1)), ">999 %");
    }

    #[test]
    fn only_long_runs_of_hex_are_cut() {
        let hash = "0123456789abcdef".repeat(4);
        assert_eq!(short_hashes(&format!("cafe {hash}·x")), "cafe 0123456789ab·x");
    }

    #[test]
    fn digits_are_grouped_from_the_right() {
        assert_eq!([grouped(7), grouped(1234), grouped(12_345_678)], ["7", "1 234", "12 345 678"]);
    }
}
