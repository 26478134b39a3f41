//! Grades for this crate's tests: one that shows everything a report can show, and hostile ones made from it.

use assay_challenge::Verdict;
use serde_json::{Value, json};

use crate::{CaseGrade, Grade, GroupGrade, GrowthGrade, GrowthPoint, GrowthReference, GrowthStop, Points};

/// What an attacker would write into every field.
pub(crate) const HOSTILE: &str = "</script><img src=x onerror=alert(1)>\"'&amp; \x1b[31m\x1b]0;t\x07 \0 \u{202e}abc\u{2066} ]]> ` ``` ````` | @team \
     <!-- --> \u{feff}\u{9b}2J\r\n# x\n```\n<b>\t \u{fffe}";

/// A group with `(accepted, cases)` and `(points, max)`.
pub(crate) fn group(id: &str, title: &str, verdict: Verdict, cases: (u64, u64), points: (u32, u32)) -> GroupGrade {
    GroupGrade {
        id: id.to_owned(),
        title: title.to_owned(),
        sample: id == "sample",
        verdict,
        points: Points::whole(points.0),
        max: Points::whole(points.1),
        accepted: cases.0,
        cases: cases.1,
    }
}

/// A case that used `time_ms` of 2000 ms.
pub(crate) fn case(id: &str, verdict: Verdict, points: (u32, u32), time_ms: u64, message: &str) -> CaseGrade {
    CaseGrade {
        id: id.to_owned(),
        group: id.rsplit_once('/').map_or("", |(group, _)| group).to_owned(),
        sample: id.starts_with("sample/"),
        verdict,
        points: Points::whole(points.0),
        max: Points::whole(points.1),
        cost: time_ms * assay_challenge::UNITS_PER_MS,
        time_ms,
        memory_bytes: 12 << 20,
        output_bytes: 20,
        reference_cost: None,
        message: message.to_owned(),
        hint: None,
        detail: None,
    }
}

fn excerpt(text: &str) -> Value {
    json!({ "text": text, "binary": false, "bytes": text.len(), "cut": false })
}

fn diff() -> Value {
    let piece = |text: &str, differs: bool| json!({ "text": text, "differs": differs });
    json!({ "first": "line 2, token 3", "cut": true, "lines": [
        { "side": "both", "expected_line": 1, "actual_line": 1, "pieces": [piece("allow 1", false)] },
        { "side": "expected", "expected_line": 2, "actual_line": null,
          "pieces": [piece("allow 2 ", false), piece("3", true)] },
        { "side": "actual", "expected_line": null, "actual_line": 2,
          "pieces": [piece("allow 2 ", false), piece("4  ", true)] },
    ]})
}

fn detail(end: &Value, diff: &Value, stderr: &str) -> Option<crate::CaseDetail> {
    serde_json::from_value(json!({
        "end": end, "input": excerpt("3 1\n1 2 3\n"), "expected": excerpt("allow 1\nallow 2 3\n"),
        "stdout": excerpt("allow 1\nallow 2 4  \n"), "stderr": excerpt(stderr), "diff": diff, "judge_message": null,
    }))
    .ok()
}

/// Quadratic growth beside a reference that is linear.
fn growth() -> GrowthGrade {
    let points = |cost: fn(u64) -> u64| -> Vec<GrowthPoint> {
        let sizes = (5..=12).map(|power| 1 << power);
        sizes.map(|size| GrowthPoint { size, cost: cost(size), memory_bytes: (12 << 20) + size * 4096 }).collect()
    };
    let program = "submissions/accepted/solution.py".to_owned();
    let reference = GrowthReference::of(program, "python".to_owned(), points(|n| 650_000 + 400 * n));
    let stopped = GrowthStop { size: 8192, verdict: Some(Verdict::TLE) };
    GrowthGrade::of(points(|n| 650_000 + 300 * n + 90 * n * n), Some(stopped), Some(reference))
}

