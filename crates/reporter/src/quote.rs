//! Bytes from outside as part of a one-line message: escaped, bounded, and marked as cut.

use std::fmt::Write as _;

/// Characters of a value that a message quotes.
const SHOWN: usize = 40;
/// Characters of agreement kept before the first difference of two long values.
const LEAD: usize = 12;

/// `bytes` in double quotes, cut to a few characters.
pub(crate) fn quote(bytes: &[u8]) -> String {
    format!("\"{}\"", visible(bytes, SHOWN))
}

/// Two values in quotes; where they agree for long, both begin shortly before their first difference.
pub(crate) fn quote_pair(expected: &[u8], actual: &[u8]) -> (String, String) {
    let common = common_prefix(expected, actual);
    if common <= 2 * LEAD {
        return (quote(expected), quote(actual));
    }
    let start = char_start(expected, common - LEAD);
    let tail = |bytes: &[u8]| format!("\"…{}\"", visible(&bytes[start..], SHOWN));
    (tail(expected), tail(actual))
}

/// How many bytes two values have in common at their start, ending between characters.
pub(crate) fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    let common = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    char_start(if common < a.len() { a } else { b }, common)
}

/// The column, from 1, of the character that starts at byte `at`.
pub(crate) fn column(bytes: &[u8], at: usize) -> usize {
    String::from_utf8_lossy(&bytes[..at]).chars().count() + 1
}

/// The last place at or before `at` that is not inside a UTF-8 character.
fn char_start(bytes: &[u8], at: usize) -> usize {
    let inside = |at: &usize| bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
    (at.saturating_sub(3)..=at).rev().find(|at| !inside(at)).unwrap_or(at)
}

/// At most `limit` characters of `bytes`, with all that a terminal or a reader could mistake made visible.
pub(crate) fn visible(bytes: &[u8], limit: usize) -> String {
    let mut text = String::new();
    let mut left = limit;
    for chunk in bytes[..bytes.len().min(4 * limit + 4)].utf8_chunks() {
        for c in chunk.valid().chars() {
            if left == 0 {
                text.push('…');
                return text;
            }
            left -= 1;
            push_visible(&mut text, c);
        }
        for byte in chunk.invalid() {
            if left == 0 {
                text.push('…');
                return text;
            }
            left -= 1;
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    text
}

fn push_visible(text: &mut String, c: char) {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' => text.extend(c.escape_default()),
        c if c.is_ascii_control() => {
            let _ = write!(text, "\\x{:02x}", u32::from(c));
        }
        c if c.is_control() || is_invisible(c) => text.extend(c.escape_unicode()),
        c => text.push(c),
    }
}

/// Characters that print nothing or turn the direction of the text after them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// `1 line`, `2 lines`.
pub(crate) fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_invisible_characters_are_made_visible() {
        let shown = quote("a\tb\u{1b}[31m\u{202e}\u{85}\"\\".as_bytes());
        assert_eq!(shown, r#""a\tb\x1b[31m\u{202e}\u{85}\"\\""#);
        assert_eq!(quote(b"\xff\x00\xc3"), r#""\xff\x00\xc3""#);
    }

    #[test]
    fn a_long_value_is_cut_and_says_so() {
        assert_eq!(quote(&[b'x'; 40]), format!("\"{}\"", "x".repeat(40)));
        assert_eq!(quote(&[b'x'; 41]), format!("\"{}…\"", "x".repeat(40)));
        assert_eq!(visible("€€€".as_bytes(), 2), "€€…");
    }

    #[test]
    fn long_values_are_shown_from_shortly_before_their_first_difference() {
        let expected = [b"a".repeat(100), b"x".to_vec()].concat();
        let actual = [b"a".repeat(100), b"y".to_vec()].concat();
        let (e, a) = quote_pair(&expected, &actual);
        assert_eq!((e.as_str(), a.as_str()), ("\"…aaaaaaaaaaaax\"", "\"…aaaaaaaaaaaay\""));
    }

    #[test]
    fn a_common_prefix_never_ends_inside_a_character() {
        assert_eq!(common_prefix("aé".as_bytes(), "aè".as_bytes()), 1);
        assert_eq!(common_prefix(b"ab", b"ab"), 2);
        assert_eq!(column("éxy".as_bytes(), 2), 2);
    }
}
