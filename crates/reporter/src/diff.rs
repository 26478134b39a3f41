//! Expected against actual output: line and word level, bounded in time and size.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A difference cut to what a person reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diff {
    /// The first differing place in words, such as `line 3, token 2`.
    pub first: String,
    /// The lines around the differences, in order.
    pub lines: Vec<DiffLine>,
    /// Whether there was more than is shown.
    pub cut: bool,
}

/// One line of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DiffLine {
    /// Where the line stands.
    pub side: Side,
    /// Its number in the expected answer, from 1; absent for lines that are only in the output.
    pub expected_line: Option<u64>,
    /// Its number in the output, from 1; absent for lines that are only expected.
    pub actual_line: Option<u64>,
    /// The line in pieces, not escaped, without its line feed.
    pub pieces: Vec<Piece>,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what differs.
    pub differs: bool,
}

/// Where a line of a difference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// In both.
    Both,
    /// Only in the expected answer.
    Expected,
    /// Only in the output.
    Actual,
}
