//! Growth from a challenge's folder to its grade: when it is measured, what stops it, and that it is a fact like any other.

use std::path::Path;
use std::sync::Arc;

use assay::{Challenge, GradeOptions, Grader, GrowthClass, Points, Scope, Submission, Undecided, Verdict};

use crate::ground::{challenge, grader, submission};

/// Numbers of as many digits each, whatever the size.
const GENERATOR: &str = "n = int(input())\nprint(*range(1000000, 1000000 + n))\n";

const RIGHT: &str = "\
total = 0
for word in input().split():
    total += int(word) % 1000
print(total)
";

const QUADRATIC: &str = "\
total = 0
numbers = list(map(int, input().split()))
for number in numbers:
    for other in numbers:
        total += number == other and number % 1000
print(total)
";

const SETTINGS: &str = "\
[limits]
time = \"20ms\"
[generator]
source = \"gen.py\"
answers = \"submissions/accepted/right.py\"
[growth]
input = \"{n}\"
sizes = { from = 64, to = 16384 }
expected = \"n\"
[scoring.growth]
share = 40
marks = { \"n\" = 100, \"n^2\" = 25 }
";

fn summing(folder: &Path) -> Arc<Challenge> {
    let root = folder.join("summing");
    for (path, text) in [("gen.py", GENERATOR), ("submissions/accepted/right.py", RIGHT)] {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let files = [("sample/01-small.in", "1 2 3\n"), ("sample/01-small.ans", "6\n"), ("secret/01-more.gen", "50\n")];
    challenge(folder, "summing", SETTINGS, &files)
}

async fn graded(grader: &Grader, challenge: &Arc<Challenge>, source: &str) -> assay::Grade {
    grader.grade(challenge, &submission("main.py", source)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_linear_and_a_quadratic_solution_are_told_apart_and_scored_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = summing(folder.path());
    let right = graded(&grader(2), &challenge, RIGHT).await;
    let growth = right.growth.unwrap();
    assert_eq!((growth.cost.class, growth.stopped), (Some(GrowthClass::Linear), None), "{:?}", growth.cost);
    assert_eq!(growth.points.len(), 9);
    assert_eq!((right.score.points, right.score.growth), (Points::whole(100), Some(Points::whole(40))));

    let slow = graded(&grader(2), &challenge, QUADRATIC).await;
    let growth = slow.growth.unwrap();
    assert_eq!(growth.cost.class, Some(GrowthClass::Quadratic), "{:?}", growth.cost);
    assert_eq!((slow.verdict, slow.score.points), (Verdict::AC, Points::whole(70)), "it is right on small inputs");
    assert!(growth.stopped.is_some() && growth.parts_at.is_some_and(|size| size < 2000), "{:?}", growth.parts_at);
    let reference = growth.reference.unwrap();
    assert_eq!(reference.program.as_deref(), Some("submissions/accepted/right.py"));
    assert_eq!(reference.cost.class, Some(GrowthClass::Linear));
}

#[tokio::test(flavor = "multi_thread")]
async fn growth_is_the_same_at_any_parallelism_with_and_without_a_cache() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = summing(folder.path());
    let first = graded(&grader(1), &challenge, QUADRATIC).await;
    let again = graded(&grader(8), &challenge, QUADRATIC).await;
    assert_eq!(first.to_json(), again.to_json());
}

#[tokio::test(flavor = "multi_thread")]
async fn sizes_with_a_wrong_answer_are_no_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = summing(folder.path());
    let cut = "print(sum(int(word) % 1000 for word in input().split()[:300]))\n";
    let growth = graded(&grader(2), &challenge, cut).await.growth.unwrap();
    assert_eq!(growth.points.iter().map(|point| point.size).collect::<Vec<_>>(), [64, 128, 256]);
    assert_eq!(growth.stopped.map(|stop| (stop.size, stop.verdict)), Some((512, Some(Verdict::WA))));
    assert_eq!((growth.cost.class, growth.cost.undecided), (None, Some(Undecided::FewPoints)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_a_sample_or_runs_on_samples_alone_is_not_measured() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = summing(folder.path());
    let wrong = graded(&grader(2), &challenge, "print(0)\n").await;
    assert_eq!((wrong.growth, wrong.score.growth), (None, Some(Points::ZERO)));
    let options = GradeOptions { scope: Scope::Samples, ..GradeOptions::default() };
    let right: Submission = submission("main.py", RIGHT);
    let samples = grader(2).grade_with(&challenge, &right, options, |_| {}).await.unwrap();
    assert_eq!((samples.growth, samples.score.growth), (None, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn verifying_holds_accepted_solutions_to_the_class_that_is_promised() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = summing(folder.path());
    let verified = grader(2).verify(&challenge, |_| {}).await.unwrap();
    assert!(verified.all_as_expected(), "{verified:?}");
    let mut other = (*challenge).clone();
    other.growth.as_mut().unwrap().expected = Some(GrowthClass::Linearithmic);
    let verified = grader(2).verify(&Arc::new(other), |_| {}).await.unwrap();
    assert!(!verified.all_as_expected());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_wrong_at_large_sizes_ends_the_measurement_and_leaves_what_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = summing(folder.path());
    for (what, verdict) in [
        ("while True: pass", None),
        ("numbers = [bytes(10**6) for _ in numbers]", Some(Verdict::MLE)),
        ("print('<b>' * 10**7)", Some(Verdict::OLE)),
        ("raise ValueError('<script>')", Some(Verdict::RTE)),
    ] {
        let check = format!("if len(numbers) > 3000:\n    {what}\n");
        let source = format!("numbers = input().split()\n{check}{}", RIGHT.replace("input().split()", "numbers"));
        let mut runs = 0;
        let count = |event| runs += usize::from(matches!(event, assay::Event::Measuring { .. }));
        let submission = submission("main.py", source);
        let growth = grader(2).growth(&challenge, &submission, count).await.unwrap().unwrap();
        let stop = growth.stopped.unwrap();
        assert_eq!(stop.verdict, verdict, "{what}: {stop:?}");
        assert!((3001..=4096).contains(&stop.size) && runs <= 24, "{what}: {stop:?} after {runs} runs");
        assert!(growth.points.iter().all(|point| point.size <= 3000), "{what}");
        assert_eq!(growth.cost.class, Some(GrowthClass::Linear), "{what}: {:?}", growth.cost);
        let total = growth.points.iter().map(|point| point.cost).sum::<u64>();
        assert!(total < 1_000_000_000, "{what}: {total}");
    }
}
