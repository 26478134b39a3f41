//! How values are read from JSON and written to it.

use proptest::prelude::*;
use proptest::strategy::BoxedStrategy;
use serde_json::json;

use super::Value;
use crate::data_type::tests::any_type;
use crate::{DataType, Function, Interface, Item, Parameter, Record};

fn interface() -> Interface {
    let field = |name: &str, data_type| Parameter { name: name.to_owned(), data_type };
    let fields = vec![field("x", DataType::Int), field("label", "optional<string>".parse().unwrap())];
    let function =
        Function { name: "f".to_owned(), about: String::new(), parameters: Vec::new(), result: None, fallible: false };
    Interface { item: Item::Function(function), records: vec![Record { name: "Point".to_owned(), fields }] }
}

fn read(data_type: &str, json: &serde_json::Value) -> Result<Value, (String, String)> {
    let read = Value::from_json(json, &data_type.parse().unwrap(), &interface());
    read.map_err(|mistake| (mistake.path, mistake.message))
}

#[test]
fn json_has_more_than_one_way_to_write_some_values() {
    let digits = |text: &str| Value::BigInt(text.to_owned());
    let text = |text: &str| Value::String(text.to_owned());
    for (data_type, json, value) in [
        ("bigint", json!(-7), digits("-7")),
        ("bigint", json!("-00123456789012345678901234567890"), digits("-123456789012345678901234567890")),
        ("bigint", json!("-0"), digits("0")),
        ("float", json!(3), Value::Float(3.0)),
        ("float", json!("-Infinity"), Value::Float(f64::NEG_INFINITY)),
        ("bytes", json!("00Ff"), Value::Bytes(vec![0, 255])),
        ("map<string, int>", json!({"a": 1}), Value::Map(vec![(text("a"), Value::Int(1))])),
        ("map<string, int>", json!([["a", 1]]), Value::Map(vec![(text("a"), Value::Int(1))])),
        ("map<int, int>", json!([[2, 1]]), Value::Map(vec![(Value::Int(2), Value::Int(1))])),
        ("optional<int>", json!(null), Value::Optional(None)),
        ("Point", json!({"x": 1}), Value::Record(vec![Value::Int(1), Value::Optional(None)])),
    ] {
        assert_eq!(read(data_type, &json), Ok(value), "{data_type}: {json}");
    }
    assert!(matches!(read("float", &json!("NaN")), Ok(Value::Float(value)) if value.is_nan()));
}

#[test]
fn a_value_of_another_type_is_named_with_its_place() {
    for (data_type, json, path, message) in [
        ("int", json!("1"), "", "is a string, not of type int"),
        ("int", json!(1.5), "", "is 1.5, not an integer"),
        ("int", json!(9_223_372_036_854_775_808_u64), "", "is 9223372036854775808, which has no place in 64 bits"),
        ("bool", json!(0), "", "is 0, not of type bool"),
        ("bigint", json!("1e5"), "", "is a string, not of type bigint"),
        ("float", json!("inf"), "", "is a string, not of type float"),
        ("bytes", json!("abc"), "", "is a string, not of type bytes"),
        ("bytes", json!("0g"), "", "is a string, not of type bytes"),
        ("string", json!(null), "", "is null, not of type string"),
        ("list<list<int>>", json!([[1], [2, true]]), "[1][1]", "is a bool, not of type int"),
        ("tuple<int, int>", json!([1, 2, 3]), "", "has 3 items, where tuple<int, int> has 2"),
        ("map<string, int>", json!({"a": 1, "b c": null}), "[\"b c\"]", "is null, not of type int"),
        ("map<int, int>", json!({"1": 1}), "", "is an object, not of type map<int, int>"),
        ("map<int, int>", json!([[1, 2], [3]]), "[1]", "is not a key with its value"),
        ("map<int, int>", json!([[1, 2], [1, 3]]), "[1]", "stands there twice"),
        ("set<string>", json!(["a", "b", "a"]), "[2]", "stands there twice"),
        ("list<Point>", json!([{"x": 1}, {"x": "1"}]), "[1].x", "is a string, not of type int"),
        ("Point", json!({"label": "a"}), "x", "is missing"),
        ("Point", json!({"x": 1, "labl": "a"}), "labl", "is no field of Point"),
        ("Nothing", json!({}), "", "is of Nothing, which is no record"),
    ] {
        assert_eq!(read(data_type, &json), Err((path.to_owned(), message.to_owned())), "{data_type}: {json}");
    }
}

