//! Cost and memory of every case against the limit, as drawings that are also text for those who cannot see them.

use assay_challenge::Verdict;

use super::super::amount::{percent, share_milli, size, time};
use super::super::outline::is_measured;
use super::Html;
use crate::{CaseGrade, Grade};

const HEIGHT: u64 = 120;
const LEFT: u64 = 52;
const TOP: u64 = 10;
const FOOT: u64 = 40;

/// Writes a bar that is filled to `milli` thousandths.
pub(super) fn meter(html: &mut Html, milli: u64, class: &'static str) {
    html.raw("<svg class=\"").raw(class).raw("\" role=\"img\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\">");
    html.raw("<title>").text(&percent(milli)).raw(" of the points</title>");
    html.raw("<desc>A bar filled to the share of the points that was earned.</desc>");
    html.raw("<rect class=\"empty\" width=\"1000\" height=\"10\"/><rect class=\"earned\" width=\"");
    html.show(milli.min(1000)).raw("\" height=\"10\"/></svg>\n");
}

/// Writes the two charts.
pub(super) fn render(html: &mut Html, grade: &Grade) {
    if !grade.cases.iter().any(is_measured) {
        return;
    }
    let limits = &grade.limits;
    html.raw("<section>\n<h2>Against the limits</h2>\n<div class=\"charts\">\n");
    chart(html, grade, "Virtual time", &time(limits.time_ms), |case| {
        (share_milli(case.cost, limits.cost), time(case.time_ms))
    });
    chart(html, grade, "Memory", &size(limits.memory_bytes), |case| {
        (share_milli(case.memory_bytes, limits.memory_bytes), size(case.memory_bytes))
    });
    html.raw("</div>\n</section>\n");
}

fn chart(
    html: &mut Html,
    grade: &Grade,
    name: &'static str,
    limit: &str,
    measure: impl Fn(&CaseGrade) -> (u64, String),
) {
    let measured: Vec<(u64, String)> = grade.cases.iter().map(measure).collect();
    let most = measured.iter().map(|(milli, _)| *milli).max().unwrap_or(0);
    let scale = [20, 50, 100, 250].into_iter().find(|top| most <= *top).unwrap_or(1000);
    let slot: u64 = if measured.len() > 60 { 14 } else { 30 };
    let width = LEFT + slot * measured.len() as u64 + 12;
    let floor = TOP + HEIGHT;

    html.raw("<figure>\n<figcaption><strong>")
        .raw(name)
        .raw("</strong> <span class=\"soft\">the limit is ")
        .text(limit);
    html.raw(", the most used is ").text(&percent(most)).raw(" of it");
    html.raw(if scale < 1000 { "; the scale ends below the limit" } else { "" }).raw("</span></figcaption>\n");
    html.region(&format!("{name} of each case"));
    html.raw("<svg class=\"chart\" role=\"img\" width=\"").show(width).raw("\" height=\"").show(floor + FOOT);
    html.raw("\" viewBox=\"0 0 ").show(width).raw(" ").show(floor + FOOT).raw("\">\n<title>").raw(name);
    html.raw(" of each case</title>\n<desc>One column a case, in the order of the table of cases, which has the same ");
    html.raw("numbers. The most used is ").text(&percent(most)).raw(" of the limit.</desc>\n");
    for part in [0, 500, 1000] {
        let y = floor - HEIGHT * part / 1000;
        html.raw("<line class=\"").raw(if part == 1000 && scale == 1000 { "limit" } else { "grid" });
        html.raw("\" x1=\"").show(LEFT - 6).raw("\" x2=\"").show(width).raw("\" y1=\"").show(y).raw("\" y2=\"").show(y);
        html.raw("\"/><text class=\"axis\" x=\"").show(LEFT - 10).raw("\" y=\"").show(y + 4).raw("\">");
        html.text(&percent(scale * part / 1000)).raw("</text>\n");
    }
    for (place, (case, (milli, amount))) in grade.cases.iter().zip(&measured).enumerate() {
        let x = LEFT + slot * place as u64;
        let high = if is_measured(case) { (HEIGHT * (*milli).min(scale) / scale).max(2) } else { 0 };
        let middle = x + slot / 2;
        html.raw("<g><title>").text(&case.id).raw(": ").raw(case.verdict.word()).raw(", ").text(amount);
        html.raw(", ").text(&percent(*milli)).raw(" of the limit</title><rect class=\"fill ").raw(case.verdict.word());
        html.raw("\" rx=\"1.5\" x=\"").show(x + slot / 6).raw("\" y=\"").show(floor - high).raw("\" width=\"");
        html.show(slot - slot / 3).raw("\" height=\"").show(high).raw("\"/>");
        html.raw("<text class=\"tick\" text-anchor=\"end\" transform=\"translate(").show(middle + 3).raw(" ");
        html.show(floor + 6).raw(") rotate(-90)\">");
        html.raw(if case.verdict == Verdict::AC { "" } else { case.verdict.word() }).raw(" ").show(place + 1);
        html.raw("</text></g>\n");
    }
    html.raw("</svg>\n").end_region().raw("</figure>\n");
}
