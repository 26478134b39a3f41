//! Classes are judged step by step, and what fails is made small.

use std::path::Path;

use assay::{CaseGrade, Grade, Grader, Submission, Verdict, load};

use crate::ground;

/// A submission to one of the bundled challenges that are classes.
async fn grade(grader: &Grader, challenge: &str, solution: &str) -> Grade {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../challenges").join(challenge);
    let file = root.join("submissions").join(solution);
    let challenge = load(&root).expect("a valid challenge").into();
    let submission = Submission::read(&file, "python".to_owned().try_into().expect("a name")).expect("a file");
    grader.grade(&challenge, &submission).await.expect("a grade")
}

fn failed<'a>(grade: &'a Grade, case: &str) -> &'a CaseGrade {
    grade.cases.iter().find(|one| one.id == case).expect("a case of this name")
}

#[tokio::test]
async fn the_step_that_is_wrong_is_named_and_the_shortest_sequence_that_fails_is_found() {
    let grade = grade(&ground::grader(2), "lru-class", "wrong_answer/overwriting_throws_out.py").await;
    let case = failed(&grade, "secret/basic/04-mixed");
    assert_eq!((case.verdict, case.message.as_str()), (Verdict::WA, "step 16: `get(6)` returned none, expected 7"));
    let trace = case.detail.as_ref().and_then(|detail| detail.trace.as_ref()).expect("a trace");
    let shortest: Vec<String> = trace.shortest.iter().map(assay::TraceStep::line).collect();
    assert_eq!(
        shortest,
        ["LruCache(4)", "put(6, 7)", "put(3, 8)", "put(1, 9)", "put(7, 12)", "put(1, 13)", "get(6) → none, expected 7"]
    );
    assert_eq!(trace.total, 121);
}

#[tokio::test]
async fn grades_of_sequences_are_the_same_at_any_parallelism() {
    let one = grade(&ground::grader(1), "rate-limiter", "wrong_answer/fixed_windows.py").await;
    let eight = grade(&ground::grader(8), "rate-limiter", "wrong_answer/fixed_windows.py").await;
    assert_eq!(one.to_json(), eight.to_json());
}

#[tokio::test]
async fn sleeping_between_steps_moves_the_clock_and_costs_nothing() {
    let grade = grade(&ground::grader(2), "ttl-cache", "accepted/solution.py").await;
    assert_eq!(grade.verdict, Verdict::AC);
    let long = failed(&grade, "secret/edge/04-long-time");
    assert!(long.time_ms < 100, "a day passed in {} ms", long.time_ms);
}
