//! What a caller is told while a grade is being made, in the challenge's order.

use assay_challenge::{Language, Verdict};
use assay_reporter::CaseGrade;
use assay_runner::Progress;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A language pack is being fetched or prepared; only the first time a language is used.
    Pack {
        /// The language.
        language: Language,
        /// How far it is.
        progress: Progress,
    },
    /// The submission is being compiled.
    Compiling,
    /// Compiling ended.
    Compiled {
        /// Whether a program came out.
        ok: bool,
    },
    /// Cases begin to run.
    Started {
        /// How many there are.
        cases: usize,
    },
    /// A case was judged. Cases come in the challenge's order.
    Judged {
        /// Its number, from 0.
        index: usize,
        /// All that will be stored of it but its points, which need every case.
        case: Box<CaseGrade>,
    },
    /// Growth is being measured: the submission runs on an input of this size.
    Measuring {
        /// The size.
        size: u64,
    },
    /// A setter's solution was graded, while a challenge is verified.
    Verified {
        /// Its path inside the challenge.
        path: String,
        /// The verdict it must earn.
        expected: Verdict,
        /// The verdict it earned.
        earned: Verdict,
    },
}
