//! Exercises of several kinds, written in the format of Exercism's, and the challenges that come of them.

use std::path::Path;

use assay_challenge::exercism::{Imported, import};
use assay_challenge::{Call, Challenge, Expected, Interface, Item, Value, load};
use tempfile::TempDir;

fn imported(exercise: &str, property: Option<&str>) -> Imported {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/importing/{exercise}.json"));
    import(&std::fs::read(path).unwrap(), property).unwrap_or_else(|error| panic!("{exercise}: {error}"))
}

/// The challenge, loaded from the files that were made, and the folder they are in.
fn loaded(imported: &Imported) -> (TempDir, Challenge) {
    let around = TempDir::new().unwrap();
    let root = around.path().join(&imported.id);
    for (path, text) in &imported.files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let challenge = load(&root).unwrap_or_else(|problems| panic!("{}:\n{problems}", imported.id));
    (around, challenge)
}

fn signature(interface: &Interface) -> String {
    let Item::Function(function) = &interface.item else { panic!("it is a function") };
    let parameters = function.parameters.iter().map(|one| format!("{}: {}", one.name, one.data_type));
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    let result = function.result.as_ref().unwrap();
    format!("{}({parameters}) -> {result}{}", function.name, if function.fallible { "!" } else { "" })
}

#[test]
fn exercises_become_challenges_that_load() {
    for (exercise, property, signature_of_it, cases, samples) in [
        ("price-list", None, "invert(aisles: map<int, list<string>>) -> map<string, int>", 4, 3),
        ("seed-growth", None, "seeds(day: int) -> bigint!", 7, 3),
        ("seed-growth", Some("harvest"), "harvest() -> bigint", 1, 1),
        ("letter-tally", None, "tally(word: string) -> TallyResult!", 4, 3),
        ("quiet-seats", None, "quiet_seats(room: list<list<int>>) -> list<QuietSeat>", 5, 2),
        ("ferry-trips", None, "plan(people: int, places: int, weather: string) -> PlanResult!", 4, 3),
        ("ferry-trips", Some("hours"), "hours(trips: int) -> float", 2, 2),
    ] {
        let imported = imported(exercise, property);
        assert_eq!(signature(&imported.interface), signature_of_it);
        let (_around, challenge) = loaded(&imported);
        assert_eq!(challenge.interface.as_ref(), Some(&imported.interface), "what is written is what was guessed");
        assert_eq!((challenge.secret.cases().len(), challenge.samples.len()), (cases, samples), "{exercise}");
        assert_eq!(challenge.id, property.map_or_else(|| exercise.to_owned(), |name| format!("{exercise}-{name}")));
    }
}

#[test]
fn a_case_holds_the_exercises_own_values() {
    let (_around, challenge) = loaded(&imported("ferry-trips", None));
    let interface = challenge.interface.as_ref().unwrap();
    let cases = challenge.secret.cases();
    let call = |nth: usize| {
        let assay_challenge::Input::Call { file, .. } = &cases[nth].input else { panic!("it is a call") };
        cases[nth].call(&std::fs::read(challenge.root.join(file)).unwrap(), interface).unwrap()
    };
    let text = |text: &str| Value::String(text.to_owned());
    let int = Value::Int;
    let expected = Value::Record(vec![int(3), int(2), Value::Optional(Some(Box::new(text("slow"))))]);
    let arguments = vec![int(8), int(6), text("storm")];
    assert_eq!(call(2), Call::Function { arguments, expected: Some(Expected::Value(expected)) });
    let failing = Some(Expected::Error(Some("nobody can cross".to_owned())));
    assert!(matches!(call(3), Call::Function { expected, .. } if expected == failing), "{:?}", call(3));
}

#[test]
fn a_statement_shows_what_is_asked_with_examples() {
    let (_around, challenge) = loaded(&imported("letter-tally", None));
    for part in [
        "# Letter tally\n",
        "Write the function `tally`.",
        "| `word` | `string` |",
        "It returns a value of type `TallyResult`, or fails with an error.",
        "- no letters: `tally(\"\")` returns `TallyResult {vowels: 0, others: 0}`",
        "MIT licence",
    ] {
        assert!(challenge.statement.contains(part), "{part}\n{}", challenge.statement);
    }
}
