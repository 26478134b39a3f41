//! From the text of `challenge.toml` to its types, with every problem on the way.

use std::collections::BTreeMap;

use toml::de::DeTable;

use crate::file::{CheckerFile, CheckerKind, EfficiencyFile, GeneratorFile, GroupFile, LimitsFile, ScoringFile};
use crate::place::{FILE, Places};
use crate::problem::Problem;
use crate::table::Table;
use crate::{ByteSize, ChallengeFile, Kind, Language, TimeSpan, declared, growth, tiers};

const TEXT: &str = "a text in quotes";
const TEXTS: &str = "a list of texts, such as `[\"one\", \"two\"]`";
const NUMBER: &str = "a number";
const TIME: &str = "a number and a unit in quotes, such as `\"1.5s\"`";
const SIZE: &str = "a number and a unit in quotes, such as `\"256 MiB\"`";
const SWITCH: &str = "`true` or `false`";
const WORD: &str = "one of the known words in quotes";
const SOLUTION: &str = "the path of an accepted solution, such as `\"submissions/accepted/solution.py\"`";

/// The settings of a checker that only some kinds have.
const SETTINGS: [(&str, &[CheckerKind]); 6] = [
    ("case_sensitive", &[CheckerKind::Tokens, CheckerKind::Numbers]),
    ("absolute", &[CheckerKind::Numbers, CheckerKind::Value]),
    ("relative", &[CheckerKind::Numbers, CheckerKind::Value]),
    ("any_order", &[CheckerKind::Value]),
    ("source", &[CheckerKind::Program]),
    ("arguments", &[CheckerKind::Program]),
];

/// Reads the file. What could not be read has its default, and a problem; of a text that is not TOML nothing is read.
pub(crate) fn read(text: &str, problems: &mut Vec<Problem>) -> Option<(ChallengeFile, Places)> {
    let mut places = Places::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        problems.extend(errors.iter().map(|error| {
            let help = "the file is not TOML: look for a missing quote, bracket or `=` here or just above";
            let line = error.span().map(|span| places.line_at(&span));
            Problem { line, ..Problem::new(FILE, error.message().trim_end(), help) }
        }));
        return None;
    }
    places.note(table.get_ref());
    let file = challenge(Table::top(&places, table.into_inner()), problems);
    Some((file, places))
}

fn challenge(mut top: Table<'_>, problems: &mut Vec<Problem>) -> ChallengeFile {
    let id = top.need_text("id", "the name of the challenge's folder, in quotes", problems).unwrap_or_default();
    let title = top.need_text("title", "the challenge's name for people, in quotes", problems).unwrap_or_default();
    let kind = kind(&mut top, problems);
    let file = ChallengeFile {
        id,
        title,
        kind,
        records: declared::records(&mut top, problems),
        function: top.table("function", problems).map(|table| declared::function(table, problems)),
        class: top.table("class", problems).map(|table| declared::class(table, problems)),
        difficulty: top.take("difficulty", WORD, problems).unwrap_or_default(),
        tags: top.take("tags", TEXTS, problems).unwrap_or_default(),
        languages: languages(&mut top, problems),
        feedback: top.take("feedback", WORD, problems).unwrap_or_default(),
        limits: top.table("limits", problems).map(|table| limits(table, problems)).unwrap_or_default(),
        checker: top.table("checker", problems).map(|table| checker(table, kind, problems)).unwrap_or_default(),
        scoring: top.table("scoring", problems).map(|table| scoring(table, problems)).unwrap_or_default(),
        generator: top.table("generator", problems).map(|table| generator(table, problems)),
        growth: top.table("growth", problems).map(|table| growth::read::growth(table, problems)),
        groups: top.table("groups", problems).map(|table| groups(table, problems)).unwrap_or_default(),
        hints: top
            .table("hints", problems)
            .map(|mut table| table.values(TEXT, problems).into_iter().collect())
            .unwrap_or_default(),
    };
    top.finish(problems);
    file
}

/// The kind, and that what it asks for is declared, and nothing else.
fn kind(top: &mut Table<'_>, problems: &mut Vec<Problem>) -> Kind {
    let stated = top.has("kind");
    let read: Option<Kind> = top.take("kind", WORD, problems);
    if stated && read.is_none() {
        return Kind::default();
    }
    let kind = read.unwrap_or_default();
    for (key, wanted) in [("function", Kind::Function), ("class", Kind::Class)] {
        if kind == wanted && !top.has(key) {
            let help = format!("declare what a submission defines, in a table `[{key}]`");
            problems.push(top.problem(key, format!("is missing, while `kind` is \"{key}\""), help));
        } else if kind != wanted && top.has(key) {
            let help = format!("write `kind = \"{key}\"`, or remove it");
            problems.push(top.problem(key, "means nothing for this kind of challenge", help));
        }
    }
    if kind == Kind::Program && top.has("records") {
        let help = "write `kind = \"function\"` or `kind = \"class\"`, or remove them";
        problems.push(top.problem("records", "mean nothing for this kind of challenge", help));
    }
    kind
}

