//! What it takes to run a grade again, and what makes runs repeat.

use assay_challenge::{Challenge, Fingerprint};
use assay_reporter::Receipt;
use assay_runner::Source;

use crate::{Grader, Submission};

/// Changing this word changes every submission's randomness.
const SEED: &[u8] = b"assay-1";

/// Where the randomness of one case's run comes from.
pub(crate) fn seed(challenge: &str, case: &str) -> u64 {
    Fingerprint::of([SEED, challenge.as_bytes(), case.as_bytes()]).seed()
}

/// The receipt of one grade. What Assay adds to the submission's files counts among the settings.
pub(crate) fn of(
    grader: &Grader,
    challenge: &Challenge,
    (submission, source): (&Submission, &Source),
    pack: String,
    others: &[String],
) -> Receipt {
    let ours = source.files.iter().filter(|(name, _)| submission.files.iter().all(|(own, _)| own != name));
    let settings = Fingerprint::of([grader.settings()]);
    let settings = ours.fold(settings, |fingerprint, (name, content)| fingerprint.and(name).and(content));
    Receipt {
        challenge: challenge.hash.clone(),
        submission: submission.sha256(),
        other_packs: others.iter().filter(|other| **other != pack).cloned().collect(),
        pack,
        engine: grader.engine().version(),
        settings: settings.hex(),
    }
}
