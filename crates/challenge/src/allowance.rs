//! What a run may use and what it did use, as twins, and how a challenge states it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Language;

/// How many units of cost make one virtual millisecond.
///
/// One unit is about one WebAssembly instruction. The rate is nominal: it was chosen so that compiled code
/// runs on a common server at about this speed, and it never changes with the machine.
pub const UNITS_PER_MS: u64 = 10_000_000;

/// What one run may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Units of cost.
    pub cost: u64,
    /// Bytes of memory, summed over everything the sandbox holds.
    pub memory: u64,
    /// Bytes kept of standard output; one more ends the run.
    pub stdout: u64,
    /// Bytes kept of standard error; the rest is counted and dropped.
    pub stderr: u64,
    /// Milliseconds of wall clock after which the net ends the run.
    pub wall_ms: u64,
}

/// What one run used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Units of cost. After a trap this is a lower bound: what ran since the last function call or loop
    /// back-edge before the trap is not counted.
    pub cost: u64,
    /// The most bytes of memory held at once.
    pub memory: u64,
}

impl Usage {
    /// The virtual time this cost stands for, in whole milliseconds, rounded up.
    pub fn time_ms(self) -> u64 {
        self.cost.div_ceil(UNITS_PER_MS)
    }
}

/// What a challenge allows a submission, before the language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Virtual milliseconds for a language whose multiplier is 1.
    pub time_ms: u64,
    /// Bytes of memory.
    pub memory: u64,
    /// Bytes of standard output.
    pub output: u64,
    /// Milliseconds of wall clock, if the setter chose the net.
    pub wall_ms: Option<u64>,
    /// Time multipliers the setter chose, in thousandths.
    pub multipliers: BTreeMap<Language, u32>,
}

impl Allowance {
    /// Bytes of standard error that are kept of any run.
    pub const STDERR: u64 = 64 * 1024;

    /// The limits for a run in `language`, whose own multiplier (in thousandths) is `default_multiplier`.
    ///
    /// ```
    /// use assay_challenge::{Allowance, Language, UNITS_PER_MS};
    /// let a = Allowance { time_ms: 1000, memory: 1, output: 1, wall_ms: None, multipliers: Default::default() };
    /// let python = Language::new("python").unwrap();
    /// assert_eq!(a.limits(&python, 3000).cost, 3000 * UNITS_PER_MS);
    /// ```
    pub fn limits(&self, language: &Language, default_multiplier: u32) -> Limits {
        let multiplier = self.multipliers.get(language).copied().unwrap_or(default_multiplier);
        let time_ms = self.time_ms.saturating_mul(u64::from(multiplier)) / 1000;
        Limits {
            cost: time_ms.saturating_mul(UNITS_PER_MS),
            memory: self.memory,
            stdout: self.output,
            stderr: Self::STDERR,
            wall_ms: self.wall_ms.unwrap_or_else(|| time_ms.saturating_mul(30).saturating_add(10_000)),
        }
    }
}
