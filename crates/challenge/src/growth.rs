//! How cost grows with the size of the input: the classes there are, and how a challenge has them measured.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) mod read;

/// The largest size; up to here all sizes are exact as floating-point numbers.
const LARGEST: u64 = 1_000_000_000_000_000;

/// A class of growth, the slower before the faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum GrowthClass {
    /// Independent of the size.
    #[serde(rename = "1")]
    Constant,
    /// The logarithm of the size.
    #[serde(rename = "log n")]
    Logarithmic,
    /// The square root of the size.
    #[serde(rename = "sqrt n", alias = "√n")]
    Root,
    /// The size.
    #[serde(rename = "n")]
    Linear,
    /// The size times its logarithm.
    #[serde(rename = "n log n")]
    Linearithmic,
    /// The size squared.
    #[serde(rename = "n^2", alias = "n²")]
    Quadratic,
    /// The size cubed.
    #[serde(rename = "n^3", alias = "n³")]
    Cubic,
    /// A constant above 1 to the power of the size, or still faster.
    #[serde(rename = "2^n", alias = "2ⁿ")]
    Exponential,
}

impl GrowthClass {
    /// All classes, the slowest first.
    pub const ALL: [Self; 8] = [
        Self::Constant,
        Self::Logarithmic,
        Self::Root,
        Self::Linear,
        Self::Linearithmic,
        Self::Quadratic,
        Self::Cubic,
        Self::Exponential,
    ];

    /// The class in a word or as a formula: `n²`.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Constant => "constant",
            Self::Logarithmic => "log n",
            Self::Root => "√n",
            Self::Linear => "n",
            Self::Linearithmic => "n log n",
            Self::Quadratic => "n²",
            Self::Cubic => "n³",
            Self::Exponential => "2ⁿ",
        }
    }
}

impl std::fmt::Display for GrowthClass {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.symbol())
    }
}

/// How a challenge has growth measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The program that makes an input of a size.
    pub generator: PathBuf,
    /// The accepted solution that knows what must come of it; without one, runs must only succeed.
    pub answers: Option<PathBuf>,
    /// The generator's standard input, with `{n}` where the size stands and `{seed}` where a seed may. `{3n}` is three
    /// times the size, and `{n/4}` a quarter of it.
    pub input: String,
    /// The sizes, the smallest first.
    pub sizes: Vec<u64>,
    /// How the cost of accepted solutions must grow.
    pub expected: Option<GrowthClass>,
}

impl Growth {
    /// What the generator reads for one size. The seed is the size too, so that it is the same whichever sizes are run.
    pub fn input_of(&self, size: u64) -> String {
        let mut text = filled(&self.input, size).0;
        text.push('\n');
        text
    }
}

/// The text with `{n}`, `{3n}`, `{n/4}` and `{seed}` filled in, and how many of them depend on the size.
fn filled(text: &str, size: u64) -> (String, usize) {
    let (mut out, mut rest, mut sized) = (String::new(), text, 0);
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let inner = after.split_once('}').and_then(|(inner, after)| Some((inner, amount(inner, size)?, after)));
        if let Some((inner, amount, after)) = inner {
            out.push_str(&amount.to_string());
            sized += usize::from(inner != "seed");
            rest = after;
        } else {
            // A brace of the setter's own, such as one of JSON.
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    (out, sized)
}

/// What a word in braces stands for: the seed, or a multiple or part of the size, rounded down but at least 1.
fn amount(word: &str, size: u64) -> Option<u64> {
    if word == "seed" {
        return Some(size);
    }
    let (times, over) = word.split_once('n')?;
    let times = if times.is_empty() { 1 } else { times.parse::<u32>().ok()? };
    let over =
        if over.is_empty() { 1 } else { over.strip_prefix('/')?.parse::<u32>().ok().filter(|over| *over > 0)? };
    Some((size.min(LARGEST).saturating_mul(u64::from(times)) / u64::from(over)).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_parts_and_multiples_are_filled_in_and_other_braces_stay() {
        let of = |text: &str| filled(text, 64);
        assert_eq!(of("seed={seed} n={n} k={n/4}"), ("seed=64 n=64 k=16".to_owned(), 2));
        assert_eq!(of("{3n} {3n/2} {n/100}"), ("192 96 1".to_owned(), 3));
        for text in ["", "{", "}{", "{m}", "{n/0}", "{-1n}", "{\"a\": 1}", "{seed"] {
            assert_eq!(of(text), (text.to_owned(), 0));
        }
        assert_eq!(of("{\"n\": {n}}"), ("{\"n\": 64}".to_owned(), 1));
    }
}
