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
    /// What must be added to the end of the submission's main file; its lines keep their numbers.
    pub ending: String,
}

impl Harness {
    /// A program of one file beside the submission's.
    pub(crate) fn new(main: SourceFile) -> Self {
        Self { main: main.name.clone(), files: vec![main], included: Vec::new(), ending: String::new() }
    }
}

impl SourceFile {
    pub(crate) fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text }
    }
}
