//! How a case's output is compared with its expected answer.

use std::path::PathBuf;

/// The way outputs are judged. Every kind but `Program` compares on the host.
#[derive(Clone, Debug, PartialEq)]
pub enum Checker {
    /// Byte for byte.
    Exact,
    /// Line by line; blanks at a line's end, CRLF and blank lines at the end are forgiven.
    Lines,
    /// White-space separated tokens.
    Tokens {
        /// Whether `Yes` and `yes` differ.
        case_sensitive: bool,
    },
    /// Tokens, where two numbers agree within a tolerance, as Kattis's default validator has it.
    Numbers(NumberTolerance),
    /// Lines as in `Lines`, in any order.
    UnorderedLines,
    /// Each line of the answer is a regular expression that the whole line of output must match.
    Regex,
    /// The typed values of functions and classes.
    Value(ValueTolerance),
    /// A program of the setter's, speaking the Kattis output-validator protocol.
    Program {
        /// Its source, inside the challenge's folder.
        source: PathBuf,
        /// Arguments after input, answer and feedback directory.
        arguments: Vec<String>,
    },
}

/// How far two numbers may lie apart; it is enough to satisfy one of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberTolerance {
    /// Largest allowed |output − answer|.
    pub absolute: Option<f64>,
    /// Largest allowed |output − answer| / |answer|.
    pub relative: Option<f64>,
    /// Whether `Yes` and `yes` differ in tokens that are no numbers.
    pub case_sensitive: bool,
}

/// How the values that functions return are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueTolerance {
    /// Largest allowed |result − expected| of floats; it is enough to satisfy this or `relative`.
    pub absolute: Option<f64>,
    /// Largest allowed |result − expected| / |expected| of floats.
    pub relative: Option<f64>,
    /// Whether the items of a result that is a list may come in any order.
    pub any_order: bool,
}

impl Default for ValueTolerance {
    fn default() -> Self {
        Self { absolute: Some(1e-9), relative: Some(1e-9), any_order: false }
    }
}
