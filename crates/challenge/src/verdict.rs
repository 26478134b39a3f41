//! The judge's words for an outcome, in the field's usual abbreviations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the judge says of one case, or of a whole submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs, reason = "each word is explained by `meaning`")]
pub enum Verdict {
    AC,
    WA,
    TLE,
    MLE,
    OLE,
    RTE,
    CE,
    SK,
    JE,
}

impl Verdict {
    /// The word as it is written in reports, such as `AC`.
    pub fn word(self) -> &'static str {
        match self {
            Self::AC => "AC",
            Self::WA => "WA",
            Self::TLE => "TLE",
            Self::MLE => "MLE",
            Self::OLE => "OLE",
            Self::RTE => "RTE",
            Self::CE => "CE",
            Self::SK => "SK",
            Self::JE => "JE",
        }
    }

    /// The word in plain language.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::AC => "accepted",
            Self::WA => "wrong answer",
            Self::TLE => "time limit exceeded",
            Self::MLE => "memory limit exceeded",
            Self::OLE => "output limit exceeded",
            Self::RTE => "run-time error",
            Self::CE => "does not compile",
            Self::SK => "not run",
            Self::JE => "judge error",
        }
    }

    /// Whether it says that something ran, or should have, and is not right.
    pub fn is_failure(self) -> bool {
        !matches!(self, Self::AC | Self::SK)
    }

    /// The verdict a folder below `submissions/` stands for, by its Kattis name.
    pub fn from_folder(name: &str) -> Option<Self> {
        Some(match name {
            "accepted" => Self::AC,
            "wrong_answer" => Self::WA,
            "time_limit_exceeded" => Self::TLE,
            "memory_limit_exceeded" => Self::MLE,
            "output_limit_exceeded" => Self::OLE,
            "run_time_error" => Self::RTE,
            "compile_error" => Self::CE,
            _ => return None,
        })
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.word())
    }
}
