//! Points worked out by hand, and what must hold of them for any tree.

use assay_challenge::{
    Aggregate, Challenge, Efficiency, Group, GrowthClass, GrowthScoring, Members, Tier, Tiers, Verdict,
};
use assay_reporter::{CaseRecord, GrowthCandidate, GrowthGrade, Points, Tally, TierCost, Undecided, tally};
use proptest::prelude::*;

use crate::{cases, challenge, groups};

/// One record for each case: the sample is wrong, the hidden cases have these verdicts.
fn records(challenge: &Challenge, verdicts: &[Verdict]) -> Vec<CaseRecord> {
    let record = |id: &str, verdict| {
        let share_milli = if verdict == Verdict::AC { 1000 } else { 0 };
        CaseRecord { id: id.to_owned(), verdict, share_milli, cost: 3000, reference_cost: None, tiers: vec![] }
    };
    let hidden = challenge.secret.cases();
    assert_eq!(hidden.len(), verdicts.len());
    let samples = challenge.samples.iter().map(|case| record(&case.id, Verdict::WA));
    samples.chain(hidden.iter().zip(verdicts).map(|(case, verdict)| record(&case.id, *verdict))).collect()
}

fn scored(secret: Group, verdicts: &[Verdict]) -> Tally {
    let challenge = challenge(secret);
    tally(&challenge, &records(&challenge, verdicts), None)
}

fn milli(points: &[(Points, Points)]) -> Vec<(u64, u64)> {
    points.iter().map(|(earned, max)| (earned.milli(), max.milli())).collect()
}

fn group_milli(tally: &Tally) -> Vec<(&str, u64, u64)> {
    tally.groups.iter().map(|group| (group.id.as_str(), group.points.milli(), group.max.milli())).collect()
}

use Verdict::{AC, CE, JE, RTE, SK, TLE, WA};

#[test]
fn cases_share_equally_and_sum_exactly() {
    let tally = scored(cases("secret", 1, Aggregate::Sum, 3), &[AC, WA, AC]);
    assert_eq!(milli(&tally.points), [(0, 0), (33_333, 33_333), (0, 33_333), (33_334, 33_334)]);
    assert_eq!(tally.score.points, Points::from_milli(66_667));
    assert_eq!(tally.score.max, Points::whole(100));
    assert_eq!(group_milli(&tally), [("sample", 0, 0), ("secret", 66_667, 100_000)]);
    assert_eq!((tally.groups[1].accepted, tally.groups[1].cases), (2, 3));
}

#[test]
fn samples_come_first_and_never_score_nor_spoil_the_verdict() {
    let tally = scored(cases("secret", 1, Aggregate::Sum, 1), &[AC]);
    assert_eq!(tally.verdict, AC);
    assert_eq!(tally.score.points, Points::whole(100));
    let samples = &tally.groups[0];
    assert_eq!((samples.id.as_str(), samples.sample, samples.verdict, samples.cases), ("sample", true, WA, 1));
}

#[test]
fn groups_share_by_weight_and_a_min_group_earns_what_its_worst_member_earned() {
    let secret = groups(
        "secret",
        1,
        Aggregate::Sum,
        vec![cases("secret/a", 60, Aggregate::Sum, 4), cases("secret/b", 40, Aggregate::Min, 3)],
    );
    let tally = scored(secret, &[AC, AC, AC, TLE, AC, AC, RTE]);
    assert_eq!(
        group_milli(&tally)[1..],
        [("secret", 45_000, 100_000), ("secret/a", 45_000, 60_000), ("secret/b", 0, 40_000)]
    );
    assert_eq!(milli(&tally.points)[5..], [(0, 13_333), (0, 13_333), (0, 13_334)]);
    assert_eq!(tally.groups.iter().map(|group| group.verdict).collect::<Vec<_>>(), [WA, TLE, TLE, RTE]);
    assert_eq!(tally.verdict, TLE);
}

