//! The one object a backend keeps: an engine, its language packs, and a bound on how much runs at once.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assay_challenge::{Case, Challenge, Language};
use assay_reporter::{Grade, Receipt};
use assay_runner::{
    CACHE_BYTES, Engine, EngineError, PackError, PackInfo, Packs, PrepareError, Prepared, Profilable, ProfileError,
    Progress, Source, ToolPaths,
};
use thiserror::Error;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::cast::Cast;
use crate::{Event, GradingError, Submission, SubmissionError, conduct};

/// Grades submissions. Cheap to clone; one serves any number of tasks.
#[derive(Clone)]
pub struct Grader(Arc<Parts>);

type CastKey = (PathBuf, String, Language);

struct Parts {
    engine: Engine,
    packs: Packs,
    settings: String,
    jobs: usize,
    slots: Semaphore,
    casts: Mutex<HashMap<CastKey, Arc<Cast>>>,
}

/// How a [`Grader`] is set up.
#[derive(Clone, Debug)]
pub struct Builder {
    cache: PathBuf,
    cache_bytes: u64,
    jobs: usize,
    tools: ToolPaths,
    allow_unconfined_compilers: bool,
}

/// A grader cannot be had on this machine.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The engine does not start.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The cache cannot be used.
    #[error(transparent)]
    Packs(#[from] PackError),
}

/// Which cases are run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Samples and hidden cases.
    #[default]
    All,
    /// Samples only, as a candidate does while working.
    Samples,
}

/// How one submission is graded.
#[derive(Clone, Copy, Debug, Default)]
pub struct GradeOptions {
    /// Which cases are run.
    pub scope: Scope,
    /// Whether the costliest case is run once more to see where its cost goes. The rest of the grade does not depend on it.
    pub profile: bool,
}

impl Builder {
    /// The folder for language packs and compiled programs. Processes may share it.
    #[must_use]
    pub fn cache(mut self, folder: impl Into<PathBuf>) -> Self {
        self.cache = folder.into();
        self
    }

    /// How many bytes of compiled programs and generated data the cache keeps besides packs: 2 GiB where this is not
    /// called, and none at 0. What was used longest ago goes first. Results do not depend on it.
    #[must_use]
    pub fn cache_bytes(mut self, bytes: u64) -> Self {
        self.cache_bytes = bytes;
        self
    }

    /// How many sandboxes run at once, over all grades of this grader. Results do not depend on it.
    #[must_use]
    pub fn jobs(mut self, jobs: usize) -> Self {
        self.jobs = jobs.max(1);
        self
    }

    /// Where compilers that cannot run in the sandbox are looked for on this computer: Rust's, and Java's. By default in
    /// the usual folders; no variable is read.
    #[must_use]
    pub fn tools(mut self, paths: ToolPaths) -> Self {
        self.tools = paths;
        self
    }

    /// Lets compilers that cannot run in the sandbox run on this computer even where its kernel cannot confine them.
    /// Receipts say so. A submission that breaks its compiler can then do whatever this process can.
    #[must_use]
    pub fn allow_unconfined_compilers(mut self, allow: bool) -> Self {
        self.allow_unconfined_compilers = allow;
        self
    }

    /// Starts the engine and opens the cache.
    pub fn build(self) -> Result<Grader, BuildError> {
        let engine = Engine::new()?;
        let packs = Packs::open(&engine, &self.cache)?.cache_bytes(self.cache_bytes).tools(self.tools);
        let packs = packs.allow_unconfined(self.allow_unconfined_compilers);
        let settings = engine.settings();
        let (jobs, slots) = (self.jobs, Semaphore::new(self.jobs));
        Ok(Grader(Arc::new(Parts { engine, packs, settings, jobs, slots, casts: Mutex::default() })))
    }
}

impl Grader {
    /// A grader to be set up: by default it keeps its cache in the system's temporary folder and runs one sandbox
    /// for each core.
    pub fn builder() -> Builder {
        let jobs = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (cache, tools) = (std::env::temp_dir().join("assay"), ToolPaths::default());
        Builder { cache, cache_bytes: CACHE_BYTES, jobs, tools, allow_unconfined_compilers: false }
    }

    /// Grades `submission` against every case of `challenge`.
    ///
    /// Dropping the future stops what runs within a few milliseconds. Needs a tokio runtime with its timer enabled.
    pub async fn grade(&self, challenge: &Arc<Challenge>, submission: &Submission) -> Result<Grade, GradingError> {
        self.grade_with(challenge, submission, GradeOptions::default(), |_| {}).await
    }

    /// Grades with options, and tells what happens while it does, in the challenge's order.
    pub async fn grade_with(
        &self,
        challenge: &Arc<Challenge>,
        submission: &Submission,
        options: GradeOptions,
        mut on_event: impl FnMut(Event) + Send,
    ) -> Result<Grade, GradingError> {
        admit(challenge, submission)?;
        conduct::grade(self, challenge, submission, options, &mut on_event).await
    }

