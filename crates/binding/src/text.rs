//! Source text being put together, line by line and with its indentation.

/// Source text that grows.
pub(crate) struct Text {
    written: String,
    indentation: &'static str,
    depth: usize,
}

impl Text {
    /// No text yet; each level is indented by `indentation`.
    pub(crate) fn new(indentation: &'static str) -> Self {
        Self { written: String::new(), indentation, depth: 0 }
    }

    /// Adds a line at the present depth.
    pub(crate) fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            self.written.push_str(&self.indentation.repeat(self.depth));
            self.written.push_str(line);
        }
        self.written.push('\n');
    }

    /// Adds lines, each after `prefix`; blanks at the end of a line are left out.
    pub(crate) fn lines(&mut self, prefix: &str, lines: &[String]) {
        for line in lines {
            self.line(format!("{prefix}{line}").trim_end());
        }
    }

    /// Adds an empty line.
    pub(crate) fn blank(&mut self) {
        self.written.push('\n');
    }

    /// Adds a line that opens something, what `inside` adds one level deeper, and a line that closes it, if it is not
    /// empty.
    pub(crate) fn block(&mut self, open: impl AsRef<str>, close: &str, inside: impl FnOnce(&mut Self)) {
        self.line(open);
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        if !close.is_empty() {
            self.line(close);
        }
    }

    /// What was put together.
    pub(crate) fn finish(self) -> String {
        self.written
    }
}

/// Breaks text at blanks into lines of at most `width` characters, as far as its words allow.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Text, wrap};

    #[test]
    fn blocks_are_indented_and_empty_lines_are_not() {
        let mut text = Text::new("  ");
        text.block("a {", "}", |text| {
            text.line("b");
            text.line("");
            text.lines("// ", &["c".to_owned(), String::new()]);
        });
        assert_eq!(text.finish(), "a {\n  b\n\n  // c\n  //\n}\n");
    }

    #[test]
    fn text_is_broken_at_blanks_only() {
        assert_eq!(wrap("one two three\nfour", 7), ["one two", "three", "four"]);
        assert_eq!(wrap("unbreakable", 3), ["unbreakable"]);
        assert_eq!(wrap("", 3), Vec::<String>::new());
    }
}
