//! Why a grade could not be made: never the submission's fault, which is a verdict.

use std::path::PathBuf;

use assay_challenge::{Challenge, Language, Problems, Verdict};
use assay_runner::{PackError, PrepareError, ProfileError, RunError};
use thiserror::Error;

/// Grading stopped before a verdict.
#[derive(Debug, Error)]
pub enum GradingError {
    /// The challenge does not allow the submission's language.
    #[error("the challenge `{challenge}` does not take {language}; it takes {allowed}")]
    LanguageNotAllowed {
        /// The challenge's id.
        challenge: String,
        /// The submission's language.
        language: Language,
        /// The languages it takes.
        allowed: String,
    },
    /// The challenge asks for a function or class, which the language has not.
    #[error("the challenge `{challenge}` asks for a function or class, and {language} submissions are whole programs")]
    OnlyPrograms {
        /// The challenge's id.
        challenge: String,
        /// The submission's language.
        language: Language,
    },
    /// The challenge asks for a whole program, for which there is no stub.
    #[error("the challenge `{challenge}` asks for a whole program: begin with an empty file")]
    IsProgram {
        /// The challenge's id.
        challenge: String,
    },
    /// An input of the candidate's own is no call of the challenge's function or class.
    #[error("the input is not a call of the challenge's function or class: {0}")]
    NoCall(String),
    /// A language pack is not to be had.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The challenge is not valid.
    #[error(transparent)]
    Challenge(#[from] Problems),
    /// One of the challenge's own programs (generator, answers, checker, reference) failed.
    #[error("the challenge's own program {program} failed: {message}", program = program.display())]
    ChallengeProgram {
        /// The program, by its path inside the challenge.
        program: PathBuf,
        /// What happened.
        message: String,
    },
    /// A file of the challenge could not be read.
    #[error("{path}: {error}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// One of the challenge's own programs cannot be read.
    #[error(transparent)]
    Submission(#[from] crate::SubmissionError),
    /// The grade was made and cannot be kept.
    #[error(transparent)]
    Keep(#[from] crate::KeepError),
    /// The challenge has no case of this name.
    #[error("the challenge `{challenge}` has no case `{case}`; its cases are named like `{example}`")]
    NoCase {
        /// The challenge's id.
        challenge: String,
        /// What was asked for.
        case: String,
        /// A case there is.
        example: String,
    },
    /// The submission cannot be profiled.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// No case ran, so there is nothing to profile.
    #[error("no case ran, so there is nothing to profile: the verdict is {verdict}")]
    NothingRan {
        /// What the submission earned.
        verdict: Verdict,
    },
    /// The sandbox failed.
    #[error(transparent)]
    Run(#[from] RunError),
    /// A task of ours panicked or was stopped.
    #[error("a grading task ended early: {0}")]
    Task(String),
}

impl GradingError {
    pub(crate) fn not_allowed(challenge: &Challenge, language: &Language, allowed: &[Language]) -> Self {
        Self::LanguageNotAllowed {
            challenge: challenge.id.clone(),
            language: language.clone(),
            allowed: allowed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        }
    }
}

impl From<PrepareError> for GradingError {
    fn from(error: PrepareError) -> Self {
        match error {
            PrepareError::Pack(error) => Self::Pack(error),
            PrepareError::Run(error) => Self::Run(error),
        }
    }
}
