//! Expected answer and output side by side, line by line, with the differing stretches marked.

use super::super::cells::{cells, is_marked, rows, runs};
use super::Html;
use crate::{Diff, DiffLine, Side};

/// Writes the difference.
pub(super) fn render(html: &mut Html, diff: &Diff) {
    html.raw("<p class=\"soft\">First difference at ").text(&diff.first).raw(".</p>\n");
    html.region("Difference");
    html.raw("<table class=\"diff\">\n<colgroup><col class=\"no\"/><col/><col class=\"no\"/><col/></colgroup>\n");
    html.raw("<thead><tr><th scope=\"col\" colspan=\"2\">Expected</th><th scope=\"col\" colspan=\"2\">Output</th></tr></thead>\n<tbody>\n");
    for (expected, actual) in rows(diff) {
        html.raw("<tr>");
        side(html, expected, expected.and_then(|line| line.expected_line), "−");
        side(html, actual, actual.and_then(|line| line.actual_line), "+");
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n").end_region();
    if diff.cut {
        html.raw("<p class=\"soft\">There is more that is not shown.</p>\n");
    }
}

fn side(html: &mut Html, line: Option<&DiffLine>, number: Option<u64>, sign: &'static str) {
    let Some(line) = line else {
        html.raw("<td class=\"no\"></td><td class=\"void\"></td>");
        return;
    };
    html.raw("<td class=\"no\">");
    if let Some(number) = number {
        html.show(number);
    }
    let (class, sign) = match line.side {
        Side::Both => ("same", " "),
        Side::Expected => ("want", sign),
        Side::Actual => ("got", sign),
    };
    html.raw("</td><td class=\"").raw(class).raw("\"><span class=\"sign\">").raw(sign).raw("</span>");
    let cells = cells(line);
    let marked = is_marked(&cells) && line.side != Side::Both;
    for (text, differs) in runs(&cells) {
        if differs && marked {
            html.raw("<mark>").text(&text).raw("</mark>");
        } else {
            html.text(&text);
        }
    }
    html.raw("</td>");
}
