//! What is wrong with a case of a function or class: its line, its place in the JSON, and what to do.

use thiserror::Error;

/// Why a text is not a case, or a value not of its type.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("line {line}: {}{message}\n  {help}", if .path.is_empty() { String::new() } else { format!("{}: ", .path) })]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The place in the JSON, such as `args[0][3]`; empty for the whole of it.
    pub path: String,
    /// What is wrong, such as `is a string, not an int`: it reads on from the place.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Mistake {
    /// Something wrong with a value as a whole.
    pub(crate) fn new(line: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { line, path: String::new(), message: message.into(), help: help.into() }
    }

    /// The same, seen from the list that the value is an item of.
    pub(crate) fn in_item(self, nth: usize) -> Self {
        self.below(&format!("[{nth}]"))
    }

    /// The same, seen from the object that has the value under this key.
    pub(crate) fn in_key(self, key: &str) -> Self {
        let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let own = if plain { key.to_owned() } else { format!("[{key:?}]") };
        self.below(&own)
    }

    fn below(self, own: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{own}{dot}{}", self.path), ..self }
    }
}
