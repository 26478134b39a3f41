//! Sizes and times as people write them: `"256 MiB"`, `"1.5s"`.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A number of bytes, written with a unit: B, kB, MB, GB, KiB, MiB or GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^[0-9]+(\.[0-9]{1,3})? *(B|kB|MB|GB|KiB|MiB|GiB)$"))]
#[schemars(extend("examples" = ["256 MiB", "64 kB"]))]
pub struct ByteSize(u64);

/// A length of time, written with a unit: ms, s or min. At least one millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^[0-9]+(\.[0-9]{1,3})? *(ms|s|min)$"))]
#[schemars(extend("examples" = ["2s", "500ms"]))]
pub struct TimeSpan(u64);

/// Why a text is no size or no time.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum UnitError {
    /// It does not begin with a number, or with one of more than three decimals.
    #[error("`{text}` does not begin with a number, such as the one in `{example}`")]
    NoNumber {
        /// The text.
        text: String,
        /// A text that is right.
        example: &'static str,
    },
    /// It is a number alone, which could mean anything.
    #[error("`{text}` has no unit: write one, as in `{example}`")]
    NoUnit {
        /// The text.
        text: String,
        /// A text that is right.
        example: &'static str,
    },
    /// Its unit is not known.
    #[error("`{unit}` is not a known unit: use {known}")]
    UnknownUnit {
        /// The unit.
        unit: String,
        /// The units there are.
        known: String,
    },
    /// It is larger than can be counted.
    #[error("`{text}` is too large")]
    TooLarge {
        /// The text.
        text: String,
    },
    /// It is not a whole number of the smallest unit.
    #[error("`{text}` is not a whole number of {smallest}")]
    TooFine {
        /// The text.
        text: String,
        /// The smallest unit.
        smallest: &'static str,
    },
    /// It is a time of nothing.
    #[error("`{text}` is no time at all")]
    Zero {
        /// The text.
        text: String,
    },
}

/// A kind of quantity: an example of it and its units, from the largest to the smallest, which counts as 1.
struct Scale {
    example: &'static str,
    units: &'static [(&'static str, u64)],
}

const SIZES: Scale = Scale {
    example: "256 MiB",
    units: &[
        ("GiB", 1 << 30),
        ("GB", 1_000_000_000),
        ("MiB", 1 << 20),
        ("MB", 1_000_000),
        ("KiB", 1 << 10),
        ("kB", 1000),
        ("B", 1),
    ],
};

const TIMES: Scale = Scale { example: "1.5s", units: &[("min", 60_000), ("s", 1000), ("ms", 1)] };

impl ByteSize {
    /// This many bytes.
    pub const fn new(bytes: u64) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn bytes(self) -> u64 {
        self.0
    }

    /// About how much it is, as it is shown to people: `12 B`, `1.5 KiB`, `256 MiB`. Rounded up to a tenth, so that more
    /// than a limit never looks like the limit.
    pub fn rounded(self) -> String {
        let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)];
        let Some((unit, shift)) = units.into_iter().find(|(_, shift)| self.0 >> shift > 0) else {
            return format!("{} B", self.0);
        };
        let tenths = (u128::from(self.0) * 10).div_ceil(1 << shift);
        match (tenths / 10, tenths % 10) {
            (whole, 0) => format!("{whole} {unit}"),
            (whole, tenth) => format!("{whole}.{tenth} {unit}"),
        }
    }
}

impl TimeSpan {
    /// This many milliseconds.
    pub const fn from_ms(ms: u64) -> Self {
        Self(ms)
    }

    /// The milliseconds.
    pub const fn ms(self) -> u64 {
        self.0
    }
}

impl Scale {
    /// Reads a decimal number with at most three digits after the point, and a unit.
    fn read(&self, text: &str) -> Result<u64, UnitError> {
        let example = self.example;
        let split = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
        let (number, unit) = (&text[..split], text[split..].trim_start_matches(' '));
        let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() > 3 {
            return Err(UnitError::NoNumber { text: text.to_owned(), example });
        }
        if unit.is_empty() {
            return Err(UnitError::NoUnit { text: text.to_owned(), example });
        }
        let Some((_, factor)) = self.units.iter().find(|(name, _)| *name == unit) else {
            return Err(UnitError::UnknownUnit { unit: unit.to_owned(), known: self.names() });
        };
        let too_large = || UnitError::TooLarge { text: text.to_owned() };
        let whole: u64 = whole.parse().map_err(|_| too_large())?;
        let thousandths: u128 = format!("{decimals:0<3}").parse().map_err(|_| too_large())?;
        // Neither product comes near the end of 128 bits: 2^64 times 1000 times 2^30.
        let scaled = (u128::from(whole) * 1000 + thousandths) * u128::from(*factor);
        if !scaled.is_multiple_of(1000) {
            return Err(UnitError::TooFine { text: text.to_owned(), smallest: self.smallest() });
        }
        u64::try_from(scaled / 1000).map_err(|_| too_large())
    }

