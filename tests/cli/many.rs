//! Many submissions as one run: what is graded, what is taken from an earlier run, and what one failure does to others.

use crate::bench::{Bench, ENDLESS, RIGHT, WRONG, ran};

/// An inbox of two that are right, one that is wrong, one that never ends and one that does not compile.
fn inbox() -> Bench {
    let bench = Bench::with_challenge();
    for (name, text) in [
        ("ann.wat", RIGHT),
        ("bob/main.wat", RIGHT),
        ("bob/notes.txt", "mine"),
        ("eve.wat", WRONG),
        ("kim.wat", ENDLESS),
        ("leo.wat", "(module"),
        (".draft.wat", ENDLESS),
    ] {
        bench.write(&format!("inbox/{name}"), text);
    }
    bench
}

fn places(json: &str) -> Vec<(String, String)> {
    let ranking: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
    let places = ranking["places"].as_array().expect("a list").iter();
    places.map(|place| (text(&place["submission"]), text(&place["verdict"]))).collect()
}

#[test]
fn a_folder_holds_a_submission_in_every_file_and_folder_that_is_not_hidden() {
    let bench = inbox();
    let ran = bench.run(&["grade", "four", "inbox", "--format", "json"]).exits(1);
    let expected = [("ann.wat", "AC"), ("bob", "AC"), ("leo.wat", "CE"), ("eve.wat", "WA"), ("kim.wat", "TLE")];
    let mut found = places(&ran.stdout);
    found.sort();
    let mut expected = expected.map(|(name, verdict)| (name.to_owned(), verdict.to_owned()));
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(ran.stderr, "");
}

#[test]
fn a_folder_that_looks_like_one_program_is_one_unless_each_file_is_asked_for() {
    let bench = Bench::with_challenge();
    bench.write("box/main.wat", RIGHT);
    bench.write("box/other.wat", WRONG);
    assert!(bench.run(&["grade", "four", "box"]).exits(0).stdout.contains("AC  accepted"));
    let each = bench.run(&["grade", "four", "box", "--each", "--format", "json"]).exits(1);
    assert_eq!(places(&each.stdout).len(), 2);
}

#[test]
fn one_that_cannot_be_graded_is_named_at_the_end_and_stops_no_other() {
    let bench = inbox();
    bench.write("inbox/readme.txt", "read me");
    bench.write("inbox/two/a.wat", "(module)");
    bench.write("inbox/two/b.wat", "(module)");
    let ran = bench.run(&["grade", "four", "inbox", "missing.wat", "--format", "json"]).exits(2);
    assert_eq!(places(&ran.stdout).len(), 5);
    let errors: Vec<&str> = ran.stderr.lines().collect();
    assert_eq!(errors.len(), 3, "{ran:#?}");
    assert!(errors[0].starts_with("error: inbox/readme.txt: its ending tells no language"), "{ran:#?}");
    assert!(errors[1].starts_with("error: inbox/two: several files, and none named main.*"), "{ran:#?}");
    assert!(errors[2].starts_with("error: missing.wat: "), "{ran:#?}");
}

#[test]
fn a_run_goes_on_from_the_grades_that_still_hold_and_makes_the_others_again() {
    let bench = inbox();
    let grade = |format| bench.run(&["grade", "four", "inbox", "--store", "grades", "--format", format]).exits(1);
    let whole = grade("json");
    assert!(!whole.stderr.contains("resumed"), "{whole:#?}");
    let stored = bench.read("grades/eve.wat.json");
    assert_eq!(stored, bench.run(&["grade", "four", "inbox/eve.wat", "-f", "json"]).exits(1).stdout);

    // As a stop leaves it, and time: one is missing, one is half, one is a candidate's copy, one is of other code.
    std::fs::remove_file(bench.path("grades/ann.wat.json")).expect("it was there");
    bench.write("grades/bob.json", &stored[..stored.len() / 2]);
    let copy = bench.run(&["report", "grades/eve.wat.json", "-a", "candidate", "-f", "json"]).exits(0).stdout;
    bench.write("grades/eve.wat.json", &copy);
    bench.write("inbox/kim.wat", RIGHT);
    let again = grade("json");
    assert!(again.stderr.contains("resumed: 1 of 5 were graded before\n"), "{again:#?}");
    assert_eq!(places(&again.stdout).iter().filter(|(_, verdict)| verdict == "AC").count(), 3);
    assert_eq!(bench.read("grades/eve.wat.json"), stored);

    assert!(grade("text").stderr.contains("resumed: 5 of 5 were graded before\n"));
    bench.write("four/data/secret/02-c.ans", "44\n");
    assert!(!grade("text").stderr.contains("resumed"), "no grade of another version of the challenge holds");
}

#[test]
fn a_grade_that_another_computer_might_not_give_is_made_again() {
    let bench = inbox();
    let grade = || bench.run(&["grade", "four", "inbox", "--store", "grades"]).exits(1).stderr;
    grade();
    let change = |name: &str, change: &dyn Fn(&mut serde_json::Value)| {
        let mut grade: serde_json::Value = serde_json::from_str(&bench.read(name)).expect("JSON");
        change(&mut grade["cases"][2]);
        bench.write(name, &grade.to_string());
    };
    change("grades/kim.wat.json", &|case| case["detail"]["end"] = serde_json::json!({ "how": "wall-limit" }));
    change("grades/eve.wat.json", &|case| case["verdict"] = "JE".into());
    assert!(grade().contains("resumed: 3 of 5 were graded before\n"));
    assert!(grade().contains("resumed: 5 of 5 were graded before\n"));
}

