use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    pub name: String,
    pub at: i64,
    pub takes: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub name: String,
    pub worker: i64,
    pub start: i64,
}

pub fn schedule(mut jobs: Vec<Job>, workers: i64) -> Result<Vec<Run>, String> {
    if workers < 1 {
        return Err("no workers".to_owned());
    }
    jobs.sort_by_key(|job| job.at);

    let mut free: BinaryHeap<_> = (0..workers).map(Reverse).collect();
    let mut busy: BinaryHeap<Reverse<(i64, i64)>> = BinaryHeap::new();
    let mut start = 0;
    let mut runs = Vec::with_capacity(jobs.len());
    for Job { name, at, takes } in jobs {
        start = start.max(at);
        if let (true, Some(Reverse((until, _)))) = (free.is_empty(), busy.peek()) {
            start = start.max(*until);
        }
        while let Some(&Reverse((until, worker))) = busy.peek()
            && until <= start
        {
            busy.pop();
            free.push(Reverse(worker));
        }
        let Reverse(worker) = free.pop().expect("a worker is free by now");
        busy.push(Reverse((start + takes, worker)));
        runs.push(Run { name, worker, start });
    }
    Ok(runs)
}
