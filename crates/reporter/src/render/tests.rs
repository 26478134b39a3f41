//! What holds for every report: hostile text is inert, lines fit, the same grade gives the same bytes.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::paper::columns;
use super::{Format, RenderOptions, render};
use crate::{Audience, Grade, rank, sample};

const PLAIN: RenderOptions = RenderOptions { colour: false, width: 80 };
const COLOUR: RenderOptions = RenderOptions { colour: true, width: 80 };

/// Whether a document is well-formed, and why not.
fn well_formed(document: &str) -> Result<(), String> {
    let mut reader = Reader::from_str(document);
    let mut depth = 0_i64;
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match &event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                depth += i64::from(matches!(event, Event::Start(_)));
                for attribute in start.attributes() {
                    attribute.map_err(|error| error.to_string())?;
                }
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) if text.contains("]]>") => return Err("a text holds ]]>".to_owned()),
            _ => {}
        }
    }
    let illegal = |c: char| matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    if depth != 0 || document.chars().any(illegal) {
        return Err(format!("depth {depth}, or a character that XML cannot hold"));
    }
    Ok(())
}

fn without_own_colours(text: &str) -> String {
    let codes = ["0", "1", "2", "31", "32", "33", "35", "1;7;31", "1;7;32"];
    codes.iter().fold(text.to_owned(), |text, code| text.replace(&format!("\x1b[{code}m"), ""))
}

fn check(grade: &Grade) {
    for options in [PLAIN, COLOUR] {
        let text = without_own_colours(&render(grade, Format::Text, &options));
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        for line in text.lines() {
            assert!(columns(line) <= 80, "{} columns: {line}", columns(line));
        }
    }
    let html = render(grade, Format::Html, &PLAIN);
    let lower = html.to_lowercase();
    for tag in ["<img", "<script", "<b>", "<iframe"] {
        assert!(!lower.contains(tag), "{tag}");
    }
    assert!(html.chars().all(|c| c == '\n' || !c.is_control()));
    let junit = render(grade, Format::Junit, &PLAIN);
    well_formed(&junit).unwrap_or_else(|error| panic!("{error}\n{junit}"));
    let json = render(grade, Format::Json, &PLAIN);
    assert_eq!(serde_json::from_str::<Grade>(&json).as_ref().ok(), Some(grade));
    let gradescope = render(grade, Format::Gradescope, &PLAIN);
    assert!(serde_json::from_str::<serde_json::Value>(&gradescope).is_ok());
    let markdown = render(grade, Format::Markdown, &PLAIN);
    assert!(markdown.chars().all(|c| c == '\n' || !c.is_control()), "{markdown:?}");
}

#[test]
fn hostile_text_is_inert_in_every_format() {
    check(&sample::filled(sample::HOSTILE));
    check(&sample::filled("\u{202e}`\u{2066}\u{2029}"));
    check(&sample::grade());
}

#[test]
fn no_bidirectional_control_reaches_a_reader() {
    let grade = sample::filled(sample::HOSTILE);
    for format in [Format::Text, Format::Html, Format::Junit, Format::Markdown] {
        let report = render(&grade, format, &PLAIN);
        assert!(!report.contains(['\u{202e}', '\u{2066}', '\u{feff}', '\u{9b}']), "{format}");
        assert!(report.contains("\\u{202e}"), "{format}");
    }
}

#[test]
fn a_fence_in_markdown_cannot_be_closed_from_inside() {
    let report = render(&sample::filled(sample::HOSTILE), Format::Markdown, &PLAIN);
    let mut fence: Option<&str> = None;
    for line in report.lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) if line == open => fence = None,
            Some(open) => assert!(ticks.len() < open.len(), "{line}"),
            None if ticks.len() >= 6 && !line.trim_start_matches('`').contains('`') => fence = Some(ticks),
            None => assert!(!line.starts_with('#') || line.starts_with("###"), "{line}"),
        }
    }
    assert_eq!(fence, None);
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let page = render(&sample::grade(), Format::Html, &PLAIN);
    for word in ["<script", "src=", "http://", "https://", "url(", "@import", "javascript:", "onclick"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'") && page.contains("<html lang=\"en\">"));
}

#[test]
fn a_page_opens_and_closes_its_elements_in_order() {
    for page in [
        render(&sample::filled(sample::HOSTILE), Format::Html, &PLAIN),
        rank(&[sample::grade(), sample::grade()]).render(Format::Html, &PLAIN, |_| Some(sample::grade())),
    ] {
        let body = page.find("<body>").map(|at| page[at..].trim_end().trim_end_matches("</html>").to_owned());
        well_formed(&body.expect("there is a body")).expect("every element is closed");
    }
}

#[test]
fn the_same_grade_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(render(&sample::grade(), format, &COLOUR), render(&sample::grade(), format, &COLOUR), "{format}");
    }
}

