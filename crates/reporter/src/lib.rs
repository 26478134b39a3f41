//! From outcomes to verdicts, scores, grades and reports. Knows nothing of the engine.
//!
//! An outcome holds facts and no opinion. [`judge`] compares it with the expected answer, [`tally()`] adds the
//! verdicts up, a [`Grade`] stores the result, and [`redact`] makes the copy a candidate may see:
//!
//! ```
//! use assay_challenge::{Captured, Checker, End, Limits, Outcome, Usage, Verdict};
//! use assay_reporter::judge;
//!
//! let limits = Limits { cost: 10_000_000, memory: 1 << 20, stdout: 1 << 20, stderr: 1 << 10, wall_ms: 1000 };
//! let printed = |text: &str| Outcome {
//!     end: End::Exit { code: 0 },
//!     usage: Usage { cost: 7_000_000, memory: 65_536 },
//!     stdout: Captured { bytes: text.as_bytes().to_vec(), total: text.len() as u64 },
//!     stderr: Captured::default(),
//! };
//! let checker = Checker::Tokens { case_sensitive: false };
//!
//! // White space is forgiven, and so is case.
//! assert_eq!(judge(&checker, &printed("3\r\n17  yes\n\n"), &limits, b"3\n17 YES\n").verdict, Verdict::AC);
//!
//! // A wrong answer says where, in one line and as a difference.
//! let wrong = judge(&checker, &printed("3\n18 YES\n"), &limits, b"3\n17 YES\n");
//! assert_eq!(wrong.verdict, Verdict::WA);
//! assert_eq!(wrong.message, r#"line 2, token 1: expected "17", got "18""#);
//! assert_eq!(wrong.diff.unwrap().first, "line 2, token 1");
//!
//! // A run that failed by itself is never compared, whatever it printed.
//! let crashed = Outcome { end: End::Exit { code: 1 }, ..printed("3\n17 YES\n") };
//! assert_eq!(judge(&checker, &crashed, &limits, b"3\n17 YES\n").message, "exit code 1");
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod audience;
mod call;
mod check;
mod diff;
mod efficiency;
mod excerpt;
mod grade;
mod growth;
mod hexdump;
mod judge;
mod points;
mod profile;
mod quote;
mod ranking;
mod render;
#[cfg(test)]
mod sample;
mod stops;
mod tally;
mod tiers;
mod validator;
mod verification;

pub use audience::redact;
pub use call::{Answered, Asked, Trace, TraceStep, example, judge_call};
pub use diff::{Diff, DiffLine, Piece, Side};
pub use excerpt::{EXCERPT_BYTES, Excerpt};
pub use grade::{
    Audience, CaseDetail, CaseGrade, CaseLimits, ChallengeSummary, CompileGrade, Grade, GradeError, GroupGrade,
    Receipt, SCHEMA, Score, SubmissionSummary, schema as grade_schema,
};
pub use growth::{GrowthCandidate, GrowthFit, GrowthGrade, GrowthPoint, GrowthReference, GrowthStop, Undecided};
pub use judge::{Judgement, failure, judge};
pub use points::Points;
pub use profile::{FrameKind, HotFrame, Profile, ProfileNode, ProfiledCase};
pub use ranking::{Contenders, Place, Ranking, rank};
pub use render::{Format, ProfileFormat, RenderOptions, UnknownFormat, render, render_profile};
pub use stops::Stops;
pub use tally::{CaseRecord, Tally, tally};
pub use tiers::{TierCost, TierGrade, TiersGrade};
pub use validator::judge_by_program;
pub use verification::{Margin, Reach, SolutionResult, Verification, assess};
