//! The table of places: one row for each submission, and a column for everything they are compared by.

use super::spread::{self, Scale};
use super::{Place, Ranking, UNKNOWN};
use crate::render::{Html, grouped, tiers, time, verdict_badge};

/// One column of the table.
struct Column<'a> {
    head: &'static str,
    numbers: bool,
    cell: Cell<'a>,
}

/// Writes what one submission has in a column.
type Cell<'a> = Box<dyn Fn(&mut Html, &Place) + 'a>;

fn numbers<'a>(head: &'static str, cell: impl Fn(&mut Html, &Place) + 'a) -> Column<'a> {
    Column { head, numbers: true, cell: Box::new(cell) }
}

fn words<'a>(head: &'static str, cell: impl Fn(&mut Html, &Place) + 'a) -> Column<'a> {
    Column { head, numbers: false, cell: Box::new(cell) }
}

/// Writes the table. `closer` says of each place whether more of it is shown further down, and costs are drawn on `scale`.
pub(super) fn render(html: &mut Html, ranking: &Ranking, closer: &[bool], scale: Option<&Scale>) {
    let columns = columns(ranking, scale);
    html.raw("<section>\n<h2>Places</h2>\n").region("Places").raw("<table>\n");
    html.raw("<thead><tr><th scope=\"col\" class=\"n\">Rank</th><th scope=\"col\">Submission</th>");
    for column in &columns {
        html.raw(if column.numbers { "<th scope=\"col\" class=\"n\">" } else { "<th scope=\"col\">" });
        html.raw(column.head).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for (at, place) in ranking.places.iter().enumerate() {
        html.raw("<tr><td class=\"n\">").show(place.rank).raw("</td><th scope=\"row\" class=\"mono\">");
        if closer.get(at).is_some_and(|shown| *shown) {
            html.raw("<a href=\"#at-").show(at + 1).raw("\">").text(&place.submission).raw("</a>");
        } else {
            html.text(&place.submission);
        }
        html.raw("</th>");
        for column in &columns {
            html.raw(if column.numbers { "<td class=\"n\">" } else { "<td>" });
            (column.cell)(html, place);
            html.raw("</td>");
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n").end_region().raw("</section>\n");
}

/// The columns after rank and name, from left to right.
fn columns<'a>(ranking: &Ranking, scale: Option<&'a Scale>) -> Vec<Column<'a>> {
    let mut columns = vec![
        words("Language", |html, place| {
            html.text(&place.language);
        }),
        words("Verdict", |html, place| verdict_badge(html, place.verdict)),
        numbers("Points", |html, place| {
            html.show(place.points).raw("<span class=\"soft\">/").show(place.max).raw("</span>");
        }),
    ];
    if ranking.places.iter().any(|place| place.efficiency_max.milli() > 0) {
        columns.push(numbers("Correctness", |html, place| {
            html.show(place.correctness);
        }));
        columns.push(numbers("Efficiency", |html, place| {
            html.show(place.efficiency);
        }));
    }
    columns.push(numbers("Accepted", |html, place| {
        html.show(place.accepted).raw("<span class=\"soft\">/").show(place.cases).raw("</span>");
    }));
    columns.push(numbers("Virtual time", |html, place| {
        html.raw("<span title=\"").text(&grouped(place.cost)).raw(" units of cost\">");
        html.text(&time(place.time_ms)).raw("</span>");
    }));
    if ranking.shows_growth() {
        columns.push(words("Growth", |html, place| {
            html.text(place.growth.unwrap_or(UNKNOWN));
        }));
    }
    if ranking.tier_names().is_some() {
        columns.push(words("Between tiers", |html, place| {
            html.text(&place.tiers.as_ref().map_or_else(|| UNKNOWN.to_owned(), tiers::words));
        }));
    }
    if let Some(scale) = scale {
        columns.push(words("Cost of a case", |html, place| spread::render(html, place, scale)));
    }
    columns
}