#[test]
fn a_min_over_groups_takes_the_worst_groups_fraction_of_all() {
    let secret = groups(
        "secret",
        1,
        Aggregate::Min,
        vec![cases("secret/a", 50, Aggregate::Sum, 4), cases("secret/b", 50, Aggregate::Sum, 2)],
    );
    // The groups earn 3/4 and 1/2, so everything earns 1/2.
    let tally = scored(secret, &[AC, AC, AC, WA, AC, WA]);
    assert_eq!(
        group_milli(&tally)[1..],
        [("secret", 50_000, 100_000), ("secret/a", 25_000, 50_000), ("secret/b", 25_000, 50_000),]
    );
    assert_eq!(milli(&tally.points)[1..3], [(6_250, 12_500), (6_250, 12_500)]);
}

#[test]
fn a_share_counts_for_accepted_cases_alone() {
    let challenge = challenge(cases("secret", 1, Aggregate::Sum, 2));
    let mut records = records(&challenge, &[AC, WA]);
    records[1].share_milli = 250;
    records[2].share_milli = 1000;
    let tally = tally(&challenge, &records, None);
    assert_eq!(milli(&tally.points), [(0, 0), (12_500, 50_000), (0, 50_000)]);
}

#[test]
fn a_case_that_was_not_run_hides_no_failure() {
    assert_eq!(scored(cases("secret", 1, Aggregate::Sum, 3), &[SK, AC, WA]).verdict, WA);
    assert_eq!(scored(cases("secret", 1, Aggregate::Sum, 3), &[AC, JE, WA]).verdict, JE);
    assert_eq!(scored(cases("secret", 1, Aggregate::Sum, 2), &[SK, SK]).verdict, SK);
    let challenge = challenge(cases("secret", 1, Aggregate::Sum, 2));
    assert_eq!(tally(&challenge, &[], None).verdict, SK, "a case without a record was not run");
}

/// 20 of 100 points for efficiency: full up to the reference's cost, none from 16 times that.
fn efficient(count: usize) -> Challenge {
    let mut challenge = challenge(cases("secret", 1, Aggregate::Sum, count));
    let references = std::collections::BTreeMap::default();
    challenge.scoring.efficiency = Some(Efficiency { share: 20, full: 1000, zero: 16_000, references });
    challenge
}

fn efficiency(verdicts: &[Verdict], cost: u64, reference: Option<u64>) -> Tally {
    let challenge = efficient(verdicts.len());
    let mut records = records(&challenge, verdicts);
    for record in &mut records {
        (record.cost, record.reference_cost) = (cost, reference);
    }
    tally(&challenge, &records, None)
}

#[test]
fn efficiency_falls_with_the_logarithm_of_the_cost() {
    for (cost, points) in [(500, 20_000), (1000, 20_000), (2000, 15_000), (4000, 10_000), (8000, 5_000), (16_000, 0)] {
        let score = efficiency(&[AC, AC], cost, Some(1000)).score;
        assert_eq!(score.efficiency, Points::from_milli(points), "{cost}");
        assert_eq!((score.efficiency_max, score.correctness_max), (Points::whole(20), Points::whole(80)));
        assert_eq!(score.cost_ratio_milli, Some(cost));
        assert_eq!(score.points, score.correctness + score.efficiency);
    }
}

/// 20 of 100 points by three tiers: all of it up to the first one's cost, half of it at the second's, none at the third's.
fn by_tiers(cost: u64, share: Option<u32>) -> Tally {
    let mut challenge = challenge(cases("secret", 1, Aggregate::Sum, 2));
    let tier = |(name, marks): (&str, u32)| {
        let solutions = std::collections::BTreeMap::default();
        Tier { name: name.to_owned(), marks: share.map(|_| marks), solutions }
    };
    let tiers = [("best", 100), ("good", 50), ("brute force", 0)].map(tier).into();
    challenge.scoring.tiers = Some(Tiers { share, tiers });
    let costs = [1000, 4000, 64_000].map(|cost| TierCost { cost, stopped: cost == 64_000 });
    let mut records = records(&challenge, &[AC, AC]);
    for record in &mut records {
        (record.cost, record.tiers) = (cost, costs.into());
    }
    tally(&challenge, &records, None)
}

