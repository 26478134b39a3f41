//! What is made for candidates and for the sandbox, as text; running it is up to those who have the languages.

mod everything;

use std::path::Path;

use assay_binding::{Target, harness, stub, type_words};
use assay_challenge::{Class, DataType, Function, Interface, Item, Language, Parameter, Record};
use proptest::prelude::*;

fn language(target: Target) -> Language {
    Language::new(target.name()).expect("a target's name is a language's")
}

fn two_sum() -> Interface {
    let parameter = |name: &str, data_type: &str| Parameter {
        name: name.to_owned(),
        data_type: data_type.parse().expect("a type"),
    };
    let function = Function {
        name: "two_sum".to_owned(),
        about: "Returns the places of the two numbers whose sum is `target`.".to_owned(),
        parameters: vec![parameter("numbers", "list<int>"), parameter("target", "int")],
        result: "tuple<int, int>".parse().ok(),
        fallible: true,
    };
    Interface { item: Item::Function(function), records: Vec::new() }
}

#[test]
fn a_stub_is_written_as_the_language_is() {
    for (target, name, lines) in [
        (
            Target::Python,
            "solution.py",
            &["def two_sum(numbers: list[int], target: int) -> tuple[int, int]:", "    return (0, 0)"][..],
        ),
        (
            Target::JavaScript,
            "solution.js",
            &[
                " * @param {number[]} numbers list of integers",
                " * @returns {[number, number]} pair (integer, integer)",
                "function twoSum(numbers, target) {",
                "  return [0, 0];",
            ],
        ),
        (
            Target::TypeScript,
            "solution.ts",
            &["export function twoSum(numbers: number[], target: number): [number, number] {", "  return [0, 0];"],
        ),
        (Target::Ruby, "solution.rb", &["def two_sum(numbers, target)", "  [0, 0]", "end"]),
        (
            Target::Go,
            "solution.go",
            &[
                "package main",
                "type IntIntPair struct {",
                "func twoSum(numbers []int64, target int64) (IntIntPair, error) {",
                "\treturn IntIntPair{}, nil",
            ],
        ),
        (
            Target::Rust,
            "solution.rs",
            &["pub fn two_sum(numbers: Vec<i64>, target: i64) -> Result<(i64, i64), String> {", "    Ok((0, 0))"],
        ),
        (
            Target::Java,
            "Solution.java",
            &[
                "import java.util.List;",
                "class Solution {",
                "    static IntIntPair twoSum(List<Long> numbers, long target) {",
                "        return new IntIntPair(0L, 0L);",
                "record IntIntPair(long first, long second) {}",
            ],
        ),
        (
            Target::C,
            "solution.c",
            &[
                "#include \"challenge.h\"",
                "IntIntPair two_sum(IntList numbers, int64_t target, const char **error) {",
                "    return (IntIntPair){0, 0};",
            ],
        ),
        (
            Target::Cpp,
            "solution.cpp",
            &[
                "#include \"challenge.h\"",
                "std::expected<std::tuple<std::int64_t, std::int64_t>, std::string> two_sum(\
                 std::vector<std::int64_t> numbers, std::int64_t target) {",
                "    return std::tuple<std::int64_t, std::int64_t>{};",
            ],
        ),
    ] {
        let files = stub(&language(target), &two_sum()).expect("every target has stubs");
        assert_eq!(files[0].name, name);
        let mut rest = files[0].text.lines();
        for line in lines {
            assert!(rest.any(|found| found == *line), "{name}: no line `{line}` in its place in\n{}", files[0].text);
        }
        assert!(files[0].text.contains("Returns the places of the two numbers"), "{name}");
        assert!(!files[0].text.lines().any(|line| line.ends_with(' ')), "{name}: blanks at the end of a line");
    }
}

#[test]
fn c_and_cpp_have_their_types_beside_the_stub_and_the_harness_alike() {
    for target in [Target::C, Target::Cpp] {
        let stubs = stub(&language(target), &two_sum()).expect("every target has stubs");
        let harness = harness(&language(target), &two_sum(), &stubs[0].name).expect("every target has a harness");
        assert_eq!(stubs[1].name, "challenge.h");
        assert!(harness.files.contains(&stubs[1]), "{target:?}");
    }
}

#[test]
fn a_harness_has_its_main_file_and_knows_what_to_call() {
    for target in Target::ALL {
        for (interface, called) in [(everything::identity(), "identity"), (everything::recorder(), "ecorder")] {
            let harness = harness(&language(target), &interface, "my solution.x").expect("every target has a harness");
            let main = harness.files.iter().find(|file| file.name == harness.main).expect("the main file is there");
            assert!(main.text.contains(called), "{target:?}");
            assert!(harness.files.iter().all(|file| !file.text.contains("[\"interface\"]")), "{target:?}");
        }
    }
}

