//! How far a run of many submissions is, how fast it goes, and when it will be done.

use std::time::Duration;

/// The state of a run. What was there before it counts as done, and not as speed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pace {
    /// How many submissions there are.
    pub(crate) total: usize,
    /// How many are done with.
    pub(crate) done: usize,
    /// How many of these an earlier run had graded.
    pub(crate) before: usize,
}

impl Pace {
    /// `41.5 a second, 17 s left`; nothing before there is anything to go by.
    pub(crate) fn words(&self, elapsed: Duration) -> String {
        let graded = self.done.saturating_sub(self.before) as u128;
        let micros = elapsed.as_micros();
        if graded == 0 || micros == 0 {
            return String::new();
        }
        let tenths = graded * 10_000_000 / micros;
        let left = self.total.saturating_sub(self.done) as u128 * micros / graded / 1_000_000;
        format!("{}.{} a second, {} left", tenths / 10, tenths % 10, long(left))
    }

    /// Whether a log should have a line now: at each tenth of a run that is long enough for it.
    pub(crate) fn is_tenth(&self) -> bool {
        let tenth = |done: usize| done * 10 / self.total.max(1);
        self.total >= 50 && self.done > 0 && tenth(self.done) > tenth(self.done - 1)
    }
}

/// `17 s`, `3 min 5 s`, `2 h 10 min`.
fn long(seconds: u128) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_that_of_this_run_and_the_time_left_follows_from_it() {
        let pace = Pace { total: 1000, done: 600, before: 400 };
        assert_eq!(pace.words(Duration::from_secs(10)), "20.0 a second, 20 s left");
        assert_eq!(pace.words(Duration::from_secs(4000)), "0.0 a second, 2 h 13 min left");
        assert_eq!(Pace { done: 400, ..pace }.words(Duration::from_secs(1)), "");
    }

    #[test]
    fn a_log_of_any_length_gets_ten_lines_of_a_long_run_and_none_of_a_short_one() {
        for (total, lines) in [(3, 0), (49, 0), (50, 10), (57, 10), (10_000, 10)] {
            let tenths = (0..=total).filter(|done| Pace { total, done: *done, before: 0 }.is_tenth());
            assert_eq!(tenths.count(), lines, "{total}");
        }
    }
}
