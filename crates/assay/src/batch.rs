//! Many submissions as one run: a bounded number under way, each identical one graded once, and a stream of grades.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use assay_challenge::{Challenge, Fingerprint};
use assay_reporter::Grade;
use futures::{Stream, StreamExt};
use tokio::sync::OnceCell;

use crate::task::Task;
use crate::{GradeFolder, Grader, GradingError, Submission};

/// Many submissions to one challenge, about to be graded. Made by [`Grader::batch`].
#[derive(Clone)]
pub struct Batch(Arc<Run>);

struct Run {
    grader: Grader,
    challenge: Arc<Challenge>,
    folder: GradeFolder,
    firsts: Mutex<HashMap<String, Arc<First>>>,
}

/// The name of the submission whose grade stands for all identical ones, once it is kept.
type First = OnceCell<String>;

/// What came of one submission of a [`Batch`].
#[derive(Debug)]
pub struct Batched {
    /// Its place among the submissions, from 0.
    pub index: usize,
    /// The submission's name.
    pub name: String,
    /// Its grade, or why there is none.
    pub grade: Result<Grade, GradingError>,
    /// Where the grade is from.
    pub origin: Origin,
}

/// Where a grade of a [`Batch`] is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was made in this run.
    Made,
    /// It is that of an identical submission of this run, under another name.
    Copied,
    /// An earlier run kept it in the folder, and its receipt still holds.
    Kept,
}

impl Grader {
    /// Grades many submissions as one run, and keeps their grades in `folder`.
    ///
    /// A grade that an earlier run kept there, and that grading again would give again, is taken instead: a run that
    /// was stopped goes on where it was. [`GradeFolder::temporary`] is for those who need no grades afterwards.
    pub fn batch(&self, challenge: &Arc<Challenge>, folder: GradeFolder) -> Batch {
        let (grader, challenge) = (self.clone(), challenge.clone());
        Batch(Arc::new(Run { grader, challenge, folder, firsts: Mutex::default() }))
    }
}

impl Batch {
    /// How many submissions are held at once: enough for every sandbox to be busy while some compile or are stored.
    pub fn in_flight(&self) -> usize {
        2 * self.0.grader.jobs() + 2
    }

    /// The grades, each as soon as it is known and kept; [`Batched::index`] says whose it is.
    ///
    /// Pulling it is what takes more of `submissions`, of which at most [`Batch::in_flight`] are under way. Dropping
    /// it stops them within a few milliseconds; what it has given out stays kept. What comes in which order depends
    /// on the computer, and no grade does. A failure is that submission's alone: the others go on.
    ///
    /// Two submissions must not share a name: the grade kept last would replace the other's.
    pub fn grade(&self, submissions: impl Stream<Item = Submission>) -> impl Stream<Item = Batched> {
        let run = self.0.clone();
        let graded = submissions.enumerate().map(move |(index, submission)| {
            let (run, name) = (run.clone(), submission.name.clone());
            let task = Task::spawn(async move { run.grade(submission).await });
            async move {
                match task.await {
                    Ok((grade, origin)) => Batched { index, name, grade: Ok(grade), origin },
                    Err(error) => Batched { index, name, grade: Err(error), origin: Origin::Made },
                }
            }
        });
        graded.buffer_unordered(self.in_flight())
    }
}

impl Run {
    async fn grade(&self, submission: Submission) -> Result<(Grade, Origin), GradingError> {
        let receipt = self.grader.receipt(&self.challenge, &submission).await?;
        let (name, language) = (submission.name.as_str(), submission.language.as_str());
        let first = self.first(&submission);
        if let Some(grade) = self.folder.find(name, language, &receipt) {
            // One that is set already stands for the same grade.
            let _ = first.set(name.to_owned());
            return Ok((grade, Origin::Kept));
        }
        let mut made = None;
        let original = first.get_or_try_init(|| async {
            made = Some(self.make(&submission).await?);
            Ok::<_, GradingError>(name.to_owned())
        });
        let original = original.await?;
        if let Some(grade) = made {
            return Ok((grade, Origin::Made));
        }
        let copy = self.folder.load(original).filter(|grade| grade.receipt == receipt && grade.language == language);
        let Some(mut grade) = copy else {
            // Somebody else took it away meanwhile.
            return Ok((self.make(&submission).await?, Origin::Made));
        };
        name.clone_into(&mut grade.submission.name);
        self.folder.keep(&grade)?;
        Ok((grade, Origin::Copied))
    }

    async fn make(&self, submission: &Submission) -> Result<Grade, GradingError> {
        let grade = self.grader.grade(&self.challenge, submission).await?;
        self.folder.keep(&grade)?;
        Ok(grade)
    }

    /// What is shared by all submissions that differ in nothing but how reports call them.
    fn first(&self, submission: &Submission) -> Arc<First> {
        let of = Fingerprint::of([submission.language.as_str(), &submission.main, &submission.sha256()]);
        let mut firsts = self.firsts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(firsts.entry(of.hex()).or_default())
    }
}
