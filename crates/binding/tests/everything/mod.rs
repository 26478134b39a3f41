//! A function and a class whose types are all there are, with calls of them: what each language must bring through.

// Each user has use for some of it.
#![allow(dead_code)]

use assay_challenge::{Call, Class, Function, Interface, Item, Parameter, Record, Step, Value};

fn function(name: &str, about: &str, parameters: &[(&str, &str)], result: Option<&str>) -> Function {
    Function {
        name: name.to_owned(),
        about: about.to_owned(),
        parameters: fields(parameters),
        result: result.and_then(|result| result.parse().ok()),
        fallible: false,
    }
}

fn fields(fields: &[(&str, &str)]) -> Vec<Parameter> {
    let typed = fields.iter().filter_map(|(name, data_type)| {
        Some(Parameter { name: (*name).to_owned(), data_type: data_type.parse().ok()? })
    });
    typed.collect()
}

fn records() -> Vec<Record> {
    let everything = [
        ("flag", "bool"),
        ("count", "int"),
        ("big", "bigint"),
        ("ratio", "float"),
        ("name", "string"),
        ("raw_bytes", "bytes"),
        ("numbers", "list<int>"),
        ("rows", "list<list<string>>"),
        ("ages", "map<string, int>"),
        ("heights", "map<Point, list<float>>"),
        ("switches", "map<int, bool>"),
        ("seen", "set<string>"),
        ("corners", "set<tuple<int, int>>"),
        ("maybe", "optional<int>"),
        ("maybe_point", "optional<Point>"),
        ("maybe_list", "optional<list<bigint>>"),
        ("pair", "tuple<string, int>"),
        ("triple", "tuple<Point, bool, list<optional<string>>>"),
        ("type", "map<string, map<string, optional<bytes>>>"),
    ];
    vec![
        Record { name: "Point".to_owned(), fields: fields(&[("x", "int"), ("y", "int")]) },
        Record { name: "Everything".to_owned(), fields: fields(&everything) },
    ]
}

/// `identity(value: Everything) -> Everything`.
pub(crate) fn identity() -> Interface {
    let about = "Returns what it is given. \"Quotes\", back\\slashes, */ and \"\"\" are no trouble.";
    let item = Item::Function(function("identity", about, &[("value", "Everything")], Some("Everything")));
    Interface { item, records: records() }
}

/// A class with methods of every kind.
pub(crate) fn recorder() -> Interface {
    let mut constructor = function("new", "Fails if the start is below zero.", &[("start", "int")], None);
    constructor.fallible = true;
    let mut pop = function("pop", "Takes the number that was pushed last.", &[], Some("int"));
    pop.fallible = true;
    let mut drop = function("drop_all", "Forgets all numbers, if there are any.", &[], None);
    drop.fallible = true;
    let class = Class {
        name: "Recorder".to_owned(),
        about: "Keeps numbers, and the time since it was made.".to_owned(),
        constructor,
        methods: vec![
            function("echo", "Returns what it is given.", &[("value", "Everything")], Some("Everything")),
            function("push", "Keeps a number.", &[("number", "int")], None),
            pop,
            drop,
            function("total", "The sum of the start and all numbers.", &[], Some("int")),
            function("elapsed_ms", "How many milliseconds ago it was made.", &[], Some("int")),
            function("find", "The number at this place, if there is one.", &[("place", "int")], Some("optional<int>")),
        ],
    };
    Interface { item: Item::Class(class), records: records() }
}

/// A function with neither parameters nor result, whose name is a word of several languages.
pub(crate) fn bare() -> Interface {
    Interface { item: Item::Function(function("delete", "", &[], None)), records: Vec::new() }
}

