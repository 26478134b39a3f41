//! A candidate's copy holds nothing of a hidden case beyond the level the setter chose.

use assay_challenge::{End, Feedback, Verdict};
use assay_reporter::{
    Audience, CaseDetail, CaseGrade, CaseLimits, ChallengeSummary, CompileGrade, Diff, DiffLine, Excerpt, FrameKind,
    Grade, GroupGrade, GrowthGrade, GrowthPoint, GrowthReference, Piece, Points, Profile, ProfileNode, Receipt, SCHEMA,
    Score, Side, SubmissionSummary, TierGrade, TiersGrade, Trace, TraceStep, redact,
};
use proptest::prelude::*;

use crate::limits;

/// A number no other field has, planted in every hidden number.
const NUMBER: u64 = 987_654_321;

/// A grade with a sample and two hidden cases, where every text of a hidden case holds `marker` and its field's name.
pub(crate) fn grade(marker: &str) -> Grade {
    let group = |id: &str, sample| GroupGrade {
        id: id.to_owned(),
        title: id.to_owned(),
        sample,
        verdict: Verdict::WA,
        points: Points::from_milli(500),
        max: Points::whole(1),
        accepted: 0,
        cases: 2,
    };
    Grade {
        schema: SCHEMA.to_owned(),
        challenge: ChallengeSummary { id: "x".to_owned(), title: "X".to_owned() },
        submission: SubmissionSummary {
            name: "main.py".to_owned(),
            bytes: 8,
            sha256: "00".to_owned(),
            source: "print(1)".to_owned(),
        },
        language: "python".to_owned(),
        verdict: Verdict::WA,
        score: Score {
            points: Points::from_milli(500),
            max: Points::whole(1),
            correctness: Points::from_milli(500),
            correctness_max: Points::whole(1),
            efficiency: Points::ZERO,
            efficiency_max: Points::ZERO,
            growth: None,
            growth_max: None,
            cost_ratio_milli: Some(NUMBER),
        },
        limits: CaseLimits::from(&limits()),
        feedback: Feedback::Verdict,
        groups: vec![group("sample", true), group("secret", false)],
        cases: vec![
            case("sample", "shown", Verdict::WA, 17),
            case("secret", marker, Verdict::WA, NUMBER),
            case("secret", marker, Verdict::RTE, NUMBER),
        ],
        growth: Some(growth(marker)),
        tiers: Some(TiersGrade {
            cases: 1,
            cost: NUMBER,
            tiers: vec![TierGrade {
                name: "best".to_owned(),
                cost: NUMBER,
                stopped: false,
                ratio_milli: NUMBER,
                marks: None,
            }],
        }),
        compile: Some(CompileGrade { ok: true, message: "a warning".to_owned(), cost: 1, memory_bytes: 1 }),
        profile: Some(Profile {
            case: format!("secret/01-{marker}-id"),
            sample: false,
            verdict: Verdict::AC,
            frames: FrameKind::Lines,
            cost: NUMBER,
            known: NUMBER,
            nodes: vec![ProfileNode { depth: 0, name: format!("{marker}-profile"), own: NUMBER, total: NUMBER }],
        }),
        receipt: Receipt {
            challenge: "c".to_owned(),
            submission: "s".to_owned(),
            pack: "p".to_owned(),
            other_packs: Vec::new(),
            engine: "e".to_owned(),
            settings: "t".to_owned(),
        },
        audience: Audience::Interviewer,
    }
}

fn growth(marker: &str) -> GrowthGrade {
    let points = vec![GrowthPoint { size: NUMBER, cost: NUMBER, memory_bytes: NUMBER }];
    let reference = GrowthReference::of(format!("{marker}-program"), "python".to_owned(), points.clone());
    GrowthGrade::of(points, None, Some(reference))
}

fn case(group: &str, marker: &str, verdict: Verdict, number: u64) -> CaseGrade {
    let text = |field: &str| format!("{marker}-{field}");
    let excerpt = |field: &str| Excerpt { text: text(field), binary: false, bytes: number, cut: false };
    let piece = Piece { text: text("piece"), differs: true };
    let line = DiffLine { side: Side::Expected, expected_line: Some(number), actual_line: None, pieces: vec![piece] };
    let end = match verdict {
        Verdict::RTE => End::Trap { message: text("trap"), backtrace: vec![text("frame")] },
        _ => End::Exit { code: 0 },
    };
    let step = |field: &str| TraceStep {
        number,
        call: text(&format!("{field}-call")),
        expected: Some(text(&format!("{field}-expected"))),
        came: Some(text(&format!("{field}-came"))),
        agrees: false,
    };
    CaseGrade {
        id: format!("{group}/01-{}", text("id")),
        group: group.to_owned(),
        sample: group == "sample",
        verdict,
        points: Points::ZERO,
        max: Points::whole(1),
        cost: number,
        time_ms: number,
        memory_bytes: number,
        output_bytes: number,
        reference_cost: Some(number),
        message: text("message"),
        hint: Some(text("hint")),
        detail: Some(CaseDetail {
            end,
            input: excerpt("input"),
            expected: Some(excerpt("expected")),
            stdout: excerpt("stdout"),
            stderr: excerpt("stderr"),
            diff: Some(Diff { first: text("first"), lines: vec![line], cut: false }),
            judge_message: Some(text("judge")),
            team_message: Some(text("team")),
            trace: Some(Trace { steps: vec![step("step")], total: number, shortest: vec![step("shortest")] }),
        }),
    }
}

