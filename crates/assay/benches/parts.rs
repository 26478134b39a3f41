//! The parts of a grade, one by one: what a change to one of them costs or brings.
//!
//! `cargo bench --profile dev -p assay --bench parts -- NAME` measures those whose name contains NAME. Languages whose
//! packs are not ready in `ASSAY_HOME` are left out. How all of it compares with native processes is the other bench's part.

#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/conformance/suite/mod.rs"]
mod suite;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use assay::{
    Captured, CaseRecord, Challenge, End, Format, Grade, Grader, Language, Limits, Outcome, RenderOptions, Submission,
    ToolPaths, Usage, Verdict, judge, load, render, tally,
};
use criterion::{Criterion, criterion_group, criterion_main};
use suite::languages::{root, spoken};
use tokio::runtime::Runtime;

/// Prints `7` and a line end.
const SEVEN: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "\08\00\00\00\02\00\00\007\n")
    (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))"#;

const CASES: usize = 100;

fn grader() -> Grader {
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    Grader::builder().cache(cache).tools(tools).jobs(1).build().expect("the engine starts")
}

/// A challenge whose every case is to be answered with `answer`.
fn challenge(folder: &Path, cases: usize, answer: &str) -> Arc<Challenge> {
    let root = folder.join("parts");
    std::fs::create_dir_all(root.join("data/secret")).expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(root.join(name), text).expect("a file");
    write("challenge.toml", "id = \"parts\"\ntitle = \"Parts\"\n");
    write("statement.md", "Be measured.\n");
    for number in 0..cases {
        write(&format!("data/secret/{number:03}-case.in"), "3\n4\n");
        write(&format!("data/secret/{number:03}-case.ans"), answer);
    }
    Arc::new(load(&root).expect("a valid challenge"))
}

/// One case of a trivial program in each language, warm: instantiate, run, judge, tally.
fn case(criterion: &mut Criterion) {
    let (runtime, grader, folder) =
        (Runtime::new().expect("a runtime"), grader(), tempfile::tempdir().expect("a folder"));
    let challenge = challenge(folder.path(), 1, "7\n");
    let mut submissions: Vec<Submission> = spoken(&grader)
        .into_iter()
        .filter(|language| language.info.ready)
        .map(|language| Submission::read(&language.path("sum"), language.info.language.clone()).expect("a program"))
        .collect();
    submissions.push(seven());
    for submission in submissions {
        let grade = || runtime.block_on(grader.grade(&challenge, &submission)).expect("a grade");
        assert_eq!(grade().verdict, Verdict::AC, "{}", submission.language);
        criterion.bench_function(&format!("case/{}", submission.language), |bencher| bencher.iter(grade));
    }
}

fn seven() -> Submission {
    Submission::new("seven.wat", Language::new("wasm").expect("a language's name"), SEVEN)
}

/// A long output that differs from the answer in its last line, and the window of lines that is shown of it.
fn difference(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let challenge = challenge(folder.path(), 1, "7\n");
    let lines = |last: &str| (0..10_000).map(|n| format!("line {n}\n")).chain([last.to_owned()]).collect::<String>();
    let (answer, printed) = (lines("end\n").into_bytes(), lines("and\n").into_bytes());
    let stdout = Captured { total: printed.len() as u64, bytes: printed };
    let usage = Usage { cost: 1, memory: 1 };
    let outcome = Outcome { end: End::Exit { code: 0 }, usage, stdout, stderr: Captured::default() };
    let limits = Limits { cost: 1 << 40, memory: 1 << 30, stdout: 1 << 24, stderr: 1 << 16, wall_ms: 1000 };
    let judged = || judge(&challenge.checker, black_box(&outcome), &limits, &answer);
    assert_eq!(judged().verdict, Verdict::WA);
    criterion.bench_function("judge/10000 lines that differ at the end", |bencher| bencher.iter(judged));
}

fn scoring(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let challenge = challenge(folder.path(), CASES, "7\n");
    let record = |id: String| CaseRecord {
        id,
        verdict: Verdict::AC,
        share_milli: 1000,
        cost: 1000,
        reference_cost: None,
        tiers: vec![],
    };
    let records: Vec<CaseRecord> = challenge.cases().into_iter().map(|case| record(case.id.clone())).collect();
    criterion
        .bench_function("tally/100 cases", |bencher| bencher.iter(|| tally(&challenge, black_box(&records), None)));
}

fn loading(criterion: &mut Criterion) {
    let folder = root().join("challenges/paginate");
    criterion
        .bench_function("load/paginate", |bencher| bencher.iter(|| load(black_box(&folder)).expect("it is valid")));
}

/// A grade whose every case is wrong, so that each has a difference to show.
fn rendering(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let challenge = challenge(folder.path(), CASES, "8\n");
    let runtime = Runtime::new().expect("a runtime");
    let grade: Grade = runtime.block_on(grader().grade(&challenge, &seven())).expect("a grade");
    assert_eq!(grade.verdict, Verdict::WA);
    let options = RenderOptions { colour: false, width: 100 };
    for format in [Format::Html, Format::Json, Format::Text] {
        let name = format!("render/100 wrong cases as {}", format.name());
        criterion.bench_function(&name, |bencher| bencher.iter(|| render(black_box(&grade), format, &options)));
    }
}

criterion_group!(parts, case, difference, scoring, loading, rendering);
criterion_main!(parts);