#[test]
fn a_submission_keeps_its_lines_and_its_name_where_it_can() {
    for target in Target::ALL {
        let harness = harness(&language(target), &two_sum(), "mine.x").expect("every target has a harness");
        let content = harness.submission.wrap(b"first\nsecond");
        let text = String::from_utf8_lossy(&content);
        match target {
            Target::Cpp => assert!(text.starts_with("#line 1 \"mine.x\"\nfirst\n"), "{text}"),
            Target::Java => assert_eq!(harness.submission.name, "Solution.java"),
            _ => assert!(text.starts_with("first\nsecond") && harness.submission.name == "mine.x", "{target:?}"),
        }
    }
}

#[test]
fn a_file_name_cannot_break_out_of_the_harness() {
    let name = "a\"b\\c\n#{exit}${x}`.x";
    for target in Target::ALL {
        let harness = harness(&language(target), &two_sum(), name).expect("every target has a harness");
        for file in &harness.files {
            assert!(!file.text.contains("a\"b"), "{target:?}: {}", file.name);
        }
        assert!(!harness.submission.before.contains("a\"b"), "{target:?}");
    }
}

#[test]
fn every_language_has_submissions_that_show_every_type() {
    let sandbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sandbox");
    for target in Target::ALL {
        let file = &stub(&language(target), &everything::identity()).expect("every target has stubs")[0].name;
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        for name in ["identity", "recorder"] {
            let path = sandbox.join(target.name()).join("binding").join(format!("{name}.{ending}"));
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(text.contains(name) || text.contains("Recorder"), "{}", path.display());
        }
    }
}

/// The tables of `docs/languages.md`: how each type is written in each language.
fn tables() -> String {
    let point =
        Record { name: "Point".to_owned(), fields: vec![Parameter { name: "x".to_owned(), data_type: DataType::Int }] };
    let interface = Interface { item: two_sum().item, records: vec![point] };
    let mut lines = Vec::new();
    for targets in [
        &[Target::Python, Target::TypeScript, Target::Ruby][..],
        &[Target::Go, Target::Rust, Target::Java],
        &[Target::C, Target::Cpp],
    ] {
        let titles = targets.iter().map(|target| match target {
            Target::Python => "Python",
            Target::TypeScript => "JavaScript, TypeScript",
            Target::Ruby => "Ruby",
            Target::Go => "Go",
            Target::Rust => "Rust",
            Target::Java => "Java",
            Target::C => "C",
            _ => "C++",
        });
        let titles = titles.collect::<Vec<_>>().join(" | ");
        lines.push(format!("| type | {titles} |"));
        lines.push(format!("| :-- |{}", " :-- |".repeat(targets.len())));
        for data_type in [
            "bool",
            "int",
            "float",
            "bigint",
            "string",
            "bytes",
            "list<int>",
            "map<string, int>",
            "set<string>",
            "optional<int>",
            "tuple<int, string>",
            "Point",
        ] {
            let words = targets.iter().map(|target| {
                let data_type = data_type.parse().expect("a type");
                let words = type_words(&language(*target), &interface, &data_type).expect("every target has types");
                format!("`{}`", words.replace('|', "\\|"))
            });
            lines.push(format!("| `{data_type}` | {} |", words.collect::<Vec<_>>().join(" | ")));
        }
        lines.push(String::new());
    }
    lines.join("\n")
}

#[test]
fn the_documented_types_are_those_of_the_stubs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/languages.md");
    let guide = std::fs::read_to_string(path).expect("the guide is there");
    let tables = tables();
    assert!(guide.contains(&tables), "docs/languages.md must have these tables:\n\n{tables}");
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
        Just(DataType::Record("Missing".to_owned())),
    ];
    simple.prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|item| DataType::List(Box::new(item))),
            inner.clone().prop_map(|item| DataType::Set(Box::new(item))),
            inner.clone().prop_map(|item| DataType::Optional(Box::new(item))),
            (inner.clone(), inner.clone()).prop_map(|(key, value)| DataType::Map(Box::new(key), Box::new(value))),
            proptest::collection::vec(inner, 2..6).prop_map(DataType::Tuple),
        ]
    })
}

fn any_function() -> impl Strategy<Value = Function> {
    let parameter = ("[a-z][a-z0-9_]{0,6}", any_type()).prop_map(|(name, data_type)| Parameter { name, data_type });
    let parameters = proptest::collection::vec(parameter, 0..3);
    ("[a-z][a-z0-9_]{0,6}", "(?s).{0,30}", parameters, proptest::option::of(any_type()), any::<bool>())
        .prop_map(|(name, about, parameters, result, fallible)| Function { name, about, parameters, result, fallible })
}

proptest! {
    #[test]
    fn no_interface_panics(function in any_function(), method in any_function(), file in "(?s).{0,20}") {
        let fields = vec![Parameter { name: "x".to_owned(), data_type: DataType::Int }];
        let records = vec![Record { name: "Point".to_owned(), fields }];
        let class = Class {
            name: "Thing".to_owned(),
            about: function.about.clone(),
            constructor: function.clone(),
            methods: vec![method],
        };
        for item in [Item::Function(function), Item::Class(class)] {
            let interface = Interface { item, records: records.clone() };
            for target in Target::ALL {
                prop_assert!(stub(&language(target), &interface).is_some_and(|files| !files.is_empty()));
                prop_assert!(harness(&language(target), &interface, &file).is_some());
            }
        }
    }
}
