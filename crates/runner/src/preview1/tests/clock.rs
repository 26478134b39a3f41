//! Time: sleeping puts the clock forward and costs nothing.

use super::*;

const SECOND: u64 = 1_000_000_000;

fn clock(userdata: u64, clock: u32, timeout: u64, flags: u16) -> [u8; 48] {
    let mut bytes = [0; 48];
    bytes[0..8].copy_from_slice(&userdata.to_le_bytes());
    bytes[16..20].copy_from_slice(&clock.to_le_bytes());
    bytes[24..32].copy_from_slice(&timeout.to_le_bytes());
    bytes[40..42].copy_from_slice(&flags.to_le_bytes());
    bytes
}

fn descriptor(userdata: u64, kind: u8, fd: u32) -> [u8; 48] {
    let mut bytes = clock(userdata, fd, 0, 0);
    bytes[8] = kind;
    bytes
}

/// The userdata and error of every event.
fn poll(sandbox: &mut Sandbox, subscriptions: &[[u8; 48]]) -> Vec<(u64, u8)> {
    sandbox.put(DATA, &subscriptions.concat());
    let events = DATA * 2;
    let count = i64::try_from(subscriptions.len()).unwrap();
    sandbox.call("poll_oneoff", &[i64::from(DATA), i64::from(events), count, i64::from(OUT)]).unwrap();
    let written = sandbox.u32_at(OUT);
    (0..written)
        .map(|event| (sandbox.u64_at(events + 32 * event), sandbox.get(events + 32 * event + 8, 1)[0]))
        .collect()
}

fn time(sandbox: &mut Sandbox, clock: i64) -> u64 {
    sandbox.call("clock_time_get", &[clock, 0, i64::from(OUT)]).unwrap();
    sandbox.u64_at(OUT)
}

#[test]
fn only_the_earliest_of_two_clocks_goes_off() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    let start = time(&mut sandbox, 1);
    let events = poll(&mut sandbox, &[clock(1, 1, 7 * SECOND, 0), clock(2, 0, 3600 * SECOND, 0)]);
    assert_eq!(events, [(1, 0)]);
    let slept = time(&mut sandbox, 1) - start;
    assert!((7 * SECOND..8 * SECOND).contains(&slept), "{slept}");
}

#[test]
fn a_sleep_is_charged_as_one_call_whatever_its_length() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    poll(&mut sandbox, &[clock(1, 1, 1_000_000 * SECOND, 0)]);
    assert!(sandbox.cost() < 10_000);
}

#[test]
fn an_absolute_deadline_is_met_on_either_clock_and_may_have_passed() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    for id in [0, 1] {
        let deadline = time(&mut sandbox, id) + 5 * SECOND;
        let subscription = clock(9, u32::try_from(id).unwrap(), deadline, 1);
        assert_eq!(poll(&mut sandbox, &[subscription]), [(9, 0)]);
        let now = time(&mut sandbox, id);
        assert!((deadline..deadline + SECOND).contains(&now));
        assert_eq!(poll(&mut sandbox, &[subscription]), [(9, 0)]);
        assert!(time(&mut sandbox, id) < deadline + SECOND);
    }
}

#[test]
fn a_ready_descriptor_leaves_the_clock_where_it_is() {
    let mut sandbox = Sandbox::new("in", Preview1::default());
    let subscriptions = [clock(1, 1, 9 * SECOND, 0), descriptor(2, 1, 0), descriptor(3, 2, 1), descriptor(4, 1, 77)];
    assert_eq!(poll(&mut sandbox, &subscriptions), [(2, 0), (3, 0), (4, 8)]);
    assert!(time(&mut sandbox, 1) < SECOND);
}

#[test]
fn a_deadline_beyond_all_time_overflows_nothing() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    for flags in [0, 1] {
        assert_eq!(poll(&mut sandbox, &[clock(1, 0, u64::MAX, flags)]), [(1, 0)]);
    }
    assert_eq!(time(&mut sandbox, 0), u64::MAX);
}

#[test]
fn clocks_that_do_not_exist_and_polls_for_nothing_are_refused() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    assert_eq!(sandbox.call("clock_time_get", &[4, 0, i64::from(OUT)]), refused(Errno::Invalid));
    assert_eq!(sandbox.call("clock_res_get", &[0, i64::from(OUT)]), Ok(()));
    assert_eq!(poll(&mut sandbox, &[clock(1, 8, 0, 0)]), [(1, 58)]);
    for count in [0, 1025, i64::from(u32::MAX)] {
        let arguments = [i64::from(DATA), i64::from(DATA), count, i64::from(OUT)];
        assert_eq!(sandbox.call("poll_oneoff", &arguments), refused(Errno::Invalid));
    }
}
