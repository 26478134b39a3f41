//! A case alone and beside a thousand others: in cost they must not differ, and in time the machine decides.

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use assay::{Challenge, Grader, Language, Submission};

use crate::ground::{Failure, Ground, adding, challenge, graded, grader};
use crate::native::Native;
use crate::suite::languages::{Spoken, spoken};
use crate::table::{Table, digits, time};

const PROGRAM: &str = "fnv";
const SIZE: &str = "20000000\n";
const ROUNDS: usize = 21;

/// The table.
pub(crate) async fn table(ground: &Ground) -> Result<Table, Failure> {
    let (watched, others) = (grader(1)?, grader(1)?);
    let find = |name| spoken(&watched).into_iter().find(|spoken| spoken.name() == name);
    let language = find("c").ok_or("C is measured, and there is none")?;
    let made = ground.folder("neighbours/native")?;
    let mut native = Native::new("c", &language.path(PROGRAM), &made)?.ok_or("gcc is the baseline: install it")?;
    let (printed, _) = native.run(SIZE)?;
    let one = challenge(&ground.folder("neighbours/one")?, &[(SIZE.to_owned(), printed)])?;
    let many = challenge(&ground.folder("neighbours/many")?, &adding(1000))?;
    let case = Case { grader: watched, challenge: one, submission: submission(&language, PROGRAM)? };
    let alone = case.watch().await?;
    let process = median(&mut native)?;
    let beside = {
        let stop = Arc::new(AtomicBool::new(false));
        let neighbour = tokio::spawn(busy(others, many, submission(&language, "sum")?, stop.clone()));
        let beside = case.watch().await?;
        stop.store(true, Ordering::Relaxed);
        (beside, neighbour.await??)
    };
    let process_beside = {
        let _neighbour = Burner::start()?;
        median(&mut native)?
    };
    let ((beside, cost_beside), graded) = beside;
    let (alone, cost) = alone;
    let slower = |a: Duration, b: Duration| format!("{} %", digits((b.as_secs_f64() / a.as_secs_f64() - 1.0) * 100.0));
    let mut table = Table::new(["what", "alone", "beside others", "slower by"]);
    table.row(["a case, time".to_owned(), time(alone), time(beside), slower(alone, beside)]);
    let difference = format!("{} units", cost_beside.abs_diff(cost));
    table.row(["a case, cost".to_owned(), cost.to_string(), cost_beside.to_string(), difference]);
    let cells = [time(process), time(process_beside), slower(process, process_beside)];
    let [alone, beside, slower] = cells;
    table.row(["a native process, time".to_owned(), alone, beside, slower]);
    table.note(format!(
        "A case of `fnv` in C, the median of {ROUNDS}, and the same beside another job that went through {graded} cases \
         in that time; below it the native process alone and beside one that keeps a core busy."
    ));
    Ok(table)
}

struct Case {
    grader: Grader,
    challenge: Arc<Challenge>,
    submission: Submission,
}

impl Case {
    /// Its time, the median, and its cost, which must be the same in every round.
    async fn watch(&self) -> Result<(Duration, u64), Failure> {
        let (mut times, mut costs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let (grade, time) = graded(&self.grader, &self.challenge, &self.submission).await?;
            times.push(time);
            costs.extend(grade.cases.iter().map(|case| case.cost));
        }
        times.sort();
        costs.dedup();
        match costs.as_slice() {
            [cost] => Ok((times[ROUNDS / 2], *cost)),
            differing => Err(format!("the cost of one case differs: {differing:?}").into()),
        }
    }
}

/// Grades again and again until told to stop, at least a thousand cases; says how many.
async fn busy(
    grader: Grader,
    challenge: Arc<Challenge>,
    submission: Submission,
    stop: Arc<AtomicBool>,
) -> Result<usize, Failure> {
    let mut cases = 0;
    while cases == 0 || !stop.load(Ordering::Relaxed) {
        cases += graded(&grader, &challenge, &submission).await?.0.cases.len();
    }
    Ok(cases)
}

fn submission(language: &Spoken, program: &str) -> Result<Submission, Failure> {
    Ok(Submission::read(&language.path(program), Language::clone(&language.info.language))?)
}

fn median(native: &mut Native) -> Result<Duration, Failure> {
    let times: Result<Vec<_>, _> = (0..ROUNDS).map(|_| native.run(SIZE).map(|(_, time)| time)).collect();
    let mut times = times?;
    times.sort();
    Ok(times[ROUNDS / 2])
}

/// A process that keeps a core busy until it is dropped.
struct Burner(Child);

impl Burner {
    fn start() -> Result<Self, Failure> {
        let mut command = Command::new("sh");
        command.args(["-c", "while :; do :; done"]).stdin(Stdio::null());
        Ok(Self(command.spawn()?))
    }
}

impl Drop for Burner {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
