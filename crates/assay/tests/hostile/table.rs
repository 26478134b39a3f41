//! The table of hostile submissions, graded in a process of its own so that what it leaves behind can be seen.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use assay::{Challenge, Format, Grade, Grader, Language, RenderOptions, Verdict, render};
use futures::StreamExt;

use crate::ground::{challenge, grader, home, submission};
use crate::row::Row;
use crate::{c, components, go, java, javac, javascript, modules, python, ruby, rust, wat};

/// Small limits, so that whoever goes to them is soon there.
const SETTINGS: &str = "[limits]\ntime = \"200ms\"\nmemory = \"64 MiB\"\noutput = \"64 KiB\"\nwall = \"10min\"\n\
                        [limits.multipliers]\npython = 2.0\njavascript = 2.0\ntypescript = 2.0\nruby = 1.0\n\
                        java = 1.0\ngo = 1.0\n";

/// Set for the process that grades the table: the folder it must leave as it is.
const FOLDER: &str = "ASSAY_HOSTILE_FOLDER";

/// The most bytes the process that grades the table may hold at once. Two compilers may hold 1 GiB each by their own
/// limits, and do; the rest was measured to be below half of one.
const PEAK_BYTES: u64 = 2560 << 20;

/// Sandboxes at once.
const JOBS: usize = 2;

#[tokio::test(flavor = "multi_thread")]
async fn every_hostile_submission_earns_its_one_verdict_and_disturbs_nobody() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return grade_all(Path::new(&folder)).await;
    }
    let grader = grader(JOBS);
    for name in ["python", "c", "cpp", "go", "javascript", "rust", "ruby", "java"] {
        let language = Language::new(name).unwrap();
        grader.install(&language, None, |_| {}).await.unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let this = "table::every_hostile_submission_earns_its_one_verdict_and_disturbs_nobody";
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", this, "--nocapture"]).current_dir(folder.path());
    child.env("TMPDIR", folder.path()).env("HOME", folder.path()).env("ASSAY_HOME", home()).env(FOLDER, folder.path());
    let output = child.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

fn rows() -> Vec<Row> {
    let mut rows = wat::rows();
    rows.extend(modules::rows());
    rows.extend(components::rows());
    rows.extend(python::rows());
    rows.extend(c::rows());
    rows.extend(go::rows());
    rows.extend(javascript::rows());
    rows.extend(rust::rows());
    rows.extend(ruby::rows());
    rows.extend(java::rows());
    rows.extend(javac::rows());
    rows
}

async fn grade_all(folder: &Path) {
    let (own, grader) = (tempfile::tempdir_in(folder).unwrap(), grader(JOBS));
    let data = [("secret/01-echo.in", "ping 7\n"), ("secret/01-echo.ans", "ping 7\n")];
    let echo = challenge(own.path(), "echo", SETTINGS, &data);
    // Ruby holds 84 MiB before it begins.
    let roomy = challenge(own.path(), "roomy", &SETTINGS.replace("64 MiB", "128 MiB"), &data);
    let normal = normal(&grader, &echo).await;
    let wrong: Vec<String> = futures::stream::iter(rows().into_iter().enumerate())
        .map(|(index, row)| {
            let (grader, echo, beside) = (grader.clone(), echo.clone(), normal[index % normal.len()].clone());
            let ruby = Path::new(row.name).extension().is_some_and(|ending| ending == "rb");
            let its_own = if ruby { roomy.clone() } else { echo.clone() };
            async move {
                let hostile = submission(row.name, row.source.clone());
                let (grade, same) = futures::join!(grader.grade(&its_own, &hostile), beside.holds(&grader, &echo));
                let failed = |what: String| Some(format!("{}: {what}", row.name));
                match grade {
                    Err(error) => failed(format!("no grade: {error}")),
                    Ok(_) if !same => failed("the normal submission beside it earned another grade".to_owned()),
                    Ok(grade) if earned(&grade) != row.verdict || !says(&grade).contains(row.says) => {
                        failed(format!("{} {:.300?}, not {} {:?}", earned(&grade), says(&grade), row.verdict, row.says))
                    }
                    Ok(grade) => is_live(&grade).and_then(|what| failed(what.to_owned())),
                }
            }
        })
        .buffer_unordered(JOBS * 2)
        .filter_map(std::future::ready)
        .collect()
        .await;
    let peak = peak_bytes();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(peak.is_none_or(|peak| peak < PEAK_BYTES), "the process held {peak:?} bytes at once");
}

/// The verdict of the hidden case, or `CE`.
fn earned(grade: &Grade) -> Verdict {
    if grade.verdict == Verdict::CE { Verdict::CE } else { grade.cases[0].verdict }
}

/// What the grade says of the hidden case, or what the compiler said.
fn says(grade: &Grade) -> &str {
    match &grade.compile {
        Some(compile) if !compile.ok => &compile.message,
        _ => &grade.cases[0].message,
    }
}

/// What of the submission's output would still act in a report, if anything would.
fn is_live(grade: &Grade) -> Option<&'static str> {
    let [text, html, junit, json] = [Format::Text, Format::Html, Format::Junit, Format::Json]
        .map(|format| render(grade, format, &RenderOptions::default()));
    let control = |c: char| c.is_control() && c != '\n' && c != '\t';
    for (what, report) in [
        ("a control character reaches the text", &text),
        ("one reaches the page", &html),
        ("one reaches JUnit", &junit),
    ] {
        if report.contains(control) {
            return Some(what);
        }
    }
    if html.contains("<script") || html.contains("<img") {
        return Some("markup reaches the page");
    }
    if Grade::from_json(&json).ok().as_ref() != Some(grade) {
        return Some("its grade cannot be read back");
    }
    let mut xml = quick_xml::Reader::from_str(&junit);
    loop {
        match xml.read_event() {
            Ok(quick_xml::events::Event::Eof) => return None,
            Ok(_) => {}
            Err(_) => return Some("its test report is no XML"),
        }
    }
}

/// A submission that does as it is told, and the grade it earns when nobody is beside it.
#[derive(Clone)]
struct Normal {
    name: &'static str,
    source: &'static str,
    alone: String,
}

impl Normal {
    async fn grade(&self, grader: &Grader, echo: &Arc<Challenge>) -> Grade {
        grader.grade(echo, &submission(self.name, self.source)).await.unwrap()
    }

    async fn holds(&self, grader: &Grader, echo: &Arc<Challenge>) -> bool {
        self.grade(grader, echo).await.to_json() == self.alone
    }
}

async fn normal(grader: &Grader, echo: &Arc<Challenge>) -> Vec<Normal> {
    let sources = [
        ("echo.py", "print(input())"),
        ("echo.c", "#include <stdio.h>\nint main(void) { for (int c; (c = getchar()) != EOF;) putchar(c); }"),
    ];
    let mut normal = Vec::new();
    for (name, source) in sources {
        let mut one = Normal { name, source, alone: String::new() };
        let grade = one.grade(grader, echo).await;
        assert_eq!(grade.verdict, Verdict::AC, "{}", grade.to_json());
        one.alone = grade.to_json();
        normal.push(one);
    }
    normal
}

/// The most memory this process held so far, where the system says so.
fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? << 10)
}
