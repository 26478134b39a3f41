//! Points as integers, so that no score depends on a machine's floating point.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Points in thousandths. In JSON a number with at most three decimals, such as `87.5`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
#[schemars(with = "f64")]
pub struct Points(u64);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// Whole points.
    pub fn whole(points: u32) -> Self {
        Self(u64::from(points) * 1000)
    }

    /// Points from thousandths.
    pub fn from_milli(milli: u64) -> Self {
        Self(milli)
    }

    /// Thousandths of a point.
    pub fn milli(self) -> u64 {
        self.0
    }

    /// As a floating-point number, for formats that want one.
    #[allow(clippy::cast_precision_loss, reason = "points are far below 2^52 thousandths")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl std::ops::Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, |a, b| a + b)
    }
}

impl std::fmt::Display for Points {
    /// Without trailing zeros: `100`, `87.5`, `0.125`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.0 / 1000, self.0 % 1000);
        let text =
            if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() };
        f.pad(&text)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(1000) {
            serializer.serialize_u64(self.0 / 1000)
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(deserializer)?;
        if !(0.0..=1e12).contains(&points) {
            return Err(serde::de::Error::custom("points must lie between 0 and 10^12"));
        }
        Ok(Self((points * 1000.0).round() as u64))
    }
}
