//! The frame every page shares: head, style, end, and the badge of a verdict.

use assay_challenge::Verdict;

use super::Html;

const STYLE: &str = include_str!("style.css");

/// Writes everything up to the body's content.
pub(crate) fn page_start(html: &mut Html, title: &str) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.raw("<title>").text(title).raw("</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
}

/// Writes everything after the body's content.
pub(crate) fn page_end(html: &mut Html) {
    html.raw("</body>\n</html>\n");
}

/// Writes the verdict's word on its colour.
pub(crate) fn verdict_badge(html: &mut Html, verdict: Verdict) {
    html.raw("<abbr class=\"badge ").raw(verdict.word()).raw("\" title=\"").raw(verdict.meaning()).raw("\">");
    html.raw(verdict.word()).raw("</abbr>");
}
