//! The candidate's copy of a grade: nothing of a hidden case beyond what the challenge allows.
//!
//! What is allowed is taken over field by field; whatever this file does not name is gone.

use assay_challenge::{End, Feedback, Verdict};

use crate::quote::visible;
use crate::{Audience, CaseDetail, CaseGrade, Grade, GroupGrade, GrowthGrade, GrowthReference, Points, Score};

/// The copy of `grade` that a candidate may see, at the level of [`Grade::feedback`].
///
/// Samples are shown whole; what a program checker said for the setter's eyes is gone everywhere. Of hidden cases
/// there remains
/// - at [`Feedback::None`] nothing, nor of their groups;
/// - at [`Feedback::Verdict`] the groups, and each case's number, verdict and points;
/// - at [`Feedback::CaseNames`] also its id, costs and hint, the kind of its failure, and what a program checker
///   said for the candidate's eyes; how cost grows, and where it lies between the challenge's own solutions;
/// - at [`Feedback::Full`] everything else.
///
/// A profile stays where it is of a sample. The submission's own source and what the compiler said of it stay. A
/// candidate's copy is returned as it is.
pub fn redact(grade: &Grade) -> Grade {
    if grade.audience == Audience::Candidate {
        return grade.clone();
    }
    let mut hidden = 0;
    let mut case = |case: &CaseGrade| {
        if case.sample {
            return Some(without_judge_message(case));
        }
        hidden += 1;
        match grade.feedback {
            Feedback::None => None,
            Feedback::Verdict => Some(numbered(case, hidden)),
            Feedback::CaseNames => Some(named(case)),
            Feedback::Full => Some(without_judge_message(case)),
        }
    };
    let shows_group = |group: &&GroupGrade| group.sample || grade.feedback != Feedback::None;
    let ratio = grade.score.cost_ratio_milli.filter(|_| grade.feedback >= Feedback::CaseNames);
    Grade {
        schema: grade.schema.clone(),
        challenge: grade.challenge.clone(),
        submission: grade.submission.clone(),
        language: grade.language.clone(),
        verdict: grade.verdict,
        score: Score { cost_ratio_milli: ratio, ..grade.score },
        limits: grade.limits,
        feedback: grade.feedback,
        groups: grade.groups.iter().filter(shows_group).cloned().collect(),
        cases: grade.cases.iter().filter_map(&mut case).collect(),
        growth: grade.growth.as_ref().filter(|_| grade.feedback >= Feedback::CaseNames).map(without_names),
        tiers: grade.tiers.clone().filter(|_| grade.feedback >= Feedback::CaseNames),
        compile: grade.compile.clone(),
        profile: grade.profile.clone().filter(|profile| profile.sample),
        receipt: grade.receipt.clone(),
        audience: Audience::Candidate,
    }
}

fn without_judge_message(case: &CaseGrade) -> CaseGrade {
    let detail = case.detail.clone().map(|detail| CaseDetail { judge_message: None, ..detail });
    CaseGrade { detail, ..case.clone() }
}

/// Growth without the name of the challenge's own solution, which may say how it is solved.
fn without_names(growth: &GrowthGrade) -> GrowthGrade {
    let reference = growth.reference.clone().map(|reference| GrowthReference { program: None, ..reference });
    GrowthGrade { reference, ..growth.clone() }
}

/// A hidden case of which only its number, group, verdict and points are known.
fn numbered(case: &CaseGrade, number: u64) -> CaseGrade {
    CaseGrade {
        id: format!("hidden {number}"),
        group: case.group.clone(),
        sample: false,
        verdict: case.verdict,
        points: case.points,
        max: case.max,
        cost: 0,
        time_ms: 0,
        memory_bytes: 0,
        output_bytes: 0,
        reference_cost: None,
        message: String::new(),
        hint: None,
        detail: None,
    }
}

/// A hidden case that has its name, costs and hint, but nothing that went in or came out.
fn named(case: &CaseGrade) -> CaseGrade {
    CaseGrade {
        id: case.id.clone(),
        cost: case.cost,
        time_ms: case.time_ms,
        memory_bytes: case.memory_bytes,
        reference_cost: case.reference_cost,
        message: kind_of_failure(case),
        hint: case.hint.clone(),
        ..numbered(case, 0)
    }
}

/// Why a case failed, with no value of its input, its answer or the output.
fn kind_of_failure(case: &CaseGrade) -> String {
    let detail = case.detail.as_ref();
    let kind = match (case.verdict, detail.map(|detail| &detail.end)) {
        (Verdict::AC, _) if case.points < case.max && case.max > Points::ZERO => "partly accepted".to_owned(),
        (Verdict::AC, _) => String::new(),
        (Verdict::RTE, Some(End::Exit { code })) => format!("exit code {code}"),
        (Verdict::RTE, Some(End::StackOverflow { .. })) => "call stack exhausted".to_owned(),
        (verdict, _) => verdict.meaning().to_owned(),
    };
    match detail.and_then(|detail| detail.team_message.as_deref()) {
        Some(said) if kind.is_empty() => visible(said.as_bytes(), 160),
        Some(said) => format!("{kind}: {}", visible(said.as_bytes(), 160)),
        None => kind,
    }
}
