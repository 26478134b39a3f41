//! Mistakes: each is named on standard error with what to do, and has its exit code.

use crate::bench::{Bench, ran};

#[test]
fn mistakes_on_the_command_line_exit_with_two_and_say_what_to_write() {
    let bench = Bench::with_challenge();
    bench.write("code.cob", "puts 4");
    bench.write("two/a.wat", "(module)");
    bench.write("two/b.wat", "(module)");
    bench.write("none/.hidden.wat", "(module)");
    for (arguments, said) in [
        (&["grade", "four"][..], "<SUBMISSION>"),
        (&["grade", "four", "right.wat", "--format", "pdf"], "markdown"),
        (&["grade", "four", "right.wat", "--jobs", "0"], "1..=1024"),
        (&["grade", "four", "right.wat", "--language", "cobol"], "no language is called `cobol`; there are c,"),
        (&["grade", "four", "right.wat", "--language", "No!"], "lower-case"),
        (&["grade", "four", "code.cob"], "pass --language NAME"),
        (&["grade", "four", "-"], "pass --language NAME"),
        (&["grade", "four", "-", "-", "-l", "wasm"], "only once"),
        (&["grade", "four", "missing.wat"], "missing.wat: "),
        (&["grade", "four", "none"], "none: no submission in it"),
        (&["test", "four", "two"], "none named main.* or solution.*"),
        (&["grade", "nowhere", "right.wat"], "name a folder with challenge.toml"),
        (&["grade", "four", "right.wat", "--output", "no/folder.html"], "make it first"),
        (&["test", "four", "right.wat", "--input", "missing.txt"], "missing.txt: "),
        (&["report", "right.wat"], "this is not a grade"),
        (&["report", "missing.json"], "missing.json: "),
        (&["new", "four"], "not empty"),
        (&["new", "Bad Name"], "such as `bad-name`"),
        (&["import", "exercism", "missing.json"], "missing.json: "),
        (&["import", "exercism", "right.wat"], "right.wat: line 1: is not JSON"),
        (&["import", "kattis", "right.wat"], "unrecognized subcommand"),
        (&["languages", "install", "cobol"], "no language is called `cobol`"),
        (&["frobnicate"], "unrecognized subcommand"),
    ] {
        let ran = bench.run(arguments).exits(2);
        assert!(ran.stderr.starts_with("error: ") && ran.stderr.contains(said), "{arguments:?}: {ran:#?}");
        assert_eq!(ran.stdout, "", "{arguments:?}");
    }
}

#[test]
fn an_invalid_challenge_exits_with_three_and_names_every_problem_with_its_place() {
    let bench = Bench::with_challenge();
    bench.write("four/challenge.toml", "id = \"five\"\ntitle = \"Four\"\npoints = 3\n");
    let ran = bench.run(&["verify", "four"]).exits(3);
    assert!(ran.stderr.starts_with("error: four is not a valid challenge: 2 problems\n"), "{ran:#?}");
    assert!(ran.stderr.contains("four/challenge.toml:1: id: "), "{ran:#?}");
    bench.run(&["grade", "four", "right.wat"]).exits(3);
}

#[test]
fn a_language_the_challenge_does_not_take_is_refused_and_those_it_takes_are_named() {
    let bench = Bench::with_challenge();
    bench.write("four/challenge.toml", "id = \"four\"\ntitle = \"Four\"\nlanguages = [\"c\"]\n");
    for arguments in [&["grade", "four", "right.wat"][..], &["test", "four", "right.wat", "--input", "right.wat"]] {
        assert!(bench.run(arguments).exits(2).stderr.contains("it takes c\n"));
    }
}

#[test]
fn a_language_pack_that_is_not_to_be_had_exits_with_four_and_says_how_to_do_without() {
    let bench = Bench::with_challenge();
    std::fs::create_dir(bench.path("archives")).expect("it can be made");
    let ran = bench.run(&["--cache", "empty", "languages", "install", "python", "--from", "archives"]).exits(4);
    assert!(ran.stderr.contains("archives") && ran.stderr.contains("put it there"), "{ran:#?}");
}

#[test]
fn an_internal_failure_exits_with_seventy() {
    let bench = Bench::with_challenge();
    // A checker whose verdict is no verdict: the judge failed, not the submission.
    bench.write(
        "four/challenge.toml",
        "id = \"four\"\ntitle = \"Four\"\n[checker]\nkind = \"program\"\nsource = \"checker/check.wat\"\n",
    );
    bench.write("four/checker/check.wat", crate::bench::RIGHT);
    let ran = bench.run(&["grade", "four", "right.wat"]).exits(70);
    assert!(ran.stdout.contains("JE  judge error"), "{ran:#?}");
}

#[test]
fn without_a_home_the_place_for_language_packs_is_asked_for() {
    let bench = Bench::with_challenge();
    let mut command = bench.command(&["languages"]);
    command.env_clear();
    assert!(ran(command, b"").exits(2).stderr.contains("set ASSAY_HOME or pass --cache DIR"));
}

#[cfg(unix)]
#[test]
fn a_reader_who_leaves_early_is_no_reason_to_panic() {
    use std::process::Stdio;
    let bench = Bench::with_challenge();
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = bench.command(&["schema", "grade"]);
    let output = command.stdout(writer).stderr(Stdio::piped()).output().expect("assay runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
