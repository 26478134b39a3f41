//! A profile in text: one line of what it is, and the frames in which most was spent.

use super::amount::{grouped, percent, share_milli, time};
use super::paper::{Paper, Tone, columns, left, right};
use super::{Html, RenderOptions, html, json, page_end, page_start};
use crate::{FrameKind, Profile};

/// The frames a table has.
pub(super) const SHOWN: usize = 20;

/// A way to write a profile down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ProfileFormat {
    /// A table for a terminal.
    #[default]
    Text,
    /// A flame graph on a self-contained page.
    Html,
    /// Collapsed stacks, as tools that draw flame graphs read them.
    Folded,
    /// The profile itself.
    Json,
}

impl ProfileFormat {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Text, Self::Html, Self::Folded, Self::Json];

    /// The format's name on a command line, such as `folded`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Folded => "folded",
            Self::Json => "json",
        }
    }
}

/// The profile as a report of its own. It shows exactly what the profile holds.
pub fn render_profile(profile: &Profile, format: ProfileFormat, options: &RenderOptions) -> String {
    match format {
        ProfileFormat::Text => {
            let mut paper = Paper::new(options);
            table(&mut paper, profile);
            paper.finish()
        }
        ProfileFormat::Html => {
            let mut page = Html::default();
            page_start(&mut page, &format!("Where the cost went: {}", profile.case));
            page.raw("<main>\n");
            html::flame(&mut page, profile);
            page.raw("</main>\n");
            page_end(&mut page);
            page.finish()
        }
        ProfileFormat::Folded => profile.folded(),
        ProfileFormat::Json => json(profile),
    }
}

/// What a profile is of, in one sentence.
pub(super) fn caption(profile: &Profile) -> String {
    let share = share_milli(profile.known.min(profile.cost), profile.cost);
    let kind = match profile.frames {
        FrameKind::Functions => "functions",
        FrameKind::Lines => "lines of the submission",
    };
    let time = time(profile.cost.div_ceil(assay_challenge::UNITS_PER_MS));
    let units = grouped(profile.cost);
    format!("{} ({}): {time}, {units} units, of which {} by {kind}", profile.case, profile.verdict, percent(share))
}

/// Writes the frames in which most was spent.
pub(super) fn table(paper: &mut Paper, profile: &Profile) {
    paper.wrapped("", Tone::Plain, &caption(profile));
    let hot = profile.hottest();
    let hot: Vec<_> = hot.iter().filter(|frame| frame.own > 0).take(SHOWN).collect();
    if hot.is_empty() {
        return paper.line(&[(Tone::Soft, "  no frame is known of what was spent")]);
    }
    paper.line(&[(Tone::Soft, "     own  with calls  ")]);
    let room = paper.width().saturating_sub(24);
    for frame in hot {
        let share = |units: u64| percent(share_milli(units, profile.cost));
        let name = left(frame.name, columns(frame.name).min(room));
        let line = format!("{}{}  ", right(&share(frame.own), 8), right(&share(frame.total), 12));
        paper.line(&[(Tone::Plain, &line), (Tone::Strong, &name)]);
    }
}
