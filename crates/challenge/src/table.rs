//! A TOML table read key by key, so that everything wrong in it is reported at once, with its line.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::place::{FILE, Places, join};
use crate::problem::Problem;
use crate::spelling::closest;

/// A table of `challenge.toml`, emptied by reading it.
pub(crate) struct Table<'a> {
    places: &'a Places,
    path: String,
    line: usize,
    entries: BTreeMap<String, Spanned<DeValue<'a>>>,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// The whole file.
    pub(crate) fn top(places: &'a Places, table: DeTable<'a>) -> Self {
        Self::new(places, String::new(), 1, table)
    }

    fn new(places: &'a Places, path: String, line: usize, table: DeTable<'a>) -> Self {
        let own = |(key, value): (Spanned<Cow<'a, str>>, _)| (key.into_inner().into_owned(), value);
        Self { places, path, line, entries: table.into_iter().map(own).collect(), known: Vec::new() }
    }

    /// A problem at `key` of this table; at the table itself if there is no such key.
    pub(crate) fn problem(&self, key: &str, message: impl Into<String>, help: impl Into<String>) -> Problem {
        let problem = self.places.problem(&join(&self.path, key), message, help);
        Problem { line: problem.line.or(Some(self.line)), ..problem }
    }

    /// Whether `key` is there and was not taken yet.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The value of `key`. A value of another shape is a problem; `shape` says what to write.
    pub(crate) fn take<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        shape: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        self.known.push(key);
        let value = self.entries.remove(key)?;
        self.read(key, value, shape, problems)
    }

    /// Like [`Table::take`], for a key that must be there.
    pub(crate) fn need<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        shape: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        if !self.has(key) {
            problems.push(self.problem(key, "is missing", format!("add `{key} = …`: {shape}")));
        }
        self.take(key, shape, problems)
    }

    /// Like [`Table::need`], for a text that must say something.
    pub(crate) fn need_text(&mut self, key: &'static str, shape: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let text: String = self.need(key, shape, problems)?;
        if text.trim().is_empty() {
            problems.push(self.problem(key, "is empty", format!("write {shape}")));
            return None;
        }
        Some(text)
    }

    fn read<T: DeserializeOwned>(
        &self,
        key: &str,
        value: Spanned<DeValue<'a>>,
        shape: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let whole = value.span();
        let error = match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let problem = self.problem(key, error.message().trim_end(), format!("write {shape}"));
        // The value may go on for many lines, such as a list; the error knows which of them is meant.
        let inner = error.span().filter(|span| whole.start <= span.start && span.end <= whole.end);
        let line = inner.map(|span| self.places.line_at(&span)).or(problem.line);
        problems.push(Problem { line, ..problem });
        None
    }

    /// The table under `key`.
    pub(crate) fn table(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<Table<'a>> {
        self.known.push(key);
        let value = self.entries.remove(key)?;
        self.child(key, value, problems)
    }

    /// The tables of the list under `key`.
    pub(crate) fn list(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Table<'a>> {
        self.known.push(key);
        let items = match self.entries.remove(key).map(Spanned::into_inner) {
            None => return Vec::new(),
            Some(DeValue::Array(items)) => items,
            Some(other) => {
                let message =
                    format!("is written as {} {}, not as a list of tables", article(&other), other.type_str());
                let help = format!("write it as `{key} = [{{ … }}, …]`, or as `[[{}]]`", join(&self.path, key));
                problems.push(self.problem(key, message, help));
                return Vec::new();
            }
        };
        let path = join(&self.path, key);
        let table = |(nth, item): (usize, Spanned<DeValue<'a>>)| {
            let line = self.places.line_at(&item.span());
            let path = format!("{path}[{nth}]");
            match item.into_inner() {
                DeValue::Table(table) => Some(Self::new(self.places, path, line, table)),
                other => {
                    let message = format!("is {} {}, not a table", article(&other), other.type_str());
                    problems.push(Problem::new(FILE, message, "write `{ name = …, … }`").at(Some(line), path));
                    None
                }
            }
        };
        items.into_iter().enumerate().filter_map(table).collect()
    }

    fn child(&self, key: &str, value: Spanned<DeValue<'a>>, problems: &mut Vec<Problem>) -> Option<Table<'a>> {
        let path = join(&self.path, key);
        match value.into_inner() {
            DeValue::Table(table) => {
                let line = self.places.line(&path).unwrap_or(self.line);
                Some(Self::new(self.places, path, line, table))
            }
            other => {
                let message = format!("is written as {} {}, not as a table", article(&other), other.type_str());
                problems.push(self.problem(key, message, format!("write it as `[{path}]`")));
                None
            }
        }
    }

    /// All that is left, as tables by name.
    pub(crate) fn tables(mut self, problems: &mut Vec<Problem>) -> Vec<(String, Table<'a>)> {
        let entries = std::mem::take(&mut self.entries);
        let table = |(key, value): (String, _)| Some((key.clone(), self.child(&key, value, problems)?));
        entries.into_iter().filter_map(table).collect()
    }

    /// All that is left, as values by name.
    pub(crate) fn values<T: DeserializeOwned>(&mut self, shape: &str, problems: &mut Vec<Problem>) -> Vec<(String, T)> {
        let entries = std::mem::take(&mut self.entries);
        let value = |(key, value): (String, _)| Some((key.clone(), self.read(&key, value, shape, problems)?));
        entries.into_iter().filter_map(value).collect()
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(self, problems: &mut Vec<Problem>) {
        for key in self.entries.keys() {
            let help = match closest(key, self.known.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("known keys here: {}", self.known.join(", ")),
            };
            problems.push(self.problem(key, "is not a known key", help));
        }
    }
}

fn article(value: &DeValue<'_>) -> &'static str {
    if matches!(value, DeValue::Integer(_) | DeValue::Array(_)) { "an" } else { "a" }
}
