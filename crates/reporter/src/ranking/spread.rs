//! How a submission's cost spreads over its cases: a box plot on the logarithmic scale all submissions share.

use super::{Place, Ranking};
use crate::efficiency::{along, log2};
use crate::render::{Html, grouped};

/// Width and height of one drawing.
const WIDTH: u64 = 220;
const HEIGHT: u64 = 16;

/// Room at both ends, so that a mark at the end is seen whole.
const MARGIN: u64 = 3;

/// The costs from the least to the most of all cases of all submissions.
pub(super) struct Scale {
    least: u64,
    most: u64,
}

/// The least cost, three quartiles, and the most.
type Five = [u64; 5];

impl Scale {
    /// `None` if no cost is known.
    pub(super) fn of(ranking: &Ranking) -> Option<Self> {
        let costs = || ranking.places.iter().flat_map(costs);
        Some(Self { least: costs().min()?, most: costs().max()? })
    }

    /// Where a cost lies, from the left.
    fn at(&self, cost: u64) -> u64 {
        let ends = (log2(self.least), log2(self.most));
        MARGIN + along(cost, ends, WIDTH - 2 * MARGIN).unwrap_or(0)
    }
}

fn costs(place: &Place) -> impl Iterator<Item = u64> {
    place.runs.iter().filter(|run| run.measured && !run.sample && run.cost > 0).map(|run| run.cost)
}

fn five(place: &Place) -> Option<(usize, Five)> {
    let mut all: Vec<u64> = costs(place).collect();
    all.sort_unstable();
    let last = all.len().checked_sub(1)?;
    Some((all.len(), [0, 1, 2, 3, 4].map(|quarter| all[last * quarter / 4])))
}

/// Writes the drawing of one submission; nothing where no cost is known.
pub(super) fn render(html: &mut Html, place: &Place, scale: &Scale) {
    let Some((cases, five)) = five(place) else {
        html.raw("<span class=\"soft\">–</span>");
        return;
    };
    let [least, low, middle, high, most] = five.map(|cost| scale.at(cost));
    html.raw("<svg class=\"spread\" role=\"img\" width=\"").show(WIDTH).raw("\" height=\"").show(HEIGHT);
    html.raw("\"><title>").show(cases).raw(if cases == 1 { " case" } else { " cases" });
    for (word, cost) in
        [" from ", ", a quarter to ", ", half to ", ", three quarters to ", ", all to "].iter().zip(five)
    {
        html.raw(word).text(&grouped(cost));
    }
    html.raw("</title><path d=\"M").show(least).raw(" 8H").show(most).raw("\"/><rect x=\"").show(low);
    html.raw("\" y=\"3\" width=\"").show((high - low).max(1)).raw("\" height=\"10\"/><path class=\"middle\" d=\"M");
    html.show(middle).raw(" 1V15\"/></svg>");
}

/// Writes how the drawings are to be read.
pub(super) fn legend(html: &mut Html, scale: &Scale) {
    html.raw("<p class=\"soft legend\">The cost of a hidden case, on a logarithmic scale from ");
    html.text(&grouped(scale.least)).raw(" to ").text(&grouped(scale.most));
    html.raw(" units: the line spans all cases, the box the middle half, and the bar is the median.</p>\n");
}
