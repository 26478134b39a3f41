//! Grading, testing, reporting and replaying, with modules that need no language pack.

use crate::bench::{Bench, ENDLESS, RIGHT, WRONG, ran};

#[test]
fn the_exit_code_is_the_verdict() {
    let bench = Bench::with_challenge();
    let right = bench.run(&["grade", "four", "right.wat"]).exits(0);
    assert!(right.stdout.contains("AC  accepted") && right.stdout.contains("100 of 100 points"), "{right:#?}");
    assert!(right.stderr.starts_with("graded in "), "{right:#?}");
    assert!(bench.run(&["grade", "four", "wrong.wat"]).exits(1).stdout.contains("WA  wrong answer"));
    assert!(bench.run(&["grade", "four", "endless.wat"]).exits(1).stdout.contains("TLE  time limit exceeded"));
    bench.write("broken.wat", "(module");
    assert!(bench.run(&["grade", "four", "broken.wat"]).exits(1).stdout.contains("CE  does not compile"));
}

#[test]
fn a_submission_may_come_from_standard_input() {
    let bench = Bench::with_challenge();
    let arguments = ["grade", "four", "-", "--language", "wasm", "--format", "json"];
    let ran = bench.run_with_input(&arguments, RIGHT.as_bytes()).exits(0);
    let grade: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((&grade["submission"]["name"], &grade["verdict"]), (&"stdin.wat".into(), &"AC".into()));
    assert_eq!(ran.stderr, "", "wall time is for people who read text");
}

#[test]
fn the_grade_is_the_same_bytes_with_one_case_at_a_time_and_with_many() {
    let bench = Bench::with_challenge();
    let grade = |jobs| bench.run(&["grade", "four", "wrong.wat", "-f", "json", "-j", jobs]).exits(1).stdout;
    assert_eq!(grade("1"), grade("8"));
}

#[test]
fn a_report_of_the_stored_grade_is_the_report_grading_would_have_written() {
    let bench = Bench::with_challenge();
    let stored = bench.run(&["grade", "four", "wrong.wat", "--output", "grade.json"]).exits(1);
    assert_eq!(
        (stored.stdout.as_str(), stored.stderr.as_str()),
        ("", "WA wrong answer, 0 of 100 points → grade.json\n")
    );
    for format in ["text", "json", "html", "junit", "markdown", "gradescope"] {
        for audience in ["interviewer", "candidate"] {
            let direct = bench.run(&["grade", "four", "wrong.wat", "-f", format, "-a", audience]).exits(1);
            let again = bench.run(&["report", "grade.json", "-f", format, "-a", audience]).exits(0);
            assert_eq!(direct.stdout, again.stdout, "{format} for {audience}");
            assert!(!direct.stdout.contains('\x1b'), "{format} for {audience}");
        }
    }
    let piped = bench.run_with_input(&["report", "-", "-f", "json"], bench.read("grade.json").as_bytes()).exits(0);
    assert_eq!(piped.stdout, bench.read("grade.json"));
}

#[test]
fn a_candidates_copy_does_not_become_an_interviewers_again() {
    let bench = Bench::with_challenge();
    bench.run(&["grade", "four", "wrong.wat", "-a", "candidate", "-o", "copy.json"]).exits(1);
    assert!(!bench.read("copy.json").contains("secret/01-b"));
    let refused = bench.run(&["report", "copy.json", "--audience", "interviewer"]).exits(2);
    assert!(refused.stderr.contains("cannot be put back"), "{refused:#?}");
    bench.run(&["replay", "copy.json", "four", "wrong.wat"]).exits(0);
}

#[test]
fn several_submissions_are_ranked_and_told_apart_by_their_folders() {
    let bench = Bench::with_challenge();
    bench.write("ann/main.wat", WRONG);
    bench.write("bob/main.wat", RIGHT);
    let text = bench.run(&["grade", "four", "ann/main.wat", "bob/main.wat"]).exits(1).stdout;
    let (ann, bob) = (text.find("ann/main.wat").expect("ann"), text.find("bob/main.wat").expect("bob"));
    assert!(bob < ann, "{text}");
    for format in ["json", "html", "markdown"] {
        bench.run(&["grade", "four", "bob", "right.wat", "--format", format]).exits(0);
    }
}

