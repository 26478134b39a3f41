//! The ground the tests stand on: Ruby made ready in a cache that is shared, and programs run in it.

use std::path::{Path, PathBuf};

use assay_challenge::{Language, Limits};
use assay_runner::{Engine, Finished, Job, Packs, Prepared, Source};
use bytes::Bytes;

/// The cache tests share: `ASSAY_HOME`, or a folder beside the build. Packs that are missing there are fetched.
fn home() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("assay-home");
    std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from)
}

/// What a run may use unless a test is about that.
pub(crate) const LIMITS: Limits =
    Limits { cost: 100_000_000_000, memory: 256 << 20, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 300_000 };

/// Ruby, ready.
pub(crate) struct Ruby {
    engine: Engine,
    packs: Packs,
}

impl Ruby {
    pub(crate) fn new() -> Self {
        let engine = Engine::new().expect("the engine starts");
        let packs = Packs::open(&engine, &home()).expect("the manifests are valid");
        Self { engine, packs }
    }

    /// Checks files, of which the first is the main one.
    pub(crate) async fn prepare(&self, files: &[(&str, &str)]) -> Prepared {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), Bytes::copy_from_slice(text.as_bytes()));
        let source = Source {
            language: Language::new("ruby").expect("a name"),
            main: files[0].0.to_owned(),
            files: files.iter().map(owned).collect(),
            entry: None,
        };
        self.packs.prepare(&source).await.expect("Ruby can be had")
    }

    /// Runs files that must compile.
    pub(crate) async fn run_files(&self, files: &[(&str, &str)], stdin: &[u8], limits: &Limits) -> Finished {
        let prepared = self.prepare(files).await;
        let job = Job {
            program: prepared.program.unwrap_or_else(|| panic!("{}", prepared.compilation.message)),
            stdin: Bytes::copy_from_slice(stdin),
            arguments: Vec::new(),
            files: vec![("assay/call".to_owned(), Bytes::from_static(b"a call\n"))],
            writable: Some("assay/results".to_owned()),
            seed: 7,
            limits: limits.clone(),
        };
        self.engine.run(&job).await.expect("the sandbox works")
    }

    /// Runs one file.
    pub(crate) async fn run(&self, text: &str, stdin: &str) -> Finished {
        self.run_files(&[("main.rb", text)], stdin.as_bytes(), &LIMITS).await
    }

    /// What one file prints; it must end with exit code 0.
    pub(crate) async fn prints(&self, text: &str, stdin: &str) -> String {
        let finished = self.run(text, stdin).await;
        let said = stderr(&finished);
        assert!(finished.outcome.end.is_success(), "{:?}\n{said}", finished.outcome.end);
        String::from_utf8(finished.outcome.stdout.bytes).expect("text")
    }
}

pub(crate) fn stdout(finished: &Finished) -> String {
    String::from_utf8_lossy(&finished.outcome.stdout.bytes).into_owned()
}

pub(crate) fn stderr(finished: &Finished) -> String {
    String::from_utf8_lossy(&finished.outcome.stderr.bytes).into_owned()
}
