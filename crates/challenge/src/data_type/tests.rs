//! How types are written and read.

use proptest::prelude::*;

use super::DataType;

#[test]
fn a_type_reads_as_it_is_written_and_blanks_do_not_matter() {
    for (written, shown) in [
        ("int", "int"),
        (" list < int > ", "list<int>"),
        ("map<string,list<Point>>", "map<string, list<Point>>"),
        ("tuple<int, float,  bool>", "tuple<int, float, bool>"),
        ("optional<set<bigint>>", "optional<set<bigint>>"),
        ("list<optional<bytes>>", "list<optional<bytes>>"),
    ] {
        assert_eq!(written.parse::<DataType>().unwrap().to_string(), shown);
    }
}

#[test]
fn what_is_no_type_is_refused_with_the_reason() {
    for (written, reason) in [
        ("", "a type is missing before the end"),
        ("list<>", "a type is missing before `>`"),
        ("strng", "`strng` is not a type: did you mean `string`?"),
        ("double", "`double` is not a type"),
        ("list", "`list` needs `<` before the end"),
        ("list<int", "`list` needs `>` before the end"),
        ("list<int]", "`list` needs `>` before `]`"),
        ("list<int, int>", "`list` does not take 2 types"),
        ("map<string>", "`map` does not take 1 types"),
        ("tuple<int>", "`tuple` does not take 1 types"),
        ("int int", "`int int` is not a type: it goes on with `int` after int"),
        ("optional<optional<int>>", "an optional of an optional cannot be told from an optional"),
    ] {
        assert_eq!(written.parse::<DataType>(), Err(reason.to_owned()), "{written}");
    }
}

#[test]
fn types_nested_too_deeply_are_refused() {
    let nested = |depth: usize| format!("{}int{}", "list<".repeat(depth), ">".repeat(depth));
    assert!(nested(16).parse::<DataType>().is_ok());
    for depth in [17, 100_000] {
        assert!(nested(depth).parse::<DataType>().unwrap_err().contains("nested more than 16 deep"));
    }
}

/// Any type of this depth or less.
pub(crate) fn any_type() -> impl Strategy<Value = DataType> {
    let simple = prop_oneof![
        Just(DataType::Bool),
        Just(DataType::Int),
        Just(DataType::BigInt),
        Just(DataType::Float),
        Just(DataType::String),
        Just(DataType::Bytes),
        Just(DataType::Record("Point".to_owned())),
    ];
    let key = prop_oneof![Just(DataType::Bool), Just(DataType::Int), Just(DataType::String)];
    simple.prop_recursive(4, 24, 3, move |inner| {
        prop_oneof![
            inner.clone().prop_map(|item| DataType::List(Box::new(item))),
            (key.clone(), inner.clone()).prop_map(|(key, value)| DataType::Map(Box::new(key), Box::new(value))),
            key.clone().prop_map(|item| DataType::Set(Box::new(item))),
            inner.clone().prop_filter_map("an optional of an optional", |item| {
                (!matches!(item, DataType::Optional(_))).then(|| DataType::Optional(Box::new(item)))
            }),
            prop::collection::vec(inner, 2..4).prop_map(DataType::Tuple),
        ]
    })
}

proptest! {
    #[test]
    fn every_type_reads_as_it_is_shown(data_type in any_type()) {
        prop_assert_eq!(data_type.to_string().parse(), Ok(data_type));
    }

    #[test]
    fn no_text_panics(text in "[a-z<>, A-Z]{0,40}|.{0,20}") {
        if let Ok(data_type) = text.parse::<DataType>() {
            prop_assert_eq!(data_type.to_string().parse(), Ok(data_type));
        }
    }
}
