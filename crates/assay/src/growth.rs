//! Measuring how cost and memory grow: one run for each size, each in a fresh sandbox, until a run fails or enough was
//! spent.
//!
//! Sizes are run from the smallest on. Where one fails for using too much, and fewer than eight succeeded, sizes
//! between those that did are run as well: a program that is quadratic, or exponential, would else leave too few points.

use std::sync::Arc;

use assay_challenge::{Challenge, Growth, Language, Limits, Verdict};
use assay_reporter::{GrowthGrade, GrowthPoint, GrowthReference, GrowthStop};
use assay_runner::Program;

use crate::cast::{Cast, Player};
use crate::conduct::Trial;
use crate::material::Material;
use crate::{Event, Grader, GradingError, Submission, calling, receipt};

/// All sizes of one program together may cost so many units: about a second, on a common server.
const BUDGET: u64 = 3_000_000_000;

/// With so many points no size is put in between.
const ENOUGH: usize = 8;

/// How many sizes that fail are tried, the first included.
const FAILURES: usize = 4;

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
    let numbers = growth.sizes.iter().chain([&allowed.cost, &allowed.memory, &BUDGET]);
    let numbers: Vec<u8> = numbers.flat_map(|number| number.to_le_bytes()).collect();
    let key = player.key(&[cast.generator.identity().as_bytes(), growth.input.as_bytes(), &numbers]);
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

/// Which size is run next, and what has come of the others.
struct Ladder<'a> {
    sizes: &'a [u64],
    points: Vec<GrowthPoint>,
    /// The smallest size that failed, and how.
    stopped: Option<GrowthStop>,
    failures: usize,
    spent: u64,
}

impl<'a> Ladder<'a> {
    fn new(sizes: &'a [u64]) -> Self {
        Self { sizes, points: Vec::new(), stopped: None, failures: 0, spent: 0 }
    }

    fn next(&mut self) -> Option<u64> {
        if self.stopped.is_none() {
            let next = self.sizes.get(self.points.len()).copied()?;
            if self.expected() <= self.share() {
                return Some(next);
            }
            self.stopped = Some(GrowthStop { size: next, verdict: None });
        }
        // A wrong answer is no matter of size: what lies between would be of another program than the right one.
        let wrong = |stop: GrowthStop| matches!(stop.verdict, Some(Verdict::WA | Verdict::JE));
        let done = self.points.len() >= ENOUGH || self.failures >= FAILURES || self.stopped.is_some_and(wrong);
        if done { None } else { self.between() }
    }

    /// The middle of the widest gap between sizes that succeeded, or the last that did and the first that failed.
    fn between(&self) -> Option<u64> {
        let mut sizes: Vec<u64> = self.points.iter().map(|point| point.size).collect();
        sizes.extend(self.stopped.map(|stop| stop.size));
        sizes.sort_unstable();
        let gaps = sizes.windows(2).filter_map(|pair| {
            let (low, high) = (pair[0], pair[1]);
            let middle = u64::try_from((u128::from(low) * u128::from(high)).isqrt()).ok()?;
            let middle = middle.max(low.saturating_add(1));
            (middle < high).then_some((low, high, middle))
        });
        // The ratio of one gap is compared with another's without dividing.
        let wider = |one: &(u64, u64, u64), other: &(u64, u64, u64)| {
            (u128::from(one.1) * u128::from(other.0)).cmp(&(u128::from(other.1) * u128::from(one.0)))
        };
        gaps.max_by(wider).map(|(_, _, middle)| middle)
    }

    /// What the next size will cost, if it costs as many times the last as that did the one before.
    fn expected(&self) -> u64 {
        let [.., before, last] = self.points.as_slice() else { return 0 };
        let expected = u128::from(last.cost) * u128::from(last.cost) / u128::from(before.cost.max(1));
        u64::try_from(expected).unwrap_or(u64::MAX)
    }

    /// What one run may cost: half of what is left, so that something is left after each.
    fn share(&self) -> u64 {
        (BUDGET - self.spent.min(BUDGET)) / 2
    }

    fn within(&self, limits: &Limits) -> Limits {
        Limits { cost: limits.cost.min(self.share()), ..limits.clone() }
    }

    /// What came of a size; `None` if it was stopped for what all of them may cost.
    fn note(&mut self, point: GrowthPoint, verdict: Option<Verdict>) {
        self.spent = self.spent.saturating_add(point.cost);
        if verdict == Some(Verdict::AC) {
            self.points.push(point);
        } else {
            self.failures += 1;
            self.stopped = Some(GrowthStop { size: point.size, verdict });
            // What was measured beyond, before sizes were put in between, would no longer be of one piece.
            self.points.retain(|other| other.size < point.size);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sizes that succeeded and the stop, for a program of this cost that may use `most` a run.
    fn climb(sizes: &[u64], most: u64, cost: impl Fn(u64) -> u64) -> (Vec<u64>, Option<GrowthStop>) {
        let mut ladder = Ladder::new(sizes);
        while let Some(size) = ladder.next() {
            let allowed = most.min(ladder.share());
            let cost = cost(size);
            let verdict = if cost <= allowed { Some(Verdict::AC) } else { (allowed == most).then_some(Verdict::TLE) };
            ladder.note(GrowthPoint { size, cost: cost.min(allowed), memory_bytes: 1 }, verdict);
            assert!(ladder.spent <= BUDGET);
        }
        let mut sizes: Vec<u64> = ladder.points.iter().map(|point| point.size).collect();
        sizes.sort_unstable();
        (sizes, ladder.stopped)
    }

    #[test]
    fn all_sizes_are_run_where_they_are_cheap() {
        assert_eq!(climb(&[16, 32, 64, 128, 256], 1_000_000, |n| n), (vec![16, 32, 64, 128, 256], None));
    }

    #[test]
    fn sizes_are_put_in_between_where_the_larger_ones_fail() {
        let (sizes, stop) = climb(&[4, 8, 16, 32, 64, 128], 5_000_000, |n| 1 << n.min(60));
        assert!(sizes.len() >= 5 && sizes.contains(&4) && sizes.iter().all(|size| *size <= 22), "{sizes:?}");
        assert!(stop.is_some_and(|stop| stop.size > 22 && stop.size <= 32), "{stop:?}");
    }

    #[test]
    fn the_smallest_size_that_fails_leaves_nothing() {
        let (sizes, stop) = climb(&[4, 8, 16, 32, 64], 10, |_| 11);
        assert_eq!((sizes, stop), (vec![], Some(GrowthStop { size: 4, verdict: Some(Verdict::TLE) })));
    }

    #[test]
    fn a_wrong_answer_ends_the_climb() {
        let mut ladder = Ladder::new(&[4, 8, 16, 32, 64]);
        for verdict in [Verdict::AC, Verdict::WA] {
            let size = ladder.next().expect("one more");
            ladder.note(GrowthPoint { size, cost: 1, memory_bytes: 1 }, Some(verdict));
        }
        assert_eq!(ladder.next(), None);
    }

    #[test]
    fn what_is_kept_of_a_reference_is_read_back_and_damage_is_noticed() {
        let points =
            vec![GrowthPoint { size: 1, cost: 2, memory_bytes: 3 }, GrowthPoint { size: 4, cost: 5, memory_bytes: 6 }];
        assert_eq!(unpack(&pack(&points)), Some(points.clone()));
        assert_eq!(unpack(&pack(&points)[..40]), None);
    }
}
