//! What a case costs on top of the program's own work, beside spawning a native process for it, in one run.
//!
//! `cargo run -p assay --example overhead` prints one line for each: medians of many runs of a program that adds two
//! numbers, one after the other. Figures are for this machine at this moment; the ratio is what to look at.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use assay::{Challenge, GradeOptions, Grader, Language, Submission, load};

const PYTHON: &str = "a, b = map(int, input().split())\nprint(a + b)\n";
const C: &str =
    "#include <stdio.h>\nint main(void) { long a, b; scanf(\"%ld %ld\", &a, &b); printf(\"%ld\\n\", a + b); }\n";
const CASES: usize = 200;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let grader = Grader::builder().cache(cache).jobs(1).build()?;
    let challenge = Arc::new(adding(folder.path())?);
    println!("{:<34} {:>12} {:>12} {:>8}", "adding two numbers", "sandbox", "process", "ratio");
    // Not what is called `python3`, which may be a script that looks for the interpreter.
    let found = Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output()?;
    let python = native(Command::new(String::from_utf8(found.stdout)?.trim()).args(["-c", PYTHON]))?;
    row("Python", sandboxed(&grader, &challenge, "python", "add.py", PYTHON).await?, python);
    let binary = folder.path().join("add");
    std::fs::write(folder.path().join("add.c"), C)?;
    let compiled = Command::new("cc").args(["-O2", "-o"]).arg(&binary).arg(folder.path().join("add.c")).status()?;
    if !compiled.success() {
        return Err("cc failed".into());
    }
    let process = native(&mut Command::new(&binary))?;
    row("C", sandboxed(&grader, &challenge, "c", "add.c", C).await?, process);
    Ok(())
}

fn row(name: &str, sandbox: Duration, process: Duration) {
    let ratio = sandbox.as_secs_f64() / process.as_secs_f64();
    println!("{name:<34} {sandbox:>12.2?} {process:>12.2?} {ratio:>8.3}");
}

/// A challenge of many equal cases.
fn adding(folder: &Path) -> Result<Challenge, Failure> {
    let root = folder.join("adding");
    std::fs::create_dir_all(root.join("data/secret"))?;
    std::fs::write(root.join("challenge.toml"), "id = \"adding\"\ntitle = \"Adding\"\n")?;
    std::fs::write(root.join("statement.md"), "Add two numbers.\n")?;
    for number in 0..CASES {
        std::fs::write(root.join(format!("data/secret/{number:03}-case.in")), format!("{number} 1\n"))?;
        std::fs::write(root.join(format!("data/secret/{number:03}-case.ans")), format!("{}\n", number + 1))?;
    }
    Ok(load(&root)?)
}

/// The time of one case of a whole grade, judging included and compiling excluded: the best of five grades.
async fn sandboxed(
    grader: &Grader,
    challenge: &Arc<Challenge>,
    language: &str,
    file: &str,
    source: &'static str,
) -> Result<Duration, Failure> {
    let language = Language::new(language).ok_or("not a language")?;
    let submission = Submission::new(file, language, source);
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let mut started = Instant::now();
        let grade = grader
            .grade_with(challenge, &submission, GradeOptions::default(), |event| {
                if let assay::Event::Started { .. } = event {
                    started = Instant::now();
                }
            })
            .await?;
        assert_eq!(grade.verdict, assay::Verdict::AC, "the measured program is right");
        best = best.min(started.elapsed() / u32::try_from(CASES)?);
    }
    Ok(best)
}

/// The time of one process that reads two numbers: the best mean of five rounds.
fn native(command: &mut Command) -> Result<Duration, Failure> {
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        for _ in 0..20 {
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
            child.stdin.take().ok_or("no input")?.write_all(b"3 4\n")?;
            if !child.wait_with_output()?.status.success() {
                return Err("the native program failed".into());
            }
        }
        best = best.min(started.elapsed() / 20);
    }
    Ok(best)
}
