//! What a challenge's folder must be, and that everything wrong with one is said at once, with its place.

use std::fs;
use std::path::Path;

use assay_challenge::{Answer, Input, Members, Problem, Verdict, check_ids, load};
use tempfile::TempDir;

const TOML: &str = r#"id = "sum"
title = "Sum"

[generator]
source = "generator/gen.py"
answers = "submissions/accepted/solution.py"

[groups."secret/edge"]
title = "Edges"
weight = 40
aggregate = "min"

[groups."secret/large"]
weight = 60

[hints]
"secret/edge/01-zero" = "Zero is a number."
"#;

fn write(root: &Path, path: &str, content: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A whole challenge in the folder `sum`, with `challenge.toml` as given.
fn challenge(toml: &str) -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("sum");
    for (path, content) in [
        ("challenge.toml", toml),
        ("statement.md", "# Sum"),
        ("data/sample/01-small.in", "1 2\n"),
        ("data/sample/01-small.ans", "3\n"),
        ("data/secret/edge/01-zero.in", "0 0\n"),
        ("data/secret/edge/01-zero.ans", "0\n"),
        ("data/secret/large/01-many.gen", "n=5\n"),
        ("generator/gen.py", "print(1, 2)"),
        ("submissions/accepted/solution.py", "print(3)"),
        ("submissions/wrong_answer/zero.py", "print(0)"),
    ] {
        write(&root, path, content);
    }
    (folder, root)
}

fn problems(root: &Path) -> Vec<Problem> {
    load(root).err().map(|problems| problems.0).unwrap_or_default()
}

#[test]
fn a_whole_challenge_loads_to_its_tree() {
    let (_folder, root) = challenge(TOML);
    let loaded = load(&root).unwrap();
    assert_eq!(
        loaded.cases().iter().map(|case| case.id.as_str()).collect::<Vec<_>>(),
        ["sample/01-small", "secret/edge/01-zero", "secret/large/01-many"]
    );
    let Members::Groups(groups) = &loaded.secret.members else { panic!("the hidden cases are in groups") };
    assert_eq!((groups[0].title.as_str(), groups[0].weight), ("Edges", 40));
    assert_eq!((groups[1].title.as_str(), groups[1].weight), ("large", 60));
    let cases = loaded.secret.cases();
    assert_eq!(cases[0].hint.as_deref(), Some("Zero is a number."));
    assert!(matches!((&cases[1].input, &cases[1].answer), (Input::Generated(_), Answer::Computed)));
    let expected: Vec<_> = loaded.solutions.iter().map(|solution| solution.expected).collect();
    assert_eq!(expected, [Verdict::AC, Verdict::WA]);
    assert_eq!(loaded.allowance.time_ms, 1000);
}

#[test]
fn the_hash_follows_the_data_but_not_the_statement() {
    let (_folder, root) = challenge(TOML);
    let before = load(&root).unwrap().hash;
    write(&root, "statement.md", "# Another");
    assert_eq!(load(&root).unwrap().hash, before);
    write(&root, "data/secret/edge/01-zero.ans", "1\n");
    assert_ne!(load(&root).unwrap().hash, before);
}

#[test]
fn each_wrong_key_is_named_with_its_line_and_what_to_do() {
    for (toml, line, key, message, help) in [
        ("id = \"sum\"\ntitel = \"x\"\ntitle = \"x\"", 2, "titel", "not a key", "did you mean `title`?"),
        ("id = \"sum\"", 1, "title", "missing", "add `title"),
        ("id = \"other\"\ntitle = \"x\"", 1, "id", "differs from the folder's name", "equal"),
        ("id = \"sum\"\ntitle = \"x\"\n[limits]\ntime = 2", 4, "limits.time", "string", ""),
        ("id = \"sum\"\ntitle = \"x\"\n[limits]\ntime = \"2 fortnights\"", 4, "limits.time", "1.5s", ""),
        (
            "id = \"sum\"\ntitle = \"x\"\n[limits.multipliers]\npython = -1.0",
            4,
            "limits.multipliers.python",
            "outside",
            "",
        ),
        ("id = \"sum\"\ntitle = \"x\"\nlanguages = []", 3, "languages", "no language", "leave it out"),
        (
            "id = \"sum\"\ntitle = \"x\"\n[checker]\nkind = \"exact\"\nabsolute = 0.1",
            5,
            "checker.absolute",
            "means nothing",
            "remove",
        ),
        ("id = \"sum\"\ntitle = \"x\"\n[checker]\nkind = \"program\"", 4, "checker.source", "missing", "source file"),
        ("id = \"sum\"\ntitle = \"x\"\n[scoring]\npoints = 0", 4, "scoring.points", "outside", ""),
        (
            "id = \"sum\"\ntitle = \"x\"\n[hints]\n\"secret/no/01-x\" = \"?\"",
            4,
            "hints.\"secret/no/01-x\"",
            "no case",
            "",
        ),
        ("id = \"sum\"\ntitle = \"x\"\n[groups.\"secret/no\"]", 3, "groups.\"secret/no\"", "no group", "secret/edge"),
        ("id = \"sum\"\ntitle = \"x\"\nfeedback = \"all\"", 3, "feedback", "unknown variant", ""),
    ] {
        let (_folder, root) = challenge(toml);
        let found = problems(&root);
        let fits = |p: &Problem| {
            p.line == Some(line)
                && p.key.as_deref() == Some(key)
                && p.message.contains(message)
                && p.help.contains(help)
        };
        assert!(found.iter().any(fits), "{toml}\n{found:#?}");
    }
}

