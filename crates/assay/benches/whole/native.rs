//! The same program as a process of this machine: with the language's own tool, compiled first where it is a compiler.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::ground::Failure;

/// A program as the language's own tool runs it.
pub(crate) struct Native {
    /// The tool's name.
    pub(crate) tool: &'static str,
    command: Command,
}

impl Native {
    /// `source` made ready to be run, in the folder `made`; `None` where the tool is not installed.
    pub(crate) fn new(language: &str, source: &Path, made: &Path) -> Result<Option<Self>, Failure> {
        let binary = made.join("program");
        let compiler = |name: &str, arguments: &[&str]| {
            let mut command = Command::new(name);
            command.args(arguments).arg("-o").arg(&binary).arg(source);
            command
        };
        let (tool, mut compile, command) = match language {
            "python" => return Ok(python().map(|path| interpreted("python3", &path, source))),
            "javascript" => return Ok(installed("node").map(|path| interpreted("node", &path, source))),
            "ruby" => return Ok(installed("ruby").map(|path| interpreted("ruby", &path, source))),
            "c" => ("gcc", compiler("gcc", &["-O2"]), Command::new(&binary)),
            "cpp" => ("g++", compiler("g++", &["-O2", "-std=gnu++20"]), Command::new(&binary)),
            "rust" => ("rustc", compiler("rustc", &["-O", "--edition", "2024"]), Command::new(&binary)),
            "go" => ("go", compiler("go", &["build"]), Command::new(&binary)),
            "java" => {
                // A public class must be in a file of its own name.
                let main = made.join("Main.java");
                std::fs::copy(source, &main)?;
                let mut compile = Command::new("javac");
                compile.arg("-d").arg(made).arg(main);
                let mut command = Command::new("java");
                command.arg("-cp").arg(made).arg("Main");
                ("java", compile, command)
            }
            // Some languages have no common tool that runs them as they are.
            _ => return Ok(None),
        };
        if installed(&compile.get_program().to_string_lossy()).is_none() {
            return Ok(None);
        }
        let output = compile.output()?;
        if !output.status.success() {
            return Err(format!("{tool}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(Some(Self { tool, command }))
    }

    /// Runs one process on `input`: what it printed, and the time from its start to its end.
    pub(crate) fn run(&mut self, input: &str) -> Result<(String, Duration), Failure> {
        let started = Instant::now();
        let mut child = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(input.as_bytes())?;
        let Output { status, stdout, .. } = child.wait_with_output()?;
        let time = started.elapsed();
        if !status.success() {
            return Err(format!("{:?}: {status}", self.command).into());
        }
        Ok((String::from_utf8(stdout)?, time))
    }

    /// The shortest of several processes, and what they printed.
    pub(crate) fn best(&mut self, rounds: usize, input: &str) -> Result<(String, Duration), Failure> {
        let (printed, mut best) = self.run(input)?;
        for _ in 1..rounds {
            best = best.min(self.run(input)?.1);
        }
        Ok((printed, best))
    }

    /// The time of many processes, one after the other: the shortest of `rounds`.
    pub(crate) fn many(&mut self, rounds: usize, inputs: &[crate::ground::Text]) -> Result<Duration, Failure> {
        let mut best = Duration::MAX;
        for _ in 0..rounds {
            let started = Instant::now();
            for (input, answer) in inputs {
                let (printed, _) = self.run(input)?;
                if printed.trim() != answer.trim() {
                    return Err(format!("{:?} is not right: {printed}", self.command).into());
                }
            }
            best = best.min(started.elapsed());
        }
        Ok(best)
    }
}

fn interpreted(tool: &'static str, path: &Path, source: &Path) -> Native {
    let mut command = Command::new(path);
    command.arg(source);
    Native { tool, command }
}

/// Not what is called `python3`, which may be a script that looks for the interpreter.
pub(crate) fn python() -> Option<PathBuf> {
    let found = Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output().ok()?;
    found.status.success().then(|| String::from_utf8_lossy(&found.stdout).trim().into())
}

/// Where a program of this name is on the search path.
fn installed(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}
