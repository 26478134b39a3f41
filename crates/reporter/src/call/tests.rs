//! Calls are judged one by one, by type, and the first that is wrong decides.

use assay_challenge::{Captured, Class, End, Parameter, Record, Usage};
use proptest::prelude::*;

use super::*;

fn parameter(name: &str, data_type: &str) -> Parameter {
    Parameter { name: name.to_owned(), data_type: data_type.parse().expect("a type") }
}

fn function(name: &str, parameters: &[(&str, &str)], result: &str) -> Function {
    Function {
        name: name.to_owned(),
        about: String::new(),
        parameters: parameters.iter().map(|(name, of)| parameter(name, of)).collect(),
        result: (!result.is_empty()).then(|| result.parse().expect("a type")),
        fallible: true,
    }
}

fn of_function(parameters: &[(&str, &str)], result: &str) -> Interface {
    let point = Record { name: "Point".to_owned(), fields: vec![parameter("x", "int"), parameter("y", "float")] };
    Interface { item: Item::Function(function("solve", parameters, result)), records: vec![point] }
}

fn cache() -> Interface {
    let methods =
        vec![function("put", &[("key", "int"), ("value", "int")], ""), function("get", &[("key", "int")], "int")];
    let constructor = function("LruCache", &[("capacity", "int")], "");
    let class = Class { name: "LruCache".to_owned(), about: String::new(), constructor, methods };
    Interface { item: Item::Class(class), records: Vec::new() }
}

const NEAR: ValueTolerance = ValueTolerance { absolute: Some(1e-9), relative: Some(1e-9), any_order: false };

fn ended(end: End) -> Outcome {
    let usage = Usage { cost: 5, memory: 5 };
    let stderr = Captured { bytes: b"last words\n".to_vec(), total: 11 };
    Outcome { end, usage, stdout: Captured::default(), stderr }
}

fn judged(interface: &Interface, call: &Call, replies: &[Reply], tolerance: &ValueTolerance) -> Judgement {
    let limits = Limits { cost: 10_000_000, memory: 1 << 20, stdout: 1 << 20, stderr: 1 << 10, wall_ms: 1000 };
    let asked = Asked { interface, call, tolerance };
    judge_call(asked, Answered { replies, readable: true }, &ended(End::Exit { code: 0 }), &limits)
}

/// The judgement of a function that returned one value where another was expected.
fn compared(result: &str, expected: Value, actual: Value, tolerance: &ValueTolerance) -> Judgement {
    let call = Call::Function { arguments: Vec::new(), expected: Some(Expected::Value(expected)) };
    judged(&of_function(&[], result), &call, &[Reply::Returned(Some(actual))], tolerance)
}

