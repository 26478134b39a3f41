//! The ranking as a table, for terminals and for Markdown.

use std::fmt::Write as _;

use super::{Place, Ranking, UNKNOWN};
use crate::RenderOptions;
use crate::render::{Paper, Tone, code_cell, columns, left, prose, right, tiers, time};

/// The fewest columns of a name, whatever else there is.
const LEAST: usize = 10;

/// Between a column and the next.
const GAP: &str = "  ";

const TIERS: &str = "tiers";

/// One column of text: what each place has in it, with a width that holds all of that.
struct Column {
    head: &'static str,
    cells: Vec<String>,
    width: usize,
    filled: fn(&str, usize) -> String,
}

impl Column {
    fn new(
        ranking: &Ranking,
        head: &'static str,
        filled: fn(&str, usize) -> String,
        cell: impl Fn(&Place) -> String,
    ) -> Self {
        let cells: Vec<String> = ranking.places.iter().map(cell).collect();
        let width = cells.iter().map(|cell| columns(cell)).max().unwrap_or(0).max(columns(head));
        Self { head, cells, width, filled }
    }

    /// Its heading, or what the place at `row` has.
    fn text(&self, row: Option<usize>) -> String {
        (self.filled)(row.map_or(self.head, |row| &self.cells[row]), self.width)
    }
}

/// The table for a terminal. Names have the room they need before anything that not every ranking has.
pub(super) fn text(ranking: &Ranking, options: &RenderOptions) -> String {
    let mut paper = Paper::new(options);
    if let Some(challenge) = &ranking.challenge {
        paper.line(&[(Tone::Strong, &challenge.title), (Tone::Soft, &format!("  {}", challenge.id))]);
        paper.blank();
    }
    if ranking.places.len() > 1 {
        let each = ranking.verdicts().into_iter().map(|(verdict, having)| format!("{having} {verdict}"));
        let counted = format!("{} submissions: {}", ranking.places.len(), each.collect::<Vec<_>>().join(", "));
        paper.line(&[(Tone::Plain, &counted)]);
        paper.blank();
    }
    let (table, left_out) = fitted(ranking, paper.width());
    let line = |row| table.iter().map(|column| GAP.to_owned() + &column.text(row)).collect::<String>() + GAP;
    paper.line(&[(Tone::Soft, &line(None))]);
    for (row, place) in ranking.places.iter().enumerate() {
        paper.line(&[(Tone::Plain, &line(Some(row))), (place.verdict.into(), place.verdict.word())]);
    }
    let shown = table.iter().any(|column| column.head == TIERS);
    if let Some(names) = ranking.tier_names().filter(|_| shown) {
        paper.blank();
        paper.wrapped("  ", Tone::Soft, &format!("{TIERS}: cost beside {names}"));
    }
    if !left_out.is_empty() {
        paper.blank();
        let said = format!("left out, so that names have room: {}; a page in HTML has all", left_out.join(", "));
        paper.wrapped("  ", Tone::Soft, &said);
    }
    paper.finish()
}

/// The columns that `width` has room for, all but the verdict, and what there is none for.
fn fitted(ranking: &Ranking, width: usize) -> (Vec<Column>, Vec<&'static str>) {
    let mut name = Column::new(ranking, "submission", left, |place| place.submission.clone());
    let mut others = vec![
        Column::new(ranking, "language", left, |place| place.language.clone()),
        Column::new(ranking, "points", right, |place| format!("{}/{}", place.points, place.max)),
        Column::new(ranking, "cases", right, |place| format!("{}/{}", place.accepted, place.cases)),
        Column::new(ranking, "time", right, |place| time(place.time_ms)),
    ];
    let always = others.len();
    others.extend(extras(ranking));
    let rank = Column::new(ranking, "rank", right, |place| place.rank.to_string());
    let verdict = ranking.places.iter().map(|place| place.verdict.word().len()).max().unwrap_or(0);
    let room = |others: &[Column]| {
        let taken: usize = others.iter().chain([&rank]).map(|column| column.width + GAP.len()).sum();
        width.saturating_sub(taken + 2 * GAP.len() + verdict)
    };
    let mut left_out = Vec::new();
    while room(&others) < name.width && others.len() > always {
        left_out.extend(others.pop().map(|last| last.head));
    }
    left_out.reverse();
    name.width = name.width.min(room(&others).max(LEAST));
    ([rank, name].into_iter().chain(others).collect(), left_out)
}

/// The columns that not every ranking has, the least important last.
fn extras(ranking: &Ranking) -> Vec<Column> {
    let growth = ranking.shows_growth().then(|| {
        let class = |place: &Place| place.growth.unwrap_or(UNKNOWN).to_owned();
        Column::new(ranking, "growth", left, class)
    });
    let tiers = ranking.tier_names().map(|_| {
        let ratios = |place: &Place| place.tiers.as_ref().map_or_else(|| UNKNOWN.to_owned(), tiers::short);
        Column::new(ranking, TIERS, left, ratios)
    });
    growth.into_iter().chain(tiers).collect()
}

/// The table for Markdown.
pub(super) fn markdown(ranking: &Ranking) -> String {
    let mut out = String::new();
    if let Some(challenge) = &ranking.challenge {
        let _ = writeln!(out, "### {}\n", prose(&challenge.title));
    }
    let extras = extras(ranking);
    out.push_str("| Rank | Submission | Language | Verdict | Points | Cases | Time |");
    for extra in &extras {
        let _ = write!(out, " {} |", capital(extra.head));
    }
    let _ = writeln!(out, "\n| --: | :-- | :-- | :-- | --: | --: | --: |{}", " :-- |".repeat(extras.len()));
    for (at, place) in ranking.places.iter().enumerate() {
        row(&mut out, place);
        for extra in &extras {
            let _ = write!(out, " {} |", extra.cells[at]);
        }
        out.push('\n');
    }
    if let Some(names) = ranking.tier_names() {
        let _ = writeln!(out, "\nTiers: cost beside {}", prose(&names));
    }
    out
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}

fn row(out: &mut String, place: &Place) {
    let _ = write!(
        out,
        "| {} | {} | {} | {} | {}/{} | {}/{} | {} |",
        place.rank,
        code_cell(&place.submission),
        prose(&place.language),
        place.verdict,
        place.points,
        place.max,
        place.accepted,
        place.cases,
        time(place.time_ms),
    );
}