fn languages(top: &mut Table<'_>, problems: &mut Vec<Problem>) -> Option<Vec<Language>> {
    let languages: Vec<Language> = top.take("languages", "a list of names, such as `[\"python\", \"c\"]`", problems)?;
    if languages.is_empty() {
        problems.push(top.problem("languages", "allows no language", "name some, or leave it out to allow all"));
    }
    let repeated = languages.iter().enumerate().find(|(at, language)| languages[..*at].contains(language));
    if let Some((_, language)) = repeated {
        problems.push(top.problem("languages", format!("names `{language}` twice"), "name each language once"));
    }
    Some(languages)
}

fn limits(mut table: Table<'_>, problems: &mut Vec<Problem>) -> LimitsFile {
    let defaults = LimitsFile::default();
    let size = |table: &mut Table<'_>, key, problems: &mut Vec<Problem>| {
        let size: ByteSize = table.take(key, SIZE, problems)?;
        if size.bytes() == 0 {
            problems.push(table.problem(key, "allows nothing at all", format!("write {SIZE}")));
        }
        Some(size)
    };
    let file = LimitsFile {
        time: table.take("time", TIME, problems).unwrap_or(defaults.time),
        memory: size(&mut table, "memory", problems).unwrap_or(defaults.memory),
        output: size(&mut table, "output", problems).unwrap_or(defaults.output),
        wall: table.take::<TimeSpan>("wall", TIME, problems),
        multipliers: table.table("multipliers", problems).map(|table| multipliers(table, problems)).unwrap_or_default(),
    };
    table.finish(problems);
    file
}

fn multipliers(mut table: Table<'_>, problems: &mut Vec<Problem>) -> BTreeMap<Language, f64> {
    let shape = "how many times as long this language may take, such as `12.0`";
    let wrong = |(name, value): &(String, f64)| (!(0.001..=1000.0).contains(value)).then(|| name.clone());
    let values = table.values::<f64>(shape, problems);
    for name in values.iter().filter_map(wrong) {
        problems.push(table.problem(&name, "lies outside 0.001 to 1000", format!("write {shape}")));
    }
    named(values, &table, problems)
}

/// Values by language, where the keys are names a language can have.
fn named<T>(values: Vec<(String, T)>, table: &Table<'_>, problems: &mut Vec<Problem>) -> BTreeMap<Language, T> {
    let known = |(name, value): (String, T)| {
        let language = Language::new(&name);
        if language.is_none() {
            let help = "write lower-case letters, digits and dashes, such as `python`";
            problems.push(table.problem(&name, "is not a language's name", help));
        }
        Some((language?, value))
    };
    values.into_iter().filter_map(known).collect()
}

fn checker(mut table: Table<'_>, submission: Kind, problems: &mut Vec<Problem>) -> CheckerFile {
    let stated = table.has("kind");
    let read = table.take::<CheckerKind>("kind", WORD, problems);
    let default = if submission == Kind::Program { CheckerKind::default() } else { CheckerKind::Value };
    // What a misspelt kind may have is anyone's guess: nothing more is said of it.
    let kind = if stated { read } else { Some(default) };
    match (submission, kind) {
        (Kind::Program, Some(CheckerKind::Value)) => {
            let help = "use `numbers` or `tokens`, or ask for a function with `kind = \"function\"`";
            problems.push(table.problem("kind", "compares the results of functions, and a program has none", help));
        }
        (Kind::Function | Kind::Class, Some(kind)) if ![CheckerKind::Value, CheckerKind::Program].contains(&kind) => {
            let help = "remove it to compare values, or write `\"program\"`";
            problems.push(table.problem(
                "kind",
                "compares printed text, and functions and classes return values",
                help,
            ));
        }
        _ => {}
    }
    for (key, kinds) in SETTINGS {
        if table.has(key) && kind.is_some_and(|kind| !kinds.contains(&kind)) {
            let message = "means nothing for this kind of checker";
            problems.push(table.problem(key, message, "remove it, or change `checker.kind`"));
        }
    }
    let file = CheckerFile {
        kind: read,
        case_sensitive: table.take("case_sensitive", SWITCH, problems).unwrap_or_default(),
        absolute: tolerance(&mut table, "absolute", problems),
        relative: tolerance(&mut table, "relative", problems),
        any_order: table.take("any_order", SWITCH, problems).unwrap_or_default(),
        source: if kind == Some(CheckerKind::Program) {
            table.need_text("source", "the path of the checker's source, such as `\"checker/check.py\"`", problems)
        } else {
            table.take("source", TEXT, problems)
        },
        arguments: table.take("arguments", TEXTS, problems).unwrap_or_default(),
    };
    table.finish(problems);
    file
}

