//! What is wrong with a challenge's files: what is missing and what does not belong.

use crate::{Folder, TOML, places};

/// Files added to a whole challenge, and the only problem: its file, and parts of its message and help.
type Row = (&'static [&'static str], &'static str, &'static str, &'static str);

fn compare(rows: &[Row]) {
    for (added, file, message, help) in rows {
        let folder = Folder::new(TOML);
        for path in *added {
            folder.write(path, "");
        }
        let found = folder.problems();
        assert_eq!(places(&found), [((*file).to_owned(), None, None)], "{added:?}\n{found:#?}");
        assert!(found[0].message.contains(message), "{added:?}\n{found:#?}");
        assert!(found[0].help.contains(help), "{added:?}\n{found:#?}");
    }
}

#[test]
fn a_case_needs_its_input_and_its_answer() {
    compare(&[
        (&["data/secret/edge/02-a.in"], "data/secret/edge/02-a.in", "has no 02-a.ans", "add the expected answer"),
        (&["data/secret/edge/02-a.ans"], "data/secret/edge/02-a.ans", "has no 02-a.in", "add the input"),
        (&["data/sample/02-a.in"], "data/sample/02-a.in", "has no 02-a.ans", "add the expected answer"),
        (&["data/secret/edge/01-zero.gen"], "data/secret/edge/01-zero.gen", "stands beside", "only its .gen"),
        (&["data/secret/large/01-many.ans"], "data/secret/large/01-many.gen", "stands beside", "only its .gen"),
    ]);
}

#[test]
fn cases_and_groups_have_names_of_a_known_shape() {
    compare(&[
        (&["data/secret/edge/zero.gen"], "data/secret/edge/zero.gen", "`zero` is not a case's name", "NN-name"),
        (&["data/secret/edge/02_a.gen"], "data/secret/edge/02_a.gen", "not a case's name", "NN-name"),
        (&["data/secret/edge/02-A.gen"], "data/secret/edge/02-A.gen", "not a case's name", "NN-name"),
        (&["data/secret/edge/02-.gen"], "data/secret/edge/02-.gen", "not a case's name", "NN-name"),
        (&["data/secret/edge/02-a.b.gen"], "data/secret/edge/02-a.b.gen", "not a case's name", "NN-name"),
    ]);
    let folder = Folder::new(&TOML.replace("weight = 40", "").replace("weight = 60", ""));
    folder.write("data/secret/a group/01-a.gen", "");
    assert!(folder.problems()[0].message.contains("not a group's name"));
}

#[test]
fn files_that_do_not_belong_are_named() {
    compare(&[
        (&["data/secret/edge/notes.txt"], "data/secret/edge/notes.txt", "no part of a case", "NN-name.in"),
        (&["data/secret/edge/in"], "data/secret/edge/in", "no part of a case", "NN-name.in"),
        (&["data/notes.txt"], "data/notes.txt", "does not belong", "sample and secret"),
        (&["data/invalid/01-a.in"], "data/invalid", "does not belong", "sample and secret"),
        (&["data/sample/more/01-a.in"], "data/sample/more", "folder among samples", "directly in data/sample"),
        (&["data/secret/.hidden"], "data/secret/.hidden", "hidden file", "remove"),
        (&["submissions/x.py"], "submissions/x.py", "outside a verdict's folder", "submissions/accepted"),
        (&["submissions/maybe/x.py"], "submissions/maybe", "not a verdict's folder", "accepted, wrong_answer"),
        (&["submissions/wrong_answers/x.py"], "submissions/wrong_answers", "not a verdict's", "mean `wrong_answer`?"),
    ]);
}

#[test]
fn a_folder_holds_groups_or_cases() {
    compare(&[(
        &["data/secret/01-stray.in", "data/secret/01-stray.ans"],
        "data/secret",
        "both groups (such as `edge`) and cases (such as `01-stray.ans`)",
        "a group of their own",
    )]);
}

#[test]
fn empty_folders_are_named() {
    let folder = Folder::new(&TOML.replace("weight = 40", "").replace("weight = 60", ""));
    for path in ["data/secret/none", "submissions/accepted/several"] {
        std::fs::create_dir_all(folder.root.join(path)).unwrap();
    }
    let file = |path: &str| (path.to_owned(), None, None);
    assert_eq!(places(&folder.problems()), [file("data/secret/none"), file("submissions/accepted/several")]);
}

#[test]
fn a_challenge_without_hidden_cases_is_refused() {
    for missing in ["data/secret/edge", "data/secret"] {
        let folder = Folder::new("id = \"sum\"\ntitle = \"Sum\"");
        folder.remove("data/secret/large");
        folder.remove(missing);
        let found = folder.problems();
        assert_eq!(places(&found), [("data/secret".to_owned(), None, None)], "{found:#?}");
        assert!(found[0].message.contains("holds no case") && found[0].help.contains("add at least one"));
    }
}

#[test]
fn a_generated_case_needs_a_generator() {
    let found = Folder::new("id = \"sum\"\ntitle = \"Sum\"").problems();
    assert_eq!(places(&found), [("data/secret/large/01-many.gen".to_owned(), None, None)]);
    assert!(found[0].message.contains("needs a generator") && found[0].help.contains("[generator]"));
}

#[test]
fn each_file_a_challenge_must_have_is_missed() {
    for path in ["challenge.toml", "statement.md", "data"] {
        let folder = Folder::new(&TOML[..TOML.find("[groups").unwrap()]);
        folder.remove(path);
        let found = folder.problems();
        assert_eq!(found[0].file.to_str(), Some(path), "{found:#?}");
        assert!(found[0].message.contains("cannot be read") && !found[0].help.is_empty(), "{found:#?}");
    }
}

#[test]
fn a_challenge_may_come_without_its_solutions() {
    let folder = Folder::new("id = \"sum\"\ntitle = \"Sum\"");
    folder.remove("data/secret/large");
    folder.remove("submissions");
    assert_eq!(folder.problems(), []);
}

#[test]
fn groups_nested_without_end_are_refused() {
    let folder = Folder::new(&TOML.replace("weight = 40", "").replace("weight = 60", ""));
    folder.write(&format!("data/secret/{}01-a.gen", "deep/".repeat(40)), "");
    assert!(folder.problems().iter().any(|problem| problem.message.contains("too deeply")));
    let folder = Folder::new(TOML);
    folder.write(&format!("submissions/accepted/{}a.py", "deep/".repeat(40)), "");
    assert!(folder.problems().iter().any(|problem| problem.message.contains("too deeply")));
}
