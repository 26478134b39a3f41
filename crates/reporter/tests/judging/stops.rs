//! A group that stops at its first failure leaves out every later case below it, and no other.

use assay_challenge::{Aggregate, Verdict};
use assay_reporter::Stops;

use crate::{cases, challenge, groups};

#[test]
fn only_the_cases_below_the_group_that_stopped_are_left_out() {
    let mut a = cases("secret/a", 1, Aggregate::Sum, 2);
    a.stop_at_failure = true;
    let b = cases("secret/b", 1, Aggregate::Sum, 2);
    let mut stops = Stops::new(&challenge(groups("secret", 1, Aggregate::Sum, vec![a, b])));
    assert!(!stops.skips("secret/a/01-x"));
    stops.note("secret/a/01-x", Verdict::WA);
    assert!(stops.skips("secret/a/02-x"));
    assert!(!stops.skips("secret/b/01-x"));
    stops.note("secret/b/01-x", Verdict::RTE);
    assert!(!stops.skips("secret/b/02-x"), "this group goes on");
    assert!(!stops.skips("secret/ab/01-x"), "a name that begins alike is another group");
}

#[test]
fn a_failure_deep_inside_stops_every_stopping_group_above_it() {
    let deep = groups("secret/a", 1, Aggregate::Sum, vec![cases("secret/a/b", 1, Aggregate::Sum, 2)]);
    let mut secret = groups("secret", 1, Aggregate::Sum, vec![deep, cases("secret/z", 1, Aggregate::Sum, 1)]);
    secret.stop_at_failure = true;
    let mut stops = Stops::new(&challenge(secret));
    stops.note("secret/a/b/01-x", Verdict::TLE);
    assert!(stops.skips("secret/a/b/02-x") && stops.skips("secret/z/01-x"));
    assert!(!stops.skips("sample/01-x"));
}

#[test]
fn neither_success_nor_a_case_left_out_nor_a_sample_stops_anything() {
    let mut secret = cases("secret", 1, Aggregate::Sum, 3);
    secret.stop_at_failure = true;
    let mut stops = Stops::new(&challenge(secret));
    stops.note("secret/01-x", Verdict::AC);
    stops.note("secret/02-x", Verdict::SK);
    stops.note("sample/01-x", Verdict::WA);
    assert!(!stops.skips("secret/03-x"));
}