#[test]
fn tiers_place_a_cost_between_solutions_and_give_marks_where_they_have_a_share() {
    for (cost, points) in [(500, 20_000), (1000, 20_000), (2000, 15_000), (4000, 10_000), (16_000, 5000), (64_000, 0)] {
        let Tally { score, tiers, .. } = by_tiers(cost, Some(20));
        assert_eq!((score.efficiency, score.efficiency_max), (Points::from_milli(points), Points::whole(20)), "{cost}");
        assert_eq!(score.points, score.correctness + score.efficiency);
        let tiers = tiers.unwrap();
        assert_eq!((tiers.cases, tiers.cost, tiers.tiers[2].stopped), (2, 2 * cost, true));
        assert_eq!(tiers.tiers[1].ratio_milli, cost / 4);
    }
    let Tally { score, tiers, .. } = by_tiers(2000, None);
    assert_eq!((score.efficiency_max, score.correctness_max), (Points::ZERO, Points::whole(100)));
    assert_eq!(tiers.unwrap().tiers.len(), 3);
}

#[test]
fn tiers_without_a_solution_in_the_language_give_their_share_for_right_answers() {
    let mut challenge = challenge(cases("secret", 1, Aggregate::Sum, 1));
    challenge.scoring.tiers = Some(Tiers { share: Some(20), tiers: vec![] });
    let Tally { score, tiers, .. } = tally(&challenge, &records(&challenge, &[AC]), None);
    assert_eq!((score.points, score.efficiency_max, tiers), (Points::whole(100), Points::ZERO, None));
}

#[test]
fn efficiency_is_worth_no_more_than_the_correctness_earned() {
    let score = efficiency(&[AC, WA, AC, RTE], 4000, Some(1000)).score;
    assert_eq!(score.correctness, Points::whole(40));
    assert_eq!(score.efficiency, Points::whole(5));
    let score = efficiency(&[WA, CE], 1, Some(1000)).score;
    assert_eq!((score.points, score.efficiency_max, score.cost_ratio_milli), (Points::ZERO, Points::whole(20), None));
}

/// What a submission of this class earns, where 20 of 100 points are for growth.
fn grown(verdicts: &[Verdict], class: Option<GrowthClass>) -> Tally {
    let mut challenge = challenge(cases("secret", 1, Aggregate::Sum, verdicts.len()));
    let marks = [(GrowthClass::Linearithmic, 100), (GrowthClass::Quadratic, 30)];
    challenge.scoring.growth = Some(GrowthScoring { share: 20, marks: marks.into() });
    let mut growth = GrowthGrade::of(Vec::new(), None, None);
    growth.cost.class = class;
    tally(&challenge, &records(&challenge, verdicts), Some(&growth))
}

#[test]
fn growth_earns_what_its_class_is_worth_times_the_correctness_earned() {
    use GrowthClass::{Constant, Cubic, Exponential, Linear, Linearithmic, Quadratic};
    for (class, points) in
        [(Constant, 20), (Linear, 20), (Linearithmic, 20), (Quadratic, 6), (Cubic, 0), (Exponential, 0)]
    {
        let score = grown(&[AC, AC], Some(class)).score;
        assert_eq!((score.growth, score.growth_max), (Some(Points::whole(points)), Some(Points::whole(20))), "{class}");
        assert_eq!(score.points, Points::whole(80 + points));
    }
    let score = grown(&[AC, WA], Some(Linear)).score;
    assert_eq!((score.correctness, score.growth), (Points::whole(40), Some(Points::whole(10))));
    assert_eq!(grown(&[AC], None).score.points, Points::whole(80), "nothing was measured");
}

#[test]
fn a_class_that_is_undecided_between_two_earns_as_the_slower_growing_one() {
    let mut growth = GrowthGrade::of(Vec::new(), None, None);
    let candidate = |class| Some(GrowthCandidate { class, error_ppm: 1 });
    growth.cost.undecided = Some(Undecided::TwoFit);
    growth.cost.best = candidate(GrowthClass::Quadratic);
    growth.cost.runner_up = candidate(GrowthClass::Linearithmic);
    assert_eq!(growth.cost.at_best(), Some(GrowthClass::Linearithmic));
    growth.cost.undecided = Some(Undecided::NoFit);
    assert_eq!(growth.cost.at_best(), Some(GrowthClass::Quadratic));
}

#[test]
fn without_a_reference_all_points_are_for_right_answers() {
    let score = efficiency(&[AC, WA], 4000, None).score;
    assert_eq!((score.efficiency_max, score.correctness_max), (Points::ZERO, Points::whole(100)));
    assert_eq!((score.points, score.max), (Points::whole(50), Points::whole(100)));
    assert_eq!(score.cost_ratio_milli, None);
}

