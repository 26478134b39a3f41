//! The report for a terminal: what was earned, where the points went, and why the first failures failed.

use assay_challenge::Verdict;

use super::amount::{count, percent, share_milli, short_hashes, size, time};
use super::growth::{comparison, facts, stopped};
use super::outline::{branches, failing, hidden_cases, is_measured, score_split};
use super::paper::{Paper, Tone, columns, left, right};
use super::{RenderOptions, escape, profile, text_case, tiers};
use crate::{Audience, CaseGrade, Grade, GroupGrade};

const DETAILED: usize = 5;
const COMPILER_LINES: usize = 40;

/// The whole report.
pub(super) fn render(grade: &Grade, options: &RenderOptions) -> String {
    let mut paper = Paper::new(options);
    header(&mut paper, grade);
    compiling(&mut paper, grade);
    // Where nothing could run, a list of what did not run says nothing.
    if grade.verdict != Verdict::CE {
        groups(&mut paper, &grade.groups);
        cases(&mut paper, grade);
        growth(&mut paper, grade);
        if let Some(tiers) = &grade.tiers {
            paper.heading("Between the challenge's own solutions");
            paper.wrapped("", Tone::Soft, &tiers::caption(tiers));
            let width = paper.width().saturating_sub(4).min(60);
            paper.line(&[(Tone::Plain, &format!("  {}", tiers::line(tiers, width)))]);
            paper.wrapped("  ", Tone::Plain, &tiers::words(tiers));
        }
        details(&mut paper, grade);
        if let Some(found) = &grade.profile {
            paper.heading("Where the cost went");
            profile::table(&mut paper, found);
        }
    }
    receipt(&mut paper, grade);
    paper.finish()
}

fn header(paper: &mut Paper, grade: &Grade) {
    paper.line(&[(Tone::Strong, &grade.challenge.title), (Tone::Soft, &format!("  {}", grade.challenge.id))]);
    let submission = &grade.submission;
    let copy = if grade.audience == Audience::Candidate { " · the candidate's copy" } else { "" };
    let line = format!("{} · {} · {}{copy}", submission.name, grade.language, size(submission.bytes));
    paper.line(&[(Tone::Soft, &line)]);
    paper.blank();

    let verdict = format!("{}  {}", grade.verdict, grade.verdict.meaning());
    if is_scored(grade) {
        let points = format!("{} of {} points", grade.score.points, grade.score.max);
        let gap = " ".repeat(paper.width().saturating_sub(columns(&verdict) + columns(&points)).max(1));
        paper.line(&[(grade.verdict.into(), &verdict), (Tone::Plain, &gap), (Tone::Strong, &points)]);
        bar(paper, grade);
    } else {
        paper.line(&[(grade.verdict.into(), &verdict)]);
    }
    if let Some(split) = score_split(&grade.score) {
        paper.line(&[(Tone::Plain, &split)]);
    }
    let (accepted, cases) = hidden_cases(grade);
    if cases > 0 {
        paper
            .line(&[(Tone::Plain, &format!("{accepted} of {} accepted", count(cases, "hidden case", "hidden cases")))]);
    }
    let limits = &grade.limits;
    let allowed = format!(
        "each case may use {} of virtual time, {} of memory, {} of output",
        time(limits.time_ms),
        size(limits.memory_bytes),
        size(limits.output_bytes)
    );
    paper.wrapped("", Tone::Soft, &allowed);
}

/// Whether there is anything to be earned; a run of the samples alone earns nothing.
fn is_scored(grade: &Grade) -> bool {
    grade.score.max.milli() > 0
}

fn bar(paper: &mut Paper, grade: &Grade) {
    let width = paper.width();
    let share = share_milli(grade.score.points.milli(), grade.score.max.milli()).min(1000);
    // Full only when all points are earned, as the share is rounded up.
    let full = usize::try_from(share).unwrap_or(0) * width / 1000;
    let full = if grade.score.points < grade.score.max { full.min(width - 1) } else { full };
    paper.line(&[(Tone::Good, &"█".repeat(full)), (Tone::Soft, &"░".repeat(width - full))]);
}

fn groups(paper: &mut Paper, groups: &[GroupGrade]) {
    if groups.is_empty() {
        return;
    }
    paper.heading("Groups");
    let names: Vec<String> =
        branches(groups).iter().zip(groups).map(|(branch, group)| format!("{branch}{}", group.title)).collect();
    let room = paper.width().saturating_sub(38);
    let width = names.iter().map(|name| columns(name)).max().unwrap_or(0).min(room);
    for (group, name) in groups.iter().zip(&names) {
        let points = if group.sample { "not scored".to_owned() } else { format!("{}/{}", group.points, group.max) };
        paper.line(&[
            (Tone::Plain, &format!("  {}  ", left(name, width))),
            (group.verdict.into(), &left(group.verdict.word(), 3)),
            (Tone::Plain, &right(&format!("{}/{}", group.accepted, group.cases), 10)),
            (Tone::Soft, " cases  "),
            (Tone::Plain, &right(&points, 11)),
        ]);
    }
}

