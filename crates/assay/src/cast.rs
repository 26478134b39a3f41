//! The challenge's own programs, prepared: generator, answers, checker and reference.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{Challenge, Checker, Growth, Language, Verdict};
use tokio::sync::OnceCell;

use crate::growth::GrowthCast;
use crate::player::Player;
use crate::submission::main_file_name;
use crate::{Event, Grader, GradingError, Submission, calling};

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
        Ok(GrowthCast { generator, answers, reference, measured: OnceCell::new() })
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
        let player = Player::new(path, program, (&source, &pack, grader.settings()));
        self.packs.push(pack);
        Ok(player)
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
