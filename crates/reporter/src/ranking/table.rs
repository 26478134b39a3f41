//! The ranking as a table, for terminals and for Markdown.

use std::fmt::Write as _;

use super::{Place, Ranking, UNKNOWN};
use crate::RenderOptions;
use crate::render::{Paper, Tone, code_cell, columns, left, prose, right, time};

/// The table for a terminal.
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
    let grows = ranking.shows_growth();
    let room = paper.width().saturating_sub(if grows { 71 } else { 60 }).max(10);
    let width = ranking.places.iter().map(|place| columns(&place.submission)).max().unwrap_or(0).clamp(10, room);
    let growth = |class: &str| if grows { format!("  {}", left(class, 9)) } else { String::new() };
    let head =
        format!("  rank  {}  language         points  cases       time{}", left("submission", width), growth("growth"));
    paper.line(&[(Tone::Soft, &head)]);
    for place in &ranking.places {
        let lead = format!(
            "{}  {}  {}",
            right(&place.rank.to_string(), 6),
            left(&place.submission, width),
            left(&place.language, 8),
        );
        let numbers = format!(
            "{}{}{}{}  ",
            right(&format!("{}/{}", place.points, place.max), 15),
            right(&format!("{}/{}", place.accepted, place.cases), 7),
            right(&time(place.time_ms), 11),
            growth(place.growth.unwrap_or(UNKNOWN)),
        );
        paper.line(&[(Tone::Plain, &lead), (Tone::Plain, &numbers), (place.verdict.into(), place.verdict.word())]);
    }
    paper.finish()
}

/// The table for Markdown.
pub(super) fn markdown(ranking: &Ranking) -> String {
    let mut out = String::new();
    if let Some(challenge) = &ranking.challenge {
        let _ = writeln!(out, "### {}\n", prose(&challenge.title));
    }
    let (head, rule) = if ranking.shows_growth() { (" Growth |", " :-- |") } else { ("", "") };
    let _ = writeln!(out, "| Rank | Submission | Language | Verdict | Points | Cases | Time |{head}");
    let _ = writeln!(out, "| --: | :-- | :-- | :-- | --: | --: | --: |{rule}");
    for place in &ranking.places {
        row(&mut out, place);
        if ranking.shows_growth() {
            let _ = write!(out, " {} |", place.growth.unwrap_or(UNKNOWN));
        }
        out.push('\n');
    }
    out
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
