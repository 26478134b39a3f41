//! From the text of `challenge.toml` to its types, with every problem on the way.

use crate::file::{CheckerFile, CheckerKind, EfficiencyFile, GeneratorFile, GroupFile, LimitsFile, ScoringFile};
use crate::problem::Problem;
use crate::table::Table;
use crate::{ChallengeFile, Language};

/// The lines that problems found later point to.
#[derive(Default)]
pub(crate) struct Lines {
    pub(crate) id: usize,
    pub(crate) groups: Vec<(String, usize)>,
    pub(crate) hints: Vec<(String, usize)>,
}

impl Lines {
    /// The line of one group's table or one hint.
    pub(crate) fn of(list: &[(String, usize)], key: &str) -> Option<usize> {
        list.iter().find(|(name, _)| name == key).map(|(_, line)| *line)
    }
}

/// Reads the file. What could not be read has its default, and a problem.
pub(crate) fn read(text: &str, problems: &mut Vec<Problem>) -> (ChallengeFile, Lines) {
    let mut lines = Lines::default();
    let mut top = Table::parse(text, problems);
    let id = match top.take::<String>("id", problems) {
        Some((line, id)) => {
            lines.id = line;
            id
        }
        None => {
            problems.push(top.problem(
                "id",
                1,
                "is missing or not a text",
                "add `id = \"…\"`, equal to the folder's name",
            ));
            String::new()
        }
    };
    let file = ChallengeFile {
        id,
        title: top.need("title", "\"…\"", problems).unwrap_or_default(),
        kind: top.take("kind", problems).map(second).unwrap_or_default(),
        difficulty: top.take("difficulty", problems).map(second).unwrap_or_default(),
        tags: top.take("tags", problems).map(second).unwrap_or_default(),
        languages: languages(&mut top, problems),
        feedback: top.take("feedback", problems).map(second).unwrap_or_default(),
        limits: top.table("limits", problems).map(|table| limits(table, problems)).unwrap_or_default(),
        checker: top.table("checker", problems).map(|table| checker(table, problems)).unwrap_or_default(),
        scoring: top.table("scoring", problems).map(|table| scoring(table, problems)).unwrap_or_default(),
        generator: top.table("generator", problems).and_then(|table| generator(table, problems)),
        groups: top
            .table("groups", problems)
            .map(|table| table.tables(problems))
            .unwrap_or_default()
            .into_iter()
            .map(|(name, line, table)| {
                lines.groups.push((name.clone(), line));
                (name, group(table, problems))
            })
            .collect(),
        hints: top
            .table("hints", problems)
            .map(|table| table.values(problems))
            .unwrap_or_default()
            .into_iter()
            .map(|(name, line, hint)| {
                lines.hints.push((name.clone(), line));
                (name, hint)
            })
            .collect(),
    };
    top.finish(problems);
    (file, lines)
}

fn second<T>((_, value): (usize, T)) -> T {
    value
}

fn languages(top: &mut Table<'_>, problems: &mut Vec<Problem>) -> Option<Vec<Language>> {
    let (line, languages) = top.take::<Vec<Language>>("languages", problems)?;
    if languages.is_empty() {
        problems.push(top.problem("languages", line, "allows no language", "leave it out to allow all"));
    }
    Some(languages)
}

fn limits(mut table: Table<'_>, problems: &mut Vec<Problem>) -> LimitsFile {
    let defaults = LimitsFile::default();
    let mut multipliers = std::collections::BTreeMap::new();
    for (name, line, multiplier) in
        table.table("multipliers", problems).map(|table| table.values::<f64>(problems)).unwrap_or_default()
    {
        match Language::new(&name) {
            Some(language) if (0.001..=1000.0).contains(&multiplier) => {
                multipliers.insert(language, multiplier);
            }
            Some(_) => problems.push(table.problem(
                &format!("multipliers.{name}"),
                line,
                "lies outside 0.001 to 1000",
                "write how many times as long this language may take",
            )),
            None => problems.push(table.problem(
                &format!("multipliers.{name}"),
                line,
                "is not a language's name",
                "lower-case letters, digits and dashes, such as `python`",
            )),
        }
    }
    let file = LimitsFile {
        time: table.take("time", problems).map_or(defaults.time, second),
        memory: table.take("memory", problems).map_or(defaults.memory, second),
        output: table.take("output", problems).map_or(defaults.output, second),
        wall: table.take("wall", problems).map(second),
        multipliers,
    };
    table.finish(problems);
    file
}

