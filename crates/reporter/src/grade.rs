//! The stored result of grading one submission, from which every report is made.
//!
//! A grade holds no wall time, host name or path of the machine, so equal grades are equal bytes.

use assay_challenge::{End, Feedback, Limits, Verdict};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Diff, Excerpt, GrowthGrade, Points, Profile, TiersGrade, Trace};

/// The value of [`Grade::schema`] this version writes.
pub const SCHEMA: &str = "assay.grade/1";

/// Everything there is to know of one graded submission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Grade {
    /// Always `assay.grade/1`.
    pub schema: String,
    /// What was asked.
    pub challenge: ChallengeSummary,
    /// What was handed in.
    pub submission: SubmissionSummary,
    /// The language it is written in.
    pub language: String,
    /// `AC` if every scored case is accepted, else the verdict of the first that is not.
    pub verdict: Verdict,
    /// The points.
    pub score: Score,
    /// What a case was allowed to use.
    pub limits: CaseLimits,
    /// What a candidate may see of hidden cases.
    pub feedback: Feedback,
    /// The tree of groups, the parent before its children.
    pub groups: Vec<GroupGrade>,
    /// Every case, samples first, in the challenge's order.
    pub cases: Vec<CaseGrade>,
    /// How cost grows with the size of the input; absent where the challenge does not measure it, or where a sample failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<GrowthGrade>,
    /// Where the cost lies between those of the setter's own solutions; absent where the challenge names none, or none in
    /// this language, and where no hidden case is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tiers: Option<TiersGrade>,
    /// How compiling went; absent where nothing is compiled.
    pub compile: Option<CompileGrade>,
    /// Where the cost of the costliest case went, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// What it takes to run the grade again.
    pub receipt: Receipt,
    /// Who this copy is for. A copy for a candidate has had hidden cases taken out.
    pub audience: Audience,
}

/// Why some text is no grade.
#[derive(Debug, thiserror::Error)]
pub enum GradeError {
    /// It is not JSON, or not the shape of a grade; the error has the line and column.
    #[error("this is not a grade: {0}")]
    Shape(#[from] serde_json::Error),
    /// It was written by a version this one does not know.
    #[error("this grade has the schema {found:?}, and this version of Assay reads {SCHEMA:?} only")]
    Schema {
        /// What the grade says of itself.
        found: String,
    },
}

impl Grade {
    /// Reads a stored grade, and refuses one of another schema by its name.
    pub fn from_json(json: &str) -> Result<Self, GradeError> {
        #[derive(Deserialize)]
        struct Head {
            schema: String,
        }
        let Head { schema: found } = serde_json::from_str(json)?;
        if found != SCHEMA {
            return Err(GradeError::Schema { found });
        }
        Ok(serde_json::from_str(json)?)
    }

    /// The grade as it is stored: indented JSON with a final line feed, every key always there.
    ///
    /// # Panics
    ///
    /// Never: a grade holds only what JSON can hold.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("a grade has no maps and no keys but its fields");
        json.push('\n');
        json
    }
}

/// The JSON Schema of [`Grade`]; `docs/grade.schema.json` holds the same.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Grade).to_value()
}

/// Who reads a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Sees everything.
    #[default]
    Interviewer,
    /// Sees what the challenge allows.
    Candidate,
}

/// The challenge, as a report names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChallengeSummary {
    /// Its name among challenges.
    pub id: String,
    /// Its name for people.
    pub title: String,
}

/// The submission, as a report names and shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubmissionSummary {
    /// The file's name, without its folder.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its text (invalid UTF-8 replaced), cut after 256 KiB; empty for a module in binary form.
    pub source: String,
}

/// The points of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Score {
    /// Points earned: correctness, efficiency and growth together.
    pub points: Points,
    /// Points to be had.
    pub max: Points,
    /// Points earned for right answers.
    pub correctness: Points,
    /// Points to be had for right answers.
    pub correctness_max: Points,
    /// Points earned for cost.
    pub efficiency: Points,
    /// Points to be had for cost; 0 where the challenge gives none.
    pub efficiency_max: Points,
    /// Points earned for how cost grows; absent where the challenge gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<Points>,
    /// Points to be had for how cost grows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth_max: Option<Points>,
    /// Cost over the reference's on the accepted scored cases, in thousandths, where efficiency is scored.
    pub cost_ratio_milli: Option<u64>,
}

