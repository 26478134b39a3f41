//! What a Go file imports, read from its head: all imports of a file stand before anything else.
//!
//! A file that is not Go gets no complaint from here. The compiler will have one, with a better message.

use std::fmt;

/// One import declaration's path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import {
    pub(super) place: Place,
    pub(super) path: String,
}

/// Where something stands, as Go prints it: line and column count from 1, columns in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    file: String,
    line: usize,
    column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Complaints about instructions to the compiler that reach beyond a program's own package.
pub(super) fn refused_directives(file: &str, text: &[u8]) -> Vec<String> {
    let refused = [("//go:linkname", "reaching into other packages"), ("//go:embed", "embedding files")];
    let lines = text.split(|byte| *byte == b'\n').enumerate();
    let complaint = |(nth, line): (usize, &[u8])| {
        let (directive, what) = refused.iter().find(|(directive, _)| {
            line.strip_prefix(directive.as_bytes()).is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
        })?;
        Some(format!("{file}:{}:1: {directive}: {what} is not available here\n", nth + 1))
    };
    lines.filter_map(complaint).collect()
}

/// The imports of a file.
pub(super) fn of(file: &str, text: &[u8]) -> Vec<Import> {
    let mut imports = Vec::new();
    let mut tokens = Tokens { text, at: 0, line: 1, line_start: 0 };
    if tokens.next() != Some(Token::Word(b"package")) {
        return imports;
    }
    tokens.next();
    loop {
        match tokens.next() {
            Some(Token::Other(b';')) => {}
            Some(Token::Word(b"import")) => {
                let mut inside = false;
                loop {
                    match tokens.next() {
                        Some(Token::Other(b'(')) if !inside => inside = true,
                        Some(Token::Other(b';' | b'.') | Token::Word(_)) => {}
                        Some(Token::Text { from, line, column }) => {
                            let path = String::from_utf8_lossy(from).into_owned();
                            imports.push(Import { place: Place { file: file.to_owned(), line, column }, path });
                            if !inside {
                                break;
                            }
                        }
                        Some(Token::Other(b')')) if inside => break,
                        Some(Token::Other(_)) | None => return imports,
                    }
                }
            }
            Some(_) | None => return imports,
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a [u8]),
    /// What stands between quotes. A path has nothing to escape.
    Text {
        from: &'a [u8],
        line: usize,
        column: usize,
    },
    Other(u8),
}

/// The words of a file's head, without comments and blanks.
struct Tokens<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
    line_start: usize,
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        self.skip();
        let start = self.at;
        let first = *self.text.get(start)?;
        if first == b'"' || first == b'`' {
            let (line, column) = (self.line, start - self.line_start + 1);
            self.advance(1);
            self.advance_until(|rest| rest[0] == first || (first == b'"' && rest[0] == b'\n'));
            let from = &self.text[start + 1..self.at];
            self.advance(1);
            return Some(Token::Text { from, line, column });
        }
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
        if is_word(first) {
            self.advance_until(|rest| !is_word(rest[0]));
            return Some(Token::Word(&self.text[start..self.at]));
        }
        self.advance(1);
        Some(Token::Other(first))
    }

    fn skip(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            if rest.starts_with(b"//") {
                self.advance_until(|rest| rest[0] == b'\n');
            } else if rest.starts_with(b"/*") {
                self.advance(2);
                self.advance_until(|rest| rest.starts_with(b"*/"));
                self.advance(2);
            } else if self.at == 0 && rest.starts_with("\u{feff}".as_bytes()) {
                self.advance(3);
            } else if rest.first().is_some_and(u8::is_ascii_whitespace) {
                self.advance(1);
            } else {
                return;
            }
        }
    }

    /// Goes on to where `stop` holds for what is left, which is never empty there, or to the end.
    fn advance_until(&mut self, stop: impl Fn(&[u8]) -> bool) {
        while self.at < self.text.len() && !stop(&self.text[self.at..]) {
            self.advance(1);
        }
    }

    fn advance(&mut self, bytes: usize) {
        for _ in 0..bytes {
            if self.text.get(self.at) == Some(&b'\n') {
                self.line += 1;
                self.line_start = self.at + 1;
            }
            self.at = (self.at + 1).min(self.text.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn listed(text: &str) -> Vec<String> {
        of("a.go", text.as_bytes()).iter().map(|Import { place, path }| format!("{place} {path}")).collect()
    }

    #[test]
    fn imports_are_found_in_every_form_they_are_written_in() {
        for (text, expected) in [
            ("package main", &[][..]),
            ("package main\nimport \"fmt\"\n", &["a.go:2:8 fmt"]),
            ("package main; import \"fmt\"; import `os`\n", &["a.go:1:22 fmt", "a.go:1:36 os"]),
            (
                "package main\nimport (\n\t\"fmt\"\n\tm \"math/rand/v2\"\n\t. \"os\"; _ \"embed\"\n)\nvar x = \"no\"",
                &["a.go:3:2 fmt", "a.go:4:4 math/rand/v2", "a.go:5:4 os", "a.go:5:12 embed"],
            ),
            ("// import \"a\"\npackage /* x\n */ main // y\nimport/**/\"fmt\"", &["a.go:4:11 fmt"]),
            ("\u{feff}package main\nimport ()\nimport \"fmt\"\nfunc main() {}\nimport \"os\"", &["a.go:3:8 fmt"]),
            ("package main\nvar s = `\nimport \"fmt\"`", &[]),
            ("import \"fmt\"", &[]),
            ("package main\nimport \"fmt\nimport \"os\"", &["a.go:2:8 fmt", "a.go:3:8 os"]),
            ("package main\nimport (\"fmt\"", &["a.go:2:9 fmt"]),
        ] {
            assert_eq!(listed(text), expected, "{text}");
        }
    }

    #[test]
    fn directives_are_refused_only_where_they_would_work() {
        let text =
            b"package main\n//go:embed secret\n//go:linkname a b\n // go:embed\n//go:embedded\nx := \"//go:embed\"\n";
        assert_eq!(
            refused_directives("a.go", text),
            [
                "a.go:2:1: //go:embed: embedding files is not available here\n",
                "a.go:3:1: //go:linkname: reaching into other packages is not available here\n",
            ]
        );
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            of("a.go", &bytes);
            refused_directives("a.go", &bytes);
        }

        #[test]
        fn no_text_like_go_makes_the_reader_panic(rest in "(import|package|\"|`|\\(|\\)|;|/\\*|\\*/|//|\n| |a|é){0,40}") {
            of("a.go", format!("package main\n{rest}").as_bytes());
        }
    }
}
