//! What is wrong with a challenge: where, what, and what to do, all of it at once.

use std::path::PathBuf;

/// One thing wrong with a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, relative to the challenge's folder.
    pub file: PathBuf,
    /// The line, from 1, where the file is text and the place is known.
    pub line: Option<usize>,
    /// The key of `challenge.toml`, such as `limits.time`.
    pub key: Option<String>,
    /// What is wrong, such as `is missing`: it reads on from the key or the file.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Everything wrong with a challenge: first what is wrong with `challenge.toml` by itself, then the files.
///
/// It is never empty where it is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    /// Something wrong with a file or folder as a whole.
    pub(crate) fn new(file: impl Into<PathBuf>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, key: None, message: message.into(), help: help.into() }
    }

    /// The same, at a key of the file.
    pub(crate) fn at(self, line: Option<usize>, key: impl Into<String>) -> Self {
        Self { line, key: Some(key.into()), ..self }
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
