//! `assay grade` with many submissions: one run that can be stopped and gone on with, and a comparison of all.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use assay::{
    Batched, Challenge, Contenders, Format, Grade, GradeFolder, Grader, Language, Origin, Submission, Verdict, redact,
    render,
};
use futures::StreamExt;

use crate::answer::Answer;
use crate::arguments::{Grade as Arguments, Reader};
use crate::destination::Destination;
use crate::entries::Entry;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::grade::exit;
use crate::input;
use crate::progress::Display;
use crate::session::Session;

/// The most failures that are listed one by one.
const LISTED: usize = 50;

/// The submissions of one run, and what is known of them so far.
struct Run<'a> {
    grader: Grader,
    arguments: &'a Arguments,
    display: Mutex<Display>,
    /// Submissions without a verdict: where they are named, and why.
    failed: Mutex<Vec<(usize, String, Exit)>>,
    /// Languages that were asked for, and those that are not to be had.
    languages: Mutex<HashMap<Language, Option<(String, Exit)>>>,
}

/// What is known of the grades without holding them.
#[derive(Default)]
struct Summary {
    contenders: Contenders,
    names: Vec<String>,
    verdicts: Vec<Verdict>,
    origins: Vec<Origin>,
}

/// Grades `entries` and compares them.
pub(crate) async fn run(
    session: &Session,
    arguments: &Arguments,
    destination: &Destination,
    challenge: &std::sync::Arc<Challenge>,
    entries: &[Entry],
) -> Result<Answer, Failure> {
    let started = Instant::now();
    let folder = match &arguments.store {
        Some(root) => GradeFolder::open(root)?,
        None => GradeFolder::temporary()?,
    };
    let display = session.display();
    let run = Run {
        grader: session.grader(arguments.jobs)?,
        arguments,
        display: Mutex::new(display),
        failed: Mutex::default(),
        languages: Mutex::default(),
    };
    input::known(&run.grader, arguments.language.as_ref())?;
    run.display().begin(entries.len(), arguments.store.is_some());
    let summary = run.grade(challenge, &folder, entries).await?;
    run.display().end();

    let elapsed = started.elapsed().as_secs_f64();
    let copy = |grade: Grade| if arguments.audience == Reader::Candidate { redact(&grade) } else { grade };
    let options = session.options(destination.is_stdout());
    let graded = summary.names.len();
    let report = match summary.names.as_slice() {
        [only] if entries.len() == 1 => {
            let grade = folder.load(only).ok_or_else(|| gone(&folder, only))?;
            render(&copy(grade), destination.format, &options)
        }
        names => {
            let whole = |place: &assay::Place| folder.load(names.get(place.index)?).map(copy);
            summary.contenders.rank().render(destination.format, &options, whole)
        }
    };
    let accepted = summary.verdicts.iter().filter(|verdict| **verdict == Verdict::AC).count();
    let said = format!("{accepted} of {} accepted", counted(entries.len()));
    let mut answer = destination.deliver(report, &said, exit(summary.verdicts.iter().copied()))?;
    let from = |origin| summary.origins.iter().filter(|from| **from == origin).count();
    if from(Origin::Kept) > 0 {
        answer = answer.remark(format!("resumed: {} of {} were graded before", from(Origin::Kept), entries.len()));
    }
    if from(Origin::Copied) > 0 {
        answer = answer.remark(format!("{} identical to another, and graded once", from(Origin::Copied)));
    }
    if destination.is_stdout() && destination.format == Format::Text {
        answer = answer.remark(format!("graded {} in {elapsed:.2} s", counted(graded)));
    }
    Ok(run.with_failures(answer))
}

/// `one submission`, `2 submissions`.
fn counted(number: usize) -> String {
    if number == 1 { "1 submission".to_owned() } else { format!("{number} submissions") }
}

fn gone(folder: &GradeFolder, name: &str) -> Failure {
    let error = std::io::Error::other("the grade was kept here and is gone");
    Failure::File { path: folder.path(name), error }
}

