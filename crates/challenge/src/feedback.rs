//! How much of a hidden case a candidate may be shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a candidate's report may say of hidden cases, each level including the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Feedback {
    /// Nothing but the submission's overall verdict and points.
    None,
    /// How many hidden cases earned which verdict, group by group; cases have numbers, not names.
    #[default]
    Verdict,
    /// The cases' names as well, their costs, and the setter's hints for failed ones.
    CaseNames,
    /// Everything an interviewer sees: inputs, expected answers and differences too.
    Full,
}
