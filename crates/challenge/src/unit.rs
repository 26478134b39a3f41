//! Sizes and times as people write them: `"256 MiB"`, `"1.5s"`.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A number of bytes, written with a unit: B, kB, MB, GB, KiB, MiB or GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct ByteSize(u64);

/// A length of time, written with a unit: ms, s or min. At least one millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct TimeSpan(u64);

/// A text that is no size or no time.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{text}` is not a {what}: write a number and a unit, such as `{example}` (units: {units})")]
pub struct UnitError {
    text: String,
    what: &'static str,
    example: &'static str,
    units: &'static str,
}

const SIZES: [(&str, u64); 7] = [
    ("GiB", 1 << 30),
    ("MiB", 1 << 20),
    ("KiB", 1 << 10),
    ("GB", 1_000_000_000),
    ("MB", 1_000_000),
    ("kB", 1000),
    ("B", 1),
];

const TIMES: [(&str, u64); 3] = [("min", 60_000), ("s", 1000), ("ms", 1)];

impl ByteSize {
    /// This many bytes.
    pub const fn new(bytes: u64) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn bytes(self) -> u64 {
        self.0
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

/// Reads a decimal number with at most three digits after the point, and a unit.
fn read(text: &str, units: &[(&str, u64)]) -> Option<u64> {
    let text = text.trim();
    let split = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (number, unit) = (&text[..split], text[split..].trim_start());
    let (_, factor) = units.iter().find(|(name, _)| *name == unit)?;
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    if whole.is_empty() || decimals.is_empty() || decimals.len() > 3 {
        return None;
    }
    let thousandths = format!("{decimals:0<3}").parse::<u128>().ok()?;
    let milli = u128::from(whole.parse::<u64>().ok()?) * 1000 + thousandths;
    let scaled = milli * u128::from(*factor);
    if scaled % 1000 == 0 { u64::try_from(scaled / 1000).ok() } else { None }
}

/// Writes a number with the largest unit that leaves it whole.
fn write(value: u64, units: &[(&str, u64)], smallest: &str) -> String {
    let fits = units.iter().find(|(_, factor)| value >= *factor && value.is_multiple_of(*factor));
    let (unit, factor) = fits.copied().unwrap_or((smallest, 1));
    format!("{} {unit}", value / factor)
}

impl FromStr for ByteSize {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        let units = "B, kB, MB, GB, KiB, MiB, GiB";
        let wrong = || UnitError { text: text.to_owned(), what: "size", example: "256 MiB", units };
        read(text, &SIZES).map(Self).ok_or_else(wrong)
    }
}

impl FromStr for TimeSpan {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        let wrong = || UnitError { text: text.to_owned(), what: "time", example: "1.5s", units: "ms, s, min" };
        read(text, &TIMES).filter(|ms| *ms > 0).map(Self).ok_or_else(wrong)
    }
}

impl std::fmt::Display for ByteSize {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&write(self.0, &SIZES, "B"))
    }
}

impl std::fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&write(self.0, &TIMES, "ms"))
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
    fn a_number_without_a_unit_is_refused_with_an_example() {
        assert!("256".parse::<ByteSize>().unwrap_err().to_string().contains("256 MiB"));
        for text in ["", "s", "0s", "-1s", "1.2345s", "1.0001ms", "99999999999999999999s", "1 fortnight", ".5s"] {
            assert!(text.parse::<TimeSpan>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_size_or_time_reads_back_from_its_text(value in 1..u64::MAX) {
            prop_assert_eq!(ByteSize::new(value).to_string().parse::<ByteSize>().unwrap().bytes(), value);
            let time = TimeSpan::from_ms(value / 1000 + 1);
            prop_assert_eq!(time.to_string().parse::<TimeSpan>().unwrap(), time);
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = text.parse::<ByteSize>();
            let _ = text.parse::<TimeSpan>();
        }
    }
}
