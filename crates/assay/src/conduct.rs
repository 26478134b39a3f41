//! The whole flow on one screen: challenge and submission in, jobs run, outcomes judged, points tallied, grade out.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use assay_challenge::{Case, Challenge, Checker, Compilation, Group, Limits, Members, Outcome, Scoring, Verdict};
use assay_reporter::{
    Audience, CaseDetail, CaseGrade, CaseLimits, CaseRecord, ChallengeSummary, CompileGrade, Excerpt, Grade, Judgement,
    Points, Receipt, SCHEMA, Stops, SubmissionSummary, Tally, TierCost, failure, judge, judge_by_program, tally,
};
use assay_runner::{Finished, Program};
use bytes::Bytes;
use futures::StreamExt;

use crate::cast::Cast;
use crate::material::Material;
use crate::profile::Profiler;
use crate::shorten::Shortener;
use crate::task::Task;
use crate::{Event, GradeOptions, Grader, GradingError, Scope, Submission, calling, growth, receipt};

/// The most bytes of a submission's text that a grade keeps.
const SOURCE_BYTES: usize = 256 << 10;

/// Grades one submission.
pub(crate) async fn grade(
    grader: &Grader,
    challenge: &Arc<Challenge>,
    submission: &Submission,
    options: GradeOptions,
    on_event: &mut (dyn FnMut(Event) + Send),
) -> Result<Grade, GradingError> {
    let pack = grader.ready(&submission.language, on_event).await?;
    let cast = Cast::gather(grader, challenge, &submission.language, on_event).await?;
    let limits = challenge.allowance.limits(&submission.language, grader.multiplier(&submission.language));
    on_event(Event::Compiling);
    let source = calling::source(challenge, submission)?;
    let prepared = grader.prepare(&source).await?;
    let profiler = match &prepared.program {
        Some(_) if options.profile => Some(Profiler::prepare(grader, submission, &source).await?),
        _ => None,
    };
    on_event(Event::Compiled { ok: prepared.compilation.ok });

    let cases: Vec<Case> = challenge.cases().into_iter().filter(|case| options.scope.holds(case)).cloned().collect();
    on_event(Event::Started { cases: cases.len() });
    let trial =
        Trial { grader: grader.clone(), challenge: challenge.clone(), cast: cast.clone(), limits: limits.clone() };
    let stops = Mutex::new(Stops::new(challenge));
    let skips = |case: &Case| stops.lock().unwrap_or_else(PoisonError::into_inner).skips(&case.id);
    let runs = futures::stream::iter(cases.clone()).map(|case| {
        let (program, trial) = (prepared.program.clone().filter(|_| !skips(&case)), trial.clone());
        Task::spawn(async move { trial.run(&case, program).await })
    });
    let mut runs = std::pin::pin!(runs.buffered(grader.jobs()));
    let mut judged = Vec::with_capacity(cases.len());
    let mut between = Vec::with_capacity(cases.len());
    for (index, case) in cases.iter().enumerate() {
        let Some(tried) = runs.next().await else { break };
        let Tried { judged: ran, reference_cost, tiers } = tried?;
        between.push(tiers);
        let (ran, share_milli) =
            ran.filter(|_| !skips(case)).unwrap_or_else(|| (not_run(case, prepared.compilation.ok), 0));
        let case = CaseGrade { reference_cost, ..ran };
        stops.lock().unwrap_or_else(PoisonError::into_inner).note(&case.id, case.verdict);
        on_event(Event::Judged { index, case: Box::new(case.clone()) });
        judged.push((case, share_milli));
    }

    let records = judged.iter().zip(between).map(|((case, share), tiers)| record(case, *share, tiers));
    let records: Vec<CaseRecord> = records.collect();
    let growth = match prepared.program.clone().filter(|_| options.scope.measures(&judged)) {
        Some(program) => growth::measure(&trial, &program, on_event).await?,
        None => None,
    };
    let Tally { verdict, score, groups, tiers, points } =
        tally(&options.scope.of(challenge), &records, growth.as_ref());
    let verdict = match options.scope {
        Scope::All => verdict,
        Scope::Samples => groups.first().map_or(Verdict::SK, |samples| samples.verdict),
    };
    let cases = judged.into_iter().zip(points).map(|((case, _), (points, max))| CaseGrade { points, max, ..case });
    let cases: Vec<CaseGrade> = cases.collect();
    let profile = match (&profiler, costliest(&cases), &prepared.program) {
        (Some(profiler), Some(case), Some(program)) => Some(profiler.profile(&trial, case, program).await?),
        _ => None,
    };
    Ok(Grade {
        schema: SCHEMA.to_owned(),
        challenge: ChallengeSummary { id: challenge.id.clone(), title: challenge.title.clone() },
        submission: summary(submission),
        language: submission.language.to_string(),
        verdict: if prepared.compilation.ok { verdict } else { Verdict::CE },
        score,
        limits: CaseLimits::from(&limits),
        feedback: challenge.feedback,
        groups: groups.into_iter().filter(|group| group.cases > 0).collect(),
        cases,
        growth,
        tiers,
        compile: Some(compile_grade(&prepared.compilation)),
        profile,
        receipt: receipt::of(grader, challenge, (submission, &source), pack, &cast.packs),
        audience: Audience::Interviewer,
    })
}