fn cases(paper: &mut Paper, grade: &Grade) {
    if grade.cases.is_empty() {
        return;
    }
    let points: Vec<String> = grade.cases.iter().map(points).collect();
    let points_width = points.iter().map(|text| columns(text)).max().unwrap_or(0).clamp(6, 16);
    let room = paper.width().saturating_sub(41 + points_width).max(8);
    let width = grade.cases.iter().map(|case| columns(&case.id)).max().unwrap_or(0).min(room).max(4);
    paper.heading("Cases");
    let head =
        format!("  {}       {}        time of limit     memory", left("case", width), right("points", points_width));
    paper.line(&[(Tone::Soft, &head)]);
    for (case, points) in grade.cases.iter().zip(&points) {
        let ran = is_measured(case);
        let used = |text: String| if ran { text } else { "-".to_owned() };
        let numbers = format!(
            "{}  {}{}{}",
            right(points, points_width),
            right(&used(time(case.time_ms)), 10),
            right(&used(percent(share_milli(case.cost, grade.limits.cost))), 9),
            right(&used(size(case.memory_bytes)), 11),
        );
        paper.line(&[
            (Tone::Plain, &format!("  {}  ", end_of(&case.id, width))),
            (case.verdict.into(), &left(case.verdict.word(), 3)),
            (Tone::Plain, &format!("  {numbers}")),
        ]);
        if !case.message.is_empty() && case.verdict != Verdict::SK {
            paper.wrapped("      ", Tone::Soft, &case.message);
        }
    }
}

fn points(case: &CaseGrade) -> String {
    if case.max.milli() == 0 { "-".to_owned() } else { format!("{}/{}", case.points, case.max) }
}

/// A case's name to fit: its end says more than its beginning.
fn end_of(id: &str, width: usize) -> String {
    let id = escape::visible(id);
    let mut from = 0;
    while columns(&id[from..]) + usize::from(from > 0) > width {
        from += id[from..].chars().next().map_or(1, char::len_utf8);
    }
    left(&format!("{}{}", if from > 0 { "…" } else { "" }, &id[from..]), width)
}

fn growth(paper: &mut Paper, grade: &Grade) {
    let Some(growth) = &grade.growth else { return };
    paper.heading("Growth");
    for (name, class, support) in facts(growth) {
        paper.wrapped(&format!("  {}", left(name, 10)), Tone::Plain, &format!("{class}: {support}"));
    }
    if let Some(comparison) = comparison(growth) {
        paper.wrapped("  compared  ", Tone::Plain, &comparison);
    }
    if let Some(stop) = growth.stopped {
        paper.wrapped("  range     ", Tone::Plain, &stopped(stop));
    }
}

fn compiling(paper: &mut Paper, grade: &Grade) {
    let Some(compile) = &grade.compile else { return };
    if compile.ok && compile.message.trim().is_empty() {
        return;
    }
    paper.heading(if compile.ok { "The compiler's warnings" } else { "It does not compile" });
    text_case::block(paper, &compile.message, COMPILER_LINES);
}

fn details(paper: &mut Paper, grade: &Grade) {
    let failing = failing(grade);
    for case in failing.iter().take(DETAILED) {
        text_case::render(paper, case);
    }
    if let Some(more) = failing.len().checked_sub(DETAILED).filter(|more| *more > 0) {
        paper.blank();
        let more = count(more as u64, "more case that failed is not shown", "more cases that failed are not shown");
        paper.line(&[(Tone::Soft, &more)]);
    }
}

fn receipt(paper: &mut Paper, grade: &Grade) {
    if !is_scored(grade) {
        return;
    }
    let receipt = &grade.receipt;
    let mut parts = vec![
        format!("challenge {}", receipt.challenge),
        format!("submission {}", receipt.submission),
        format!("pack {}", receipt.pack),
    ];
    parts.extend(receipt.other_packs.iter().map(|pack| format!("with {pack}")));
    parts.push(receipt.engine.clone());
    parts.push(format!("settings {}", receipt.settings));
    paper.blank();
    paper.wrapped("receipt  ", Tone::Soft, &short_hashes(&parts.join(" · ")));
}

