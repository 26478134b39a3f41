//! `assay grade`: one submission into a report, several into a ranking.

use std::path::{Path, PathBuf};
use std::time::Instant;

use assay::{Format, Grade, GradeOptions, Verdict, rank, redact, render};

use crate::answer::Answer;
use crate::arguments::{Grade as Arguments, Reader};
use crate::destination::Destination;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// Grades every submission and reports.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let destination = Destination::new(arguments.output, arguments.format)?;
    if arguments.submissions.iter().filter(|path| input::is_stdin(path)).count() > 1 {
        return Err(Failure::usage("`-` was given twice, and standard input can be read only once"));
    }
    let challenge = input::challenge(&arguments.challenge)?;
    let grader = session.grader(arguments.jobs)?;
    let mut submissions = Vec::new();
    for (path, name) in arguments.submissions.iter().zip(names(&arguments.submissions)) {
        let mut submission = input::submission(&grader, path, arguments.language.as_ref()).await?;
        input::allowed(&challenge, &submission.language)?;
        if let Some(name) = name.filter(|_| !input::is_stdin(path)) {
            submission.name = name;
        }
        submissions.push(submission);
    }

    let started = Instant::now();
    let mut display = session.display();
    let mut grades = Vec::new();
    for submission in &submissions {
        display.about(&submission.name);
        let note = |event| display.note(&event);
        let grade = grader.grade_with(&challenge, submission, GradeOptions::default(), note).await?;
        grades.push(if arguments.audience == Reader::Candidate { redact(&grade) } else { grade });
    }
    drop(display);

    let options = session.options(destination.is_stdout());
    let report = match grades.as_slice() {
        [grade] => render(grade, destination.format, &options),
        grades => rank(grades).render(destination.format, &options),
    };
    let answer = destination.deliver(report, &summary(&grades), exit(grades.iter().map(|grade| grade.verdict)))?;
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

/// One line that says what the grades say.
pub(crate) fn summary(grades: &[Grade]) -> String {
    if let [grade] = grades {
        let (verdict, score) = (grade.verdict, &grade.score);
        return format!("{verdict} {}, {} of {} points", verdict.meaning(), score.points, score.max);
    }
    let accepted = grades.iter().filter(|grade| grade.verdict == Verdict::AC).count();
    format!("{accepted} of {} submissions accepted", grades.len())
}

/// What reports call submissions that share a file name: the end of their path that tells them apart.
///
/// `None` where the file name does, which is how a submission is called anyway.
fn names(paths: &[PathBuf]) -> Vec<Option<String>> {
    let end = |path: &Path, parts: usize| {
        let all: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        all[all.len().saturating_sub(parts)..].join("/")
    };
    let clash = |path: &PathBuf, parts| paths.iter().filter(|other| end(other, parts) == end(path, parts)).count() > 1;
    let name = |path: &PathBuf| {
        let most = path.components().count();
        let parts = (1..=most).find(|parts| !clash(path, *parts)).unwrap_or(most);
        (parts > 1).then(|| end(path, parts))
    };
    paths.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn submissions_of_equal_file_names_are_told_apart_by_their_folders() {
        let paths = ["in/ann/main.py", "in/bob/main.py", "in/eve/other.py"].map(PathBuf::from);
        assert_eq!(names(&paths), [Some("ann/main.py".to_owned()), Some("bob/main.py".to_owned()), None]);
        assert_eq!(names(&["x/a.py".into()]), [None]);
        assert_eq!(names(&["a.py".into(), "a.py".into()]), [None, None]);
    }

    #[test]
    fn one_judge_error_makes_the_whole_run_our_fault() {
        assert_eq!(exit([Verdict::AC, Verdict::AC]), Exit::Good);
        assert_eq!(exit([Verdict::AC, Verdict::TLE]), Exit::Bad);
        assert_eq!(exit([Verdict::JE, Verdict::WA]), Exit::Fault);
    }
}
