use assay_challenge::{Call, Class, DataType, Function, Interface, Item, Parameter, Record, Reply, Step, Value};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{Replies, Rest, replies, request};

fn point() -> Record {
    let field = |name: &str| Parameter { name: name.to_owned(), data_type: DataType::Int };
    Record { name: "Point".to_owned(), fields: vec![field("x"), field("y")] }
}

fn function(parameters: Vec<DataType>, result: Option<DataType>) -> Function {
    let parameters = parameters.into_iter().map(|data_type| Parameter { name: "value".to_owned(), data_type });
    Function {
        name: "identity".to_owned(),
        about: String::new(),
        parameters: parameters.collect(),
        result,
        fallible: true,
    }
}

fn interface(result: Option<DataType>) -> Interface {
    Interface { item: Item::Function(function(Vec::new(), result)), records: vec![point()] }
}

fn call() -> Call {
    Call::Function { arguments: Vec::new(), expected: None }
}

/// A class with the methods `count() -> int` and `clear()`, and a case that calls both and sleeps.
fn counter() -> (Interface, Call) {
    let class = Class {
        name: "Counter".to_owned(),
        about: String::new(),
        constructor: function(vec![DataType::Int], None),
        methods: vec![function(Vec::new(), Some(DataType::Int)), function(Vec::new(), None)],
    };
    let step = |method| Step::Method { method, arguments: Vec::new(), expected: None };
    let steps = vec![step(0), Step::Sleep(1500), step(1), step(0)];
    let call = Call::Class { arguments: vec![Value::Int(-7)], made: None, steps };
    (Interface { item: Item::Class(class), records: Vec::new() }, call)
}

fn any_type() -> impl Strategy<Value = DataType> {
    let simple = prop_oneof![
        Just(DataType::Bool),
        Just(DataType::Int),
        Just(DataType::BigInt),
        Just(DataType::Float),
        Just(DataType::String),
        Just(DataType::Bytes),
        Just(DataType::Record("Point".to_owned())),
    ];
    simple.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|item| DataType::List(Box::new(item))),
            inner.clone().prop_map(|item| DataType::Set(Box::new(item))),
            inner.clone().prop_map(|item| DataType::Optional(Box::new(item))),
            (inner.clone(), inner.clone()).prop_map(|(key, value)| DataType::Map(Box::new(key), Box::new(value))),
            vec(inner, 2..4).prop_map(DataType::Tuple),
        ]
    })
}

fn any_value(data_type: &DataType) -> BoxedStrategy<Value> {
    match data_type {
        DataType::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        DataType::Int => any::<i64>().prop_map(Value::Int).boxed(),
        DataType::BigInt => "0|-?[1-9][0-9]{0,40}".prop_map(Value::BigInt).boxed(),
        DataType::Float => any::<f64>().prop_map(Value::Float).boxed(),
        DataType::String => "(?s).{0,9}".prop_map(Value::String).boxed(),
        DataType::Bytes => vec(any::<u8>(), 0..9).prop_map(Value::Bytes).boxed(),
        DataType::List(item) => vec(any_value(item), 0..4).prop_map(Value::List).boxed(),
        DataType::Set(item) => vec(any_value(item), 0..4).prop_map(Value::Set).boxed(),
        DataType::Map(key, value) => vec((any_value(key), any_value(value)), 0..4).prop_map(Value::Map).boxed(),
        DataType::Optional(item) => {
            proptest::option::of(any_value(item).prop_map(Box::new)).prop_map(Value::Optional).boxed()
        }
        DataType::Tuple(items) => items.iter().map(any_value).collect::<Vec<_>>().prop_map(Value::Tuple).boxed(),
        DataType::Record(_) => {
            (any::<i64>(), any::<i64>()).prop_map(|(x, y)| Value::Record(vec![Value::Int(x), Value::Int(y)])).boxed()
        }
    }
}

fn typed_value() -> impl Strategy<Value = (DataType, Value)> {
    any_type().prop_flat_map(|data_type| (Just(data_type.clone()), any_value(&data_type)))
}

fn log_of(value: &Value) -> Vec<u8> {
    let mut log = b"R\n".to_vec();
    log.extend(request(&Call::Function { arguments: vec![value.clone()], expected: None }));
    log
}

