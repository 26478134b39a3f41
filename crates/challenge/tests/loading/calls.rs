//! Challenges that ask for a function or a class: what they become, and what can be wrong with them.

use assay_challenge::{
    Answer, Call, Checker, DataType, Expected, Input, Item, Kind, Step, Value, ValueTolerance, load,
};

use crate::{Folder, HEAD, places};

const FUNCTION: &str = r#"id = "sum"
title = "Sum"
kind = "function"

[[records]]
name = "Point"
fields = [{ name = "x", type = "int" }, { name = "y", type = "int" }]

[function]
name = "total"
about = "Adds all coordinates."
parameters = [{ name = "points", type = "list<Point>" }]
result = "int"
fallible = true
"#;

const CLASS: &str = r#"id = "sum"
title = "Sum"
kind = "class"

[class]
name = "Counter"
parameters = [{ name = "start", type = "int" }]

[[class.methods]]
name = "add"
parameters = [{ name = "more", type = "int" }]

[[class.methods]]
name = "total"
result = "int"
"#;

/// A challenge's folder without cases but these.
fn folder(toml: &str, cases: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(toml);
    folder.remove("data");
    for (path, content) in cases {
        folder.write(path, content);
    }
    folder
}

fn function(cases: &[(&str, &str)]) -> Folder {
    folder(FUNCTION, cases)
}

const CASE: (&str, &str) = ("data/secret/01-one.json", r#"{"args": [[{"x": 1, "y": 2}]], "expected": 3}"#);

#[test]
fn a_function_loads_with_its_cases() {
    let lines = "{\"args\": [[]], \"expected\": 0}\n\n{\"args\": [[]], \"error\": \"none\"}\n";
    let folder = function(&[CASE, ("data/secret/02-more.jsonl", lines)]);
    let loaded = load(&folder.root).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((loaded.kind, &loaded.checker), (Kind::Function, &Checker::Value(ValueTolerance::default())));
    let interface = loaded.interface.clone().unwrap();
    let Item::Function(function) = &interface.item else { panic!("it is a function") };
    assert_eq!((function.name.as_str(), &function.result), ("total", &Some(DataType::Int)));
    assert_eq!(interface.record("Point").unwrap().fields.len(), 2);
    let cases = loaded.cases();
    let ids: Vec<_> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids, ["secret/01-one", "secret/02-more-001", "secret/02-more-002"]);
    let file = "data/secret/02-more.jsonl";
    assert_eq!(cases[2].input, Input::Call { file: file.into(), line: Some(3) });
    assert!(cases.iter().all(|case| case.answer == Answer::InCall));
    let call = cases[2].call(&std::fs::read(folder.root.join(file)).unwrap(), &interface).unwrap();
    let failing = Some(Expected::Error(Some("none".to_owned())));
    assert_eq!(call, Call::Function { arguments: vec![Value::List(Vec::new())], expected: failing });
}

#[test]
fn a_class_loads_with_its_cases() {
    let case = r#"{"args": [1], "steps": [{"call": "total", "args": [], "expected": 1}, {"sleep_ms": 5}]}"#;
    let folder = folder(CLASS, &[("data/sample/01-one.json", case), ("data/secret/01-one.json", case)]);
    let loaded = load(&folder.root).unwrap_or_else(|problems| panic!("{problems}"));
    let interface = loaded.interface.clone().unwrap();
    let Item::Class(class) = &interface.item else { panic!("it is a class") };
    assert_eq!(class.methods.iter().map(|method| method.name.as_str()).collect::<Vec<_>>(), ["add", "total"]);
    assert_eq!(class.constructor.parameters[0].name, "start");
    let Call::Class { steps, .. } = loaded.samples[0].call(case.as_bytes(), &interface).unwrap() else { panic!() };
    assert!(matches!(steps[..], [Step::Method { method: 1, .. }, Step::Sleep(5)]));
}

#[test]
fn generated_cases_and_cases_of_long_files_keep_their_order() {
    let toml = format!(
        "{FUNCTION}[generator]\nsource = \"generator/gen.py\"\nanswers = \"submissions/accepted/solution.py\"\n"
    );
    let lines = "{\"args\": [[]], \"expected\": 0}\n".repeat(1001);
    let folder = folder(&toml, &[("data/secret/01-a.jsonl", &lines), ("data/secret/02-b.gen", "n=5\n")]);
    let loaded = load(&folder.root).unwrap_or_else(|problems| panic!("{problems}"));
    let cases = loaded.cases();
    assert_eq!((cases[998].id.as_str(), cases[999].id.as_str()), ("secret/01-a-999", "secret/01-a-1000"));
    assert_eq!(cases[1001].input, Input::Generated("data/secret/02-b.gen".into()));
    let call = cases[1001].call(b"{\"args\": [[]]}", loaded.interface.as_ref().unwrap());
    assert_eq!(call, Ok(Call::Function { arguments: vec![Value::List(Vec::new())], expected: None }));
}

