//! Text from outside made inert: every byte a submission wrote passes through here before a report shows it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with everything a terminal or reader would obey, or would not see, written out.
///
/// Control characters become their pictures (`␛`), bidirectional controls and invisible characters become
/// `\u{202e}`. Line feeds and tabs are control characters too, so the result is one line.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push_visible(&mut out, c);
    }
    Cow::Owned(out)
}

/// The lines of a text, made visible; tabs become four blanks. A final line feed starts no line.
pub(crate) fn visible_lines(text: &str) -> impl Iterator<Item = String> + '_ {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let lines = (!text.is_empty()).then(|| body.split('\n')).into_iter().flatten();
    lines.map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line).replace('\t', "    ");
        visible(&line).into_owned()
    })
}

/// Writes one character as [`visible`] shows it.
pub(crate) fn push_visible(out: &mut String, c: char) {
    match c {
        '\0'..='\x1f' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
        '\x7f' => out.push('\u{2421}'),
        _ if is_unseen(c) => {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
        _ => out.push(c),
    }
}

/// Whether a character acts on the text around it or leaves no ink where ink matters.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0E | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
            | 0xFFFE | 0xFFFF | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}

/// Text for an element's content or a quoted attribute of HTML.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => push_visible(&mut out, c),
        }
    }
    out
}

/// Text without the characters XML 1.0 has no way to write; what a reader would obey is written out.
/// Line feeds and tabs stay. The XML writer does the rest.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(c),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {}
            _ => push_visible(&mut out, c),
        }
    }
    out
}

/// A code span of Markdown holding the text; nothing for an empty text.
///
/// Inside a code span no markup, link, mention or HTML is recognised.
pub(crate) fn code_span(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = visible(text);
    let ticks = "`".repeat(longest_run(&text, '`') + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// A code span of Markdown for a table's cell, where a bar would end the cell even inside the span.
pub(crate) fn code_cell(text: &str) -> String {
    code_span(text).replace('|', "\\|")
}

/// A fenced block of Markdown holding the lines; its fence is longer than any run of backticks inside.
pub(crate) fn fenced(info: &'static str, lines: impl Iterator<Item = String>) -> String {
    let body = lines.fold(String::new(), |body, line| body + &line + "\n");
    let fence = "`".repeat(longest_run(&body, '`').max(2) + 1);
    format!("{fence}{info}\n{body}{fence}\n")
}

/// Plain prose of Markdown, such as a title: what could be markup is escaped with a backslash.
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A mention stays text when something that is no letter, yet invisible, follows the sign.
            '@' => out.push_str("@<!-- -->"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | ':' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

fn longest_run(text: &str, wanted: char) -> usize {
    let (longest, _) = text.chars().fold((0, 0), |(longest, run), c| {
        let run = if c == wanted { run + 1 } else { 0 };
        (longest.max(run), run)
    });
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_pictures_and_bidi_controls_become_numbers() {
        assert_eq!(visible("a\x1b[31mb\0\u{202e}\u{9b}c\r\n"), "a␛[31mb␀\\u{202e}\\u{9b}c␍␊");
    }

    #[test]
    fn letters_of_all_scripts_stay() {
        assert_eq!(visible("Größe 数 नमस्ते 🦀"), "Größe 数 नमस्ते 🦀");
    }

    #[test]
    fn a_fence_is_longer_than_any_run_of_backticks_inside() {
        assert_eq!(fenced("", ["````".to_owned()].into_iter()), "`````\n````\n`````\n");
        assert_eq!(code_cell("a``b|"), "```a``b\\|```");
        assert_eq!(code_span("`"), "`` ` ``");
    }

    #[test]
    fn xml_keeps_line_feeds_and_drops_what_it_cannot_hold() {
        assert_eq!(xml("a\n\t\x1b\0\u{ffff}\u{202e}b"), "a\n\t\\u{202e}b");
    }
}
