//! Tables of figures as Markdown, and their places in a document that people write.

use std::fmt;
use std::time::Duration;

/// Rows of cells below a heading, and remarks that belong to the figures.
#[derive(Debug, Default)]
pub(crate) struct Table {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

impl Table {
    /// A table without rows.
    pub(crate) fn new<const N: usize>(headings: [&str; N]) -> Self {
        Self { headings: headings.map(ToOwned::to_owned).to_vec(), ..Self::default() }
    }

    /// Adds a row.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(Vec::from(cells));
    }

    /// Adds a remark below the rows.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

impl fmt::Display for Table {
    /// The first column is words, and the others are figures.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| {} |", self.headings.join(" | "))?;
        writeln!(f, "| :-- |{}", " --: |".repeat(self.headings.len().saturating_sub(1)))?;
        for row in &self.rows {
            writeln!(f, "| {} |", row.join(" | "))?;
        }
        for note in &self.notes {
            writeln!(f, "\n{note}")?;
        }
        Ok(())
    }
}

/// A document with other content between the markers `<!-- NAME -->` and `<!-- end -->`; its prose is left alone.
pub(crate) fn replace(document: &str, name: &str, content: &str) -> Result<String, String> {
    let (begin, end) = (format!("<!-- {name} -->"), "<!-- end -->");
    let place = document.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let (before, after) = place.ok_or_else(|| format!("the document has no {begin} with {end} after it"))?;
    Ok(format!("{before}{begin}\n\n{}\n\n{end}{after}", content.trim_end()))
}

/// A time with three digits and a fitting unit.
pub(crate) fn time(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    match seconds {
        s if s >= 1.0 => format!("{} s", digits(s)),
        s if s >= 1e-3 => format!("{} ms", digits(s * 1e3)),
        s => format!("{} µs", digits(s * 1e6)),
    }
}

/// A number with three digits, or more before the point.
pub(crate) fn digits(number: f64) -> String {
    match number {
        n if n >= 100.0 => format!("{n:.0}"),
        n if n >= 10.0 => format!("{n:.1}"),
        n if n >= 0.1 => format!("{n:.2}"),
        n => format!("{n:.3}"),
    }
}

/// How many times as long `a` is as `b`; a dash where there is nothing to compare with.
pub(crate) fn ratio(a: Duration, b: Option<Duration>) -> String {
    b.map_or_else(dash, |b| format!("×{}", digits(a.as_secs_f64() / b.as_secs_f64())))
}

/// What stands where there is no figure.
pub(crate) fn dash() -> String {
    "—".to_owned()
}
