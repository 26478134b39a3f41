//! Bytes cut to what a person reads, with their true size.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hexdump;

/// Bytes kept of any stream in a grade.
pub const EXCERPT_BYTES: usize = 4096;
/// Bytes kept of a stream that is no text: a dump is five times as long as what it shows.
const DUMP_BYTES: usize = 512;

/// The beginning of some bytes, as text where they are text, else as a hex dump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excerpt {
    /// The text, not escaped: renderers escape it.
    pub text: String,
    /// Whether `text` is a hex dump, because the bytes are not UTF-8 or hold NUL.
    pub binary: bool,
    /// How many bytes there were in all.
    pub bytes: u64,
    /// Whether there were more than are shown.
    pub cut: bool,
}

impl Excerpt {
    /// The excerpt of `kept`, the first of `total` bytes.
    ///
    /// ```
    /// let excerpt = assay_reporter::Excerpt::new(b"17\n", 3);
    /// assert_eq!((excerpt.text.as_str(), excerpt.binary, excerpt.cut), ("17\n", false, false));
    /// ```
    pub fn new(kept: &[u8], total: u64) -> Self {
        let total = total.max(kept.len() as u64);
        let head = &kept[..kept.len().min(EXCERPT_BYTES)];
        if let Some(text) = whole_characters(head, total) {
            return Self { text: text.to_owned(), binary: false, bytes: total, cut: (text.len() as u64) < total };
        }
        let head = &kept[..kept.len().min(DUMP_BYTES)];
        let mut text = hexdump::rows(head, 0).join("\n");
        text.push('\n');
        Self { text, binary: true, bytes: total, cut: (head.len() as u64) < total }
    }
}

/// `head` as text, less a last character that the cut went through.
fn whole_characters(head: &[u8], total: u64) -> Option<&str> {
    if head.contains(&0) {
        return None;
    }
    match std::str::from_utf8(head) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() && (head.len() as u64) < total => {
            std::str::from_utf8(&head[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_characters_and_keeps_its_true_size() {
        let text = format!("x{}", "é".repeat(EXCERPT_BYTES));
        let excerpt = Excerpt::new(text.as_bytes(), 1_000_000);
        assert_eq!(excerpt.text.len(), EXCERPT_BYTES - 1);
        assert!(!excerpt.binary && excerpt.cut);
        assert_eq!(excerpt.bytes, 1_000_000);
    }

    #[test]
    fn a_character_broken_by_the_submission_makes_the_bytes_binary() {
        assert!(Excerpt::new(b"ab\xc3", 3).binary);
        assert!(!Excerpt::new(b"ab\xc3", 4).binary, "here the cut broke it");
        assert!(Excerpt::new(b"a\0b", 3).binary);
    }

    #[test]
    fn a_dump_has_offset_bytes_and_ascii() {
        let excerpt = Excerpt::new(b"\0Hello, sandbox!\xff", 17);
        assert_eq!(
            excerpt.text,
            "00000000  00 48 65 6c 6c 6f 2c 20  73 61 6e 64 62 6f 78 21  |.Hello, sandbox!|\n\
             00000010  ff                                                |.|\n"
        );
        assert!(!excerpt.cut);
        let long = Excerpt::new(&[0; 5000], 5000);
        assert_eq!((long.text.lines().count(), long.cut), (32, true));
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(Excerpt::new(b"", 0), Excerpt { text: String::new(), binary: false, bytes: 0, cut: false });
    }
}
