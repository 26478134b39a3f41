//! Bytes that are no text, as rows of offset, sixteen bytes and their ASCII.

use std::fmt::Write as _;

/// Bytes in one row.
pub(crate) const ROW: usize = 16;

/// Whether bytes are shown as a dump: they are not UTF-8, or hold NUL.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    bytes.contains(&0) || std::str::from_utf8(bytes).is_err()
}

/// The rows of `bytes`, the first of which stands at `offset`.
pub(crate) fn rows(bytes: &[u8], offset: usize) -> Vec<String> {
    bytes.chunks(ROW).enumerate().map(|(n, row)| hex_row(row, offset + n * ROW)).collect()
}

fn hex_row(row: &[u8], offset: usize) -> String {
    let mut text = format!("{offset:08x} ");
    for n in 0..ROW {
        if n % 8 == 0 {
            text.push(' ');
        }
        match row.get(n) {
            Some(byte) => {
                let _ = write!(text, "{byte:02x} ");
            }
            None => text.push_str("   "),
        }
    }
    text.push_str(" |");
    text.extend(row.iter().map(|&byte| if byte.is_ascii_graphic() || byte == b' ' { char::from(byte) } else { '.' }));
    text.push('|');
    text
}
