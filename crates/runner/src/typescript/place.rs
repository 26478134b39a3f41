//! What is wrong with a file of TypeScript, with the place and the line, as the interpreter says it of JavaScript.

use std::fmt::Write;

use oxc_diagnostics::OxcDiagnostic;

/// How many complaints are shown.
const SHOWN: usize = 10;

/// The most characters of a line that are shown, around the place.
const WIDTH: usize = 160;

/// A file in which places are named.
pub(super) struct Places<'a> {
    name: &'a str,
    text: &'a str,
}

impl<'a> Places<'a> {
    pub(super) fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text }
    }

    /// All complaints, one after the other.
    pub(super) fn describe(&self, complaints: impl IntoIterator<Item = OxcDiagnostic>) -> String {
        let mut said = String::new();
        for complaint in complaints.into_iter().take(SHOWN) {
            let offset = complaint.labels.first().map_or(0, |label| label.offset() as usize);
            let (line, column, shown, before) = self.excerpt(offset);
            let mark = " ".repeat(before);
            let message = &complaint.message;
            let _ = write!(said, "{}:{line}:{column}\n{shown}\n{mark}^\n\nSyntaxError: {message}\n", self.name);
        }
        said
    }

    /// Line and column of a byte, the line as far as it is shown, and how many characters of that are before the place.
    fn excerpt(&self, offset: usize) -> (usize, usize, String, usize) {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let (before, after) = self.text.split_at(offset);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let left: Vec<char> = before[start..].chars().collect();
        let right = after.lines().next().unwrap_or_default();
        let skipped = if left.len() > WIDTH / 2 { left.len() - WIDTH / 2 } else { 0 };
        let shown = left[skipped..].iter().copied().chain(right.chars()).take(WIDTH);
        let shown = shown.map(|c| if c.is_control() { ' ' } else { c }).collect();
        (line, left.len() + 1, shown, left.len() - skipped)
    }
}
