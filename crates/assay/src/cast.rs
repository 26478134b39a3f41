//! The challenge's own programs, prepared: generator, answers, checker and reference.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{
    Call, Challenge, Checker, End, Fingerprint, Growth, Interface, Language, Limits, UNITS_PER_MS, Verdict,
};
use assay_reporter::TierCost;
use assay_runner::{Finished, Job, Program};
use bytes::Bytes;

use crate::growth::GrowthCast;
use crate::submission::main_file_name;
use crate::{Event, Grader, GradingError, Submission, calling};

/// What a setter's program may use for one case: far more than a submission.
const LIMITS: Limits =
    Limits { cost: 60_000 * UNITS_PER_MS, memory: 2 << 30, stdout: 256 << 20, stderr: 64 << 10, wall_ms: 600_000 };

/// The folder a program checker writes its feedback to.
pub(crate) const FEEDBACK: &str = "feedback";

/// One of the setter's programs.
#[derive(Clone)]
pub(crate) struct Player {
    path: PathBuf,
    program: Program,
    /// Identifies source, language pack and engine.
    identity: String,
}

/// The setter's programs that take part in grading one language's submissions.
#[derive(Clone, Default)]
pub(crate) struct Cast {
    pub(crate) generator: Option<Player>,
    pub(crate) answers: Option<Player>,
    pub(crate) checker: Option<Player>,
    pub(crate) reference: Option<Player>,
    /// The solutions that a cost is placed between, the cheapest first; none where there are none in this language.
    pub(crate) tiers: Vec<Player>,
    /// An accepted class in the submission's language, which is asked about shortened sequences.
    pub(crate) oracle: Option<Player>,
    /// What measuring growth needs, if the challenge has it measured.
    pub(crate) growth: Option<GrowthCast>,
    /// The packs they need, for the receipt.
    pub(crate) packs: Vec<String>,
}

impl Cast {
    /// Prepares what `challenge` needs to grade submissions in `language`.
    pub(crate) async fn gather(
        grader: &Grader,
        challenge: &Challenge,
        language: &Language,
        on_event: &mut (dyn FnMut(Event) + Send),
    ) -> Result<Arc<Self>, GradingError> {
        let key = (challenge.root.clone(), challenge.hash.clone(), language.clone());
        if let Some(cast) = grader.casts().get(&key) {
            return Ok(cast.clone());
        }
        let mut cast = Self::default();
        if let Some(generator) = &challenge.generator {
            cast.generator = Some(cast.enter(grader, challenge, &generator.source, Part::Program, on_event).await?);
            cast.answers = Some(cast.enter(grader, challenge, &generator.answers, Part::Solution, on_event).await?);
        }
        if let Checker::Program { source, .. } = &challenge.checker {
            cast.checker = Some(cast.enter(grader, challenge, source, Part::Program, on_event).await?);
        }
        let references = challenge.scoring.efficiency.as_ref().map(|efficiency| &efficiency.references);
        if let Some(reference) = references.and_then(|references| references.get(language)) {
            cast.reference = Some(cast.enter(grader, challenge, reference, Part::Solution, on_event).await?);
        }
        let tiers = challenge.scoring.tiers.as_ref().and_then(|tiers| tiers.solutions(language));
        for path in tiers.unwrap_or_default() {
            let player = cast.enter(grader, challenge, path, Part::Solution, on_event).await?;
            cast.tiers.push(player);
        }
        if let Some(growth) = &challenge.growth {
            cast.growth = Some(cast.measures(grader, challenge, (growth, language), on_event).await?);
        }
        if let Some(oracle) = oracle(grader, challenge, language) {
            cast.oracle = Some(cast.enter(grader, challenge, oracle, Part::Solution, on_event).await?);
        }
        cast.packs.sort();
        cast.packs.dedup();
        let cast = Arc::new(cast);
        grader.casts().insert(key, cast.clone());
        Ok(cast)
    }

