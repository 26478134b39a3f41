//! How deep a file could be nested at most, from its bytes alone, without parsing it.
//!
//! A level of nesting takes at least one sign or word that is not the end of something. Within one pair of brackets,
//! whatever stands between two `;` or `,` may be nested in each other, and nothing else can be. What the bound says is
//! often too much, never too little: where a `/` may begin a regular expression, nothing that follows on its line is
//! believed to end anything.

/// No less than the levels of nesting that `text` has.
pub(super) fn bound(text: &str) -> usize {
    let mut scan = Scan { pieces: vec![0], ..Scan::default() };
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = scan.step(byte, after);
    }
    scan.most
}

#[derive(Default)]
struct Scan {
    /// For each bracket that is open, and the file: what stands in it since the last `;` or `,`.
    pieces: Vec<usize>,
    /// How many brackets were open where each template literal went over to code.
    templates: Vec<usize>,
    total: usize,
    most: usize,
    in_word: bool,
    doubt: Doubt,
}

/// Whether a regular expression may be under way.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Doubt {
    #[default]
    None,
    Line,
    /// Something that can be longer than a line may have begun where it cannot be told.
    Rest,
}

impl Scan {
    /// Takes in one byte, or more where they belong together; returns what is left.
    fn step<'a>(&mut self, byte: u8, after: &'a [u8]) -> &'a [u8] {
        if byte == b'\n' && self.doubt == Doubt::Line {
            self.doubt = Doubt::None;
        }
        let in_word = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | 0x80..);
        let goes_on = in_word && self.in_word;
        self.in_word = in_word;
        if goes_on || byte.is_ascii_whitespace() {
            return after;
        }
        if self.doubt != Doubt::None {
            let long = byte == b'`' || (byte == b'/' && after.first() == Some(&b'*'));
            if long || (byte == b'\\' && matches!(after.first(), Some(b'\n' | b'\r'))) {
                self.doubt = Doubt::Rest;
            }
            self.count();
            return after;
        }
        match (byte, after.first()) {
            (b'/', Some(b'/')) => return &after[find(after, b"\n").unwrap_or(after.len())..],
            (b'/', Some(b'*')) => return &after[find(&after[1..], b"*/").map_or(after.len(), |at| at + 3)..],
            (b'/', _) => self.doubt = Doubt::Line,
            (b'\'' | b'"', _) => {
                self.count();
                return after_string(byte, after);
            }
            (b'`', _) => {
                self.count();
                return self.after_template(after);
            }
            (b'}', _) if self.templates.last() == Some(&self.pieces.len()) => {
                self.templates.pop();
                self.close();
                return self.after_template(after);
            }
            (b'}' | b')' | b']', _) => {
                self.close();
                return after;
            }
            (b';' | b',', _) => {
                if let Some(piece) = self.pieces.last_mut() {
                    self.total -= std::mem::take(piece);
                }
                return after;
            }
            _ => {}
        }
        self.count();
        if matches!(byte, b'(' | b'[' | b'{') {
            self.pieces.push(0);
        }
        after
    }

    fn count(&mut self) {
        if let Some(piece) = self.pieces.last_mut() {
            *piece += 1;
        }
        self.total += 1;
        self.most = self.most.max(self.total);
    }

    fn close(&mut self) {
        if self.pieces.len() > 1 {
            self.total -= self.pieces.pop().unwrap_or_default();
        }
    }

    /// What follows the text of a template literal: its end, or code in it.
    fn after_template<'a>(&mut self, text: &'a [u8]) -> &'a [u8] {
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            match (byte, text.get(at + 1)) {
                (b'\\', _) => at += 1,
                (b'`', _) => return &text[at + 1..],
                (b'$', Some(b'{')) => {
                    self.count();
                    self.pieces.push(0);
                    self.templates.push(self.pieces.len());
                    return &text[at + 2..];
                }
                _ => {}
            }
            at += 1;
        }
        &[]
    }
}

/// What follows a string: it ends with its line at the latest.
fn after_string(quote: u8, text: &[u8]) -> &[u8] {
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' => return &text[at..],
            _ if byte == quote => return &text[at + 1..],
            _ => {}
        }
        at += 1;
    }
    &[]
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}
