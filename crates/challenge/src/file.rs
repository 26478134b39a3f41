//! `challenge.toml` as it is written: the types its public JSON Schema is made from.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Aggregate, ByteSize, Difficulty, Feedback, Function, GrowthClass, Kind, Language, Parameter, Record, TiersFile,
    TimeSpan,
};

/// The file `challenge.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "challenge.toml")]
pub struct ChallengeFile {
    /// Its name among challenges; equal to its folder's name.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What a submission is.
    #[serde(default)]
    pub kind: Kind,
    /// Types made of named fields, for the function or class.
    #[serde(default)]
    pub records: Vec<Record>,
    /// For `kind = "function"`: what a submission defines.
    pub function: Option<Function>,
    /// For `kind = "class"`: what a submission defines.
    pub class: Option<ClassFile>,
    /// How hard the setter thinks it is.
    #[serde(default)]
    pub difficulty: Difficulty,
    /// Free words for finding it.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The languages a submission may be written in; all if absent.
    #[schemars(length(min = 1))]
    pub languages: Option<Vec<Language>>,
    /// What a candidate may see of hidden cases.
    #[serde(default)]
    pub feedback: Feedback,
    /// What a submission may use.
    #[serde(default)]
    pub limits: LimitsFile,
    /// How outputs are judged.
    #[serde(default)]
    pub checker: CheckerFile,
    /// How points are given.
    #[serde(default)]
    pub scoring: ScoringFile,
    /// The programs that make the cases which are too large to keep.
    pub generator: Option<GeneratorFile>,
    /// How the growth of cost with the input's size is measured.
    pub growth: Option<GrowthFile>,
    /// Titles, weights and rules of groups, by their path below `data`, such as `secret/edge`.
    #[serde(default)]
    pub groups: BTreeMap<String, GroupFile>,
    /// What is said to a candidate who fails a case, by the case's path below `data`.
    #[serde(default)]
    pub hints: BTreeMap<String, String>,
}

/// The table `class`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassFile {
    /// Its name in `PascalCase`.
    pub name: String,
    /// What its objects are, in a sentence or two.
    #[serde(default)]
    pub about: String,
    /// The parameters of its constructor, in order.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// Whether making an object may fail with an error where a case says so.
    #[serde(default)]
    pub fallible: bool,
    /// Its methods.
    #[schemars(length(min = 1))]
    pub methods: Vec<Function>,
}

/// The table `limits`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LimitsFile {
    /// Virtual time of one case, for a language whose multiplier is 1.
    pub time: TimeSpan,
    /// Memory of one case.
    pub memory: ByteSize,
    /// Standard output of one case.
    pub output: ByteSize,
    /// Wall-clock net of one case; generous if absent.
    pub wall: Option<TimeSpan>,
    /// Time multipliers by language, over the language packs' own.
    pub multipliers: BTreeMap<Language, f64>,
}

impl Default for LimitsFile {
    fn default() -> Self {
        Self {
            time: TimeSpan::from_ms(300),
            memory: ByteSize::new(256 << 20),
            output: ByteSize::new(8 << 20),
            wall: None,
            multipliers: BTreeMap::new(),
        }
    }
}

/// The table `checker`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CheckerFile {
    /// The way of comparing; if absent `tokens` for programs, and `value` for functions and classes.
    pub kind: Option<CheckerKind>,
    /// For `tokens` and `numbers`: whether `Yes` and `yes` differ.
    pub case_sensitive: bool,
    /// For `numbers` and `value`: largest allowed |output − answer|. For `value` 1e-9 if absent.
    pub absolute: Option<f64>,
    /// For `numbers` and `value`: largest allowed |output − answer| / |answer|. For `value` 1e-9 if absent.
    pub relative: Option<f64>,
    /// For `value`: whether the items of a result that is a list may come in any order.
    pub any_order: bool,
    /// For `program`: its source file.
    pub source: Option<String>,
    /// For `program`: arguments after input, answer and feedback folder.
    pub arguments: Vec<String>,
}

/// The ways of comparing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "described by `Checker`")]
pub enum CheckerKind {
    Exact,
    Lines,
    #[default]
    Tokens,
    Numbers,
    UnorderedLines,
    Regex,
    Value,
    Program,
}

/// The table `scoring`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ScoringFile {
    /// Points for a perfect submission.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub points: u32,
    /// The part given for efficiency.
    pub efficiency: Option<EfficiencyFile>,
    /// The part given for how cost grows.
    pub growth: Option<GrowthScoringFile>,
    /// Solutions that a cost is placed between, and what that gives.
    pub tiers: Option<TiersFile>,
}

impl Default for ScoringFile {
    fn default() -> Self {
        Self { points: 100, efficiency: None, growth: None, tiers: None }
    }
}

/// The table `scoring.efficiency`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EfficiencyFile {
    /// Percent of the points, 1 to 99.
    #[schemars(range(min = 1, max = 99))]
    pub share: u32,
    /// Cost over the reference's up to which full marks are given, at least 1.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub full: f64,
    /// Cost over the reference's from which nothing is given.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub zero: f64,
    /// The reference solution of each language: a file below `submissions/accepted`.
    pub references: BTreeMap<Language, String>,
}

/// The table `scoring.growth`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrowthScoringFile {
    /// Percent of the points, 1 to 99.
    #[schemars(range(min = 1, max = 99))]
    pub share: u32,
    /// Percent of the share that a class earns, and all that grow slower; one that grows faster than all earns nothing.
    pub marks: BTreeMap<GrowthClass, u32>,
}

/// The table `growth`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrowthFile {
    /// What the generator reads, with `{n}`, `{3n}` or `{n/4}` where the size stands and `{seed}` where a seed may.
    pub input: String,
    /// The sizes.
    pub sizes: SizesFile,
    /// Prints an input; `generator.source` if absent.
    pub generator: Option<String>,
    /// Prints what must come of it: a file below `submissions/accepted`; `generator.answers` if absent.
    pub answers: Option<String>,
    /// How the cost of accepted solutions grows; `assay verify` holds them to it.
    pub expected: Option<GrowthClass>,
}

/// The sizes that growth is measured over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum SizesFile {
    /// These, in rising order.
    List(Vec<u64>),
    /// From the first on by a constant factor.
    Range(SizeRange),
}

/// Sizes that are each so many times the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeRange {
    /// The first.
    pub from: u64,
    /// None is larger.
    pub to: u64,
    /// How many times; 2 if absent.
    #[serde(default = "two")]
    pub factor: u32,
}

fn two() -> u32 {
    2
}

/// The table `generator`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GeneratorFile {
    /// Reads a `.gen` file on standard input and prints the case's input.
    pub source: String,
    /// Prints the expected answer of a generated input: a file below `submissions/accepted`.
    pub answers: String,
}

/// One table below `groups`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GroupFile {
    /// What it is called in reports; its folder's name if absent.
    pub title: Option<String>,
    /// Percent of its parent's points; siblings' sum to 100, or none has one.
    #[schemars(range(max = 100))]
    pub weight: Option<u32>,
    /// How its points follow from its members'.
    pub aggregate: Aggregate,
    /// Whether its remaining cases are left out after the first that fails.
    pub stop_at_failure: bool,
}

/// The public JSON Schema of `challenge.toml`, for editors and other tools.
///
/// It describes the file by itself: [`load`](crate::load) also holds it against the files beside it. A copy is
/// kept in `docs/challenge.schema.json`.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ChallengeFile).to_value()
}
