//! Whether a challenge's own solutions earn the verdicts their folders promise, and how wide its limits are.

mod report;

use assay_challenge::{Challenge, GrowthClass, Verdict};
use serde::{Deserialize, Serialize};

use crate::render::{class, grouped, percent, share_milli};
use crate::{ChallengeSummary, Grade, Points};

/// The setter's solutions, what each must earn and what each does earn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The challenge.
    pub challenge: ChallengeSummary,
    /// One result a solution, in the order they were graded.
    pub solutions: Vec<SolutionResult>,
    /// How far right and too slow solutions are from the limit; absent without a right solution.
    pub margin: Option<Margin>,
    /// What the setter should look at, though every verdict may be as expected.
    pub warnings: Vec<String>,
}

/// One solution's grade, as far as a setter needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolutionResult {
    /// Its path inside the challenge.
    pub path: String,
    /// The language it is written in.
    pub language: String,
    /// The verdict its folder promises.
    pub expected: Verdict,
    /// The verdict it earned.
    pub earned: Verdict,
    /// Whether the two are the same.
    pub as_expected: bool,
    /// Points earned.
    pub points: Points,
    /// Points to be had.
    pub max: Points,
    /// The largest cost of a case, in units.
    pub worst_cost: u64,
    /// Units of cost a case may use.
    pub cost_limit: u64,
    /// The largest virtual time of a case, in milliseconds.
    pub worst_time_ms: u64,
    /// The most memory a case held, in bytes.
    pub peak_memory_bytes: u64,
    /// Bytes of memory a case may hold.
    pub memory_limit_bytes: u64,
    /// How many cases are accepted, samples included.
    pub accepted: u64,
    /// How many cases there are, samples included.
    pub cases: u64,
    /// How its cost grows, in words; absent where that is not measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<String>,
    /// The first case that failed: its name, verdict and message.
    pub first_failure: Option<String>,
}

/// How far solutions are from the limit on virtual time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margin {
    /// The right solution that comes closest to the limit.
    pub slowest_right: Reach,
    /// The solution meant to be too slow that oversteps the limit least.
    pub fastest_too_slow: Option<Reach>,
}

/// How much of the limit a solution uses on its slowest case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// The solution's path inside the challenge.
    pub path: String,
    /// The language it is written in.
    pub language: String,
    /// Cost over the limit, in thousandths. A run that was stopped at the limit has 1000: at least the limit.
    pub share_milli: u64,
}

/// What the grades of a challenge's own solutions say of the challenge.
pub fn assess(challenge: &Challenge, grades: &[(String, Verdict, Grade)]) -> Verification {
    let promised = challenge.growth.as_ref().and_then(|growth| growth.expected);
    let solutions: Vec<SolutionResult> =
        grades.iter().map(|(path, expected, grade)| result(path, *expected, grade, promised)).collect();
    let margin = margin(&solutions);
    let mut warnings = warnings(&solutions, margin.as_ref(), challenge.scoring.efficiency.is_some());
    warnings.extend(grades.iter().filter_map(|(path, expected, grade)| {
        let promised = promised.filter(|_| *expected == Verdict::AC)?;
        let open = grade.growth.as_ref().is_none_or(|growth| growth.cost.class.is_none());
        open.then(|| format!("growth is undecided: {path} does not show that its cost grows like {promised}"))
    }));
    let challenge = ChallengeSummary { id: challenge.id.clone(), title: challenge.title.clone() };
    Verification { challenge, solutions, margin, warnings }
}

impl Verification {
    /// Whether there are solutions and every one earned what its folder promises.
    pub fn all_as_expected(&self) -> bool {
        !self.solutions.is_empty() && self.solutions.iter().all(|solution| solution.as_expected)
    }
}

/// What is said of a right solution whose cost grows by another class than the challenge promises.
fn growth_mistake(expected: Verdict, grade: &Grade, promised: Option<GrowthClass>) -> Option<String> {
    let (found, promised) = (grade.growth.as_ref()?.cost.class?, promised?);
    let other = expected == Verdict::AC && found != promised;
    other.then(|| format!("its cost grows like {found}, and `growth.expected` is {promised}"))
}

/// What is said of a right solution beside which the challenge's tiers are not in the order of their costs.
fn tiers_mistake(expected: Verdict, grade: &Grade) -> Option<String> {
    let (cheap, dear) = grade.tiers.as_ref().filter(|_| expected == Verdict::AC)?.out_of_order()?;
    let (less, more) = (grouped(dear.cost), grouped(cheap.cost));
    let language = &grade.language;
    Some(format!("the tier {:?} costs {less} units in {language}, and {:?} before it {more}", dear.name, cheap.name))
}

