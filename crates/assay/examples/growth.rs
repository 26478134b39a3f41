//! Prints how well the growth of programs whose growth is known is found, from a run: the text of `docs/growth.md`.
//!
//! `cargo run -p assay --example growth` runs the table that the tests run and writes the document. Nothing in it depends
//! on the day or the machine.

#![allow(clippy::print_stdout, reason = "an example prints")]

#[path = "../tests/growth/suite/mod.rs"]
mod suite;

use std::fmt::Write;

use assay::{Grader, GrowthCandidate, GrowthClass, ToolPaths};
use suite::bench::{Bench, Failure, Found, programs, root};
use suite::table::rows;

const HEAD: &str = "\
# Growth

How well the class that cost and memory grow by is found: printed by `cargo run -p assay --example growth` from a run. The
programs are in `crates/assay/tests/growth/programs/`; what each is given, and how it is known to grow, is in
[the table](../crates/assay/tests/growth/suite/table.rs). `cargo test -p assay --test growth` holds the method to it: no
class may be taken for another, but for those named at the end; of cost nine in ten must be found, and of memory three in
four. What the method is, and how to have growth measured, is in [the setter's guide](setters-guide.md#growth).

Undecided is what measurements cannot tell. Collectors that run a few times only, and tables that double, make steps in
cost that hide a logarithm (`sorting.go`, `memoised.py`), or the class altogether (`Counting.java`, `board.py`,
`largest.rb`, `counting.rb`). Memory is seen only where it is more than a runtime has to spare from the start, and some
programs cost too much at such sizes, or ask for it in portions (`prefix_sums.py`, `grid.py`, `breadth_first.py`,
`board.js`).

";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    let bench = Bench::open(Grader::builder().cache(cache).tools(tools).build()?)?;
    let (rows, mut all) = (rows(), Vec::new());
    for row in &rows {
        for found in bench.find(row).await.map_err(|error| format!("{}: {error}", row.file))? {
            println!("{}{}", line(&found), if found.fit.class == Some(found.known) { "" } else { "   <--" });
            all.push(found);
        }
    }
    let mut text = HEAD.to_owned();
    let count = std::fs::read_dir(programs())?.count();
    writeln!(text, "{count} programs.\n\n| | classes known | found | undecided | taken for another |")?;
    writeln!(text, "| :-- | --: | --: | --: | --: |")?;
    for what in ["cost", "memory"] {
        let of = |test: &dyn Fn(&Found) -> bool| all.iter().filter(|found| found.what == what && test(found)).count();
        let (known, right, open) = (of(&|_| true), of(&is_right), of(&is_open));
        writeln!(text, "| {what} | {known} | {right} | {open} | {} |", known - right - open)?;
        println!("{what}: {right} of {known} found, {open} undecided, {} wrong", known - right - open);
    }
    text.push('\n');
    confusion(&mut text, &all)?;
    for (what, title) in [("cost", "Cost"), ("memory", "Memory")] {
        writeln!(
            text,
            "\n## {title}\n\nErrors are the root of the mean squared relative error of the best curve of a class.\n"
        )?;
        writeln!(
            text,
            "| program | known | found | error | next best | sizes |\n| :-- | :-- | :-- | --: | :-- | :-- |"
        )?;
        for found in all.iter().filter(|found| found.what == what) {
            writeln!(text, "{}", line(found))?;
        }
    }
    let misfits: Vec<&Found> = all.iter().filter(|found| found.misfit.is_some()).collect();
    writeln!(text, "\n## Taken for another class\n")?;
    for found in misfits {
        writeln!(text, "- `{}`: {}", found.file, found.misfit.unwrap_or_default())?;
    }
    std::fs::write(root().join("docs/growth.md"), text)?;
    Ok(())
}

fn is_right(found: &Found) -> bool {
    found.fit.class == Some(found.known)
}

fn is_open(found: &Found) -> bool {
    found.fit.class.is_none()
}

/// What is known against what was found.
fn confusion(text: &mut String, all: &[Found]) -> std::fmt::Result {
    let names: Vec<&str> = GrowthClass::ALL.iter().map(|class| class.symbol()).collect();
    writeln!(text, "| known ↓ found → | {} | undecided |", names.join(" | "))?;
    writeln!(text, "| :-- |{}", " --: |".repeat(names.len() + 1))?;
    for known in GrowthClass::ALL {
        let count = |class: Option<GrowthClass>| {
            let count = all.iter().filter(|found| found.known == known && found.fit.class == class).count();
            if count == 0 { "·".to_owned() } else { count.to_string() }
        };
        let cells: Vec<String> = GrowthClass::ALL.into_iter().map(Some).chain([None]).map(count).collect();
        writeln!(text, "| {known} | {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn line(found: &Found) -> String {
    let fit = &found.fit;
    let percent = |candidate: GrowthCandidate| {
        let tenths = candidate.error_ppm.div_ceil(1000);
        format!("{}.{} %", tenths / 10, tenths % 10)
    };
    let class = fit.class.map_or_else(|| "undecided".to_owned(), |class| class.to_string());
    let next = fit.runner_up.map_or_else(String::new, |next| format!("{}, {}", next.class, percent(next)));
    let best = match (fit.class, fit.best) {
        (None, Some(best)) => format!("{}, {}", best.class, percent(best)),
        (_, best) => best.map_or_else(String::new, percent),
    };
    let sizes = format!("{} from {} to {}", fit.points, fit.from, fit.to);
    format!("| `{}` | {} | {class} | {best} | {next} | {sizes} |", found.file, found.known)
}