fn shown(marker: &str, feedback: Feedback) -> (Grade, String) {
    let redacted = redact(&Grade { feedback, ..grade(marker) });
    let json = redacted.to_json();
    (redacted, json)
}

/// The names of the fields whose marker is in `json`, once each.
fn leaked(json: &str, marker: &str) -> Vec<String> {
    let marker = format!("{marker}-");
    let name = |rest: &str| rest.chars().take_while(char::is_ascii_alphabetic).collect();
    let mut names: Vec<String> = json.split(&marker).skip(1).map(name).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn nothing_of_hidden_cases_is_left_at_none() {
    let (redacted, json) = shown("secret-marker", Feedback::None);
    assert_eq!(redacted.cases.len(), 1);
    assert_eq!(redacted.groups.iter().map(|group| group.id.as_str()).collect::<Vec<_>>(), ["sample"]);
    assert!(!json.contains("secret"), "{json}");
    assert_eq!((redacted.verdict, redacted.score.points), (Verdict::WA, Points::from_milli(500)));
}

#[test]
fn hidden_cases_are_numbers_and_verdicts_at_verdict() {
    let (redacted, _) = shown("marker", Feedback::Verdict);
    let hidden = &redacted.cases[1..];
    assert_eq!(hidden.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["hidden 1", "hidden 2"]);
    assert_eq!(hidden.iter().map(|case| case.verdict).collect::<Vec<_>>(), [Verdict::WA, Verdict::RTE]);
    assert!(hidden.iter().all(|case| case.group == "secret" && case.detail.is_none() && case.message.is_empty()));
}

#[test]
fn hidden_cases_have_name_cost_hint_and_kind_of_failure_at_case_names() {
    let (redacted, json) = shown("marker", Feedback::CaseNames);
    assert_eq!(leaked(&json, "marker"), ["hint", "id", "team"]);
    let hidden = &redacted.cases[1];
    assert_eq!((hidden.cost, hidden.output_bytes), (NUMBER, 0));
    assert_eq!(hidden.message, "wrong answer: marker-team");
    assert_eq!(redacted.cases[2].message, "run-time error: marker-team");
}

#[test]
fn only_the_judges_message_is_gone_at_full() {
    let (redacted, json) = shown("marker", Feedback::Full);
    assert_eq!(
        leaked(&json, "marker"),
        [
            "expected", "first", "frame", "hint", "id", "input", "message", "piece", "shortest", "stderr", "stdout",
            "step", "team", "trap"
        ]
    );
    let whole = grade("marker");
    assert_eq!(redacted.cases[1].message, whole.cases[1].message);
}

#[test]
fn samples_compiler_source_and_receipt_stay_whole_at_every_level() {
    let whole = grade("marker");
    for feedback in [Feedback::None, Feedback::Verdict, Feedback::CaseNames, Feedback::Full] {
        let (redacted, json) = shown("marker", feedback);
        let mut sample = whole.cases[0].clone();
        sample.detail.as_mut().expect("it ran").judge_message = None;
        assert_eq!(redacted.cases[0], sample);
        assert!(!json.contains("shown-judge"));
        assert_eq!(redacted.compile, whole.compile);
        assert_eq!(redacted.submission, whole.submission);
        assert_eq!(redacted.receipt, whole.receipt);
        assert_eq!(redacted.audience, Audience::Candidate);
        assert_eq!(redact(&redacted), redacted, "a candidate's copy stays as it is");
    }
}

#[test]
fn the_kind_of_failure_may_be_an_exit_code_but_no_word_of_the_program() {
    let mut grade = Grade { feedback: Feedback::CaseNames, ..grade("marker") };
    let mut said = |end: End, verdict| {
        let case = &mut grade.cases[1];
        case.verdict = verdict;
        let detail = case.detail.as_mut().expect("it ran");
        (detail.end, detail.team_message) = (end, None);
        redact(&grade).cases[1].message.clone()
    };
    assert_eq!(said(End::Exit { code: 1 }, Verdict::RTE), "exit code 1");
    assert_eq!(said(End::StackOverflow { backtrace: Vec::new() }, Verdict::RTE), "call stack exhausted");
    assert_eq!(said(End::CostLimit, Verdict::TLE), "time limit exceeded");
    assert_eq!(said(End::MemoryLimit { asked: NUMBER }, Verdict::MLE), "memory limit exceeded");
    assert_eq!(said(End::Exit { code: 0 }, Verdict::JE), "judge error");
}

proptest! {
    #[test]
    fn no_marker_survives_where_it_is_not_allowed(marker in "[a-z]{12,20}") {
        for (feedback, allowed) in [
            (Feedback::None, &[][..]),
            (Feedback::Verdict, &[]),
            (Feedback::CaseNames, &["hint", "id", "team"]),
        ] {
            let (_, json) = shown(&marker, feedback);
            prop_assert_eq!(leaked(&json, &marker), allowed);
            let numbers = json.contains(&NUMBER.to_string());
            prop_assert_eq!(numbers, feedback == Feedback::CaseNames);
        }
        let judge = format!("{marker}-judge");
        prop_assert!(!shown(&marker, Feedback::Full).1.contains(&judge));
    }
}