fn result(path: &str, expected: Verdict, grade: &Grade, promised: Option<GrowthClass>) -> SolutionResult {
    let failed = grade.cases.iter().find(|case| case.verdict.is_failure());
    let compiler = || {
        let compile = grade.compile.as_ref().filter(|compile| !compile.ok)?;
        Some(format!("compiling {} {}", Verdict::CE, compile.message.lines().next().unwrap_or_default()))
    };
    let mistake = growth_mistake(expected, grade, promised).or_else(|| tiers_mistake(expected, grade));
    SolutionResult {
        path: path.to_owned(),
        language: grade.language.clone(),
        expected,
        earned: grade.verdict,
        as_expected: expected == grade.verdict && mistake.is_none(),
        points: grade.score.points,
        max: grade.score.max,
        worst_cost: grade.cases.iter().map(|case| case.cost).max().unwrap_or(0),
        cost_limit: grade.limits.cost,
        worst_time_ms: grade.cases.iter().map(|case| case.time_ms).max().unwrap_or(0),
        peak_memory_bytes: grade.cases.iter().map(|case| case.memory_bytes).max().unwrap_or(0),
        memory_limit_bytes: grade.limits.memory_bytes,
        accepted: grade.cases.iter().filter(|case| case.verdict == Verdict::AC).count() as u64,
        cases: grade.cases.len() as u64,
        growth: grade.growth.as_ref().map(|growth| class(&growth.cost).to_owned()),
        first_failure: mistake.or_else(compiler).or_else(|| {
            failed.map(|case| format!("{} {} {}", case.id, case.verdict, case.message).trim_end().to_owned())
        }),
    }
}

fn margin(solutions: &[SolutionResult]) -> Option<Margin> {
    let reach = |solution: &SolutionResult| Reach {
        path: solution.path.clone(),
        language: solution.language.clone(),
        share_milli: share_milli(solution.worst_cost, solution.cost_limit),
    };
    let of = |verdict| solutions.iter().filter(move |solution| solution.as_expected && solution.expected == verdict);
    Some(Margin {
        slowest_right: of(Verdict::AC).map(reach).max_by_key(|reach| reach.share_milli)?,
        fastest_too_slow: of(Verdict::TLE).map(reach).min_by_key(|reach| reach.share_milli),
    })
}

