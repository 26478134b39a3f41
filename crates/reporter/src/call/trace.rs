//! What was called and what came of it, cut to what a person reads.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Characters kept of a call, of an expected and of an actual result.
pub(super) const TEXT: usize = 400;
/// Steps kept before the first that failed, and after it.
const BEFORE: usize = 30;
const AFTER: usize = 4;

/// The calls of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Trace {
    /// The calls in order; of a long sequence, those before the first that failed and a few after it.
    pub steps: Vec<TraceStep>,
    /// How many there were in all; a constructor counts.
    pub total: u64,
    /// The shortest sequence found that fails too; empty if none shorter is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shortest: Vec<TraceStep>,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TraceStep {
    /// Its place among a case's steps, from 1; a constructor has 0.
    pub number: u64,
    /// What was called with which arguments, such as `get(2)`.
    pub call: String,
    /// What must come of it; absent where nothing is compared.
    pub expected: Option<String>,
    /// What came of it; absent if the run did not get so far.
    pub came: Option<String>,
    /// Whether it came as it must.
    pub agrees: bool,
}

impl TraceStep {
    /// The call and what came of it in one line: `get(2) → 1, expected -1`.
    pub fn line(&self) -> String {
        let came = match (&self.came, self.agrees) {
            (None, true) => String::new(),
            (Some(came), true) if came == "nothing" => String::new(),
            (None, false) => " → the run did not get so far".to_owned(),
            (Some(came), _) => format!(" → {came}"),
        };
        let expected = self.expected.as_ref().filter(|_| !self.agrees);
        let expected = expected.map_or_else(String::new, |expected| format!(", expected {expected}"));
        format!("{}{came}{expected}", self.call)
    }
}

impl Trace {
    /// The steps of a sequence of `total` that are kept, with `focus` among them.
    pub(super) fn around(mut steps: Vec<TraceStep>, total: usize, focus: Option<usize>) -> Self {
        let focus = focus.unwrap_or(0);
        steps.truncate(focus + AFTER.max(if focus == 0 { BEFORE } else { AFTER }) + 1);
        steps.drain(..focus.saturating_sub(BEFORE));
        Self { steps, total: total as u64, shortest: Vec::new() }
    }
}
