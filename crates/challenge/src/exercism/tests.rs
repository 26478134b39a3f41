//! What exercises become, and what is refused.

use proptest::prelude::*;

use super::{ImportError, Imported, import};
use crate::{Challenge, Item, Problems, load};

/// Loads an imported challenge from a folder, as a setter would after writing it.
fn loaded(imported: &Imported) -> Result<Challenge, Problems> {
    let around = tempfile::tempdir().expect("a folder");
    let root = around.path().join(&imported.id);
    for (path, text) in &imported.files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    load(&root)
}

fn exercise(slug: &str, cases: &str) -> String {
    format!("{{\"exercise\": \"{slug}\", \"cases\": [{cases}]}}")
}

fn case(uuid: &str, input: &str, expected: &str) -> String {
    format!(
        "{{\"uuid\": \"{uuid}\", \"description\": \"case {uuid}\", \"property\": \"findIt\", \"input\": {input}, \
         \"expected\": {expected}}}"
    )
}

/// The function as it is declared: `find_it(a: int, b: string) -> bool`, and `!` if it may fail.
fn signature(imported: &Imported) -> String {
    let Item::Function(function) = &imported.interface.item else { panic!("it is a function") };
    let parameters = function.parameters.iter().map(|one| format!("{}: {}", one.name, one.data_type));
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    let result = function.result.as_ref().expect("it has a result");
    format!("{}({parameters}) -> {result}{}", function.name, if function.fallible { "!" } else { "" })
}

#[test]
fn types_are_guessed_from_all_cases_together() {
    for (cases, wanted) in [
        (vec![("{\"aB\": 1}", "true"), ("{\"aB\": 2.5}", "false")], "find_it(a_b: float) -> bool"),
        (vec![("{\"a\": []}", "1"), ("{\"a\": [\"x\"]}", "{\"error\": \"no\"}")], "find_it(a: list<string>) -> int!"),
        (vec![("{\"a\": 1}", "9223372036854775808")], "find_it(a: int) -> bigint"),
        (
            vec![("{\"a\": 1}", "null"), ("{\"a\": 1, \"b\": \"x\"}", "[1]")],
            "find_it(a: int, b: optional<string>) -> optional<list<int>>",
        ),
        (vec![("{\"a\": [[\"x\", 1], [\"y\", 2]]}", "1")], "find_it(a: list<tuple<string, int>>) -> int"),
        (
            vec![("{\"a\": {\"1\": [\"x\"]}}", "{\"x\": 1}"), ("{\"a\": {}}", "{\"y z\": 1}")],
            "find_it(a: map<int, list<string>>) -> map<string, int>",
        ),
        (
            vec![("{\"points\": [{\"x\": 1, \"y\": 2}]}", "{\"goalSize\": 1}")],
            "find_it(points: list<Point>) -> FindItResult",
        ),
        (
            vec![("{\"a\": {\"kind\": \"x\"}}", "1"), ("{\"a\": {\"kind\": \"y\", \"size\": 1}}", "1")],
            "find_it(a: A) -> int",
        ),
        (vec![("{\"string\": \"x\", \"lambda\": 1}", "1")], "find_it(string_value: string, lambda_value: int) -> int"),
        (vec![("{}", "1")], "find_it() -> int"),
    ] {
        let one = |(nth, (input, expected)): (usize, &(&str, &str))| case(&nth.to_string(), input, expected);
        let cases = cases.iter().enumerate().map(one).collect::<Vec<_>>().join(",");
        let imported = import(exercise("some-thing", &cases).as_bytes(), None).expect(wanted);
        assert_eq!(signature(&imported), wanted);
        assert_eq!(loaded(&imported).map(|challenge| challenge.secret.cases().len()), Ok(imported.cases), "{wanted}");
    }
}

#[test]
fn what_no_type_fits_is_refused_with_the_reason() {
    for (input, expected, reason) in [
        ("{\"a\": [1, \"x\", true, 1, 1]}", "1", "the input `a` holds bools and numbers and strings"),
        ("{\"a\": [1, [2], [], 3, [4]]}", "1", "the input `a` holds numbers and arrays"),
        ("{\"a\": null}", "1", "the input `a` is null wherever it is there"),
        ("{}", "{\"v\": 1, \"next\": {\"v\": 2, \"next\": null}}", "what is expected holds values of its own kind"),
        ("{}", "{}", "it operates on an object, so write a class"),
        ("{}", "{\"error\": \"no\"}", "no case expects anything but an error"),
    ] {
        let error = import(exercise("tree", &case("1", input, expected)).as_bytes(), None).unwrap_err().to_string();
        assert!(error.contains(reason), "{input} {expected}: {error}");
    }
}

