//! The words everything else is written in: challenges, cases, limits, outcomes and verdicts.
//!
//! This is the ground floor. [`load`] reads a folder into a [`Challenge`], or says everything that is wrong with
//! it ([`Problems`]); [`Outcome`] names the facts of one run and [`Verdict`] the judge's words for them. Nothing
//! here runs or judges anything.
//!
//! ```
//! use assay_challenge::{ByteSize, Verdict};
//!
//! assert_eq!("256 MiB".parse::<ByteSize>().unwrap().bytes(), 256 * 1024 * 1024);
//! assert_eq!(Verdict::from_folder("wrong_answer"), Some(Verdict::WA));
//! ```

mod allowance;
mod case;
mod challenge;
mod checker;
mod feedback;
mod file;
mod fingerprint;
mod folder;
mod language;
mod load;
mod outcome;
mod problem;
mod read;
mod scoring;
mod table;
mod unit;
mod verdict;

pub use allowance::{Allowance, Limits, UNITS_PER_MS, Usage};
pub use case::{Answer, Case, Group, Input, Members};
pub use challenge::{Challenge, Difficulty, Generator, Kind, Solution};
pub use checker::{Checker, NumberTolerance};
pub use feedback::Feedback;
pub use file::{
    ChallengeFile, CheckerFile, CheckerKind, EfficiencyFile, GeneratorFile, GroupFile, LimitsFile, ScoringFile,
    schema as challenge_schema,
};
pub use fingerprint::Fingerprint;
pub use language::Language;
pub use load::{check_ids, load};
pub use outcome::{Captured, Compilation, End, Outcome};
pub use problem::{Problem, Problems};
pub use scoring::{Aggregate, Efficiency, Scoring};
pub use unit::{ByteSize, TimeSpan, UnitError};
pub use verdict::Verdict;
