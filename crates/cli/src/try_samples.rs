//! `assay test`: what a candidate runs while working, on the samples or on an input of their own.

use assay::{Attempt, Format, GradeOptions, Outcome, Scope, failure, redact, render};

use crate::answer::Answer;
use crate::arguments::Test as Arguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::visible::visible;
use crate::{grade, input};

/// Runs the samples, or the candidate's own input.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let own = arguments.input;
    if input::is_stdin(&arguments.one.submission) && own.as_deref().is_some_and(input::is_stdin) {
        return Err(Failure::usage("`-` was given twice, and standard input can be read only once"));
    }
    let challenge = input::challenge(&arguments.one.challenge)?;
    let grader = session.grader(None)?;
    let submission = input::submission_of(&grader, &arguments.one).await?;
    input::allowed(&challenge, &submission.language)?;
    let mut display = session.display();
    display.about(&submission.name);
    if let Some(own) = own {
        let stdin = input::own_input(&own).await?;
        let attempt = grader.attempt(&challenge, &submission, stdin, |event| display.note(&event)).await?;
        drop(display);
        return Ok(answer(&attempt, session.environment.stdout_terminal));
    }
    if challenge.samples.is_empty() {
        return Err(Failure::usage(format!("{} has no samples: pass an input of your own with --input", challenge.id)));
    }
    let options = GradeOptions { scope: Scope::Samples, ..GradeOptions::default() };
    let grade = grader.grade_with(&challenge, &submission, options, |event| display.note(&event)).await?;
    drop(display);
    let grade = redact(&grade);
    let report = render(&grade, Format::Text, &session.options(true));
    Ok(Answer::new(report, grade::exit([grade.verdict])))
}

/// What the program printed, and on the side how it ended.
fn answer(attempt: &Attempt, terminal: bool) -> Answer {
    let said = &attempt.compilation.message;
    let mut answer = Answer::new("", Exit::Bad);
    if !said.trim().is_empty() {
        answer = answer.remark(visible(said.trim_end().as_bytes()));
    }
    let Some(outcome) = &attempt.outcome else {
        return Answer { errors: vec!["it does not compile".to_owned()], ..answer };
    };
    let printed = &outcome.stdout;
    if let Some(trace) = &attempt.trace {
        let lines = trace.steps.iter().flat_map(|step| [visible(step.line().as_bytes()), "\n".to_owned()]);
        answer.output = lines.collect::<String>().into();
        if printed.total > 0 {
            answer = answer.remark(format!("--- what it printed ({} bytes)", printed.total));
            answer = answer.remark(visible(&printed.bytes).trim_end().to_owned());
        }
    } else if terminal {
        answer.output = visible(&printed.bytes).into_bytes();
        if !printed.bytes.is_empty() && !printed.bytes.ends_with(b"\n") {
            answer.output.extend_from_slice("⏎\n".as_bytes());
        }
    } else {
        answer.output.clone_from(&printed.bytes);
    }
    let agrees = attempt.trace.as_ref().is_none_or(|trace| trace.steps.iter().all(|step| step.agrees));
    answer.exit = Exit::of(outcome.end.is_success() && agrees);
    if outcome.stderr.total > 0 {
        answer = answer.remark(format!("--- its standard error ({} bytes)", outcome.stderr.total));
        answer = answer.remark(visible(&outcome.stderr.bytes).trim_end().to_owned());
        answer = answer.remark("---");
    }
    answer.remark(ended(outcome, attempt))
}

/// One line: how it ended, and what it used of what it may use.
fn ended(outcome: &Outcome, Attempt { limits, .. }: &Attempt) -> String {
    let how = match failure(outcome, limits) {
        Some(failed) => format!("{} {}: {}", failed.verdict, failed.verdict.meaning(), failed.message),
        None => "ended well".to_owned(),
    };
    let usage = outcome.usage;
    let mib = |bytes: u64| bytes.div_ceil(1 << 20);
    format!(
        "{how}; {} of {} ms of virtual time ({} units), {} of {} MiB of memory, {} bytes of output",
        usage.time_ms(),
        limits.cost / assay::UNITS_PER_MS,
        usage.cost,
        mib(usage.memory),
        mib(limits.memory),
        outcome.stdout.total,
    )
}

#[cfg(test)]
mod tests {
    use assay::{Captured, Compilation, End, Limits, Usage};

    use super::*;

    fn attempt(end: End, printed: &[u8]) -> Attempt {
        let captured = |bytes: &[u8]| Captured { bytes: bytes.to_vec(), total: bytes.len() as u64 };
        Attempt {
            compilation: Compilation { ok: true, message: String::new(), usage: Usage::default() },
            outcome: Some(Outcome {
                end,
                usage: Usage { cost: 15_000_000, memory: 1 << 20 },
                stdout: captured(printed),
                stderr: captured(b"note\x1b[2J\n"),
            }),
            trace: None,
            limits: Limits { cost: 10_000_000_000, memory: 64 << 20, stdout: 100, stderr: 100, wall_ms: 1000 },
        }
    }

    #[test]
    fn a_pipe_gets_the_programs_own_bytes_and_a_terminal_gets_them_escaped() {
        let attempt = attempt(End::Exit { code: 0 }, b"7\x1b[31m");
        assert_eq!(answer(&attempt, false).output, b"7\x1b[31m");
        assert_eq!(answer(&attempt, true).output, "7\\x1b[31m⏎\n".as_bytes());
    }

    #[test]
    fn how_it_ended_and_its_cost_are_said_on_the_side() {
        let answer = answer(&attempt(End::Exit { code: 0 }, b"7\n"), false);
        assert_eq!(answer.exit, Exit::Good);
        assert_eq!(
            answer.remarks.last().map(String::as_str),
            Some("ended well; 2 of 1000 ms of virtual time (15000000 units), 1 of 64 MiB of memory, 2 bytes of output")
        );
        assert!(answer.remarks.iter().all(|remark| !remark.contains('\x1b')));
    }

    #[test]
    fn a_program_that_does_not_compile_is_no_success() {
        let mut attempt = attempt(End::CostLimit, b"");
        assert_eq!(answer(&attempt, false).exit, Exit::Bad);
        attempt.outcome = None;
        attempt.compilation.message = "line 3: what?\n".to_owned();
        let answer = answer(&attempt, false);
        assert_eq!((answer.exit, answer.remarks), (Exit::Bad, vec!["line 3: what?".to_owned()]));
        assert_eq!(answer.errors, ["it does not compile"]);
    }
}
