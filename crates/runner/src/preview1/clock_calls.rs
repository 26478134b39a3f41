//! Calls about time. A guest that waits is not made to wait: its clock is put forward.

use super::abi::Errno;
use super::descriptors::Descriptor;
use super::memory::{u32_at, u64_at};
use super::{Answer, Call};
use crate::guest::Guest;

const REALTIME: u32 = 0;
const MONOTONIC: u32 = 1;
const PROCESS_CPUTIME: u32 = 2;
const THREAD_CPUTIME: u32 = 3;

const RESOLUTION_NS: u64 = 1000;

/// The most events one call may wait for.
const MOST_SUBSCRIPTIONS: u32 = 1024;
const SUBSCRIPTION_BYTES: u32 = 48;
const EVENT_BYTES: u32 = 32;
const TYPE_CLOCK: u8 = 0;
const TYPE_READ: u8 = 1;
const TYPE_WRITE: u8 = 2;
const ABSOLUTE: u16 = 1;

pub(super) fn clock_res_get(call: &mut Call<'_>, clock: u32, out: u32) -> Answer {
    now(call.guest, clock)?;
    call.memory.write_u64(out, RESOLUTION_NS)?;
    Ok(())
}

pub(super) fn clock_time_get(call: &mut Call<'_>, clock: u32, _precision: u64, out: u32) -> Answer {
    let now = now(call.guest, clock)?;
    call.memory.write_u64(out, now)?;
    Ok(())
}

fn now(guest: &Guest, clock: u32) -> Result<u64, Errno> {
    match clock {
        REALTIME => Ok(guest.clock.wall_ns()),
        MONOTONIC | PROCESS_CPUTIME | THREAD_CPUTIME => Ok(guest.clock.monotonic_ns()),
        _ => Err(Errno::Invalid),
    }
}

/// One thing a guest waits for, and what became of it.
struct Subscription {
    userdata: u64,
    kind: u8,
    state: State,
}

enum State {
    /// A clock that has yet to reach this time, in nanoseconds since the run began.
    Due(u64),
    /// A descriptor with this many bytes to be had.
    Ready(u64),
    Failed(Errno),
}

/// Descriptors never block. Only where nothing else is ready does the clock go to the earliest deadline, and no further.
pub(super) fn poll_oneoff(call: &mut Call<'_>, subscriptions: u32, events: u32, count: u32, out: u32) -> Answer {
    if count == 0 || count > MOST_SUBSCRIPTIONS {
        return Err(Errno::Invalid.into());
    }
    call.guest.console.owe(u64::from(count * (SUBSCRIPTION_BYTES + EVENT_BYTES)));
    let waited_for = call.memory.read(subscriptions, count * SUBSCRIPTION_BYTES)?;
    let waited_for: Vec<_> = waited_for
        .chunks_exact(SUBSCRIPTION_BYTES as usize)
        .map(|bytes| Subscription::read(bytes, call.guest))
        .collect();
    call.memory.slice_mut(events, count * EVENT_BYTES)?;

    let deadlines = waited_for.iter().map(|subscription| match subscription.state {
        State::Due(deadline) => Some(deadline),
        State::Ready(_) | State::Failed(_) => None,
    });
    if let Some(earliest) = deadlines.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min()) {
        call.guest.clock.sleep_until(earliest);
    }
    let now = call.guest.clock.monotonic_ns();
    let mut written = 0;
    for subscription in &waited_for {
        if let Some(event) = subscription.event(now) {
            call.memory.write(events + written * EVENT_BYTES, &event)?;
            written += 1;
        }
    }
    call.memory.write_u32(out, written)?;
    Ok(())
}

impl Subscription {
    fn read(bytes: &[u8], guest: &Guest) -> Self {
        let kind = bytes[8];
        let state = match kind {
            TYPE_CLOCK => deadline(bytes, guest).map(State::Due),
            TYPE_READ => readable(u32_at(bytes, 16), guest).map(State::Ready),
            TYPE_WRITE => writable(u32_at(bytes, 16), guest).map(State::Ready),
            _ => Err(Errno::Invalid),
        };
        Self { userdata: u64_at(bytes, 0), kind, state: state.unwrap_or_else(State::Failed) }
    }

    fn event(&self, now: u64) -> Option<[u8; EVENT_BYTES as usize]> {
        let (errno, available) = match self.state {
            State::Due(deadline) if deadline > now => return None,
            State::Due(_) => (0, 0),
            State::Ready(available) => (0, available),
            State::Failed(errno) => (errno as u16, 0),
        };
        let mut event = [0; EVENT_BYTES as usize];
        event[0..8].copy_from_slice(&self.userdata.to_le_bytes());
        event[8..10].copy_from_slice(&errno.to_le_bytes());
        event[10] = self.kind;
        event[16..24].copy_from_slice(&available.to_le_bytes());
        Some(event)
    }
}

fn deadline(bytes: &[u8], guest: &Guest) -> Result<u64, Errno> {
    let (clock, timeout, flags) = (u32_at(bytes, 16), u64_at(bytes, 24), u16::from_le_bytes([bytes[40], bytes[41]]));
    if !matches!(clock, REALTIME | MONOTONIC) {
        return Err(Errno::NotSupported);
    }
    let started = now(guest, clock)?;
    let left = if flags & ABSOLUTE == 0 { timeout } else { timeout.saturating_sub(started) };
    Ok(guest.clock.monotonic_ns().saturating_add(left))
}

fn readable(fd: u32, guest: &Guest) -> Result<u64, Errno> {
    let preview1 = &guest.preview1;
    match preview1.descriptors.get(fd)? {
        Descriptor::Input => Ok(1),
        Descriptor::File(file) if file.readable => {
            Ok((preview1.layer.contents(file.node)?.len() as u64).saturating_sub(file.position))
        }
        _ => Err(Errno::BadDescriptor),
    }
}

fn writable(fd: u32, guest: &Guest) -> Result<u64, Errno> {
    match guest.preview1.descriptors.get(fd)? {
        Descriptor::Output(_) => Ok(1),
        Descriptor::File(file) if file.writable => Ok(1),
        _ => Err(Errno::BadDescriptor),
    }
}
