//! What several reports say of a grade in the same words: the tree of groups, the split of the score, captions.

use assay_challenge::{End, Verdict};

use super::amount::{ratio, size};
use crate::{CaseGrade, Excerpt, Grade, GroupGrade, Score, Trace, TraceStep};

/// How deep a group sits; deeper than eight is drawn as eight.
pub(crate) fn depth(group: &GroupGrade) -> usize {
    group.id.matches('/').count().min(8)
}

/// The lines that draw the tree before each group's title.
pub(crate) fn branches(groups: &[GroupGrade]) -> Vec<String> {
    (0..groups.len()).map(|place| branch(groups, place)).collect()
}

fn branch(groups: &[GroupGrade], place: usize) -> String {
    let depth = depth(&groups[place]);
    let path: Vec<&str> = groups[place].id.split('/').collect();
    let mut out = String::new();
    for level in 1..=depth {
        let follows = groups[place + 1..].iter().any(|later| {
            let other: Vec<&str> = later.id.split('/').collect();
            other.len() > level && other[..level] == path[..level] && other[level] != path[level]
        });
        out.push_str(match (level == depth, follows) {
            (true, true) => "├─ ",
            (true, false) => "└─ ",
            (false, true) => "│  ",
            (false, false) => "   ",
        });
    }
    out
}

/// `correctness 72/80 · efficiency 15/20 (2.3x the reference)`; nothing where only right answers are scored.
pub(crate) fn score_split(score: &Score) -> Option<String> {
    let efficiency = (score.efficiency_max.milli() > 0).then(|| {
        let ratio = score.cost_ratio_milli.map(|milli| format!(" ({} the reference)", ratio(milli)));
        format!("efficiency {}/{}{}", score.efficiency, score.efficiency_max, ratio.unwrap_or_default())
    });
    let growth = score.growth.zip(score.growth_max).map(|(earned, max)| format!("growth {earned}/{max}"));
    let besides: Vec<String> = efficiency.into_iter().chain(growth).collect();
    let correctness = format!("correctness {}/{}", score.correctness, score.correctness_max);
    (!besides.is_empty()).then(|| format!("{correctness} · {}", besides.join(" · ")))
}

/// How many hidden cases are accepted, and how many there are.
pub(crate) fn hidden_cases(grade: &Grade) -> (u64, u64) {
    let roots = grade.groups.iter().filter(|group| !group.sample && depth(group) == 0);
    roots.fold((0, 0), |(accepted, cases), group| {
        (u64::saturating_add(accepted, group.accepted), u64::saturating_add(cases, group.cases))
    })
}

/// The cases that ran and failed, and of which more is known than a line of a table holds.
pub(crate) fn failing(grade: &Grade) -> Vec<&CaseGrade> {
    grade.cases.iter().filter(|case| case.verdict.is_failure() && has_more(case)).collect()
}

/// Whether more is known of a case than a line of a table holds.
pub(crate) fn has_more(case: &CaseGrade) -> bool {
    case.detail.is_some() || case.hint.is_some()
}

/// Whether it is known what a case used: it ran, and the copy at hand says so.
pub(crate) fn is_measured(case: &CaseGrade) -> bool {
    case.verdict != Verdict::SK && (case.cost, case.memory_bytes) != (0, 0)
}

/// Whether a case's message says already how the run ended.
pub(crate) fn says(message: &str, end: &End) -> bool {
    match end {
        End::Exit { code } => message.contains(&format!("exit code {code}")),
        End::Trap { message: words, .. } => message.contains(words.trim()),
        End::StackOverflow { .. } => message.contains("call stack"),
        End::CostLimit | End::MemoryLimit { .. } | End::OutputLimit | End::WallLimit => !message.is_empty(),
    }
}

/// How a run ended, where that is more than an exit code of 0, and the guest's functions, innermost first.
pub(crate) fn end_words(end: &End) -> Option<(String, &[String])> {
    Some(match end {
        End::Exit { code: 0 } => return None,
        End::Exit { code } => (format!("ended with exit code {code}"), &[]),
        End::Trap { message, backtrace } => (format!("trapped: {message}"), backtrace),
        End::StackOverflow { backtrace } => ("used up the call stack".to_owned(), backtrace),
        End::CostLimit => ("stopped at the limit of virtual time".to_owned(), &[]),
        End::MemoryLimit { asked } => (format!("stopped when it asked for {} of memory in all", size(*asked)), &[]),
        End::OutputLimit => ("stopped at the limit of output".to_owned(), &[]),
        End::WallLimit => ("stopped by the wall-clock net".to_owned(), &[]),
    })
}

/// The lines of a list of calls, and whether each came as it must: `4  get(2) → 1, expected -1`.
pub(crate) fn calls(steps: &[TraceStep]) -> Vec<(bool, String)> {
    let digits = steps.iter().map(|step| step.number).max().unwrap_or(0).to_string().len();
    let line = |step: &TraceStep| (step.agrees, format!("{:>digits$}  {}", step.number, step.line()));
    steps.iter().map(line).collect()
}

/// Captions of the lists of calls that a trace holds, and the lists.
pub(crate) fn lists(trace: &Trace) -> impl Iterator<Item = (String, &[TraceStep])> {
    let shown = trace.steps.len() as u64;
    let all = match (trace.total, trace.total - shown.min(trace.total)) {
        (1, 0) => "the call".to_owned(),
        (total, 0) => format!("the {total} calls"),
        (total, _) => format!("{shown} of {total} calls"),
    };
    let shortest = format!("the shortest that fails, found by leaving out steps: {}", trace.shortest.len());
    let lists = [(shortest, trace.shortest.as_slice()), (all, trace.steps.as_slice())];
    lists.into_iter().filter(|(_, steps)| !steps.is_empty())
}

/// `standard error, 5000 bytes, only the beginning is kept`.
pub(crate) fn caption(name: &str, excerpt: &Excerpt) -> String {
    let bytes = if excerpt.bytes == 1 { "1 byte".to_owned() } else { format!("{} bytes", excerpt.bytes) };
    let form = if excerpt.binary { ", as hex" } else { "" };
    let cut = if excerpt.cut { ", only the beginning is kept" } else { "" };
    format!("{name}, {bytes}{form}{cut}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_tree_is_drawn_with_its_last_branches_closed() {
        let ids = ["sample", "secret", "secret/a", "secret/a/x", "secret/a/y", "secret/b", "secret/b/z"];
        let groups: Vec<GroupGrade> = ids.iter().map(|id| sample::group(id, id, Verdict::AC, (0, 0), (0, 0))).collect();
        assert_eq!(branches(&groups), ["", "", "├─ ", "│  ├─ ", "│  └─ ", "└─ ", "   └─ "]);
    }

    #[test]
    fn the_split_is_said_only_where_efficiency_is_scored() {
        let mut score = sample::grade().score;
        assert_eq!(score_split(&score).as_deref(), Some("correctness 60/80 · efficiency 15/20 (2.3x the reference)"));
        score.efficiency_max = crate::Points::ZERO;
        assert_eq!(score_split(&score), None);
    }
}
