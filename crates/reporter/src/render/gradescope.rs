//! Gradescope's `results.json`: one test a case, and one for efficiency where it is scored or compared.

use assay_challenge::{Feedback, Verdict};
use serde_json::{Map, Value, json};

use super::escape::{visible, visible_lines};
use super::outline::{hidden_cases, score_split};
use super::tiers;
use crate::{Audience, CaseGrade, Grade};

/// The results of one submission. Of hidden cases, students see what the challenge's feedback allows.
pub(crate) fn results(grade: &Grade) -> Value {
    let mut tests: Vec<Value> = compiling(grade).into_iter().collect();
    let numbers = numbers(grade);
    tests.extend(grade.cases.iter().zip(numbers).map(|(case, number)| test(grade, case, number)));
    tests.extend(efficiency(grade));
    let mut results = json!({
        "score": grade.score.points,
        "output": summary(grade),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "leaderboard": [{ "name": "points", "value": grade.score.points }],
        "extra_data": {
            "challenge": grade.challenge.id,
            "submission": grade.submission.name,
            "language": grade.language,
            "verdict": grade.verdict,
            "receipt": grade.receipt,
        },
    });
    if grade.feedback >= Feedback::CaseNames {
        let sum = |of: fn(&CaseGrade) -> u64| grade.cases.iter().map(of).fold(0, u64::saturating_add);
        results["execution_time"] = seconds(sum(|case| case.time_ms)).into();
        results["leaderboard"] = json!([
            { "name": "points", "value": grade.score.points },
            { "name": "cost", "value": sum(|case| case.cost), "order": "asc" },
        ]);
    }
    results
}

/// How students see what says something of hidden cases.
fn hidden_visibility(grade: &Grade) -> &'static str {
    if grade.audience == Audience::Interviewer { "hidden" } else { "visible" }
}

#[allow(clippy::cast_precision_loss, reason = "Gradescope wants seconds as a floating-point number")]
fn seconds(ms: u64) -> f64 {
    ms as f64 / 1000.0
}

fn summary(grade: &Grade) -> String {
    let mut lines = vec![format!(
        "{} {}: {} of {} points",
        grade.verdict,
        grade.verdict.meaning(),
        grade.score.points,
        grade.score.max
    )];
    let (accepted, cases) = hidden_cases(grade);
    if grade.audience == Audience::Candidate && cases > 0 {
        lines.push(format!("{accepted} of {cases} hidden cases accepted"));
    }
    lines.join("\n")
}

/// `1.2` is the second case of the first group.
fn numbers<'a>(grade: &'a Grade) -> Vec<String> {
    let mut groups: Vec<(&str, usize)> = Vec::new();
    let number = |case: &'a CaseGrade| {
        let place = groups.iter().position(|(group, _)| *group == case.group).unwrap_or_else(|| {
            groups.push((&case.group, 0));
            groups.len() - 1
        });
        groups[place].1 += 1;
        format!("{}.{}", place + 1, groups[place].1)
    };
    grade.cases.iter().map(number).collect()
}

fn test(grade: &Grade, case: &CaseGrade, number: String) -> Value {
    let mut test = Map::new();
    test.insert("name".into(), visible(&case.id).into());
    test.insert("number".into(), number.into());
    match case.verdict {
        Verdict::AC => test.insert("status".into(), "passed".into()),
        // No result: it did not run, or the fault is ours.
        Verdict::SK | Verdict::JE => None,
        _ => test.insert("status".into(), "failed".into()),
    };
    if case.verdict != Verdict::JE {
        test.insert("score".into(), json!(case.points));
        test.insert("max_score".into(), json!(case.max));
    }
    test.insert("output".into(), output(case).into());
    test.insert("output_format".into(), "text".into());
    test.insert("tags".into(), json!([case.verdict]));
    test.insert("visibility".into(), if case.sample { "visible" } else { hidden_visibility(grade) }.into());
    Value::Object(test)
}

fn output(case: &CaseGrade) -> String {
    let mut lines = vec![format!("{} {}", case.verdict, case.verdict.meaning())];
    if !case.message.is_empty() {
        lines.push(visible(&case.message).into_owned());
    }
    lines.extend(case.hint.iter().map(|hint| format!("hint: {}", visible(hint))));
    let team = case.detail.as_ref().and_then(|detail| detail.team_message.as_deref());
    lines.extend(team.into_iter().flat_map(visible_lines));
    lines.join("\n")
}

fn compiling(grade: &Grade) -> Option<Value> {
    let compile = grade.compile.as_ref()?;
    let output: Vec<String> = visible_lines(&compile.message).collect();
    Some(json!({
        "name": "compiling",
        "number": "0",
        "status": if compile.ok { "passed" } else { "failed" },
        "output": output.join("\n"),
        "output_format": "text",
        "visibility": "visible",
    }))
}

fn efficiency(grade: &Grade) -> Option<Value> {
    let (score, split) = (&grade.score, score_split(&grade.score));
    let between = grade.tiers.iter().map(|between| format!("{}: {}", tiers::caption(between), tiers::words(between)));
    let output: Vec<String> = split.iter().cloned().chain(between).collect();
    let mut test = json!({
        "name": "efficiency",
        "output": output.join("\n"),
        "output_format": "text",
        "visibility": hidden_visibility(grade),
    });
    if split.is_some() {
        test["score"] = json!(score.efficiency);
        test["max_score"] = json!(score.efficiency_max);
    }
    Some(test).filter(|_| !output.is_empty())
}
