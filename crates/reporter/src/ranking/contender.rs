//! What a ranking holds of each grade: its place's numbers, and a verdict and a cost for each case.

use std::sync::Arc;

use assay_challenge::Verdict;

use crate::render::{class, hidden_cases, is_measured};
use crate::{ChallengeSummary, Grade, Score, TiersGrade};

/// Lists of case names that are looked at for one that is held already. All grades of one challenge share one; those
/// of candidates' copies may differ.
const LISTS: usize = 8;

/// Grades about to be ranked, given one at a time. A few hundred bytes are held of each, and a few for each case.
#[derive(Clone, Debug, Default)]
pub struct Contenders {
    challenge: Option<ChallengeSummary>,
    lists: Vec<Arc<[String]>>,
    all: Vec<Contender>,
}

/// One grade, as far as a comparison goes.
#[derive(Clone, Debug)]
pub(super) struct Contender {
    pub(super) submission: String,
    pub(super) language: String,
    pub(super) verdict: Verdict,
    pub(super) score: Score,
    /// How many hidden cases are accepted, and how many there are.
    pub(super) hidden: (u64, u64),
    /// The class its cost grows by, or that it is undecided.
    pub(super) growth: Option<&'static str>,
    pub(super) tiers: Option<TiersGrade>,
    pub(super) case_ids: Arc<[String]>,
    /// The cases, as `case_ids` names them.
    pub(super) runs: Vec<Run>,
}

/// One case of one submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) verdict: Verdict,
    pub(super) sample: bool,
    /// Whether it ran and its cost is known.
    pub(super) measured: bool,
    pub(super) cost: u64,
}

impl Contenders {
    /// One more.
    pub fn add(&mut self, grade: &Grade) {
        let case_ids = self.shared(grade);
        let run = |case: &crate::CaseGrade| Run {
            verdict: case.verdict,
            sample: case.sample,
            measured: is_measured(case),
            cost: case.cost,
        };
        self.challenge.get_or_insert_with(|| grade.challenge.clone());
        self.all.push(Contender {
            submission: grade.submission.name.clone(),
            language: grade.language.clone(),
            verdict: grade.verdict,
            score: grade.score,
            hidden: hidden_cases(grade),
            growth: grade.growth.as_ref().map(|growth| class(&growth.cost)),
            tiers: grade.tiers.clone(),
            case_ids,
            runs: grade.cases.iter().map(run).collect(),
        });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn into_parts(self) -> (Option<ChallengeSummary>, Vec<Contender>) {
        (self.challenge, self.all)
    }

    /// The names of its cases, which are held once for all grades that have the same.
    fn shared(&mut self, grade: &Grade) -> Arc<[String]> {
        let ids = || grade.cases.iter().map(|case| &case.id);
        let recent = self.lists.iter().rev().take(LISTS);
        if let Some(list) = recent.into_iter().find(|list| list.iter().eq(ids())) {
            return list.clone();
        }
        let list: Arc<[String]> = ids().cloned().collect();
        self.lists.push(list.clone());
        list
    }
}