fn checker(mut table: Table<'_>, problems: &mut Vec<Problem>) -> CheckerFile {
    let (kind_line, kind) = table.take("kind", problems).unwrap_or((1, CheckerKind::default()));
    let mut for_kinds = |table: &Table<'_>, key: &str, line: usize, kinds: &[CheckerKind]| {
        if !kinds.contains(&kind) {
            let message = "means nothing for this kind of checker";
            problems.push(table.problem(key, line, message, "remove it, or change `checker.kind`"));
        }
    };
    let mut own = Vec::new();
    let case_sensitive = table.take("case_sensitive", &mut own).is_some_and(|(line, value)| {
        for_kinds(&table, "case_sensitive", line, &[CheckerKind::Tokens, CheckerKind::Numbers]);
        value
    });
    let mut tolerance = |key: &'static str| {
        let (line, value) = table.take::<f64>(key, &mut own)?;
        for_kinds(&table, key, line, &[CheckerKind::Numbers]);
        if !(value.is_finite() && value >= 0.0) {
            own.push(table.problem(key, line, "is not a tolerance", "write a number of at least 0, such as `1e-6`"));
        }
        Some(value)
    };
    let (absolute, relative) = (tolerance("absolute"), tolerance("relative"));
    let source = table.take::<String>("source", &mut own).map(|(line, value)| {
        for_kinds(&table, "source", line, &[CheckerKind::Program]);
        value
    });
    let arguments = table.take::<Vec<String>>("arguments", &mut own).map_or_else(Vec::new, |(line, value)| {
        for_kinds(&table, "arguments", line, &[CheckerKind::Program]);
        value
    });
    if kind == CheckerKind::Program && source.is_none() {
        own.push(table.problem("source", kind_line, "is missing", "name the checker's source file"));
    }
    problems.append(&mut own);
    table.finish(problems);
    CheckerFile { kind, case_sensitive, absolute, relative, source, arguments }
}

fn scoring(mut table: Table<'_>, problems: &mut Vec<Problem>) -> ScoringFile {
    let points = match table.take::<u32>("points", problems) {
        Some((line, points)) if !(1..=1_000_000).contains(&points) => {
            problems.push(table.problem("points", line, "lies outside 1 to 1000000", ""));
            100
        }
        Some((_, points)) => points,
        None => 100,
    };
    let efficiency = table.table("efficiency", problems).and_then(|table| efficiency(table, problems));
    table.finish(problems);
    ScoringFile { points, efficiency }
}

fn efficiency(mut table: Table<'_>, problems: &mut Vec<Problem>) -> Option<EfficiencyFile> {
    let share = table.need::<u32>("share", "20", problems);
    let full = table.need::<f64>("full", "1.5", problems);
    let zero = table.need::<f64>("zero", "10.0", problems);
    let references = table.table("references", problems).map(|table| table.values::<String>(problems));
    let references: Vec<_> = references.unwrap_or_default();
    if references.is_empty() {
        let help = "name the solution to compare with for each language, such as `python = \"submissions/accepted/solution.py\"`";
        problems.push(table.problem("references", 1, "names no reference solution", help));
    }
    let named = references.into_iter().filter_map(|(name, line, path)| match Language::new(&name) {
        Some(language) => Some((language, path)),
        None => {
            problems.push(table.problem(&format!("references.{name}"), line, "is not a language's name", ""));
            None
        }
    });
    let references = named.collect();
    let (share, full, zero) = (share?, full?, zero?);
    if !(1..=99).contains(&share) {
        problems.push(table.problem("share", 1, "lies outside 1 to 99 percent", ""));
    }
    if !(1.0 <= full && full < zero && zero <= 1_000_000.0) {
        let help =
            "full marks are given up to `full` (at least 1) times the reference's cost, none from `zero` times on";
        problems.push(table.problem("zero", 1, "must be larger than `full`, and `full` at least 1", help));
    }
    table.finish(problems);
    Some(EfficiencyFile { share, full, zero, references })
}

fn generator(mut table: Table<'_>, problems: &mut Vec<Problem>) -> Option<GeneratorFile> {
    let source = table.need("source", "\"generator/gen.py\"", problems);
    let answers = table.need("answers", "\"submissions/accepted/solution.py\"", problems);
    table.finish(problems);
    Some(GeneratorFile { source: source?, answers: answers? })
}

fn group(mut table: Table<'_>, problems: &mut Vec<Problem>) -> GroupFile {
    let file = GroupFile {
        title: table.take("title", problems).map(second),
        weight: table.take("weight", problems).map(second),
        aggregate: table.take("aggregate", problems).map(second).unwrap_or_default(),
        stop_at_failure: table.take("stop_at_failure", problems).is_some_and(second),
    };
    table.finish(problems);
    file
}
