//! What is shown on standard error while work is under way: a bar on a terminal, a few lines elsewhere.

use std::io::Write;
use std::time::{Duration, Instant};

use assay::{Event, Language, Progress, Verdict};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::pace::Pace;
use crate::visible::visible;

const CASES: &str = "{prefix} {bar:24} {pos}/{len} {wide_msg}";
const MANY: &str = "{bar:24} {pos}/{len} {wide_msg}";
const BYTES: &str = "{prefix} {bar:24} {bytes}/{total_bytes} {wide_msg}";
const STEP: &str = "{prefix} {spinner} {wide_msg} {elapsed}";

/// Shows progress, or does not. What is shown on a terminal is gone when this is dropped.
pub(crate) struct Display {
    look: Look,
    /// The line shown last, so that none is repeated.
    last: String,
    about: String,
    /// A run of many submissions, while it lasts.
    many: Option<Many>,
}

struct Many {
    pace: Pace,
    started: Instant,
    /// Whether its grades are kept, so that it can go on later.
    kept: bool,
}

enum Look {
    Nothing,
    /// Lines of slow steps only: logs are read later.
    Lines,
    Bar(ProgressBar),
}

impl Display {
    pub(crate) fn new(quiet: bool, terminal: bool) -> Self {
        let look = match (quiet, terminal) {
            (true, _) => Look::Nothing,
            (false, false) => Look::Lines,
            (false, true) => Look::Bar(ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())),
        };
        Self { look, last: String::new(), about: String::new(), many: None }
    }

    /// Names what the next events are about, such as a submission's file.
    pub(crate) fn about(&mut self, name: &str) {
        self.about = visible(name.as_bytes()).replace(['\n', '\t'], " ");
    }

    /// Shows what happened.
    pub(crate) fn note(&mut self, event: &Event) {
        match (&self.look, event) {
            (_, Event::Pack { language, progress }) => self.note_pack(language, progress),
            (Look::Bar(bar), Event::Compiling) => step(bar, &self.about, "compiling"),
            (Look::Bar(bar), Event::Started { cases }) => {
                start(bar, CASES, &self.about, u64::try_from(*cases).unwrap_or(u64::MAX));
                bar.set_message("");
            }
            (Look::Bar(bar), Event::Judged { index, case }) => {
                bar.set_position(u64::try_from(*index).unwrap_or(0) + 1);
                bar.set_message(format!("{} {}", case.verdict, case.id));
            }
            (Look::Bar(bar), Event::Measuring { size }) => bar.set_message(format!("growth, n = {size}")),
            _ => {}
        }
    }

    /// Shows how far a language pack is.
    pub(crate) fn note_pack(&mut self, language: &Language, progress: &Progress) {
        match &self.look {
            Look::Nothing => {}
            Look::Lines => {
                let Some(line) = line(language, progress).filter(|line| *line != self.last) else { return };
                // A closed standard error is no reason to stop.
                let _ = writeln!(std::io::stderr(), "{line}");
                self.last = line;
            }
            Look::Bar(bar) => match progress {
                Progress::Fetching { package, bytes, bytes_total } => {
                    start(bar, BYTES, language.as_str(), *bytes_total);
                    bar.set_position(*bytes);
                    bar.set_message(format!("fetching {package}"));
                }
                Progress::Checking { file } => step(bar, language.as_str(), &format!("checking {file}")),
                Progress::Preparing { step: name } => step(bar, language.as_str(), name),
                _ => {}
            },
        }
    }
}

impl Display {
    /// A run of many submissions begins.
    pub(crate) fn begin(&mut self, total: usize, kept: bool) {
        self.many = Some(Many { pace: Pace { total, ..Pace::default() }, started: Instant::now(), kept });
        if let Look::Bar(bar) = &self.look {
            start(bar, MANY, "", u64::try_from(total).unwrap_or(u64::MAX));
        }
    }

    /// One of them is done with, perhaps without a verdict, perhaps by an earlier run.
    pub(crate) fn graded(&mut self, name: &str, verdict: Option<Verdict>, before: bool) {
        let Some(Many { pace, started, .. }) = &mut self.many else { return };
        pace.done += 1;
        pace.before += usize::from(before);
        let words = pace.words(started.elapsed());
        match &self.look {
            Look::Lines if pace.is_tenth() => {
                let comma = if words.is_empty() { "" } else { ", " };
                let _ = writeln!(std::io::stderr(), "{} of {} graded{comma}{words}", pace.done, pace.total);
            }
            Look::Nothing | Look::Lines => {}
            Look::Bar(bar) => {
                // A pack that was fetched meanwhile has left its own look.
                if bar.length() != u64::try_from(pace.total).ok() {
                    start(bar, MANY, "", u64::try_from(pace.total).unwrap_or(u64::MAX));
                }
                bar.set_position(u64::try_from(pace.done).unwrap_or(0));
                let last = verdict.map_or("", Verdict::word);
                let name = visible(name.as_bytes()).replace(['\n', '\t'], " ");
                bar.set_message(format!("{words}  {last} {name}"));
            }
        }
    }

    /// All are done with.
    pub(crate) fn end(&mut self) {
        self.many = None;
        if let Look::Bar(bar) = &self.look {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Look::Bar(bar) = &self.look {
            bar.finish_and_clear();
        }
        let stopped = self.many.as_ref().filter(|many| many.kept && !matches!(self.look, Look::Nothing));
        if let Some(Pace { done, total, .. }) = stopped.map(|many| many.pace) {
            let _ =
                writeln!(std::io::stderr(), "stopped: {done} of {total} graded; the same command goes on from here");
        }
    }
}

fn start(bar: &ProgressBar, template: &str, prefix: &str, length: u64) {
    bar.disable_steady_tick();
    bar.set_style(style(template));
    bar.set_prefix(prefix.to_owned());
    bar.set_length(length);
    bar.set_position(0);
}

fn step(bar: &ProgressBar, prefix: &str, message: &str) {
    bar.set_style(style(STEP));
    bar.set_prefix(prefix.to_owned());
    bar.set_message(message.to_owned());
    bar.reset_elapsed();
    bar.enable_steady_tick(Duration::from_millis(120));
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// The line for a slow step; quick ones have none.
fn line(language: &Language, progress: &Progress) -> Option<String> {
    Some(match progress {
        Progress::Fetching { package, bytes_total, .. } => {
            format!("{language}: fetching {package} ({} MB)", bytes_total.div_ceil(1_000_000))
        }
        Progress::Preparing { step } => format!("{language}: {step}"),
        Progress::Ready => format!("{language}: ready"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_gets_one_line_for_a_fetch_however_often_it_is_reported() {
        let python = Language::new("python").expect("a name");
        let at = |bytes| Progress::Fetching { package: "tool==1".into(), bytes, bytes_total: 17_100_000 };
        assert_eq!(line(&python, &at(0)).as_deref(), Some("python: fetching tool==1 (18 MB)"));
        assert_eq!(line(&python, &at(0)), line(&python, &at(9_000_000)));
        assert_eq!(line(&python, &Progress::Checking { file: "x".into() }), None);
    }

    #[test]
    fn every_template_is_one_indicatif_understands() {
        for template in [CASES, MANY, BYTES, STEP] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }
}
