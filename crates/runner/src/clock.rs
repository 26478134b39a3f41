//! The virtual clock: time passes by executing instructions and by sleeping, never by waiting.

use std::sync::atomic::{AtomicU64, Ordering};

use assay_challenge::UNITS_PER_MS;

/// Nanoseconds since 1970 at which every run starts: 2026-01-01T00:00:00Z.
const EPOCH_NS: u64 = 1_767_225_600_000_000_000;

/// One run's clock. Shared with the streams and clocks of a component, hence the atomics; there is no race,
/// because a guest has one thread.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    spent: AtomicU64,
    slept_ns: AtomicU64,
}

impl Clock {
    /// Records how many units the guest has spent.
    pub(crate) fn set_spent(&self, units: u64) {
        self.spent.store(units, Ordering::Relaxed);
    }

    /// Nanoseconds since the run began.
    pub(crate) fn monotonic_ns(&self) -> u64 {
        let executed = u128::from(self.spent.load(Ordering::Relaxed)) * 1_000_000 / u128::from(UNITS_PER_MS);
        u64::try_from(executed).unwrap_or(u64::MAX).saturating_add(self.slept_ns())
    }

    /// Nanoseconds since 1970.
    pub(crate) fn wall_ns(&self) -> u64 {
        EPOCH_NS.saturating_add(self.monotonic_ns())
    }

    /// Nanoseconds it slept so far.
    pub(crate) fn slept_ns(&self) -> u64 {
        self.slept_ns.load(Ordering::Relaxed)
    }

    /// Sleeps until the clock shows `deadline_ns`, which takes no real time.
    pub(crate) fn sleep_until(&self, deadline_ns: u64) {
        self.sleep(deadline_ns.saturating_sub(self.monotonic_ns()));
    }

    /// Sleeps for `ns` nanoseconds, which takes no real time.
    pub(crate) fn sleep(&self, ns: u64) {
        let slept = self.slept_ns();
        self.slept_ns.store(slept.saturating_add(ns), Ordering::Relaxed);
    }
}
