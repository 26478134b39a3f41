//! Every report is a function of the grade; none is read back, and all pass through the same escaping.

mod amount;
mod cells;
mod escape;
mod gradescope;
mod growth;
mod html;
mod junit;
mod markdown;
mod outline;
mod paper;
mod profile;
mod text;
mod text_case;
pub(crate) mod tiers;

pub(crate) use amount::{count, grouped, hundredths, percent, ratio, share_milli, size, time};
pub(crate) use escape::{code_cell, prose, visible};
pub(crate) use gradescope::results;
pub(crate) use growth::class;
pub(crate) use html::{Html, digest, page_end, page_start, verdict_badge};
pub(crate) use junit::document as junit_document;
pub(crate) use outline::{hidden_cases, is_measured};
pub(crate) use paper::{Paper, Tone, columns, left, right};
pub use profile::{ProfileFormat, render_profile};

use serde::Serialize;

use crate::Grade;

/// A way to write a report down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// The grade itself.
    Json,
    /// One self-contained page.
    Html,
    /// For continuous integration.
    Junit,
    /// For a comment on a pull request.
    Markdown,
    /// Gradescope's `results.json`.
    Gradescope,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Text, Self::Json, Self::Html, Self::Junit, Self::Markdown, Self::Gradescope];

    /// The format's name on a command line, such as `junit`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Html => "html",
            Self::Junit => "junit",
            Self::Markdown => "markdown",
            Self::Gradescope => "gradescope",
        }
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// A word that names no format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no report format: write text, json, html, junit, markdown or gradescope")]
pub struct UnknownFormat(String);

impl std::str::FromStr for Format {
    type Err = UnknownFormat;
    fn from_str(word: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|format| format.name() == word).ok_or_else(|| UnknownFormat(word.to_owned()))
    }
}

/// What a report in text depends on besides the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RenderOptions {
    /// Whether to write ANSI colours.
    pub colour: bool,
    /// Columns of a line; at least 40 are used.
    pub width: usize,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { colour: false, width: 80 }
    }
}

/// The grade as a report. It shows exactly what the grade holds: for a candidate, redact the grade first.
pub fn render(grade: &Grade, format: Format, options: &RenderOptions) -> String {
    match format {
        Format::Text => text::render(grade, options),
        Format::Json => json(grade),
        Format::Html => html::render(grade),
        Format::Junit => junit::document(&[grade]),
        Format::Markdown => markdown::render(grade),
        Format::Gradescope => json(&gradescope::results(grade)),
    }
}

/// Pretty JSON with a final line feed.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests;
