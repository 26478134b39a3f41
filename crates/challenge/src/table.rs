//! A TOML table read key by key, so that everything wrong in it is reported at once, with its line.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::problem::Problem;

/// The file every problem of this module points to.
pub(crate) const FILE: &str = "challenge.toml";

/// A table of `challenge.toml`, emptied by reading it.
pub(crate) struct Table<'a> {
    text: &'a str,
    path: String,
    line: usize,
    entries: BTreeMap<String, (usize, Spanned<DeValue<'a>>)>,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// The whole file.
    pub(crate) fn parse(text: &'a str, problems: &mut Vec<Problem>) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let line = error.span().map(|span| line_of(text, span.start));
            problems.push(Problem {
                line,
                ..Problem::new(FILE, error.message().to_owned(), "see the setter's guide for the file's shape")
            });
        }
        Self::new(text, String::new(), 1, table.into_inner())
    }

    fn new(text: &'a str, path: String, line: usize, table: DeTable<'a>) -> Self {
        let entry = |(key, value): (Spanned<_>, _)| {
            let line = line_of(text, key.span().start);
            let name: std::borrow::Cow<'_, str> = key.into_inner();
            (name.into_owned(), (line, value))
        };
        Self { text, path, line, entries: table.into_iter().map(entry).collect(), known: Vec::new() }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// A problem at `key`, which has been read or is missing.
    pub(crate) fn problem(&self, key: &str, line: usize, message: impl Into<String>, help: &str) -> Problem {
        Problem { line: Some(line), key: Some(self.path_of(key)), ..Problem::new(FILE, message, help) }
    }

    /// The value of `key` with its line; a value of another shape is a problem.
    pub(crate) fn take<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        problems: &mut Vec<Problem>,
    ) -> Option<(usize, T)> {
        self.known.push(key);
        let (line, value) = self.entries.remove(key)?;
        self.read(key, line, value, problems).map(|value| (line, value))
    }

    fn read<T: DeserializeOwned>(
        &self,
        key: &str,
        line: usize,
        value: Spanned<DeValue<'a>>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                problems.push(self.problem(key, line, error.message().trim_end(), ""));
                None
            }
        }
    }

    /// Like [`Table::take`], for a key that must be there.
    pub(crate) fn need<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        example: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        if !self.entries.contains_key(key) {
            self.known.push(key);
            problems.push(self.problem(key, self.line, "is missing", &format!("add `{key} = {example}`")));
            return None;
        }
        self.take(key, problems).map(|(_, value)| value)
    }

    /// The table under `key`.
    pub(crate) fn table(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<Table<'a>> {
        self.known.push(key);
        let (line, value) = self.entries.remove(key)?;
        self.child(key, line, value, problems)
    }

    fn child(
        &self,
        key: &str,
        line: usize,
        value: Spanned<DeValue<'a>>,
        problems: &mut Vec<Problem>,
    ) -> Option<Table<'a>> {
        match value.into_inner() {
            DeValue::Table(table) => Some(Self::new(self.text, self.path_of(key), line, table)),
            other => {
                let message = format!("is a {}, not a table", other.type_str());
                problems.push(self.problem(key, line, message, &format!("write it as `[{}]`", self.path_of(key))));
                None
            }
        }
    }

    /// All that is left, as tables by name, with their lines.
    pub(crate) fn tables(mut self, problems: &mut Vec<Problem>) -> Vec<(String, usize, Table<'a>)> {
        let entries = std::mem::take(&mut self.entries);
        let table = |(key, (line, value)): (String, (usize, _))| {
            let table = self.child(&key, line, value, problems)?;
            Some((key, line, table))
        };
        entries.into_iter().filter_map(table).collect()
    }

    /// All that is left, as values by name, with their lines.
    pub(crate) fn values<T: DeserializeOwned>(mut self, problems: &mut Vec<Problem>) -> Vec<(String, usize, T)> {
        let entries = std::mem::take(&mut self.entries);
        let value = |(key, (line, value)): (String, (usize, _))| {
            let value = self.read(&key, line, value, problems)?;
            Some((key, line, value))
        };
        entries.into_iter().filter_map(value).collect()
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(self, problems: &mut Vec<Problem>) {
        for (key, (line, _)) in &self.entries {
            let close = self.known.iter().map(|known| (distance(key, known), known)).min();
            let help = match close {
                Some((distance, known)) if distance <= 2 => format!("did you mean `{known}`?"),
                _ => format!("known keys here: {}", self.known.join(", ")),
            };
            problems.push(self.problem(key, *line, "is not a key of this table", &help));
        }
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

/// How many letters must be changed, added or taken away to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(64).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
