//! The verification written down: the matrix of verdicts, the margin and the warnings.

use std::fmt::Write as _;

use super::{Margin, Reach, SolutionResult, Verification};
use crate::render::{
    Paper, Tone, code_cell, columns, hundredths, json, left, percent, prose, ratio, right, share_milli, size, time,
};
use crate::{Format, RenderOptions};

impl Verification {
    /// The verification as text, JSON or Markdown; every other format gets text.
    pub fn render(&self, format: Format, options: &RenderOptions) -> String {
        match format {
            Format::Json => json(self),
            Format::Markdown => markdown(self),
            _ => text(self, options),
        }
    }
}

fn text(verification: &Verification, options: &RenderOptions) -> String {
    let mut paper = Paper::new(options);
    let challenge = &verification.challenge;
    paper.line(&[(Tone::Strong, &challenge.title), (Tone::Soft, &format!("  {}", challenge.id))]);
    paper.blank();
    let room = paper.width().saturating_sub(52).max(12);
    let widest = verification.solutions.iter().map(|solution| columns(short(&solution.path))).max().unwrap_or(0);
    let width = widest.clamp(12, room.max(12));
    let head = format!(
        "  {}  must  earns{}{}{}",
        left("solution", width),
        right("points", 11),
        right("slowest of limit", 17),
        right("memory", 9)
    );
    paper.line(&[(Tone::Soft, &head)]);
    for solution in &verification.solutions {
        row(&mut paper, solution, width);
    }
    paper.blank();
    for (place, line) in growths(verification).iter().enumerate() {
        paper.wrapped(if place == 0 { "growth   " } else { "         " }, Tone::Plain, line);
    }
    if let Some(margin) = &verification.margin {
        for (place, line) in sentences(margin).iter().enumerate() {
            paper.wrapped(if place == 0 { "margin   " } else { "         " }, Tone::Plain, line);
        }
    }
    for warning in &verification.warnings {
        paper.wrapped("warning  ", Tone::Warn, warning);
    }
    let (tone, verdict) = conclusion(verification);
    paper.line(&[(tone, &verdict)]);
    paper.finish()
}

fn row(paper: &mut Paper, solution: &SolutionResult, width: usize) {
    let sign = if solution.as_expected { "  " } else { "! " };
    let numbers = format!(
        "{}{}{}{}",
        right(&format!("{}/{}", solution.points, solution.max), 11),
        right(&time(solution.worst_time_ms), 9),
        right(&percent(share_milli(solution.worst_cost, solution.cost_limit)), 8),
        right(&size(solution.peak_memory_bytes), 9),
    );
    paper.line(&[
        (Tone::Bad, sign),
        (Tone::Plain, &left(short(&solution.path), width)),
        (Tone::Plain, &format!("  {}  ", left(solution.expected.word(), 4))),
        (if solution.as_expected { Tone::Good } else { Tone::Bad }, &left(solution.earned.word(), 5)),
        (Tone::Plain, &numbers),
    ]);
    if let Some(failure) = solution.first_failure.as_ref().filter(|_| !solution.as_expected) {
        paper.wrapped("      ", Tone::Plain, failure);
    }
}

/// The solutions by how their cost grows, where that was measured.
fn growths(verification: &Verification) -> Vec<String> {
    let mut classes: Vec<(&str, Vec<&str>)> = Vec::new();
    for solution in &verification.solutions {
        let Some(class) = &solution.growth else { continue };
        match classes.iter_mut().find(|(known, _)| known == class) {
            Some((_, paths)) => paths.push(short(&solution.path)),
            None => classes.push((class, vec![short(&solution.path)])),
        }
    }
    classes.into_iter().map(|(class, paths)| format!("{class}: {}", paths.join(", "))).collect()
}

/// The path below `submissions/`.
fn short(path: &str) -> &str {
    path.strip_prefix("submissions/").unwrap_or(path)
}

fn sentences(margin: &Margin) -> Vec<String> {
    let right = &margin.slowest_right;
    let who = |reach: &Reach| format!("({}, {})", reach.language, short(&reach.path));
    let mut lines = vec![format!("slowest right {} of the limit {}", hundredths(right.share_milli), who(right))];
    lines.extend(margin.fastest_too_slow.as_ref().map(|slow| {
        // A run that was stopped at the limit shows only that it needs at least that much.
        let share = if slow.share_milli <= 1_010 { ">= 1.0x".to_owned() } else { ratio(slow.share_milli) };
        format!("fastest too-slow {share} the limit {}", who(slow))
    }));
    lines
}

fn conclusion(verification: &Verification) -> (Tone, String) {
    let all = verification.solutions.len();
    let wrong = verification.solutions.iter().filter(|solution| !solution.as_expected).count();
    match (all, wrong) {
        (0, _) => (Tone::Bad, "There are no solutions to verify the challenge with.".to_owned()),
        (1, 0) => (Tone::Good, "The one solution earns what it must.".to_owned()),
        (all, 0) => (Tone::Good, format!("All {all} solutions earn what they must.")),
        (all, 1) => (Tone::Bad, format!("1 of {all} solutions does not earn what it must.")),
        (all, wrong) => (Tone::Bad, format!("{wrong} of {all} solutions do not earn what they must.")),
    }
}

fn markdown(verification: &Verification) -> String {
    let mut out = format!("### {}\n\n", prose(&verification.challenge.title));
    out.push_str("| Solution | Must earn | Earns | Points | Slowest | of limit | Memory | First failure |\n");
    out.push_str("| :-- | :-- | :-- | --: | --: | --: | --: | :-- |\n");
    for solution in &verification.solutions {
        let earned =
            if solution.as_expected { solution.earned.word().to_owned() } else { format!("**{}**", solution.earned) };
        let _ = writeln!(
            out,
            "| {} | {} | {earned} | {}/{} | {} | {} | {} | {} |",
            code_cell(short(&solution.path)),
            solution.expected,
            solution.points,
            solution.max,
            time(solution.worst_time_ms),
            percent(share_milli(solution.worst_cost, solution.cost_limit)),
            size(solution.peak_memory_bytes),
            code_cell(solution.first_failure.as_deref().unwrap_or_default()),
        );
    }
    out.push('\n');
    for line in growths(verification) {
        let _ = writeln!(out, "- growth {}", prose(&line));
    }
    for line in verification.margin.iter().flat_map(sentences) {
        let _ = writeln!(out, "- {}", prose(&line));
    }
    for warning in &verification.warnings {
        let _ = writeln!(out, "- **Warning:** {}", prose(warning));
    }
    let _ = writeln!(out, "\n{}", conclusion(verification).1);
    out
}