/// Any value of a type.
fn any_value(data_type: &DataType) -> BoxedStrategy<Value> {
    let list = |item: &DataType| prop::collection::vec(any_value(item), 0..4);
    match data_type {
        DataType::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        DataType::Int => any::<i64>().prop_map(Value::Int).boxed(),
        DataType::BigInt => "0|-?[1-9][0-9]{0,40}".prop_map(Value::BigInt).boxed(),
        // What is no number does not equal itself.
        DataType::Float => any::<f64>().prop_filter("NaN", |value| !value.is_nan()).prop_map(Value::Float).boxed(),
        DataType::String => any::<String>().prop_map(Value::String).boxed(),
        DataType::Bytes => any::<Vec<u8>>().prop_map(Value::Bytes).boxed(),
        DataType::List(item) => list(item).prop_map(Value::List).boxed(),
        DataType::Set(item) => list(item)
            .prop_map(|mut items| {
                items.sort_by_key(|item| format!("{item:?}"));
                items.dedup();
                Value::Set(items)
            })
            .boxed(),
        DataType::Map(key, value) => prop::collection::vec((any_value(key), any_value(value)), 0..4)
            .prop_map(|mut entries| {
                // Objects come back in the order of their keys.
                entries.sort_by(|(a, _), (b, _)| match (a, b) {
                    (Value::String(a), Value::String(b)) => a.cmp(b),
                    _ => format!("{a:?}").cmp(&format!("{b:?}")),
                });
                entries.dedup_by(|(a, _), (b, _)| a == b);
                Value::Map(entries)
            })
            .boxed(),
        DataType::Optional(item) => {
            prop::option::of(any_value(item)).prop_map(|item| Value::Optional(item.map(Box::new))).boxed()
        }
        DataType::Tuple(items) => items.iter().map(any_value).collect::<Vec<_>>().prop_map(Value::Tuple).boxed(),
        DataType::Record(_) => (any_value(&DataType::Int), any_value(&"optional<string>".parse().unwrap()))
            .prop_map(|(x, label)| Value::Record(vec![x, label]))
            .boxed(),
    }
}

proptest! {
    #[test]
    fn every_value_comes_back_from_its_json(
        (data_type, value) in any_type().prop_flat_map(|data_type| (Just(data_type.clone()), any_value(&data_type)))
    ) {
        let json = value.to_json(&data_type, &interface());
        let text = crate::json::Json::parse(json.to_string().as_bytes());
        prop_assert_eq!(Value::read(&text?, &data_type, &interface())?, value.clone());
        prop_assert_eq!(Value::from_json(&json, &data_type, &interface())?, value);
    }

    #[test]
    fn no_value_panics_when_shown_as_another_type(
        (value, other) in (any_type().prop_flat_map(|data_type| any_value(&data_type)), any_type()),
        limit in 0..200_usize,
    ) {
        let _ = value.to_json(&other, &interface());
        prop_assert!(value.show(&other, &interface(), limit).chars().count() <= limit + 1);
    }
}

#[test]
fn values_are_shown_for_people_and_cut() {
    for (data_type, json, shown) in [
        ("float", json!(1), "1.0"),
        ("float", json!("-Infinity"), "-Infinity"),
        ("string", json!("a\"b\n"), r#""a\"b\n""#),
        ("bytes", json!("00ff"), "0x00ff"),
        ("list<optional<int>>", json!([1, null]), "[1, null]"),
        ("set<int>", json!([1, 2]), "{1, 2}"),
        ("map<int, bool>", json!([[1, true]]), "{1: true}"),
        ("tuple<int, string>", json!([1, "é"]), r#"(1, "é")"#),
        ("Point", json!({"x": 1}), "Point {x: 1, label: null}"),
    ] {
        let value = read(data_type, &json).unwrap();
        assert_eq!(value.show(&data_type.parse().unwrap(), &interface(), 100), shown);
    }
    let long = read("list<int>", &json!(vec![10; 1000])).unwrap();
    assert_eq!(long.show(&"list<int>".parse().unwrap(), &interface(), 10), "[10, 10, 1…");
}
