//! `assay grade`: one submission into a report; several are [`batch`]'s.

use std::time::Instant;

use assay::{Format, Grade, GradeOptions, Verdict, redact, render};

use crate::answer::Answer;
use crate::arguments::{Grade as Arguments, Reader};
use crate::batch;
use crate::destination::Destination;
use crate::entries::entries;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// Grades every submission and reports.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let destination = Destination::new(arguments.output.clone(), arguments.format)?;
    let entries = entries(&arguments.submissions, arguments.each)?;
    if arguments.profile && (entries.len() > 1 || arguments.store.is_some()) {
        return Err(Failure::usage("--profile is for one submission whose grade is not kept in a folder"));
    }
    let challenge = input::challenge(&arguments.challenge)?;
    let [entry] = entries.as_slice() else {
        return batch::run(session, &arguments, &destination, &challenge, &entries).await;
    };
    if arguments.store.is_some() {
        return batch::run(session, &arguments, &destination, &challenge, &entries).await;
    }
    let grader = session.grader(arguments.jobs)?;
    input::known(&grader, arguments.language.as_ref())?;
    let submission = input::submission(&grader, &entry.path, arguments.language.as_ref()).await?;
    input::allowed(&challenge, &submission.language)?;

    let started = Instant::now();
    let mut display = session.display();
    display.about(&submission.name);
    let note = |event| display.note(&event);
    let options = GradeOptions { profile: arguments.profile, ..GradeOptions::default() };
    let grade = grader.grade_with(&challenge, &submission, options, note).await?;
    drop(display);
    let grade = if arguments.audience == Reader::Candidate { redact(&grade) } else { grade };
    let report = render(&grade, destination.format, &session.options(destination.is_stdout()));
    let answer = destination.deliver(report, &summary(&grade), exit([grade.verdict]))?;
    if destination.is_stdout() && destination.format == Format::Text {
        return Ok(answer.remark(format!("graded in {:.2} s", started.elapsed().as_secs_f64())));
    }
    Ok(answer)
}

/// The exit code for these verdicts together.
pub(crate) fn exit(verdicts: impl IntoIterator<Item = Verdict>) -> Exit {
    let of = |verdict| match verdict {
        Verdict::JE => Exit::Fault,
        verdict => Exit::of(verdict == Verdict::AC),
    };
    verdicts.into_iter().map(of).fold(Exit::Good, Exit::graver)
}

/// One line that says what the grade says.
pub(crate) fn summary(grade: &Grade) -> String {
    let (verdict, score) = (grade.verdict, &grade.score);
    format!("{verdict} {}, {} of {} points", verdict.meaning(), score.points, score.max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_judge_error_makes_the_whole_run_our_fault() {
        assert_eq!(exit([Verdict::AC, Verdict::AC]), Exit::Good);
        assert_eq!(exit([Verdict::AC, Verdict::TLE]), Exit::Bad);
        assert_eq!(exit([Verdict::JE, Verdict::WA]), Exit::Fault);
    }
}
