//! Integer arithmetic over verdicts and costs: what each case, each group and the submission earned.
//!
//! The points are first split in two: the efficiency share, and the rest for right answers. The latter go down the
//! tree of groups by weight, to cases in equal shares, in thousandths that sum exactly at every level. In a group
//! that aggregates by `min` every case earns the fraction that the worst member earned.
//! Efficiency points are what [`Efficiency`](assay_challenge::Efficiency) says of the accepted cases' cost, times
//! the fraction of the correctness points that was earned, so that a fast wrong program gains nothing.
//! Where the challenge has tiers that give points, the share for efficiency is earned by them in the same way.
//! Points for growth are what the class of the submission's cost earns, times that same fraction. A class that is
//! undecided between two earns as the slower growing one; a submission whose growth was not measured earns nothing.
//! Where no scored case has a reference cost, because the setter has no reference in the submission's language,
//! there is nothing to compare with: all points are then given for right answers.

mod tree;

use assay_challenge::{Challenge, Verdict};

use crate::efficiency::marks;
use crate::{GroupGrade, GrowthGrade, Points, Score, TierCost, TiersGrade};

/// What scoring has to know of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRecord {
    /// The case's id, such as `secret/edge/03-empty`.
    pub id: String,
    /// The judge's word.
    pub verdict: Verdict,
    /// The part of its points an accepted case earns, in thousandths: 1000 but for a program checker's doing.
    pub share_milli: u32,
    /// Units of cost the submission used.
    pub cost: u64,
    /// Units the reference in the same language used, if there is one; whether or not the submission ran.
    pub reference_cost: Option<u64>,
    /// What each tier's solution in the same language used; empty where the challenge has none.
    pub tiers: Vec<TierCost>,
}

/// What a submission earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// `AC` if every scored case is accepted, else the verdict of the first that ran and is not.
    pub verdict: Verdict,
    /// The points.
    pub score: Score,
    /// The groups: `sample` if there are samples, then the tree, a parent before its children.
    pub groups: Vec<GroupGrade>,
    /// Where the cost lies between the challenge's tiers, if it has any.
    pub tiers: Option<TiersGrade>,
    /// Points earned and to be had, one pair for each record; zero for samples.
    pub points: Vec<(Points, Points)>,
}

/// Adds up `records`: the samples' first, then the hidden cases' in the challenge's order; and `growth`, if it was
/// measured.
///
/// A case of the challenge without a record counts as not run.
pub fn tally(challenge: &Challenge, records: &[CaseRecord], growth: Option<&GrowthGrade>) -> Tally {
    let whole = u64::from(challenge.scoring.points) * 1000;
    let scored: Vec<&CaseRecord> = records.iter().filter(|record| !is_sample(record)).collect();
    let efficiency = challenge.scoring.efficiency.as_ref();
    let efficiency = efficiency.filter(|_| scored.iter().any(|record| record.reference_cost.is_some()));
    let compared = challenge.scoring.tiers.as_ref().filter(|_| scored.iter().any(|record| !record.tiers.is_empty()));
    let share = efficiency.map(|efficiency| efficiency.share).or(compared.and_then(|tiers| tiers.share));
    let efficiency_max = share.map_or(0, |share| whole / 100 * u64::from(share.min(100)));
    let growth_max = challenge.scoring.growth.as_ref().map(|scoring| whole / 100 * u64::from(scoring.share.min(99)));
    let correctness_max = whole.saturating_sub(efficiency_max).saturating_sub(growth_max.unwrap_or(0));

    let mut tree = tree::Tree::new(records);
    let correctness = tree.score(&challenge.secret, correctness_max);
    let ratio = efficiency.and_then(|_| cost_ratio_milli(&scored));
    let tiers = compared.and_then(|tiers| TiersGrade::new(tiers, &scored));
    let earned = match (efficiency, ratio) {
        (Some(efficiency), ratio) => ratio.map(|ratio| marks(efficiency, ratio)),
        (None, _) => tiers.as_ref().and_then(TiersGrade::marks),
    };
    let right = (correctness, correctness_max);
    let efficiency = earned.map_or(0, |part| share_of(efficiency_max, (part.of, part.whole), right));

    let growth = challenge.scoring.growth.as_ref().zip(growth_max).map(|(scoring, max)| {
        let class = growth.and_then(|growth| growth.cost.at_best());
        let marks = class.map_or(0, |class| scoring.marks(class).min(100));
        share_of(max, (u64::from(marks), 100), (correctness, correctness_max))
    });

    let mut groups = sample_group(challenge, records).into_iter().collect::<Vec<_>>();
    groups.append(&mut tree.groups);
    let points = |record: &CaseRecord| tree.points.get(record.id.as_str()).copied().unwrap_or_default();
    Tally {
        verdict: groups.iter().find(|group| !group.sample).map_or(Verdict::SK, |group| group.verdict),
        score: Score {
            points: Points::from_milli(correctness + efficiency + growth.unwrap_or(0)),
            max: Points::from_milli(whole),
            correctness: Points::from_milli(correctness),
            correctness_max: Points::from_milli(correctness_max),
            efficiency: Points::from_milli(efficiency),
            efficiency_max: Points::from_milli(efficiency_max),
            growth: growth.map(Points::from_milli),
            growth_max: growth_max.map(Points::from_milli),
            cost_ratio_milli: ratio,
        },
        groups,
        tiers,
        points: records.iter().map(points).collect(),
    }
}

