//! Which sizes are run, in what order, and when it is enough: all of them together may cost no more than a budget.
//!
//! Sizes are run from the smallest on. Where one fails for using too much, or would, and fewer than eight succeeded,
//! sizes between those that did are run as well: a program that is quadratic, or exponential, would else leave too few
//! points. So are some where two classes fit about as well, and where memory rises in the largest sizes only: a runtime
//! has some to spare from the start.

use assay_challenge::{Limits, Verdict};
use assay_reporter::{GrowthGrade, GrowthPoint, GrowthStop, Undecided};

/// All sizes of one program together may cost so many units: about a second, on a common server.
const BUDGET: u64 = 10_000_000_000;

/// With so many points no size is put in between.
const ENOUGH: usize = 8;

/// In so many sizes memory is seen to rise, if it does at all: a runtime has some to spare from the start.
const RISEN: usize = 5;

/// With so many points no size is put in between for the sake of memory.
const MANY: usize = 24;

/// With so many points no size is put in between because two classes fit.
const SURE: usize = 16;

/// How many sizes that fail are tried, the first included.
const FAILURES: usize = 4;

/// Which size is run next, and what has come of the others.
pub(super) struct Ladder<'a> {
    sizes: &'a [u64],
    /// What was measured, the smallest size first.
    pub(super) points: Vec<GrowthPoint>,
    /// The smallest size that failed, and how; or the smallest that would cost too much.
    pub(super) stopped: Option<GrowthStop>,
    failures: usize,
    spent: u64,
    /// Whether the sizes as they are given have been run, as far as they will be.
    filling: bool,
}

impl<'a> Ladder<'a> {
    pub(super) fn new(sizes: &'a [u64]) -> Self {
        Self { sizes, points: Vec::new(), stopped: None, failures: 0, spent: 0, filling: false }
    }

    /// The size to run now; `None` if it is enough.
    pub(super) fn next(&mut self) -> Option<u64> {
        let next = self.sizes.get(self.points.len()).copied();
        if let Some(next) = next.filter(|_| self.stopped.is_none() && !self.filling) {
            if self.affords(self.expected()) {
                return Some(next);
            }
            self.stopped = Some(GrowthStop { size: next, verdict: None });
        }
        self.filling = true;
        // A wrong answer is no matter of size: what lies between would be of another program than the right one.
        let wrong = |stop: GrowthStop| matches!(stop.verdict, Some(Verdict::WA | Verdict::JE));
        if self.failures >= FAILURES || self.stopped.is_some_and(wrong) {
            return None;
        }
        if self.points.len() < ENOUGH && self.stopped.is_some() {
            return self.between(0);
        }
        let flat = self.flat();
        if (1..RISEN).contains(&(self.points.len() - flat)) && self.points.len() < MANY {
            return self.between(flat.saturating_sub(1));
        }
        if self.points.len() < SURE && self.is_open() { self.between(0) } else { None }
    }

    /// Whether two classes fit about as well.
    fn is_open(&self) -> bool {
        GrowthGrade::of(self.points.clone(), None, None).cost.undecided == Some(Undecided::TwoFit)
    }

    /// How many of the smallest sizes took no more memory than the smallest.
    fn flat(&self) -> usize {
        let floor = self.points.first().map_or(0, |point| point.memory_bytes);
        self.points.partition_point(|point| point.memory_bytes <= floor)
    }

    /// The middle of the widest gap that can be afforded, between sizes that succeeded from this one on, or the last that
    /// did and the first that failed.
    fn between(&self, from: usize) -> Option<u64> {
        let known = self.points[from..].iter().map(|point| (point.size, point.cost));
        let known: Vec<(u64, u64)> = known.chain(self.stopped.map(|stop| (stop.size, self.expected()))).collect();
        let gaps = known.windows(2).filter_map(|pair| {
            let ((low, cheap), (high, dear)) = (pair[0], pair[1]);
            let middle = mean(low, high).max(low.saturating_add(1));
            (middle < high && self.affords(mean(cheap, dear))).then_some((low, high, middle))
        });
        // The ratio of one gap is compared with another's without dividing.
        let wider = |one: &(u64, u64, u64), other: &(u64, u64, u64)| {
            (u128::from(one.1) * u128::from(other.0)).cmp(&(u128::from(other.1) * u128::from(one.0)))
        };
        gaps.max_by(wider).map(|(_, _, middle)| middle)
    }

    /// What the next size will cost, if it costs as many times the last as that did the one before.
    fn expected(&self) -> u64 {
        let [.., before, last] = self.points.as_slice() else { return 0 };
        let expected = u128::from(last.cost) * u128::from(last.cost) / u128::from(before.cost.max(1));
        u64::try_from(expected).unwrap_or(u64::MAX)
    }

    /// Whether a run that is expected to cost so much may cost a quarter more.
    fn affords(&self, expected: u64) -> bool {
        expected <= self.share() / 5 * 4
    }