#[test]
fn a_replay_is_identical_or_names_the_input_that_changed() {
    let bench = Bench::with_challenge();
    bench.run(&["grade", "four", "right.wat", "-o", "grade.json"]).exits(0);
    assert_eq!(bench.run(&["replay", "grade.json", "four", "right.wat"]).exits(0).stdout, "identical\n");

    bench.write("right.wat", &RIGHT.replace("4\\n", "5\\n"));
    let changed = bench.run(&["replay", "grade.json", "four", "right.wat"]).exits(1).stdout;
    assert!(changed.contains("\n  submission: was ") && !changed.contains("challenge: was"), "{changed}");
    assert!(changed.contains("now WA with 0 points, then AC with 100 points"), "{changed}");

    bench.write("right.wat", RIGHT);
    bench.write("four/data/secret/02-c.ans", "44\n");
    let changed = bench.run(&["replay", "grade.json", "four", "right.wat"]).exits(1).stdout;
    assert!(changed.contains("\n  challenge: was ") && !changed.contains("submission: was"), "{changed}");
}

#[test]
fn a_forged_grade_is_found_out_by_its_case() {
    let bench = Bench::with_challenge();
    bench.run(&["grade", "four", "wrong.wat", "-o", "grade.json"]).exits(1);
    let mut grade: serde_json::Value = serde_json::from_str(&bench.read("grade.json")).expect("JSON");
    grade["cases"][1]["verdict"] = "AC".into();
    bench.write("grade.json", &grade.to_string());
    let said = bench.run(&["replay", "grade.json", "four", "wrong.wat"]).exits(1).stdout;
    assert!(said.contains("every input in the receipt is the same\n  secret/01-b: was AC, is WA\n"), "{said}");
}

#[test]
fn testing_runs_the_samples_only_and_speaks_of_no_points() {
    let bench = Bench::with_challenge();
    let text = bench.run(&["test", "four", "wrong.wat"]).exits(1).stdout;
    assert!(text.contains("WA  wrong answer\n") && text.contains("sample/01-a"), "{text}");
    assert!(!text.contains("secret") && !text.contains("points\n"), "{text}");
    bench.run(&["test", "four", "right.wat"]).exits(0);
}

#[test]
fn a_program_on_its_authors_input_prints_its_own_bytes_and_its_cost_aside() {
    let bench = Bench::with_challenge();
    let own = bench.run_with_input(&["test", "four", "wrong.wat", "--input", "-"], b"9 9\n").exits(0);
    assert_eq!(own.stdout, "5\x1b[2J\n");
    assert!(own.stderr.starts_with("ended well; 1 of 10 ms of virtual time ("), "{own:#?}");
    let endless = bench.run(&["test", "four", "endless.wat", "--input", "right.wat"]).exits(1);
    assert!(endless.stderr.starts_with("TLE time limit exceeded: "), "{endless:#?}");
    assert_eq!(bench.run(&["-q", "test", "four", "right.wat", "-i", "right.wat"]).exits(0).stderr, "");
}

#[test]
fn colours_are_written_when_asked_for_and_never_to_a_pipe_by_themselves() {
    let bench = Bench::with_challenge();
    assert!(!bench.run(&["grade", "four", "right.wat"]).stdout.contains('\x1b'));
    let mut command = bench.command(&["grade", "four", "right.wat", "--color", "always"]);
    command.env("NO_COLOR", "1");
    assert!(ran(command, b"").stdout.contains("\x1b["));
    let failed = bench.run(&["--color", "always", "report", "missing.json"]).exits(2);
    assert!(failed.stderr.starts_with("\x1b[1;31merror:\x1b[0m "), "{failed:#?}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_stops_a_long_run_at_once_and_in_silence() {
    use std::process::{Command, Stdio};
    let bench = Bench::with_challenge();
    bench.write("four/challenge.toml", "id = \"four\"\ntitle = \"Four\"\n[limits]\ntime = \"60min\"\nwall = \"60s\"\n");
    bench.run(&["test", "four", "right.wat"]).exits(0);
    let pipe = bench.path("long.wat");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let mut command = bench.command(&["grade", "four", "long.wat"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("assay starts");
    // Opening it waits until assay reads, and by then assay listens for signals.
    std::fs::write(&pipe, ENDLESS).expect("assay reads it");
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
    let output = child.wait_with_output().expect("assay ends");
    assert_eq!(output.status.code(), Some(130));
    assert_eq!((output.stdout, output.stderr), (Vec::new(), Vec::new()));
}
