//! A challenge as it is after loading: nothing left to look up but the bytes of its files.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Allowance, Case, Checker, Feedback, Group, Growth, Interface, Language, Scoring, Verdict};

/// What is asked of a candidate, and how it is judged.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// The folder it was loaded from; every path below is inside it.
    pub root: PathBuf,
    /// Its name among challenges, such as `lru-cache`.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What a submission is.
    pub kind: Kind,
    /// The function or class that a submission defines; `None` if it is a program.
    pub interface: Option<Interface>,
    /// How hard the setter thinks it is.
    pub difficulty: Difficulty,
    /// Free words for finding it.
    pub tags: Vec<String>,
    /// The statement, in Markdown.
    pub statement: String,
    /// The languages a submission may be written in; `None` allows all.
    pub languages: Option<Vec<Language>>,
    /// What a submission may use.
    pub allowance: Allowance,
    /// How outputs are judged.
    pub checker: Checker,
    /// How points are given.
    pub scoring: Scoring,
    /// What a candidate may see of hidden cases.
    pub feedback: Feedback,
    /// The samples, in order of their names.
    pub samples: Vec<Case>,
    /// The hidden cases.
    pub secret: Group,
    /// What makes the inputs and answers that are not files.
    pub generator: Option<Generator>,
    /// How the growth of cost with the input's size is measured, if it is.
    pub growth: Option<Growth>,
    /// The setter's own solutions.
    pub solutions: Vec<Solution>,
    /// SHA-256, in hex, over everything a grade depends on: `challenge.toml`, `data/`, the checker, the
    /// generator and the reference solutions.
    pub hash: String,
}

/// What a submission is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A program from standard input to standard output.
    #[default]
    Program,
    /// A function that is called with arguments.
    Function,
    /// A class whose objects are made and operated on.
    Class,
}

/// How hard a challenge is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Difficulty {
    Easy,
    #[default]
    Medium,
    Hard,
}

/// The programs that make the cases which are too large to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generator {
    /// Reads a `.gen` file on standard input and prints the case's input.
    pub source: PathBuf,
    /// An accepted solution that prints the expected answer of a generated input.
    pub answers: PathBuf,
}

/// One of the setter's own solutions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Its source file.
    pub path: PathBuf,
    /// The verdict its folder says it must earn.
    pub expected: Verdict,
}

impl Challenge {
    /// All cases in the order they are run and reported: samples first, then hidden ones.
    pub fn cases(&self) -> Vec<&Case> {
        self.samples.iter().chain(self.secret.cases()).collect()
    }
}
