//! Which cases are left out because a group stops at its first failure.

use std::collections::BTreeSet;

use assay_challenge::{Challenge, Group, Members, Verdict};

/// The groups that stop at their first failure, and those that have stopped.
///
/// Verdicts must be noted in the challenge's order of cases, whatever order the runs ended in: then the same cases
/// are left out at any parallelism.
#[derive(Clone, Debug)]
pub struct Stops {
    stopping: BTreeSet<String>,
    stopped: BTreeSet<String>,
}

impl Stops {
    /// Nothing has failed yet.
    pub fn new(challenge: &Challenge) -> Self {
        let mut stopping = BTreeSet::new();
        collect(&challenge.secret, &mut stopping);
        Self { stopping, stopped: BTreeSet::new() }
    }

    /// Takes note of a case's verdict: any but `AC` is a failure. A case that was left out itself changes nothing.
    pub fn note(&mut self, case_id: &str, verdict: Verdict) {
        if verdict.is_failure() {
            self.stopped.extend(groups_above(case_id).filter(|group| self.stopping.contains(*group)).map(String::from));
        }
    }

    /// Whether this case is left out, because a group it is in, at any depth, has stopped.
    pub fn skips(&self, case_id: &str) -> bool {
        groups_above(case_id).any(|group| self.stopped.contains(group))
    }
}

fn collect(group: &Group, stopping: &mut BTreeSet<String>) {
    if group.stop_at_failure {
        stopping.insert(group.id.clone());
    }
    if let Members::Groups(groups) = &group.members {
        for group in groups {
            collect(group, stopping);
        }
    }
}

/// The groups a case sits in: `secret/a` and `secret` for `secret/a/01-x`.
fn groups_above(case_id: &str) -> impl Iterator<Item = &str> {
    case_id.rmatch_indices('/').map(|(at, _)| &case_id[..at])
}