/// What one case was allowed to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseLimits {
    /// Units of cost.
    pub cost: u64,
    /// Virtual milliseconds.
    pub time_ms: u64,
    /// Bytes of memory.
    pub memory_bytes: u64,
    /// Bytes of standard output.
    pub output_bytes: u64,
}

impl From<&Limits> for CaseLimits {
    fn from(limits: &Limits) -> Self {
        Self {
            cost: limits.cost,
            time_ms: limits.cost / assay_challenge::UNITS_PER_MS,
            memory_bytes: limits.memory,
            output_bytes: limits.stdout,
        }
    }
}

/// One group's part of the grade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GroupGrade {
    /// Its path below `data/`, such as `secret/edge`; `sample` for the samples.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// Whether it is the samples, which never score.
    pub sample: bool,
    /// `AC` if all its cases are accepted, else the verdict of the first that is not.
    pub verdict: Verdict,
    /// Points earned.
    pub points: Points,
    /// Points to be had.
    pub max: Points,
    /// How many of its cases are accepted, those of groups inside it included.
    pub accepted: u64,
    /// How many cases it has, those of groups inside it included.
    pub cases: u64,
}

/// One case's part of the grade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseGrade {
    /// Its path below `data/`, such as `secret/edge/03-empty`.
    pub id: String,
    /// The group it sits in.
    pub group: String,
    /// Whether it is a sample.
    pub sample: bool,
    /// The judge's word.
    pub verdict: Verdict,
    /// Points earned; 0 for samples.
    pub points: Points,
    /// Points to be had; 0 for samples.
    pub max: Points,
    /// Units of cost used.
    pub cost: u64,
    /// Virtual milliseconds used, rounded up.
    pub time_ms: u64,
    /// The most bytes of memory held at once.
    pub memory_bytes: u64,
    /// Bytes written to standard output, kept or not.
    pub output_bytes: u64,
    /// Units the reference solution used, where efficiency is scored.
    pub reference_cost: Option<u64>,
    /// One line that says why: the first difference, the exit code, the limit.
    pub message: String,
    /// The setter's hint, where there is one and the case failed.
    pub hint: Option<String>,
    /// What went in and came out; absent for a case that did not run.
    pub detail: Option<CaseDetail>,
}

/// What went into a case and came out, cut to what a person reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseDetail {
    /// How the run ended.
    pub end: End,
    /// Standard input.
    pub input: Excerpt,
    /// The expected answer; absent when there is none to compare with.
    pub expected: Option<Excerpt>,
    /// Standard output.
    pub stdout: Excerpt,
    /// Standard error.
    pub stderr: Excerpt,
    /// Expected answer against output; absent for accepted cases.
    pub diff: Option<Diff>,
    /// What a program checker said for the setter's eyes.
    pub judge_message: Option<String>,
    /// What a program checker said for the candidate's eyes.
    pub team_message: Option<String>,
    /// The calls that were made and what came of them; absent for whole programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
}

/// How compiling went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CompileGrade {
    /// Whether a program came out.
    pub ok: bool,
    /// What the compiler said, warnings included, cut after 64 KiB.
    pub message: String,
    /// Units of cost it took.
    pub cost: u64,
    /// The most bytes of memory held at once.
    pub memory_bytes: u64,
}

/// Hashes and versions of everything the grade follows from: enough to run it again and get the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Receipt {
    /// SHA-256 over what the challenge's grades depend on.
    pub challenge: String,
    /// SHA-256 of the submission.
    pub submission: String,
    /// The language pack: its name and SHA-256 over its manifest, sources and guest glue.
    pub pack: String,
    /// Packs of the other programs that took part (generator, answers, checker, references).
    pub other_packs: Vec<String>,
    /// The engine: Assay's and Wasmtime's versions.
    pub engine: String,
    /// SHA-256 over the engine's settings that can change an outcome.
    pub settings: String,
}
