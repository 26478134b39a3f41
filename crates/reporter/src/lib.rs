//! From outcomes to verdicts, scores, grades and reports. Knows nothing of the engine.

mod diff;
mod excerpt;
mod grade;
mod points;
mod ranking;
mod render;
#[cfg(test)]
mod sample;
mod verification;

pub use diff::{Diff, DiffLine, Piece, Side};
pub use excerpt::{EXCERPT_BYTES, Excerpt};
pub use grade::{
    Audience, CaseDetail, CaseGrade, CaseLimits, ChallengeSummary, CompileGrade, Grade, GroupGrade, Receipt, SCHEMA,
    Score, SubmissionSummary,
};
pub use points::Points;
pub use ranking::{Place, Ranking, rank};
pub use render::{Format, RenderOptions, UnknownFormat, render};
pub use verification::{Margin, Reach, SolutionResult, Verification, assess};