#[test]
fn a_stored_grade_counts_only_under_its_own_name() {
    let bench = inbox();
    bench.run(&["grade", "four", "inbox", "--store", "grades", "-q"]).exits(1);
    std::fs::copy(bench.path("grades/ann.wat.json"), bench.path("grades/eve.wat.json")).expect("it can be copied");
    let ran = bench.run(&["grade", "four", "inbox", "--store", "grades", "--format", "json"]).exits(1);
    assert!(places(&ran.stdout).contains(&("eve.wat".to_owned(), "WA".to_owned())), "{ran:#?}");
}

#[test]
fn identical_submissions_are_graded_once_and_each_gets_the_grade_it_would_get_alone() {
    let bench = Bench::with_challenge();
    for name in ["ann", "bob", "eve", "kim"] {
        bench.write(&format!("inbox/{name}/main.wat"), WRONG);
    }
    let ran = bench.run(&["grade", "four", "inbox", "--store", "grades"]).exits(1);
    assert!(ran.stderr.contains("3 identical to another, and graded once\n"), "{ran:#?}");
    for name in ["ann", "bob", "eve", "kim"] {
        let path = format!("inbox/{name}");
        let alone = bench.run(&["grade", "four", &path, "--format", "json"]).exits(1).stdout;
        let same = alone.replace("\"name\": \"main.wat\"", &format!("\"name\": \"{name}\""));
        assert_eq!(bench.read(&format!("grades/{name}.json")), same);
    }
}

#[test]
fn a_thousand_submissions_give_the_same_bytes_one_at_a_time_and_side_by_side() {
    let bench = Bench::with_challenge();
    for n in 0..1000 {
        let text = if n % 3 == 0 { WRONG } else { RIGHT };
        // An export of its own makes each another module that prints the same.
        let text = text.replacen("(memory", &format!("(func (export \"own{n}\")) (memory"), 1);
        bench.write(&format!("inbox/s{n:04}.wat"), &text);
    }
    let run = |jobs, store| {
        let ran = bench
            .run(&["grade", "four", "inbox", "-j", jobs, "--store", store, "-f", "html", "--cache", "cache"])
            .exits(1);
        assert!(ran.stderr.contains("1000 of 1000 graded"), "{}", ran.stderr);
        ran.stdout
    };
    let (one, eight) = (run("1", "one"), run("8", "eight"));
    assert!(one == eight, "the pages differ");
    for n in [0, 1, 499, 999] {
        assert_eq!(bench.read(&format!("one/s{n:04}.wat.json")), bench.read(&format!("eight/s{n:04}.wat.json")));
    }
    let text = bench.run(&["report", "one"]).exits(0).stdout;
    assert!(text.contains("1000 submissions: 666 AC, 334 WA\n"), "{}", &text[..400]);
    assert!(text.lines().all(|line| line.chars().count() <= 80) && text.lines().count() < 1010);
    assert_eq!(bench.run(&["report", "one", "--format", "html"]).exits(0).stdout, one);
}

#[test]
fn a_ranking_of_stored_grades_is_that_of_the_run_and_takes_one_challenge_only() {
    let bench = inbox();
    for format in ["text", "json", "html", "junit", "markdown", "gradescope"] {
        let direct = bench.run(&["grade", "four", "inbox", "--store", "grades", "-f", format]).exits(1).stdout;
        assert_eq!(bench.run(&["report", "grades", "-f", format]).exits(0).stdout, direct, "{format}");
        let copy = ["grade", "four", "inbox", "--store", "grades", "-f", format, "-a", "candidate"];
        let copy = bench.run(&copy).exits(1).stdout;
        assert_eq!(bench.run(&["report", "grades", "-f", format, "-a", "candidate"]).exits(0).stdout, copy);
        assert!(!copy.contains("secret/01-b"), "{format}");
    }
    let other = bench.read("grades/ann.wat.json").replace("\"id\": \"four\"", "\"id\": \"five\"");
    bench.write("other.json", &other);
    let mixed = bench.run(&["report", "grades", "other.json"]).exits(2);
    assert!(mixed.stderr.contains("other.json: is of the challenge `five`, and others are of `four`"), "{mixed:#?}");
    bench.write("empty/readme", "");
    assert!(bench.run(&["report", "empty"]).exits(2).stderr.contains("no grade in it"));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_says_how_far_it_was_and_keeps_what_it_has() {
    use std::process::{Command, Stdio};
    let bench = Bench::with_challenge();
    bench.write("four/challenge.toml", "id = \"four\"\ntitle = \"Four\"\n[limits]\ntime = \"60min\"\nwall = \"60s\"\n");
    let pipe = bench.path("last.wat");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let mut command = bench.command(&["grade", "four", "right.wat", "last.wat", "--store", "grades"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("assay starts");
    // The last one never ends, and the first is kept before it.
    std::fs::write(&pipe, ENDLESS).expect("assay reads it");
    while !bench.path("grades/right.wat.json").exists() {
        std::thread::yield_now();
    }
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
    let output = child.wait_with_output().expect("assay ends");
    assert_eq!(output.status.code(), Some(130));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(" of 2 graded; the same command goes on from here\n"), "{said}");
    std::fs::remove_file(&pipe).expect("it is there");
    bench.write("last.wat", WRONG);
    let again = bench.command(&["grade", "four", "right.wat", "last.wat", "--store", "grades"]);
    assert!(ran(again, b"").exits(1).stderr.contains("resumed: 1 of 2 were graded before\n"));
}
