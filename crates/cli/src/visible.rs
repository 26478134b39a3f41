//! Bytes from outside made safe to show on a terminal: nothing in them moves the cursor or changes a colour.

use std::fmt::Write as _;

/// `bytes` with line feeds and tabs as they are and every other control or direction-turning character spelled out.
pub(crate) fn visible(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\n' | '\t' => text.push(c),
                c if c.is_ascii_control() => push_byte(&mut text, c as u32),
                c if c.is_control() || turns_direction(c) => text.extend(c.escape_unicode()),
                c => text.push(c),
            }
        }
        for byte in chunk.invalid() {
            push_byte(&mut text, u32::from(*byte));
        }
    }
    text
}

fn push_byte(text: &mut String, byte: u32) {
    let _ = write!(text, "\\x{byte:02x}");
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_shown_and_not_obeyed() {
        assert_eq!(visible(b"a\tb\n\x1b[2J\r\x07"), "a\tb\n\\x1b[2J\\x0d\\x07");
        assert_eq!(visible("é\u{9b}\u{202e}".as_bytes()), "é\\u{9b}\\u{202e}");
        assert_eq!(visible(b"\xff\0"), "\\xff\\x00");
    }
}
