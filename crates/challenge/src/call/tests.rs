//! How cases are read from JSON and written to it.

use proptest::prelude::*;
use serde_json::json;

use super::{Call, Expected, Step};
use crate::{Class, Function, Interface, Item, Parameter, Value};

fn function(name: &str, parameters: &[(&str, &str)], result: Option<&str>, fallible: bool) -> Function {
    let parameter = |(name, data_type): &(&str, &str)| Parameter {
        name: (*name).to_owned(),
        data_type: data_type.parse().unwrap(),
    };
    Function {
        name: name.to_owned(),
        about: String::new(),
        parameters: parameters.iter().map(parameter).collect(),
        result: result.map(|data_type| data_type.parse().unwrap()),
        fallible,
    }
}

fn divide() -> Interface {
    let divide = function("divide", &[("dividend", "bigint"), ("divisor", "bigint")], Some("bigint"), true);
    Interface { item: Item::Function(divide), records: Vec::new() }
}

fn stack() -> Interface {
    let methods =
        vec![function("push", &[("item", "int")], None, false), function("pop", &[], Some("optional<int>"), true)];
    let constructor = function("new", &[("capacity", "int")], None, true);
    let class = Class { name: "Stack".to_owned(), about: String::new(), constructor, methods };
    Interface { item: Item::Class(class), records: Vec::new() }
}

#[test]
fn a_functions_case_is_arguments_and_a_value_or_an_error() {
    let big = |text: &str| Value::BigInt(text.to_owned());
    let call = |json: &str| Call::from_json(json.as_bytes(), &divide());
    let expecting = |expected| Call::Function { arguments: vec![big("123456789012345678901"), big("1")], expected };
    for (rest, expected) in [
        ("\"expected\": 123456789012345678901", Expected::Value(big("123456789012345678901"))),
        ("\"error\": true", Expected::Error(None)),
        ("\"error\": \"no division\"", Expected::Error(Some("no division".to_owned()))),
    ] {
        let read = call(&format!("{{\"args\": [123456789012345678901, 1], {rest}}}"));
        assert_eq!(read, Ok(expecting(Some(expected))), "{rest}");
    }
    let generated = Call::from_generated_json(b"{\"args\": [\"123456789012345678901\", 1]}", &divide());
    assert_eq!(generated, Ok(expecting(None)));
}

#[test]
fn a_classs_case_is_steps_that_call_or_sleep() {
    let text = br#"{"args": [3], "steps": [
        {"call": "push", "args": [1]}, {"sleep_ms": 500},
        {"call": "pop", "args": [], "expected": 1}, {"call": "pop", "args": [], "error": "empty"}]}"#;
    let method = |method, arguments, expected| Step::Method { method, arguments, expected: Some(expected) };
    let popped = Expected::Value(Value::Optional(Some(Box::new(Value::Int(1)))));
    let call = Call::Class {
        arguments: vec![Value::Int(3)],
        made: Some(Expected::Nothing),
        steps: vec![
            method(0, vec![Value::Int(1)], Expected::Nothing),
            Step::Sleep(500),
            method(1, Vec::new(), popped),
            method(1, Vec::new(), Expected::Error(Some("empty".to_owned()))),
        ],
    };
    assert_eq!(Call::from_json(text, &stack()), Ok(call.clone()));
    assert_eq!(call.expected_json(&stack()), json!([null, null, 1, {"error": "empty"}]));
    let failing = Call::from_json(b"{\"args\": [-1], \"error\": true}", &stack()).unwrap();
    assert!(matches!(&failing, Call::Class { made: Some(Expected::Error(None)), steps, .. } if steps.is_empty()));
    assert_eq!(failing.expected_json(&stack()), json!({"error": true}));
}

