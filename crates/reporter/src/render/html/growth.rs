//! Cost and memory against the size of the input on logarithmic axes, beside the reference, with a table of the same.

use super::super::amount::{grouped, size};
use super::super::growth::{class, comparison, facts, stopped};
use super::Html;
use crate::efficiency::{BITS, along, log2};
use crate::{GrowthGrade, GrowthPoint};

const LEFT: u64 = 62;
const TOP: u64 = 10;
const WIDTH: u64 = 400;
const HEIGHT: u64 = 220;
const FOOT: u64 = 34;

/// The most labels along an axis.
const LABELS: u64 = 7;

/// Writes what is known of growth.
pub(super) fn render(html: &mut Html, growth: &GrowthGrade) {
    html.raw("<section>\n<h2>Growth</h2>\n");
    facts_list(html, growth);
    html.raw("<div class=\"charts\">\n");
    chart(html, growth, "Cost in units", (class(&growth.cost), |point| point.cost), grouped_short);
    chart(html, growth, "Memory", (class(&growth.memory), |point| point.memory_bytes), size);
    html.raw("</div>\n");
    table(html, growth);
    html.raw("</section>\n");
}

/// Writes the classes with what they rest on.
pub(super) fn facts_list(html: &mut Html, growth: &GrowthGrade) {
    html.raw("<dl>\n");
    for (name, class, support) in facts(growth) {
        html.raw("<div><dt>").raw(name).raw("</dt><dd><strong>").text(class).raw("</strong> <span class=\"soft\">");
        html.text(&support).raw("</span></dd></div>\n");
    }
    if let Some(comparison) = comparison(growth) {
        html.raw("<div><dt>compared</dt><dd>").text(&comparison).raw("</dd></div>\n");
    }
    if let Some(stop) = growth.stopped {
        html.raw("<div><dt>range</dt><dd>").text(&stopped(stop)).raw("</dd></div>\n");
    }
    html.raw("</dl>\n");
}

/// The curve of the reference.
fn reference(growth: &GrowthGrade) -> &[GrowthPoint] {
    growth.reference.as_ref().map_or(&[], |reference| &reference.points)
}

/// One axis: the powers of two it begins and ends at, in fixed point.
struct Axis {
    from: u64,
    span: u64,
    long: u64,
}

impl Axis {
    fn over(values: impl Iterator<Item = u64>, long: u64) -> Option<Self> {
        let (from, to) = values
            .map(|value| log2(value.max(1)) >> BITS)
            .fold((u64::MAX, 0), |(from, to), power| (from.min(power), to.max(power + 1)));
        (from < to).then_some(Self { from, span: to - from, long })
    }

    /// Where a value lies, from the beginning.
    fn at(&self, value: u64) -> u64 {
        let ends = (self.from << BITS, (self.from + self.span) << BITS);
        along(value, ends, self.long).unwrap_or(self.long).min(self.long)
    }

    /// The values that are labelled.
    fn labels(&self) -> Vec<u64> {
        let step = usize::try_from(self.span.div_ceil(LABELS)).unwrap_or(1).max(1);
        (self.from..=self.from + self.span)
            .step_by(step)
            .filter_map(|power| 1_u64.checked_shl(u32::try_from(power).ok()?))
            .collect()
    }
}

