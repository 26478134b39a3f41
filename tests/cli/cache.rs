//! What is kept on disk: shown, kept within its bound, removed, and never what a grade depends on.

use crate::bench::{Bench, RIGHT, ran};

/// The entries and bytes of one kind.
fn kept(bench: &Bench, kind: &str) -> (u64, u64) {
    let shown = bench.run(&["--cache", "home", "cache", "--format", "json"]).exits(0).stdout;
    let usage: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    let found = usage["kinds"].as_array().expect("a list").iter().find(|of| of["kind"] == kind);
    found.map_or((0, 0), |of| (of["entries"].as_u64().expect("a count"), of["bytes"].as_u64().expect("bytes")))
}

fn grade(bench: &Bench) -> String {
    bench.run(&["--cache", "home", "grade", "four", "right.wat", "--format", "json"]).exits(0).stdout
}

#[test]
fn the_cache_is_shown_and_cleared_by_kind_and_no_grade_depends_on_it() {
    let bench = Bench::with_challenge();
    let cold = grade(&bench);
    assert_eq!(kept(&bench, "native").0, 1);
    let text = bench.run(&["--cache", "home", "cache"]).exits(0).stdout;
    assert!(text.starts_with("home\n") && text.contains("\nnative              1 "), "{text}");
    assert!(text.contains(" of at most 2 GiB besides packs\n"), "{text}");
    assert_eq!(grade(&bench), cold);
    let cleared = bench.run(&["--cache", "home", "cache", "clear"]).exits(0);
    assert!(cleared.stderr.starts_with("removed 1 entry, "), "{cleared:#?}");
    assert_eq!(kept(&bench, "native"), (0, 0));
    assert_eq!(grade(&bench), cold);
    let unknown = bench.run(&["--cache", "home", "cache", "clear", "natives"]).exits(2);
    assert!(unknown.stderr.contains("there is native"), "{unknown:#?}");
    assert_eq!(bench.run(&["--cache", "nowhere", "cache", "clear"]).exits(0).stderr, "nothing to remove\n");
}

#[test]
fn packs_of_other_versions_are_named_and_pruned() {
    let bench = Bench::with_challenge();
    bench.write("home/packs/python-0123456789abcdef01234567/python.wasm", "old");
    let text = bench.run(&["--cache", "home", "cache"]).exits(0).stdout;
    assert!(text.contains("\npacks/python-0123456789abcdef01234567 is of another version, 3 B: "), "{text}");
    grade(&bench);
    let pruned = bench.run(&["--cache", "home", "cache", "prune"]).exits(0);
    assert_eq!(pruned.stderr, "removed 1 entry, 3 B\n");
    assert_eq!((kept(&bench, "packs").0, kept(&bench, "native").0), (0, 1));
    assert!(
        bench.run(&["--cache", "home", "cache", "prune", "--to", "0B"]).exits(0).stderr.starts_with("removed 1 entry")
    );
    assert!(bench.run(&["--cache", "home", "cache", "prune", "--to", "many"]).exits(2).stderr.contains("256 MiB"));
}

#[test]
fn a_small_cache_stays_small_and_grades_the_same() {
    let bench = Bench::with_challenge();
    for n in 0..60 {
        let text = RIGHT.replacen("(memory", &format!("(func (export \"own{n}\")) (memory"), 1);
        bench.write(&format!("inbox/{n:02}.wat"), &text);
    }
    let grade = |size: &str, cache: &str| {
        let mut command = bench.command(&["--cache", cache, "-q", "grade", "four", "inbox", "--format", "json"]);
        command.env("ASSAY_CACHE_SIZE", size);
        ran(command, b"").exits(0).stdout
    };
    let whole = grade("1GiB", "large");
    let one = bench.run(&["--cache", "large", "cache", "--format", "json"]).exits(0).stdout;
    let usage: serde_json::Value = serde_json::from_str(&one).expect("JSON");
    let each = usage["kinds"][0]["bytes"].as_u64().expect("bytes") / 60;
    let bound = 20 * each;
    assert_eq!(grade(&format!("{bound}B"), "home"), whole);
    let (entries, bytes) = kept(&bench, "native");
    assert!(entries > 5 && bytes <= bound, "{entries} entries, {bytes} bytes");
    let mut wrong = bench.command(&["cache"]);
    wrong.env("ASSAY_CACHE_SIZE", "lots");
    assert!(ran(wrong, b"").exits(2).stderr.starts_with("error: ASSAY_CACHE_SIZE: "));
}
