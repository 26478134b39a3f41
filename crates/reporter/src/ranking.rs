//! Several grades of one challenge, best first.

mod grid;
mod table;

use std::cmp::Reverse;

use assay_challenge::{UNITS_PER_MS, Verdict};
use serde::Serialize;

use crate::render::{json, junit_document, results};
use crate::{ChallengeSummary, Format, Grade, Points, RenderOptions};

/// Submissions in the order of their points, then of their cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranking {
    /// What was asked; absent if nothing is ranked.
    pub challenge: Option<ChallengeSummary>,
    /// The submissions, best first.
    pub places: Vec<Place>,
    /// The grades, in the same order.
    #[serde(skip)]
    grades: Vec<Grade>,
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
    /// How many hidden cases are accepted.
    pub accepted: u64,
    /// How many hidden cases there are in this grade.
    pub cases: u64,
    /// Units of cost over all hidden cases.
    pub cost: u64,
    /// The same in virtual milliseconds, rounded up.
    pub time_ms: u64,
}

/// Ranks grades: more points first, then less cost, then by name.
pub fn rank(grades: &[Grade]) -> Ranking {
    let mut ranked: Vec<(Place, &Grade)> = grades.iter().map(|grade| (place(grade), grade)).collect();
    ranked.sort_by(|(a, _), (b, _)| {
        let key = |place: &Place| (Reverse(place.points), place.cost);
        key(a).cmp(&key(b)).then_with(|| a.submission.cmp(&b.submission))
    });
    let mut places: Vec<Place> = Vec::with_capacity(ranked.len());
    for (i, (mut place, _)) in ranked.iter().cloned().enumerate() {
        let shared = places.last().filter(|last| (last.points, last.cost) == (place.points, place.cost));
        place.rank = shared.map_or(i + 1, |last| last.rank);
        places.push(place);
    }
    Ranking {
        challenge: grades.first().map(|grade| grade.challenge.clone()),
        places,
        grades: ranked.into_iter().map(|(_, grade)| grade.clone()).collect(),
    }
}

fn place(grade: &Grade) -> Place {
    let hidden = || grade.cases.iter().filter(|case| !case.sample);
    let cost = hidden().fold(0, |sum: u64, case| sum.saturating_add(case.cost));
    let (accepted, cases) = crate::render::hidden_cases(grade);
    Place {
        rank: 0,
        submission: grade.submission.name.clone(),
        language: grade.language.clone(),
        verdict: grade.verdict,
        points: grade.score.points,
        max: grade.score.max,
        accepted,
        cases,
        cost,
        time_ms: cost.div_ceil(UNITS_PER_MS),
    }
}

impl Ranking {
    /// The ranking as a report; Gradescope knows no rankings and gets a list of results.
    pub fn render(&self, format: Format, options: &RenderOptions) -> String {
        match format {
            Format::Text => table::text(self, options),
            Format::Markdown => table::markdown(self),
            Format::Html => grid::html(self),
            Format::Json => json(self),
            Format::Junit => junit_document(&self.grades.iter().collect::<Vec<_>>()),
            Format::Gradescope => json(&self.grades.iter().map(results).collect::<Vec<_>>()),
        }
    }

    /// The names of all cases in the order in which they first appear.
    fn case_ids(&self) -> Vec<&str> {
        let mut seen = std::collections::HashSet::new();
        let all = self.grades.iter().flat_map(|grade| &grade.cases);
        all.map(|case| case.id.as_str()).filter(|id| seen.insert(*id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn graded(name: &str, points: u32, cost: u64) -> Grade {
        let mut grade = sample::grade();
        name.clone_into(&mut grade.submission.name);
        grade.score.points = Points::whole(points);
        grade.cases.truncate(2);
        grade.cases[1].cost = cost;
        grade
    }

    #[test]
    fn more_points_then_less_cost_then_the_name_decides_and_ties_share_a_rank() {
        let ranking =
            rank(&[graded("z.py", 50, 5), graded("b.py", 80, 9), graded("a.py", 80, 9), graded("c.py", 80, 7)]);
        let order: Vec<_> = ranking.places.iter().map(|place| (place.rank, place.submission.as_str())).collect();
        assert_eq!(order, [(1, "c.py"), (2, "a.py"), (2, "b.py"), (4, "z.py")]);
    }

    #[test]
    fn an_empty_ranking_renders_in_every_format() {
        for format in Format::ALL {
            assert!(rank(&[]).render(format, &RenderOptions::default()).ends_with('\n'), "{format}");
        }
    }

    #[test]
    fn nothing_hostile_survives_in_a_ranking() {
        let grades = [sample::filled(sample::HOSTILE), sample::grade()];
        let ranking = rank(&grades);
        let html = ranking.render(Format::Html, &RenderOptions::default());
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains('\x1b'));
        let text = ranking.render(Format::Text, &RenderOptions::default());
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        assert!(text.lines().all(|line| crate::render::columns(line) <= 80), "{text}");
    }
}
