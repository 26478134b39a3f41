//! The report as one self-contained page: no script, nothing loaded, readable on paper and in the dark.

mod bars;
mod case;
mod diff;
mod digest;
mod element;
mod flame;
mod growth;
mod page;
mod tables;
mod tiers;

pub(crate) use digest::digest;
pub(crate) use element::Html;
pub(super) use flame::flame;
pub(crate) use page::{page_end, page_start, verdict_badge};

use super::amount::{share_milli, size, time};
use super::outline::{hidden_cases, score_split};
use crate::{Audience, CompileGrade, Grade, Receipt};

/// The whole page.
pub(super) fn render(grade: &Grade) -> String {
    let mut html = Html::default();
    page_start(&mut html, &format!("{}: {} {}", grade.challenge.title, grade.verdict, grade.submission.name));
    header(&mut html, grade);
    html.raw("<main>\n");
    if let Some(compile) = &grade.compile {
        compiling(&mut html, compile);
    }
    tables::groups(&mut html, grade);
    bars::render(&mut html, grade);
    if let Some(measured) = &grade.growth {
        growth::render(&mut html, measured);
    }
    if let Some(between) = &grade.tiers {
        tiers::section(&mut html, between);
    }
    tables::cases(&mut html, grade);
    if let Some(profile) = &grade.profile {
        flame(&mut html, profile);
    }
    case::render_all(&mut html, grade);
    source(&mut html, &grade.submission.source);
    receipt(&mut html, &grade.receipt);
    html.raw("</main>\n");
    page_end(&mut html);
    html.finish()
}

fn header(html: &mut Html, grade: &Grade) {
    let score = &grade.score;
    html.raw("<header>\n<p class=\"eyebrow\">").text(&grade.challenge.id);
    if grade.audience == Audience::Candidate {
        html.raw(" · the candidate’s copy");
    }
    html.raw("</p>\n<h1>").text(&grade.challenge.title).raw("</h1>\n<p class=\"soft\"><span class=\"mono\">");
    html.text(&grade.submission.name).raw("</span> · ").text(&grade.language).raw(" · ");
    html.text(&size(grade.submission.bytes)).raw("</p>\n<div class=\"hero\">\n<div class=\"hero-verdict\">");
    verdict_badge(html, grade.verdict);
    html.raw("<span class=\"hero-word\">").text(grade.verdict.meaning()).raw("</span></div>\n");
    html.raw("<div class=\"hero-points\"><span class=\"points\">").text(&score.points.to_string()).raw("</span>");
    html.raw("<span class=\"soft\"> of ").text(&score.max.to_string()).raw(" points</span></div>\n");
    let share = share_milli(score.points.milli(), score.max.milli()).min(1000);
    bars::meter(html, share, "meter");
    html.raw("<p class=\"facts\">");
    let (accepted, cases) = hidden_cases(grade);
    if cases > 0 {
        let noun = if cases == 1 { "hidden case" } else { "hidden cases" };
        html.raw("<span>").text(&format!("{accepted} of {cases} {noun} accepted")).raw("</span>");
    }
    if let Some(split) = score_split(score) {
        html.raw("<span>").text(&split).raw("</span>");
    }
    let limits = &grade.limits;
    html.raw("<span>limits: ").text(&time(limits.time_ms)).raw(" of virtual time, ");
    html.text(&size(limits.memory_bytes)).raw(" of memory, ");
    html.text(&size(limits.output_bytes)).raw(" of output</span></p>\n</div>\n</header>\n");
}

fn compiling(html: &mut Html, compile: &CompileGrade) {
    if compile.ok && compile.message.trim().is_empty() {
        return;
    }
    html.raw("<section>\n<h2>").raw(if compile.ok { "The compiler’s warnings" } else { "It does not compile" });
    html.raw("</h2>\n<pre tabindex=\"0\">").lines(&compile.message).raw("</pre>\n</section>\n");
}

fn source(html: &mut Html, source: &str) {
    if source.is_empty() {
        return;
    }
    html.raw("<section>\n<h2>Source</h2>\n<pre class=\"source\" tabindex=\"0\">");
    for line in super::escape::visible_lines(source) {
        html.raw("<span>").text(&line).raw("\n</span>");
    }
    html.raw("</pre>\n</section>\n");
}

fn receipt(html: &mut Html, receipt: &Receipt) {
    html.raw("<section>\n<h2>Receipt</h2>\n<p class=\"soft\">The same challenge, submission, packs, engine and settings give the same grade, byte for byte.");
    html.raw("</p>\n<dl>\n");
    let mut row = |name: &'static str, value: &str| {
        html.raw("<div><dt>").raw(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    };
    row("challenge", &receipt.challenge);
    row("submission", &receipt.submission);
    row("language pack", &receipt.pack);
    for pack in &receipt.other_packs {
        row("with", pack);
    }
    row("engine", &receipt.engine);
    row("settings", &receipt.settings);
    html.raw("</dl>\n</section>\n");
}
