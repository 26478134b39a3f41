//! The lines of a difference as they are collected for a reader, never more than a screenful.

use super::{Diff, DiffLine, Piece, Side, words};

/// Equal lines shown before and after a changed one.
pub(super) const CONTEXT: usize = 3;
/// Lines shown in all.
pub(super) const SHOWN_LINES: usize = 40;

/// A line and its number, from 0.
type Numbered<'a> = (usize, &'a [u8]);

#[derive(Default)]
pub(super) struct Shown {
    lines: Vec<DiffLine>,
    /// Whether something is left out.
    pub(super) cut: bool,
}

impl Shown {
    pub(super) fn is_full(&mut self) -> bool {
        let full = self.lines.len() >= SHOWN_LINES;
        self.cut |= full;
        full
    }

    pub(super) fn both(&mut self, expected: Option<Numbered<'_>>, actual: Option<Numbered<'_>>) {
        let Some((number, line)) = expected else { return };
        let (piece, cut) = words::alone(line);
        let piece = Piece { differs: false, ..piece };
        self.push(Side::Both, Some(number), actual.map(|(number, _)| number), vec![piece], cut);
    }

    pub(super) fn change(&mut self, expected: Option<Numbered<'_>>, actual: Option<Numbered<'_>>) {
        if let (Some((e, expected)), Some((a, actual))) = (expected, actual) {
            let pair = words::pair(expected, actual);
            self.push(Side::Expected, Some(e), None, pair.expected, pair.cut);
            self.push(Side::Actual, None, Some(a), pair.actual, pair.cut);
            return;
        }
        if let Some((number, line)) = expected {
            let (piece, cut) = words::alone(line);
            self.push(Side::Expected, Some(number), None, vec![piece], cut);
        }
        if let Some((number, line)) = actual {
            let (piece, cut) = words::alone(line);
            self.push(Side::Actual, None, Some(number), vec![piece], cut);
        }
    }

    pub(super) fn push(
        &mut self,
        side: Side,
        expected: Option<usize>,
        actual: Option<usize>,
        pieces: Vec<Piece>,
        cut: bool,
    ) {
        if self.is_full() {
            return;
        }
        let from_one = |number: usize| number as u64 + 1;
        self.cut |= cut;
        let (expected_line, actual_line) = (expected.map(from_one), actual.map(from_one));
        self.lines.push(DiffLine { side, expected_line, actual_line, pieces });
    }

    pub(super) fn into_diff(self, first: String) -> Diff {
        Diff { first, lines: self.lines, cut: self.cut }
    }
}