fn is_sample(record: &CaseRecord) -> bool {
    record.id.starts_with("sample/")
}

/// The first verdict that is not `AC`; one of a case that was not run speaks only if no other failure does.
fn first_failure(verdicts: impl Iterator<Item = Verdict> + Clone) -> Verdict {
    let mut failures = verdicts.filter(|verdict| *verdict != Verdict::AC);
    let ran = failures.clone().find(|verdict| *verdict != Verdict::SK);
    ran.or_else(|| failures.next()).unwrap_or(Verdict::AC)
}

fn sample_group(challenge: &Challenge, records: &[CaseRecord]) -> Option<GroupGrade> {
    if challenge.samples.is_empty() {
        return None;
    }
    let of = |id: &str| records.iter().find(|record| record.id == id).map_or(Verdict::SK, |record| record.verdict);
    let verdicts: Vec<Verdict> = challenge.samples.iter().map(|case| of(&case.id)).collect();
    Some(GroupGrade {
        id: "sample".to_owned(),
        title: "Samples".to_owned(),
        sample: true,
        verdict: first_failure(verdicts.iter().copied()),
        points: Points::ZERO,
        max: Points::ZERO,
        accepted: verdicts.iter().filter(|verdict| **verdict == Verdict::AC).count() as u64,
        cases: verdicts.len() as u64,
    })
}

/// Total cost over total reference cost in thousandths, over the accepted cases that have a reference.
fn cost_ratio_milli(scored: &[&CaseRecord]) -> Option<u64> {
    let accepted = scored.iter().filter(|record| record.verdict == Verdict::AC);
    let pairs: Vec<_> = accepted.filter_map(|record| Some((record.cost, record.reference_cost?))).collect();
    if pairs.is_empty() {
        return None;
    }
    let cost: u128 = pairs.iter().map(|(cost, _)| u128::from(*cost)).sum();
    let reference: u128 = pairs.iter().map(|(_, reference)| u128::from(*reference)).sum();
    Some(u64::try_from(cost * 1000 / reference.max(1)).unwrap_or(u64::MAX))
}

/// `max` times the marks that were earned, times the part of the correctness points that was.
fn share_of(max: u64, (marks, full): (u64, u64), (earned, of): (u64, u64)) -> u64 {
    let points = u128::from(max) * u128::from(marks) * u128::from(earned);
    let points = points.checked_div(u128::from(full) * u128::from(of)).unwrap_or(0);
    u64::try_from(points).unwrap_or(max).min(max)
}
