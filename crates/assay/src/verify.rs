//! Running the setter's own solutions against the verdicts they must earn.

use std::sync::Arc;

use assay_challenge::{Challenge, Solution};
use assay_reporter::{Verification, assess};

use crate::submission::main_file_name;
use crate::{Event, GradeOptions, Grader, GradingError, Submission};

impl Grader {
    /// Grades every solution of `challenge` and compares what it earns with what its folder says.
    pub async fn verify(
        &self,
        challenge: &Arc<Challenge>,
        mut on_event: impl FnMut(Event) + Send,
    ) -> Result<Verification, GradingError> {
        let mut grades = Vec::new();
        for Solution { path, expected } in &challenge.solutions {
            let file = challenge.root.join(path);
            let failed = || GradingError::ChallengeProgram {
                program: path.clone(),
                message: "no language pack knows its ending".to_owned(),
            };
            let language = main_file_name(&file).and_then(|name| self.language_of(&name)).ok_or_else(failed)?;
            let submission = Submission::read(&file, language)?;
            let grade = self.grade_with(challenge, &submission, GradeOptions::default(), &mut on_event).await?;
            let path = path.to_string_lossy().into_owned();
            on_event(Event::Verified { path: path.clone(), expected: *expected, earned: grade.verdict });
            grades.push((path, *expected, grade));
        }
        Ok(assess(challenge, &grades))
    }
}
