//! What a case costs on top of the program's own work, beside spawning a native process for it, in one run.
//!
//! `cargo run -p assay --example overhead` prints one line for each language: the conformance program `sum` on two numbers,
//! again and again, warm. Figures are for this machine at this moment; the ratio is what to look at. A dash stands where
//! the language's own tool is not installed.

#![allow(clippy::print_stdout, reason = "an example prints")]

mod native;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/conformance/suite/mod.rs"]
mod suite;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use assay::{Challenge, Event, GradeOptions, Grader, Submission, ToolPaths, Verdict, load};
use suite::languages::{Spoken, spoken};

/// The program that is measured.
const PROGRAM: &str = "sum";

const CASES: usize = 200;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    let grader = Grader::builder().cache(cache).tools(tools).jobs(1).build()?;
    let challenge = Arc::new(adding(folder.path())?);
    println!("{:<28} {:>12} {:>12} {:>8}  native tool", "adding two numbers", "sandbox", "process", "ratio");
    for language in spoken(&grader) {
        let sandbox = sandboxed(&grader, &challenge, &language).await?;
        let made = folder.path().join(language.name());
        std::fs::create_dir_all(&made)?;
        let title = &language.info.title;
        match native::command(language.name(), &language.path(PROGRAM), &made)? {
            Some((tool, mut command)) => {
                let process = native::time(&mut command)?;
                let ratio = sandbox.as_secs_f64() / process.as_secs_f64();
                println!("{title:<28} {sandbox:>12.2?} {process:>12.2?} {ratio:>8.3}  {tool}");
            }
            None => println!("{title:<28} {sandbox:>12.2?} {:>12} {:>8}  —", "—", "—"),
        }
    }
    Ok(())
}

/// A challenge of many equal cases.
fn adding(folder: &Path) -> Result<Challenge, Failure> {
    let root = folder.join("adding");
    std::fs::create_dir_all(root.join("data/secret"))?;
    std::fs::write(root.join("challenge.toml"), "id = \"adding\"\ntitle = \"Adding\"\n")?;
    std::fs::write(root.join("statement.md"), "Add two numbers.\n")?;
    for number in 0..CASES {
        std::fs::write(root.join(format!("data/secret/{number:03}-case.in")), format!("{number}\n1\n"))?;
        std::fs::write(root.join(format!("data/secret/{number:03}-case.ans")), format!("{}\n", number + 1))?;
    }
    Ok(load(&root)?)
}

/// The time of one case of a whole grade, judging included and compiling excluded: the best of five grades.
async fn sandboxed(grader: &Grader, challenge: &Arc<Challenge>, language: &Spoken) -> Result<Duration, Failure> {
    let submission = Submission::read(&language.path(PROGRAM), language.info.language.clone())?;
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let mut started = Instant::now();
        let grade = grader
            .grade_with(challenge, &submission, GradeOptions::default(), |event| {
                if let Event::Started { .. } = event {
                    started = Instant::now();
                }
            })
            .await?;
        let time = started.elapsed();
        if grade.verdict != Verdict::AC {
            return Err(format!("{}: the measured program is not right: {}", language.name(), grade.to_json()).into());
        }
        best = best.min(time / u32::try_from(CASES)?);
    }
    Ok(best)
}
