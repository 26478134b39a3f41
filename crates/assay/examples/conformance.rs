//! Prints what every language does with every conformance program, from a run: the text of `docs/conformance.md`.
//!
//! `cargo run -p assay --example conformance` runs the table that the tests run and writes the document. Nothing in it
//! depends on the day or the machine.

#![allow(clippy::print_stdout, reason = "an example prints")]

#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/conformance/suite/mod.rs"]
mod suite;

use std::fmt::Write;

use assay::{Grader, ToolPaths};
use suite::languages::{Spoken, root, spoken};
use suite::row::Row;
use suite::run::{Bench, complaint, verdict};
use suite::table::rows;

type Failure = Box<dyn std::error::Error + Send + Sync>;

const HEAD: &str = "\
# Conformance

The same programs, written in every language, and what came of them: printed by `cargo run -p assay --example conformance`
from a run. The programs are in `sandbox/<language>/conformance/`; what each is given and must do is in
[the table](../crates/assay/tests/conformance/suite/table.rs), and `cargo test -p assay --test conformance` holds every
language to it.

✓ is a program that did all that the table says: the verdict, the output byte for byte, and what it must say on standard
error, such as the line of an uncaught exception. ✗ is one that did not, with the verdict it earned. — is a program that a
language cannot have. Beside it is what the run cost, in units; every one of twenty runs costs the same. After a trap, and
so for some that end in RTE, it is a lower bound. A program that does not compile has no run.

";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    let grader = Grader::builder().cache(cache).tools(tools).build()?;
    let languages = spoken(&grader);
    let mut text = HEAD.to_owned();
    let titles: Vec<&str> = languages.iter().map(|language| language.info.title.as_str()).collect();
    writeln!(text, "| program | verdict | {} |", titles.join(" | "))?;
    writeln!(text, "| :-- | :-- |{}", " --: |".repeat(languages.len()))?;
    let bench = Bench::open(grader)?;
    let mut wrong = Vec::new();
    for row in rows() {
        write!(text, "| `{}` | {} |", row.program, row.verdict)?;
        for language in &languages {
            let cell = match row.absence(language.name()) {
                Some(_) => "—".to_owned(),
                None => cell(&bench, language, &row, &mut wrong).await?,
            };
            write!(text, " {cell} |")?;
        }
        writeln!(text)?;
        println!("{}", text.lines().last().unwrap_or_default());
    }
    absences(&mut text, &languages)?;
    std::fs::write(root().join("docs/conformance.md"), text)?;
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

async fn cell(bench: &Bench, language: &Spoken, row: &Row, wrong: &mut Vec<String>) -> Result<String, Failure> {
    let attempt = bench.attempt(language, row, &row.judged).await?;
    let cost = attempt.outcome.as_ref().map_or(String::new(), |outcome| spaced(outcome.usage.cost));
    Ok(match complaint(row, &row.judged, language, &attempt) {
        None => format!("✓ {cost}").trim_end().to_owned(),
        Some(said) => {
            wrong.push(format!("{} in {}: {said}", row.program, language.name()));
            format!("✗ {} {cost}", verdict(row, &row.judged, &attempt).0).trim_end().to_owned()
        }
    })
}

/// A number with a space after every three digits.
fn spaced(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// Why some languages do not have some programs.
fn absences(text: &mut String, languages: &[Spoken]) -> std::fmt::Result {
    writeln!(text, "\nNot there:\n")?;
    for row in rows() {
        for language in languages {
            if let Some(reason) = row.absence(language.name()) {
                writeln!(text, "- `{}` in {}: {reason}", row.program, language.info.title)?;
            }
        }
    }
    Ok(())
}