fn warnings(solutions: &[SolutionResult], margin: Option<&Margin>, scores_efficiency: bool) -> Vec<String> {
    let mut warnings = Vec::new();
    let expects = |verdict: Verdict| solutions.iter().any(|solution| solution.expected == verdict);
    if !expects(Verdict::AC) {
        warnings.push("there is no accepted solution, so nothing shows that the challenge can be solved".to_owned());
    }
    if !expects(Verdict::WA) {
        warnings.push("there is no wrong solution, so nothing shows that the cases tell right from wrong".to_owned());
    }
    if let Some(reach) = margin.map(|margin| &margin.slowest_right).filter(|reach| reach.share_milli > 500) {
        let share = percent(reach.share_milli);
        warnings.push(format!("limits are tight: {} uses {share} of the limit on virtual time", reach.path));
    }
    for solution in solutions.iter().filter(|solution| solution.expected == Verdict::AC) {
        let share = share_milli(solution.peak_memory_bytes, solution.memory_limit_bytes);
        if share > 800 {
            warnings.push(format!("memory is tight: {} uses {} of the limit", solution.path, percent(share)));
        }
    }
    if scores_efficiency && !expects(Verdict::TLE) {
        warnings.push("note: efficiency is scored, but there is no solution that is too slow".to_owned());
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::columns;
    use crate::{Format, RenderOptions, sample};

    const MATRIX: &str = "\
Token-bucket rate limiter  token-bucket

  solution                      must  earns     points slowest of limit   memory
  accepted/heap.py              AC    AC        75/100   820 ms    41 %   12 MiB
! wrong_answer/greedy.py        WA    TLE       75/100    90 ms     5 %   12 MiB
      secret/01-a WA why
  time_limit_exceeded/naive.py  TLE   TLE       75/100   2.00 s   100 %   12 MiB

growth   n²: accepted/heap.py, wrong_answer/greedy.py,
         time_limit_exceeded/naive.py
margin   slowest right 0.41 of the limit (python, accepted/heap.py)
         fastest too-slow >= 1.0x the limit (python,
         time_limit_exceeded/naive.py)
1 of 3 solutions does not earn what it must.
";

    fn solved(path: &str, expected: Verdict, time_ms: u64) -> SolutionResult {
        let mut grade = sample::grade();
        grade.verdict = expected;
        grade.cases = vec![sample::case("secret/01-a", expected, (0, 100), time_ms, "why")];
        result(path, expected, &grade, None)
    }

    #[test]
    fn the_margin_is_between_the_slowest_right_and_the_fastest_too_slow() {
        let all = [
            solved("a.py", Verdict::AC, 100),
            solved("b.py", Verdict::AC, 820),
            solved("t.py", Verdict::TLE, 6400),
            solved("u.py", Verdict::TLE, 9000),
        ];
        let margin = margin(&all).expect("there is a right solution");
        assert_eq!((margin.slowest_right.path.as_str(), margin.slowest_right.share_milli), ("b.py", 410));
        let slow = margin.fastest_too_slow.expect("there is a slow one");
        assert_eq!((slow.path.as_str(), slow.share_milli), ("t.py", 3200));
    }

    #[test]
    fn a_solution_that_earns_another_verdict_is_no_part_of_the_margin() {
        let mut wrong = solved("a.py", Verdict::AC, 100);
        wrong.earned = Verdict::WA;
        wrong.as_expected = false;
        assert_eq!(margin(&[wrong]), None);
    }

    fn verified(solutions: Vec<SolutionResult>) -> Verification {
        let margin = margin(&solutions);
        let warnings = warnings(&solutions, margin.as_ref(), true);
        Verification { challenge: sample::grade().challenge, solutions, margin, warnings }
    }

    #[test]
    fn tight_limits_and_missing_solutions_are_warned_of() {
        let mut hungry = solved("submissions/accepted/b.py", Verdict::AC, 1020);
        hungry.peak_memory_bytes = 230 << 20;
        let warnings = verified(vec![hungry]).warnings.join("\n");
        assert_eq!(
            warnings,
            "there is no wrong solution, so nothing shows that the cases tell right from wrong\n\
             limits are tight: submissions/accepted/b.py uses 51 % of the limit on virtual time\n\
             memory is tight: submissions/accepted/b.py uses 90 % of the limit\n\
             note: efficiency is scored, but there is no solution that is too slow"
        );
        assert_eq!(verified(Vec::new()).warnings.len(), 3);
        assert!(!verified(Vec::new()).all_as_expected());
    }

    #[test]
    fn a_right_solution_must_grow_as_the_challenge_promises() {
        let grade = sample::grade();
        let found = grade.growth.as_ref().and_then(|growth| growth.cost.class);
        assert_eq!(found, Some(GrowthClass::Quadratic));
        let of = |expected, promised| result("a.py", expected, &Grade { verdict: expected, ..grade.clone() }, promised);
        assert!(of(Verdict::AC, None).as_expected && of(Verdict::AC, found).as_expected);
        let wrong = of(Verdict::AC, Some(GrowthClass::Linear));
        assert!(!wrong.as_expected);
        let why = "its cost grows like n², and `growth.expected` is n";
        assert_eq!((wrong.first_failure.as_deref(), wrong.growth.as_deref()), (Some(why), Some("n²")));
        assert!(of(Verdict::TLE, Some(GrowthClass::Linear)).as_expected, "a slow one may grow as it likes");
    }

    #[test]
    fn the_matrix_reads_exactly_like_this() {
        let mut wrong = solved("submissions/wrong_answer/greedy.py", Verdict::WA, 90);
        (wrong.earned, wrong.as_expected) = (Verdict::TLE, false);
        let verification = verified(vec![
            solved("submissions/accepted/heap.py", Verdict::AC, 820),
            wrong,
            solved("submissions/time_limit_exceeded/naive.py", Verdict::TLE, 2000),
        ]);
        let text = verification.render(Format::Html, &RenderOptions::default());
        assert_eq!(text, MATRIX, "\n{text}");
    }

    #[test]
    fn nothing_hostile_survives_in_a_verification() {
        let mut result = solved(sample::HOSTILE, Verdict::WA, 90);
        result.as_expected = false;
        sample::HOSTILE.clone_into(&mut result.language);
        result.first_failure = Some(sample::HOSTILE.to_owned());
        let verification = verified(vec![result, solved(sample::HOSTILE, Verdict::AC, 1900)]);
        for format in [Format::Text, Format::Markdown] {
            let report = verification.render(format, &RenderOptions::default());
            assert!(report.chars().all(|c| c == '\n' || !c.is_control()), "{report:?}");
            assert!(format == Format::Markdown || report.lines().all(|line| columns(line) <= 80), "{report}");
        }
        let json = verification.render(Format::Json, &RenderOptions::default());
        assert_eq!(serde_json::from_str::<Verification>(&json).ok(), Some(verification));
    }

    #[test]
    fn the_first_failure_names_case_verdict_and_message() {
        assert_eq!(solved("w.py", Verdict::WA, 1).first_failure.as_deref(), Some("secret/01-a WA why"));
        assert_eq!(solved("a.py", Verdict::AC, 1).first_failure, None);
    }
}