#[test]
fn what_is_wrong_is_named_with_its_line_and_place() {
    for (text, line, path, message) in [
        ("[]", 1, "", "is an array, not an object"),
        ("{}", 1, "args", "is missing"),
        ("{\"args\": 1}", 1, "args", "is a number, not an array"),
        ("{\"args\": [1]}", 1, "args", "holds 1 argument for 2 parameters"),
        ("{\"args\": [1,\n1.5], \"expected\": 1}", 2, "args[1]", "is 1.5, not of type bigint"),
        ("{\"args\": [1, 2]}", 1, "expected", "is missing"),
        ("{\"args\": [1, 2],\n\"expected\": null}", 2, "expected", "is null, not of type bigint"),
        ("{\"args\": [1, 2], \"expected\": 1, \"error\": true}", 1, "expected", "stands beside `error`"),
        ("{\"args\": [1, 2], \"error\": false}", 1, "error", "is neither `true` nor a text"),
        ("{\"args\": [1, 2], \"expect\": 1}", 1, "expect", "is not a known key"),
    ] {
        let mistake = Call::from_json(text.as_bytes(), &divide()).unwrap_err();
        let found = (mistake.line, mistake.path.as_str(), mistake.message.as_str());
        assert_eq!(found, (line, path, message), "{text}");
        assert!(!mistake.help.is_empty());
    }
    for (steps, path, message) in [
        ("1", "steps", "is a number, not an array"),
        ("[{}]", "steps[0].call", "is missing"),
        ("[{\"call\": 1}]", "steps[0].call", "is a number, not a method's name"),
        ("[{\"call\": \"pup\"}]", "steps[0].call", "is \"pup\", which is no method of Stack"),
        ("[{\"call\": \"push\", \"args\": [\"1\"]}]", "steps[0].args[0]", "is a string, not of type int"),
        ("[{\"call\": \"push\", \"args\": [1], \"expected\": 1}]", "steps[0].expected", "means nothing"),
        ("[{\"call\": \"push\", \"args\": [1], \"error\": true}]", "steps[0].error", "is not declared to fail"),
        ("[{\"sleep_ms\": 1}, {\"sleep_ms\": 0}]", "steps[1].sleep_ms", "is not a time to sleep"),
        ("[{\"sleep_ms\": 1, \"call\": \"pop\"}]", "steps[0].sleep_ms", "stands beside other keys"),
    ] {
        let mistake = Call::from_json(format!("{{\"args\": [1], \"steps\": {steps}}}").as_bytes(), &stack());
        let mistake = mistake.unwrap_err();
        assert_eq!(mistake.path, path, "{steps}: {mistake:?}");
        assert!(mistake.message.contains(message), "{steps}: {mistake:?}");
    }
    let misspelt = b"{\"args\": [1], \"steps\": [{\"call\": \"pup\", \"args\": []}]}";
    assert_eq!(Call::from_json(misspelt, &stack()).unwrap_err().help, "did you mean `pop`?");
}

#[test]
fn a_generator_must_not_say_what_is_expected() {
    let mistake = Call::from_generated_json(b"{\"args\": [1, 2], \"expected\": 1}", &divide()).unwrap_err();
    assert_eq!((mistake.path.as_str(), mistake.message.as_str()), ("expected", "is printed by the generator"));
}

proptest! {
    #[test]
    fn every_call_comes_back_from_its_json(
        arguments in prop::collection::vec("0|-?[1-9][0-9]{0,30}", 2),
        reason in prop::option::of(any::<String>()),
        fails: bool,
        steps in prop::collection::vec((any::<i64>(), 1..1000_u64, 0..3_u8), 0..5),
    ) {
        let arguments: Vec<_> = arguments.into_iter().map(Value::BigInt).collect();
        let expected = if fails { Expected::Error(reason) } else { Expected::Value(arguments[0].clone()) };
        let call = Call::Function { arguments, expected: Some(expected) };
        prop_assert_eq!(Call::from_json(call.to_json(&divide()).to_string().as_bytes(), &divide())?, call);
        let step = |(item, ms, kind)| match kind {
            0 => Step::Sleep(ms),
            1 => Step::Method { method: 0, arguments: vec![Value::Int(item)], expected: Some(Expected::Nothing) },
            _ => Step::Method {
                method: 1,
                arguments: Vec::new(),
                expected: Some(Expected::Value(Value::Optional(Some(Box::new(Value::Int(item)))))),
            },
        };
        let steps = steps.into_iter().map(step).collect();
        let call = Call::Class { arguments: vec![Value::Int(1)], made: Some(Expected::Nothing), steps };
        prop_assert_eq!(Call::from_json(call.to_json(&stack()).to_string().as_bytes(), &stack())?, call);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for interface in [divide(), stack()] {
            prop_assert!(Call::from_json(&bytes, &interface).is_err());
        }
    }

    #[test]
    fn no_pieces_of_a_case_panic(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"args\"", "\"steps\"", "\"call\"", "\"pop\"", "\"error\"", "1", "\n", "null",
        ]), 0..40)
    ) {
        for interface in [divide(), stack()] {
            if let Err(mistake) = Call::from_json(pieces.concat().as_bytes(), &interface) {
                prop_assert!(mistake.line >= 1 && !mistake.message.is_empty());
            }
        }
    }
}