impl Run<'_> {
    fn display(&self) -> MutexGuard<'_, Display> {
        self.display.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn grade(
        &self,
        challenge: &std::sync::Arc<Challenge>,
        folder: &GradeFolder,
        entries: &[Entry],
    ) -> Result<Summary, Failure> {
        let places: HashMap<&str, usize> =
            entries.iter().enumerate().map(|(place, entry)| (entry.name.as_str(), place)).collect();
        let submissions = futures::stream::iter(entries.iter().enumerate()).then(async |(place, entry)| {
            let read = self.read(challenge, entry).await;
            read.map_err(|failure| self.failed(place, &failure)).ok()
        });
        let submissions = submissions.filter_map(std::future::ready);
        let batch = self.grader.batch(challenge, folder.clone());
        let mut graded = pin!(batch.grade(submissions));
        let mut summary = Summary::default();
        while let Some(Batched { name, grade, origin, .. }) = graded.next().await {
            let place = places.get(name.as_str()).copied().unwrap_or(entries.len());
            match grade {
                Ok(grade) => {
                    self.display().graded(&name, Some(grade.verdict), origin == Origin::Kept);
                    self.doubt(place, &grade);
                    summary.add(&grade, origin, self.arguments.audience);
                }
                Err(error) => {
                    let failure = Failure::from(error);
                    // What every other submission would meet as well ends the run.
                    if failure.exit() == Exit::Challenge || failure.is_of_store() {
                        return Err(failure);
                    }
                    self.failed(place, &failure.of(&name));
                }
            }
        }
        Ok(summary)
    }

    /// Reads one submission and makes its language ready.
    async fn read(&self, challenge: &Challenge, entry: &Entry) -> Result<Submission, Failure> {
        let mut submission = input::submission(&self.grader, &entry.path, self.arguments.language.as_ref()).await?;
        if !input::is_stdin(&entry.path) {
            submission.name.clone_from(&entry.name);
        }
        input::allowed(challenge, &submission.language).map_err(|failure| failure.of(&entry.name))?;
        self.ready(&submission.language).await.map_err(|failure| failure.of(&entry.name))?;
        Ok(submission)
    }

    /// Makes a language ready when it is first met; one that is not to be had is not asked for again.
    async fn ready(&self, language: &Language) -> Result<(), Failure> {
        let known = || self.languages.lock().unwrap_or_else(PoisonError::into_inner);
        if !known().contains_key(language) {
            let told = |progress| self.display().note_pack(language, &progress);
            let made = self.grader.install(language, None, told).await.map_err(Failure::from);
            known().insert(language.clone(), made.err().map(|failure| (failure.to_string(), failure.exit())));
        }
        match known().get(language) {
            Some(Some((why, exit))) => Err(Failure::Part { why: why.clone(), exit: *exit }),
            _ => Ok(()),
        }
    }

    fn failed(&self, place: usize, failure: &Failure) {
        self.display().graded("", None, false);
        self.note(place, failure.to_string(), failure.exit());
    }

    fn note(&self, place: usize, why: String, exit: Exit) {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).push((place, why, exit));
    }

    /// A verdict that is no verdict is listed with the failures, though it has a grade.
    fn doubt(&self, place: usize, grade: &Grade) {
        if grade.verdict == Verdict::JE {
            let case = grade.cases.iter().find(|case| case.verdict == Verdict::JE);
            let why = case.map_or("", |case| case.message.as_str());
            self.note(place, format!("{}: judge error: {why}", grade.submission.name), Exit::Fault);
        }
    }

    /// The answer with the failures, in the order of the command line.
    fn with_failures(self, mut answer: Answer) -> Answer {
        let mut failed = self.failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        failed.sort_by_key(|(place, ..)| *place);
        let more = failed.len().saturating_sub(LISTED);
        for (place, (_, why, exit)) in failed.into_iter().enumerate() {
            answer.exit = answer.exit.graver(exit);
            if place < LISTED {
                answer.errors.push(why);
            }
        }
        if more > 0 {
            answer.errors.push(format!("and {} without a verdict", counted(more)));
        }
        answer
    }
}

impl Summary {
    fn add(&mut self, grade: &Grade, origin: Origin, audience: Reader) {
        if audience == Reader::Candidate {
            self.contenders.add(&redact(grade));
        } else {
            self.contenders.add(grade);
        }
        self.names.push(grade.submission.name.clone());
        self.verdicts.push(grade.verdict);
        self.origins.push(origin);
    }
}
