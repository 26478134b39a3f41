//! How cost grows with the size of the input: the classes there are, and how a challenge has them measured.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) mod read;

/// What is put in place of in [`Growth::input`].
const SIZE: &str = "{n}";
const SEED: &str = "{seed}";

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
    /// The generator's standard input, with `{n}` where the size stands and `{seed}` where a seed may.
    pub input: String,
    /// The sizes, the smallest first.
    pub sizes: Vec<u64>,
    /// How the cost of accepted solutions must grow.
    pub expected: Option<GrowthClass>,
}

impl Growth {
    /// What the generator reads for one size. The seed is the size too, so that it is the same whichever sizes are run.
    pub fn input_of(&self, size: u64) -> String {
        let size = size.to_string();
        format!("{}\n", self.input.replace(SIZE, &size).replace(SEED, &size))
    }
}
