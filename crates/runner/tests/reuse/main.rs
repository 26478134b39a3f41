//! Cases in an instance that was used before: nothing a program can see may tell it so, and nothing that another case did
//! there may be left.

mod interpreters;
mod programs;
mod python;

use std::path::{Path, PathBuf};

use assay_challenge::{Language, Limits, Outcome, UNITS_PER_MS};
use assay_runner::{Engine, Job, Packs, Program, Source};
use bytes::Bytes;

const LIMITS: Limits =
    Limits { cost: 10_000 * UNITS_PER_MS, memory: 256 << 20, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 600_000 };

/// The cache tests share: `ASSAY_HOME`, or a folder beside the build. A pack that is missing there is fetched.
fn home() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("assay-home");
    std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from)
}

/// Packs none of whose instances has run yet.
fn packs(engine: &Engine) -> Packs {
    Packs::open(engine, &home()).unwrap()
}

/// The program in one file, or with an `entry` to be called.
async fn program(packs: &Packs, language: &str, main: &str, text: &str, entry: Option<&str>) -> Program {
    let (language, main) = (Language::new(language).unwrap(), main.to_owned());
    let files = vec![(main.clone(), Bytes::from(text.to_owned()))];
    let source = Source { language, main, files, entry: entry.map(ToOwned::to_owned) };
    let prepared = packs.prepare(&source).await.unwrap();
    prepared.program.unwrap_or_else(|| panic!("{}", prepared.compilation.message))
}

/// Everything that is known of a run.
#[derive(Debug, PartialEq)]
struct Known(Outcome, Vec<(String, Bytes)>);

impl Known {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout.bytes).into_owned()
    }
}

/// Runs it with this input.
async fn run(engine: &Engine, program: &Program, stdin: &'static str, limits: &Limits) -> Known {
    let job = Job {
        program: program.clone(),
        stdin: Bytes::from_static(stdin.as_bytes()),
        arguments: vec!["argument".to_owned()],
        files: vec![("given".to_owned(), Bytes::from_static(b"12345"))],
        writable: Some("/out".to_owned()),
        seed: 1,
        limits: limits.clone(),
    };
    let finished = engine.run(&job).await.unwrap();
    Known(finished.outcome, finished.written.into_iter().collect())
}
