//! Where a submission's cost lies between those of the setter's own solutions, and what that earns.
//!
//! Costs are summed over the same hidden cases for all of them: those the submission got right. Between two tiers marks
//! fall with the logarithm, as they do for [`efficiency`](crate::efficiency), in integers alone.

use assay_challenge::{Tiers, Verdict};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::CaseRecord;
use crate::efficiency::{Part, log2};

/// What one tier's solution used for one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierCost {
    /// Units; the limit where it was stopped there.
    pub cost: u64,
    /// Whether it was stopped at the limit, so that nobody knows how much more it would have used.
    pub stopped: bool,
}

/// Where a submission's cost lies between those of the setter's own solutions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TiersGrade {
    /// How many hidden cases were compared: those the submission got right.
    pub cases: u64,
    /// Units the submission used for them.
    pub cost: u64,
    /// The tiers as the challenge has them, the cheapest first.
    pub tiers: Vec<TierGrade>,
}

/// One of the setter's solutions, as a submission's cost is compared with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TierGrade {
    /// What it is called.
    pub name: String,
    /// Units it used for the cases compared; of a case in which it was stopped, the limit.
    pub cost: u64,
    /// Whether it was stopped in any of them, so that it costs at least this.
    pub stopped: bool,
    /// The submission's cost over its own, in thousandths.
    pub ratio_milli: u64,
    /// Percent of the points for cost that a cost like its earns, where tiers give points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<u32>,
}

impl TiersGrade {
    /// Compares the scored cases; nothing where none is accepted, or the tiers have no solution in this language.
    pub(crate) fn new(tiers: &Tiers, scored: &[&CaseRecord]) -> Option<Self> {
        let right = |record: &&&CaseRecord| record.verdict == Verdict::AC && record.tiers.len() == tiers.tiers.len();
        let compared: Vec<_> = scored.iter().filter(right).collect();
        if compared.is_empty() {
            return None;
        }
        let sum = |costs: &mut dyn Iterator<Item = u64>| costs.fold(0, u64::saturating_add);
        let cost = sum(&mut compared.iter().map(|record| record.cost));
        let tiers = tiers.tiers.iter().enumerate().map(|(place, tier)| {
            let own = sum(&mut compared.iter().map(|record| record.tiers[place].cost));
            let ratio = u128::from(cost) * 1000 / u128::from(own.max(1));
            TierGrade {
                name: tier.name.clone(),
                cost: own,
                stopped: compared.iter().any(|record| record.tiers[place].stopped),
                ratio_milli: u64::try_from(ratio).unwrap_or(u64::MAX),
                marks: tier.marks,
            }
        });
        Some(Self { cases: compared.len() as u64, cost, tiers: tiers.collect() })
    }

    /// The tiers that are not more costly than the one before them, with that one.
    pub fn out_of_order(&self) -> Option<(&TierGrade, &TierGrade)> {
        self.tiers.iter().zip(self.tiers.get(1..)?).find(|(cheap, dear)| dear.cost <= cheap.cost)
    }

    /// The part of the points for cost that is earned; nothing where tiers give none.
    pub(crate) fn marks(&self) -> Option<Part> {
        let mut before: Option<(u64, u32)> = None;
        for tier in &self.tiers {
            let marks = tier.marks?.min(100);
            // On the cases a submission got right, a tier may cost less than the one before it.
            let cost = before.map_or(tier.cost, |(cost, _)| cost.max(tier.cost));
            if self.cost <= cost {
                let Some((low, most)) = before.filter(|(low, _)| *low < cost) else {
                    return Some(Part { of: marks.into(), whole: 100 });
                };
                let (whole, way) = (log2(cost) - log2(low), log2(self.cost) - log2(low));
                let (most, fall) = (u64::from(most), u64::from(most.saturating_sub(marks)));
                return Some(match whole {
                    0 => Part { of: marks.into(), whole: 100 },
                    _ => Part { of: (most * whole).saturating_sub(fall * way), whole: 100 * whole },
                });
            }
            before = Some((cost, marks));
        }
        before.map(|(_, marks)| Part { of: marks.into(), whole: 100 })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn placed(cost: u64, tiers: &[(u64, u32)]) -> TiersGrade {
        let tier = |(place, (own, marks)): (usize, &(u64, u32))| TierGrade {
            name: place.to_string(),
            cost: *own,
            stopped: false,
            ratio_milli: cost * 1000 / own.max(&1),
            marks: Some(*marks),
        };
        TiersGrade { cases: 1, cost, tiers: tiers.iter().enumerate().map(tier).collect() }
    }

    fn percent(cost: u64, tiers: &[(u64, u32)]) -> u64 {
        let part = placed(cost, tiers).marks().unwrap();
        (u128::from(part.of) * 1000 / u128::from(part.whole)).try_into().unwrap()
    }

    #[test]
    fn marks_fall_with_the_logarithm_from_each_tier_to_the_next() {
        let tiers = [(100, 100), (400, 60), (6400, 0)];
        for (cost, milli) in [(1, 1000), (100, 1000), (200, 800), (400, 600), (1600, 300), (6400, 0), (9999, 0)] {
            assert_eq!(percent(cost, &tiers), milli, "{cost}");
        }
    }

    #[test]
    fn tiers_that_cost_the_same_or_less_than_the_one_before_are_a_step() {
        assert_eq!(percent(100, &[(100, 100), (100, 50)]), 1000);
        assert_eq!(percent(101, &[(100, 100), (100, 50)]), 500);
        assert_eq!(percent(101, &[(100, 100), (50, 50), (200, 0)]), 492);
        assert_eq!(percent(0, &[(0, 100), (0, 50)]), 1000);
        assert!(placed(1, &[(100, 100), (50, 50)]).out_of_order().is_some());
        assert!(placed(1, &[(50, 100), (100, 50)]).out_of_order().is_none());
    }

    #[test]
    fn tiers_without_marks_earn_nothing_and_say_where_a_cost_lies() {
        let mut placed = placed(10, &[(5, 100), (20, 0)]);
        placed.tiers[1].marks = None;
        assert_eq!(placed.marks(), None);
        assert_eq!(placed.tiers.iter().map(|tier| tier.ratio_milli).collect::<Vec<_>>(), [2000, 500]);
    }

    proptest! {
        #[test]
        fn a_higher_cost_never_earns_more(
            costs in prop::collection::vec(any::<u64>(), 1..5),
            mut marks in prop::collection::vec(0_u32..=100, 5),
            one in any::<u64>(),
            other in any::<u64>(),
        ) {
            marks.sort_unstable_by(|a, b| b.cmp(a));
            let tiers: Vec<TierGrade> = costs.iter().zip(&marks).map(|(cost, marks)| TierGrade {
                name: String::new(), cost: *cost, stopped: false, ratio_milli: 0, marks: Some(*marks),
            }).collect();
            let part = |cost| TiersGrade { cases: 1, cost, tiers: tiers.clone() }.marks().unwrap();
            let (low, high) = (part(one.min(other)), part(one.max(other)));
            prop_assert!(low.of <= low.whole && high.of <= high.whole);
            prop_assert!(u128::from(low.of) * u128::from(high.whole) >= u128::from(high.of) * u128::from(low.whole));
        }
    }
}
