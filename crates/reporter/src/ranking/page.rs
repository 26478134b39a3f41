//! The comparison as one self-contained page, bounded however many are compared: places, verdicts, and a closer look.

use super::spread::{self, Scale};
use super::{Place, Ranking, grid, places};
use crate::Grade;
use crate::render::{Html, count, digest, page_end, page_start, verdict_badge};

/// The most bytes of closer looks; whoever is further down has a place and a row of verdicts only.
const DIGEST_BYTES: usize = 4 << 20;

/// The whole page.
pub(super) fn html(ranking: &Ranking, grade: &mut dyn FnMut(&Place) -> Option<Grade>) -> String {
    let (digests, closer) = digests(ranking, grade);
    let mut html = Html::default();
    let title = ranking.challenge.as_ref().map_or("Ranking", |challenge| challenge.title.as_str());
    page_start(&mut html, &format!("Ranking: {title}"));
    html.raw("<header>\n<p class=\"eyebrow\">Ranking</p>\n<h1>").text(title).raw("</h1>\n<p class=\"soft\">");
    html.text(&count(ranking.places.len() as u64, "submission", "submissions"));
    html.raw(", by points, then by cost over all hidden cases</p>\n<p class=\"facts\">");
    for (verdict, having) in ranking.verdicts() {
        html.raw("<span>").show(having).raw(" ");
        verdict_badge(&mut html, verdict);
        html.raw("</span>");
    }
    html.raw("</p>\n</header>\n<main>\n");
    let scale = Scale::of(ranking);
    places::render(&mut html, ranking, &closer, scale.as_ref());
    if let Some(scale) = &scale {
        spread::legend(&mut html, scale);
    }
    grid::render(&mut html, ranking);
    if !digests.is_empty() {
        html.raw("<section>\n<h2>One by one</h2>\n");
        let left = ranking.places.len() - closer.iter().filter(|known| **known).count();
        if left > 0 {
            html.raw("<p class=\"soft\">").text(&count(left as u64, "submission is", "submissions are"));
            html.raw(" not shown here: a report of its own grade has everything.</p>\n");
        }
        for digest in digests {
            html.append(&digest);
        }
        html.raw("</section>\n");
    }
    html.raw("</main>\n");
    page_end(&mut html);
    html.finish()
}

/// A closer look at each submission from the best down, until there is no room; and whose there is.
fn digests(ranking: &Ranking, grade: &mut dyn FnMut(&Place) -> Option<Grade>) -> (Vec<Html>, Vec<bool>) {
    let (mut digests, mut closer) = (Vec::new(), vec![false; ranking.places.len()]);
    let mut bytes = 0;
    for (at, place) in ranking.places.iter().enumerate() {
        let Some(grade) = grade(place) else { continue };
        let mut html = Html::default();
        html.raw("<details id=\"at-").show(at + 1).raw("\"><summary>");
        verdict_badge(&mut html, place.verdict);
        html.raw(" <span class=\"mono\">").text(&place.submission).raw("</span> <span class=\"soft\">");
        html.show(place.points).raw(" of ").show(place.max).raw(" points</span></summary>\n<div class=\"case\">\n");
        digest(&mut html, &grade);
        html.raw("</div>\n</details>\n");
        bytes += html.len();
        if bytes > DIGEST_BYTES {
            break;
        }
        digests.push(html);
        closer[at] = true;
    }
    (digests, closer)
}