    /// The programs that measuring growth needs. The reference is the one for efficiency, or else an accepted solution
    /// in the submission's language, or in whichever there is.
    async fn measures(
        &mut self,
        grader: &Grader,
        challenge: &Challenge,
        (growth, language): (&Growth, &Language),
        on_event: &mut (dyn FnMut(Event) + Send),
    ) -> Result<GrowthCast, GradingError> {
        let generator = self.enter(grader, challenge, &growth.generator, Part::Program, on_event).await?;
        let answers = match &growth.answers {
            Some(answers) => Some(self.enter(grader, challenge, answers, Part::Solution, on_event).await?),
            None => None,
        };
        let references = challenge.scoring.efficiency.as_ref().map(|efficiency| &efficiency.references);
        let stated = references.and_then(|references| references.get(language)).map(PathBuf::as_path);
        let path = stated.or_else(|| accepted(grader, challenge, language)).or(growth.answers.as_deref());
        let spoken = path.and_then(|path| spoken(grader, challenge, path));
        let reference = match path.zip(spoken) {
            Some((path, spoken)) => {
                Some((self.enter(grader, challenge, path, Part::Solution, on_event).await?, spoken))
            }
            None => None,
        };
        Ok(GrowthCast { generator, answers, reference })
    }

    async fn enter(
        &mut self,
        grader: &Grader,
        challenge: &Challenge,
        path: &Path,
        part: Part,
        on_event: &mut (dyn FnMut(Event) + Send),
    ) -> Result<Player, GradingError> {
        let failed = |message: String| GradingError::ChallengeProgram { program: path.to_owned(), message };
        let file = challenge.root.join(path);
        let language = main_file_name(&file)
            .and_then(|name| grader.language_of(&name))
            .ok_or_else(|| failed("no language pack knows its ending".to_owned()))?;
        let submission = Submission::read(&file, language)?;
        let pack = grader.ready(&submission.language, on_event).await?;
        let source = match part {
            Part::Solution => calling::source(challenge, &submission)?,
            Part::Program => submission.source(),
        };
        let prepared = grader.prepare(&source).await?;
        let program = prepared.program.ok_or_else(|| failed(prepared.compilation.message))?;
        let named = |fingerprint: Fingerprint, (name, content): &(String, Bytes)| fingerprint.and(name).and(content);
        let files = source.files.iter().fold(Fingerprint::of([&source.main]), named).hex();
        let identity = format!("{files} {pack} {}", grader.settings());
        self.packs.push(pack);
        Ok(Player { path: path.to_owned(), program, identity })
    }
}

/// What one of the setter's programs is run on.
#[derive(Clone, Copy)]
pub(crate) enum Given<'a> {
    /// This standard input.
    Stdin(&'a Bytes),
    /// This call of the function or class it is.
    Call(&'a Call),
}

impl Given<'_> {
    /// What goes into the sandbox.
    fn bytes(self) -> Bytes {
        match self {
            Given::Stdin(stdin) => stdin.clone(),
            Given::Call(call) => assay_binding::request(call).into(),
        }
    }
}

/// What one of the setter's programs is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A whole program, whatever submissions are.
    Program,
    /// What a submission could be.
    Solution,
}

/// The accepted class in this language, where sequences can be shortened.
fn oracle<'a>(grader: &Grader, challenge: &'a Challenge, language: &Language) -> Option<&'a Path> {
    challenge.interface.as_ref().filter(|interface| calling::is_class(interface))?;
    accepted(grader, challenge, language)
}

/// The first accepted solution in this language.
fn accepted<'a>(grader: &Grader, challenge: &'a Challenge, language: &Language) -> Option<&'a Path> {
    let accepted = challenge.solutions.iter().filter(|solution| solution.expected == Verdict::AC);
    let mut paths = accepted.map(|solution| solution.path.as_path());
    paths.find(|path| spoken(grader, challenge, path).as_ref() == Some(language))
}

/// The language a solution is written in.
fn spoken(grader: &Grader, challenge: &Challenge, path: &Path) -> Option<Language> {
    grader.language_of(&main_file_name(&challenge.root.join(path))?)
}

impl Player {
    /// Its path inside the challenge.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What is run.
    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    /// What identifies source, language pack and engine.
    pub(crate) fn identity(&self) -> &str {
        &self.identity
    }

    /// The name under which something is kept that follows from this program and from `parts`.
    pub(crate) fn key(&self, parts: &[&[u8]]) -> String {
        parts.iter().fold(Fingerprint::of([self.identity.as_bytes()]), Fingerprint::and).hex()
    }

    /// What it makes of a call: the call with what must come of it.
    pub(crate) async fn answer(
        &self,
        grader: &Grader,
        interface: &Interface,
        call: &Call,
    ) -> Result<Call, GradingError> {
        let finished = self.run(grader, self.job_on(Given::Call(call))).await?;
        let log = calling::log(&self.succeeded(finished)?);
        calling::answered(interface, call, &log).map_err(|message| self.failed(message))
    }

