//! Files of source text that are made here, and how they are put together with the submission's.

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
    /// How the submission's main file belongs to the program.
    pub submission: Wrapped,
    /// The function of the main file that makes the call, where the program only loads the submission until then.
    pub entry: Option<String>,
}

/// How the submission's main file belongs to a program. Its lines keep their numbers, and messages its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// The name it has there.
    pub name: String,
    /// What stands before its content.
    pub before: String,
    /// What stands after its content.
    pub after: String,
}

impl Harness {
    /// A program of one file beside the submission's, whose main file is as it was handed in.
    pub(crate) fn new(submission: &str, main: SourceFile) -> Self {
        let submission = Wrapped { name: submission.to_owned(), before: String::new(), after: String::new() };
        Self { main: main.name.clone(), files: vec![main], submission, entry: None }
    }
}

impl Wrapped {
    /// The file as the program has it.
    pub fn wrap(&self, content: &[u8]) -> Vec<u8> {
        [self.before.as_bytes(), content, self.after.as_bytes()].concat()
    }
}

impl SourceFile {
    pub(crate) fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text }
    }
}
