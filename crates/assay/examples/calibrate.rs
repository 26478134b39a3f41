//! How much more the same work costs in each language than in C: what the time multipliers are chosen by.
//!
//! `cargo run -p assay --example calibrate` runs eight conformance programs on large inputs in every language that is
//! ready, and writes `docs/calibration.md`. It counts units and measures no time, so any machine gives the same table.

#![allow(clippy::print_stdout, reason = "an example prints")]

#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/conformance/suite/mod.rs"]
mod suite;

use std::fmt::Write;

use assay::{Grader, ToolPaths, UNITS_PER_MS};
use suite::languages::{Spoken, root, spoken};
use suite::row::Scale;
use suite::run::Bench;
use suite::table::rows;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The programs, each with a size that takes C some 20 to 200 ms of virtual time.
const PROGRAMS: [(&str, u64); 8] = [
    ("sort", 250_000),
    ("hash_map", 1_000_000),
    ("matrix", 300),
    ("heap", 300_000),
    ("grid", 2_000),
    ("expression", 200_000),
    ("strings", 500_000),
    ("fnv", 10_000_000),
];

/// The language the others are compared with.
const REFERENCE: &str = "c";

/// What a multiplier may be: a setter should be able to reckon with it.
const STEPS: [f64; 14] = [1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 80.0];

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    let grader = Grader::builder().cache(cache).tools(tools).build()?;
    let mut languages: Vec<Spoken> = spoken(&grader).into_iter().filter(|language| language.info.ready).collect();
    languages.sort_by_key(|language| language.name() != REFERENCE);
    if languages.first().is_none_or(|first| first.name() != REFERENCE) {
        return Err("C is what the others are compared with, and it is not ready: assay languages install c".into());
    }
    let bench = Bench::open(grader)?;
    let mut printed = vec![None; PROGRAMS.len()];
    let mut costs = Vec::new();
    for language in &languages {
        let mut column = Vec::new();
        for ((program, n), printed) in PROGRAMS.iter().zip(&mut printed) {
            let (cost, output) = measure(&bench, language, program, *n).await?;
            println!("{:<12} {program:<12} {:>12.1} ms virtual", language.name(), virtual_ms(cost));
            if printed.get_or_insert_with(|| output.clone()) != &output {
                return Err(format!("{program} in {} prints other than in C", language.name()).into());
            }
            column.push(cost);
        }
        costs.push(column);
    }
    let text = document(&languages, &costs)?;
    std::fs::write(root().join("docs/calibration.md"), &text)?;
    println!("\n{text}");
    Ok(())
}

/// The cost of one program, and what it printed.
async fn measure(bench: &Bench, language: &Spoken, program: &str, n: u64) -> Result<(u64, Vec<u8>), Failure> {
    let row = rows().into_iter().find(|row| row.program == program).ok_or("a program the table does not have")?;
    let scale = Scale { n, time_ms: 600_000, memory: 2 << 30, ..Scale::default() };
    let attempt = bench.attempt(language, &row, &scale).await?;
    match attempt.outcome {
        Some(outcome) if outcome.end.is_success() => Ok((outcome.usage.cost, outcome.stdout.bytes)),
        outcome => Err(format!("{program} in {}: {:?} {:?}", language.name(), attempt.compilation, outcome).into()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "costs are far below 2^52")]
fn virtual_ms(cost: u64) -> f64 {
    cost as f64 / UNITS_PER_MS as f64
}

fn document(languages: &[Spoken], costs: &[Vec<u64>]) -> Result<String, std::fmt::Error> {
    let mut text = HEAD.to_owned();
    let titles: Vec<&str> = languages.iter().map(|language| language.info.title.as_str()).collect();
    writeln!(text, "| program | n | C, virtual ms | {} |", titles.join(" | "))?;
    writeln!(text, "| :-- | --: | --: |{}", " --: |".repeat(languages.len()))?;
    let ratio = |column: &Vec<u64>, at: usize| virtual_ms(column[at]) / virtual_ms(costs[0][at]);
    for (at, (program, n)) in PROGRAMS.iter().enumerate() {
        let cells: Vec<String> = costs.iter().map(|column| format!("{:.2}", ratio(column, at))).collect();
        writeln!(text, "| `{program}` | {n} | {:.1} | {} |", virtual_ms(costs[0][at]), cells.join(" | "))?;
    }
    let mut lines = [("geometric mean", Vec::new()), ("suggested multiplier", Vec::new()), ("multiplier", Vec::new())];
    for (language, column) in languages.iter().zip(costs) {
        let logarithms: f64 = (0..PROGRAMS.len()).map(|at| ratio(column, at).ln()).sum();
        #[expect(clippy::cast_precision_loss, reason = "eight")]
        let mean = (logarithms / PROGRAMS.len() as f64).exp();
        // C's own mean is 1 but for rounding.
        let step = STEPS.into_iter().find(|step| mean <= step + 1e-9).unwrap_or(mean.ceil());
        lines[0].1.push(format!("{mean:.2}"));
        lines[1].1.push(format!("{step}"));
        lines[2].1.push(format!("{}", f64::from(language.info.multiplier_milli) / 1000.0));
    }
    for (name, cells) in lines {
        writeln!(text, "| **{name}** | | | {} |", cells.join(" | "))?;
    }
    Ok(text)
}

const HEAD: &str = "\
# Calibration

How many units the same work takes in each language, as a multiple of what it takes in C. Eight conformance programs
(`sandbox/<language>/conformance/`), written as a good candidate would, run on inputs that take C some 20 to 200 ms of
virtual time. The suggested multiplier is the geometric mean, rounded up to the next of 1, 1.5, 2, 3, 4, 6, 8, 10, 15,
20, 30, 40, 60 and 80; the last line is the multiplier the language's manifest has.

Measure again after a new engine, pack or program, with the packs of all languages installed:

```sh
assay languages install all
cargo run -p assay --example calibrate
```

It writes this file. Units are counted and no time is measured, so the table is the same on every machine. A single program
may be far from the mean: what a language does in native code of its own library is cheap, and what it does step by step
in an interpreter is not.

";
