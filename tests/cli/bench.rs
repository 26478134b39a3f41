//! A place to run `assay` at: its own folder, a small challenge, and submissions that need no language pack.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Prints `4`, the answer of every case of [`Bench::challenge`].
pub(crate) const RIGHT: &str = r#"(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\10\00\00\00\02\00\00\00")
  (data (i32.const 16) "4\n")
  (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 32)))))"#;

/// Prints `5` and an escape sequence.
pub(crate) const WRONG: &str = r#"(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\10\00\00\00\06\00\00\00")
  (data (i32.const 16) "5\1b[2J\n")
  (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 32)))))"#;

/// Never ends.
pub(crate) const ENDLESS: &str = r#"(module (memory (export "memory") 1) (func (export "_start") (loop (br 0))))"#;

/// What one run of `assay` did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// Fails the test, with all that was said, if the exit code is another.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }
}

/// A temporary folder in which `assay` is run.
pub(crate) struct Bench(TempDir);

impl Bench {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    /// With the challenge `four`, whose every answer is 4, and `right.wat`, `wrong.wat` and `endless.wat`.
    pub(crate) fn with_challenge() -> Self {
        let bench = Self::new();
        bench.write("four/challenge.toml", "id = \"four\"\ntitle = \"Four\"\n[limits]\ntime = \"10ms\"\n");
        bench.write("four/statement.md", "Print 4.\n");
        for case in ["sample/01-a", "secret/01-b", "secret/02-c"] {
            bench.write(&format!("four/data/{case}.in"), "2 2\n");
            bench.write(&format!("four/data/{case}.ans"), "4\n");
        }
        bench.write("four/submissions/accepted/right.wat", RIGHT);
        bench.write("four/submissions/wrong_answer/wrong.wat", WRONG);
        for (name, text) in [("right.wat", RIGHT), ("wrong.wat", WRONG), ("endless.wat", ENDLESS)] {
            bench.write(name, text);
        }
        bench
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("it was written")
    }

    /// `assay` with these arguments, its cache shared by all tests.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assay"));
        let cache = std::env::var_os("ASSAY_HOME").map_or_else(
            || Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is inside target").join("assay-home"),
            PathBuf::from,
        );
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        command.env("ASSAY_HOME", cache).env_remove("NO_COLOR").env_remove("COLUMNS");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.command(arguments), b"")
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ran {
        ran(self.command(arguments), input)
    }
}

/// Runs the command to its end.
pub(crate) fn ran(mut command: Command, input: &[u8]) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("assay starts");
    let mut stdin = child.stdin.take().expect("it is a pipe");
    // A program that ends without reading closes the pipe.
    let _ = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().expect("assay ends");
    let text = |bytes| String::from_utf8(bytes).expect("everything written is UTF-8");
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// A folder of the repository.
pub(crate) fn bundled(path: &str) -> String {
    format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))
}
