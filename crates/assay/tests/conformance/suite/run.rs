//! Running one program of the suite through the public library, and comparing what came of it with the table.

use std::sync::Arc;

use assay::{Attempt, Challenge, Grader, Submission, Verdict, failure};

use super::languages::Spoken;
use super::row::{Errors, Output, Row, Scale};

/// What must not reach a candidate: our own files and folders.
const OURS: [&str; 4] = ["/tmp/", "/dev/shm/", "app.py", "/packs/"];

/// A grader, and a challenge whose limits are set for every run.
#[derive(Clone)]
pub(crate) struct Bench {
    grader: Grader,
    challenge: Challenge,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Bench {
    /// A bench on which `grader` runs programs.
    pub(crate) fn open(grader: Grader) -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("conformance");
        std::fs::create_dir_all(root.join("data/secret"))?;
        std::fs::write(root.join("challenge.toml"), "id = \"conformance\"\ntitle = \"Conformance\"\n")?;
        std::fs::write(root.join("statement.md"), "Behave as the table says.\n")?;
        std::fs::write(root.join("data/secret/01-only.in"), "")?;
        std::fs::write(root.join("data/secret/01-only.ans"), "")?;
        Ok(Self { grader, challenge: assay::load(&root)? })
    }

    /// The same bench with another challenge's randomness.
    pub(crate) fn seeded(&self, id: &str) -> Self {
        Self { challenge: Challenge { id: id.to_owned(), ..self.challenge.clone() }, ..self.clone() }
    }

    /// Runs `row`'s program as `language` has it, at one of its sizes.
    pub(crate) async fn attempt(&self, language: &Spoken, row: &Row, scale: &Scale) -> Result<Attempt, Failure> {
        let path = language.path(row.program);
        let source = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let submission = Submission::new(&language.file(row.program), language.info.language.clone(), source);
        let mut challenge = self.challenge.clone();
        challenge.allowance.time_ms = scale.time_ms;
        challenge.allowance.memory = scale.memory;
        challenge.allowance.output = scale.output;
        // A loaded machine must not decide.
        challenge.allowance.wall_ms = Some(3_600_000);
        Ok(self.grader.attempt(&Arc::new(challenge), &submission, (row.input)(scale.n), |_| {}).await?)
    }
}

/// The judge's word for an attempt that `row` describes, and what the judge says of it.
pub(crate) fn verdict(row: &Row, scale: &Scale, attempt: &Attempt) -> (Verdict, String) {
    let Some(outcome) = &attempt.outcome else {
        return (Verdict::CE, attempt.compilation.message.clone());
    };
    match failure(outcome, &attempt.limits) {
        Some(judgement) => (judgement.verdict, judgement.message),
        None if prints(row, scale, &outcome.stdout.bytes) => (Verdict::AC, String::new()),
        None => (Verdict::WA, String::new()),
    }
}

/// What in an attempt is not as `row` says, if anything.
pub(crate) fn complaint(row: &Row, scale: &Scale, language: &Spoken, attempt: &Attempt) -> Option<String> {
    let nothing = assay::Captured::default();
    let (stdout, stderr) = attempt.outcome.as_ref().map_or((&nothing, &nothing), |o| (&o.stdout, &o.stderr));
    let said = if attempt.compilation.ok { shown(&stderr.bytes) } else { attempt.compilation.message.clone() };
    let (verdict, message) = verdict(row, scale, attempt);
    if verdict != row.verdict || !message.contains(row.says) {
        let printed = shown(&stdout.bytes);
        let (word, says) = (row.verdict, row.says);
        return Some(format!("{verdict} {message:?}, not {word} {says:?}; printed {printed:.200?}, said {said:.600?}"));
    }
    if !prints(row, scale, &stdout.bytes) {
        return Some(format!("printed {:.200?}", shown(&stdout.bytes)));
    }
    if let Some(ours) = OURS.iter().find(|ours| said.contains(*ours)) {
        return Some(format!("shows {ours:?}, which is ours: {said:.600?}"));
    }
    match row.stderr {
        Errors::Any => None,
        Errors::Text(text) => (said != text && row.verdict != Verdict::CE).then(|| format!("said {said:.600?}")),
        Errors::Marked(words) => {
            let places = marked(language, row.program);
            let named = said.contains(words) && places.iter().any(|place| said.contains(place));
            (!named).then(|| format!("neither {words:?} nor one of {places:?} may be missing in {said:.600?}"))
        }
    }
}

/// The place of the line marked HERE, in the ways the language writes it.
fn marked(language: &Spoken, program: &str) -> Vec<String> {
    let source = std::fs::read_to_string(language.path(program)).unwrap_or_default();
    let line = source.lines().position(|line| line.contains("HERE")).map_or(0, |before| before + 1);
    language.places(&language.file(program), line)
}

fn prints(row: &Row, scale: &Scale, printed: &[u8]) -> bool {
    match row.stdout {
        Output::Text(text) => printed == text.as_bytes(),
        Output::Input => printed == (row.input)(scale.n),
        Output::Made(make) => printed == make(scale.n),
        Output::Over(line) => {
            !printed.is_empty() && printed.chunks(line.len()).all(|chunk| line.as_bytes().starts_with(chunk))
        }
        Output::Draws(count) => {
            let text = String::from_utf8_lossy(printed);
            let numbers: Option<Vec<u32>> = text.split_whitespace().map(|word| word.parse().ok()).collect();
            numbers.is_some_and(|numbers| numbers.len() == count && numbers.iter().all(|&n| n < 1_000_000))
        }
    }
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
