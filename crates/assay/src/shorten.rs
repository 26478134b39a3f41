//! Shortening a sequence of operations that fails to a small one that still does.
//!
//! What a shorter sequence should give is asked of an accepted solution in the submission's language, in a sandbox of
//! its own. Steps are left out in ever smaller runs, as long as the submission still fails in the same way.

use assay_challenge::{Call, Checker, Interface, Limits, Step, Verdict};
use assay_reporter::{Judgement, TraceStep};
use assay_runner::Program;

use crate::player::Player;
use crate::{Grader, GradingError, calling};

/// Sequences tried for one case. Each is a run of the submission and one of the accepted solution.
const TRIES: usize = 80;

/// All of them together may cost this part of what one case may.
const COST_SHARE: u64 = 20;

/// What is needed to try a shorter sequence.
pub(crate) struct Shortener<'a> {
    pub(crate) grader: &'a Grader,
    pub(crate) interface: &'a Interface,
    pub(crate) checker: &'a Checker,
    pub(crate) program: &'a Program,
    /// The accepted solution that is asked.
    pub(crate) oracle: &'a Player,
    pub(crate) limits: &'a Limits,
    pub(crate) seed: u64,
}

impl Shortener<'_> {
    /// The calls of the shortest sequence found that earns `verdict` too; empty if none is shorter.
    pub(crate) async fn shorten(&self, call: &Call, verdict: Verdict) -> Result<Vec<TraceStep>, GradingError> {
        let Call::Class { arguments, steps, .. } = call else { return Ok(Vec::new()) };
        let sequence = |steps: Vec<Step>| Call::Class { arguments: arguments.clone(), made: None, steps };
        let mut best = steps.clone();
        let mut found = None;
        let mut budget = self.limits.cost / COST_SHARE;
        let mut size = best.len().div_ceil(2);
        let mut tries = 0;
        while size > 0 && tries < TRIES && budget > 0 {
            let mut at = 0;
            let before = best.len();
            while at < best.len() && tries < TRIES && budget > 0 {
                // From the end first: what follows the failure is never needed.
                let end = best.len() - at;
                let start = end.saturating_sub(size);
                let shorter: Vec<Step> = best[..start].iter().chain(&best[end..]).cloned().collect();
                tries += 1;
                let tried = self.judged(&sequence(shorter.clone())).await?;
                budget = budget.saturating_sub(tried.as_ref().map_or(0, |(_, cost)| *cost));
                match tried {
                    Some((judgement, _)) if judgement.verdict == verdict => {
                        best = shorter;
                        found = judgement.trace;
                    }
                    _ => at += size,
                }
            }
            size = if size == 1 && best.len() < before { 1 } else { size / 2 };
        }
        let steps = found.map(|trace| trace.steps).unwrap_or_default();
        Ok(steps.into_iter().enumerate().map(|(nth, step)| TraceStep { number: nth as u64, ..step }).collect())
    }

    /// How the submission does on a sequence, and its cost; `None` if the accepted solution does not know what must come of it.
    async fn judged(&self, call: &Call) -> Result<Option<(Judgement, u64)>, GradingError> {
        let Ok(call) = self.oracle.answer(self.grader, self.interface, call).await else { return Ok(None) };
        let job = calling::job(self.program.clone(), &call, self.seed, self.limits.clone());
        let finished = {
            let _slot = self.grader.slot().await;
            self.grader.engine().run(&job).await?
        };
        let log = calling::log(&finished);
        let judgement = calling::judge(self.interface, self.checker, &call, (&finished.outcome, &log), self.limits);
        Ok(Some((judgement, finished.outcome.usage.cost)))
    }
}