/// A Python submission that fails in two ways.
pub(crate) fn grade() -> Grade {
    let mut wrong = case("secret/edge/01-ties", Verdict::WA, (0, 30), 240, "line 2, token 3: expected 3, got 4");
    wrong.hint = Some("What if two events happen at once?".to_owned());
    wrong.detail = detail(&json!({ "how": "exit", "code": 0 }), &diff(), "");
    let mut slow = case("secret/large/02-burst", Verdict::TLE, (0, 0), 2000, "used all of 2.00 s of virtual time");
    slow.memory_bytes = 201 << 20;
    let backtrace = ["refill", "main"];
    let mut broken = case("secret/large/03-many", Verdict::RTE, (0, 0), 31, "trapped: out of bounds memory access");
    broken.detail = detail(
        &json!({ "how": "trap", "message": "out of bounds memory access", "backtrace": backtrace }),
        &Value::Null,
        "Traceback (most recent call last):\n\x1b[1mIndexError\x1b[0m\n",
    );
    if let Some(detail) = &mut broken.detail {
        let step = |number: u64, call: &str, came: Option<&str>, agrees: bool| json!({ "number": number, "call": call, "expected": "-1", "came": came, "agrees": agrees });
        let steps = [step(0, "LruCache(2)", Some("nothing"), true), step(1, "get(2)", None, false)];
        let trace = json!({ "steps": steps, "total": 9, "shortest": [step(1, "get(1)", Some("7"), false)] });
        detail.trace = serde_json::from_value(trace).ok();
    }
    let mut cases = vec![
        case("sample/01-tiny", Verdict::AC, (0, 0), 12, ""),
        case("secret/basic/01-one", Verdict::AC, (30, 30), 14, ""),
        wrong,
        case("secret/large/01-even", Verdict::AC, (30, 30), 1430, ""),
        slow,
        broken,
        case("secret/large/04-rest", Verdict::SK, (0, 0), 0, ""),
    ];
    cases[3].reference_cost = Some(6_000_000_000);
    serde_json::from_value(json!({
        "schema": crate::SCHEMA,
        "challenge": { "id": "token-bucket", "title": "Token-bucket rate limiter" },
        "submission": { "name": "solution.py", "bytes": 1234, "sha256": "ab".repeat(32),
            "source": "import sys\n\nfor line in sys.stdin:\n\tprint(line)\n" },
        "language": "python",
        "verdict": "WA",
        "score": { "points": 75, "max": 100, "correctness": 60, "correctness_max": 80, "efficiency": 15,
            "efficiency_max": 20, "cost_ratio_milli": 2345 },
        "limits": { "cost": 20_000_000_000_u64, "time_ms": 2000, "memory_bytes": 268_435_456, "output_bytes": 8_388_608 },
        "feedback": "verdict",
        "groups": [
            group("sample", "Samples", Verdict::AC, (1, 1), (0, 0)),
            group("secret", "Hidden cases", Verdict::WA, (2, 6), (60, 80)),
            group("secret/basic", "Basics", Verdict::AC, (1, 1), (30, 30)),
            group("secret/edge", "Edge cases", Verdict::WA, (0, 1), (0, 30)),
            group("secret/large", "Large inputs", Verdict::TLE, (1, 4), (30, 30)),
        ],
        "cases": cases,
        "growth": growth(),
        "tiers": { "cases": 2, "cost": 14_400_000_000_u64, "tiers": [
            { "name": "best", "cost": 6_000_000_000_u64, "stopped": false, "ratio_milli": 2400 },
            { "name": "brute force", "cost": 40_000_000_000_u64, "stopped": true, "ratio_milli": 360 },
        ]},
        "compile": { "ok": true, "message": "solution.py:3: warning: unused\n", "cost": 5, "memory_bytes": 6 },
        "profile": { "case": "secret/large/01-even", "sample": false, "verdict": "AC", "frames": "lines",
            "cost": 14_300_000_000_u64, "known": 14_000_000_000_u64, "nodes": [
            { "depth": 0, "name": "solution.py:4", "own": 1_000_000_000, "total": 14_000_000_000_u64 },
            { "depth": 1, "name": "solution.py:2 refill", "own": 13_000_000_000_u64, "total": 13_000_000_000_u64 },
        ]},
        "receipt": { "challenge": "1".repeat(64), "submission": "ab".repeat(32), "pack": format!("python {}", "2".repeat(64)),
            "other_packs": [format!("c {}", "3".repeat(64))], "engine": "assay 0.1.0, wasmtime 48.0.8",
            "settings": "4".repeat(64) },
        "audience": "interviewer",
    }))
    .expect("the sample is a grade")
}

/// The sample with `text` in every field that holds free text.
pub(crate) fn filled(text: &str) -> Grade {
    let mut value = serde_json::to_value(grade()).expect("a grade is JSON");
    fill(&mut value, "", text);
    serde_json::from_value(value).expect("still a grade")
}

fn fill(value: &mut Value, key: &str, text: &str) {
    const WORDS: [&str; 8] = ["verdict", "feedback", "audience", "side", "how", "class", "undecided", "frames"];
    const OPTIONAL: [&str; 3] = ["hint", "judge_message", "team_message"];
    match value {
        Value::String(old) if !WORDS.contains(&key) => text.clone_into(old),
        Value::Null if OPTIONAL.contains(&key) => *value = text.into(),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, key, text)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, field)| fill(field, key, text)),
        _ => {}
    }
}
