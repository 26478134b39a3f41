//! The same program as a process of this machine: with the language's own tool, compiled first where it is a compiler.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The tool's name and the command that runs `source`, made in the folder `made`; `None` where the tool is not installed.
pub(crate) fn command(language: &str, source: &Path, made: &Path) -> Result<Option<(String, Command)>, Failure> {
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
            ("javac, java", compile, command)
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
    Ok(Some((tool.to_owned(), command)))
}

fn interpreted(tool: &str, path: &Path, source: &Path) -> (String, Command) {
    let mut command = Command::new(path);
    command.arg(source);
    (tool.to_owned(), command)
}

/// Not what is called `python3`, which may be a script that looks for the interpreter.
fn python() -> Option<PathBuf> {
    let found = Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output().ok()?;
    found.status.success().then(|| String::from_utf8_lossy(&found.stdout).trim().into())
}

/// Where a program of this name is on the search path.
fn installed(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The time of one process that reads two numbers: the best mean of five rounds.
pub(crate) fn time(command: &mut Command) -> Result<Duration, Failure> {
    const PROCESSES: u32 = 20;
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        for _ in 0..PROCESSES {
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
            child.stdin.take().ok_or("no input")?.write_all(b"3\n4\n")?;
            let output = child.wait_with_output()?;
            if output.stdout.trim_ascii() != b"7" {
                return Err(format!("{command:?} is not right: {output:?}").into());
            }
        }
        best = best.min(started.elapsed() / PROCESSES);
    }
    Ok(best)
}
