//! The tables of groups and of cases.

use super::super::amount::{grouped, percent, ratio, share_milli, size, time};
use super::super::outline::{depth, has_more, is_measured};
use super::{Html, bars, verdict_badge};
use crate::{CaseGrade, Grade};

const INDENTS: [&str; 9] = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];

/// Writes where the points went, group by group.
pub(super) fn groups(html: &mut Html, grade: &Grade) {
    if grade.groups.is_empty() {
        return;
    }
    html.raw("<section>\n<h2>Groups</h2>\n").region("Groups").raw("<table>\n");
    html.raw("<thead><tr><th scope=\"col\">Group</th><th scope=\"col\">Verdict</th><th scope=\"col\" class=\"n\">");
    html.raw("Accepted</th><th scope=\"col\" class=\"n\">Points</th><th scope=\"col\" class=\"wide\">Share</th></tr></thead>\n<tbody>\n");
    for group in &grade.groups {
        html.raw("<tr><th scope=\"row\" style=\"--depth:")
            .raw(INDENTS[depth(group).min(8)])
            .raw("\"><span class=\"tree\">");
        html.text(&group.title).raw("</span></th><td>");
        verdict_badge(html, group.verdict);
        html.raw("</td><td class=\"n\">").show(group.accepted).raw("<span class=\"soft\">/").show(group.cases);
        html.raw("</span></td>");
        if group.sample {
            html.raw("<td class=\"n soft\">not scored</td><td></td></tr>\n");
        } else {
            html.raw("<td class=\"n\">").show(group.points).raw("<span class=\"soft\">/").show(group.max);
            html.raw("</span></td><td>");
            let share = share_milli(group.points.milli(), group.max.milli()).min(1000);
            bars::meter(html, share, "meter small");
            html.raw("</td></tr>\n");
        }
    }
    html.raw("</tbody>\n</table>\n").end_region().raw("</section>\n");
}

/// Writes every case in one line.
pub(super) fn cases(html: &mut Html, grade: &Grade) {
    if grade.cases.is_empty() {
        return;
    }
    let compared = grade.cases.iter().any(|case| case.reference_cost.is_some());
    html.raw("<section>\n<h2>Cases</h2>\n").region("Cases");
    html.raw("<table>\n<thead><tr><th scope=\"col\">Case</th><th scope=\"col\">Verdict</th><th scope=\"col\" class=\"n\">Points");
    html.raw("</th><th scope=\"col\" class=\"n\">Time</th><th scope=\"col\" class=\"n\">of limit</th>");
    if compared {
        html.raw("<th scope=\"col\" class=\"n\">of reference</th>");
    }
    html.raw("<th scope=\"col\" class=\"n\">Memory</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
    for (place, case) in grade.cases.iter().enumerate() {
        row(html, grade, case, place, compared);
    }
    html.raw("</tbody>\n</table>\n").end_region().raw("</section>\n");
}

fn row(html: &mut Html, grade: &Grade, case: &CaseGrade, place: usize, compared: bool) {
    html.raw("<tr><th scope=\"row\" class=\"mono\">");
    if has_more(case) {
        html.raw("<a href=\"#case-").show(place + 1).raw("\">").text(&case.id).raw("</a>");
    } else {
        html.text(&case.id);
    }
    html.raw("</th><td>");
    verdict_badge(html, case.verdict);
    html.raw("</td><td class=\"n\">");
    if case.max.milli() == 0 {
        html.raw("<span class=\"soft\">–</span>");
    } else {
        html.show(case.points).raw("<span class=\"soft\">/").show(case.max).raw("</span>");
    }
    html.raw("</td>");
    if is_measured(case) {
        html.raw("<td class=\"n\" title=\"")
            .text(&grouped(case.cost))
            .raw(" units of cost\">")
            .text(&time(case.time_ms));
        html.raw("</td><td class=\"n\">").text(&percent(share_milli(case.cost, grade.limits.cost))).raw("</td>");
        if compared {
            let of_reference = case.reference_cost.map(|cost| ratio(share_milli(case.cost, cost)));
            html.raw("<td class=\"n\">").text(of_reference.as_deref().unwrap_or("–")).raw("</td>");
        }
        html.raw("<td class=\"n\">").text(&size(case.memory_bytes)).raw("</td>");
    } else {
        (0..if compared { 4 } else { 3 }).for_each(|_| {
            html.raw("<td class=\"n soft\">–</td>");
        });
    }
    html.raw("<td class=\"why\">").text(&case.message).raw("</td></tr>\n");
}
