//! A submission's cost on a logarithmic scale between the setter's own solutions, with the same in a table.

use super::super::amount::grouped;
use super::super::tiers::{caption, fine_ratio, name, places, words};
use super::Html;
use crate::TiersGrade;

const WIDTH: u64 = 640;
const MARGIN: u64 = 20;
const AXIS: u64 = 26;
const ROW: u64 = 16;

/// Writes the section.
pub(super) fn section(html: &mut Html, tiers: &TiersGrade) {
    html.raw("<section>\n<h2>Between the challenge’s own solutions</h2>\n<p class=\"soft\">").text(&caption(tiers));
    html.raw("</p>\n");
    drawing(html, tiers);
    table(html, tiers);
    html.raw("</section>\n");
}

fn drawing(html: &mut Html, tiers: &TiersGrade) {
    let (own, others) = places(tiers, WIDTH - 2 * MARGIN);
    let height = AXIS + ROW * (tiers.tiers.len() as u64 + 1) + 4;
    html.region("Cost between solutions");
    html.raw("<svg class=\"chart\" role=\"img\" width=\"").show(WIDTH).raw("\" height=\"").show(height);
    html.raw("\" viewBox=\"0 0 ").show(WIDTH).raw(" ").show(height).raw("\">\n<title>Cost between solutions</title>\n");
    html.raw("<desc>On a logarithmic scale, the cheapest on the left: ").text(&words(tiers)).raw("</desc>\n");
    html.raw("<line class=\"grid\" x1=\"")
        .show(MARGIN)
        .raw("\" x2=\"")
        .show(WIDTH - MARGIN)
        .raw("\" y1=\"14\" y2=\"14\"/>\n");
    for (row, (tier, place)) in (1..).zip(tiers.tiers.iter().zip(others)) {
        let (x, y) = (MARGIN + place, AXIS + ROW * row);
        html.raw("<line class=\"grid\" x1=\"").show(x).raw("\" x2=\"").show(x).raw("\" y1=\"8\" y2=\"").show(y - 10);
        html.raw("\"/>");
        label(html, (x, y), &name(tier));
    }
    html.raw("<circle class=\"mark\" r=\"5\" cx=\"").show(MARGIN + own).raw("\" cy=\"14\"/>");
    label(html, (MARGIN + own, AXIS + 4), "this submission");
    html.raw("</svg>\n").end_region();
}

fn label(html: &mut Html, (x, y): (u64, u64), text: &str) {
    let anchor = if x > WIDTH * 2 / 3 { "end" } else { "start" };
    html.raw("<text class=\"place\" text-anchor=\"")
        .raw(anchor)
        .raw("\" x=\"")
        .show(x)
        .raw("\" y=\"")
        .show(y)
        .raw("\">");
    html.text(text).raw("</text>\n");
}

fn table(html: &mut Html, tiers: &TiersGrade) {
    html.region("Costs of solutions").raw("<table>\n<thead><tr>");
    html.raw("<th scope=\"col\">Solution</th><th scope=\"col\" class=\"n\">Units</th>");
    html.raw("<th scope=\"col\" class=\"n\">This one over it</th></tr></thead>\n<tbody>\n");
    for tier in &tiers.tiers {
        let (least, most) = if tier.stopped { ("at least ", "at most ") } else { ("", "") };
        html.raw("<tr><th scope=\"row\">").text(&name(tier)).raw("</th><td class=\"n\">").raw(least);
        html.text(&grouped(tier.cost)).raw("</td><td class=\"n\">").raw(most).text(&fine_ratio(tier.ratio_milli));
        html.raw("</td></tr>\n");
    }
    html.raw("<tr><th scope=\"row\">this submission</th><td class=\"n\">").text(&grouped(tiers.cost));
    html.raw("</td><td class=\"n\"></td></tr>\n</tbody>\n</table>\n").end_region();
}
