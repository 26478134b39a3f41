//! Listing languages, and having them ready.

use crate::bench::Bench;

#[test]
fn the_list_for_programs_says_what_would_be_fetched() {
    let bench = Bench::new();
    let json = bench.run(&["--cache", "none", "languages", "--format", "json"]).exits(0).stdout;
    let list: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    let named = |name: &str| list.iter().find(|one| one["language"] == name).expect("a language of this name");
    let (python, wasm) = (named("python"), named("wasm"));
    assert_eq!((&python["ready"], &python["compiled"]), (&false.into(), &"sandbox".into()));
    assert_eq!(python["multiplier_milli"], 30_000);
    assert!(python["fetched"][0]["bytes"].as_u64().is_some_and(|bytes| bytes > 1_000_000), "{python}");
    assert_eq!((&wasm["ready"], &wasm["fetched"]), (&true.into(), &serde_json::json!([])));
    assert!(!bench.path("none").exists(), "looking makes no folder");
}

#[test]
fn the_list_for_people_is_the_same_with_and_without_the_word() {
    let bench = Bench::new();
    let list = bench.run(&["languages"]).exits(0).stdout;
    assert_eq!(list, bench.run(&["languages", "list"]).exits(0).stdout);
    assert!(list.lines().all(|line| line.chars().count() <= 130) && list.contains("WebAssembly"), "{list}");
}

#[test]
fn what_needs_no_pack_is_ready_and_has_nothing_to_remove() {
    let bench = Bench::new();
    assert_eq!(bench.run(&["languages", "install", "wasm"]).exits(0).stderr, "wasm is ready\n");
    assert_eq!(bench.run(&["languages", "remove", "wasm"]).exits(0).stderr, "wasm has nothing to remove\n");
}
