//! One of the challenge's own programs as it is run: what it prints, and what it uses. Both are kept, for they are the same
//! for every submission.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assay_challenge::{Call, End, Fingerprint, Interface, Limits, UNITS_PER_MS};
use assay_reporter::TierCost;
use assay_runner::{Finished, Job, Program, Source};
use bytes::Bytes;

use crate::{Grader, GradingError, calling};

/// What a setter's program may use for one case: far more than a submission.
const LIMITS: Limits =
    Limits { cost: 60_000 * UNITS_PER_MS, memory: 2 << 30, stdout: 256 << 20, stderr: 64 << 10, wall_ms: 600_000 };

/// The folder a program checker writes its feedback to.
const FEEDBACK: &str = "feedback";

/// One of the setter's programs.
#[derive(Clone)]
pub(crate) struct Player {
    path: PathBuf,
    program: Program,
    /// Identifies source, language pack and engine.
    identity: String,
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

/// What a solution of the setter's used where it ran as a submission would.
pub(crate) struct Used {
    /// Units.
    pub(crate) cost: u64,
    /// Bytes.
    pub(crate) memory: u64,
    /// How it ended.
    pub(crate) ended: Ended,
}

/// How such a run ended.
pub(crate) enum Ended {
    /// By itself.
    Well,
    /// At the limit of cost.
    Stopped,
    /// In any other way; what to say of it.
    Failed(GradingError),
}

impl Player {
    /// The program at `path` in the challenge, which was made of `source` with this pack and these settings.
    pub(crate) fn new(path: &Path, program: Program, (source, pack, settings): (&Source, &str, &str)) -> Self {
        let named = |fingerprint: Fingerprint, (name, content): &(String, Bytes)| fingerprint.and(name).and(content);
        let files = source.files.iter().fold(Fingerprint::of([&source.main]), named).hex();
        Self { path: path.to_owned(), program, identity: format!("{files} {pack} {settings}") }
    }

    /// Its path inside the challenge.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The name under which something is kept that follows from this program and from `parts`.
    fn key(&self, parts: &[&[u8]]) -> String {
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
    /// its harness wrote, from the cache where it did so before.
    pub(crate) async fn output(&self, grader: &Grader, given: Given<'_>) -> Result<Bytes, GradingError> {
        let key = self.key(&[b"output", &given.bytes()]);
        if let Some(kept) = grader.packs().recall("made", &key) {
            return Ok(kept.into());
        }
        let finished = self.succeeded(self.run(grader, self.job_on(given)).await?)?;
        let output = match given {
            Given::Stdin(_) => finished.outcome.stdout.bytes.into(),
            Given::Call(_) => calling::log(&finished),
        };
        grader.packs().remember("made", &key, &output);
        Ok(output)
    }

    /// What it uses on `given` with the seed and within the limits of a submission's run; from the cache where it was run
    /// so before.
    pub(crate) async fn used(
        &self,
        grader: &Grader,
        given: Given<'_>,
        (seed, limits): (u64, &Limits),
    ) -> Result<Used, GradingError> {
        let Limits { cost, memory, stdout, .. } = limits;
        let bounds = format!("{seed} {cost} {memory} {stdout}");
        let key = self.key(&[b"used", bounds.as_bytes(), &given.bytes()]);
        if let Some(used) = grader.packs().recall("made", &key).and_then(|kept| Used::from_bytes(&kept)) {
            return Ok(used);
        }
        let job = Job { seed, limits: limits.clone(), ..self.job_on(given) };
        let finished = self.run(grader, job).await?;
        let usage = finished.outcome.usage;
        let ended = match finished.outcome.end {
            End::CostLimit => Ended::Stopped,
            _ => self.succeeded(finished).map_or_else(Ended::Failed, |_| Ended::Well),
        };
        let used = Used { cost: usage.cost, memory: usage.memory, ended };
        if let Some(bytes) = used.to_bytes() {
            grader.packs().remember("made", &key, &bytes);
        }
        Ok(used)
    }

    /// Its cost on a case, however much more that is than a submission's may be.
    pub(crate) async fn cost(&self, grader: &Grader, given: Given<'_>, seed: u64) -> Result<u64, GradingError> {
        let TierCost { cost, stopped } = self.cost_within(grader, given, (seed, &LIMITS)).await?;
        if stopped { Err(self.failed(format!("{:?}", End::CostLimit))) } else { Ok(cost) }
    }

    /// Its cost on a case within a submission's limits, at which it is stopped.
    pub(crate) async fn cost_within(
        &self,
        grader: &Grader,
        given: Given<'_>,
        within: (u64, &Limits),
    ) -> Result<TierCost, GradingError> {
        let Used { cost, ended, .. } = self.used(grader, given, within).await?;
        match ended {
            Ended::Well => Ok(TierCost { cost, stopped: false }),
            Ended::Stopped => Ok(TierCost { cost, stopped: true }),
            Ended::Failed(error) => Err(error),
        }
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

impl Used {
    /// What is kept of it; a failure is not, so that it is told in full each time.
    fn to_bytes(&self) -> Option<[u8; 17]> {
        let mut bytes = [0; 17];
        bytes[..8].copy_from_slice(&self.cost.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.memory.to_le_bytes());
        bytes[16] = match self.ended {
            Ended::Well => 0,
            Ended::Stopped => 1,
            Ended::Failed(_) => return None,
        };
        Some(bytes)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (cost, rest) = bytes.split_first_chunk()?;
        let (memory, rest) = rest.split_first_chunk()?;
        let ended = match rest {
            [0] => Ended::Well,
            [1] => Ended::Stopped,
            _ => return None,
        };
        Some(Self { cost: u64::from_le_bytes(*cost), memory: u64::from_le_bytes(*memory), ended })
    }
}