/// The receipt of the grade that `grade` would make.
pub(crate) async fn receipt(
    grader: &Grader,
    challenge: &Arc<Challenge>,
    submission: &Submission,
) -> Result<Receipt, GradingError> {
    let pack = grader.ready(&submission.language, &mut |_| {}).await?;
    let cast = Cast::gather(grader, challenge, &submission.language, &mut |_| {}).await?;
    let source = calling::source(challenge, submission)?;
    Ok(receipt::of(grader, challenge, (submission, &source), pack, &cast.packs))
}

/// The hidden case that cost the most, or the sample where there is nothing else.
fn costliest(cases: &[CaseGrade]) -> Option<&CaseGrade> {
    let ran = cases.iter().rev().filter(|case| case.verdict != Verdict::SK);
    ran.max_by_key(|case| (!case.sample, case.cost))
}

/// What came of one case.
struct Tried {
    /// The case's grade and share of its points; absent where there was no program to run.
    judged: Option<(CaseGrade, u32)>,
    /// Known for cases that did not run too, so that what can be earned does not depend on what was.
    reference_cost: Option<u64>,
    /// The same of the challenge's tiers.
    tiers: Vec<TierCost>,
}

/// Everything a case's run needs besides the case.
#[derive(Clone)]
pub(crate) struct Trial {
    pub(crate) grader: Grader,
    pub(crate) challenge: Arc<Challenge>,
    pub(crate) cast: Arc<Cast>,
    pub(crate) limits: Limits,
}

impl Trial {
    /// Runs and judges one case: the submission in one sandbox, a program checker in another.
    async fn run(&self, case: &Case, program: Option<Program>) -> Result<Tried, GradingError> {
        if program.is_none() && self.cast.reference.is_none() && self.cast.tiers.is_empty() {
            return Ok(Tried { judged: None, reference_cost: None, tiers: Vec::new() });
        }
        let material = Material::of(&self.grader, &self.challenge, &self.cast, case).await?;
        let seed = receipt::seed(&self.challenge.id, &case.id);
        let (reference_cost, tiers) =
            if case.is_sample() { (None, Vec::new()) } else { self.solutions(&material, seed).await? };
        let Some(program) = program else { return Ok(Tried { judged: None, reference_cost, tiers }) };
        let finished = self.once(&material, &program, seed).await?;
        let mut judgement = self.judge(&finished, &material).await?;
        self.shorten(&mut judgement, &material, &program, seed).await?;
        let outcome = finished.outcome;
        let share_milli = judgement.share_milli;
        let judged = Some((case_grade(case, &outcome, judgement, &material), share_milli));
        Ok(Tried { judged, reference_cost, tiers })
    }

    /// What the reference and the solutions of the challenge's tiers use where a submission is measured: on the same
    /// input, with the same randomness.
    async fn solutions(&self, material: &Material, seed: u64) -> Result<(Option<u64>, Vec<TierCost>), GradingError> {
        let (grader, given) = (&self.grader, material.given());
        let reference = match &self.cast.reference {
            Some(reference) => Some(reference.cost(grader, given, seed).await?),
            None => None,
        };
        let mut tiers = Vec::with_capacity(self.cast.tiers.len());
        for tier in &self.cast.tiers {
            tiers.push(tier.cost_within(grader, given, (seed, &self.limits)).await?);
        }
        Ok((reference, tiers))
    }

    /// One run in a fresh sandbox.
    pub(crate) async fn once(
        &self,
        material: &Material,
        program: &Program,
        seed: u64,
    ) -> Result<Finished, GradingError> {
        let job = material.job(program, seed, self.limits.clone());
        let _slot = self.grader.slot().await;
        Ok(self.grader.engine().run(&job).await?)
    }

    pub(crate) async fn judge(&self, finished: &Finished, material: &Material) -> Result<Judgement, GradingError> {
        let (outcome, checker) = (&finished.outcome, &self.challenge.checker);
        let mut trace = None;
        let mut output = Bytes::from(outcome.stdout.bytes.clone());
        if let (Some(interface), Some(call)) = (&self.challenge.interface, &material.call) {
            let log = calling::log(finished);
            let by_program = matches!(checker, Checker::Program { .. });
            let asked = if by_program { Cow::Owned(calling::question(call)) } else { Cow::Borrowed(call) };
            let judgement = calling::judge(interface, checker, &asked, (outcome, &log), &self.limits);
            if !by_program || judgement.verdict != Verdict::AC {
                return Ok(judgement);
            }
            trace = judgement.trace;
            output = calling::output(interface, call, &log).unwrap_or_default();
        }
        if let Some(failed) = failure(outcome, &self.limits) {
            return Ok(failed);
        }
        let Some(answer) = &material.answer else { return Ok(Judgement { trace, ..Judgement::accepted() }) };
        match (checker, &self.cast.checker) {
            (Checker::Program { arguments, .. }, Some(program)) => {
                let files = (material.input.clone(), answer.clone(), output.clone());
                let (finished, feedback) = program.validate(&self.grader, files, arguments).await?;
                let judgement = judge_by_program(&finished.outcome, &feedback, &output, answer);
                Ok(Judgement { trace, ..judgement })
            }
            (checker, _) => Ok(judge(checker, outcome, &self.limits, answer)),
        }
    }

