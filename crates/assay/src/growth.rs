//! Measuring how cost and memory grow: one run for each size, each in a fresh sandbox, until a run fails or enough was
//! spent.

mod ladder;

use std::sync::Arc;

use assay_challenge::{Challenge, Growth, Language, Verdict};
use assay_reporter::{GrowthGrade, GrowthPoint, GrowthReference};
use assay_runner::Program;

use crate::cast::{Cast, Player};
use crate::conduct::Trial;
use crate::material::Material;
use crate::{Event, Grader, GradingError, Submission, calling, receipt};
use ladder::{BUDGET, Ladder, METHOD};

/// The setter's programs that growth needs.
#[derive(Clone)]
pub(crate) struct GrowthCast {
    pub(crate) generator: Player,
    pub(crate) answers: Option<Player>,
    /// A solution to compare with, and the language it is in.
    pub(crate) reference: Option<(Player, Language)>,
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
    let (Some(growth), Some(cast)) = (&trial.challenge.growth, &trial.cast.growth) else { return Ok(None) };
    let reference = match &cast.reference {
        Some((player, language)) => Some(reference(trial, growth, player, language).await?),
        None => None,
    };
    let mut ladder = Ladder::new(&growth.sizes);
    while let Some(size) = ladder.next() {
        on_event(Event::Measuring { size });
        let material = Material::of_size(&trial.grader, &trial.challenge, growth, cast, size).await?;
        let limits = ladder.within(&trial.limits);
        let capped = limits.cost < trial.limits.cost;
        let trial = Trial { limits, ..trial.clone() };
        let finished = trial.once(&material, program, seed(&trial.challenge, size)).await?;
        let verdict = trial.judge(&finished, &material).await?.verdict;
        let usage = finished.outcome.usage;
        let point = GrowthPoint { size, cost: usage.cost, memory_bytes: usage.memory };
        let verdict = Some(verdict).filter(|verdict| !(capped && *verdict == Verdict::TLE));
        ladder.note(point, verdict);
    }
    Ok(Some(GrowthGrade::of(ladder.points, ladder.stopped, reference)))
}

/// The challenge's own solution, measured once for all submissions in a language.
async fn reference(
    trial: &Trial,
    growth: &Growth,
    player: &Player,
    language: &Language,
) -> Result<GrowthReference, GradingError> {
    let Trial { grader, challenge, cast, .. } = trial;
    let Some(cast) = &cast.growth else {
        return Ok(GrowthReference::of(String::new(), language.to_string(), Vec::new()));
    };
    let allowed = challenge.allowance.limits(language, grader.multiplier(language));
    let numbers = growth.sizes.iter().chain([&allowed.cost, &allowed.memory, &BUDGET, &METHOD]);
    let numbers: Vec<u8> = numbers.flat_map(|number| number.to_le_bytes()).collect();
    let key =
        player.key(&[challenge.id.as_bytes(), cast.generator.identity().as_bytes(), growth.input.as_bytes(), &numbers]);
    let named =
        |points| GrowthReference::of(player.path().to_string_lossy().into_owned(), language.to_string(), points);
    if let Some(points) = grader.packs().recall("made", &key).and_then(|kept| unpack(&kept)) {
        return Ok(named(points));
    }
    let mut ladder = Ladder::new(&growth.sizes);
    while let Some(size) = ladder.next() {
        let material = Material::of_size(grader, challenge, growth, cast, size).await?;
        let limits = ladder.within(&allowed);
        let trial = Trial { limits, ..trial.clone() };
        let finished = trial.once(&material, player.program(), seed(challenge, size)).await?;
        let outcome = finished.outcome;
        let point = GrowthPoint { size, cost: outcome.usage.cost, memory_bytes: outcome.usage.memory };
        ladder.note(point, outcome.end.is_success().then_some(Verdict::AC));
    }
    grader.packs().remember("made", &key, &pack(&ladder.points));
    Ok(named(ladder.points))
}

fn seed(challenge: &Challenge, size: u64) -> u64 {
    receipt::seed(&challenge.id, &format!("growth/{size}"))
}

fn pack(points: &[GrowthPoint]) -> Vec<u8> {
    points.iter().flat_map(|point| [point.size, point.cost, point.memory_bytes]).flat_map(u64::to_le_bytes).collect()
}

fn unpack(kept: &[u8]) -> Option<Vec<GrowthPoint>> {
    let number = |bytes: &[u8]| bytes.try_into().ok().map(u64::from_le_bytes);
    let point = |bytes: &[u8]| {
        let (size, cost) = (number(&bytes[..8])?, number(&bytes[8..16])?);
        Some(GrowthPoint { size, cost, memory_bytes: number(&bytes[16..])? })
    };
    let whole = kept.len().is_multiple_of(24);
    whole.then(|| kept.chunks_exact(24).map(point).collect::<Option<Vec<_>>>()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_reference_is_read_back_and_damage_is_noticed() {
        let points =
            vec![GrowthPoint { size: 1, cost: 2, memory_bytes: 3 }, GrowthPoint { size: 4, cost: 5, memory_bytes: 6 }];
        assert_eq!(unpack(&pack(&points)), Some(points.clone()));
        assert_eq!(unpack(&pack(&points)[..40]), None);
    }
}
