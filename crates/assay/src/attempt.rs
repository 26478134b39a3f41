//! A candidate's submission on an input of their own: what it printed, and what it used.

use std::sync::Arc;

use assay_challenge::{Call, Challenge, Compilation, Interface, Limits, Outcome};
use assay_reporter::Trace;
use assay_runner::Job;
use bytes::Bytes;

use crate::{Event, Grader, GradingError, Submission, calling, receipt};

/// What happened when a submission ran on one input.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// How compiling went.
    pub compilation: Compilation,
    /// What the run did; absent if there was nothing to run.
    pub outcome: Option<Outcome>,
    /// The calls that were made, where the submission is a function or class.
    pub trace: Option<Trace>,
    /// What the run was allowed to use.
    pub limits: Limits,
}

impl Grader {
    /// Runs `submission` on `input` under the challenge's limits.
    ///
    /// Where the submission is a function or class, the input is a case as JSON, and its results are compared with
    /// what must come of the calls as far as it says. Otherwise it is standard input, and nothing is judged.
    pub async fn attempt(
        &self,
        challenge: &Arc<Challenge>,
        submission: &Submission,
        input: impl Into<Bytes>,
        mut on_event: impl FnMut(Event) + Send,
    ) -> Result<Attempt, GradingError> {
        let input = input.into();
        let call = challenge.interface.as_ref().map(|interface| own_call(&input, interface)).transpose()?;
        self.ready(&submission.language, &mut on_event).await?;
        let limits = challenge.allowance.limits(&submission.language, self.multiplier(&submission.language));
        on_event(Event::Compiling);
        let prepared = self.prepare(&calling::source(challenge, submission)?).await?;
        on_event(Event::Compiled { ok: prepared.compilation.ok });
        let mut attempt = Attempt { compilation: prepared.compilation, outcome: None, trace: None, limits };
        if let Some(program) = prepared.program {
            let _slot = self.slot().await;
            let (seed, limits) = (receipt::seed(&challenge.id, "own"), attempt.limits.clone());
            let job = match &call {
                Some(call) => calling::job(program, call, seed, limits),
                None => Job {
                    program,
                    stdin: input,
                    arguments: Vec::new(),
                    files: Vec::new(),
                    writable: None,
                    seed,
                    limits,
                },
            };
            let finished = self.engine().run(&job).await?;
            if let (Some(interface), Some(call)) = (&challenge.interface, &call) {
                let ran = (&finished.outcome, &*calling::log(&finished));
                attempt.trace = calling::judge(interface, &challenge.checker, call, ran, &attempt.limits).trace;
            }
            attempt.outcome = Some(finished.outcome);
        }
        Ok(attempt)
    }
}

/// A case as a setter writes it, or without what must come of it.
fn own_call(input: &[u8], interface: &Interface) -> Result<Call, GradingError> {
    let whole = Call::from_json(input, interface);
    whole.or_else(|mistake| {
        Call::from_generated_json(input, interface).map_err(|_| GradingError::NoCall(mistake.to_string()))
    })
}
