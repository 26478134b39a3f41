//! What a case is made of: its input and expected answer, read or generated.

use assay_challenge::{Answer, Case, Challenge, Input};
use bytes::Bytes;

use crate::cast::Cast;
use crate::{Grader, GradingError};

/// A case's input and expected answer.
pub(crate) struct Material {
    pub(crate) input: Bytes,
    pub(crate) answer: Bytes,
    /// Units the reference solution needs, where efficiency is scored.
    pub(crate) reference_cost: Option<u64>,
}

impl Material {
    /// Reads or makes what `case` needs.
    pub(crate) async fn of(
        grader: &Grader,
        challenge: &Challenge,
        cast: &Cast,
        case: &Case,
    ) -> Result<Self, GradingError> {
        let input = match (&case.input, &cast.generator) {
            (Input::File(path), _) => read(challenge, path)?,
            (Input::Generated(path), Some(generator)) => generator.output(grader, read(challenge, path)?).await?.0,
            (Input::Generated(path), None) => return Err(no_generator(path)),
        };
        let answer = match (&case.answer, &cast.answers) {
            (Answer::File(path), _) => read(challenge, path)?,
            (Answer::Computed, Some(answers)) => answers.output(grader, input.clone()).await?.0,
            (Answer::Computed, None) => return Err(no_generator(&case.id)),
        };
        let reference_cost = match &cast.reference {
            Some(reference) if !case.is_sample() => Some(reference.output(grader, input.clone()).await?.1),
            _ => None,
        };
        Ok(Self { input, answer, reference_cost })
    }
}

fn no_generator(what: impl AsRef<std::path::Path>) -> GradingError {
    let message = "the case is generated, and the challenge has no generator".to_owned();
    GradingError::ChallengeProgram { program: what.as_ref().to_owned(), message }
}

fn read(challenge: &Challenge, path: &std::path::Path) -> Result<Bytes, GradingError> {
    let path = challenge.root.join(path);
    std::fs::read(&path).map(Bytes::from).map_err(|error| GradingError::Read { path, error })
}
