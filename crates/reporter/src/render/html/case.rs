//! One case in full: why, the difference side by side, and what went in and came out.

use super::super::outline::{self, caption, end_words, has_more, lists, says};
use super::{Html, diff, verdict_badge};
use crate::{CaseDetail, CaseGrade, Excerpt, Grade, Trace};

const OPEN: usize = 3;

/// Writes every case of which more is known than its line in the table; the first that failed are open.
pub(super) fn render_all(html: &mut Html, grade: &Grade) {
    let mut known = grade.cases.iter().enumerate().filter(|(_, case)| has_more(case)).peekable();
    if known.peek().is_none() {
        return;
    }
    html.raw("<section>\n<h2>Case by case</h2>\n");
    let mut failed = 0;
    for (place, case) in known {
        let open = case.verdict.is_failure() && failed < OPEN;
        failed += usize::from(open);
        html.raw(if open { "<details open=\"\">" } else { "<details>" }).raw("<summary>");
        verdict_badge(html, case.verdict);
        html.raw(" <span class=\"mono\">").text(&case.id).raw("</span></summary>\n<div class=\"case\" id=\"case-");
        html.show(place + 1).raw("\">\n");
        describe(html, case);
        html.raw("</div>\n</details>\n");
    }
    html.raw("</section>\n");
}

/// Writes why it has its verdict, and what went in and came out.
pub(super) fn describe(html: &mut Html, case: &CaseGrade) {
    if !case.message.is_empty() {
        html.raw("<p class=\"message\">").text(&case.message).raw("</p>\n");
    }
    if let Some(hint) = &case.hint {
        html.raw("<p class=\"hint\"><strong>Hint</strong> ").text(hint).raw("</p>\n");
    }
    let Some(detail) = &case.detail else { return };
    checker(html, "The checker to the setter", detail.judge_message.as_deref());
    checker(html, "The checker to the candidate", detail.team_message.as_deref());
    end(html, detail, &case.message);
    if let Some(difference) = &detail.diff {
        diff::render(html, difference);
    }
    if let Some(trace) = &detail.trace {
        calls(html, trace);
    }
    html.raw("<div class=\"streams\">\n");
    excerpt(html, "Input", &detail.input);
    if let (None, Some(expected), None) = (&detail.diff, &detail.expected, &detail.trace) {
        excerpt(html, "Expected answer", expected);
    }
    if detail.diff.is_none() {
        excerpt(html, "Standard output", &detail.stdout);
    }
    excerpt(html, "Standard error", &detail.stderr);
    html.raw("</div>\n");
}

fn calls(html: &mut Html, trace: &Trace) {
    for (caption, steps) in lists(trace) {
        html.raw("<h3>").text(&caption).raw("</h3>\n<ul class=\"calls mono\">\n");
        for (agrees, line) in outline::calls(steps) {
            html.raw(if agrees { "<li>" } else { "<li class=\"wrong\"><span aria-label=\"wrong\">✗</span> " });
            html.text(&line).raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
}

fn checker(html: &mut Html, name: &'static str, said: Option<&str>) {
    if let Some(text) = said {
        html.raw("<h3>").raw(name).raw("</h3>\n<pre tabindex=\"0\">").lines(text).raw("</pre>\n");
    }
}

fn end(html: &mut Html, detail: &CaseDetail, message: &str) {
    let Some((words, backtrace)) = end_words(&detail.end) else { return };
    if !says(message, &detail.end) {
        html.raw("<p>The run ").text(&words).raw(".</p>\n");
    }
    if !backtrace.is_empty() {
        html.raw("<ol class=\"trace mono\" aria-label=\"Functions, innermost first\">\n");
        for frame in backtrace {
            html.raw("<li>").text(frame).raw("</li>\n");
        }
        html.raw("</ol>\n");
    }
}

fn excerpt(html: &mut Html, name: &str, excerpt: &Excerpt) {
    if excerpt.bytes == 0 && excerpt.text.is_empty() {
        return;
    }
    html.raw("<figure><figcaption>").text(&caption(name, excerpt)).raw("</figcaption>\n<pre tabindex=\"0\">");
    html.lines(&excerpt.text).raw("</pre></figure>\n");
}
