//! Why a command could not do its work, with what to do about it, and the exit code that says so.

use std::path::PathBuf;

use assay::exercism::ImportError;
use assay::{
    BuildError, GradeError, GradingError, KeepError, PackError, PrepareError, Problem, Problems, ProfileError,
    SubmissionError,
};
use thiserror::Error;

use crate::exit::Exit;

/// A command that ended before it had anything to show.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// Something on the command line does not fit; the text says what to write instead.
    #[error("{0}")]
    Usage(String),
    /// A file named on the command line.
    #[error("{path}: {error}", path = path.display())]
    File { path: PathBuf, error: std::io::Error },
    /// A submission that cannot be read.
    #[error("{0}{advice}", advice = advice(.0))]
    Submission(#[from] SubmissionError),
    /// One of several submissions that could not be graded.
    #[error("{why}")]
    Part { why: String, exit: Exit },
    /// A folder for grades that cannot be used.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// A file that should be a stored grade.
    #[error("{path}: {error}\nwrite one with `assay grade … --format json --output FILE`", path = path.display())]
    Grade { path: PathBuf, error: GradeError },
    /// An exercise that no challenge can be made of.
    #[error("{path}: {error}", path = path.display())]
    Import { path: PathBuf, error: ImportError },
    /// A challenge that is not valid.
    #[error("{}", listed(root, problems))]
    Challenge { root: PathBuf, problems: Problems },
    /// Challenges that reports could not tell apart.
    #[error("{0}")]
    SharedIds(Problems),
    /// A challenge whose solutions could not be graded.
    #[error("{root}: {error}", root = root.display())]
    Verifying { root: PathBuf, error: GradingError },
    /// No verdict could be reached.
    #[error(transparent)]
    Grading(#[from] GradingError),
    /// No grader could be had.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A language pack.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// Something of ours broke.
    #[error("{0}\nThis is a fault of Assay: please report it, with what you ran.")]
    Fault(String),
}

impl Failure {
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }

    /// Whether grades cannot be kept, which no other submission would escape.
    pub(crate) fn is_of_store(&self) -> bool {
        matches!(self, Self::Keep(_) | Self::Grading(GradingError::Keep(_)))
    }

    /// The same, as that of the submission called `name`.
    pub(crate) fn of(self, name: &str) -> Self {
        Self::Part { why: format!("{name}: {self}"), exit: self.exit() }
    }

    /// The exit code for it.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_)
            | Self::File { .. }
            | Self::Submission(_)
            | Self::Keep(_)
            | Self::Grade { .. }
            | Self::Import { .. } => Exit::Usage,
            Self::Part { exit, .. } => *exit,
            // The languages of a challenge's own solutions are the challenge's business.
            Self::Challenge { .. }
            | Self::SharedIds(_)
            | Self::Verifying { error: GradingError::LanguageNotAllowed { .. }, .. } => Exit::Challenge,
            Self::Verifying { error, .. } | Self::Grading(error) => grading(error),
            Self::Build(BuildError::Packs(error)) | Self::Pack(error) => pack(error),
            Self::Build(BuildError::Engine(_)) | Self::Fault(_) => Exit::Fault,
        }
    }
}

/// What to write on the command line instead.
fn advice(error: &SubmissionError) -> &'static str {
    if matches!(error, SubmissionError::NoLanguage { .. }) { ": pass --language NAME" } else { "" }
}

fn grading(error: &GradingError) -> Exit {
    match error {
        GradingError::LanguageNotAllowed { .. }
        | GradingError::OnlyPrograms { .. }
        | GradingError::IsProgram { .. }
        | GradingError::Keep(_)
        | GradingError::NoCall(_)
        | GradingError::NoCase { .. }
        | GradingError::NothingRan { .. }
        | GradingError::Profile(ProfileError::Unsupported { .. } | ProfileError::NoProgram(_)) => Exit::Usage,
        GradingError::Profile(ProfileError::Prepare(PrepareError::Pack(error))) | GradingError::Pack(error) => {
            pack(error)
        }
        GradingError::Challenge(_)
        | GradingError::ChallengeProgram { .. }
        | GradingError::Read { .. }
        | GradingError::Submission(_) => Exit::Challenge,
        GradingError::Run(_) | GradingError::Task(_) | GradingError::Profile(_) => Exit::Fault,
    }
}

fn pack(error: &PackError) -> Exit {
    match error {
        PackError::Unknown { .. } => Exit::Usage,
        PackError::Manifest(_) => Exit::Fault,
        _ => Exit::Pack,
    }
}

/// Every problem on lines of its own, each starting with a path that can be opened.
fn listed(root: &std::path::Path, Problems(problems): &Problems) -> String {
    let count = match problems.len() {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    let place = |problem: &Problem| {
        // `join` leaves a path alone that has its root already.
        let file = if problem.file.starts_with(root) { problem.file.clone() } else { root.join(&problem.file) };
        Problem { file, ..problem.clone() }.to_string()
    };
    let problems: Vec<String> = problems.iter().map(place).collect();
    format!("{} is not a valid challenge: {count}\n{}", root.display(), problems.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_problem_starts_with_a_path_from_where_the_user_stands() {
        let problem = |file: &str, line| Problem {
            file: file.into(),
            line,
            key: None,
            message: "is odd".to_owned(),
            help: "even it".to_owned(),
        };
        let problems = Problems(vec![problem("challenge.toml", Some(3)), problem("sets/a/statement.md", None)]);
        assert_eq!(
            listed(Path::new("sets/a"), &problems),
            "sets/a is not a valid challenge: 2 problems\n\
             sets/a/challenge.toml:3: is odd\n  even it\n\
             sets/a/statement.md: is odd\n  even it"
        );
    }

    #[test]
    fn a_disallowed_language_is_a_mistake_on_the_command_line() {
        let language = assay::Language::new("c").expect("a name");
        let error = GradingError::LanguageNotAllowed { challenge: "x".into(), language, allowed: "python".into() };
        assert_eq!(Failure::from(error).exit(), Exit::Usage);
        assert_eq!(Failure::from(GradingError::Task("gone".into())).exit(), Exit::Fault);
    }
}
