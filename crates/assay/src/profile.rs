//! Where the cost of one case went: the case run once more, in a way that is watched.

use std::sync::Arc;

use assay_challenge::{Case, Challenge, Group, Members, Scoring};
use assay_reporter::{CaseGrade, FrameKind, Profile, ProfiledCase};
use assay_runner::{Frames, Profilable, ProfileError, Program, Source};

use crate::conduct::Trial;
use crate::material::Material;
use crate::{Event, GradeOptions, Grader, GradingError, Submission, receipt};

/// A submission made for being profiled.
pub(crate) struct Profiler {
    profilable: Profilable,
    main: String,
    own: Vec<String>,
}

impl Grader {
    /// Runs `submission` on one case and says by function, or by line, where its cost went. Without a name it is the
    /// hidden case that cost the most, for which all cases are run.
    ///
    /// The profile is the same on every machine. It tells of hidden cases and is not for a candidate's eyes, unless the
    /// case is a sample.
    pub async fn profile(
        &self,
        challenge: &Arc<Challenge>,
        submission: &Submission,
        case: Option<&str>,
        on_event: impl FnMut(Event) + Send,
    ) -> Result<Profile, GradingError> {
        let options = GradeOptions { profile: true, ..GradeOptions::default() };
        let run = match case {
            Some(id) => only(challenge, find(challenge, id)?),
            None => Challenge::clone(challenge),
        };
        // Neither what its cost is compared with nor how it grows is part of a profile.
        let scoring = Scoring::of_answers(run.scoring.points);
        let run = Arc::new(Challenge { scoring, growth: None, ..run });
        let grade = self.grade_with(&run, submission, options, on_event).await?;
        match (grade.profile, grade.compile) {
            (Some(profile), _) => Ok(profile),
            (None, Some(compile)) if !compile.ok => Err(ProfileError::NoProgram(compile.message).into()),
            (None, _) => Err(GradingError::NothingRan { verdict: grade.verdict }),
        }
    }
}

fn find<'a>(challenge: &'a Challenge, id: &str) -> Result<&'a Case, GradingError> {
    let cases = challenge.cases();
    cases.iter().find(|case| case.id == id).copied().ok_or_else(|| GradingError::NoCase {
        challenge: challenge.id.clone(),
        case: id.to_owned(),
        example: cases.first().map(|case| case.id.clone()).unwrap_or_default(),
    })
}

/// The challenge as if it had no other case.
fn only(challenge: &Challenge, case: &Case) -> Challenge {
    let (samples, hidden) = if case.is_sample() { (vec![case.clone()], vec![]) } else { (vec![], vec![case.clone()]) };
    let secret = Group { members: Members::Cases(hidden), ..challenge.secret.clone() };
    Challenge { samples, secret, ..challenge.clone() }
}

impl Profiler {
    /// Compiles once more, for being watched. What `source` has besides the submission's files is ours.
    pub(crate) async fn prepare(
        grader: &Grader,
        submission: &Submission,
        source: &Source,
    ) -> Result<Self, GradingError> {
        let names = source.files.iter().map(|(name, _)| name);
        let own = names.filter(|name| submission.files.iter().any(|(own, _)| own == *name)).cloned();
        let own: Vec<String> = own.collect();
        let profilable = grader.prepare_profile(source, &own).await?;
        Ok(Self { profilable, main: source.main.clone(), own })
    }

    /// Runs a case that was graded before, and notes where its cost goes.
    pub(crate) async fn profile(
        &self,
        trial: &Trial,
        graded: &CaseGrade,
        program: &Program,
    ) -> Result<Profile, GradingError> {
        let CaseGrade { id, verdict, cost, .. } = graded;
        let case = ProfiledCase { id: id.clone(), verdict: *verdict, cost: *cost };
        let frames = match self.profilable.frames {
            Frames::Functions => FrameKind::Functions,
            Frames::Lines => FrameKind::Lines,
        };
        let cases = trial.challenge.cases();
        let Some(found) = cases.iter().find(|case| case.id == *id) else {
            return Ok(Profile::new::<&str>(case, frames, &[]));
        };
        let material = Material::of(&trial.grader, &trial.challenge, &trial.cast, found).await?;
        let seed = receipt::seed(&trial.challenge.id, &found.id);
        let job = material.job(program, seed, trial.limits.clone());
        let _slot = trial.grader.slot().await;
        let engine = trial.grader.engine();
        let profiled = engine.profile(&self.profilable, &job, *cost, (&self.main, &self.own)).await?;
        Ok(Profile::new(case, frames, &profiled.stacks))
    }
}