#[test]
fn tolerances_are_loaded() {
    let toml = format!("{FUNCTION}[checker]\nabsolute = 0.5\nany_order = true\n");
    let loaded = load(&folder(&toml, &[CASE]).root).unwrap_or_else(|problems| panic!("{problems}"));
    let tolerance = ValueTolerance { absolute: Some(0.5), relative: Some(1e-9), any_order: true };
    assert_eq!(loaded.checker, Checker::Value(tolerance));
}

#[test]
fn what_is_wrong_with_cases_is_all_named_with_file_line_and_place() {
    let lines = "{\"args\": [[]], \"expected\": 0}\n{\"args\": [[{\"x\": 1}]], \"expected\": 0}\n{\"args\"\n";
    let found = function(&[
        ("data/secret/01-a.json", "{\"args\": [\n[{\"x\": 1,\n\"y\": true}]], \"expected\": 3}"),
        ("data/secret/02-b.jsonl", lines),
        ("data/secret/03-c.json", "[]"),
        ("data/secret/04-d.jsonl", "\n"),
        ("data/secret/05-e.json", "{\"args\": [[]], \"expected\": \"\u{7}\"}"),
    ])
    .problems();
    let place = |name: &str, line, key| (format!("data/secret/{name}"), line, key);
    assert_eq!(
        places(&found),
        [
            place("01-a.json", Some(3), Some("args[0][0].y")),
            place("02-b.jsonl", Some(2), Some("args[0][0].y")),
            place("02-b.jsonl", Some(3), None),
            place("03-c.json", Some(1), None),
            place("04-d.jsonl", None, None),
            place("05-e.json", Some(1), None),
        ],
        "{found:#?}"
    );
    assert_eq!(found[0].message, "is a bool, not of type int");
    assert!(found.iter().all(|problem| !problem.help.is_empty()));
}

#[test]
fn files_of_cases_belong_to_the_kind_of_challenge() {
    for (toml, file, message) in [
        (FUNCTION, "data/secret/02-a.in", "is for challenges that ask for a program"),
        (FUNCTION, "data/secret/02-a.ans", "is for challenges that ask for a program"),
        (FUNCTION, "data/secret/02-a.txt", "is no part of a case"),
        (FUNCTION, "data/secret/2.json", "`2` is not a case's name"),
        (FUNCTION, "data/secret/A.jsonl", "`A` is not a case's name"),
        (HEAD, "data/secret/02-a.json", "is for challenges that ask for a function or class"),
        (HEAD, "data/secret/02-a.jsonl", "is for challenges that ask for a function or class"),
    ] {
        let whole = [CASE, ("data/secret/01-b.in", ""), ("data/secret/01-b.ans", "")];
        let own = if toml == HEAD { &whole[1..] } else { &whole[..1] };
        let folder = folder(toml, own);
        folder.write(file, CASE.1);
        let found = folder.problems();
        assert_eq!(places(&found), [(file.to_owned(), None, None)], "{file}\n{found:#?}");
        assert_eq!(found[0].message, message, "{file}");
    }
    let found = function(&[("data/secret/01-a.jsonl", CASE.1), ("data/secret/01-a-001.json", CASE.1)]).problems();
    assert!(found.len() == 1 && found[0].message.contains("is the name of another case too"), "{found:#?}");
    let found = function(&[]).problems();
    assert!(found.iter().any(|problem| problem.message == "holds no case" || problem.message.contains("cannot be")));
}

/// Replaces a part of a sound file, and compares the only problem: its line, key, and parts of message and help.
type Row = (&'static str, &'static str, usize, &'static str, &'static str, &'static str);

fn compare(toml: &str, rows: &[Row]) {
    for (part, wrong, line, key, message, help) in rows {
        assert!(toml.contains(part), "{part}");
        // What becomes of the cases is not asked here.
        let found = folder(&toml.replace(part, wrong), &[("data/secret/01-one.json", CASE.1)]).problems();
        let found: Vec<_> = found.into_iter().filter(|problem| problem.file.ends_with("challenge.toml")).collect();
        assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(*line), Some(*key))], "{wrong}\n{found:#?}");
        assert!(found[0].message.contains(message), "{wrong}\n{found:#?}");
        assert!(found[0].help.contains(help), "{wrong}\n{found:#?}");
    }
}