/// A class whose names are all taken in some language.
pub(crate) fn awkward() -> Interface {
    let parameters = [
        ("type", "String"),
        ("class", "int"),
        ("in", "list<List>"),
        ("error", "bigint"),
        ("self", "optional<float>"),
        ("from", "string"),
        ("value", "bytes"),
        ("result", "bool"),
        ("a", "map<Key, tuple<int, int, int>>"),
    ];
    let class = Class {
        name: "Object".to_owned(),
        about: String::new(),
        constructor: function("new", "", &[], None),
        methods: vec![
            function("delete", "", &parameters, Some("String")),
            function("new", "", &[("int", "int")], Some("set<Key>")),
            function("init", "", &[], Some("tuple<String, bigint>")),
            function("constructor", "", &[("std", "int")], Some("optional<List>")),
        ],
    };
    let records = vec![
        Record { name: "Key".to_owned(), fields: fields(&[("class", "int"), ("default", "string")]) },
        Record {
            name: "String".to_owned(),
            fields: fields(&[("length", "int"), ("end", "bigint"), ("to_string", "int")]),
        },
        Record { name: "List".to_owned(), fields: fields(&[("items", "list<String>"), ("hash", "tuple<Key, bool>")]) },
    ];
    Interface { item: Item::Class(class), records }
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn big(digits: &str) -> Value {
    Value::BigInt(digits.to_owned())
}

fn some(value: Value) -> Value {
    Value::Optional(Some(Box::new(value)))
}

fn point(x: i64, y: i64) -> Value {
    Value::Record(vec![Value::Int(x), Value::Int(y)])
}

/// A case of [`awkward`].
pub(crate) fn awkward_steps() -> Call {
    let key = Value::Record(vec![Value::Int(1), text("k")]);
    let string = Value::Record(vec![Value::Int(2), big("3"), Value::Int(4)]);
    let list =
        Value::Record(vec![Value::List(vec![string.clone()]), Value::Tuple(vec![key.clone(), Value::Bool(true)])]);
    let triple = Value::Tuple([1, 2, 3].map(Value::Int).to_vec());
    let step = |method, arguments: Vec<Value>| Step::Method { method, arguments, expected: None };
    let deleted = vec![
        string,
        Value::Int(5),
        Value::List(vec![list]),
        big("6"),
        some(Value::Float(7.5)),
        text("from"),
        Value::Bytes(vec![8]),
        Value::Bool(true),
        Value::Map(vec![(key, triple)]),
    ];
    let steps = vec![step(0, deleted), step(1, vec![Value::Int(9)]), step(2, vec![]), step(3, vec![Value::Int(10)])];
    Call::Class { arguments: Vec::new(), made: None, steps }
}

/// A record with something in every place.
pub(crate) fn full() -> Value {
    let floats = [0.1, -0.0, 1e300, 5e-324, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
    let inner = Value::Map(vec![(text("a"), Value::Optional(None)), (text("b"), some(Value::Bytes(vec![0, 10, 255])))]);
    Value::Record(vec![
        Value::Bool(true),
        Value::Int(i64::MIN),
        big("-123456789012345678901234567890123456789012345678901234567890"),
        Value::Float(1.0 / 3.0),
        text("héllo\n\u{1F600}\tend"),
        Value::Bytes((0..=255).collect()),
        Value::List([i64::MAX, 0, -1, (1 << 53) + 1].map(Value::Int).to_vec()),
        Value::List(vec![
            Value::List(vec![text("a"), text(""), text("\n\n")]),
            Value::List(Vec::new()),
            Value::List(vec![text("12\n")]),
        ]),
        Value::Map(vec![(text("zoë"), Value::Int(1)), (text(""), Value::Int(-2))]),
        Value::Map(vec![
            (point(1, 2), Value::List(floats.map(Value::Float).to_vec())),
            (point(-3, 4), Value::List(Vec::new())),
        ]),
        Value::Map(vec![(Value::Int(7), Value::Bool(false)), (Value::Int(-7), Value::Bool(true))]),
        Value::Set(vec![text("x"), text("y z")]),
        Value::Set(vec![
            Value::Tuple(vec![Value::Int(1), Value::Int(2)]),
            Value::Tuple(vec![Value::Int(2), Value::Int(1)]),
        ]),
        some(Value::Int(0)),
        some(point(5, -6)),
        some(Value::List(vec![big("0"), big("98765432109876543210")])),
        Value::Tuple(vec![text("left"), Value::Int(42)]),
        Value::Tuple(vec![
            point(0, 1),
            Value::Bool(false),
            Value::List(vec![some(text("s")), Value::Optional(None), some(text(""))]),
        ]),
        Value::Map(vec![(text("outer"), inner), (text("empty"), Value::Map(Vec::new()))]),
    ])
}

/// A record with nothing wherever there may be nothing.
pub(crate) fn empty() -> Value {
    let list = || Value::List(Vec::new());
    let map = || Value::Map(Vec::new());
    let set = || Value::Set(Vec::new());
    Value::Record(vec![
        Value::Bool(false),
        Value::Int(0),
        big("0"),
        Value::Float(2.0),
        text(""),
        Value::Bytes(Vec::new()),
        list(),
        list(),
        map(),
        map(),
        map(),
        set(),
        set(),
        Value::Optional(None),
        Value::Optional(None),
        Value::Optional(None),
        Value::Tuple(vec![text(""), Value::Int(0)]),
        Value::Tuple(vec![point(0, 0), Value::Bool(true), list()]),
        map(),
    ])
}

/// A call of [`identity`].
pub(crate) fn call(value: Value) -> Call {
    Call::Function { arguments: vec![value], expected: None }
}

/// A case of [`recorder`]: everything goes through, and `pop` fails twice. The replies to it are, in order: made; the two
/// records; nothing twice; 7; 5; `some(5)`; none; 3500 at least; 5; an error; an error; 1.
pub(crate) fn steps() -> Call {
    let step = |method, arguments: Vec<Value>| Step::Method { method, arguments, expected: None };
    Call::Class {
        arguments: vec![Value::Int(1)],
        made: None,
        steps: vec![
            step(0, vec![full()]),
            step(0, vec![empty()]),
            step(1, vec![Value::Int(5)]),
            step(1, vec![Value::Int(1)]),
            step(4, vec![]),
            step(2, vec![]),
            step(6, vec![Value::Int(0)]),
            step(6, vec![Value::Int(1)]),
            Step::Sleep(1500),
            step(5, vec![]),
            step(2, vec![]),
            step(2, vec![]),
            step(3, vec![]),
            step(4, vec![]),
        ],
    }
}