    /// The receipt that a grade of `submission` has: what a stored grade must have to be worth as much as a new one.
    ///
    /// Nothing of the submission is compiled or run. The challenge's own programs are, the first time.
    pub async fn receipt(&self, challenge: &Arc<Challenge>, submission: &Submission) -> Result<Receipt, GradingError> {
        admit(challenge, submission)?;
        conduct::receipt(self, challenge, submission).await
    }

    /// Reads the submission at `path`: a file, or a folder with one program. In `language`, or in the one that the
    /// ending of the file it starts with tells. Blocks while it reads.
    pub fn read(&self, path: &Path, language: Option<&Language>) -> Result<Submission, SubmissionError> {
        let placeholder = Language::new("unknown").unwrap_or_else(|| unreachable!("a constant name"));
        let mut submission = Submission::read(path, language.cloned().unwrap_or(placeholder))?;
        if language.is_none() {
            submission.language = self.language_of(&submission.main).ok_or_else(|| SubmissionError::NoLanguage {
                path: path.to_owned(),
                endings: self.endings().into_values().flatten().collect::<Vec<_>>().join(", ."),
            })?;
        }
        Ok(submission)
    }

    /// The languages there are, whether ready or not, in the order of their names. Looks at every pack and for every
    /// tool of this computer; [`Grader::endings`] does not.
    pub fn languages(&self) -> Vec<PackInfo> {
        self.packs().list()
    }

    /// The endings of every language's files, in the order of the languages' names.
    pub fn endings(&self) -> BTreeMap<Language, Vec<String>> {
        self.packs().endings()
    }

    /// The language a file of this name is written in, by its ending.
    pub fn language_of(&self, file_name: &str) -> Option<Language> {
        self.packs().language_of(file_name)
    }

    /// Fetches and prepares a language pack; from the archive in the folder `from` where one is given.
    pub async fn install(
        &self,
        language: &Language,
        from: Option<&Path>,
        mut on_progress: impl FnMut(Progress) + Send,
    ) -> Result<(), PackError> {
        self.packs().ready(language, from, &mut on_progress).await.map(|_| ())
    }

    /// Removes a language pack from the cache; whether there was one.
    pub async fn remove(&self, language: &Language) -> Result<bool, PackError> {
        self.packs().remove(language).await
    }

    /// The input and expected answer of one case, made where they are generated: what a setter looks at.
    pub async fn material(&self, challenge: &Arc<Challenge>, case: &Case) -> Result<(Vec<u8>, Vec<u8>), GradingError> {
        let language = Language::new("python").unwrap_or_else(|| unreachable!("a constant name"));
        let cast = Cast::gather(self, challenge, &language, &mut |_| {}).await?;
        let material = crate::material::Material::of(self, challenge, &cast, case).await?;
        Ok((material.input.to_vec(), material.answer.unwrap_or_default().to_vec()))
    }

    pub(crate) async fn ready(
        &self,
        language: &Language,
        on_event: &mut (dyn FnMut(Event) + Send),
    ) -> Result<String, GradingError> {
        let mut told = |progress| on_event(Event::Pack { language: language.clone(), progress });
        Ok(self.packs().ready(language, None, &mut told).await?)
    }

    /// Compiles. That takes a place as running does: a compiler is a guest like any other.
    pub(crate) async fn prepare(&self, source: &Source) -> Result<Prepared, PrepareError> {
        let _slot = self.slot().await;
        self.packs().prepare(source).await
    }

    /// The same for being profiled.
    pub(crate) async fn prepare_profile(&self, source: &Source, own: &[String]) -> Result<Profilable, ProfileError> {
        let _slot = self.slot().await;
        self.packs().prepare_profile(source, own).await
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.0.engine
    }

    pub(crate) fn packs(&self) -> &Packs {
        &self.0.packs
    }

    pub(crate) fn settings(&self) -> &str {
        &self.0.settings
    }

    pub(crate) fn jobs(&self) -> usize {
        self.0.jobs
    }

    pub(crate) fn multiplier(&self, language: &Language) -> u32 {
        self.packs().multiplier(language)
    }

    /// Waits until one more sandbox may run.
    pub(crate) async fn slot(&self) -> Option<SemaphorePermit<'_>> {
        self.0.slots.acquire().await.ok()
    }

    pub(crate) fn casts(&self) -> MutexGuard<'_, HashMap<CastKey, Arc<Cast>>> {
        self.0.casts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Refuses a language the challenge does not take.
fn admit(challenge: &Challenge, submission: &Submission) -> Result<(), GradingError> {
    match &challenge.languages {
        Some(allowed) if !allowed.contains(&submission.language) => {
            Err(GradingError::not_allowed(challenge, &submission.language, allowed))
        }
        _ => Ok(()),
    }
}

impl Submission {
    /// As a whole program.
    pub(crate) fn source(&self) -> Source {
        Source { language: self.language.clone(), main: self.main.clone(), files: self.files.clone(), entry: None }
    }
}
