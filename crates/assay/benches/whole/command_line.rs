//! The built command line as a user starts it: a hundred cases cold and warm, and from the start to the first verdict.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::ground::{Failure, Ground, Text, adding, challenge, challenge_folder, grader, home};
use crate::native::Native;
use crate::per_case::TRIVIAL;
use crate::suite::languages::Spoken;
use crate::table::{Table, dash, ratio, time};

const CASES: usize = 100;

/// A hundred cases from the command line, beside a hundred processes.
pub(crate) fn hundred(ground: &Ground) -> Result<Table, Failure> {
    let root = ground.folder("command-line")?;
    let cases = adding(CASES);
    challenge(&root, &cases)?;
    let headings = ["language", "100 processes", "cold", "ratio", "warm", "ratio"];
    let mut table = Table::new(headings);
    for language in ground.languages(&grader(1)?) {
        let cold = shortest(3, || cold(ground, &root, &language))?;
        let warm = shortest(5, || started(ground, &root, &language.path(TRIVIAL), &language))?;
        let native = processes(&root, &language, &cases)?;
        let title = language.info.title.clone();
        let shown = native.map_or_else(dash, time);
        table.row([title, shown, time(cold), ratio(cold, native), time(warm), ratio(warm, native)]);
    }
    table.note(
        "`assay grade` of a program that adds two numbers, from the process's start to its end, with one job for each \
         core; cold: a source never seen before, so that it is compiled; warm: graded before. Beside it the native \
         program, compiled beforehand, started a hundred times, one by one. The best of three, and of five warm.",
    );
    Ok(table)
}

/// One case from the command line: what a user waits for the first verdict.
pub(crate) fn start(ground: &Ground) -> Result<Table, Failure> {
    let root = ground.folder("start")?;
    challenge(&root, &adding(1))?;
    let mut table = Table::new(["language", "start to first verdict", "median of 15"]);
    for language in ground.languages(&grader(1)?) {
        let path = language.path(TRIVIAL);
        let times: Result<Vec<_>, _> = (0..15).map(|_| started(ground, &root, &path, &language)).collect();
        let mut times = times?;
        times.sort();
        table.row([language.info.title.clone(), time(times[0]), time(times[times.len() / 2])]);
    }
    table.note("`assay grade` of one case, warm, from the process's start to its end: the shortest and the median.");
    Ok(table)
}

fn shortest(rounds: usize, mut run: impl FnMut() -> Result<Duration, Failure>) -> Result<Duration, Failure> {
    (0..rounds).try_fold(Duration::MAX, |best, _| Ok(best.min(run()?)))
}

/// Grades a source that nobody has seen: the program with a remark of its own.
fn cold(ground: &Ground, root: &Path, language: &Spoken) -> Result<Duration, Failure> {
    let remark = if matches!(language.name(), "python" | "ruby") { "#" } else { "//" };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_nanos();
    let source = std::fs::read_to_string(language.path(TRIVIAL))?;
    let path = root.join(language.file(TRIVIAL));
    std::fs::write(&path, format!("{source}\n{remark} {now}\n"))?;
    started(ground, root, &path, language)
}

fn started(ground: &Ground, root: &Path, source: &Path, language: &Spoken) -> Result<Duration, Failure> {
    let mut command = Command::new(&ground.assay);
    command.args(["--quiet", "grade"]).arg(challenge_folder(root)).arg(source);
    command.args(["--language", language.name(), "--format", "json"]);
    command.env("ASSAY_HOME", home()).stdin(Stdio::null());
    let started = Instant::now();
    let output = command.output()?;
    let time = started.elapsed();
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(time)
}

fn processes(root: &Path, language: &Spoken, cases: &[Text]) -> Result<Option<Duration>, Failure> {
    let made = root.join(language.name());
    std::fs::create_dir_all(&made)?;
    let native = Native::new(language.name(), &language.path(TRIVIAL), &made)?;
    native.map(|mut native| native.many(1, cases)).transpose()
}
