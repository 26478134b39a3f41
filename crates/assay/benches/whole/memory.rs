//! Peaks of memory: each measured in a process of its own, which this program starts as a child of itself.

use std::process::Command;
use std::time::{Duration, Instant};

use assay::{Language, Submission};

use crate::ground::{Failure, Ground, adding, challenge, graded, grader};
use crate::table::{Table, digits, time};
use crate::throughput;

const CASES: usize = 200;

/// What one process measured of itself.
pub(crate) struct Measured {
    /// The time of the work, without loading the engine and the packs.
    pub(crate) time: Duration,
    /// The most memory the process had.
    pub(crate) peak_mib: f64,
}

/// The grader's memory with Python, in the table.
pub(crate) fn table(_: &Ground) -> Result<Table, Failure> {
    let mut table = Table::new(["what", "peak memory", "time"]);
    for (what, name) in [
        ("engine alone", "engine"),
        ("200 cases in C, jobs 2", "c"),
        ("200 cases in C++, jobs 2", "cpp"),
        ("200 cases in Python, jobs 2", "python"),
        ("200 cases in JavaScript, jobs 2", "javascript"),
        ("200 cases in Ruby, jobs 2", "ruby"),
    ] {
        let Measured { time: took, peak_mib } = in_child(name)?;
        table.row([what.to_owned(), format!("{} MiB", digits(peak_mib)), time(took)]);
    }
    table.note("The resident set of a process that grades by the library, at its largest, mapped files included.");
    Ok(table)
}

/// Starts this program again, to measure `what` in it.
pub(crate) fn in_child(what: &str) -> Result<Measured, Failure> {
    let output = Command::new(std::env::current_exe()?).args(["--child", what]).output()?;
    let said = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match figures.as_slice() {
        [seconds, kib] if output.status.success() => {
            Ok(Measured { time: Duration::from_secs_f64(*seconds), peak_mib: kib / 1024.0 })
        }
        _ => Err(format!("--child {what}: {said}{}", String::from_utf8_lossy(&output.stderr)).into()),
    }
}

/// The child's side: does the work, and prints seconds and KiB.
pub(crate) async fn measured(what: &str) -> Result<(), Failure> {
    let time = if let Ok(count) = what.parse() {
        throughput::grade(count).await?
    } else if what == "engine" {
        let started = Instant::now();
        grader(2)?;
        started.elapsed()
    } else {
        let folder = tempfile::tempdir()?;
        let challenge = challenge(folder.path(), &adding(CASES))?;
        let grader = grader(2)?;
        let language = Language::new(what).ok_or("no language's name")?;
        let spoken =
            crate::suite::languages::spoken(&grader).into_iter().find(|spoken| spoken.info.language == language);
        let path = spoken.ok_or("no such language")?.path(crate::per_case::TRIVIAL);
        graded(&grader, &challenge, &Submission::read(&path, language)?).await?.1
    };
    println!("{} {}", time.as_secs_f64(), peak_kib()?);
    Ok(())
}

/// What the kernel has noted of this process.
fn peak_kib() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|_| "peaks are read from Linux's /proc")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.and_then(|line| line.split_whitespace().next()).ok_or("no peak is noted")?.parse()?)
}
