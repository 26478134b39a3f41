//! Verdicts as a grid: submissions as rows and cases as columns.

use std::collections::HashMap;

use assay_challenge::Verdict;

use super::{Place, Ranking, VERDICTS};
use crate::render::Html;

/// The most cells of a page; who is further down has no row.
const CELLS: usize = 100_000;

/// Writes the grid.
pub(super) fn render(html: &mut Html, ranking: &Ranking) {
    let ids = ranking.case_ids();
    if ids.is_empty() {
        return;
    }
    let columns: HashMap<&str, usize> = ids.iter().enumerate().map(|(column, id)| (*id, column)).collect();
    let rows = ranking.places.len().min((CELLS / ids.len()).max(1));
    html.raw("<section>\n<h2>Verdicts</h2>\n").region("Verdicts");
    html.raw("<table class=\"verdicts\">\n<thead><tr><th scope=\"col\"><span class=\"unseen\">Submission</span></th>");
    for (place, id) in ids.iter().enumerate() {
        html.raw("<th scope=\"col\"><abbr title=\"").text(id).raw("\">").show(place + 1).raw("</abbr></th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for place in &ranking.places[..rows] {
        html.raw("<tr><th scope=\"row\" class=\"mono\">").text(&place.submission).raw("</th>");
        for verdict in row(place, &columns) {
            match verdict {
                Some(verdict) => cell(html, verdict),
                None => {
                    html.raw("<td></td>");
                }
            }
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n").end_region();
    if rows < ranking.places.len() {
        html.raw("<p class=\"soft\">Only the first ").show(rows).raw(" places are in this grid.</p>\n");
    }
    legend(html, &ids);
    html.raw("</section>\n");
}

/// The submission's verdict in each column.
fn row(place: &Place, columns: &HashMap<&str, usize>) -> Vec<Option<Verdict>> {
    let mut row = vec![None; columns.len()];
    for (id, run) in place.case_ids.iter().zip(&place.runs) {
        if let Some(cell) = columns.get(id.as_str()).and_then(|column| row.get_mut(*column)) {
            *cell = Some(run.verdict);
        }
    }
    row
}

fn cell(html: &mut Html, verdict: Verdict) {
    html.raw("<td class=\"cell ").raw(verdict.word()).raw("\"><abbr title=\"").raw(verdict.meaning()).raw("\">");
    html.raw(letter(verdict)).raw("</abbr></td>");
}

fn letter(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::AC => "A",
        Verdict::WA => "W",
        Verdict::TLE => "T",
        Verdict::MLE => "M",
        Verdict::OLE => "O",
        Verdict::RTE => "R",
        Verdict::CE => "C",
        Verdict::SK => "–",
        Verdict::JE => "J",
    }
}

fn legend(html: &mut Html, ids: &[&str]) {
    html.raw("<p class=\"soft legend\">");
    for verdict in VERDICTS {
        html.raw("<span><b>").raw(letter(verdict)).raw("</b> ").raw(verdict.meaning()).raw("</span>");
    }
    html.raw("</p>\n");
    html.raw("<details><summary>The cases by number</summary>\n<ol class=\"trace mono\">\n");
    for id in ids {
        html.raw("<li>").text(id).raw("</li>\n");
    }
    html.raw("</ol>\n</details>\n");
}
