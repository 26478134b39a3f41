//! What is different where a submission is a function or class: it is called by a program of ours, which gets its
//! arguments and gives its results on a channel apart from anything the submission reads or prints.

use assay_binding::{CALL, LOG, Rest, harness, replies, request};
use assay_challenge::{
    Call, Challenge, Checker, Expected, Interface, Item, Limits, Outcome, Reply, Step, ValueTolerance,
};
use assay_reporter::{Answered, Asked, Judgement, judge_call};
use assay_runner::{Finished, Job, Program, Source};
use bytes::Bytes;

use crate::{GradingError, Submission};

/// The source of the program that is run: the submission itself, or the one that calls it.
pub(crate) fn source(challenge: &Challenge, submission: &Submission) -> Result<Source, GradingError> {
    let (language, mut files) = (submission.language.clone(), submission.files.clone());
    let Some(interface) = &challenge.interface else {
        return Ok(Source { language, main: submission.main.clone(), files, entry: None });
    };
    let harness = harness(&language, interface, &submission.main)
        .ok_or_else(|| GradingError::OnlyPrograms { challenge: challenge.id.clone(), language: language.clone() })?;
    for (name, content) in &mut files {
        if *name == submission.main {
            *content = harness.submission.wrap(content).into();
            name.clone_from(&harness.submission.name);
        }
    }
    files.retain(|(name, _)| harness.files.iter().all(|ours| ours.name != *name));
    files.extend(harness.files.into_iter().map(|file| (file.name, Bytes::from(file.text))));
    files.sort();
    Ok(Source { language, main: harness.main, files, entry: harness.entry })
}

/// The run of one call. What must come of it does not go in.
pub(crate) fn job(program: Program, call: &Call, seed: u64, limits: Limits) -> Job {
    Job {
        program,
        stdin: Bytes::new(),
        arguments: Vec::new(),
        files: vec![(within_root(CALL).to_owned(), request(call).into())],
        writable: Some(LOG.rsplit_once('/').map_or(LOG, |(folder, _)| folder).to_owned()),
        seed,
        limits,
    }
}

/// What the harness wrote.
pub(crate) fn log(finished: &Finished) -> Bytes {
    let written = finished.written.iter().find(|(path, _)| within_root(path) == within_root(LOG));
    written.map(|(_, content)| content.clone()).unwrap_or_default()
}

fn within_root(path: &str) -> &str {
    path.trim_start_matches('/')
}

/// Judges what the harness wrote by the call's expected values.
pub(crate) fn judge(
    interface: &Interface,
    checker: &Checker,
    call: &Call,
    (outcome, log): (&Outcome, &[u8]),
    limits: &Limits,
) -> Judgement {
    let read = replies(interface, call, log);
    let fallback = ValueTolerance::default();
    let tolerance = if let Checker::Value(tolerance) = checker { tolerance } else { &fallback };
    let answered = Answered { replies: &read.replies, readable: !matches!(read.rest, Rest::Garbled { .. }) };
    judge_call(Asked { interface, call, tolerance }, answered, outcome, limits)
}

/// The call as it is before anything is known of what must come of it.
pub(crate) fn question(call: &Call) -> Call {
    match call.clone() {
        Call::Function { arguments, .. } => Call::Function { arguments, expected: None },
        Call::Class { arguments, steps, .. } => {
            let unknown = |step: Step| match step {
                Step::Method { method, arguments, .. } => Step::Method { method, arguments, expected: None },
                sleep @ Step::Sleep(_) => sleep,
            };
            Call::Class { arguments, made: None, steps: steps.into_iter().map(unknown).collect() }
        }
    }
}

/// The call with what an accepted solution answered as what must come of it.
pub(crate) fn answered(interface: &Interface, call: &Call, log: &[u8]) -> Result<Call, String> {
    let read = replies(interface, call, log);
    if read.rest != Rest::Complete {
        return Err(format!("it did not answer the whole call: {:?}", read.rest));
    }
    let mut replies = read.replies.into_iter();
    let mut next = || match replies.next() {
        Some(Reply::Returned(value)) => Ok(value.map_or(Expected::Nothing, Expected::Value)),
        Some(Reply::Raised { message, mistake: false, .. }) => Ok(Expected::Error(Some(message))),
        Some(Reply::Raised { kind, message, .. }) => Err(format!("it raised {kind}: {message}")),
        Some(Reply::WrongType { actual }) => Err(format!("it returned {actual}, which is of another type")),
        None => Err("it answered too little".to_owned()),
    };
    Ok(match question(call) {
        Call::Function { arguments, .. } => Call::Function { arguments, expected: Some(next()?) },
        Call::Class { arguments, steps, .. } => {
            let made = next()?;
            if let Expected::Error(_) = made {
                return Ok(Call::Class { arguments, made: Some(made), steps: Vec::new() });
            }
            let mut all = Vec::with_capacity(steps.len());
            for step in steps {
                all.push(match step {
                    Step::Method { method, arguments, .. } => {
                        Step::Method { method, arguments, expected: Some(next()?) }
                    }
                    sleep @ Step::Sleep(_) => sleep,
                });
            }
            Call::Class { arguments, made: Some(made), steps: all }
        }
    })
}

/// What the submission answered, as a checker that is a program reads it; `None` if it did not answer everything with
/// values.
pub(crate) fn output(interface: &Interface, call: &Call, log: &[u8]) -> Option<Bytes> {
    let json = answered(interface, call, log).ok()?.expected_json(interface);
    Some(Bytes::from(format!("{json}\n")))
}

/// Whether the submission is a class, whose cases are sequences that can be shortened.
pub(crate) fn is_class(interface: &Interface) -> bool {
    matches!(interface.item, Item::Class(_))
}
