//! The one program that measures the whole: what grading costs here, beside native processes of this machine, in one run.
//!
//! `cargo bench --profile dev -p assay --bench whole` prints a Markdown table for each question. What is compared ran
//! minutes apart on one machine, so the ratios mean something anywhere and the times only here. `-- --help` lists what
//! can be left out, and `-- --write docs/performance.md` puts the tables in their places in that file.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]
#![allow(clippy::cast_precision_loss, reason = "figures are shown with three digits")]

mod calls;
mod command_line;
mod ground;
mod machine;
mod memory;
mod metering;
mod native;
mod neighbours;
mod options;
mod per_case;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/conformance/suite/mod.rs"]
mod suite;
mod table;
mod throughput;
mod workloads;

use std::time::Instant;

use ground::{Failure, Ground};
use options::{Options, Section};
use table::{Table, replace};

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let options = match Options::of(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(said) => {
            println!("{said}");
            return Ok(());
        }
    };
    if let Some(child) = &options.child {
        return memory::measured(child).await;
    }
    let ground = Ground::new(&options)?;
    let mut tables = Vec::new();
    for section in &options.sections {
        eprintln!("measuring: {}", section.name());
        let started = Instant::now();
        let table = measure(*section, &ground).await?;
        eprintln!("  {:.0} s", started.elapsed().as_secs_f64());
        println!("## {}\n\n{table}", section.name());
        tables.push((section.name(), table));
    }
    if let Some(path) = &options.write {
        let mut text = std::fs::read_to_string(path)?;
        for (name, table) in &tables {
            text = replace(&text, name, &table.to_string())?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}

async fn measure(section: Section, ground: &Ground) -> Result<Table, Failure> {
    match section {
        Section::Machine => machine::table(ground),
        Section::PerCase => per_case::table(ground).await,
        Section::Workloads => workloads::table(ground).await,
        Section::CommandLine => command_line::hundred(ground),
        Section::Start => command_line::start(ground),
        Section::Calls => calls::table(ground).await,
        Section::Throughput => throughput::table(ground),
        Section::Metering => metering::table(ground).await,
        Section::Memory => memory::table(ground),
        Section::Neighbours => neighbours::table(ground).await,
    }
}