#[test]
fn a_candidates_copy_without_hidden_cases_is_whole() {
    let mut grade = sample::grade();
    grade.audience = Audience::Candidate;
    grade.cases.clear();
    grade.groups.clear();
    check(&grade);
    assert!(render(&grade, Format::Text, &PLAIN).contains("the candidate's copy"));
    grade.compile = None;
    check(&grade);
    assert!(render(&grade, Format::Junit, &PLAIN).contains("<testcase name=\"solution.py\""));
}

#[test]
fn verdicts_map_to_junits_elements_and_counts() {
    let junit = render(&sample::grade(), Format::Junit, &PLAIN);
    assert!(junit.contains("tests=\"8\" failures=\"2\" errors=\"1\" skipped=\"1\" time=\"3.727\""), "{junit}");
    assert!(junit.contains("<failure message=\"line 2, token 3: expected 3, got 4\" type=\"WA\">"), "{junit}");
    assert!(junit.contains("<error message=\"trapped: out of bounds memory access\" type=\"RTE\">"), "{junit}");
    assert!(junit.contains("<skipped message=\"not run\"/>"), "{junit}");
}

#[test]
fn gradescope_hides_hidden_cases_of_an_interviewers_copy_only() {
    let mut grade = sample::grade();
    let visibilities = |grade: &Grade| -> Vec<String> {
        let results = super::results(grade);
        let tests = results["tests"].as_array().cloned().unwrap_or_default();
        let cases = tests.iter().filter(|test| test["number"].as_str().is_some_and(|number| number != "0"));
        cases.map(|test| test["visibility"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(visibilities(&grade)[..2], ["visible", "hidden"]);
    grade.audience = Audience::Candidate;
    assert!(visibilities(&grade).iter().all(|visibility| visibility == "visible"));
}

#[test]
fn gradescope_tells_the_cost_only_where_the_feedback_allows_it() {
    let mut grade = sample::grade();
    let cost = |grade: &Grade| super::results(grade)["leaderboard"][1]["value"].as_u64();
    assert_eq!(cost(&grade), None);
    grade.feedback = assay_challenge::Feedback::CaseNames;
    assert_eq!(cost(&grade), Some(37_270_000_000));
}

#[test]
fn where_a_cost_lies_between_tiers_is_in_every_format_that_is_read_by_people_or_tools() {
    let words = "2.4x best, at most 0.4x brute force";
    let mut grade = sample::grade();
    for format in [Format::Text, Format::Html, Format::Markdown, Format::Junit, Format::Gradescope] {
        assert!(render(&grade, format, &PLAIN).contains(words), "{format}");
    }
    let junit = render(&grade, Format::Junit, &PLAIN);
    let first = junit.split("<testcase").next().unwrap_or_default();
    assert!(first.contains(&format!("<property name=\"cost between tiers\" value=\"{words}\"/>")), "{junit}");
    let efficiency = |grade: &Grade| super::results(grade)["tests"].as_array().and_then(|tests| tests.last().cloned());
    let scored = efficiency(&grade).expect("the last test");
    assert_eq!((&scored["name"], &scored["score"]), (&"efficiency".into(), &15.into()));
    assert_eq!(scored["visibility"], "hidden", "an interviewer's copy");
    (grade.score.efficiency, grade.score.efficiency_max) = (crate::Points::ZERO, crate::Points::ZERO);
    let shown = efficiency(&grade).expect("the last test");
    assert!(shown["score"].is_null() && shown["output"].as_str().is_some_and(|output| output.ends_with(words)));
    grade.tiers = None;
    assert_ne!(efficiency(&grade).expect("a case")["name"], "efficiency");
    assert!(!render(&grade, Format::Junit, &PLAIN).contains("<properties"));
}

#[test]
fn formats_are_known_by_their_names() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert!("pdf".parse::<Format>().is_err_and(|error| error.to_string().contains("write text, json")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_a_report_panic_or_overflow_its_line(text in any::<String>(), width in 0_usize..200) {
        let grade = sample::filled(&text);
        for format in Format::ALL {
            render(&grade, format, &RenderOptions { colour: true, width });
        }
        let options = RenderOptions { colour: false, width };
        for line in render(&grade, Format::Text, &options).lines() {
            prop_assert!(columns(line) <= width.max(40), "{}", line);
        }
        prop_assert!(well_formed(&render(&grade, Format::Junit, &options)).is_ok());
    }
}

#[test]
fn a_case_of_which_nothing_more_is_known_has_no_empty_section() {
    let mut grade = sample::grade();
    (grade.growth, grade.tiers) = (None, None);
    for case in &mut grade.cases {
        (case.detail, case.hint) = (None, None);
    }
    assert!(!render(&grade, Format::Text, &PLAIN).contains("──"));
    assert!(!render(&grade, Format::Markdown, &PLAIN).contains("#### "));
    assert!(!render(&grade, Format::Html, &PLAIN).contains("Case by case"));
}
