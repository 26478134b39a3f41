//! The ranking as a page: the places, and a grid of verdicts with submissions as rows and cases as columns.

use std::collections::HashMap;

use assay_challenge::Verdict;

use super::Ranking;
use crate::render::{Html, count, grouped, page_end, page_start, time, verdict_badge};

const VERDICTS: [Verdict; 9] = [
    Verdict::AC,
    Verdict::WA,
    Verdict::TLE,
    Verdict::MLE,
    Verdict::OLE,
    Verdict::RTE,
    Verdict::CE,
    Verdict::SK,
    Verdict::JE,
];

/// The whole page.
pub(super) fn html(ranking: &Ranking) -> String {
    let mut html = Html::default();
    let title = ranking.challenge.as_ref().map_or("Ranking", |challenge| challenge.title.as_str());
    page_start(&mut html, &format!("Ranking: {title}"));
    html.raw("<header>\n<p class=\"eyebrow\">Ranking</p>\n<h1>").text(title).raw("</h1>\n<p class=\"soft\">");
    html.text(&count(ranking.places.len() as u64, "submission", "submissions"))
        .raw(", by points, then by cost over all hidden cases</p>\n</header>\n<main>\n");
    places(&mut html, ranking);
    grid(&mut html, ranking);
    html.raw("</main>\n");
    page_end(&mut html);
    html.finish()
}

fn places(html: &mut Html, ranking: &Ranking) {
    html.raw("<section>\n<h2>Places</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"Places\" tabindex=\"0\">\n<table>\n");
    html.raw("<thead><tr><th scope=\"col\" class=\"n\">Rank</th><th scope=\"col\">Submission</th><th scope=\"col\">Language</th>");
    html.raw("<th scope=\"col\">Verdict</th><th scope=\"col\" class=\"n\">Points</th><th scope=\"col\" class=\"n\">Accepted</th>");
    html.raw("<th scope=\"col\" class=\"n\">Virtual time</th></tr></thead>\n<tbody>\n");
    for place in &ranking.places {
        html.raw("<tr><td class=\"n\">").show(place.rank).raw("</td><th scope=\"row\" class=\"mono\">");
        html.text(&place.submission).raw("</th><td>").text(&place.language).raw("</td><td>");
        verdict_badge(html, place.verdict);
        html.raw("</td><td class=\"n\">").show(place.points).raw("<span class=\"soft\">/").show(place.max);
        html.raw("</span></td><td class=\"n\">").show(place.accepted).raw("<span class=\"soft\">/").show(place.cases);
        html.raw("</span></td><td class=\"n\" title=\"").text(&grouped(place.cost)).raw(" units of cost\">");
        html.text(&time(place.time_ms)).raw("</td></tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n</section>\n");
}

fn grid(html: &mut Html, ranking: &Ranking) {
    let ids = ranking.case_ids();
    if ids.is_empty() {
        return;
    }
    html.raw(
        "<section>\n<h2>Verdicts</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"Verdicts\" tabindex=\"0\">\n",
    );
    html.raw("<table class=\"verdicts\">\n<thead><tr><th scope=\"col\"><span class=\"unseen\">Submission</span></th>");
    for (place, id) in ids.iter().enumerate() {
        html.raw("<th scope=\"col\"><abbr title=\"").text(id).raw("\">").show(place + 1).raw("</abbr></th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for grade in &ranking.grades {
        let verdicts: HashMap<&str, Verdict> =
            grade.cases.iter().map(|case| (case.id.as_str(), case.verdict)).collect();
        html.raw("<tr><th scope=\"row\" class=\"mono\">").text(&grade.submission.name).raw("</th>");
        for id in &ids {
            match verdicts.get(id) {
                Some(verdict) => cell(html, id, *verdict),
                None => {
                    html.raw("<td></td>");
                }
            }
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody>\n</table>\n</div>\n");
    legend(html, &ids);
    html.raw("</section>\n");
}

fn cell(html: &mut Html, id: &str, verdict: Verdict) {
    html.raw("<td class=\"cell ").raw(verdict.word()).raw("\" title=\"").text(id).raw(": ").raw(verdict.meaning());
    html.raw("\"><span aria-hidden=\"true\">").raw(letter(verdict)).raw("</span><span class=\"unseen\">");
    html.raw(verdict.meaning()).raw("</span></td>");
}

fn letter(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::AC => "A",
        Verdict::WA => "W",
        Verdict::TLE => "T",
        Verdict::MLE => "M",
        Verdict::OLE => "O",
        Verdict::RTE => "R",
        Verdict::CE => "C",
        Verdict::SK => "–",
        Verdict::JE => "J",
    }
}

fn legend(html: &mut Html, ids: &[&str]) {
    html.raw("<p class=\"soft legend\">");
    for verdict in VERDICTS {
        html.raw("<span><b>").raw(letter(verdict)).raw("</b> ").raw(verdict.meaning()).raw("</span>");
    }
    html.raw("</p>\n");
    html.raw("<details><summary>The cases by number</summary>\n<ol class=\"trace mono\">\n");
    for id in ids {
        html.raw("<li>").text(id).raw("</li>\n");
    }
    html.raw("</ol>\n</details>\n");
}
