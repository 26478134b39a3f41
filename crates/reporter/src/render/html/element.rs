//! HTML that cannot hold unescaped text from outside: what is written raw is known when the crate is compiled.

use std::fmt::Display;

use super::super::escape;

/// A page being written.
#[derive(Default)]
pub(crate) struct Html {
    out: String,
}

impl Html {
    /// Writes markup. Only the source of this crate can supply it.
    pub(crate) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Writes text, escaped for content and for quoted attributes alike.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.out.push_str(&escape::html(text));
        self
    }

    /// Writes a text's lines, escaped, each ended by a line feed.
    pub(crate) fn lines(&mut self, text: &str) -> &mut Self {
        for line in escape::visible_lines(text) {
            self.text(&line).raw("\n");
        }
        self
    }

    /// Writes a number, or something else that is displayed.
    pub(crate) fn show(&mut self, value: impl Display) -> &mut Self {
        self.text(&value.to_string())
    }

    /// Begins what may be wider than the page: it scrolls by itself, also by the keyboard, and is announced by its label.
    pub(crate) fn region(&mut self, label: &str) -> &mut Self {
        self.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").text(label).raw("\">\n")
    }

    /// Ends it.
    pub(crate) fn end_region(&mut self) -> &mut Self {
        self.raw("</div>\n")
    }

    /// Writes what was written apart.
    pub(crate) fn append(&mut self, part: &Html) -> &mut Self {
        self.out.push_str(&part.out);
        self
    }

    /// Bytes written.
    pub(crate) fn len(&self) -> usize {
        self.out.len()
    }

    /// The page.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}
