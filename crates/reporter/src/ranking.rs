//! Several grades of one challenge, best first. Of each only what a comparison shows is held, so that there may be many.

mod contender;
mod grid;
mod page;
mod places;
mod spread;
mod table;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use assay_challenge::{UNITS_PER_MS, Verdict};
use serde::Serialize;

pub use contender::Contenders;
use contender::{Contender, Run};

use crate::render::{json, junit_document, results, tiers};
use crate::{ChallengeSummary, Format, Grade, Points, RenderOptions, TiersGrade};

/// Submissions in the order of their points, then of their cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranking {
    /// What was asked; absent if nothing is ranked.
    pub challenge: Option<ChallengeSummary>,
    /// The submissions, best first.
    pub places: Vec<Place>,
}

/// One submission's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Its rank, from 1; shared by submissions with equal points and equal cost.
    pub rank: usize,
    /// The submission's file name.
    pub submission: String,
    /// The language it is written in.
    pub language: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// Points earned.
    pub points: Points,
    /// Points to be had.
    pub max: Points,
    /// Points earned for right answers.
    pub correctness: Points,
    /// Points earned for cost.
    pub efficiency: Points,
    /// Points to be had for cost; 0 where the challenge gives none.
    pub efficiency_max: Points,
    /// How many hidden cases are accepted.
    pub accepted: u64,
    /// How many hidden cases there are in this grade.
    pub cases: u64,
    /// Units of cost over all hidden cases.
    pub cost: u64,
    /// The same in virtual milliseconds, rounded up.
    pub time_ms: u64,
    /// The class its cost grows by, or that it is undecided; absent where growth was not measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<&'static str>,
    /// Where its cost lies between the setter's own solutions; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tiers: Option<TiersGrade>,
    /// Its place among the grades as they were given, from 0.
    #[serde(skip)]
    pub index: usize,
    #[serde(skip)]
    case_ids: Arc<[String]>,
    #[serde(skip)]
    runs: Vec<Run>,
}

/// Ranks grades: more points first, then less cost, then by name.
pub fn rank(grades: &[Grade]) -> Ranking {
    let mut contenders = Contenders::default();
    for grade in grades {
        contenders.add(grade);
    }
    contenders.rank()
}

impl Contenders {
    /// Ranks them: more points first, then less cost, then by name.
    pub fn rank(self) -> Ranking {
        let (challenge, contenders) = self.into_parts();
        let mut places: Vec<Place> = contenders.into_iter().enumerate().map(|(i, one)| place(i, one)).collect();
        let key = |place: &Place| (Reverse(place.points), place.cost);
        places.sort_by(|a, b| {
            key(a).cmp(&key(b)).then_with(|| a.submission.cmp(&b.submission)).then(a.index.cmp(&b.index))
        });
        for at in 0..places.len() {
            let shared = at.checked_sub(1).filter(|above| key(&places[*above]) == key(&places[at]));
            places[at].rank = shared.map_or(at + 1, |above| places[above].rank);
        }
        Ranking { challenge, places }
    }
}

fn place(index: usize, contender: Contender) -> Place {
    let Contender { submission, language, verdict, score, hidden, growth, tiers, case_ids, runs } = contender;
    let cost = runs.iter().filter(|run| !run.sample).fold(0, |sum: u64, run| sum.saturating_add(run.cost));
    Place {
        rank: 0,
        submission,
        language,
        verdict,
        points: score.points,
        max: score.max,
        correctness: score.correctness,
        efficiency: score.efficiency,
        efficiency_max: score.efficiency_max,
        accepted: hidden.0,
        cases: hidden.1,
        cost,
        time_ms: cost.div_ceil(UNITS_PER_MS),
        growth,
        tiers,
        index,
        case_ids,
        runs,
    }
}

impl Ranking {
    /// The ranking as a report; Gradescope knows no rankings and gets a list of results.
    ///
    /// `grade` gives whole grades back, one at a time, where a report says more of a submission than its place. A
    /// submission whose grade it does not give has its place all the same.
    pub fn render(
        &self,
        format: Format,
        options: &RenderOptions,
        mut grade: impl FnMut(&Place) -> Option<Grade>,
    ) -> String {
        match format {
            Format::Text => table::text(self, options),
            Format::Markdown => table::markdown(self),
            Format::Html => page::html(self, &mut grade),
            Format::Json => json(self),
            Format::Junit => {
                let grades: Vec<Grade> = self.places.iter().filter_map(grade).collect();
                junit_document(&grades.iter().collect::<Vec<_>>())
            }
            Format::Gradescope => {
                json(&self.places.iter().filter_map(grade).map(|grade| results(&grade)).collect::<Vec<_>>())
            }
        }
    }

    /// The names of all cases in the order in which they first appear.
    fn case_ids(&self) -> Vec<&str> {
        let (mut lists, mut seen): (Vec<&Arc<[String]>>, _) = (Vec::new(), HashSet::new());
        for place in &self.places {
            if lists.iter().all(|list| !Arc::ptr_eq(list, &place.case_ids)) {
                lists.push(&place.case_ids);
            }
        }
        let all = lists.into_iter().flat_map(|list| list.iter()).map(String::as_str);
        all.filter(|id| seen.insert(*id)).collect()
    }

    /// Whether growth was measured of any submission.
    fn shows_growth(&self) -> bool {
        self.places.iter().any(|place| place.growth.is_some())
    }

    /// The names of the tiers that costs lie between, where any submission's does.
    fn tier_names(&self) -> Option<String> {
        self.places.iter().find_map(|place| place.tiers.as_ref().map(tiers::names))
    }

    /// How many submissions have each verdict, from right to wrong, those that none has left out.
    fn verdicts(&self) -> Vec<(Verdict, u64)> {
        let having = |verdict| self.places.iter().filter(|place| place.verdict == verdict).count() as u64;
        VERDICTS.into_iter().map(|verdict| (verdict, having(verdict))).filter(|(_, count)| *count > 0).collect()
    }
}

/// What stands for what was not measured.
const UNKNOWN: &str = "–";

const VERDICTS: [Verdict; 9] = [
    Verdict::AC,
    Verdict::WA,
    Verdict::TLE,
    Verdict::MLE,
    Verdict::OLE,
    Verdict::RTE,
    Verdict::CE,
    Verdict::SK,
    Verdict::JE,
];

#[cfg(test)]
mod tests;
