//! Points down the tree of groups and back up, so that members always sum exactly to what they are in.

use std::collections::BTreeMap;

use assay_challenge::{Aggregate, Group, Members, Verdict};

use super::{CaseRecord, first_failure};
use crate::{GroupGrade, Points};

/// The whole of a fraction in fixed point.
const WHOLE: u64 = 1_000_000_000;

/// One case's record and what it earned of what.
type Scored<'a> = BTreeMap<&'a str, (Points, Points)>;

/// The walk through the tree, and what it collects.
pub(super) struct Tree<'a> {
    records: BTreeMap<&'a str, &'a CaseRecord>,
    pub(super) points: Scored<'a>,
    pub(super) groups: Vec<GroupGrade>,
}

/// What every case below an all-or-nothing group earns of its points, and the points handed out there so far.
struct Capped {
    fraction: u64,
    given: u64,
}

impl<'a> Tree<'a> {
    pub(super) fn new(records: &'a [CaseRecord]) -> Self {
        let records = records.iter().map(|record| (record.id.as_str(), record)).collect();
        Self { records, points: BTreeMap::new(), groups: Vec::new() }
    }

    /// Gives out `max` thousandths over `group` and everything in it; returns what was earned.
    pub(super) fn score(&mut self, group: &'a Group, max: u64) -> u64 {
        self.group(group, max, &mut None)
    }

    fn group(&mut self, group: &'a Group, max: u64, capped: &mut Option<Capped>) -> u64 {
        let place = self.groups.len();
        self.groups.push(self.summary(group, max));
        let outermost = group.aggregate == Aggregate::Min && capped.is_none();
        if outermost {
            *capped = Some(Capped { fraction: self.fraction(group), given: 0 });
        }
        let earned = match &group.members {
            Members::Groups(groups) => {
                let maxima = split(max, &groups.iter().map(weight).collect::<Vec<_>>());
                groups.iter().zip(maxima).map(|(group, max)| self.group(group, max, capped)).sum()
            }
            Members::Cases(cases) => {
                let maxima = split(max, &vec![1; cases.len()]);
                cases.iter().zip(maxima).map(|(case, max)| self.case(&case.id, max, capped)).sum()
            }
        };
        if outermost {
            *capped = None;
        }
        self.groups[place].points = Points::from_milli(earned);
        earned
    }

    fn case(&mut self, id: &'a str, max: u64, capped: &mut Option<Capped>) -> u64 {
        let earned = match capped {
            None => part(max, self.case_fraction(id)),
            Some(capped) => {
                let before = part(capped.given, capped.fraction);
                capped.given += max;
                part(capped.given, capped.fraction) - before
            }
        };
        self.points.insert(id, (Points::from_milli(earned), Points::from_milli(max)));
        earned
    }

    /// What part of its points a group earns.
    fn fraction(&self, group: &Group) -> u64 {
        let members: Vec<(u64, u64)> = match &group.members {
            Members::Groups(groups) => {
                let filled = groups.iter().filter(|group| weight(group) > 0);
                filled.map(|group| (weight(group), self.fraction(group))).collect()
            }
            Members::Cases(cases) => cases.iter().map(|case| (1, self.case_fraction(&case.id))).collect(),
        };
        match group.aggregate {
            Aggregate::Min => members.iter().map(|(_, fraction)| *fraction).min().unwrap_or(0),
            Aggregate::Sum => {
                let weighted: u128 = members.iter().map(|(weight, f)| u128::from(*weight) * u128::from(*f)).sum();
                let weights: u128 = members.iter().map(|(weight, _)| u128::from(*weight)).sum();
                u64::try_from(weighted.checked_div(weights).unwrap_or(0)).unwrap_or(WHOLE)
            }
        }
    }

    fn case_fraction(&self, id: &str) -> u64 {
        match self.records.get(id) {
            Some(record) if record.verdict == Verdict::AC => u64::from(record.share_milli.min(1000)) * (WHOLE / 1000),
            _ => 0,
        }
    }

    fn summary(&self, group: &Group, max: u64) -> GroupGrade {
        let cases = group.cases();
        let verdicts =
            || cases.iter().map(|case| self.records.get(case.id.as_str()).map_or(Verdict::SK, |r| r.verdict));
        GroupGrade {
            id: group.id.clone(),
            title: group.title.clone(),
            sample: false,
            verdict: first_failure(verdicts()),
            points: Points::ZERO,
            max: Points::from_milli(max),
            accepted: verdicts().filter(|verdict| *verdict == Verdict::AC).count() as u64,
            cases: cases.len() as u64,
        }
    }
}

/// A group's weight among its siblings; an empty one has none, since nobody could earn its points.
fn weight(group: &Group) -> u64 {
    if group.cases().is_empty() { 0 } else { u64::from(group.weight) }
}

fn part(points: u64, fraction: u64) -> u64 {
    u64::try_from(u128::from(points) * u128::from(fraction) / u128::from(WHOLE)).unwrap_or(points)
}

/// Splits `max` by weight, each share ending where the running sum, rounded down, ends.
fn split(max: u64, weights: &[u64]) -> Vec<u64> {
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let (mut weight_so_far, mut given) = (0_u128, 0_u64);
    let mut share = |weight: &u64| {
        weight_so_far += u128::from(*weight);
        let end = (u128::from(max) * weight_so_far).checked_div(whole).unwrap_or(0);
        let end = u64::try_from(end).unwrap_or(max);
        let share = end - given;
        given = end;
        share
    };
    weights.iter().map(&mut share).collect()
}
