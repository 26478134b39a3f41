//! A line of a difference, character by character, with white space that matters made visible.

use super::escape::push_visible;
use super::paper::columns;
use crate::{Diff, DiffLine, Side};

/// One character as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Usually one character, more where it had to be written out.
    pub(crate) text: String,
    /// Whether it is part of what differs.
    pub(crate) differs: bool,
}

/// The line's characters: blanks at its end become `·`, tabs `→`, blanks that only look like blanks their number.
pub(crate) fn cells(line: &DiffLine) -> Vec<Cell> {
    let letters: Vec<(char, bool)> =
        line.pieces.iter().flat_map(|piece| piece.text.chars().map(|c| (c, piece.differs))).collect();
    let end = letters.iter().rposition(|(c, _)| !matches!(c, ' ' | '\t' | '\r')).map_or(0, |last| last + 1);
    let show = |(place, &(c, differs)): (usize, &(char, bool))| {
        let mut text = String::new();
        match c {
            ' ' if place >= end => text.push('·'),
            '\t' => text.push('→'),
            c if c.is_whitespace() && c != ' ' && !c.is_control() => text = format!("\\u{{{:x}}}", u32::from(c)),
            c => push_visible(&mut text, c),
        }
        Cell { text, differs }
    };
    letters.iter().enumerate().map(show).collect()
}

/// The cells that fit `room` columns, chosen so that the first difference is among them; `…` marks what is left out.
pub(crate) fn window(cells: Vec<Cell>, room: usize) -> Vec<Cell> {
    let width = |cells: &[Cell]| cells.iter().map(|cell| columns(&cell.text)).sum::<usize>();
    if width(&cells) <= room {
        return cells;
    }
    let dots = || Cell { text: "…".to_owned(), differs: false };
    let first = cells.iter().position(|cell| cell.differs).unwrap_or(0);
    let mut start = first;
    while start > 0 && width(&cells[start - 1..first]) <= room / 3 {
        start -= 1;
    }
    let mut shown: Vec<Cell> = (start > 0).then(dots).into_iter().collect();
    let mut left = room.saturating_sub(shown.len() + 1);
    let mut rest = cells[start..].iter();
    for cell in rest.by_ref() {
        let Some(after) = left.checked_sub(columns(&cell.text)) else {
            shown.push(dots());
            return shown;
        };
        left = after;
        shown.push(cell.clone());
    }
    shown
}

/// Neighbouring cells that are alike in one string each.
pub(crate) fn runs(cells: &[Cell]) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    for cell in cells {
        match runs.last_mut() {
            Some((text, differs)) if *differs == cell.differs => text.push_str(&cell.text),
            _ => runs.push((cell.text.clone(), cell.differs)),
        }
    }
    runs
}

/// Whether marks within the line say more than its sign does: some of it differs and some does not.
pub(crate) fn is_marked(cells: &[Cell]) -> bool {
    cells.iter().any(|cell| cell.differs) && cells.iter().any(|cell| !cell.differs)
}

/// The difference as rows of two sides: lines only in one side stand beside those only in the other.
pub(crate) fn rows(diff: &Diff) -> Vec<(Option<&DiffLine>, Option<&DiffLine>)> {
    let mut rows = Vec::new();
    let (mut expected, mut actual) = (Vec::new(), Vec::new());
    for line in &diff.lines {
        match line.side {
            Side::Expected if actual.is_empty() => expected.push(line),
            Side::Expected => {
                pair(&mut rows, &mut expected, &mut actual);
                expected.push(line);
            }
            Side::Actual => actual.push(line),
            Side::Both => {
                pair(&mut rows, &mut expected, &mut actual);
                rows.push((Some(line), Some(line)));
            }
        }
    }
    pair(&mut rows, &mut expected, &mut actual);
    rows
}

fn pair<'a>(
    rows: &mut Vec<(Option<&'a DiffLine>, Option<&'a DiffLine>)>,
    expected: &mut Vec<&'a DiffLine>,
    actual: &mut Vec<&'a DiffLine>,
) {
    let height = expected.len().max(actual.len());
    rows.extend((0..height).map(|i| (expected.get(i).copied(), actual.get(i).copied())));
    expected.clear();
    actual.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Piece;

    fn line(side: Side, pieces: &[(&str, bool)]) -> DiffLine {
        let pieces = pieces.iter().map(|&(text, differs)| Piece { text: text.to_owned(), differs }).collect();
        DiffLine { side, expected_line: None, actual_line: None, pieces }
    }

    fn shown(line: &DiffLine) -> String {
        cells(line).into_iter().map(|cell| cell.text).collect()
    }

    #[test]
    fn white_space_that_matters_is_seen() {
        assert_eq!(shown(&line(Side::Both, &[("a b\tc", false), (" \t\r", true)])), "a b→c·→␍");
        assert_eq!(shown(&line(Side::Both, &[("1\u{a0}2", false)])), "1\\u{a0}2");
    }

    #[test]
    fn a_long_line_is_shown_around_its_first_difference() {
        let line = line(Side::Actual, &[(&"x".repeat(300), false), ("BAD", true), (&"y".repeat(300), false)]);
        let window = window(cells(&line), 40);
        let text: String = window.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(text, format!("…{}BAD{}…", "x".repeat(13), "y".repeat(22)));
    }

    #[test]
    fn changed_lines_stand_beside_each_other() {
        let lines = vec![
            line(Side::Both, &[("same", false)]),
            line(Side::Expected, &[("one", true)]),
            line(Side::Expected, &[("two", true)]),
            line(Side::Actual, &[("uno", true)]),
        ];
        let diff = Diff { first: String::new(), lines, cut: false };
        let sides: Vec<_> = rows(&diff).iter().map(|(a, b)| (a.is_some(), b.is_some())).collect();
        assert_eq!(sides, [(true, true), (true, true), (true, false)]);
    }
}