#[cfg(test)]
mod tests {
    use crate::{Format, RenderOptions, render, sample};

    const EXPECTED: &str = r"Token-bucket rate limiter  token-bucket
solution.py · python · 1.3 KiB

WA  wrong answer                                                75 of 100 points
████████████████████████████████████████████████████████████░░░░░░░░░░░░░░░░░░░░
correctness 60/80 · efficiency 15/20 (2.3x the reference)
2 of 6 hidden cases accepted
each case may use 2.00 s of virtual time, 256 MiB of memory, 8 MiB of output

Groups
  Samples        AC        1/1 cases   not scored
  Hidden cases   WA        2/6 cases        60/80
  ├─ Basics      AC        1/1 cases        30/30
  └─ Edge cases  WA        0/1 cases         0/30

Cases
  case                      points        time of limit     memory
  sample/01-tiny       AC        -       12 ms      1 %     12 MiB
  secret/basic/01-one  AC    30/30       14 ms      1 %     12 MiB
  secret/edge/01-ties  WA     0/30      240 ms     12 %     12 MiB
      line 2, token 3: expected 3, got 4

Between the challenge's own solutions
its cost on the 2 hidden cases it got right, beside the challenge's own
solutions
  ┼──────────────────────────●───────────────────────────────┼
  2.4x best, at most 0.4x brute force

── secret/edge/01-ties ───────────────────────────────────────── WA wrong answer
  line 2, token 3: expected 3, got 4
  hint: What if two events happen at once?

  first difference at line 2, token 3; - expected, + output
  1 1 │   allow 1
  2   │ - allow 2 3
      │           ^
    2 │ + allow 2 4··
      │           ^^^
  … there is more that is not shown

  input, 10 bytes
  │ 3 1
  │ 1 2 3

Where the cost went
secret/large/01-even (AC): 1.43 s, 14 300 000 000 units, of which 98 % by lines
of the submission
     own  with calls
    91 %        91 %  solution.py:2 refill
     7 %        98 %  solution.py:4

receipt  challenge 111111111111 · submission abababababab · pack python
         222222222222 · with c 333333333333 · assay 0.1.0, wasmtime 48.0.8 ·
         settings 444444444444
";

    const GROWTH: &str = "  cost      n²: off by 0.0 %, n³ by 30.1 %; 8 sizes from 32 to 4 096
  memory    n: off by 0.0 %, n² by 8.1 %; 8 sizes from 32 to 4 096
  compared  n², reference n (python, submissions/accepted/solution.py); they
            part at n ≈ 100
  range     stopped at n = 8 192: TLE time limit exceeded";

    #[test]
    fn a_run_without_points_to_earn_shows_neither_points_nor_receipt() {
        let mut grade = sample::grade();
        (grade.score.points, grade.score.max) = (crate::Points::ZERO, crate::Points::ZERO);
        let text = render(&grade, Format::Text, &RenderOptions::default());
        assert!(text.contains("\nWA  wrong answer\n"), "{text}");
        assert!(!text.contains(" points\n") && !text.contains('█') && !text.contains("receipt"), "{text}");
    }

    #[test]
    fn a_small_grade_reads_exactly_like_this() {
        let mut grade = sample::grade();
        grade.cases.truncate(3);
        grade.groups.truncate(4);
        (grade.compile, grade.growth) = (None, None);
        let text = render(&grade, Format::Text, &RenderOptions::default());
        assert_eq!(text, EXPECTED, "\n{text}");
    }

    #[test]
    fn growth_reads_exactly_like_this() {
        let text = render(&sample::grade(), Format::Text, &RenderOptions::default());
        let growth = text.split("\nGrowth\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
        assert_eq!(growth, GROWTH, "\n{growth}");
    }

    #[test]
    fn failures_beyond_the_first_five_are_counted() {
        let mut grade = sample::grade();
        grade.cases = vec![grade.cases[2].clone(); 7];
        let text = render(&grade, Format::Text, &RenderOptions::default());
        assert_eq!(text.matches("What if two events").count(), 5);
        assert!(text.contains("\n2 more cases that failed are not shown\n"), "{text}");
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let plain = render(&sample::grade(), Format::Text, &RenderOptions::default());
        let colour = render(&sample::grade(), Format::Text, &RenderOptions { colour: true, width: 80 });
        let bare = regex::Regex::new("\x1b\\[[0-9;]*m").expect("a pattern").replace_all(&colour, "").into_owned();
        let trimmed: Vec<&str> = bare.lines().map(str::trim_end).collect();
        assert_eq!(trimmed, plain.lines().collect::<Vec<_>>());
        assert_ne!(plain, colour);
    }
}
