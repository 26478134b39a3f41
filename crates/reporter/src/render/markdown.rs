//! The report as GitHub-flavoured Markdown, short enough for a comment on a pull request.

use std::fmt::Write as _;

use super::amount::{count, percent, share_milli, short_hashes, size, time};
use super::cells::cells;
use super::escape::{code_cell, code_span, fenced, prose, visible_lines};
use super::growth::{comparison, facts, stopped};
use super::outline::{calls, depth, failing, hidden_cases, is_measured, lists, score_split};
use super::tiers;
use crate::{CaseGrade, Diff, Excerpt, Grade, Side};

const DETAILED: usize = 5;
const LINES: usize = 30;

/// The whole comment.
pub(super) fn render(grade: &Grade) -> String {
    let mut out = String::new();
    header(&mut out, grade);
    groups(&mut out, grade);
    compiling(&mut out, grade);
    details(&mut out, grade);
    cases(&mut out, grade);
    growth(&mut out, grade);
    if let Some(tiers) = &grade.tiers {
        let (words, caption) = (prose(&tiers::words(tiers)), prose(&tiers::caption(tiers)));
        let _ = writeln!(out, "#### Between the challenge's own solutions\n\n{words}: {caption}.\n");
    }
    let receipt = &grade.receipt;
    let line = format!(
        "challenge {} · submission {} · pack {} · {} · settings {}",
        receipt.challenge, receipt.submission, receipt.pack, receipt.engine, receipt.settings
    );
    let _ = writeln!(out, "Receipt: {}", code_span(&short_hashes(&line)));
    out
}

fn header(out: &mut String, grade: &Grade) {
    let (verdict, score) = (grade.verdict, &grade.score);
    let title = prose(&grade.challenge.title);
    let _ = writeln!(out, "### {title}: {verdict} {}, {} of {} points\n", verdict.meaning(), score.points, score.max);
    let mut facts = vec![code_span(&grade.submission.name), prose(&grade.language)];
    facts.extend(score_split(score));
    let (accepted, cases) = hidden_cases(grade);
    if cases > 0 {
        facts.push(format!("{accepted} of {} accepted", count(cases, "hidden case", "hidden cases")));
    }
    let _ = writeln!(out, "{}\n", facts.join(" · "));
}

fn groups(out: &mut String, grade: &Grade) {
    if grade.groups.is_empty() {
        return;
    }
    out.push_str("| Group | Verdict | Cases | Points |\n| :-- | :-- | --: | --: |\n");
    for group in &grade.groups {
        let indent = "&emsp;".repeat(depth(group));
        let points = if group.sample { "–".to_owned() } else { format!("{}/{}", group.points, group.max) };
        let (title, verdict) = (prose(&group.title), group.verdict);
        let _ = writeln!(out, "| {indent}{title} | {verdict} | {}/{} | {points} |", group.accepted, group.cases);
    }
    out.push('\n');
}

fn compiling(out: &mut String, grade: &Grade) {
    let Some(compile) = grade.compile.as_ref().filter(|compile| !compile.ok) else { return };
    let _ = writeln!(out, "#### It does not compile\n\n{}", block("text", &compile.message));
}

fn details(out: &mut String, grade: &Grade) {
    let failing = failing(grade);
    for case in failing.iter().take(DETAILED) {
        describe(out, case);
    }
    if let Some(more) = failing.len().checked_sub(DETAILED).filter(|more| *more > 0) {
        let more = count(more as u64, "more case that failed is", "more cases that failed are");
        let _ = writeln!(out, "{more} not shown in detail.\n");
    }
}

fn describe(out: &mut String, case: &CaseGrade) {
    let _ = writeln!(out, "#### {} {}\n", case.verdict, code_span(&case.id));
    if !case.message.is_empty() {
        let _ = writeln!(out, "{}\n", code_span(&case.message));
    }
    if let Some(hint) = &case.hint {
        let _ = writeln!(out, "**Hint:** {}\n", prose(hint));
    }
    let Some(detail) = &case.detail else { return };
    for text in [&detail.judge_message, &detail.team_message].into_iter().flatten() {
        let _ = writeln!(out, "The checker: {}\n", code_span(text.trim_end()));
    }
    if let Some(diff) = &detail.diff {
        let _ = writeln!(out, "{}", difference(diff));
    }
    for (caption, steps) in detail.trace.iter().flat_map(lists) {
        let lines = calls(steps).into_iter().map(|(agrees, line)| format!("{} {line}", if agrees { ' ' } else { '✗' }));
        let _ = writeln!(out, "{}:\n\n{}", code_span(&caption), block("text", &lines.collect::<Vec<_>>().join("\n")));
    }
    excerpt(out, "Input", &detail.input);
    excerpt(out, "Standard error", &detail.stderr);
}

fn difference(diff: &Diff) -> String {
    let lines = diff.lines.iter().take(LINES).map(|line| {
        let sign = match line.side {
            Side::Both => ' ',
            Side::Expected => '-',
            Side::Actual => '+',
        };
        let text: String = cells(line).into_iter().map(|cell| cell.text).collect();
        format!("{sign}{text}")
    });
    let more = (diff.cut || diff.lines.len() > LINES).then(|| "@@ there is more that is not shown @@".to_owned());
    fenced("diff", lines.chain(more))
}

fn excerpt(out: &mut String, name: &str, excerpt: &Excerpt) {
    if excerpt.bytes == 0 {
        return;
    }
    let caption = super::outline::caption(name, excerpt);
    let _ = writeln!(out, "<details><summary>{caption}</summary>\n\n{}\n</details>\n", block("text", &excerpt.text));
}

fn block(info: &'static str, text: &str) -> String {
    let total = visible_lines(text).count();
    let more = total.checked_sub(LINES).filter(|more| *more > 0).map(|more| format!("… {more} more lines"));
    fenced(info, visible_lines(text).take(LINES).chain(more))
}

fn growth(out: &mut String, grade: &Grade) {
    let Some(growth) = &grade.growth else { return };
    out.push_str("#### Growth\n\n");
    for (name, class, support) in facts(growth) {
        let _ = writeln!(out, "- {name}: **{}** ({})", class, prose(&support));
    }
    for line in comparison(growth).into_iter().chain(growth.stopped.map(stopped)) {
        let _ = writeln!(out, "- {}", prose(&line));
    }
    out.push('\n');
}

fn cases(out: &mut String, grade: &Grade) {
    if grade.cases.is_empty() {
        return;
    }
    let _ = writeln!(out, "<details><summary>All {}</summary>\n", count(grade.cases.len() as u64, "case", "cases"));
    out.push_str("| Case | Verdict | Points | Time | of limit | Memory | |\n");
    out.push_str("| :-- | :-- | --: | --: | --: | --: | :-- |\n");
    for case in &grade.cases {
        let points = if case.max.milli() == 0 { "–".to_owned() } else { format!("{}/{}", case.points, case.max) };
        let used = |text: String| if is_measured(case) { text } else { "–".to_owned() };
        let _ = writeln!(
            out,
            "| {} | {} | {points} | {} | {} | {} | {} |",
            code_cell(&case.id),
            case.verdict,
            used(time(case.time_ms)),
            used(percent(share_milli(case.cost, grade.limits.cost))),
            used(size(case.memory_bytes)),
            code_cell(&case.message)
        );
    }
    out.push_str("\n</details>\n\n");
}
