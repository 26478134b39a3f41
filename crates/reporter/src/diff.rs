//! Expected against actual output: line and word level, bounded in time and size.
//!
//! A difference is part of a grade, and grades are equal on every machine, so no clock ever cuts one short.
//! Its size is bounded instead: it begins a few lines before the first difference, compares at most 500 lines and
//! 64 KiB of each side with Myers's algorithm (at most 1000 x 1000 steps there), cuts lines to 200 characters and
//! shows at most 40. Bytes that are no text are compared as rows of a hex dump.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod shown;
mod window;
mod words;

pub(crate) use window::Ends;

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
