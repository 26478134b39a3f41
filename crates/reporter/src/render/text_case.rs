//! One failed case in text: the message, the difference, and what went in and came out.

use super::cells::{Cell, cells, is_marked, runs, window};
use super::escape::visible_lines;
use super::outline::{self, caption, end_words, lists, says};
use super::paper::{Paper, Tone, columns};
use crate::{CaseDetail, CaseGrade, Diff, DiffLine, Excerpt, Side, Trace};

const DIFF_LINES: usize = 24;
const EXCERPT_LINES: usize = 8;
const FRAMES: usize = 8;

/// Writes the case.
pub(super) fn render(paper: &mut Paper, case: &CaseGrade) {
    paper.blank();
    let verdict = format!(" {} {}", case.verdict, case.verdict.meaning());
    let room = paper.width().saturating_sub(columns(&verdict) + 6);
    let id = super::paper::cut(&case.id, room);
    let rule = "─".repeat(paper.width().saturating_sub(columns(&verdict) + columns(&id) + 4));
    paper.line(&[
        (Tone::Soft, "── "),
        (Tone::Strong, &id),
        (Tone::Soft, &format!(" {rule}")),
        (case.verdict.into(), &verdict),
    ]);
    if !case.message.is_empty() {
        paper.wrapped("  ", Tone::Plain, &case.message);
    }
    if let Some(hint) = &case.hint {
        paper.wrapped("  hint: ", Tone::Strong, hint);
    }
    if let Some(detail) = &case.detail {
        describe(paper, detail, &case.message);
    }
}

fn describe(paper: &mut Paper, detail: &CaseDetail, message: &str) {
    let said = [("  checker to setter: ", &detail.judge_message), ("  checker to candidate: ", &detail.team_message)];
    for (lead, text) in said {
        if let Some(text) = text {
            paper.wrapped(lead, Tone::Plain, text.trim_end());
        }
    }
    if let Some((words, backtrace)) = end_words(&detail.end) {
        if !says(message, &detail.end) {
            paper.wrapped("  the run: ", Tone::Plain, &words);
        }
        for frame in backtrace.iter().take(FRAMES) {
            paper.line(&[(Tone::Soft, "    in "), (Tone::Plain, frame)]);
        }
        more(paper, backtrace.len().saturating_sub(FRAMES), "frame");
    }
    if let Some(diff) = &detail.diff {
        difference(paper, diff);
    }
    match &detail.trace {
        Some(trace) => calls(paper, trace),
        None => excerpt(paper, "input", &detail.input),
    }
    if detail.diff.is_none() {
        excerpt(paper, "standard output", &detail.stdout);
    }
    excerpt(paper, "standard error", &detail.stderr);
}

fn calls(paper: &mut Paper, trace: &Trace) {
    for (caption, steps) in lists(trace) {
        paper.blank();
        paper.line(&[(Tone::Soft, &format!("  {caption}"))]);
        for (agrees, line) in outline::calls(steps) {
            let (mark, tone) = if agrees { ("  │ ", Tone::Soft) } else { ("  │ ✗ ", Tone::Bad) };
            paper.wrapped(mark, tone, &line);
        }
    }
}

fn difference(paper: &mut Paper, diff: &Diff) {
    paper.blank();
    paper.line(&[
        (Tone::Soft, "  first difference at "),
        (Tone::Plain, &diff.first),
        (Tone::Soft, "; - expected, + output"),
    ]);
    let numbers = diff.lines.iter().flat_map(|line| [line.expected_line, line.actual_line]).flatten();
    let digits = numbers.max().map_or(1, |number| number.to_string().len());
    for line in diff.lines.iter().take(DIFF_LINES) {
        diff_line(paper, line, digits);
    }
    let left_out = diff.lines.len().saturating_sub(DIFF_LINES);
    if left_out > 0 || diff.cut {
        paper.line(&[(Tone::Soft, "  … there is more that is not shown")]);
    }
}

fn diff_line(paper: &mut Paper, line: &DiffLine, digits: usize) {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    let (sign, tone, mark) = match line.side {
        Side::Both => (' ', Tone::Soft, Tone::Soft),
        Side::Expected => ('-', Tone::Good, Tone::GoodMark),
        Side::Actual => ('+', Tone::Bad, Tone::BadMark),
    };
    let (expected, actual) = (number(line.expected_line), number(line.actual_line));
    let lead = format!("  {expected:>digits$} {actual:>digits$} │ {sign} ");
    let cells = window(cells(line), paper.width().saturating_sub(columns(&lead)));
    let marked = is_marked(&cells) && line.side != Side::Both;
    let runs = runs(&cells);
    let mut stretches = vec![(if sign == ' ' { Tone::Soft } else { Tone::Plain }, lead.as_str())];
    stretches.extend(runs.iter().map(|(text, differs)| (if *differs && marked { mark } else { tone }, text.as_str())));
    paper.line(&stretches);
    if marked {
        let under = format!("  {:>digits$} {:>digits$} │   {}", "", "", carets(&cells));
        paper.line(&[(Tone::Soft, &under)]);
    }
}

fn carets(cells: &[Cell]) -> String {
    let under = |cell: &Cell| if cell.differs { "^" } else { " " }.repeat(columns(&cell.text));
    cells.iter().map(under).collect()
}

fn excerpt(paper: &mut Paper, name: &str, excerpt: &Excerpt) {
    if excerpt.bytes == 0 && excerpt.text.is_empty() {
        return;
    }
    paper.blank();
    paper.line(&[(Tone::Soft, &format!("  {}", caption(name, excerpt)))]);
    block(paper, &excerpt.text, EXCERPT_LINES);
}

/// Writes the first `most` lines of a text behind a bar, and how many there are besides.
pub(super) fn block(paper: &mut Paper, text: &str, most: usize) {
    let mut lines = visible_lines(text);
    for line in lines.by_ref().take(most) {
        paper.line(&[(Tone::Soft, "  │ "), (Tone::Plain, &line)]);
    }
    more(paper, lines.count(), "line");
}

fn more(paper: &mut Paper, number: usize, noun: &str) {
    if number > 0 {
        let plural = if number == 1 { "" } else { "s" };
        paper.line(&[(Tone::Soft, &format!("  … {number} more {noun}{plural}"))]);
    }
}
