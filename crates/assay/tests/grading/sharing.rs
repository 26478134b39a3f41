//! One grader for many tasks, some of which lose interest.

use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use assay::{Event, GradeOptions, Submission, Verdict};

use crate::ground::{challenge, grader, submission};

const ENDLESS: [(&str, &str); 3] = [
    ("endless.py", "while True: pass"),
    ("endless.c", "int main(void) { volatile int x = 0; for (;;) x++; }"),
    ("endless.wat", "(module (func (export \"_start\") (loop (br 0))))"),
];

/// More time than a test has: only being dropped can end an endless guest.
const SETTINGS: &str = "[limits]\ntime = \"60min\"\nwall = \"600min\"\n";

#[tokio::test]
async fn a_dropped_grade_of_an_endless_guest_gives_its_slot_back() {
    let folder = tempfile::tempdir().unwrap();
    let data = [("secret/01-echo.in", "ping\n"), ("secret/01-echo.ans", "ping\n")];
    let echo = challenge(folder.path(), "echo", SETTINGS, &data);
    // The only slot there is, and the only thread: the guest must give way by itself.
    let grader = grader(1);
    for (name, source) in ENDLESS {
        let started = AtomicBool::new(false);
        let hostile = submission(name, source);
        let mut grade = Box::pin(grader.grade_with(&echo, &hostile, GradeOptions::default(), |event| {
            started.fetch_or(matches!(event, Event::Started { .. }), Ordering::Relaxed);
        }));
        let mut turns = 0;
        while turns < 3 {
            let ended = futures::future::poll_fn(|context| Poll::Ready(grade.as_mut().poll(context).is_ready())).await;
            assert!(!ended, "{name} ended");
            turns += u32::from(started.load(Ordering::Relaxed));
            tokio::task::yield_now().await;
        }
        drop(grade);
        let after = grader.grade(&echo, &submission("echo.py", "print(input())")).await.unwrap();
        assert_eq!(after.verdict, Verdict::AC, "after {name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_tasks_share_one_grader_and_get_what_they_would_get_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = [("secret/01-echo.in", "ping\n"), ("secret/01-echo.ans", "ping\n")];
    let echo = challenge(folder.path(), "echo", "", &data);
    let grader = grader(3);
    let sources = |task: usize| -> (Submission, Verdict) {
        match task % 4 {
            0 => (submission("echo.py", "print(input())"), Verdict::AC),
            1 => (submission("fails.py", "input()[100]"), Verdict::RTE),
            2 => (
                submission(
                    "echo.c",
                    "#include <stdio.h>\nint main(void) { for (int c; (c = getchar()) != EOF;) putchar(c); }",
                ),
                Verdict::AC,
            ),
            _ => (submission("broken.c", "int main("), Verdict::CE),
        }
    };
    let tasks = (0..20).map(|task| {
        let (grader, echo) = (grader.clone(), echo.clone());
        tokio::spawn(async move { grader.grade(&echo, &sources(task).0).await.unwrap() })
    });
    let mut first: Vec<String> = Vec::new();
    for (task, grade) in futures::future::join_all(tasks).await.into_iter().enumerate() {
        let grade = grade.unwrap();
        assert_eq!(grade.verdict, sources(task).1);
        if task < 4 {
            first.push(grade.to_json());
        }
        assert_eq!(grade.to_json(), first[task % 4]);
    }
}
