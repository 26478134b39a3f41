//! A submission in short, for a page that compares many: where its points went, what failed, and the first failure.

use super::super::amount::time;
use super::super::outline::{failing, score_split};
use super::super::tiers;
use super::{Html, case, compiling, growth, tables, verdict_badge};
use crate::{CaseGrade, Grade};

/// The most failed cases that are listed.
const LISTED: usize = 20;

/// Writes it.
pub(crate) fn digest(html: &mut Html, grade: &Grade) {
    if let Some(split) = score_split(&grade.score) {
        html.raw("<p class=\"soft\">").text(&split).raw("</p>\n");
    }
    if let Some(compile) = &grade.compile {
        compiling(html, compile);
    }
    tables::groups(html, grade);
    if let Some(measured) = &grade.growth {
        growth::facts_list(html, measured);
    }
    if let Some(between) = &grade.tiers {
        html.raw("<p class=\"soft\">")
            .text(&tiers::caption(between))
            .raw(": ")
            .text(&tiers::words(between))
            .raw("</p>\n");
    }
    failures(html, grade);
    if let Some(first) = failing(grade).first() {
        html.raw("<section>\n<h2>The first failure: <span class=\"mono\">").text(&first.id).raw("</span></h2>\n");
        case::describe(html, first);
        html.raw("</section>\n");
    }
}

fn failures(html: &mut Html, grade: &Grade) {
    let all: Vec<&CaseGrade> = grade.cases.iter().filter(|case| case.verdict.is_failure()).collect();
    if all.is_empty() {
        return;
    }
    html.raw("<section>\n<h2>What failed</h2>\n").region("What failed");
    html.raw("<table>\n<thead><tr><th scope=\"col\">Case</th><th scope=\"col\">Verdict</th>");
    html.raw("<th scope=\"col\" class=\"n\">Time</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
    for case in all.iter().take(LISTED) {
        html.raw("<tr><th scope=\"row\" class=\"mono\">").text(&case.id).raw("</th><td>");
        verdict_badge(html, case.verdict);
        html.raw("</td><td class=\"n\">").text(&time(case.time_ms)).raw("</td><td class=\"why\">");
        html.text(&case.message).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n").end_region();
    if all.len() > LISTED {
        html.raw("<p class=\"soft\">and ").show(all.len() - LISTED).raw(" more</p>\n");
    }
    html.raw("</section>\n");
}
