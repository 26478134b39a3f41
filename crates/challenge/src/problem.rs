//! What is wrong with a challenge: where, what, and what to do, all of it at once.

use std::path::PathBuf;

/// One thing wrong with a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, inside the challenge's folder.
    pub file: PathBuf,
    /// The line, from 1, where the file is text and the place is known.
    pub line: Option<usize>,
    /// The key of `challenge.toml`, such as `limits.time`.
    pub key: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Everything wrong with a challenge, in the order it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    /// Something wrong with a file or folder as a whole.
    pub(crate) fn new(file: impl Into<PathBuf>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, key: None, message: message.into(), help: help.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(key) = &self.key {
            write!(f, ": {key}")?;
        }
        write!(f, ": {}", self.message)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, "\n  {}", self.help) }
    }
}

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
