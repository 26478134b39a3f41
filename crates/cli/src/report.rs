//! `assay report`: another report of a stored grade, or of several together, which needs neither challenge nor sandbox.

use std::path::PathBuf;

use assay::{Audience, Contenders, Grade, Place, redact, render};

use crate::answer::Answer;
use crate::arguments::{Reader, Report as Arguments};
use crate::destination::Destination;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{entries, grade, input};

/// Reads the grades and writes down what is asked for: one's report, or the ranking of several.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let destination = Destination::new(arguments.output, arguments.format)?;
    let options = session.options(destination.is_stdout());
    if let [only] = arguments.grades.as_slice()
        && !only.is_dir()
    {
        let shown = copy_for(input::grade(only).await?, arguments.audience)?;
        let report = render(&shown, destination.format, &options);
        return destination.deliver(report, &grade::summary(&shown), Exit::Good);
    }
    let paths = files(&arguments.grades)?;
    let mut contenders = Contenders::default();
    let mut challenge: Option<(String, String)> = None;
    let mut versions = false;
    for path in &paths {
        let stored = input::grade(path).await?;
        let of = (stored.challenge.id.clone(), stored.receipt.challenge.clone());
        let (id, hash) = challenge.get_or_insert_with(|| of.clone());
        if *id != of.0 {
            let path = path.display();
            return Err(Failure::usage(format!("{path}: is of the challenge `{}`, and others are of `{id}`", of.0)));
        }
        versions |= *hash != of.1;
        contenders.add(&copy_for(stored, arguments.audience)?);
    }
    let whole = |place: &Place| {
        let grade = paths.get(place.index).and_then(|path| input::grade_now(path).ok())?;
        copy_for(grade, arguments.audience).ok()
    };
    let said = format!("{} grades ranked", paths.len());
    let report = contenders.rank().render(destination.format, &options, whole);
    let answer = destination.deliver(report, &said, Exit::Good)?;
    if versions {
        return Ok(answer.remark("the challenge was changed between some of these grades: they may not compare"));
    }
    Ok(answer)
}

/// The files that are named, and those in the folders that are.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside = entries::inside(path)?;
        inside.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        if inside.is_empty() {
            return Err(Failure::usage(format!("{}: no grade in it (files that end in .json)", path.display())));
        }
        files.extend(inside);
    }
    if files.len() > 1 && files.iter().any(|path| input::is_stdin(path)) {
        return Err(Failure::usage("`-` stands for one grade; name files to rank several"));
    }
    Ok(files)
}

/// The copy for a reader; by default the one that is stored.
fn copy_for(stored: Grade, reader: Option<Reader>) -> Result<Grade, Failure> {
    match (reader, stored.audience) {
        (Some(Reader::Candidate), _) => Ok(redact(&stored)),
        (Some(Reader::Interviewer), Audience::Candidate) => Err(Failure::usage(
            "this is a candidate's copy: what was taken out of it cannot be put back.\n\
             Use the interviewer's copy of the grade, or grade again.",
        )),
        _ => Ok(stored),
    }
}
