//! What setters do: start a challenge, verify it, and verify several.

use crate::bench::{Bench, bundled};

#[test]
fn a_new_challenge_verifies_and_is_graded() {
    let bench = Bench::new();
    let made = bench.run(&["new", "sets/pair-count", "--title", "Pairs"]).exits(0);
    assert!(made.stderr.contains("assay verify sets/pair-count"), "{made:#?}");
    let verified = bench.run(&["verify", "sets/pair-count"]).exits(0);
    assert!(verified.stdout.contains("All 3 solutions earn what they must."), "{verified:#?}");
    assert!(!verified.stdout.contains("warning"), "{verified:#?}");
    let solution = "sets/pair-count/submissions/accepted/count.py";
    let graded = bench.run(&["grade", "sets/pair-count", solution]).exits(0);
    assert!(graded.stdout.contains("Pairs  pair-count") && graded.stdout.contains("100 of 100 points"), "{graded:#?}");
}

#[test]
fn a_solution_that_earns_another_verdict_fails_the_challenge() {
    let bench = Bench::with_challenge();
    bench.run(&["verify", "four"]).exits(0);
    bench.write("four/submissions/accepted/wrong.wat", crate::bench::WRONG);
    let ran = bench.run(&["verify", "four"]).exits(1);
    assert!(ran.stdout.contains("! accepted/wrong.wat"), "{ran:#?}");
}

#[test]
fn a_broken_challenge_does_not_hide_the_others() {
    let bench = Bench::with_challenge();
    bench.write("broken/challenge.toml", "id = 7\n");
    let ran = bench.run(&["verify", "broken", "four", "--format", "json"]).exits(3);
    let list: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(list[0]["challenge"]["id"], "four");
    assert!(ran.stderr.contains("broken is not a valid challenge"), "{ran:#?}");
}

#[test]
fn two_challenges_of_one_id_are_refused() {
    let bench = Bench::with_challenge();
    std::fs::create_dir(bench.path("other")).expect("it can be made");
    let copied = std::process::Command::new("cp").args(["-r", "four", "other"]).current_dir(bench.path("")).status();
    assert!(copied.expect("cp runs").success());
    let ran = bench.run(&["verify", "four", "other/four"]).exits(3);
    assert!(ran.stderr.contains("is the id of four too"), "{ran:#?}");
}

#[test]
fn a_bundled_challenge_accepts_its_own_python_solution() {
    let bench = Bench::new();
    let challenge = bundled("challenges/token-bucket");
    let solution = format!("{challenge}/submissions/accepted/solution.py");
    bench.run(&["grade", &challenge, &solution, "--format", "html", "--output", "report.html"]).exits(0);
    assert!(bench.read("report.html").contains("Token-bucket"));
}

#[test]
fn an_imported_exercise_is_a_valid_challenge_and_is_never_written_over() {
    let bench = Bench::new();
    let file = bundled("crates/challenge/tests/importing/seed-growth.json");
    let made = bench.run(&["import", "exercism", &file, "--into", "sets"]).exits(0);
    assert!(made.stderr.contains("sets/seed-growth: the function `seeds`, 7 hidden cases"), "{made:#?}");
    assert!(made.stderr.contains("--property harvest"), "{made:#?}");
    assert!(bench.read("sets/seed-growth/challenge.toml").contains("result = \"bigint\""));
    let again = bench.run(&["import", "exercism", &file, "--into", "sets"]).exits(2);
    assert!(again.stderr.contains("sets/seed-growth is not empty"), "{again:#?}");
    bench.run(&["import", "exercism", &file, "--property", "harvest"]).exits(0);
    assert!(bench.read("seed-growth-harvest/statement.md").contains("# Seed growth: harvest"));
    let unknown = bench.run(&["import", "exercism", &file, "--property", "sum"]).exits(2);
    assert!(unknown.stderr.contains("name one of seeds, harvest"), "{unknown:#?}");
}
