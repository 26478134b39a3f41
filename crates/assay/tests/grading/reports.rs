//! Every report says the same, and none tells a candidate what is hidden.

use assay::{CaseGrade, Feedback, Format, Grade, RenderOptions, Verdict, rank, redact, render};

use crate::expectation::{HIDDEN, TIERS, backwards, grades};

const FORMATS: [Format; 6] =
    [Format::Text, Format::Json, Format::Html, Format::Junit, Format::Markdown, Format::Gradescope];

fn shown(grade: &Grade, format: Format) -> String {
    render(grade, format, &RenderOptions::default())
}

/// What stands between `begin` and the `end` that follows it.
fn line_of<'a>(report: &'a str, begin: &str, end: &str) -> &'a str {
    let start = report.find(begin).unwrap_or_else(|| panic!("no {begin} in {report}")) + begin.len();
    report[start..].split(end).next().unwrap_or_default()
}

/// The text of a piece of HTML.
fn without_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

/// On a terminal, what the compiler says stands alone: where nothing could run, a list of cases would hide it.
fn lists_cases(grade: &Grade, format: Format) -> bool {
    format != Format::Text || grade.verdict != Verdict::CE
}

/// Earned and possible points as reports write them; nothing where nothing can be earned.
fn points(case: &CaseGrade) -> String {
    if case.sample { String::new() } else { format!("{}/{}", case.points, case.max) }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_format_shows_the_verdict_and_points_of_every_case() {
    let folder = tempfile::tempdir().unwrap();
    for (expected, grade) in grades(&backwards(folder.path(), "verdict")).await {
        let [text, html, junit] = [Format::Text, Format::Html, Format::Junit].map(|format| shown(&grade, format));
        assert_eq!(Grade::from_json(&shown(&grade, Format::Json)).unwrap(), grade);
        let whole = format!("{} of 100 points", expected.points);
        assert!(
            text.contains(&whole) && without_tags(&html).contains(&expected.points.to_string()),
            "{}",
            expected.name
        );
        for case in &grade.cases {
            let place = format!("{}: {}", expected.name, case.id);
            let word = case.verdict.word();
            if lists_cases(&grade, Format::Text) {
                let line = line_of(&text, &format!("\n  {} ", case.id), "\n");
                assert!(line.trim_start().starts_with(word) && line.contains(&points(case)), "{place}: {line}");
            } else {
                assert!(text.contains("It does not compile") && !text.contains(&case.id), "{place}: {text}");
            }
            let row = without_tags(line_of(&html, &format!(">{}</", case.id), "</tr>")).replace(' ', "");
            assert!(row.contains(word) && row.contains(&points(case)), "{place}: {row}");
            let element = line_of(&junit, &format!("<testcase name=\"{}\"", case.id), "<testcase");
            assert_eq!(junit_word(element), case.verdict, "{place}: {element}");
        }
    }
}

/// The verdict a test case of `JUnit` stands for.
fn junit_word(element: &str) -> Verdict {
    let all = [Verdict::WA, Verdict::TLE, Verdict::MLE, Verdict::OLE, Verdict::RTE, Verdict::CE, Verdict::JE];
    let typed = |verdict: &Verdict| element.contains(&format!("type=\"{verdict}\""));
    if element.contains("<skipped") {
        return Verdict::SK;
    }
    all.into_iter().find(typed).unwrap_or(Verdict::AC)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_format_and_every_ranking_names_the_tiers_of_those_that_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let graded = grades(&backwards(folder.path(), "case-names")).await;
    for (expected, grade) in &graded {
        for format in FORMATS {
            let ranking = rank(std::slice::from_ref(grade));
            let ranked = ranking.render(format, &RenderOptions::default(), |_| Some(grade.clone()));
            for report in [shown(grade, format), shown(&redact(grade), format), ranked] {
                let named = TIERS.map(|tier| report.contains(tier));
                assert_eq!(named, [expected.compared() > 0; 2], "{} as {format}: {report}", expected.name);
            }
        }
    }
    let all: Vec<Grade> = graded.into_iter().map(|(_, grade)| grade).collect();
    let text = rank(&all).render(Format::Text, &RenderOptions::default(), |_| None);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains(&format!("tiers: cost beside {}", TIERS.join(", "))), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_report_for_a_candidate_holds_anything_of_a_hidden_case() {
    let folder = tempfile::tempdir().unwrap();
    for feedback in ["none", "verdict", "case-names"] {
        for (expected, grade) in grades(&backwards(folder.path(), feedback)).await {
            let copy = redact(&grade);
            for format in FORMATS {
                let report = shown(&copy, format);
                for marker in HIDDEN {
                    assert!(!report.contains(marker), "{} at {feedback} as {format}: {report}", expected.name);
                }
                let named = report.contains("02-longer") || report.contains("01-long");
                let may = grade.feedback == Feedback::CaseNames && lists_cases(&grade, format);
                assert_eq!(named, may, "{format} at {feedback}");
                let placed = TIERS.iter().any(|tier| report.contains(tier));
                assert_eq!(placed, feedback == "case-names" && expected.compared() > 0, "{format} at {feedback}");
            }
        }
    }
}
