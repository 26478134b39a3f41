//! A page of terminal text of fixed width: the one place where text reports are written, so that every
//! character is made inert and no line is too long.

use assay_challenge::Verdict;

use super::RenderOptions;
use super::escape::visible;

/// How a stretch of text looks, when colours are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Strong,
    Soft,
    Good,
    Bad,
    Warn,
    Odd,
    BadMark,
    GoodMark,
}

impl Tone {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\x1b[1m",
            Self::Soft => "\x1b[2m",
            Self::Good => "\x1b[32m",
            Self::Bad => "\x1b[31m",
            Self::Warn => "\x1b[33m",
            Self::Odd => "\x1b[35m",
            Self::BadMark => "\x1b[1;7;31m",
            Self::GoodMark => "\x1b[1;7;32m",
        }
    }
}

impl From<Verdict> for Tone {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::AC => Self::Good,
            Verdict::WA | Verdict::RTE | Verdict::CE => Self::Bad,
            Verdict::TLE | Verdict::MLE | Verdict::OLE => Self::Warn,
            Verdict::SK => Self::Soft,
            Verdict::JE => Self::Odd,
        }
    }
}

/// The page being written.
pub(crate) struct Paper {
    out: String,
    width: usize,
    colour: bool,
}

impl Paper {
    /// A blank page; less than 40 columns are not enough to say anything.
    pub(crate) fn new(options: &RenderOptions) -> Self {
        Self { out: String::new(), width: options.width.max(40), colour: options.colour }
    }

    /// Columns of a line.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Writes one line made of stretches, cut with `…` where it would be too long.
    pub(crate) fn line(&mut self, stretches: &[(Tone, &str)]) {
        let mut room = self.width;
        let mut line = String::new();
        for (tone, text) in stretches {
            let wanted = columns(text);
            let shown = cut(text, room);
            if self.colour && *tone != Tone::Plain && !shown.is_empty() {
                line.push_str(tone.code());
                line.push_str(&shown);
                line.push_str("\x1b[0m");
            } else {
                line.push_str(&shown);
            }
            if wanted > room {
                break;
            }
            room -= wanted;
        }
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
    }

    /// Writes an empty line.
    pub(crate) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Writes a section's heading after an empty line.
    pub(crate) fn heading(&mut self, text: &str) {
        self.blank();
        self.line(&[(Tone::Strong, text)]);
    }

    /// Writes a text over as many lines as it needs, all but the first below the end of `lead`.
    pub(crate) fn wrapped(&mut self, lead: &str, tone: Tone, text: &str) {
        let lead = cut(lead, self.width / 2);
        let indent = " ".repeat(columns(&lead));
        let room = self.width - indent.len();
        for (i, line) in wrap(&visible(text), room).iter().enumerate() {
            self.line(&[(Tone::Soft, if i == 0 { &lead } else { &indent }), (tone, line)]);
        }
    }

    /// The page.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}

/// How many columns a text takes once it is visible. Marks that combine count as one, so that it is never less.
pub(crate) fn columns(text: &str) -> usize {
    visible(text).chars().map(columns_of).sum()
}

fn columns_of(c: char) -> usize {
    match u32::from(c) {
        0x1100..=0x115F
        | 0x231A..=0x231B
        | 0x23E9..=0x23F3
        | 0x25FD..=0x25FE
        | 0x2600..=0x27BF
        | 0x2B1B..=0x2B55
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE10..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x16FE0..=0x1B2FF
        | 0x1F000..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// The text, visible, and cut with `…` if it takes more than `room` columns.
pub(crate) fn cut(text: &str, room: usize) -> String {
    let text = visible(text);
    if columns(&text) <= room {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut left = room.saturating_sub(1);
    for c in text.chars() {
        let Some(rest) = left.checked_sub(columns_of(c)) else { break };
        out.push(c);
        left = rest;
    }
    if room > 0 {
        out.push('…');
    }
    out
}

/// The text cut and filled with blanks to exactly `width` columns, flush left.
pub(crate) fn left(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let fill = width - columns(&text).min(width);
    text + &" ".repeat(fill)
}

/// The text cut and filled with blanks to exactly `width` columns, flush right.
pub(crate) fn right(text: &str, width: usize) -> String {
    let text = cut(text, width);
    " ".repeat(width - columns(&text).min(width)) + &text
}

fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ') {
        let wanted = columns(word);
        if used > 0 && used + 1 + wanted > room {
            lines.push(String::new());
            used = 0;
        }
        let mut line = lines.pop().unwrap_or_default();
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            if used + columns_of(c) > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += columns_of(c);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_at_the_width_with_a_sign() {
        let mut paper = Paper::new(&RenderOptions { colour: false, width: 40 });
        paper.line(&[(Tone::Plain, &"数".repeat(30)), (Tone::Bad, "never seen")]);
        assert_eq!(paper.finish(), format!("{}…\n", "数".repeat(19)));
    }

    #[test]
    fn wrapping_breaks_between_words_and_inside_words_that_are_too_long() {
        assert_eq!(wrap("to be or not", 6), ["to be", "or not"]);
        assert_eq!(wrap("a incomprehensible", 8), ["a", "incompre", "hensible"]);
    }

    #[test]
    fn only_our_own_escape_codes_reach_the_page() {
        let mut paper = Paper::new(&RenderOptions { colour: true, width: 80 });
        paper.line(&[(Tone::Bad, "\x1b[2J")]);
        assert_eq!(paper.finish(), "\x1b[31m␛[2J\x1b[0m\n");
    }
}
