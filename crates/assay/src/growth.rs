//! Measuring how cost and memory grow: one run for each size, each in a fresh sandbox, until a run fails or enough was
//! spent.

mod ladder;

use std::collections::BTreeMap;
use std::sync::Arc;

use assay_challenge::{Challenge, Language, Verdict};
use assay_reporter::{GrowthGrade, GrowthPoint, GrowthReference, GrowthStop};
use assay_runner::Program;
use tokio::sync::OnceCell;

use crate::cast::Cast;
use crate::conduct::Trial;
use crate::material::Material;
use crate::player::{Ended, Player};
use crate::{Event, Grader, GradingError, Submission, calling, receipt};
use ladder::Ladder;

/// The setter's programs that growth needs.
#[derive(Clone)]
pub(crate) struct GrowthCast {
    pub(crate) generator: Player,
    pub(crate) answers: Option<Player>,
    /// A solution to compare with, and the language it is in.
    pub(crate) reference: Option<(Player, Language)>,
    /// What came of it, once for all submissions.
    pub(crate) measured: OnceCell<GrowthReference>,
}

/// Inputs that the reference was run on, by size: a submission is about to be run on most of them.
type Inputs = BTreeMap<u64, Material>;

/// What goes up the ladder of sizes.
enum Climber<'a> {
    /// A submission, which is judged.
    Submission(&'a Program),
    /// The challenge's own solution, which is right.
    Reference(&'a Player),
}

impl Grader {
    /// Measures how the cost and memory of `submission` grow, whether or not it passes the cases; `None` if the challenge
    /// does not say how, or if the submission does not compile.
    pub async fn growth(
        &self,
        challenge: &Arc<Challenge>,
        submission: &Submission,
        mut on_event: impl FnMut(Event) + Send,
    ) -> Result<Option<GrowthGrade>, GradingError> {
        self.ready(&submission.language, &mut on_event).await?;
        let cast = Cast::gather(self, challenge, &submission.language, &mut on_event).await?;
        on_event(Event::Compiling);
        let prepared = self.prepare(&calling::source(challenge, submission)?).await?;
        on_event(Event::Compiled { ok: prepared.compilation.ok });
        let limits = challenge.allowance.limits(&submission.language, self.multiplier(&submission.language));
        let trial = Trial { grader: self.clone(), challenge: challenge.clone(), cast, limits };
        let Some(program) = prepared.program else { return Ok(None) };
        measure(&trial, &program, &mut on_event).await
    }
}

/// Measures `program`, and compares it with the challenge's own solution; `None` if the challenge does not say how.
pub(crate) async fn measure(
    trial: &Trial,
    program: &Program,
    on_event: &mut (dyn FnMut(Event) + Send),
) -> Result<Option<GrowthGrade>, GradingError> {
    let Some(cast) = &trial.cast.growth else { return Ok(None) };
    let mut inputs = Inputs::new();
    let reference = match &cast.reference {
        Some((player, language)) => {
            let known = &cast.measured;
            let measured = known.get_or_try_init(|| reference(trial, player, language, &mut inputs)).await?;
            Some(measured.clone())
        }
        None => None,
    };
    let climbed = Climber::Submission(program).climb(trial, &mut inputs, on_event).await?;
    Ok(climbed.map(|(points, stopped)| GrowthGrade::of(points, stopped, reference)))
}

/// The challenge's own solution, measured as a submission in its language would be.
async fn reference(
    trial: &Trial,
    player: &Player,
    language: &Language,
    inputs: &mut Inputs,
) -> Result<GrowthReference, GradingError> {
    let limits = trial.challenge.allowance.limits(language, trial.grader.multiplier(language));
    let trial = Trial { limits, ..trial.clone() };
    let climbed = Climber::Reference(player).climb(&trial, inputs, &mut |_| {}).await?;
    let points = climbed.map(|(points, _)| points).unwrap_or_default();
    Ok(GrowthReference::of(player.path().to_string_lossy().into_owned(), language.to_string(), points))
}

impl Climber<'_> {
    /// What was measured, and where it ended; `None` if the challenge does not say which sizes.
    async fn climb(
        &self,
        trial: &Trial,
        inputs: &mut Inputs,
        on_event: &mut (dyn FnMut(Event) + Send),
    ) -> Result<Option<(Vec<GrowthPoint>, Option<GrowthStop>)>, GradingError> {
        let Trial { grader, challenge, cast, .. } = trial;
        let (Some(growth), Some(cast)) = (&challenge.growth, &cast.growth) else { return Ok(None) };
        let mut ladder = Ladder::new(&growth.sizes);
        while let Some(size) = ladder.next() {
            on_event(Event::Measuring { size });
            let material = match inputs.remove(&size) {
                Some(material) => material,
                None => Material::of_size(grader, challenge, growth, cast, size).await?,
            };
            let limits = ladder.within(&trial.limits);
            let capped = limits.cost < trial.limits.cost;
            let trial = Trial { limits, ..trial.clone() };
            let (point, verdict) = self.run(&trial, &material, size).await?;
            if matches!(self, Self::Reference(_)) {
                inputs.insert(size, material);
            }
            ladder.note(point, verdict.filter(|verdict| !(capped && *verdict == Verdict::TLE)));
        }
        Ok(Some((ladder.points, ladder.stopped)))
    }

    /// What one size takes, and what comes of it; `None` where nobody judges.
    async fn run(
        &self,
        trial: &Trial,
        material: &Material,
        size: u64,
    ) -> Result<(GrowthPoint, Option<Verdict>), GradingError> {
        let seed = receipt::seed(&trial.challenge.id, &format!("growth/{size}"));
        match self {
            Self::Submission(program) => {
                let finished = trial.once(material, program, seed).await?;
                let verdict = trial.judge(&finished, material).await?.verdict;
                let usage = finished.outcome.usage;
                Ok((GrowthPoint { size, cost: usage.cost, memory_bytes: usage.memory }, Some(verdict)))
            }
            Self::Reference(player) => {
                let used = player.used(&trial.grader, material.given(), (seed, &trial.limits)).await?;
                let verdict = matches!(used.ended, Ended::Well).then_some(Verdict::AC);
                Ok((GrowthPoint { size, cost: used.cost, memory_bytes: used.memory }, verdict))
            }
        }
    }
}