fn tolerance(table: &mut Table<'_>, key: &'static str, problems: &mut Vec<Problem>) -> Option<f64> {
    let value: f64 = table.take(key, NUMBER, problems)?;
    if !(value.is_finite() && value >= 0.0) {
        problems.push(table.problem(key, "is not a tolerance", "write a number of at least 0, such as `1e-6`"));
    }
    Some(value)
}

fn scoring(mut table: Table<'_>, problems: &mut Vec<Problem>) -> ScoringFile {
    let points = table.take::<u32>("points", "a whole number", problems).unwrap_or(100);
    if !(1..=1_000_000).contains(&points) {
        problems.push(table.problem("points", "lies outside 1 to 1000000", "write a number in between, such as `100`"));
    }
    let efficiency = table.table("efficiency", problems).and_then(|table| efficiency(table, problems));
    let growth = table.table("growth", problems).and_then(|table| growth::read::scoring(table, problems));
    let tiers = table.table("tiers", problems).map(|table| tiers::read(table, problems, named));
    let by_tiers = tiers.as_ref().and_then(|part| part.share);
    if let (Some(_), Some(_)) = (&efficiency, by_tiers) {
        let help = "leave out `share` and `marks` to show the tiers only, or leave out `scoring.efficiency`";
        problems.push(table.problem("tiers", "gives points for cost a second time", help));
    }
    let shares = (efficiency.as_ref().map(|part| part.share).or(by_tiers), growth.as_ref().map(|part| part.share));
    if let (Some(efficiency), Some(growth)) = shares
        && efficiency.saturating_add(growth) > 99
    {
        let message = format!("leaves nothing for right answers, with {efficiency} percent given for efficiency");
        problems.push(table.problem("growth", message, "lower one of the two shares"));
    }
    table.finish(problems);
    ScoringFile { points, efficiency, growth, tiers }
}

fn efficiency(mut table: Table<'_>, problems: &mut Vec<Problem>) -> Option<EfficiencyFile> {
    let share: Option<u32> = table.need("share", "percent of the points, such as `20`", problems);
    if share.is_some_and(|share| !(1..=99).contains(&share)) {
        problems.push(table.problem(
            "share",
            "lies outside 1 to 99 percent",
            "write a number in between, such as `20`",
        ));
    }
    let full: Option<f64> = table.need("full", "a number of at least 1, such as `1.5`", problems);
    if full.is_some_and(|full| !(1.0..=1_000_000.0).contains(&full)) {
        let help = "write up to how many times the reference's cost full marks are given, such as `1.5`";
        problems.push(table.problem("full", "lies outside 1 to 1000000", help));
    }
    let zero: Option<f64> = table.need("zero", "a number larger than `full`, such as `10.0`", problems);
    // They are kept in thousandths, and must still differ then.
    if zero.is_some_and(|zero| !(zero - full.unwrap_or(1.0) >= 0.001 && zero <= 1_000_000.0)) {
        let help = "write from how many times the reference's cost nothing is given, such as `10.0`";
        problems.push(table.problem("zero", "must be larger than `full`, and at most 1000000", help));
    }
    let stated = table.has("references");
    let references = table.table("references", problems).map(|mut table| {
        let values = table.values(SOLUTION, problems);
        named(values, &table, problems)
    });
    if references.as_ref().map_or(!stated, BTreeMap::is_empty) {
        let help = format!("name for each language {SOLUTION}");
        problems.push(table.problem("references", "names no reference solution", help));
    }
    table.finish(problems);
    Some(EfficiencyFile { share: share?, full: full?, zero: zero?, references: references? })
}

fn generator(mut table: Table<'_>, problems: &mut Vec<Problem>) -> GeneratorFile {
    let source = "the path of the generator's source, such as `\"generator/gen.py\"`";
    let file = GeneratorFile {
        source: table.need_text("source", source, problems).unwrap_or_default(),
        answers: table.need_text("answers", SOLUTION, problems).unwrap_or_default(),
    };
    table.finish(problems);
    file
}

fn groups(table: Table<'_>, problems: &mut Vec<Problem>) -> BTreeMap<String, GroupFile> {
    let tables = table.tables(problems);
    tables.into_iter().map(|(name, table)| (name, group(table, problems))).collect()
}

fn group(mut table: Table<'_>, problems: &mut Vec<Problem>) -> GroupFile {
    let file = GroupFile {
        title: table.take("title", TEXT, problems),
        weight: table.take("weight", "a whole number of percent", problems),
        aggregate: table.take("aggregate", WORD, problems).unwrap_or_default(),
        stop_at_failure: table.take("stop_at_failure", SWITCH, problems).unwrap_or_default(),
    };
    table.finish(problems);
    file
}