    /// Adds to the judgement of a sequence of operations that failed the shortest that fails too.
    async fn shorten(
        &self,
        judgement: &mut Judgement,
        material: &Material,
        program: &Program,
        seed: u64,
    ) -> Result<(), GradingError> {
        let shortens = matches!(judgement.verdict, Verdict::WA | Verdict::RTE);
        let (Some(interface), Some(call), Some(oracle)) =
            (&self.challenge.interface, &material.call, &self.cast.oracle)
        else {
            return Ok(());
        };
        if let Some(trace) = judgement.trace.as_mut().filter(|_| shortens) {
            let (grader, checker, limits) = (&self.grader, &self.challenge.checker, &self.limits);
            let shortener = Shortener { grader, interface, checker, program, oracle, limits, seed };
            trace.shortest = shortener.shorten(call, judgement.verdict).await?;
        }
        Ok(())
    }
}

fn case_grade(case: &Case, outcome: &Outcome, judgement: Judgement, material: &Material) -> CaseGrade {
    let accepted = judgement.verdict == Verdict::AC;
    CaseGrade {
        verdict: judgement.verdict,
        cost: outcome.usage.cost,
        time_ms: outcome.usage.time_ms(),
        memory_bytes: outcome.usage.memory,
        output_bytes: outcome.stdout.total,
        message: judgement.message,
        hint: case.hint.clone().filter(|_| !accepted),
        detail: Some(CaseDetail {
            end: outcome.end.clone(),
            input: Excerpt::new(&material.input, material.input.len() as u64),
            expected: material.answer.as_ref().map(|answer| Excerpt::new(answer, answer.len() as u64)),
            stdout: Excerpt::new(&outcome.stdout.bytes, outcome.stdout.total),
            stderr: Excerpt::new(&outcome.stderr.bytes, outcome.stderr.total),
            diff: judgement.diff,
            judge_message: judgement.judge_message,
            team_message: judgement.team_message,
            trace: judgement.trace,
        }),
        ..not_run(case, true)
    }
}

/// The grade of a case that did not run.
fn not_run(case: &Case, compiled: bool) -> CaseGrade {
    let message = if compiled { "not run: an earlier case of its group failed" } else { "not run: no program to run" };
    CaseGrade {
        id: case.id.clone(),
        group: case.group().to_owned(),
        sample: case.is_sample(),
        verdict: Verdict::SK,
        points: Points::ZERO,
        max: Points::ZERO,
        cost: 0,
        time_ms: 0,
        memory_bytes: 0,
        output_bytes: 0,
        reference_cost: None,
        message: message.to_owned(),
        hint: None,
        detail: None,
    }
}

fn record(case: &CaseGrade, share_milli: u32, tiers: Vec<TierCost>) -> CaseRecord {
    CaseRecord {
        id: case.id.clone(),
        verdict: case.verdict,
        share_milli,
        cost: case.cost,
        reference_cost: case.reference_cost,
        tiers,
    }
}

fn compile_grade(compilation: &Compilation) -> CompileGrade {
    CompileGrade {
        ok: compilation.ok,
        message: compilation.message.clone(),
        cost: compilation.usage.cost,
        memory_bytes: compilation.usage.memory,
    }
}

fn summary(submission: &Submission) -> SubmissionSummary {
    let content = submission.main_content();
    let binary = content.starts_with(b"\0asm");
    let shown = &content[..content.len().min(if binary { 0 } else { SOURCE_BYTES })];
    SubmissionSummary {
        name: submission.name.clone(),
        bytes: submission.bytes(),
        sha256: submission.sha256(),
        source: String::from_utf8_lossy(shown).into_owned(),
    }
}

impl Scope {
    /// The challenge as if it had no other cases.
    fn of(self, challenge: &Challenge) -> Cow<'_, Challenge> {
        match self {
            Self::All => Cow::Borrowed(challenge),
            Self::Samples => {
                let secret = Group { members: Members::Cases(Vec::new()), ..challenge.secret.clone() };
                Cow::Owned(Challenge { secret, scoring: Scoring::of_answers(0), ..challenge.clone() })
            }
        }
    }

    /// Whether growth is measured: of what passes the samples, since a solution that is right and too slow is the one to
    /// know of; whether it is right at a size is judged there.
    fn measures(self, judged: &[(CaseGrade, u32)]) -> bool {
        let accepted = |(case, _): &(CaseGrade, u32)| case.verdict == Verdict::AC;
        self == Self::All && judged.iter().any(accepted) && judged.iter().all(|case| !case.0.sample || accepted(case))
    }

    fn holds(self, case: &Case) -> bool {
        match self {
            Self::All => true,
            Self::Samples => case.is_sample(),
        }
    }
}
