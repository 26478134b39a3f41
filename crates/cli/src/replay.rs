//! `assay replay`: grading again to show that a stored grade is what its receipt says, or what has changed.

use assay::{Audience, CaseGrade, Grade, GradeOptions, Receipt, redact};

use crate::answer::Answer;
use crate::arguments::Replay as Arguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// Differing cases that are listed.
const LISTED: usize = 20;

/// Grades again and compares.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let stored = input::grade(&arguments.grade).await?;
    let challenge = input::challenge(&arguments.challenge)?;
    let grader = session.grader(arguments.jobs)?;
    let language = assay::Language::new(&stored.language);
    input::known(&grader, language.as_ref())?;
    let mut submission = input::submission(&grader, &arguments.submission, language.as_ref()).await?;
    // A ranking names submissions by more than their file name, and standard input has none.
    submission.name.clone_from(&stored.submission.name);
    let mut display = session.display();
    display.about(&submission.name);
    let again =
        grader.grade_with(&challenge, &submission, GradeOptions::default(), |event| display.note(&event)).await?;
    drop(display);
    let again = if stored.audience == Audience::Candidate { redact(&again) } else { again };
    Ok(compare(&stored, &again))
}

/// `identical`, or which input of the receipt differs, or which cases do.
fn compare(stored: &Grade, again: &Grade) -> Answer {
    if stored.to_json() == again.to_json() {
        return Answer::new("identical\n", Exit::Good);
    }
    let mut lines = receipt_differences(&stored.receipt, &again.receipt);
    if lines.is_empty() {
        lines.push("different, though every input in the receipt is the same".to_owned());
        lines.extend(case_differences(&stored.cases, &again.cases));
        if lines.len() == 1 {
            lines.push(format!("  outside the cases: {}", other_keys(stored, again).join(", ")));
        }
    } else {
        lines.insert(0, "different, because the inputs are:".to_owned());
        if stored.verdict != again.verdict || stored.score.points != again.score.points {
            let of = |grade: &Grade| format!("{} with {} points", grade.verdict, grade.score.points);
            lines.push(format!("now {}, then {}", of(again), of(stored)));
        } else {
            lines.push("verdict and points are the same".to_owned());
        }
    }
    Answer::new(lines.join("\n") + "\n", Exit::Bad)
}

fn receipt_differences(then: &Receipt, now: &Receipt) -> Vec<String> {
    let (others_then, others_now) = (then.other_packs.join(", "), now.other_packs.join(", "));
    let inputs = [
        ("challenge", &then.challenge, &now.challenge),
        ("submission", &then.submission, &now.submission),
        ("pack", &then.pack, &now.pack),
        ("other packs", &others_then, &others_now),
        ("engine", &then.engine, &now.engine),
        ("settings", &then.settings, &now.settings),
    ];
    let differing = inputs.into_iter().filter(|(_, then, now)| then != now);
    differing.map(|(name, then, now)| format!("  {name}: was {}, is {}", short(then), short(now))).collect()
}

/// Enough of a hash to tell it from another; other text as it is.
fn short(text: &str) -> String {
    if text.is_empty() {
        return "nothing".to_owned();
    }
    let hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hash { text[..12].to_owned() } else { text.to_owned() }
}

fn case_differences(then: &[CaseGrade], now: &[CaseGrade]) -> Vec<String> {
    let mut lines = Vec::new();
    for new in now {
        match then.iter().find(|old| old.id == new.id) {
            Some(old) if old == new => {}
            Some(old) => lines.push(case_difference(old, new)),
            None => lines.push(format!("  {}: is new", new.id)),
        }
    }
    let gone = then.iter().filter(|old| now.iter().all(|new| new.id != old.id));
    lines.extend(gone.map(|old| format!("  {}: is gone", old.id)));
    if lines.len() > LISTED {
        let more = lines.len() - LISTED;
        lines.truncate(LISTED);
        lines.push(format!("  and {more} more"));
    }
    lines
}

fn case_difference(old: &CaseGrade, new: &CaseGrade) -> String {
    let numbers = [
        ("cost", old.cost, new.cost),
        ("memory", old.memory_bytes, new.memory_bytes),
        ("output", old.output_bytes, new.output_bytes),
        ("points", old.points.milli(), new.points.milli()),
    ];
    let mut parts = Vec::new();
    if old.verdict != new.verdict {
        parts.push(format!("was {}, is {}", old.verdict, new.verdict));
    }
    let differing = numbers.into_iter().filter(|(_, old, new)| old != new);
    parts.extend(differing.map(|(name, old, new)| format!("{name} was {old}, is {new}")));
    if parts.is_empty() {
        parts.push("its details differ".to_owned());
    }
    format!("  {}: {}", new.id, parts.join("; "))
}

/// The keys of two grades whose values differ.
fn other_keys(then: &Grade, now: &Grade) -> Vec<String> {
    let value = |grade: &Grade| serde_json::to_value(grade).unwrap_or_default();
    let (then, now) = (value(then), value(now));
    let keys = now.as_object().into_iter().flatten();
    keys.filter(|(key, new)| then.get(key) != Some(new)).map(|(key, _)| key.clone()).collect()
}
