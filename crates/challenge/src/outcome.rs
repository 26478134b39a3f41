//! The facts of one run: how it ended, what it printed, what it used. No opinion is held here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Usage;

/// Everything one run did that can be observed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How the run ended.
    pub end: End,
    /// What it used.
    pub usage: Usage,
    /// What it wrote to standard output.
    pub stdout: Captured,
    /// What it wrote to standard error.
    pub stderr: Captured,
}

/// Every way a run can end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum End {
    /// It returned, or asked to exit, with this code.
    Exit {
        /// The exit code; 0 is success.
        code: i32,
    },
    /// It did something the sandbox forbids or the machine cannot do, such as reading out of bounds.
    Trap {
        /// The engine's words for what happened.
        message: String,
        /// The guest's functions, innermost first, where the module has names.
        backtrace: Vec<String>,
    },
    /// It used up the call stack.
    StackOverflow {
        /// The guest's functions, innermost first, cut to a few.
        backtrace: Vec<String>,
    },
    /// It executed as many instructions as it was allowed.
    CostLimit,
    /// It asked for more memory than it was allowed, and was stopped there.
    MemoryLimit {
        /// The total it would have held, in bytes.
        asked: u64,
    },
    /// It wrote more to standard output than it was allowed.
    OutputLimit,
    /// The wall-clock net ended it. This says nothing of the submission's cost.
    WallLimit,
}

impl End {
    /// Whether the run ended by itself and said all is well.
    pub fn is_success(&self) -> bool {
        matches!(self, Self::Exit { code: 0 })
    }
}

/// What was kept of an output stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    /// The first bytes, up to the limit.
    pub bytes: Vec<u8>,
    /// How many bytes were written in all, kept or not.
    pub total: u64,
}

impl Captured {
    /// Whether more was written than is kept.
    pub fn is_cut(&self) -> bool {
        self.total > self.bytes.len() as u64
    }
}

/// How the compiling of a submission went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compilation {
    /// Whether a program came out.
    pub ok: bool,
    /// What the compiler said, warnings included, or why it was stopped; paths are cleaned.
    pub message: String,
    /// What compiling used, over all its steps.
    pub usage: Usage,
}