fn ints(values: &[i64]) -> Value {
    Value::List(values.iter().map(|value| Value::Int(*value)).collect())
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

#[test]
fn a_value_that_differs_is_named_with_its_place() {
    let wrong = |result: &str, expected, actual| {
        let judged = compared(result, expected, actual, &NEAR);
        assert_eq!(judged.verdict, Verdict::WA);
        judged.message
    };
    assert_eq!(wrong("int", Value::Int(1), Value::Int(2)), "returned 2, expected 1");
    assert_eq!(wrong("list<int>", ints(&[1, 2]), ints(&[1, 3])), "returned [1, 3]; at [1]: expected 2, got 3");
    assert_eq!(wrong("list<int>", ints(&[1]), ints(&[])), "returned [], expected [1]");
    let point = |x, y| Value::Record(vec![Value::Int(x), Value::Float(y)]);
    assert_eq!(
        wrong("list<Point>", Value::List(vec![point(1, 0.5)]), Value::List(vec![point(1, 0.25)])),
        "returned [Point {x: 1, y: 0.25}]; at [0].y: expected 0.5, got 0.25"
    );
    let map = |value: i64| Value::Map(vec![(text("b"), Value::Int(value)), (text("a"), Value::Int(1))]);
    assert_eq!(
        wrong("map<string, int>", map(2), map(3)),
        "returned {\"b\": 3, \"a\": 1}; at [\"b\"]: expected 2, got 3"
    );
    let none = Value::Optional(None);
    assert_eq!(
        wrong("optional<int>", none.clone(), Value::Optional(Some(Box::new(Value::Int(0))))),
        "returned 0, expected none"
    );
    let set = |items: &[&str]| Value::Set(items.iter().map(|item| text(item)).collect());
    assert_eq!(wrong("set<string>", set(&["a", "b"]), set(&["a"])), "returned {\"a\"}, lacks the element \"b\"");
    assert_eq!(
        wrong("set<string>", set(&["a"]), set(&["c", "a"])),
        "returned {\"c\", \"a\"}, the element \"c\" should not be there"
    );
}

#[test]
fn order_says_nothing_in_sets_and_maps_and_in_lists_only_where_that_is_allowed() {
    let set = |items: &[i64]| Value::Set(items.iter().map(|item| Value::Int(*item)).collect());
    assert_eq!(compared("set<int>", set(&[1, 2]), set(&[2, 1]), &NEAR).verdict, Verdict::AC);
    assert_eq!(compared("set<int>", set(&[1, 2]), set(&[2, 2]), &NEAR).verdict, Verdict::WA, "an element twice");
    assert_eq!(compared("list<int>", ints(&[1, 2]), ints(&[2, 1]), &NEAR).verdict, Verdict::WA);
    let any = ValueTolerance { any_order: true, ..NEAR };
    assert_eq!(compared("list<int>", ints(&[1, 2, 2]), ints(&[2, 1, 2]), &any).verdict, Verdict::AC);
    assert_eq!(compared("list<int>", ints(&[1, 1, 2]), ints(&[2, 1, 2]), &any).verdict, Verdict::WA);
    let nested = |inner: &[i64]| Value::List(vec![ints(inner)]);
    assert_eq!(compared("list<list<int>>", nested(&[1, 2]), nested(&[2, 1]), &any).verdict, Verdict::WA, "inside");
}

#[test]
fn floats_agree_within_either_tolerance() {
    let verdict = |expected, actual, tolerance: &ValueTolerance| {
        compared("float", Value::Float(expected), Value::Float(actual), tolerance).verdict
    };
    assert_eq!(verdict(0.1 + 0.2, 0.3, &NEAR), Verdict::AC);
    assert_eq!(verdict(1e15, 1e15 + 1.0, &NEAR), Verdict::AC);
    assert_eq!(verdict(1.0, 1.000_001, &NEAR), Verdict::WA);
    assert_eq!(verdict(f64::NAN, f64::NAN, &NEAR), Verdict::AC);
    assert_eq!(verdict(f64::INFINITY, f64::MAX, &NEAR), Verdict::WA);
    assert_eq!(verdict(f64::INFINITY, f64::INFINITY, &NEAR), Verdict::AC);
    let exact = ValueTolerance { absolute: None, relative: None, any_order: false };
    assert_eq!(verdict(0.1 + 0.2, 0.3, &exact), Verdict::WA);
}

#[test]
fn an_error_is_right_only_where_one_is_expected_and_never_when_it_is_a_mistake() {
    let interface = of_function(&[], "int");
    let expecting = |expected| Call::Function { arguments: Vec::new(), expected: Some(expected) };
    let raised = |mistake| [Reply::Raised { kind: "ValueError".to_owned(), message: "no\n".to_owned(), mistake }];
    let error = expecting(Expected::Error(Some("must be positive".to_owned())));
    assert_eq!(judged(&interface, &error, &raised(false), &NEAR).verdict, Verdict::AC);
    let mistake = judged(&interface, &error, &raised(true), &NEAR);
    assert_eq!((mistake.verdict, mistake.message.as_str()), (Verdict::RTE, "raised ValueError: no\\n"));
    let returned = judged(&interface, &error, &[Reply::Returned(Some(Value::Int(3)))], &NEAR);
    assert_eq!(returned.message, "returned 3, expected an error: must be positive");
    let value = expecting(Expected::Value(Value::Int(3)));
    assert_eq!(judged(&interface, &value, &raised(false), &NEAR).verdict, Verdict::RTE);
    let wrong = judged(&interface, &value, &[Reply::WrongType { actual: "str".to_owned() }], &NEAR);
    assert_eq!((wrong.verdict, wrong.message.as_str()), (Verdict::WA, "returned str, expected int"));
}

fn sequence(gets: &[(i64, i64)]) -> Call {
    let put =
        Step::Method { method: 0, arguments: vec![Value::Int(1), Value::Int(7)], expected: Some(Expected::Nothing) };
    let get = |(key, expected): &(i64, i64)| Step::Method {
        method: 1,
        arguments: vec![Value::Int(*key)],
        expected: Some(Expected::Value(Value::Int(*expected))),
    };
    let steps = [put, Step::Sleep(250)].into_iter().chain(gets.iter().map(get)).collect();
    Call::Class { arguments: vec![Value::Int(2)], made: None, steps }
}

fn returned(values: &[i64]) -> Vec<Reply> {
    let gets = values.iter().map(|value| Reply::Returned(Some(Value::Int(*value))));
    [Reply::Returned(None), Reply::Returned(None)].into_iter().chain(gets).collect()
}

#[test]
fn the_first_step_that_is_wrong_is_named_and_shown_among_its_neighbours() {
    let call = sequence(&[(1, 7), (2, -1), (1, 7)]);
    assert_eq!(judged(&cache(), &call, &returned(&[7, -1, 7]), &NEAR).verdict, Verdict::AC);
    let wrong = judged(&cache(), &call, &returned(&[7, 1, 8]), &NEAR);
    assert_eq!((wrong.verdict, wrong.message.as_str()), (Verdict::WA, "step 4: `get(2)` returned 1, expected -1"));
    let steps = wrong.trace.expect("a trace").steps;
    let shown: Vec<_> = steps.iter().map(|step| (step.number, step.call.as_str(), step.agrees)).collect();
    let expected = [
        (0, "LruCache(2)", true),
        (1, "put(1, 7)", true),
        (2, "sleep 250 ms", true),
        (3, "get(1)", true),
        (4, "get(2)", false),
        (5, "get(1)", false),
    ];
    assert_eq!(shown, expected);
    assert_eq!((steps[4].expected.as_deref(), steps[4].came.as_deref()), (Some("-1"), Some("1")));
}

#[test]
fn a_run_that_ends_early_is_never_accepted() {
    let call = sequence(&[(1, 7), (2, -1)]);
    let early = judged(&cache(), &call, &returned(&[7]), &NEAR);
    assert_eq!(
        (early.verdict, early.message.as_str()),
        (Verdict::RTE, "the run ended before `get` returned: last words")
    );
    let nothing = judged(&cache(), &call, &[], &NEAR);
    assert_eq!(nothing.message, "the run ended before `LruCache` returned: last words");
}

#[test]
fn more_answers_than_questions_are_not_accepted() {
    let call = sequence(&[(1, 7)]);
    let forged = judged(&cache(), &call, &returned(&[7, 7]), &NEAR);
    assert_eq!(
        (forged.verdict, forged.message.as_str()),
        (Verdict::RTE, "wrote to the channel that its results travel on")
    );
}

#[test]
fn a_limit_decides_before_any_answer_is_compared() {
    let (interface, call) = (cache(), sequence(&[(1, 7)]));
    let limits = Limits { cost: 10_000_000, memory: 1 << 20, stdout: 1 << 20, stderr: 1 << 10, wall_ms: 1000 };
    let (asked, replies) = (Asked { interface: &interface, call: &call, tolerance: &NEAR }, returned(&[1]));
    let judged = judge_call(asked, Answered { replies: &replies, readable: true }, &ended(End::CostLimit), &limits);
    assert_eq!(judged.verdict, Verdict::TLE);
}

#[test]
fn an_object_that_is_not_made_has_no_further_steps() {
    let call = Call::Class { arguments: vec![Value::Int(0)], made: Some(Expected::Error(None)), steps: Vec::new() };
    let refused = [Reply::Raised { kind: "ValueError".to_owned(), message: String::new(), mistake: false }];
    assert_eq!(judged(&cache(), &call, &refused, &NEAR).verdict, Verdict::AC);
    let made = judged(&cache(), &call, &[Reply::Returned(None)], &NEAR);
    assert_eq!(made.message, "returned nothing, expected an error");
}

#[test]
fn long_sequences_are_cut_around_the_failure() {
    let gets: Vec<(i64, i64)> = (0..500).map(|nth| (nth, nth)).collect();
    let mut answers: Vec<i64> = (0..500).collect();
    answers[300] = -5;
    let trace = judged(&cache(), &sequence(&gets), &returned(&answers), &NEAR).trace.expect("a trace");
    assert_eq!(trace.total, 503);
    assert!(trace.steps.len() < 40 && trace.steps.iter().any(|step| !step.agrees && step.number == 303), "{trace:?}");
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Value::Int),
        any::<f64>().prop_map(Value::Float),
        any::<bool>().prop_map(Value::Bool),
        ".{0,6}".prop_map(Value::String),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Set),
            prop::collection::vec((inner.clone(), inner), 0..4).prop_map(Value::Map),
        ]
    })
}

proptest! {
    #[test]
    fn every_value_agrees_with_itself_and_no_mismatch_of_value_and_type_panics(
        value in any_value(), other in any_value(), of in "(list<set<int>>|map<string, int>|float|set<list<bool>>)",
    ) {
        prop_assert_eq!(compared(&of, value.clone(), value.clone(), &NEAR).verdict, Verdict::AC);
        let _ = compared(&of, value, other, &NEAR);
    }
}