    /// Runs it on `given`, which is its standard input or, if it is called, its call. Returns what it printed, or what
    /// its harness wrote, and its cost, from the cache where it did so before.
    pub(crate) async fn output(&self, grader: &Grader, given: Given<'_>) -> Result<(Bytes, u64), GradingError> {
        let key = self.key(&[&given.bytes()]);
        if let Some(kept) = grader.packs().recall("made", &key)
            && let Some((cost, output)) = kept.split_first_chunk::<8>()
        {
            return Ok((Bytes::copy_from_slice(output), u64::from_le_bytes(*cost)));
        }
        let finished = self.succeeded(self.run(grader, self.job_on(given)).await?)?;
        let cost = finished.outcome.usage.cost;
        let output = match given {
            Given::Stdin(_) => finished.outcome.stdout.bytes.into(),
            Given::Call(_) => calling::log(&finished),
        };
        let mut kept = cost.to_le_bytes().to_vec();
        kept.extend_from_slice(&output);
        grader.packs().remember("made", &key, &kept);
        Ok((output, cost))
    }

    /// What it uses on `given` with the seed and within the limits of a submission's run, at which it is stopped; from
    /// the cache where it was run before.
    pub(crate) async fn cost_within(
        &self,
        grader: &Grader,
        given: Given<'_>,
        (seed, limits): (u64, &Limits),
    ) -> Result<TierCost, GradingError> {
        let Limits { cost, memory, stdout, .. } = limits;
        let bounds = format!("{seed} {cost} {memory} {stdout}");
        let key = self.key(&[b"cost", bounds.as_bytes(), &given.bytes()]);
        if let Some(kept) = grader.packs().recall("made", &key)
            && let Some((cost, [stopped])) = kept.split_first_chunk::<8>()
        {
            return Ok(TierCost { cost: u64::from_le_bytes(*cost), stopped: *stopped == 1 });
        }
        let job = Job { seed, limits: limits.clone(), ..self.job_on(given) };
        let finished = self.run(grader, job).await?;
        let stopped = finished.outcome.end == End::CostLimit;
        let cost = finished.outcome.usage.cost;
        if !stopped {
            self.succeeded(finished)?;
        }
        let kept: Vec<u8> = cost.to_le_bytes().into_iter().chain([u8::from(stopped)]).collect();
        grader.packs().remember("made", &key, &kept);
        Ok(TierCost { cost, stopped })
    }

    /// Runs it as a Kattis output validator on what a submission printed.
    pub(crate) async fn validate(
        &self,
        grader: &Grader,
        (input, answer, output): (Bytes, Bytes, Bytes),
        arguments: &[String],
    ) -> Result<(Finished, BTreeMap<String, Vec<u8>>), GradingError> {
        let mut all = vec!["input".to_owned(), "answer".to_owned(), FEEDBACK.to_owned()];
        all.extend_from_slice(arguments);
        let files = vec![("input".to_owned(), input), ("answer".to_owned(), answer)];
        let job = self.job(output, all, files, Some(FEEDBACK.to_owned()));
        let finished = self.run(grader, job).await?;
        let feedback = finished.written.iter().filter_map(|(path, content)| {
            Some((path.strip_prefix(FEEDBACK)?.trim_start_matches('/').to_owned(), content.to_vec()))
        });
        let feedback = feedback.collect();
        Ok((finished, feedback))
    }

    fn job(&self, stdin: Bytes, arguments: Vec<String>, files: Vec<(String, Bytes)>, writable: Option<String>) -> Job {
        Job { program: self.program.clone(), stdin, arguments, files, writable, seed: 0, limits: LIMITS }
    }

    fn job_on(&self, given: Given<'_>) -> Job {
        match given {
            Given::Stdin(stdin) => self.job(stdin.clone(), Vec::new(), Vec::new(), None),
            Given::Call(call) => calling::job(self.program.clone(), call, 0, LIMITS),
        }
    }

    async fn run(&self, grader: &Grader, job: Job) -> Result<Finished, GradingError> {
        let _slot = grader.slot().await;
        Ok(grader.engine().run(&job).await?)
    }

    fn succeeded(&self, finished: Finished) -> Result<Finished, GradingError> {
        let outcome = &finished.outcome;
        if outcome.end.is_success() {
            return Ok(finished);
        }
        let said = String::from_utf8_lossy(&outcome.stderr.bytes);
        Err(self.failed(format!("{:?}\n{said}", outcome.end)))
    }

    fn failed(&self, message: String) -> GradingError {
        GradingError::ChallengeProgram { program: self.path.clone(), message }
    }
}
