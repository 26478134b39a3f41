//! A flame graph: calls as bars as wide as what they cost, callers above, and a table of the same for those who cannot
//! see it.

use super::super::amount::{grouped, percent, share_milli};
use super::super::profile::{SHOWN, caption};
use super::Html;
use crate::{Profile, ProfileNode};

const WIDTH: u64 = 1000;
const ROW: u64 = 18;

/// The rows that are drawn.
const ROWS: u64 = 64;

/// What a letter takes at most, in the drawing's units.
const LETTER: u64 = 7;

/// Tones of bars, so that neighbours differ.
const TONES: [&str; 4] = ["t0", "t1", "t2", "t3"];

/// Writes the section.
pub(in crate::render) fn flame(html: &mut Html, profile: &Profile) {
    html.raw("<section>\n<h2>Where the cost went</h2>\n<p class=\"soft\">").text(&caption(profile)).raw("</p>\n");
    if !profile.nodes.is_empty() {
        graph(html, profile);
        table(html, profile);
    }
    html.raw("</section>\n");
}

/// A bar: where it begins and how wide it is.
struct Bar<'a> {
    node: &'a ProfileNode,
    x: u64,
    width: u64,
}

fn graph(html: &mut Html, profile: &Profile) {
    let bars = bars(profile);
    let rows = bars.iter().map(|bar| u64::from(bar.node.depth) + 2).max().unwrap_or(1);
    html.region("Flame graph")
        .raw("<svg class=\"flame\" role=\"img\" viewBox=\"0 0 ")
        .show(WIDTH)
        .raw(" ")
        .show(rows * ROW)
        .raw("\">\n<title>Flame graph</title>\n");
    html.raw("<desc>Calls as bars as wide as what they cost, each below its caller. The table below has the costliest.</desc>\n");
    html.raw("<g><rect class=\"all\" width=\"").show(WIDTH).raw("\" height=\"").show(ROW - 1);
    html.raw("\"/><text x=\"4\" y=\"13\">").text(&grouped(profile.cost)).raw(" units</text></g>\n");
    for Bar { node, x, width } in bars {
        let y = (u64::from(node.depth) + 1) * ROW;
        let tone = node.name.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        html.raw("<g><title>").text(&node.name).raw(": ").text(&percent(share_milli(node.total, profile.cost)));
        html.raw(", itself ").text(&percent(share_milli(node.own, profile.cost))).raw("</title><rect class=\"");
        html.raw(TONES[tone % TONES.len()]).raw("\" x=\"").show(x).raw("\" y=\"").show(y).raw("\" width=\"");
        html.show(width.saturating_sub(1).max(1)).raw("\" height=\"").show(ROW - 1).raw("\"/>");
        let letters = usize::try_from(width.saturating_sub(6) / LETTER).unwrap_or(0);
        if letters >= 3 {
            html.raw("<text x=\"").show(x + 4).raw("\" y=\"").show(y + 13).raw("\">").text(&cut(&node.name, letters));
            html.raw("</text>");
        }
        html.raw("</g>\n");
    }
    html.raw("</svg>\n").end_region();
}

/// The bars that are wide enough to be seen, whatever a stored profile says of itself.
fn bars(profile: &Profile) -> Vec<Bar<'_>> {
    let mut bars = Vec::new();
    // Units at which the next bar of each depth begins, and those at which the bar above it ends.
    let mut edges: Vec<(u64, u64)> = vec![(0, profile.cost)];
    for node in &profile.nodes {
        let depth = node.depth as usize;
        if u64::from(node.depth) >= ROWS || depth >= edges.len() {
            continue;
        }
        edges.truncate(depth + 1);
        let (start, end) = edges[depth];
        let stop = start.saturating_add(node.total).min(end);
        edges[depth].0 = stop;
        edges.push((start, stop));
        let (x, right) = (place(start, profile.cost), place(stop, profile.cost));
        if right > x {
            bars.push(Bar { node, x, width: right - x });
        }
    }
    bars
}

fn place(units: u64, whole: u64) -> u64 {
    let x = u128::from(units) * u128::from(WIDTH) / u128::from(whole.max(1));
    u64::try_from(x).unwrap_or(WIDTH).min(WIDTH)
}

fn cut(name: &str, letters: usize) -> String {
    match name.char_indices().nth(letters) {
        Some(_) => name.chars().take(letters - 1).chain(['…']).collect(),
        None => name.to_owned(),
    }
}

fn table(html: &mut Html, profile: &Profile) {
    html.region("The costliest").raw("<table>\n<thead><tr>");
    html.raw("<th scope=\"col\">Frame</th><th scope=\"col\" class=\"n\">Itself</th><th scope=\"col\" class=\"n\">Of all</th>");
    html.raw("<th scope=\"col\" class=\"n\">With calls</th></tr></thead>\n<tbody>\n");
    for frame in profile.hottest().iter().filter(|frame| frame.own > 0).take(SHOWN) {
        html.raw("<tr><th scope=\"row\" class=\"mono\">").text(frame.name).raw("</th><td class=\"n\">");
        html.text(&grouped(frame.own)).raw("</td><td class=\"n\">");
        html.text(&percent(share_milli(frame.own, profile.cost))).raw("</td><td class=\"n\">");
        html.text(&percent(share_milli(frame.total, profile.cost))).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n").end_region();
}
