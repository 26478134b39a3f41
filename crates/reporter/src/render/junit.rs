//! `JUnit` XML as Surefire and Jenkins read it: one suite a group, virtual seconds for time.

use std::io;

use assay_challenge::Verdict;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::escape::xml;
use super::outline::{caption, end_words};
use super::tiers;
use crate::{CaseGrade, Excerpt, Grade};

type Sheet = Writer<Vec<u8>>;

/// The suites of all grades in one document.
pub(crate) fn document(grades: &[&Grade]) -> String {
    let mut sheet = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing into memory does not fail.
    if write(&mut sheet, grades).is_err() {
        return String::new();
    }
    String::from_utf8(sheet.into_inner()).unwrap_or_default() + "\n"
}

/// What becomes one `<testcase>`.
struct Test<'a> {
    name: String,
    verdict: Verdict,
    time_ms: u64,
    message: String,
    body: String,
    out: Option<&'a Excerpt>,
    err: Option<&'a Excerpt>,
}

struct Suite<'a> {
    name: String,
    /// What is known of the submission as a whole, by name.
    properties: Vec<(&'static str, String)>,
    tests: Vec<Test<'a>>,
}

impl<'a> Suite<'a> {
    fn new(name: String, tests: Vec<Test<'a>>) -> Self {
        Self { name, properties: Vec::new(), tests }
    }

    fn numbers(&self) -> [(&'static str, String); 5] {
        totals(self.tests.iter())
    }
}

fn write(sheet: &mut Sheet, grades: &[&Grade]) -> io::Result<()> {
    sheet.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let many = grades.len() > 1;
    let suites: Vec<Suite<'_>> = grades.iter().flat_map(|grade| suites(grade, many)).collect();
    let name = grades.first().map_or("", |grade| grade.challenge.id.as_str());
    let mut root = sheet.create_element("testsuites").with_attribute(("name", xml(name).as_str()));
    for (key, value) in totals(suites.iter().flat_map(|suite| &suite.tests)) {
        root = root.with_attribute((key, value.as_str()));
    }
    root.write_inner_content(|sheet| suites.iter().try_for_each(|suite| write_suite(sheet, suite)))?;
    Ok(())
}

fn totals<'a>(tests: impl Iterator<Item = &'a Test<'a>> + Clone) -> [(&'static str, String); 5] {
    let with = |element: &str| tests.clone().filter(|test| kind(test.verdict) == Some(element)).count().to_string();
    [
        ("tests", tests.clone().count().to_string()),
        ("failures", with("failure")),
        ("errors", with("error")),
        ("skipped", with("skipped")),
        ("time", seconds(tests.fold(0, |sum: u64, test| sum.saturating_add(test.time_ms)))),
    ]
}

fn suites<'a>(grade: &'a Grade, many: bool) -> Vec<Suite<'a>> {
    let lead = if many { format!("{}: ", grade.submission.name) } else { String::new() };
    let mut suites: Vec<Suite<'a>> = Vec::new();
    if let Some(compile) = &grade.compile {
        let verdict = if compile.ok { Verdict::AC } else { Verdict::CE };
        let message = if compile.ok { "" } else { "the submission does not compile" };
        suites.push(Suite::new(format!("{lead}compiling"), vec![whole(grade, verdict, message, &compile.message)]));
    }
    for case in &grade.cases {
        let title = grade.groups.iter().find(|group| group.id == case.group).map_or(&case.group, |group| &group.title);
        let name =
            if *title == case.group { format!("{lead}{title}") } else { format!("{lead}{} ({title})", case.group) };
        match suites.iter_mut().find(|suite| suite.name == name) {
            Some(suite) => suite.tests.push(test(case)),
            None => suites.push(Suite::new(name, vec![test(case)])),
        }
    }
    if suites.is_empty() {
        suites.push(Suite::new(format!("{lead}verdict"), vec![whole(grade, grade.verdict, "", "")]));
    }
    if let (Some(first), Some(between)) = (suites.first_mut(), &grade.tiers) {
        first.properties.push(("cost between tiers", tiers::words(between)));
    }
    suites
}

/// A test that stands for the submission as a whole.
fn whole<'a>(grade: &Grade, verdict: Verdict, message: &str, body: &str) -> Test<'a> {
    Test {
        name: grade.submission.name.clone(),
        verdict,
        time_ms: 0,
        message: message.to_owned(),
        body: body.to_owned(),
        out: None,
        err: None,
    }
}

