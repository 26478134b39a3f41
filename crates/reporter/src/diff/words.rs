//! Two lines that stand for each other, cut and marked word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::Piece;

/// Characters of a line that are shown.
const LINE_CHARS: usize = 200;
/// Characters of agreement from which a pair of lines is shown only from shortly before its first difference.
const LONG_LEAD: usize = 120;
/// Characters of agreement that are kept then.
const LEAD: usize = 40;

/// A pair of lines in pieces.
pub(super) struct Pair {
    pub(super) expected: Vec<Piece>,
    pub(super) actual: Vec<Piece>,
    /// Whether either was longer than is shown.
    pub(super) cut: bool,
}

/// A line that has no counterpart, and whether it was cut.
pub(super) fn alone(line: &[u8]) -> (Piece, bool) {
    let (text, cut) = shorten(line, 0);
    (Piece { text, differs: true }, cut)
}

/// A line of the expected answer and the line of output in its place.
pub(super) fn pair(expected: &[u8], actual: &[u8]) -> Pair {
    let skip = match common_chars(expected, actual) {
        common if common > LONG_LEAD => common - LEAD,
        _ => 0,
    };
    let ((e, e_cut), (a, a_cut)) = (shorten(expected, skip), shorten(actual, skip));
    let (old, new) = (words(&e), words(&a));
    let mut pair = Pair { expected: Vec::new(), actual: Vec::new(), cut: e_cut || a_cut };
    for operation in capture_diff_slices(Algorithm::RawMyers, &old, &new) {
        let (tag, e, a) = operation.as_tag_tuple();
        let differs = tag != DiffTag::Equal;
        push(&mut pair.expected, old[e].concat(), differs);
        push(&mut pair.actual, new[a].concat(), differs);
    }
    if e == a {
        // Only the line's end can differ now.
        for (line, pieces) in [(expected, &mut pair.expected), (actual, &mut pair.actual)] {
            if !line.ends_with(b"\n") {
                push(pieces, " (no line feed)".to_owned(), true);
            }
        }
    }
    pair
}

fn push(pieces: &mut Vec<Piece>, text: String, differs: bool) {
    if !text.is_empty() {
        pieces.push(Piece { text, differs });
    }
}

/// How many characters two lines have in common at their start.
fn common_chars(a: &[u8], b: &[u8]) -> usize {
    let (a, b) = (String::from_utf8_lossy(a), String::from_utf8_lossy(b));
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

/// The line without its line feed, from character `skip` on, cut; and whether something is left out.
fn shorten(line: &[u8], skip: usize) -> (String, bool) {
    let text = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(line));
    let mut chars = text.chars().skip(skip);
    let mut short = String::new();
    if skip > 0 {
        short.push('…');
    }
    short.extend(chars.by_ref().take(LINE_CHARS));
    let more = chars.next().is_some();
    if more {
        short.push('…');
    }
    (short, more || skip > 0)
}

/// Words, runs of white space, and everything else character by character.
fn words(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_alphanumeric() || c == '_' => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let class = class(c);
        if last.is_some_and(|last| last != class || class == 2) {
            words.push(&text[start..at]);
            start = at;
        }
        last = Some(class);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cover_the_text() {
        assert_eq!(words("ab  c,-1"), ["ab", "  ", "c", ",", "-", "1"]);
        assert_eq!(words(""), Vec::<&str>::new());
    }

    #[test]
    fn lines_that_differ_in_their_end_alone_say_so() {
        let pair = pair(b"ab\n", b"ab");
        assert_eq!(pair.expected.len(), 1);
        assert_eq!(pair.actual[1], Piece { text: " (no line feed)".to_owned(), differs: true });
    }

    #[test]
    fn a_difference_far_into_a_long_line_is_in_what_is_shown() {
        let (e, a) = (b"x".repeat(5000), b"x".repeat(4999));
        let pair = pair(&[e, b" 1".to_vec()].concat(), &[a, b"z 2".to_vec()].concat());
        let shown: String = pair.actual.iter().map(|piece| piece.text.as_str()).collect();
        assert!(pair.cut && shown.starts_with('…') && shown.ends_with("z 2"), "{shown}");
        assert!(shown.chars().count() <= 201);
    }
}
