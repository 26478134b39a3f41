//! From the outcome of a run to the judge's word for it.

use assay_challenge::{ByteSize, Checker, End, Limits, Outcome, UNITS_PER_MS, Usage, Verdict};

use crate::check::{Finding, Spread, check};
use crate::diff::Ends;
use crate::quote::{quote, visible};
use crate::{Diff, Trace};

/// What the judge says of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The judge's word.
    pub verdict: Verdict,
    /// The part of the case's points that is earned, in thousandths: 0 to 1000.
    pub share_milli: u32,
    /// One line that says why; empty where all is well.
    pub message: String,
    /// Expected answer against output, for a wrong one.
    pub diff: Option<Diff>,
    /// What a program checker said for the setter's eyes.
    pub judge_message: Option<String>,
    /// What a program checker said for the candidate's eyes.
    pub team_message: Option<String>,
    /// The calls that were made, where the submission is no whole program.
    pub trace: Option<Trace>,
}

impl Judgement {
    /// All is well.
    pub fn accepted() -> Self {
        Self { verdict: Verdict::AC, share_milli: 1000, ..Self::failed(Verdict::AC, String::new()) }
    }

    pub(crate) fn failed(verdict: Verdict, message: String) -> Self {
        Self { verdict, share_milli: 0, message, diff: None, judge_message: None, team_message: None, trace: None }
    }
}

/// Judges a run by comparing what it printed with `answer`.
///
/// Every checker but [`Checker::Program`] is judged here; a program has to be run, and
/// [`judge_by_program`](crate::judge_by_program) reads what came of it. Given one all the same, the verdict is `JE`.
pub fn judge(checker: &Checker, outcome: &Outcome, limits: &Limits, answer: &[u8]) -> Judgement {
    if let Some(failed) = failure(outcome, limits) {
        return failed;
    }
    let output = outcome.stdout.bytes.as_slice();
    let difference = match check(checker, answer, output) {
        Finding::Agrees => return Judgement::accepted(),
        Finding::Broken(why) => return Judgement::failed(Verdict::JE, why),
        Finding::Differs(difference) => difference,
    };
    let diff = match difference.spread {
        Spread::From { expected, actual } => {
            let ends = if *checker == Checker::Exact { Ends::Exact } else { Ends::Forgiven };
            let agree = |expected: &[u8], actual: &[u8]| check(checker, expected, actual) == Finding::Agrees;
            Diff::between(answer, output, difference.place, (expected, actual), ends, &agree)
        }
        Spread::Lists { missing, extra } => {
            Diff::of_lists(difference.place, numbered(answer, &missing), numbered(output, &extra))
        }
    };
    Judgement { diff: Some(diff), ..Judgement::failed(Verdict::WA, difference.message) }
}

/// The lines of `bytes` that have these numbers, which rise.
fn numbered<'a>(bytes: &'a [u8], numbers: &'a [usize]) -> impl Iterator<Item = (usize, &'a [u8])> {
    let lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end).enumerate();
    lines.filter(|(n, _)| numbers.binary_search(n).is_ok())
}

/// The judgement of a run that failed by itself, before any comparing; `None` if it ended well.
pub fn failure(outcome: &Outcome, limits: &Limits) -> Option<Judgement> {
    let (verdict, message) = match &outcome.end {
        End::Exit { code: 0 } if !outcome.stdout.is_cut() => return None,
        End::OutputLimit | End::Exit { code: 0 } => {
            (Verdict::OLE, format!("wrote more than the {} allowed", ByteSize::new(limits.stdout).rounded()))
        }
        End::Exit { code } => (Verdict::RTE, format!("exit code {code}{}", last_words(outcome))),
        End::Trap { message, backtrace } => {
            let place = backtrace.first().map_or_else(String::new, |f| format!(", in {}", quote(f.as_bytes())));
            (Verdict::RTE, format!("{}{place}", visible(message.trim().as_bytes(), 160)))
        }
        End::StackOverflow { .. } => (Verdict::RTE, "call stack exhausted".to_owned()),
        End::CostLimit => {
            let time = Usage { cost: limits.cost, memory: 0 }.time_ms();
            (Verdict::TLE, format!("used its {} units ({time} ms virtual)", limits.cost))
        }
        End::MemoryLimit { asked } => {
            let [asked, allowed] = [*asked, limits.memory].map(|bytes| ByteSize::new(bytes).rounded());
            (Verdict::MLE, format!("asked for {asked} in all; {allowed} allowed"))
        }
        End::WallLimit => (
            Verdict::TLE,
            format!(
                "stopped by the wall-clock net after {} ms; this is not judged by cost ({} of {} ms virtual used)",
                limits.wall_ms,
                outcome.usage.time_ms(),
                limits.cost / UNITS_PER_MS
            ),
        ),
    };
    Some(Judgement::failed(verdict, message))
}

/// The last line of standard error, which is where most languages say what went wrong; some say it above a trace.
pub(crate) fn last_words(outcome: &Outcome) -> String {
    let lines: Vec<&[u8]> = outcome.stderr.bytes.split(|&byte| byte == b'\n').collect();
    if let Some(line) = [above_gos_trace, above_javas_trace, above_rubys_trace].iter().find_map(|find| find(&lines)) {
        return format!(": {}", visible(line.trim_ascii(), 120));
    }
    match lines.into_iter().map(<[u8]>::trim_ascii).rfind(|line| !line.is_empty()) {
        Some(line) if !outcome.stderr.is_cut() => format!(": {}", visible(line, 120)),
        _ => String::new(),
    }
}

/// Why Go's runtime ended a program: the line it writes before the trace of the goroutine.
fn above_gos_trace<'a>(lines: &[&'a [u8]]) -> Option<&'a [u8]> {
    let reason = lines.iter().position(|line| line.starts_with(b"panic: ") || line.starts_with(b"fatal error: "))?;
    lines[reason..].iter().any(|line| line.starts_with(b"goroutine ")).then(|| lines[reason])
}

/// What a thread of Java threw and nobody caught.
fn above_javas_trace<'a>(lines: &[&'a [u8]]) -> Option<&'a [u8]> {
    let begins = b"Exception in thread \"main\" ";
    let reason = lines.iter().rposition(|line| line.starts_with(begins))?;
    lines[reason..].iter().any(|line| line.starts_with(b"\tat ")).then(|| &lines[reason][begins.len()..])
}

/// What Ruby raised and nobody rescued: `file:line:in 'method': message (Class)`, above the source line or the callers.
fn above_rubys_trace<'a>(lines: &[&'a [u8]]) -> Option<&'a [u8]> {
    let is_reason = |line: &[u8]| {
        let text = String::from_utf8_lossy(line);
        let class = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, class)| class);
        let named = class.is_some_and(|class| class.chars().all(|c| c.is_alphanumeric() || matches!(c, ':' | '_')));
        named && !text.starts_with(char::is_whitespace) && text.contains(":in '") && text.contains("': ")
    };
    lines.iter().rfind(|line| is_reason(line)).copied()
}