fn chart(
    html: &mut Html,
    growth: &GrowthGrade,
    name: &'static str,
    (class, measure): (&str, fn(&GrowthPoint) -> u64),
    amount: fn(u64) -> String,
) {
    let all = || growth.points.iter().chain(reference(growth));
    let across = Axis::over(all().map(|point| point.size), WIDTH);
    let up = Axis::over(all().map(measure), HEIGHT);
    let (Some(across), Some(up)) = (across, up) else { return };
    let (width, floor) = (LEFT + WIDTH + 16, TOP + HEIGHT);
    html.raw("<figure>\n<figcaption><strong>").raw(name).raw("</strong> <span class=\"soft\">against n: ").text(class);
    html.raw("; both axes are logarithmic").raw(if reference(growth).is_empty() {
        ""
    } else {
        ", the reference is dashed"
    });
    html.raw("</span></figcaption>\n").region(&format!("{name} against the size"));
    html.raw("<svg class=\"chart\" role=\"img\" width=\"").show(width).raw("\" height=\"");
    html.show(floor + FOOT).raw("\" viewBox=\"0 0 ").show(width).raw(" ").show(floor + FOOT).raw("\">\n<title>");
    html.raw(name).raw(" against the size of the input</title>\n<desc>");
    for (who, points) in [("The submission", growth.points.as_slice()), ("The reference", reference(growth))] {
        if let Some((first, last)) = points.first().zip(points.last()) {
            let end = |point: &GrowthPoint| format!("{} at n = {}", amount(measure(point)), grouped(point.size));
            html.raw(who).raw(": from ").text(&end(first)).raw(" to ").text(&end(last)).raw(". ");
        }
    }
    html.raw("The class found is ").text(class).raw(". The table below has every size.</desc>\n");
    for value in up.labels() {
        let y = floor - up.at(value);
        html.raw("<line class=\"grid\" x1=\"").show(LEFT).raw("\" x2=\"").show(LEFT + WIDTH).raw("\" y1=\"").show(y);
        html.raw("\" y2=\"").show(y).raw("\"/><text class=\"axis\" x=\"").show(LEFT - 6).raw("\" y=\"").show(y + 4);
        html.raw("\">").text(&amount(value)).raw("</text>\n");
    }
    for value in across.labels() {
        html.raw("<text class=\"tick\" text-anchor=\"middle\" x=\"").show(LEFT + across.at(value)).raw("\" y=\"");
        html.show(floor + 18).raw("\">").text(&grouped_short(value)).raw("</text>\n");
    }
    let place = |point: &GrowthPoint| (LEFT + across.at(point.size), floor - up.at(measure(point)));
    line(html, "curve reference", reference(growth).iter().map(place));
    line(html, "curve", growth.points.iter().map(place));
    for point in &growth.points {
        let (x, y) = place(point);
        html.raw("<circle class=\"point\" r=\"3\" cx=\"").show(x).raw("\" cy=\"").show(y).raw("\"><title>n = ");
        html.text(&grouped(point.size)).raw(": ").text(&grouped(measure(point))).raw("</title></circle>\n");
    }
    html.raw("</svg>\n").end_region().raw("</figure>\n");
}

fn line(html: &mut Html, class: &'static str, places: impl Iterator<Item = (u64, u64)>) {
    html.raw("<polyline class=\"").raw(class).raw("\" points=\"");
    for (x, y) in places {
        html.show(x).raw(",").show(y).raw(" ");
    }
    html.raw("\"/>\n");
}

fn table(html: &mut Html, growth: &GrowthGrade) {
    let reference = reference(growth);
    let mut sizes: Vec<u64> = growth.points.iter().chain(reference).map(|point| point.size).collect();
    sizes.sort_unstable();
    sizes.dedup();
    html.raw("<details><summary>Size by size</summary>\n").region("Growth");
    html.raw("<table>\n<thead><tr><th scope=\"col\" class=\"n\">n</th><th scope=\"col\" class=\"n\">Cost");
    html.raw("</th><th scope=\"col\" class=\"n\">Memory</th>");
    if !reference.is_empty() {
        html.raw("<th scope=\"col\" class=\"n\">Reference’s cost</th><th scope=\"col\" class=\"n\">Its memory</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for n in sizes {
        html.raw("<tr><th scope=\"row\" class=\"n\">").text(&grouped(n)).raw("</th>");
        cells(html, &growth.points, n);
        if !reference.is_empty() {
            cells(html, reference, n);
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n").end_region().raw("</details>\n");
}

fn cells(html: &mut Html, points: &[GrowthPoint], n: u64) {
    match points.iter().find(|point| point.size == n) {
        Some(point) => {
            html.raw("<td class=\"n\">").text(&grouped(point.cost)).raw("</td><td class=\"n\">");
            html.text(&size(point.memory_bytes)).raw("</td>");
        }
        None => {
            html.raw("<td class=\"n soft\">–</td><td class=\"n soft\">–</td>");
        }
    }
}

/// A number in few characters, to two digits at least: `512`, `4.2 M`, `268 M`.
fn grouped_short(value: u64) -> String {
    let (unit, name) = match value {
        0..10_000 => return value.to_string(),
        10_000..1_000_000 => (1000, "k"),
        1_000_000..1_000_000_000 => (1_000_000, "M"),
        1_000_000_000..1_000_000_000_000 => (1_000_000_000, "G"),
        _ => (1_000_000_000_000, "T"),
    };
    let tenths = value / (unit / 10);
    if tenths < 100 {
        format!("{}.{} {name}", tenths / 10, tenths % 10)
    } else {
        format!("{} {name}", grouped(value / unit))
    }
}
