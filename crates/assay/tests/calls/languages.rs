//! Every type there is goes into a function and a class and comes back, in each language.

use std::path::Path;

use assay::{Call, Challenge, Expected, Interface, Language, Step, Submission, Value, Verdict, start};

use crate::everything::{empty, full, identity, recorder};
use crate::{challenge, ground};

/// The call of a function that must return what it is given.
fn returns(value: Value) -> Call {
    Call::Function { arguments: vec![value.clone()], expected: Some(Expected::Value(value)) }
}

/// Operations of every kind, and what must come of them.
fn operations() -> Call {
    let step = |method, arguments: &[Value], expected| {
        let (arguments, expected) = (arguments.to_vec(), Some(expected));
        Step::Method { method, arguments, expected }
    };
    let int = |value| Expected::Value(Value::Int(value));
    let place = |value: Option<i64>| Expected::Value(Value::Optional(value.map(|value| Box::new(Value::Int(value)))));
    let steps = vec![
        step(0, &[full()], Expected::Value(full())),
        step(0, &[empty()], Expected::Value(empty())),
        step(1, &[Value::Int(5)], Expected::Nothing),
        step(1, &[Value::Int(1)], Expected::Nothing),
        step(4, &[], int(7)),
        step(2, &[], int(1)),
        step(6, &[Value::Int(0)], place(Some(5))),
        step(6, &[Value::Int(1)], place(None)),
        Step::Sleep(1500),
        step(2, &[], int(5)),
        step(2, &[], Expected::Error(None)),
        step(3, &[], Expected::Error(Some("there is no number".to_owned()))),
        step(4, &[], int(1)),
    ];
    Call::Class { arguments: vec![Value::Int(1)], made: Some(Expected::Nothing), steps }
}

/// A constructor that must fail.
fn refused() -> Call {
    Call::Class { arguments: vec![Value::Int(-1)], made: Some(Expected::Error(None)), steps: Vec::new() }
}

async fn verdict(challenge: Challenge, submission: &Submission) -> (Verdict, String) {
    let grade = ground::grader(2).grade(&challenge.into(), submission).await.expect("a grade");
    let said = grade.compile.map_or_else(String::new, |compile| compile.message);
    let first = grade.cases.first().expect("a case");
    let stderr = first.detail.as_ref().map_or("", |detail| detail.stderr.text.as_str());
    (grade.verdict, format!("{said}\n{}\n{stderr}", first.message))
}

/// The bundled submissions return everything unchanged, and the stubs compile and return something wrong.
async fn brings_everything_through(language: &str, ending: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let language = Language::new(language).expect("a name");
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sandbox").join(language.as_str()).join("binding");
    let cases: [(&str, Interface, Call); 4] = [
        ("identity", identity(), returns(full())),
        ("identity", identity(), returns(empty())),
        ("recorder", recorder(), operations()),
        ("recorder", recorder(), refused()),
    ];
    for (nth, (name, interface, call)) in cases.into_iter().enumerate() {
        let folder = folder.path().join(nth.to_string());
        let challenge = (*challenge(&folder, &interface, &call)).clone();
        let file = bundled.join(format!("{name}.{ending}"));
        let submission = Submission::read(&file, language.clone()).expect("a file");
        let (earned, why) = verdict(challenge.clone(), &submission).await;
        assert_eq!(earned, Verdict::AC, "{language}, {name}, {nth}:\n{why}");
        if nth == 0 || nth == 2 {
            let stub = start(&challenge, &language).expect("a stub").swap_remove(0);
            let submission = Submission::new(&stub.name, language.clone(), stub.text);
            let (earned, why) = verdict(challenge, &submission).await;
            assert_eq!(earned, Verdict::WA, "the stub of {language}, {name}:\n{why}");
        }
    }
}

#[tokio::test]
async fn python_brings_everything_through() {
    brings_everything_through("python", "py").await;
}

#[tokio::test]
async fn c_brings_everything_through() {
    brings_everything_through("c", "c").await;
}

#[tokio::test]
async fn cpp_brings_everything_through() {
    brings_everything_through("cpp", "cpp").await;
}

#[tokio::test]
async fn go_brings_everything_through() {
    brings_everything_through("go", "go").await;
}

#[tokio::test]
async fn java_brings_everything_through() {
    brings_everything_through("java", "java").await;
}

#[tokio::test]
async fn javascript_brings_everything_through() {
    brings_everything_through("javascript", "js").await;
}

#[tokio::test]
async fn ruby_brings_everything_through() {
    brings_everything_through("ruby", "rb").await;
}

#[tokio::test]
async fn rust_brings_everything_through() {
    brings_everything_through("rust", "rs").await;
}

#[tokio::test]
async fn typescript_brings_everything_through() {
    brings_everything_through("typescript", "ts").await;
}

#[test]
fn every_language_with_functions_is_tested_here() {
    let tested = ["c", "cpp", "go", "java", "javascript", "python", "ruby", "rust", "typescript"];
    let called = |language: &&Language| assay::stub(language, &identity()).is_some();
    let known: Vec<Language> = ground::grader(1).languages().into_iter().map(|info| info.language).collect();
    assert_eq!(known.iter().filter(called).map(Language::as_str).collect::<Vec<_>>(), tested);
}
