//! What every measurement stands on: graders over the shared packs, challenges made for the purpose, and best times.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use assay::{Challenge, Event, Grade, GradeOptions, Grader, Submission, ToolPaths, Verdict, load};
use tempfile::TempDir;

use crate::options::Options;
use crate::suite::languages::{Spoken, spoken};

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What is shared by all tables.
pub(crate) struct Ground {
    folder: TempDir,
    languages: Vec<String>,
    /// The command line.
    pub(crate) assay: PathBuf,
    /// The most submissions of the throughput table.
    pub(crate) most: usize,
}

/// One case of a made challenge: its input and its answer.
pub(crate) type Text = (String, String);

impl Ground {
    /// A folder to work in, and the command line, which must have been built.
    pub(crate) fn new(options: &Options) -> Result<Self, Failure> {
        let beside = || {
            let own = std::env::current_exe().ok()?;
            Some(own.parent()?.parent()?.join("assay").with_extension(std::env::consts::EXE_EXTENSION))
        };
        let assay = options.assay.clone().or_else(beside).unwrap_or_else(|| "assay".into());
        if !assay.is_file() {
            let path = assay.display();
            return Err(format!("{path}: the command line is not built: cargo build, or name one with --assay").into());
        }
        let (folder, languages) = (tempfile::tempdir()?, options.languages.clone());
        Ok(Self { folder, languages, assay, most: options.most })
    }

    /// A new folder for one measurement.
    pub(crate) fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.folder.path().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The languages that are measured.
    pub(crate) fn languages(&self, grader: &Grader) -> Vec<Spoken> {
        let asked =
            |language: &Spoken| self.languages.is_empty() || self.languages.iter().any(|l| l == language.name());
        spoken(grader).into_iter().filter(asked).collect()
    }
}

/// Where packs are kept.
pub(crate) fn home() -> PathBuf {
    std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into)
}

/// A grader over the shared packs.
pub(crate) fn grader(jobs: usize) -> Result<Grader, Failure> {
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    Ok(Grader::builder().cache(home()).tools(tools).jobs(jobs).build()?)
}

/// The cores there are.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// The folder in `folder` that [`challenge`] writes.
pub(crate) fn challenge_folder(folder: &Path) -> PathBuf {
    folder.join("bench")
}

/// A challenge without limits that matter, of these cases, in a folder of its own in `folder`.
pub(crate) fn challenge(folder: &Path, cases: &[Text]) -> Result<Arc<Challenge>, Failure> {
    let root = challenge_folder(folder);
    std::fs::create_dir_all(root.join("data/secret"))?;
    let limits = "[limits]\ntime = \"1000s\"\nmemory = \"3GiB\"\n";
    std::fs::write(root.join("challenge.toml"), format!("id = \"bench\"\ntitle = \"Bench\"\n{limits}"))?;
    std::fs::write(root.join("statement.md"), "Be measured.\n")?;
    for (number, (input, answer)) in cases.iter().enumerate() {
        std::fs::write(root.join(format!("data/secret/{number:05}-case.in")), input)?;
        std::fs::write(root.join(format!("data/secret/{number:05}-case.ans")), answer)?;
    }
    Ok(Arc::new(load(&root).map_err(|problems| problems.to_string())?))
}

/// Cases of adding two numbers, which take no time.
pub(crate) fn adding(count: usize) -> Vec<Text> {
    (0..count).map(|number| (format!("{number}\n1\n"), format!("{}\n", number + 1))).collect()
}

/// Grades, and the time from the first case's start to the end: judging included, compiling excluded.
pub(crate) async fn graded(
    grader: &Grader,
    challenge: &Arc<Challenge>,
    submission: &Submission,
) -> Result<(Grade, Duration), Failure> {
    let mut started = Instant::now();
    let note = |event| {
        if let Event::Started { .. } = event {
            started = Instant::now();
        }
    };
    let grade = grader.grade_with(challenge, submission, GradeOptions::default(), note).await?;
    let time = started.elapsed();
    if grade.verdict != Verdict::AC {
        return Err(format!("{}: what is measured is not right: {}", submission.name, grade.to_json()).into());
    }
    Ok((grade, time))
}

/// The shortest of several grades.
pub(crate) async fn best(
    rounds: usize,
    grader: &Grader,
    challenge: &Arc<Challenge>,
    submission: &Submission,
) -> Result<Duration, Failure> {
    let mut best = Duration::MAX;
    for _ in 0..rounds {
        best = best.min(graded(grader, challenge, submission).await?.1);
    }
    Ok(best)
}
