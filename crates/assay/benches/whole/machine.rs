//! When and on what the figures were measured, and which native tools they were compared with.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::ground::{Failure, Ground, cores, grader};
use crate::native::python;
use crate::table::Table;

/// The table.
pub(crate) fn table(ground: &Ground) -> Result<Table, Failure> {
    let mut table = Table::new(["what", "which"]);
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    table.row(["date".to_owned(), date(seconds)]);
    table.row(["processor".to_owned(), format!("{}, {} cores", processor(), cores())]);
    table.row(["memory".to_owned(), memory()]);
    table.row(["load before".to_owned(), read("/proc/loadavg").split(' ').take(3).collect::<Vec<_>>().join(" ")]);
    table.row(["system".to_owned(), answer("uname", &["-sr"])]);
    table.row(["grader".to_owned(), answer(&ground.assay.to_string_lossy(), &["--version"])]);
    let packs: Vec<String> = ground.languages(&grader(1)?).into_iter().map(|language| language.info.title).collect();
    table.row(["packs".to_owned(), packs.join(", ")]);
    let python = python().map_or_else(String::new, |path| path.to_string_lossy().into_owned());
    let tools: [(&str, &[&str]); 8] = [
        ("gcc", &["--version"]),
        ("g++", &["--version"]),
        ("rustc", &["--version"]),
        ("go", &["version"]),
        ("java", &["--version"]),
        (&python, &["--version"]),
        ("node", &["--version"]),
        ("ruby", &["--version"]),
    ];
    let names = ["gcc", "g++", "rustc", "go", "java", "python3", "node", "ruby"];
    for (name, (tool, arguments)) in names.into_iter().zip(tools) {
        table.row([name.to_owned(), answer(tool, arguments)]);
    }
    Ok(table)
}

/// The first line a tool answers.
fn answer(tool: &str, arguments: &[&str]) -> String {
    let output = Command::new(tool).args(arguments).output();
    let said = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    said.lines().next().map_or_else(|| "not installed".to_owned(), |line| line.trim().to_owned())
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_default().trim().to_owned()
}

fn processor() -> String {
    let text = read("/proc/cpuinfo");
    let name = text.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(std::env::consts::ARCH);
    name.trim_start_matches([' ', '\t', ':']).to_owned()
}

fn memory() -> String {
    let text = read("/proc/meminfo");
    let kib =
        text.lines().find_map(|line| line.strip_prefix("MemTotal:")?.split_whitespace().next()?.parse::<u64>().ok());
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{} GiB", kib.div_ceil(1 << 20)))
}

/// The day of a time in seconds since 1970, in the calendar of the world.
fn date(seconds: u64) -> String {
    // Days are counted from the first of March of year 0, so that a leap day is the last of its year.
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let (day, month) = (day_of_year - (153 * from_march + 2) / 5 + 1, (from_march + 2) % 12 + 1);
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}