fn test(case: &CaseGrade) -> Test<'_> {
    let detail = case.detail.as_ref();
    let mut lines: Vec<String> = case.hint.iter().map(|hint| format!("hint: {hint}")).collect();
    let team = detail.and_then(|detail| detail.team_message.as_ref());
    lines.extend(team.map(|text| format!("checker to candidate: {text}")));
    let setter = detail.and_then(|detail| detail.judge_message.as_ref());
    lines.extend(setter.map(|text| format!("checker to setter: {text}")));
    if let Some((words, backtrace)) = detail.and_then(|detail| end_words(&detail.end)) {
        lines.push(format!("the run {words}"));
        lines.extend(backtrace.iter().map(|frame| format!("  in {frame}")));
    }
    for line in detail.and_then(|detail| detail.diff.as_ref()).iter().flat_map(|diff| &diff.lines) {
        let sign = match line.side {
            crate::Side::Both => ' ',
            crate::Side::Expected => '-',
            crate::Side::Actual => '+',
        };
        let text: String = line.pieces.iter().map(|piece| piece.text.as_str()).collect();
        lines.push(format!("{sign} {text}"));
    }
    Test {
        name: case.id.clone(),
        verdict: case.verdict,
        time_ms: case.time_ms,
        message: case.message.clone(),
        body: lines.join("\n"),
        out: detail.map(|detail| &detail.stdout),
        err: detail.map(|detail| &detail.stderr),
    }
}

fn write_suite(sheet: &mut Sheet, suite: &Suite<'_>) -> io::Result<()> {
    let name = xml(&suite.name);
    let mut element = sheet.create_element("testsuite").with_attribute(("name", name.as_str()));
    for (key, value) in suite.numbers() {
        element = element.with_attribute((key, value.as_str()));
    }
    element.write_inner_content(|sheet| {
        write_properties(sheet, &suite.properties)?;
        suite.tests.iter().try_for_each(|test| write_test(sheet, test, &name))
    })?;
    Ok(())
}

fn write_properties(sheet: &mut Sheet, properties: &[(&str, String)]) -> io::Result<()> {
    if properties.is_empty() {
        return Ok(());
    }
    sheet.create_element("properties").write_inner_content(|sheet| {
        properties.iter().try_for_each(|(name, value)| {
            let property = sheet.create_element("property").with_attribute(("name", *name));
            property.with_attribute(("value", xml(value).as_str())).write_empty().map(drop)
        })
    })?;
    Ok(())
}

fn write_test(sheet: &mut Sheet, test: &Test<'_>, suite: &str) -> io::Result<()> {
    let (name, time) = (xml(&test.name), seconds(test.time_ms));
    let element = sheet.create_element("testcase").with_attributes([
        ("name", name.as_str()),
        ("classname", suite),
        ("time", time.as_str()),
    ]);
    let Some(kind) = kind(test.verdict) else {
        element.write_empty()?;
        return Ok(());
    };
    element.write_inner_content(|sheet| {
        let message = if test.message.is_empty() { test.verdict.meaning().to_owned() } else { xml(&test.message) };
        let problem = sheet.create_element(kind).with_attribute(("message", message.as_str()));
        if kind == "skipped" {
            problem.write_empty()?;
            return Ok(());
        }
        problem.with_attribute(("type", test.verdict.word())).write_text_content(BytesText::new(&xml(&test.body)))?;
        write_stream(sheet, "system-out", test.out)?;
        write_stream(sheet, "system-err", test.err)
    })?;
    Ok(())
}

fn write_stream(sheet: &mut Sheet, element: &str, stream: Option<&Excerpt>) -> io::Result<()> {
    let Some(excerpt) = stream.filter(|excerpt| excerpt.bytes > 0) else { return Ok(()) };
    let cut = if excerpt.cut { format!("\n[{}]", caption(element, excerpt)) } else { String::new() };
    sheet.create_element(element).write_text_content(BytesText::new(&(xml(&excerpt.text) + &cut)))?;
    Ok(())
}

/// The element that says a test did not pass.
fn kind(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::AC => None,
        Verdict::WA | Verdict::TLE | Verdict::MLE | Verdict::OLE => Some("failure"),
        Verdict::RTE | Verdict::CE | Verdict::JE => Some("error"),
        Verdict::SK => Some("skipped"),
    }
}

fn seconds(ms: u64) -> String {
    format!("{}.{:03}", ms / 1000, ms % 1000)
}
