//! How throughput and memory grow with the number of submissions, each different from all others.

use std::sync::Arc;
use std::time::{Duration, Instant};

use assay::{Challenge, Grader, Language, Submission, Verdict};
use futures::{StreamExt, TryStreamExt};

use crate::ground::{Failure, Ground, challenge, cores, grader};
use crate::memory::{Measured, in_child};
use crate::table::{Table, digits, time};

const COUNTS: [usize; 5] = [1, 10, 100, 1000, 10_000];

/// The table.
pub(crate) fn table(ground: &Ground) -> Result<Table, Failure> {
    let mut table = Table::new(["submissions", "time", "a second", "a second and core", "peak memory"]);
    for count in COUNTS.into_iter().filter(|count| *count <= ground.most) {
        let Measured { time: took, peak_mib } = in_child(&count.to_string())?;
        let rate = count as f64 / took.as_secs_f64();
        let each = digits(rate / cores() as f64);
        table.row([count.to_string(), time(took), digits(rate), each, format!("{} MiB", digits(peak_mib))]);
    }
    table.note(
        "WebAssembly modules as text, no two alike, of ten cases each, graded by the library with a job for each core: \
         each is read, compiled by the engine and run ten times. Every number of submissions in a process of its own, \
         with an empty cache.",
    );
    Ok(table)
}

/// Grades so many submissions, and gives the time it took.
pub(crate) async fn grade(count: usize) -> Result<Duration, Failure> {
    let folder = tempfile::tempdir()?;
    let cases: Vec<_> = (0..10).map(|_| (String::new(), "7\n".to_owned())).collect();
    let challenge = challenge(folder.path(), &cases)?;
    let empty = folder.path().join("cache");
    let grader = if count == 0 { grader(1)? } else { Grader::builder().cache(empty).jobs(cores()).build()? };
    let language = Language::new("wasm").ok_or("a language's name")?;
    let submissions = (0..count).map(|number| {
        let source = format!(
            r#"(module (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
               (memory (export "memory") 1) (data (i32.const 0) "\10\00\00\00\02\00\00\00") (data (i32.const 16) "7\n")
               (func (export "_start") (drop (i32.const {number})) (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))"#
        );
        Submission::new(&format!("{number}.wat"), language.clone(), source.into_bytes())
    });
    let started = Instant::now();
    let verdicts = all(&grader, &challenge, submissions);
    let wrong = verdicts.await?.into_iter().filter(|verdict| *verdict != Verdict::AC).count();
    let time = started.elapsed();
    if wrong > 0 {
        return Err(format!("{wrong} of {count} submissions are not right").into());
    }
    Ok(time)
}

/// Grades them all, some side by side, keeping the verdicts alone.
async fn all(
    grader: &Grader,
    challenge: &Arc<Challenge>,
    submissions: impl Iterator<Item = Submission>,
) -> Result<Vec<Verdict>, Failure> {
    let grades = futures::stream::iter(submissions).map(|submission| {
        let (grader, challenge) = (grader.clone(), challenge.clone());
        async move {
            let graded = tokio::spawn(async move { grader.grade(&challenge, &submission).await }).await?;
            Ok::<_, Failure>(graded?.verdict)
        }
    });
    grades.buffer_unordered(2 * cores()).try_collect().await
}
