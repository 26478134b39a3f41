//! The judging half of the reporter, seen from outside: outcomes go in, grades come out.

mod diffs;
mod failures;
mod redaction;
mod scoring;
mod stops;
mod stored;
mod validators;

use assay_challenge::{
    Aggregate, Allowance, Answer, Captured, Case, Challenge, Checker, Difficulty, End, Feedback, Group, Input, Kind,
    Limits, Members, Outcome, Scoring, Usage,
};

/// Limits that read well in messages.
fn limits() -> Limits {
    Limits { cost: 10_000_000_000, memory: 256 << 20, stdout: 8 << 20, stderr: 64 << 10, wall_ms: 60_000 }
}

/// A run that ended like this and printed this.
fn outcome(end: End, stdout: &[u8], stderr: &[u8]) -> Outcome {
    let captured = |bytes: &[u8]| Captured { bytes: bytes.to_vec(), total: bytes.len() as u64 };
    let usage = Usage { cost: 5_000_000_000, memory: 1 << 20 };
    Outcome { end, usage, stdout: captured(stdout), stderr: captured(stderr) }
}

/// A run that ended well.
fn printed(stdout: &[u8]) -> Outcome {
    outcome(End::Exit { code: 0 }, stdout, b"")
}

fn case(id: &str) -> Case {
    let (input, answer) = (Input::File(format!("{id}.in").into()), Answer::File(format!("{id}.ans").into()));
    Case { id: id.to_owned(), input, answer, hint: None }
}

/// A group of this many cases, named `01-x`, `02-x` and so on.
fn cases(id: &str, weight: u32, aggregate: Aggregate, count: usize) -> Group {
    let cases = (1..=count).map(|n| case(&format!("{id}/{n:02}-x"))).collect();
    Group { members: Members::Cases(cases), ..groups(id, weight, aggregate, Vec::new()) }
}

fn groups(id: &str, weight: u32, aggregate: Aggregate, groups: Vec<Group>) -> Group {
    let title = id.to_owned();
    Group { id: id.to_owned(), title, weight, aggregate, stop_at_failure: false, members: Members::Groups(groups) }
}

/// A challenge worth 100 points with these hidden cases and one sample.
fn challenge(secret: Group) -> Challenge {
    Challenge {
        root: "/challenges/x".into(),
        id: "x".to_owned(),
        title: "X".to_owned(),
        kind: Kind::Program,
        interface: None,
        difficulty: Difficulty::Medium,
        tags: Vec::new(),
        statement: String::new(),
        languages: None,
        allowance: Allowance {
            time_ms: 1000,
            memory: 256 << 20,
            output: 8 << 20,
            wall_ms: None,
            multipliers: std::collections::BTreeMap::default(),
        },
        checker: Checker::Lines,
        scoring: Scoring { points: 100, efficiency: None, growth: None, tiers: None },
        feedback: Feedback::Verdict,
        samples: vec![case("sample/01-x")],
        secret,
        generator: None,
        growth: None,
        solutions: Vec::new(),
        hash: String::new(),
    }
}