#[test]
fn weights_that_do_not_sum_to_a_hundred_are_named() {
    let (_folder, root) = challenge(&TOML.replace("weight = 60", "weight = 50"));
    let found = problems(&root);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.contains("sum to 90"));
    let (_folder, root) = challenge(&TOML.replace("weight = 60", ""));
    assert!(problems(&root)[0].message.contains("secret/large"));
}

#[test]
fn each_file_that_does_not_belong_is_named() {
    for (path, message) in [
        ("data/secret/edge/02-lone.in", "has no 02-lone.ans"),
        ("data/secret/edge/02-lone.ans", "has no 02-lone.in"),
        ("data/secret/edge/notes.txt", "is no part of a case"),
        ("data/secret/edge/01-zero.gen", "stands beside"),
        ("data/secret/01-stray.in", "holds both groups and cases"),
        ("submissions/maybe/x.py", "is not a verdict's folder"),
        ("submissions/x.py", "lies outside a verdict's folder"),
        ("data/sample/more/01-a.in", "is a folder among samples"),
    ] {
        let (_folder, root) = challenge(TOML);
        write(&root, path, "");
        let found = problems(&root);
        assert!(found.iter().any(|p| p.message.contains(message)), "{path}: {found:#?}");
    }
}

#[test]
fn paths_that_leave_the_folder_are_refused() {
    for (path, message) in [("../gen.py", "leaves"), ("/etc/passwd", "leaves"), ("generator/none.py", "does not exist")]
    {
        let (_folder, root) = challenge(&TOML.replace("generator/gen.py", path));
        let found = problems(&root);
        assert!(found.iter().any(|p| p.message.contains(message)), "{path}: {found:#?}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_folder_are_refused() {
    let (folder, root) = challenge(TOML);
    write(folder.path(), "outside.in", "secret");
    std::os::unix::fs::symlink(folder.path().join("outside.in"), root.join("data/sample/02-link.in")).unwrap();
    assert!(problems(&root).iter().any(|p| p.message.contains("link out of")));
}

#[test]
fn many_problems_are_reported_at_once() {
    let toml = TOML.replace("title = \"Sum\"", "titel = \"Sum\"\nfeedback = 1").replace("weight = 60", "weight = 1");
    let (_folder, root) = challenge(&toml);
    write(&root, "data/secret/edge/02-lone.in", "");
    fs::remove_file(root.join("statement.md")).unwrap();
    let found = problems(&root);
    assert!(found.len() >= 5, "{found:#?}");
    assert!(load(&root).unwrap_err().to_string().contains("challenge.toml:2: titel: "));
}

#[test]
fn two_challenges_of_one_id_are_refused() {
    let (_one, first) = challenge(TOML);
    let (_two, second) = challenge(TOML);
    let both = [load(&first).unwrap(), load(&second).unwrap()];
    assert!(check_ids(&both).unwrap_err().to_string().contains("is the id of"));
    assert!(check_ids(&both[..1]).is_ok());
}

#[test]
fn an_empty_folder_is_no_challenge_and_no_panic() {
    let folder = TempDir::new().unwrap();
    assert!(problems(folder.path())[0].message.contains("cannot be read"));
}

#[test]
fn the_published_schema_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/challenge.schema.json");
    let generated = serde_json::to_string_pretty(&assay_challenge::challenge_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(published == generated, "run the tests with UPDATE_SCHEMAS=1 and commit docs/challenge.schema.json");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_in_the_file_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        let (_folder, root) = challenge("");
        fs::write(root.join("challenge.toml"), &bytes).unwrap();
        proptest::prop_assert!(load(&root).is_err());
    }

    #[test]
    fn no_mangled_file_panics(at in 0..TOML.len(), with in ".{0,6}") {
        let mut toml = TOML.to_owned();
        toml.insert_str(at, &with);
        let (_folder, root) = challenge(&toml);
        let _ = load(&root);
    }
}