#[test]
fn what_is_wrong_with_a_function_is_named() {
    compare(
        FUNCTION,
        &[
            ("\"total\"", "\"Total\"", 10, "function.name", "`Total` is not in `snake_case`", "two_sum"),
            ("\"total\"", "\"lambda\"", 10, "function.name", "`lambda` is a reserved word in Python", "another"),
            ("\"total\"", "\"abs\"", 10, "function.name", "is a function of C's library", "another"),
            ("\"total\"", "7", 10, "function.name", "expected a string", "a name in quotes"),
            ("name = \"total\"\n", "", 9, "function.name", "is missing", "add `name = …`"),
            ("result = \"int\"", "result = \"itn\"", 13, "function.result", "`itn` is not a type", "list<string>"),
            ("result = \"int\"", "results = \"int\"", 13, "function.results", "not a known key", "`result`"),
            ("fallible = true", "fallible = 1", 14, "function.fallible", "expected a boolean", "`true` or `false`"),
            ("list<Point>", "list<Piont>", 12, "function.parameters[0].type", "`Piont` is not a record", "`Point`?"),
            ("list<Point>", "set<Point>", 12, "function.parameters[0].type", "has Point as a key", "use a list"),
            ("list<Point>", "map<float, int>", 12, "function.parameters[0].type", "has float as a key", "use a list"),
            ("\"points\"", "\"type\"", 12, "function.parameters[0].name", "reserved word in TypeScript", "another"),
            (
                "[{ name = \"points\", type",
                "[{ nam = 1, name = \"points\", type",
                12,
                "function.parameters[0].nam",
                "known",
                "`name`?",
            ),
            (
                "[{ name = \"points\", type = \"list<Point>\" }]",
                "[1]",
                12,
                "function.parameters[0]",
                "an integer, not a table",
                "write `{",
            ),
            (
                "[{ name = \"points\", type = \"list<Point>\" }]",
                "1",
                12,
                "function.parameters",
                "not as a list",
                "[[function.parameters]]",
            ),
            ("{ name = \"y\",", "{ name = \"x\",", 7, "records[0].fields[1].name", "`x` is there twice", "its own"),
            (
                "\"y\", type = \"int\"",
                "\"y\", type = \"list<Point>\"",
                7,
                "records[0].fields",
                "holds itself",
                "never end",
            ),
        ],
    );
}

#[test]
fn what_is_wrong_with_a_class_is_named() {
    compare(
        CLASS,
        &[
            ("\"Counter\"", "\"counter\"", 6, "class.name", "`counter` is not in `PascalCase`", "LruCache"),
            ("\"add\"", "\"to_tal\"", 14, "class.methods[1].name", "the same as `to_tal` in some languages", "its own"),
            ("\"add\"", "\"notify\"", 10, "class.methods[0].name", "a method of every object in Java", "another"),
            ("\"more\"", "\"self\"", 11, "class.methods[0].parameters[0].name", "a reserved word in Python", "another"),
            (
                "type = \"int\" }]\n\n[[class.methods]]\nname = \"add\"",
                "type = \"X\" }]\n\n[[class.methods]]\nname = \"add\"",
                7,
                "class.parameters[0].type",
                "`X` is not a record",
                "declare it",
            ),
        ],
    );
    let head = &CLASS[..CLASS.find("[[").unwrap()];
    let found = folder(head, &[("data/secret/01-one.json", "{}")]).problems();
    assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(5), Some("class.methods"))], "{found:#?}");
    let found = folder(&format!("{CLASS}[[records]]\nname = \"Counter\"\nfields = []\n"), &[]).problems();
    let keys: Vec<_> = found.iter().filter_map(|problem| problem.key.as_deref()).collect();
    assert_eq!(keys, ["records[0].fields", "records[0].name"], "{found:#?}");
}

#[test]
fn records_that_hold_each_other_are_refused() {
    let record = |name: &str, inner: &str| {
        format!("[[records]]\nname = \"{name}\"\nfields = [{{ name = \"a\", type = \"{inner}\" }}]\n")
    };
    let toml =
        FUNCTION.to_owned() + &record("One", "optional<Two>") + &record("Two", "list<One>") + &record("Three", "One");
    let found = folder(&toml, &[CASE]).problems();
    let keys: Vec<_> = found.iter().filter_map(|problem| problem.key.as_deref()).collect();
    assert_eq!(keys, ["records[1].fields", "records[2].fields"], "{found:#?}");
}

#[test]
fn the_kind_must_agree_with_what_is_declared_and_compared() {
    let lines = |toml: &str| {
        let found = folder(toml, &[("data/secret/01-a.json", CASE.1)]).problems();
        let own = found.into_iter().filter(|problem| problem.file.ends_with("challenge.toml"));
        own.map(|problem| (problem.key.unwrap_or_default(), problem.message)).collect::<Vec<_>>()
    };
    for (toml, key, message) in [
        (FUNCTION.replace("\"function\"", "\"program\""), "records", "mean nothing"),
        (FUNCTION.replace("\"function\"", "\"class\""), "function", "means nothing"),
        (CLASS.replace("\"class\"", "\"function\""), "function", "is missing"),
        (format!("{HEAD}kind = \"class\"\n"), "class", "is missing"),
        (format!("{FUNCTION}[checker]\nkind = \"tokens\"\n"), "checker.kind", "compares printed text"),
        (format!("{HEAD}[checker]\nkind = \"value\"\n"), "checker.kind", "compares the results of functions"),
        (format!("{HEAD}[checker]\nany_order = true\n"), "checker.any_order", "means nothing"),
        (format!("{FUNCTION}[checker]\ncase_sensitive = true\n"), "checker.case_sensitive", "means nothing"),
    ] {
        let found = lines(&toml);
        let fits = |(own, said): &(String, String)| own == key && said.contains(message);
        assert!(found.iter().any(fits), "{key}: {found:#?}");
    }
}
