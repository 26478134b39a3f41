//! Where each key of `challenge.toml` stands, for problems that are found long after the text was read.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::Problem;

/// The file every place is in.
pub(crate) const FILE: &str = "challenge.toml";

/// How deep keys are told apart; no known key lies deeper.
const DEPTH: usize = 8;

/// The lines of all keys of `challenge.toml`, by their whole names.
#[derive(Default)]
pub(crate) struct Places {
    starts: Vec<usize>,
    lines: BTreeMap<String, usize>,
}

impl Places {
    /// The places in this text; no key is known yet.
    pub(crate) fn of(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: after_breaks.collect(), lines: BTreeMap::new() }
    }

    /// Notes the keys of a table and of the tables in it.
    pub(crate) fn note(&mut self, table: &DeTable<'_>) {
        self.note_below("", table, 0);
    }

    fn note_below(&mut self, path: &str, table: &DeTable<'_>, depth: usize) {
        for (key, value) in table {
            let name = join(path, key.get_ref());
            match value.get_ref() {
                DeValue::Table(inner) if depth < DEPTH => self.note_below(&name, inner, depth + 1),
                DeValue::Array(items) if depth < DEPTH => self.note_items(&name, items, depth + 1),
                _ => {}
            }
            let line = self.line_at(&key.span());
            self.lines.insert(name, line);
        }
    }

    /// Notes the tables among a list's items, as `methods[0]`.
    fn note_items(&mut self, path: &str, items: &[Spanned<DeValue<'_>>], depth: usize) {
        for (nth, item) in items.iter().enumerate() {
            if let DeValue::Table(inner) = item.get_ref() {
                let name = format!("{path}[{nth}]");
                self.note_below(&name, inner, depth);
                let line = self.line_at(&item.span());
                self.lines.insert(name, line);
            }
        }
    }

    /// The line a part of the text starts on.
    pub(crate) fn line_at(&self, span: &Range<usize>) -> usize {
        1 + self.starts.partition_point(|start| *start <= span.start)
    }

    /// The line of a key, by its whole name.
    pub(crate) fn line(&self, key: &str) -> Option<usize> {
        self.lines.get(key).copied()
    }

    /// A problem at a key.
    pub(crate) fn problem(&self, key: &str, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem::new(FILE, message, help).at(self.line(key), key)
    }
}

/// The whole name of a key in the table `path`, quoted where TOML wants it quoted.
pub(crate) fn join(path: &str, key: &str) -> String {
    let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let key = if bare { key.to_owned() } else { format!("{key:?}") };
    if path.is_empty() { key } else { format!("{path}.{key}") }
}
