//! Files of source text that are made here.

/// A file of source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The program that calls what a submission defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harness {
    /// The file with which the program starts.
    pub main: String,
    /// All files that are not the submission's, the main file among them.
    pub files: Vec<SourceFile>,
    /// Files of the submission that the main file includes, and that must not be compiled by themselves as well.
    pub included: Vec<String>,
}

impl SourceFile {
    pub(crate) fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text }
    }
}
