//! Long runs: the same source natively and in the sandbox, so large that the native process works 10 ms and 1 s.

use std::time::Duration;

use assay::{Grader, Submission};

use crate::ground::{Failure, Ground, challenge, graded, grader};
use crate::native::Native;
use crate::suite::languages::Spoken;
use crate::table::{Table, digits, ratio, time};

/// A loop over bytes with arithmetic only, and a table that grows: both have one number as their input.
const PROGRAMS: [(&str, &str); 2] = [("fnv", "loop"), ("hash_map", "allocation, hashing")];

const WORK: [Duration; 2] = [Duration::from_millis(10), Duration::from_secs(1)];

/// A run in the sandbox that would take longer is given less work.
const PATIENCE: Duration = Duration::from_secs(15);

/// Bytes and entries beyond which memory, and not the language, would be measured.
const LARGEST: f64 = 1e9;

/// The table.
pub(crate) async fn table(ground: &Ground) -> Result<Table, Failure> {
    let grader = grader(1)?;
    let mut table = Table::new(["language", "program", "n", "a process", "a case", "ratio"]);
    let mut missing = Vec::new();
    for language in ground.languages(&grader) {
        for (program, what) in PROGRAMS {
            let made = ground.folder(&format!("workloads/{}-{program}", language.name()))?;
            let Some(mut native) = Native::new(language.name(), &language.path(program), &made)? else {
                missing.push(language.info.title.clone());
                break;
            };
            let mut slowdown: f64 = 1.0;
            for work in WORK {
                let work = work.min(PATIENCE.div_f64(slowdown));
                let n = size(&mut native, work)?;
                let (printed, process) = native.best(3, &format!("{n}\n"))?;
                let case = sandboxed(ground, &grader, &language, (program, n, &printed)).await?;
                slowdown = case.as_secs_f64() / process.as_secs_f64();
                let cells = [time(process), time(case), ratio(case, Some(process))];
                let [process, case, ratio] = cells;
                let title = language.info.title.clone();
                table.row([title, what.to_owned(), digits(n as f64), process, case, ratio]);
            }
        }
    }
    table.note(
        "The conformance programs `fnv` and `hash_map`, both sides from their start to their end; the best of three \
         processes, and of three cases at 10 ms. Less than 1 s of native work stands where the sandbox would take more \
         than 15 s.",
    );
    if !missing.is_empty() {
        table.note(format!("No native tool here for {}.", missing.join(", ")));
    }
    Ok(table)
}

/// The size at which a process works about as long as `work`, besides starting.
fn size(native: &mut Native, work: Duration) -> Result<u64, Failure> {
    let start = native.best(3, "1\n")?.1;
    let mut n = 1000.0;
    loop {
        let worked = native.best(2, &format!("{n}\n"))?.1.saturating_sub(start);
        // Long enough that starting, which varies by a millisecond or two, does not count.
        if worked >= work.mul_f64(0.7).min(Duration::from_millis(100)) || n >= LARGEST {
            let scaled = n * work.as_secs_f64() / worked.as_secs_f64().max(1e-4);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1000 and 1e9")]
            return Ok(scaled.clamp(1000.0, LARGEST).round() as u64);
        }
        n = (n * 3.0).min(LARGEST);
    }
}

async fn sandboxed(
    ground: &Ground,
    grader: &Grader,
    language: &Spoken,
    (program, n, printed): (&str, u64, &str),
) -> Result<Duration, Failure> {
    let root = ground.folder(&format!("workloads/{}-{program}-{n}", language.name()))?;
    let challenge = challenge(&root, &[(format!("{n}\n"), printed.to_owned())])?;
    let submission = Submission::read(&language.path(program), language.info.language.clone())?;
    let mut best = graded(grader, &challenge, &submission).await?.1;
    if best < Duration::from_secs(1) {
        for _ in 0..2 {
            best = best.min(graded(grader, &challenge, &submission).await?.1);
        }
    }
    Ok(best)
}