proptest! {
    #[test]
    fn a_value_that_is_sent_back_as_it_was_received_is_the_same((data_type, value) in typed_value()) {
        let read = replies(&interface(Some(data_type)), &call(), &log_of(&value));
        let complete = Replies { replies: vec![Reply::Returned(Some(value))], rest: Rest::Complete };
        // Not compared as values, since a NaN is no other NaN's equal.
        prop_assert_eq!(format!("{read:?}"), format!("{complete:?}"));
    }

    #[test]
    fn a_reply_that_is_cut_anywhere_is_short((data_type, value) in typed_value(), cut in any::<prop::sample::Index>()) {
        let log = log_of(&value);
        let read = replies(&interface(Some(data_type)), &call(), &log[..cut.index(log.len())]);
        prop_assert_eq!(read, Replies { replies: Vec::new(), rest: Rest::Short });
    }

    #[test]
    fn no_bytes_panic_or_are_read_beyond_their_end(data_type in any_type(), log in vec(any::<u8>(), 0..60)) {
        let whole = [b"R\n", &log[..]].concat();
        for log in [&log[..], &whole] {
            let read = replies(&interface(Some(data_type.clone())), &call(), log);
            prop_assert!(read.replies.len() <= 1);
        }
    }

    #[test]
    fn a_damaged_reply_does_not_panic(
        (data_type, value) in typed_value(),
        at in any::<prop::sample::Index>(),
        byte: u8,
    ) {
        let mut log = log_of(&value);
        let at = at.index(log.len());
        log[at] = byte;
        let read = replies(&interface(Some(data_type)), &call(), &log);
        prop_assert!(read.replies.len() <= 1);
    }
}

#[test]
fn a_class_is_asked_step_by_step() {
    let (_, call) = counter();
    assert_eq!(String::from_utf8_lossy(&request(&call)), "-7\n4\n0\nz 1500\n1\n0\n");
}

#[test]
fn each_method_call_has_a_reply_and_sleeping_has_none() {
    let (interface, call) = counter();
    let read = replies(&interface, &call, b"R\nR\n5\nR\nE 10 5\nValueError\nempty\n");
    let raised = Reply::Raised { kind: "ValueError".to_owned(), message: "empty".to_owned(), mistake: false };
    let returned = [Reply::Returned(None), Reply::Returned(Some(Value::Int(5))), Reply::Returned(None), raised];
    assert_eq!(read, Replies { replies: returned.to_vec(), rest: Rest::Complete });
}

#[test]
fn nothing_is_asked_of_an_object_that_could_not_be_made() {
    let (interface, call) = counter();
    let read = replies(&interface, &call, b"X 9 0\nNameError\n\n");
    assert_eq!(read.rest, Rest::Complete);
    let raised = Reply::Raised { kind: "NameError".to_owned(), message: String::new(), mistake: true };
    assert_eq!(read.replies, [raised]);
}

#[test]
fn what_is_read_before_a_report_goes_wrong_is_kept() {
    let (interface, call) = counter();
    for (log, replies_read, rest) in [
        ("", 0, Rest::Short),
        ("R\nR\n5\n", 2, Rest::Short),
        ("R\nR\n5\nR\nR\n6\nR\n", 4, Rest::Garbled { at: 12, reason: "2 bytes follow the last reply".to_owned() }),
        ("R\nR\nfive\n", 1, Rest::Garbled { at: 2, reason: "`five` is no int".to_owned() }),
        ("R\nhello\n", 1, Rest::Garbled { at: 2, reason: "`hello` begins no reply".to_owned() }),
        ("R\nE 1 x\n", 1, Rest::Garbled { at: 2, reason: "`E 1 x` begins no reply".to_owned() }),
        ("R\nE 1 1\nabc", 1, Rest::Garbled { at: 2, reason: "no new line follows 1 bytes".to_owned() }),
    ] {
        let read = replies(&interface, &call, log.as_bytes());
        assert_eq!((read.replies.len(), read.rest), (replies_read, rest), "{log:?}");
    }
}

#[test]
fn values_that_their_type_does_not_have_are_of_another_type() {
    for (data_type, log, actual) in [
        (DataType::String, &b"R\n2\n\xff\xfe\n"[..], "text that is not valid UTF-8"),
        (DataType::BigInt, b"R\n0x10\n", "text that is no decimal integer"),
    ] {
        let read = replies(&interface(Some(data_type)), &call(), log);
        let wrong = Reply::WrongType { actual: actual.to_owned() };
        assert_eq!(read, Replies { replies: vec![wrong], rest: Rest::Complete });
    }
}

#[test]
fn big_integers_are_kept_without_what_does_not_count() {
    for (written, value) in [("-0", "0"), ("007", "7"), ("-000", "0"), ("-0120", "-120")] {
        let read = replies(&interface(Some(DataType::BigInt)), &call(), format!("R\n{written}\n").as_bytes());
        assert_eq!(read.replies, [Reply::Returned(Some(Value::BigInt(value.to_owned())))]);
    }
}

#[test]
fn counts_beyond_what_is_there_take_no_memory() {
    let list = DataType::List(Box::new(DataType::Bool));
    let read = replies(&interface(Some(list)), &call(), b"R\n18446744073709551615\nT\n");
    assert_eq!(read.rest, Rest::Short);
}

#[test]
fn a_record_that_holds_only_itself_is_not_read_for_ever() {
    let field = Parameter { name: "rest".to_owned(), data_type: DataType::Record("Loop".to_owned()) };
    let mut interface = interface(Some(DataType::Record("Loop".to_owned())));
    interface.records = vec![Record { name: "Loop".to_owned(), fields: vec![field] }];
    let read = replies(&interface, &call(), b"R\n");
    assert!(matches!(read.rest, Rest::Garbled { at: 0, .. }), "{read:?}");
}
