//! `assay profile`: where the cost of a case went, by function and by line, and what to do where there is nothing to see.

use serde_json::Value;

use crate::bench::{Bench, WRONG};

/// Prints 4, after a loop in one of its functions. The hidden case `02-c` has more to read and turns more often.
const BUSY: &str = r#"(module
  (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\10\00\00\00\02\00\00\00\00\01\00\00\00\10\00\00")
  (data (i32.const 16) "4\n")
  (func $turns (param $left i32)
    (loop $again
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br_if $again (i32.gt_s (local.get $left) (i32.const 0)))))
  (func $prints (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 32))))
  (func $main (export "_start")
    (drop (call $read (i32.const 0) (i32.const 8) (i32.const 1) (i32.const 32)))
    (call $turns (i32.mul (i32.load (i32.const 32)) (i32.const 10000)))
    (call $prints)))"#;

const BUSY_PYTHON: &str = "\
def turns(count):
    total = 0
    for number in range(count):
        total += number * number % 7
    return total

turns(3000)
print(4)
";

/// The challenge `four`, whose hidden case `02-c` is longer, and `busy.wat`.
fn bench() -> Bench {
    let bench = Bench::with_challenge();
    bench.write("four/data/secret/02-c.in", "2 2                \n");
    bench.write("busy.wat", BUSY);
    bench
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_hidden_case_that_costs_the_most_is_told_apart_by_function() {
    let bench = bench();
    let ran = bench.run(&["profile", "four", "busy.wat"]).exits(0);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert!(lines[0].starts_with("secret/02-c (AC): 1 ms, ") && lines[0].ends_with(" by functions"), "{ran:#?}");
    assert_eq!(lines[1], "     own  with calls");
    assert!(lines[2].ends_with("  turns") && lines[2].trim_start().starts_with("100 %"), "{ran:#?}");
    let named = bench.run(&["profile", "four", "busy.wat", "--case", "sample/01-a", "-f", "folded"]).exits(0);
    assert!(named.stdout.lines().any(|line| line.starts_with("main;turns ")), "{named:#?}");
}

#[test]
fn json_and_a_page_hold_what_the_table_shows_and_go_where_they_are_told() {
    let bench = bench();
    let ran = bench.run(&["profile", "four", "busy.wat", "--format", "json"]).exits(0);
    let profile = json(&ran.stdout);
    assert_eq!(
        (&profile["case"], &profile["verdict"], &profile["frames"]),
        (&"secret/02-c".into(), &"AC".into(), &"functions".into())
    );
    let own = |name: &str| {
        let nodes = profile["nodes"].as_array().expect("a list").iter();
        nodes.filter(|node| node["name"] == name).filter_map(|node| node["own"].as_u64()).sum::<u64>()
    };
    assert!(own("turns") > profile["cost"].as_u64().expect("a number") / 10 * 9, "{profile}");
    let again = bench.run(&["profile", "four", "busy.wat", "--format", "json"]).exits(0);
    assert_eq!(again.stdout, ran.stdout);
    let kept = bench.run(&["profile", "four", "busy.wat", "--format", "html", "--output", "turns.html"]).exits(0);
    assert_eq!(
        (kept.stdout.as_str(), kept.stderr.lines().last()),
        ("", Some("most of secret/02-c went to turns → turns.html"))
    );
    let page = bench.read("turns.html");
    assert!(
        page.to_lowercase().starts_with("<!doctype html>")
            && page.contains("<svg class=\"flame\"")
            && page.contains("turns")
    );
}

#[test]
fn a_submission_in_python_is_told_apart_by_line() {
    let bench = bench();
    bench.write("busy.py", BUSY_PYTHON);
    let toml = bench.read("four/challenge.toml").replace("10ms", "100ms");
    bench.write("four/challenge.toml", &toml);
    let text = bench.run(&["profile", "four", "busy.py", "--case", "secret/01-b"]).exits(0).stdout;
    assert!(text.starts_with("secret/01-b (AC): ") && text.contains(" by lines of the"), "{text}");
    let hottest = text.lines().find(|line| line.contains("busy.py:")).unwrap_or_default();
    assert!(["busy.py:3 turns", "busy.py:4 turns"].iter().any(|line| hottest.ends_with(line)), "{text}");
    let profile = json(&bench.run(&["profile", "four", "busy.py", "--format", "json"]).exits(0).stdout);
    assert_eq!(profile["frames"], "lines");
    let page = bench.run(&["profile", "four", "busy.py", "--format", "html"]).exits(0).stdout;
    assert!(page.contains("<svg class=\"flame\"") && page.contains("busy.py:7"), "{page}");
}

#[test]
fn a_wrong_answer_and_an_endless_loop_have_a_profile_like_any_other() {
    let bench = bench();
    let wrong = bench.run(&["profile", "four", "wrong.wat"]).exits(0);
    assert!(wrong.stdout.contains("(WA): "), "{wrong:#?}");
    let endless = bench.run(&["profile", "four", "endless.wat"]).exits(0);
    assert!(endless.stdout.contains("(TLE): 10 ms, ") && endless.stdout.contains("  function 0\n"), "{endless:#?}");
}

#[test]
fn what_cannot_be_profiled_says_why_and_what_to_do() {
    let bench = bench();
    bench.write("broken.wat", "(module\n  (func $f (result i32)))");
    bench.write("notes.txt", "mine");
    for (arguments, parts) in [
        (
            vec!["profile", "four", "busy.wat", "--case", "secret/9"],
            ["the challenge `four` has no case `secret/9`", "named like `sample/01-a`"],
        ),
        (
            vec!["profile", "four", "broken.wat"],
            ["it does not compile, so there is nothing to profile", "type mismatch: expected i32"],
        ),
        (vec!["profile", "four", "notes.txt"], ["notes.txt", "pass --language NAME"]),
        (vec!["profile", "four", "busy.wat", "--format", "pdf"], ["invalid value 'pdf'", "text, html, folded, json"]),
        (
            vec!["profile", "four", "busy.wat", "-l", "cobol"],
            ["no language is called `cobol`", "there are c, cpp, go, java, javascript, python"],
        ),
        (vec!["profile", "four", "missing.wat"], ["missing.wat", "No such file"]),
    ] {
        let ran = bench.run(&arguments).exits(2);
        assert_eq!(ran.stdout, "", "{ran:#?}");
        assert!(parts.iter().all(|part| ran.stderr.contains(part)), "{ran:#?}");
    }
}

#[test]
fn a_candidates_report_has_no_profile_of_a_hidden_case() {
    let bench = bench();
    bench.write("busy.wat", BUSY);
    let profile = |audience| {
        let ran = bench.run(&["grade", "four", "busy.wat", "--profile", "-f", "json", "-a", audience]).exits(0);
        json(&ran.stdout)["profile"].clone()
    };
    assert_eq!(profile("interviewer")["case"], "secret/02-c");
    assert_eq!(profile("candidate"), Value::Null);
    bench.write("wrong.wat", WRONG);
    let text = bench.run(&["grade", "four", "busy.wat", "--profile", "-a", "candidate"]).exits(0).stdout;
    assert!(!text.contains("turns"), "{text}");
}