    /// A number with the largest unit that leaves it whole.
    fn write(&self, value: u64) -> (u64, &'static str) {
        let fits = self.units.iter().find(|(_, factor)| value >= *factor && value.is_multiple_of(*factor));
        fits.map_or((value, self.smallest()), |(unit, factor)| (value / factor, unit))
    }

    fn smallest(&self) -> &'static str {
        self.units.last().map_or("", |(name, _)| name)
    }

    fn names(&self) -> String {
        self.units.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }
}

impl FromStr for ByteSize {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        SIZES.read(text).map(Self)
    }
}

impl FromStr for TimeSpan {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        match TIMES.read(text)? {
            0 => Err(UnitError::Zero { text: text.to_owned() }),
            ms => Ok(Self(ms)),
        }
    }
}

impl std::fmt::Display for ByteSize {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (number, unit) = SIZES.write(self.0);
        f.pad(&format!("{number} {unit}"))
    }
}

impl std::fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (number, unit) = TIMES.write(self.0);
        f.pad(&format!("{number}{unit}"))
    }
}

macro_rules! through_text {
    ($type:ty) => {
        impl TryFrom<String> for $type {
            type Error = UnitError;

            fn try_from(text: String) -> Result<Self, UnitError> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.to_string()
            }
        }
    };
}

through_text!(ByteSize);
through_text!(TimeSpan);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sizes_and_times_are_read_as_people_write_them() {
        for (text, bytes) in [("256 MiB", 256 << 20), ("8KiB", 8192), ("64 kB", 64_000), ("1.5 GiB", 3 << 29)] {
            assert_eq!(text.parse::<ByteSize>().unwrap().bytes(), bytes, "{text}");
        }
        for (text, ms) in [("2s", 2000), ("500ms", 500), ("1.5 s", 1500), ("2 min", 120_000)] {
            assert_eq!(text.parse::<TimeSpan>().unwrap().ms(), ms, "{text}");
        }
    }

    #[test]
    fn what_is_no_size_is_refused_with_the_reason() {
        for (text, reason) in [
            ("256", "has no unit: write one, as in `256 MiB`"),
            ("", "does not begin with a number"),
            ("MiB", "does not begin with a number"),
            ("-1 MiB", "does not begin with a number"),
            (".5 MiB", "does not begin with a number"),
            ("1. MiB", "does not begin with a number"),
            ("1.2.3 MiB", "does not begin with a number"),
            ("1.2345 GiB", "does not begin with a number"),
            ("１ MiB", "does not begin with a number"),
            ("1 mib", "`mib` is not a known unit: use GiB"),
            ("1 MiB ", "`MiB ` is not a known unit"),
            ("0.5 B", "not a whole number of B"),
            ("99999999999999999999 B", "too large"),
            ("18446744073709551615 GiB", "too large"),
        ] {
            let error = text.parse::<ByteSize>().unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_with_the_reason() {
        for (text, reason) in [
            ("2", "has no unit: write one, as in `1.5s`"),
            ("0s", "no time at all"),
            ("1.001ms", "not a whole number of ms"),
            ("1 h", "`h` is not a known unit: use min, s, ms"),
            ("18446744073709551615min", "too large"),
        ] {
            let error = text.parse::<TimeSpan>().unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }

    #[test]
    fn sizes_are_shown_rounded_up_in_a_unit_that_fits() {
        for (bytes, text) in [
            (0, "0 B"),
            (1023, "1023 B"),
            (1536, "1.5 KiB"),
            (1537, "1.6 KiB"),
            (256 << 20, "256 MiB"),
            ((256 << 20) + 1, "256.1 MiB"),
            (5 << 30, "5 GiB"),
            (u64::MAX, "17179869184 GiB"),
        ] {
            assert_eq!(ByteSize::new(bytes).rounded(), text);
        }
    }

    #[test]
    fn sizes_and_times_are_written_with_the_largest_unit_that_fits() {
        for (bytes, text) in [(0, "0 B"), (1, "1 B"), (8192, "8 KiB"), (64_000, "64 kB"), (3 << 29, "1536 MiB")] {
            assert_eq!(ByteSize::new(bytes).to_string(), text);
        }
        for (ms, text) in [(2000, "2s"), (500, "500ms"), (1500, "1500ms"), (120_000, "2min")] {
            assert_eq!(TimeSpan::from_ms(ms).to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn any_size_or_time_reads_back_from_its_text(value in 1..=u64::MAX) {
            prop_assert_eq!(ByteSize::new(value).to_string().parse::<ByteSize>().unwrap().bytes(), value);
            let time = TimeSpan::from_ms(value);
            prop_assert_eq!(time.to_string().parse::<TimeSpan>().unwrap(), time);
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = text.parse::<ByteSize>();
            let _ = text.parse::<TimeSpan>();
        }
    }
}