#[test]
fn the_ratio_is_of_sums_over_accepted_cases_with_a_reference() {
    let challenge = efficient(4);
    let mut records = records(&challenge, &[AC, AC, WA, AC]);
    for (n, (cost, reference)) in
        [(9, Some(1)), (3000, Some(1000)), (500, Some(750)), (1, Some(9999)), (8000, None)].into_iter().enumerate()
    {
        (records[n].cost, records[n].reference_cost) = (cost, reference);
    }
    assert_eq!(tally(&challenge, &records, None).score.cost_ratio_milli, Some(2000));
}

fn tree(id: String, depth: u32) -> BoxedStrategy<Group> {
    let aggregate = prop_oneof![Just(Aggregate::Sum), Just(Aggregate::Min)];
    let leaf = (1..50_u32, aggregate.clone(), 1..6_usize).prop_map({
        let id = id.clone();
        move |(weight, aggregate, count)| cases(&id, weight, aggregate, count)
    });
    if depth == 0 {
        return leaf.boxed();
    }
    let inner = (1..4_usize).prop_flat_map({
        let id = id.clone();
        move |count| (0..count).map(|n| tree(format!("{id}/{n}"), depth - 1)).collect::<Vec<_>>()
    });
    let inner = (1..50_u32, aggregate, inner)
        .prop_map(move |(weight, aggregate, members)| groups(&id, weight, aggregate, members));
    prop_oneof![leaf, inner].boxed()
}

fn check_sums(group: &Group, tally: &Tally, records: &[CaseRecord]) -> (Points, Points) {
    let grade = tally.groups.iter().find(|grade| grade.id == group.id).expect("every group is graded");
    let sums = match &group.members {
        Members::Groups(groups) => groups.iter().map(|group| check_sums(group, tally, records)).collect::<Vec<_>>(),
        Members::Cases(cases) => cases
            .iter()
            .map(|case| tally.points[records.iter().position(|record| record.id == case.id).expect("recorded")])
            .collect(),
    };
    let sum = (sums.iter().map(|(earned, _)| *earned).sum(), sums.iter().map(|(_, max)| *max).sum());
    assert!(sums.iter().all(|(earned, max)| earned <= max));
    assert_eq!((grade.points, grade.max), sum);
    sum
}

proptest! {
    #[test]
    fn points_sum_exactly_and_none_is_beyond_its_maximum(
        secret in tree("secret".to_owned(), 3),
        points in 0..2000_u32,
        results in prop::collection::vec((prop::sample::select(vec![AC, AC, AC, WA, SK]), 0..1200_u32, any::<u64>()), 200),
        share in 1..100_u32,
        reference in prop::option::of(any::<u64>()),
    ) {
        let mut challenge = challenge(secret);
        let references = std::collections::BTreeMap::default();
        challenge.scoring.points = points;
        challenge.scoring.efficiency = Some(Efficiency { share, full: 1500, zero: 10_000, references });
        let results = results.iter().cycle();
        let ids = challenge.samples.iter().chain(challenge.secret.cases()).map(|case| case.id.clone());
        let records: Vec<_> = ids.zip(results).map(|(id, (verdict, share_milli, cost))| CaseRecord {
            id, verdict: *verdict, share_milli: *share_milli, cost: *cost, reference_cost: reference, tiers: vec![],
        }).collect();
        let tally = tally(&challenge, &records, None);
        let (earned, max) = check_sums(&challenge.secret, &tally, &records);
        prop_assert_eq!((earned, max), (tally.score.correctness, tally.score.correctness_max));
        prop_assert!(tally.score.efficiency <= tally.score.efficiency_max);
        prop_assert_eq!(tally.score.max, Points::whole(points));
        prop_assert_eq!(tally.score.max, tally.score.correctness_max + tally.score.efficiency_max);
    }

    #[test]
    fn all_accepted_earns_all(secret in tree("secret".to_owned(), 3), points in 0..100_000_u32) {
        let mut challenge = challenge(secret);
        challenge.scoring.points = points;
        let verdicts = vec![AC; challenge.secret.cases().len()];
        let tally = tally(&challenge, &records(&challenge, &verdicts), None);
        prop_assert_eq!((tally.score.points, tally.verdict), (Points::whole(points), AC));
    }
}
