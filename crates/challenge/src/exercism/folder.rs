//! The files of a challenge made from an exercise.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::canonical::Exercise;
use super::{Draft, Drafted, Imported, names};
use crate::{Call, Expected, Function, Item};

/// The most samples.
const SAMPLES: usize = 5;

/// The most characters a value has in the statement.
const SHOWN: usize = 400;

/// Writes the challenge.
pub(super) fn make(
    exercise: &Exercise,
    draft: &Draft<'_>,
    named: Option<&str>,
    others: Vec<(String, Option<String>)>,
) -> Imported {
    let mut id = names::dashed(&exercise.slug, "exercise");
    let mut title = names::title(&exercise.slug);
    if let Some(property) = named {
        let words = names::snake(property);
        let _ = write!(id, "-{}", names::dashed(&words, "function"));
        let _ = write!(title, ": {}", words.replace('_', " "));
    }
    let groups = groups(draft);
    let samples: Vec<&Drafted<'_>> = samples(&groups);
    let mut files = vec![
        ("challenge.toml".to_owned(), challenge_toml(&id, &title, draft, &groups)),
        ("statement.md".to_owned(), statement(&title, draft, &samples)),
    ];
    for (nth, case) in samples.iter().enumerate() {
        files.push((format!("data/sample/{}.json", file_name(nth, samples.len(), case)), text(case, draft)));
    }
    for group in &groups {
        let folder = if group.folder.is_empty() { String::new() } else { format!("{}/", group.folder) };
        for (nth, case) in group.cases.iter().enumerate() {
            let name = file_name(nth, group.cases.len(), case);
            files.push((format!("data/secret/{folder}{name}.json"), text(case, draft)));
        }
    }
    let property = draft.property.to_owned();
    Imported { id, title, property, interface: draft.interface.clone(), cases: draft.cases.len(), others, files }
}

/// Cases that stand together in the exercise.
struct Group<'a> {
    /// Its folder below `data/secret`; empty if all cases stand together.
    folder: String,
    title: String,
    cases: Vec<&'a Drafted<'a>>,
}

fn groups<'a>(draft: &'a Draft<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<(&[String], Vec<&Drafted<'_>>)> = Vec::new();
    for case in &draft.cases {
        match groups.iter_mut().find(|(path, _)| *path == case.groups) {
            Some((_, cases)) => cases.push(case),
            None => groups.push((case.groups, vec![case])),
        }
    }
    let alone = groups.len() == 1;
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let group = |(path, cases): (&[String], _)| {
        let title = if path.is_empty() { "General".to_owned() } else { path.join(": ") };
        let plain = names::dashed(&title, "group");
        let count = taken.entry(plain.clone()).or_default();
        *count += 1;
        let folder = if *count == 1 { plain } else { format!("{plain}-{count}") };
        Group { folder: if alone { String::new() } else { folder }, title, cases }
    };
    groups.into_iter().map(group).collect()
}

/// The first case of each group, and of a single group the first three.
fn samples<'a>(groups: &[Group<'a>]) -> Vec<&'a Drafted<'a>> {
    match groups {
        [group] => group.cases.iter().take(3).copied().collect(),
        several => several.iter().filter_map(|group| group.cases.first().copied()).take(SAMPLES).collect(),
    }
}

fn file_name(nth: usize, count: usize, case: &Drafted<'_>) -> String {
    let digits = count.to_string().len().max(2);
    format!("{:0digits$}-{}", nth + 1, names::dashed(case.description, "case"))
}

fn text(case: &Drafted<'_>, draft: &Draft<'_>) -> String {
    spaced(&case.call.to_json(&draft.interface)) + "\n"
}

