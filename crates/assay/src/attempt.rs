//! A candidate's submission on an input of their own: what it printed, and what it used.

use std::sync::Arc;

use assay_challenge::{Challenge, Compilation, Limits, Outcome};
use assay_runner::Job;
use bytes::Bytes;

use crate::{Event, Grader, GradingError, Submission, receipt};

/// What happened when a submission ran on one input.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// How compiling went.
    pub compilation: Compilation,
    /// What the run did; absent if there was nothing to run.
    pub outcome: Option<Outcome>,
    /// What the run was allowed to use.
    pub limits: Limits,
}

impl Grader {
    /// Runs `submission` on `input` under the challenge's limits. Nothing is judged.
    pub async fn attempt(
        &self,
        challenge: &Arc<Challenge>,
        submission: &Submission,
        input: impl Into<Bytes>,
        mut on_event: impl FnMut(Event) + Send,
    ) -> Result<Attempt, GradingError> {
        self.ready(&submission.language, &mut on_event).await?;
        let limits = challenge.allowance.limits(&submission.language, self.multiplier(&submission.language));
        on_event(Event::Compiling);
        let prepared = self.prepare(submission).await?;
        on_event(Event::Compiled { ok: prepared.compilation.ok });
        let mut outcome = None;
        if let Some(program) = prepared.program {
            let _slot = self.slot().await;
            let job = Job {
                program,
                stdin: input.into(),
                arguments: Vec::new(),
                files: Vec::new(),
                writable: None,
                seed: receipt::seed(&challenge.id, "own"),
                limits: limits.clone(),
            };
            outcome = Some(self.engine().run(&job).await?.outcome);
        }
        Ok(Attempt { compilation: prepared.compilation, outcome, limits })
    }
}
