//! The challenge's own programs, prepared: generator, answers, checker and reference.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{Challenge, Checker, Fingerprint, Language, Limits, UNITS_PER_MS};
use assay_runner::{Finished, Job, Program};
use bytes::Bytes;

use crate::submission::main_file_name;
use crate::{Event, Grader, GradingError, Submission};

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
            cast.generator = Some(cast.enter(grader, challenge, &generator.source, on_event).await?);
            cast.answers = Some(cast.enter(grader, challenge, &generator.answers, on_event).await?);
        }
        if let Checker::Program { source, .. } = &challenge.checker {
            cast.checker = Some(cast.enter(grader, challenge, source, on_event).await?);
        }
        let references = challenge.scoring.efficiency.as_ref().map(|efficiency| &efficiency.references);
        if let Some(reference) = references.and_then(|references| references.get(language)) {
            cast.reference = Some(cast.enter(grader, challenge, reference, on_event).await?);
        }
        cast.packs.sort();
        cast.packs.dedup();
        let cast = Arc::new(cast);
        grader.casts().insert(key, cast.clone());
        Ok(cast)
    }

    async fn enter(
        &mut self,
        grader: &Grader,
        challenge: &Challenge,
        path: &Path,
        on_event: &mut (dyn FnMut(Event) + Send),
    ) -> Result<Player, GradingError> {
        let failed = |message: String| GradingError::ChallengeProgram { program: path.to_owned(), message };
        let file = challenge.root.join(path);
        let language = main_file_name(&file)
            .and_then(|name| grader.language_of(&name))
            .ok_or_else(|| failed("no language pack knows its ending".to_owned()))?;
        let source = Submission::read(&file, language)?;
        let pack = grader.ready(&source.language, on_event).await?;
        let prepared = grader.prepare(&source).await?;
        let program = prepared.program.ok_or_else(|| failed(prepared.compilation.message))?;
        let identity = format!("{} {} {}", source.sha256(), pack, grader.settings());
        self.packs.push(pack);
        Ok(Player { path: path.to_owned(), program, identity })
    }
}

impl Player {
    /// Runs it on `stdin` and returns what it printed and its cost, from the cache where it did so before.
    pub(crate) async fn output(&self, grader: &Grader, stdin: Bytes) -> Result<(Bytes, u64), GradingError> {
        let key = Fingerprint::of([self.identity.as_bytes(), &stdin]).hex();
        if let Some(kept) = grader.packs().recall("made", &key)
            && let Some((cost, output)) = kept.split_first_chunk::<8>()
        {
            return Ok((Bytes::copy_from_slice(output), u64::from_le_bytes(*cost)));
        }
        let Finished { outcome, .. } = self.run(grader, stdin, Vec::new(), Vec::new(), None).await?;
        if !outcome.end.is_success() {
            let said = String::from_utf8_lossy(&outcome.stderr.bytes).into_owned();
            let message = format!("{:?}\n{said}", outcome.end);
            return Err(GradingError::ChallengeProgram { program: self.path.clone(), message });
        }
        let mut kept = outcome.usage.cost.to_le_bytes().to_vec();
        kept.extend_from_slice(&outcome.stdout.bytes);
        grader.packs().remember("made", &key, &kept);
        Ok((outcome.stdout.bytes.into(), outcome.usage.cost))
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
        let finished = self.run(grader, output, all, files, Some(FEEDBACK.to_owned())).await?;
        let feedback = finished.written.iter().filter_map(|(path, content)| {
            Some((path.strip_prefix(FEEDBACK)?.trim_start_matches('/').to_owned(), content.to_vec()))
        });
        let feedback = feedback.collect();
        Ok((finished, feedback))
    }

    async fn run(
        &self,
        grader: &Grader,
        stdin: Bytes,
        arguments: Vec<String>,
        files: Vec<(String, Bytes)>,
        writable: Option<String>,
    ) -> Result<Finished, GradingError> {
        let _slot = grader.slot().await;
        let program = self.program.clone();
        Ok(grader.engine().run(&Job { program, stdin, arguments, files, writable, seed: 0, limits: LIMITS }).await?)
    }
}