    /// What one run may cost: half of what is left, so that something is left after each.
    fn share(&self) -> u64 {
        (BUDGET - self.spent.min(BUDGET)) / 2
    }

    /// The limits of the next run.
    pub(super) fn within(&self, limits: &Limits) -> Limits {
        Limits { cost: limits.cost.min(self.share()), ..limits.clone() }
    }

    /// What came of a size; `None` if it was stopped for what all of them may cost.
    pub(super) fn note(&mut self, point: GrowthPoint, verdict: Option<Verdict>) {
        self.spent = self.spent.saturating_add(point.cost);
        let place = self.points.partition_point(|other| other.size < point.size);
        if verdict == Some(Verdict::AC) {
            self.points.insert(place, point);
            return;
        }
        self.failures += 1;
        // Too little left for a size says nothing of larger ones that there was enough for.
        if verdict.is_none() && place < self.points.len() {
            return;
        }
        self.stopped = Some(GrowthStop { size: point.size, verdict });
        // What was measured beyond, before sizes were put in between, would no longer be of one piece.
        self.points.truncate(place);
    }
}

/// The geometric mean, rounded down.
fn mean(low: u64, high: u64) -> u64 {
    u64::try_from((u128::from(low) * u128::from(high)).isqrt()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sizes that succeeded and the stop, for a program of this cost that may use `most` a run.
    fn climb(sizes: &[u64], most: u64, cost: impl Fn(u64) -> u64) -> (Vec<u64>, Option<GrowthStop>) {
        let mut ladder = Ladder::new(sizes);
        while let Some(size) = ladder.next() {
            let allowed = most.min(ladder.share());
            let cost = cost(size);
            let verdict = if cost <= allowed { Some(Verdict::AC) } else { (allowed == most).then_some(Verdict::TLE) };
            ladder.note(GrowthPoint { size, cost: cost.min(allowed), memory_bytes: 1 }, verdict);
            assert!(ladder.spent <= BUDGET);
        }
        (ladder.points.iter().map(|point| point.size).collect(), ladder.stopped)
    }

    #[test]
    fn all_sizes_are_run_where_they_are_cheap() {
        assert_eq!(climb(&[16, 32, 64, 128, 256], 1_000_000, |n| n), (vec![16, 32, 64, 128, 256], None));
    }

    #[test]
    fn sizes_are_put_in_between_where_the_larger_ones_fail() {
        let (sizes, stop) = climb(&[4, 8, 16, 32, 64, 128], 5_000_000, |n| 1 << n.min(60));
        assert!(sizes.len() >= 5 && sizes.contains(&4) && sizes.iter().all(|size| *size <= 22), "{sizes:?}");
        assert!(stop.is_some_and(|stop| stop.size > 22 && stop.size <= 32), "{stop:?}");
    }

    #[test]
    fn the_smallest_size_that_fails_leaves_nothing() {
        let (sizes, stop) = climb(&[4, 8, 16, 32, 64], 10, |_| 11);
        assert_eq!((sizes, stop), (vec![], Some(GrowthStop { size: 4, verdict: Some(Verdict::TLE) })));
    }

    #[test]
    fn a_wrong_answer_ends_the_climb() {
        let mut ladder = Ladder::new(&[4, 8, 16, 32, 64]);
        for verdict in [Verdict::AC, Verdict::WA] {
            let size = ladder.next().expect("one more");
            ladder.note(GrowthPoint { size, cost: 1, memory_bytes: 1 }, Some(verdict));
        }
        assert_eq!(ladder.next(), None);
    }

    #[test]
    fn a_size_that_turns_out_dearer_than_expected_takes_nothing_from_what_was_measured() {
        // Twice as much for twice the size, but half more beyond 4096: the largest oversteps what is left.
        let cost = |n: u64| if n > 4096 { 495_000 * n } else { 330_000 * n };
        let sizes: Vec<u64> = (6..14).map(|power| 1 << power).collect();
        let (measured, stop) = climb(&sizes, u64::MAX, cost);
        assert!(measured.len() >= 7 && measured.contains(&4096), "{measured:?}");
        assert_eq!(stop.map(|stop| stop.verdict), Some(None));
    }

    #[test]
    fn sizes_are_put_in_between_where_memory_rises_in_the_largest_only() {
        let sizes: Vec<u64> = (8..16).map(|power| 1 << power).collect();
        let mut ladder = Ladder::new(&sizes);
        while let Some(size) = ladder.next() {
            let memory_bytes = (25 << 20).max((21 << 20) + 300 * size);
            ladder.note(GrowthPoint { size, cost: 1000 * size, memory_bytes }, Some(Verdict::AC));
        }
        let risen = ladder.points.iter().filter(|point| point.memory_bytes > 25 << 20).count();
        assert_eq!((risen, ladder.stopped), (RISEN, None));
        assert!(ladder.points.len() < MANY && ladder.points.is_sorted_by_key(|point| point.size));
    }
}