/// JSON on one line, with blanks where people put them.
fn spaced(json: &serde_json::Value) -> String {
    match json {
        serde_json::Value::Array(items) => {
            format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", "))
        }
        serde_json::Value::Object(entries) => {
            let entry = |(key, value): (&String, _)| format!("{}: {}", serde_json::Value::from(&**key), spaced(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn challenge_toml(id: &str, title: &str, draft: &Draft<'_>, groups: &[Group<'_>]) -> String {
    let Item::Function(function) = &draft.interface.item else { return String::new() };
    let mut toml = format!(
        "id = {}\ntitle = {}\nkind = \"function\"\ndifficulty = \"easy\"\ntags = [\"exercism\"]\n",
        quoted(id),
        quoted(title)
    );
    for record in &draft.interface.records {
        let _ = write!(toml, "\n[[records]]\nname = {}\nfields = {}\n", quoted(&record.name), list(&record.fields));
    }
    let Function { name, about, parameters, result, fallible } = function;
    let _ = write!(toml, "\n[function]\nname = {}\nabout = {}\n", quoted(name), quoted(about));
    let _ = writeln!(toml, "parameters = {}", list(parameters));
    if let Some(result) = result {
        let _ = writeln!(toml, "result = {}", quoted(&result.to_string()));
    }
    if *fallible {
        toml.push_str("fallible = true\n");
    }
    for group in groups.iter().filter(|group| !group.folder.is_empty()) {
        let key = quoted(&format!("secret/{}", group.folder));
        let _ = write!(toml, "\n[groups.{key}]\ntitle = {}\n", quoted(&group.title));
    }
    toml
}

fn list(parameters: &[crate::Parameter]) -> String {
    let one = |parameter: &crate::Parameter| {
        let data_type = parameter.data_type.to_string();
        format!("    {{ name = {}, type = {} }},\n", quoted(&parameter.name), quoted(&data_type))
    };
    if parameters.is_empty() {
        return "[]".to_owned();
    }
    format!("[\n{}]", parameters.iter().map(one).collect::<String>())
}

/// A text as TOML quotes it: JSON's way, once the one character is escaped that JSON leaves alone.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

fn statement(title: &str, draft: &Draft<'_>, samples: &[&Drafted<'_>]) -> String {
    let Item::Function(function) = &draft.interface.item else { return String::new() };
    let mut text = format!("# {}\n\nWrite the function `{}`.\n", plain(title), function.name);
    if !function.parameters.is_empty() {
        text.push_str("\n| parameter | type |\n| --- | --- |\n");
        for parameter in &function.parameters {
            let _ = writeln!(text, "| `{}` | `{}` |", parameter.name, parameter.data_type);
        }
    }
    if let Some(result) = &function.result {
        let _ = write!(text, "\nIt returns a value of type `{result}`");
        text.push_str(if function.fallible { ", or fails with an error.\n" } else { ".\n" });
    }
    for record in &draft.interface.records {
        let fields = record.fields.iter().map(|field| format!("`{}: {}`", field.name, field.data_type));
        let _ = write!(text, "\nA `{}` has the fields {}.\n", record.name, fields.collect::<Vec<_>>().join(", "));
    }
    text.push_str("\n## Examples\n\n");
    for case in samples {
        let _ = writeln!(text, "- {}: {}", plain(case.description), example(case, function, draft));
    }
    text.push_str("\n## What it must do\n\n");
    for case in &draft.cases {
        let path = case.groups.iter().map(String::as_str).chain([case.description]).map(plain);
        let _ = writeln!(text, "- {}", path.collect::<Vec<_>>().join(": "));
    }
    text.push_str(
        "\n---\n\nThe cases are those of Exercism's problem specifications, which are under the MIT licence, \
         Copyright (c) Exercism.\n",
    );
    text
}

/// `two_sum([1, 2], 3)` gives `(0, 1)`.
fn example(case: &Drafted<'_>, function: &Function, draft: &Draft<'_>) -> String {
    let Call::Function { arguments, expected } = &case.call else { return String::new() };
    let shown = |(value, parameter): (&crate::Value, &crate::Parameter)| {
        value.show(&parameter.data_type, &draft.interface, SHOWN)
    };
    let arguments: Vec<_> = arguments.iter().zip(&function.parameters).map(shown).collect();
    let call = code(&format!("{}({})", function.name, arguments.join(", ")));
    match (expected, &function.result) {
        (Some(Expected::Value(value)), Some(data_type)) => {
            format!("{call} returns {}", code(&value.show(data_type, &draft.interface, SHOWN)))
        }
        (Some(Expected::Error(Some(reason))), _) => format!("{call} fails: {}", plain(reason)),
        _ => call,
    }
}

/// Text as code in Markdown, in as many backticks as it needs.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let blank = if longest > 0 { " " } else { "" };
    format!("{ticks}{blank}{text}{blank}{ticks}")
}

/// Text that Markdown does not read anything into, on one line.
fn plain(text: &str) -> String {
    let safe = text.replace(['\\', '`', '*', '<', '[', '|'], " ").replace('_', "\\_");
    safe.split_whitespace().collect::<Vec<_>>().join(" ")
}
