//! Tiers place a submission's cost between the setter's own solutions, the same way every time.

use std::path::Path;
use std::sync::Arc;

use assay::{Challenge, Feedback, Grade, Points, Verdict, load, redact};

use crate::ground::{challenge, grader, submission};

/// Sums 0 to n by a loop of `step` additions a number.
fn solution(steps: u64) -> String {
    format!(
        "#include <stdio.h>\nint main(void) {{\n    long long n, sum = 0;\n    if (scanf(\"%lld\", &n) != 1) return 1;\n    \
         for (volatile long long i = 0; i < n * {steps}; i++) if (i % {steps} == 0) sum += i / {steps};\n    \
         printf(\"%lld\\n\", sum + n);\n}}\n"
    )
}

const SETTINGS: &str = "feedback = \"verdict\"\n[limits]\ntime = \"10ms\"\n[scoring.tiers]\nshare = 40\n\
    [[scoring.tiers.solutions]]\nname = \"best\"\nmarks = 100\nc = \"submissions/accepted/best.c\"\n\
    [[scoring.tiers.solutions]]\nname = \"brute force\"\nmarks = 0\nc = \"submissions/time_limit_exceeded/slow.c\"\n";

/// Four hidden cases, in the largest of which the slow solution is stopped.
fn sums(folder: &Path, best: u64, slow: u64) -> Arc<Challenge> {
    let sum = |n: u64| (format!("{n}\n"), format!("{}\n", n * (n + 1) / 2));
    let cases = [("sample/1-a", 3), ("secret/1-b", 100), ("secret/2-c", 500), ("secret/3-d", 9000)];
    let mut files = Vec::new();
    for (name, n) in cases {
        let (input, answer) = sum(n);
        files.extend([(format!("{name}.in"), input), (format!("{name}.ans"), answer)]);
    }
    let solutions = [("accepted/best.c", best), ("time_limit_exceeded/slow.c", slow)];
    files.extend(solutions.map(|(path, steps)| (format!("../submissions/{path}"), solution(steps))));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    challenge(folder, "sums", SETTINGS, &files)
}

async fn graded(challenge: &Arc<Challenge>, jobs: usize, name: &str, source: &str) -> Grade {
    grader(jobs).grade(challenge, &submission(name, source)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cost_between_two_solutions_earns_between_their_marks_and_repeats() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = sums(folder.path(), 1, 900);
    let as_best = graded(&challenge, 2, "a.c", &solution(1)).await;
    let between = graded(&challenge, 2, "a.c", &solution(20)).await;
    assert_eq!((as_best.verdict, as_best.score.points), (Verdict::AC, Points::whole(100)));
    assert_eq!(between.verdict, Verdict::AC);
    let earned = between.score.efficiency.milli();
    assert!((5_000..35_000).contains(&earned) && between.score.efficiency_max == Points::whole(40), "{earned}");
    let tiers = between.tiers.clone().unwrap();
    let [best, slow] = &tiers.tiers[..] else { panic!("{tiers:?}") };
    assert_eq!((tiers.cases, best.stopped, slow.stopped), (3, false, true));
    assert!(best.ratio_milli > 1000 && slow.ratio_milli < 1000, "{tiers:?}");
    assert_eq!(as_best.tiers.unwrap().tiers[0].ratio_milli, 1000);
    assert_eq!(between.to_json(), graded(&challenge, 8, "a.c", &solution(20)).await.to_json());
}

/// Draws how long it works from the system's entropy.
const GAMBLING: &str = "#include <stdio.h>\n#include <unistd.h>\nint main(void) {\n    long long n;\n    \
    unsigned short luck;\n    if (scanf(\"%lld\", &n) != 1 || getentropy(&luck, sizeof luck)) return 1;\n    \
    for (volatile int i = 0; i < luck; i++) {}\n    printf(\"%lld\\n\", n * (n + 1) / 2);\n}\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_reference_draws_the_same_random_numbers_in_a_case_as_a_submission() {
    let folder = tempfile::tempdir().unwrap();
    let settings = "[scoring.efficiency]\nshare = 20\nfull = 1.0\nzero = 2.0\n[scoring.efficiency.references]\n\
                    c = \"submissions/accepted/luck.c\"\n\
                    [[scoring.tiers.solutions]]\nname = \"luck\"\nc = \"submissions/accepted/luck.c\"\n\
                    [[scoring.tiers.solutions]]\nname = \"more\"\nc = \"submissions/accepted/more.c\"\n";
    let more = GAMBLING.replace("i < luck;", "i < luck + 200000;");
    let files = [
        ("../submissions/accepted/luck.c", GAMBLING),
        ("../submissions/accepted/more.c", &more),
        ("secret/1-a.in", "3\n"),
        ("secret/1-a.ans", "6\n"),
        ("secret/2-b.in", "4\n"),
        ("secret/2-b.ans", "10\n"),
    ];
    let grade = graded(&challenge(folder.path(), "luck", settings, &files), 2, "a.c", GAMBLING).await;
    let costs: Vec<u64> = grade.cases.iter().map(|case| case.cost).collect();
    let references: Vec<Option<u64>> = grade.cases.iter().map(|case| case.reference_cost).collect();
    assert_eq!(references, costs.iter().copied().map(Some).collect::<Vec<_>>());
    assert!(costs[0].abs_diff(costs[1]) > 100, "they had other luck: {costs:?}");
    assert_eq!((grade.score.points, grade.tiers.unwrap().tiers[0].ratio_milli), (Points::whole(100), 1000));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_solution_in_the_language_the_share_is_for_right_answers() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = sums(folder.path(), 1, 900);
    let grade = graded(&challenge, 2, "a.py", "n = int(input())\nprint(n * (n + 1) // 2)\n").await;
    assert_eq!((grade.score.points, grade.score.efficiency_max), (Points::whole(100), Points::ZERO));
    assert_eq!(grade.tiers, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_candidate_sees_sums_from_case_names_on_and_nothing_of_tiers_below() {
    let folder = tempfile::tempdir().unwrap();
    let grade = graded(&sums(folder.path(), 1, 900), 2, "a.c", &solution(20)).await;
    let shown = |feedback| redact(&Grade { feedback, ..grade.clone() });
    assert!([Feedback::None, Feedback::Verdict].map(shown).iter().all(|copy| copy.tiers.is_none()));
    assert!(!shown(Feedback::Verdict).to_json().contains("brute force"));
    assert_eq!(shown(Feedback::CaseNames).tiers, grade.tiers);
}

#[tokio::test(flavor = "multi_thread")]
async fn verifying_refuses_tiers_that_are_not_in_the_order_of_their_costs() {
    let folder = tempfile::tempdir().unwrap();
    let sound = grader(2).verify(&sums(folder.path(), 1, 900), |_| {}).await.unwrap();
    assert!(sound.all_as_expected(), "{sound:?}");
    let folder = tempfile::tempdir().unwrap();
    let turned = sums(folder.path(), 3, 900);
    let root = turned.root.clone();
    let toml = std::fs::read_to_string(root.join("challenge.toml")).unwrap();
    let toml = toml.replace("time_limit_exceeded/slow.c", "accepted/cheap.c");
    std::fs::write(root.join("challenge.toml"), toml).unwrap();
    std::fs::write(root.join("submissions/accepted/cheap.c"), solution(1)).unwrap();
    let turned = grader(2).verify(&Arc::new(load(&root).unwrap()), |_| {}).await.unwrap();
    let said = turned.solutions[0].first_failure.clone().unwrap_or_default();
    assert!(!turned.all_as_expected() && said.contains("the tier \"brute force\" costs"), "{said}");
}