#[test]
fn a_case_that_is_replaced_is_left_out() {
    let later = case("2", "{\"a\": 1}", "7").replace("{\"uuid\"", "{\"reimplements\": \"1\", \"uuid\"");
    let cases = [case("1", "{\"a\": {}}", "\"x\""), later].join(",");
    let imported = import(exercise("x", &cases).as_bytes(), None).unwrap();
    assert_eq!((signature(&imported).as_str(), imported.cases), ("find_it(a: int) -> int", 1));
}

#[test]
fn lists_of_cases_become_groups_and_their_first_cases_samples() {
    let group = |name: &str, cases: &str| format!("{{\"description\": \"{name}\", \"cases\": [{cases}]}}");
    let inner = group("Inner \\\"one\\\"", &case("2", "{\"a\": 2}", "2"));
    let cases = [
        case("0", "{\"a\": 0}", "0"),
        group("Éa / b!", &[case("1", "{\"a\": 1}", "1"), case("3", "{\"a\": 3}", "3")].join(",")),
        group("Outer", &inner),
        group("a b", &case("4", "{\"a\": 4}", "4")),
    ];
    let imported = import(exercise("x", &cases.join(",")).as_bytes(), None).unwrap();
    let challenge = loaded(&imported).unwrap_or_else(|problems| panic!("{problems}"));
    let ids: Vec<_> = challenge.cases().iter().map(|case| case.id.clone()).collect();
    assert_eq!(
        ids,
        [
            "sample/01-case-0",
            "sample/02-case-1",
            "sample/03-case-2",
            "sample/04-case-4",
            "secret/a-b/01-case-1",
            "secret/a-b/02-case-3",
            "secret/a-b-2/01-case-4",
            "secret/general/01-case-0",
            "secret/outer-inner-one/01-case-2",
        ]
    );
    assert!(challenge.statement.contains("- case 0: `find_it(0)` returns `0`"), "{}", challenge.statement);
}

#[test]
fn the_property_with_the_most_cases_is_taken_unless_another_is_named() {
    let other = case("3", "{\"b\": \"x\"}", "\"y\"").replace("findIt", "abs");
    let cases = [other, case("1", "{\"a\": 1}", "1"), case("2", "{\"a\": 1}", "1")].join(",");
    let text = exercise("some-thing", &cases);
    let imported = import(text.as_bytes(), None).unwrap();
    assert_eq!((imported.id.as_str(), imported.property.as_str()), ("some-thing", "findIt"));
    assert_eq!(imported.others, [("abs".to_owned(), None)]);
    let imported = import(text.as_bytes(), Some("abs")).unwrap();
    assert_eq!(imported.id, "some-thing-abs");
    assert_eq!(signature(&imported), "abs_some_thing(b: string) -> string", "C has an abs of its own");
    assert!(loaded(&imported).is_ok());
    let error = import(text.as_bytes(), Some("nothing")).unwrap_err();
    assert!(error.to_string().contains("name one of findIt, abs"), "{error}");
}

#[test]
fn what_is_no_canonical_data_is_refused_with_its_line() {
    for (text, path, line) in [
        ("", "", 1),
        ("{}", "exercise", 1),
        ("{\"exercise\": \"x\",\n\"cases\": 1}", "cases", 2),
        ("{\"exercise\": \"x\", \"cases\": [\n{}]}", "cases[0].description", 2),
        (
            "{\"exercise\": \"x\", \"cases\": [{\"description\": \"\", \"cases\": [1]}]}",
            "cases[0].cases[0].description",
            1,
        ),
    ] {
        let Err(ImportError::Malformed(mistake)) = import(text.as_bytes(), None) else { panic!("{text}") };
        assert_eq!((mistake.path.as_str(), mistake.line), (path, line), "{text}");
    }
    let empty = import(exercise("x", "").as_bytes(), None).unwrap_err();
    assert!(empty.to_string().contains("has no case"), "{empty}");
}

/// Any JSON of small size.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        (-1e9..1e9).prop_map(Into::into),
        "[a-z\"\\\\\n]{0,5}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map("[a-c]{1,2}|[A-Z]|type|[0-9]|error", inner, 0..4)
                .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_imported_loads(
        values in prop::collection::vec((any_json(), any_json()), 1..5),
        slug in "[a-z][a-z-]{0,20}",
    ) {
        let one = |(nth, (input, expected)): (usize, &(serde_json::Value, serde_json::Value))| {
            case(&nth.to_string(), &serde_json::json!({ "theInput": input }).to_string(), &expected.to_string())
        };
        let cases = values.iter().enumerate().map(one).collect::<Vec<_>>().join(",");
        match import(exercise(&slug, &cases).as_bytes(), None) {
            Ok(imported) => {
                let problems = loaded(&imported).err().map(|problems| problems.to_string());
                prop_assert_eq!(problems, None);
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        prop_assert!(import(&bytes, None).is_err());
    }
}
