//! What a case is made of: its input and expected answer, read or generated.

use std::path::Path;

use assay_challenge::{Answer, Call, Case, Challenge, Growth, Input, Interface, Limits};
use assay_runner::{Job, Program};
use bytes::Bytes;

use crate::cast::Cast;
use crate::growth::GrowthCast;
use crate::player::Given;
use crate::{Grader, GradingError, calling};

/// A case's input and expected answer.
pub(crate) struct Material {
    /// Standard input; of a call, its arguments as JSON.
    pub(crate) input: Bytes,
    /// What must be printed; of a call, what must come of it as JSON. Absent where nobody knows.
    pub(crate) answer: Option<Bytes>,
    /// The call, with what must come of it, where the submission is a function or class.
    pub(crate) call: Option<Call>,
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
            (Input::File(path) | Input::Call { file: path, .. }, _) => read(challenge, path)?,
            (Input::Generated(path), Some(generator)) => {
                generator.output(grader, Given::Stdin(&read(challenge, path)?)).await?
            }
            (Input::Generated(path), None) => return Err(no_generator(path)),
        };
        if let Some(interface) = &challenge.interface {
            return Self::of_call(grader, challenge, cast, case, (interface, &input)).await;
        }
        let answer = match (&case.answer, &cast.answers) {
            (Answer::File(path), _) => read(challenge, path)?,
            (Answer::Computed, Some(answers)) => answers.output(grader, Given::Stdin(&input)).await?,
            (Answer::Computed | Answer::InCall, _) => return Err(no_generator(&case.id)),
        };
        Ok(Self { input, answer: Some(answer), call: None })
    }

    /// Makes an input of a size, and what must come of it where there is a program that knows.
    pub(crate) async fn of_size(
        grader: &Grader,
        challenge: &Challenge,
        growth: &Growth,
        cast: &GrowthCast,
        size: u64,
    ) -> Result<Self, GradingError> {
        let spec = Bytes::from(growth.input_of(size));
        let input = cast.generator.output(grader, Given::Stdin(&spec)).await?;
        let Some(interface) = &challenge.interface else {
            let answer = match &cast.answers {
                Some(answers) => Some(answers.output(grader, Given::Stdin(&input)).await?),
                None => None,
            };
            return Ok(Self { input, answer, call: None });
        };
        let broken =
            |program: &Path, message: String| GradingError::ChallengeProgram { program: program.into(), message };
        let call = Call::from_generated_json(&input, interface);
        let mut call = call.map_err(|mistake| broken(cast.generator.path(), mistake.to_string()))?;
        if let Some(answers) = &cast.answers {
            let log = answers.output(grader, Given::Call(&call)).await?;
            call = calling::answered(interface, &call, &log).map_err(|message| broken(answers.path(), message))?;
        }
        let answer = cast.answers.as_ref().map(|_| Bytes::from(format!("{}\n", call.expected_json(interface))));
        Ok(Self { input, answer, call: Some(call) })
    }

    /// What one of the setter's solutions is run on.
    pub(crate) fn given(&self) -> Given<'_> {
        self.call.as_ref().map_or(Given::Stdin(&self.input), Given::Call)
    }

    /// The run of a submission on it.
    pub(crate) fn job(&self, program: &Program, seed: u64, limits: Limits) -> Job {
        match &self.call {
            Some(call) => calling::job(program.clone(), call, seed, limits),
            None => Job {
                program: program.clone(),
                stdin: self.input.clone(),
                arguments: Vec::new(),
                files: Vec::new(),
                writable: None,
                seed,
                limits,
            },
        }
    }

    async fn of_call(
        grader: &Grader,
        challenge: &Challenge,
        cast: &Cast,
        case: &Case,
        (interface, bytes): (&Interface, &[u8]),
    ) -> Result<Self, GradingError> {
        let broken = |message: String| GradingError::ChallengeProgram { program: case_file(case), message };
        let mut call = case.call(bytes, interface).map_err(|mistake| broken(mistake.to_string()))?;
        if case.answer == Answer::Computed {
            let answers = cast.answers.as_ref().ok_or_else(|| no_generator(&case.id))?;
            let log = answers.output(grader, Given::Call(&call)).await?;
            let path = challenge.generator.as_ref().map(|generator| generator.answers.clone()).unwrap_or_default();
            call = calling::answered(interface, &call, &log)
                .map_err(|message| GradingError::ChallengeProgram { program: path, message })?;
        }
        let input = Bytes::from(format!("{}\n", calling::question(&call).to_json(interface)));
        let answer = Bytes::from(format!("{}\n", call.expected_json(interface)));
        Ok(Self { input, answer: Some(answer), call: Some(call) })
    }
}

fn case_file(case: &Case) -> std::path::PathBuf {
    match &case.input {
        Input::File(path) | Input::Generated(path) | Input::Call { file: path, .. } => path.clone(),
    }
}

fn no_generator(what: impl AsRef<Path>) -> GradingError {
    let message = "the case is generated, and the challenge has no generator".to_owned();
    GradingError::ChallengeProgram { program: what.as_ref().to_owned(), message }
}

fn read(challenge: &Challenge, path: &Path) -> Result<Bytes, GradingError> {
    let path = challenge.root.join(path);
    std::fs::read(&path).map(Bytes::from).map_err(|error| GradingError::Read { path, error })
}
