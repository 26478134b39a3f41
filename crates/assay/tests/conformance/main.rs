//! Conformance: the same programs behave the same in every language, and cost the same in every run.
//!
//! A language takes part by being in the list of packs and having its programs in `sandbox/<language>/conformance`.

#[allow(dead_code, reason = "submissions and challenges come from the suite")]
#[path = "../ground/mod.rs"]
mod ground;
mod suite;

mod document;
mod programs;

use assay::Attempt;
use suite::languages::{Spoken, folders, spoken};
use suite::row::Output;
use suite::run::{Bench, complaint};
use suite::table::rows;

/// How often a program is run to see that it costs the same.
const TIMES: usize = 20;

/// Sandboxes at once.
const JOBS: usize = 2;

/// Two tests for each language that Assay is to have, and the list of them.
macro_rules! languages {
    ($($language:ident: $behaves:ident, $repeats:ident;)+) => {
        const TESTED: &[&str] = &[$(stringify!($language)),+];
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $behaves() {
                behaves_as_the_table_says(stringify!($language)).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn $repeats() {
                costs_the_same_in_every_run(stringify!($language)).await;
            }
        )+
    };
}

languages! {
    c: c_behaves_as_the_table_says, c_costs_the_same_in_every_run;
    cpp: cpp_behaves_as_the_table_says, cpp_costs_the_same_in_every_run;
    go: go_behaves_as_the_table_says, go_costs_the_same_in_every_run;
    java: java_behaves_as_the_table_says, java_costs_the_same_in_every_run;
    javascript: javascript_behaves_as_the_table_says, javascript_costs_the_same_in_every_run;
    python: python_behaves_as_the_table_says, python_costs_the_same_in_every_run;
    ruby: ruby_behaves_as_the_table_says, ruby_costs_the_same_in_every_run;
    rust: rust_behaves_as_the_table_says, rust_costs_the_same_in_every_run;
    typescript: typescript_behaves_as_the_table_says, typescript_costs_the_same_in_every_run;
}

/// A bench with this language ready, which may take the host's own tools: those that are missing are an error here,
/// with the advice, and no reason to skip. `None` where neither a pack nor programs exist.
async fn bench(name: &str) -> Option<(Bench, Spoken)> {
    let grader = ground::grader(JOBS);
    let Some(language) = spoken(&grader).into_iter().find(|language| language.name() == name) else {
        assert!(!folders().contains(name), "sandbox/{name}/conformance: no pack has this name");
        return None;
    };
    if let Err(error) = grader.install(&language.info.language, None, |_| {}).await {
        panic!("{name} cannot be tested on this machine: {error}");
    }
    Some((Bench::open(grader).unwrap(), language))
}

async fn behaves_as_the_table_says(name: &str) {
    let Some((bench, language)) = bench(name).await else { return };
    let mut wrong = Vec::new();
    for row in rows().iter().filter(|row| row.absence(name).is_none()) {
        let attempt = bench.attempt(&language, row, &row.judged).await;
        let said = match &attempt {
            Ok(attempt) => complaint(row, &row.judged, &language, attempt),
            Err(error) => Some(error.to_string()),
        };
        wrong.extend(said.map(|said| format!("{}: {said}", row.program)));
        if let (Ok(attempt), Output::Draws(_)) = (&attempt, row.stdout) {
            let other = bench.seeded("another").attempt(&language, row, &row.judged).await.unwrap();
            if printed(&other) == printed(attempt) {
                wrong.push(format!("{}: two challenges draw the same numbers", row.program));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {name}'s programs are wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn printed(attempt: &Attempt) -> Option<&[u8]> {
    attempt.outcome.as_ref().map(|outcome| outcome.stdout.bytes.as_slice())
}

async fn costs_the_same_in_every_run(name: &str) {
    let Some((bench, language)) = bench(name).await else { return };
    let mut wrong = Vec::new();
    for row in rows().into_iter().filter(|row| row.absence(name).is_none()) {
        let program = row.program;
        let row = std::sync::Arc::new(row);
        let runs = (0..TIMES).map(|_| {
            let (bench, language, row) = (bench.clone(), language.clone(), row.clone());
            tokio::spawn(async move { bench.attempt(&language, &row, &row.repeated).await })
        });
        let mut seen = Vec::new();
        for run in futures::future::join_all(runs).await {
            match run.unwrap() {
                Ok(attempt) if !seen.contains(&(attempt.compilation.clone(), attempt.outcome.clone())) => {
                    seen.push((attempt.compilation, attempt.outcome));
                }
                Ok(_) => {}
                Err(error) => wrong.push(format!("{program}: {error}")),
            }
        }
        if seen.len() > 1 {
            let facts = |(compilation, outcome): &(assay::Compilation, Option<assay::Outcome>)| {
                format!("{:?} {:?}", outcome.as_ref().map(|o| (&o.end, o.usage)), compilation.usage)
            };
            let facts: Vec<String> = seen.iter().map(facts).collect();
            wrong.push(format!("{program}: {} outcomes of {TIMES} runs:\n  {}", seen.len(), facts.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {name}'s programs differ\n{}", wrong.len(), wrong.join("\n"));
}
