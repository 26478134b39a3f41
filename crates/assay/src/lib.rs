//! Grades submissions to coding challenges inside a WebAssembly sandbox.
//!
//! A [`Challenge`] and a [`Submission`] go into a [`Grader`]; a [`Grade`] comes out, which [`render`] turns into a
//! report. The same challenge, submission, language pack and engine give the same grade, byte for byte.

mod attempt;
mod cast;
mod conduct;
mod error;
mod event;
mod grader;
mod material;
mod receipt;
mod submission;
mod task;
mod verify;

pub use attempt::Attempt;
pub use error::GradingError;
pub use event::Event;
pub use grader::{BuildError, Builder, GradeOptions, Grader, Scope};
pub use submission::{SUBMISSION_BYTES, SUBMISSION_FILES, Submission, SubmissionError, main_file_name};

pub use assay_challenge::*;
pub use assay_reporter::*;
pub use assay_runner::{PackError, PackInfo, Progress};
