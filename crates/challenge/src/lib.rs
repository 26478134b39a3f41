//! The words everything else is written in: challenges, cases, limits, outcomes and verdicts.

mod allowance;
mod case;
mod challenge;
mod checker;
mod feedback;
mod language;
mod outcome;
mod scoring;
mod verdict;

pub use allowance::{Allowance, Limits, UNITS_PER_MS, Usage};
pub use case::{Answer, Case, Group, Input, Members};
pub use challenge::{Challenge, Difficulty, Generator, Kind, Solution};
pub use checker::{Checker, NumberTolerance};
pub use feedback::Feedback;
pub use language::Language;
pub use outcome::{Captured, Compilation, End, Outcome};
pub use scoring::{Aggregate, Efficiency, Scoring};
pub use verdict::Verdict;
