//! Paths and links that lead out of a challenge's folder, and what is no plain file.

use std::path::Path;

use assay_challenge::{Language, load};

use crate::{Folder, HEAD, TOML, places, problems};

#[test]
fn paths_that_leave_the_folder_or_lead_nowhere_are_refused() {
    for (path, message) in [
        ("../gen.py", "leaves the challenge's folder"),
        ("generator/../../gen.py", "leaves the challenge's folder"),
        ("/etc/passwd", "leaves the challenge's folder"),
        ("./generator/gen.py", "is not a plain path"),
        ("generator/none.py", "does not exist"),
        ("gen\\u0000.py", "does not exist"),
    ] {
        let found = Folder::new(&TOML.replace("generator/gen.py", path)).problems();
        assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(5), Some("generator.source"))], "{path}");
        assert!(found[0].message.contains(message), "{path}: {found:#?}");
        assert!(!found[0].help.is_empty());
    }
}

#[test]
fn a_missing_checker_is_named() {
    let toml = format!("{TOML}[checker]\nkind = \"program\"\nsource = \"checker/check.py\"\n");
    let found = Folder::new(&toml).problems();
    assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(20), Some("checker.source"))]);
    assert_eq!(found[0].message, "`checker/check.py` does not exist");
}

#[test]
fn answers_and_references_must_be_accepted_solutions() {
    for path in ["submissions/wrong_answer/zero.py", "generator/gen.py", "submissions/accepted", "statement.md"] {
        let found = Folder::new(&TOML.replace("submissions/accepted/solution.py", path)).problems();
        assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(6), Some("generator.answers"))], "{path}");
        assert_eq!(found[0].message, format!("`{path}` is not an accepted solution"));
        assert!(found[0].help.ends_with("accepted solutions: submissions/accepted/solution.py"), "{found:#?}");
    }
    let toml = "[scoring.efficiency]\nshare = 1\nfull = 1\nzero = 2\nreferences.c = \"submissions/accepted/x.c\"\n";
    let found = Folder::new(&format!("{TOML}{toml}")).problems();
    let key = Some("scoring.efficiency.references.c");
    assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(22), key)]);
    assert_eq!(found[0].message, "`submissions/accepted/x.c` does not exist");
}

#[test]
fn tiers_are_right_solutions_that_may_be_too_slow() {
    let tier =
        |name: &str, path: &str| format!("[[scoring.tiers.solutions]]\nname = \"{name}\"\npython = \"{path}\"\n");
    let toml =
        |slow: &str| format!("{TOML}{}{}", tier("best", "submissions/accepted/solution.py"), tier("worst", slow));
    let slow = "submissions/time_limit_exceeded/slow.py";
    let folder = Folder::new(&toml(slow));
    folder.write(slow, "while True: pass");
    let loaded = load(&folder.root).unwrap_or_else(|problems| panic!("{problems}"));
    let tiers = loaded.scoring.tiers.unwrap();
    let python = Language::new("python").unwrap();
    assert_eq!(tiers.solutions(&python).unwrap()[1], Path::new(slow));
    assert_eq!((tiers.share, tiers.solutions(&Language::new("c").unwrap())), (None, None));
    folder.write(slow, "while 1: pass");
    assert_ne!(load(&folder.root).unwrap().hash, loaded.hash, "a grade depends on what it is compared with");
    let found = Folder::new(&toml("submissions/wrong_answer/zero.py")).problems();
    assert_eq!(found[0].message, "`submissions/wrong_answer/zero.py` is not an accepted solution");
}

#[test]
fn a_folder_that_is_none_or_empty_is_no_challenge() {
    let folder = Folder::new(TOML);
    for path in ["none", "statement.md"] {
        let found = problems(&folder.root.join(path));
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].message.contains("cannot be read"), "{found:#?}");
    }
    assert!(problems(folder.around.path())[0].message.contains("cannot be read"));
}

#[test]
fn texts_that_are_too_large_or_no_text_are_refused() {
    let folder = Folder::new(TOML);
    folder.write("statement.md", b"# Sum\n\nGr\xfc\xdfe");
    folder.write("challenge.toml", TOML.to_owned() + &"#".repeat(1 << 20));
    let found = folder.problems();
    assert_eq!(places(&found), [("challenge.toml".to_owned(), None, None)]);
    assert_eq!(found[0].message, "is larger than 1 MiB");
    folder.write("challenge.toml", TOML);
    let found = folder.problems();
    assert_eq!(places(&found), [("statement.md".to_owned(), Some(3), None)]);
    assert_eq!(found[0].message, "is not UTF-8");
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_folder_are_refused_wherever_they_are() {
    use std::os::unix::fs::symlink;

    let toml = TOML.replace("generator/gen.py", "generator/linked.py");
    for (link, target, file) in [
        ("data/sample/02-link.in", "outside", "data/sample/02-link.in"),
        ("submissions/accepted/link.py", "outside", "submissions/accepted/link.py"),
        ("submissions/accepted/several/link.py", "outside", "submissions/accepted/several/link.py"),
        ("data/secret/linked", "folder", "data/secret/linked"),
    ] {
        let folder = Folder::new(TOML);
        std::fs::write(folder.around.path().join("outside"), "secret").unwrap();
        std::fs::create_dir(folder.around.path().join("folder")).unwrap();
        folder.write("submissions/accepted/several/main.py", "");
        symlink(folder.around.path().join(target), folder.root.join(link)).unwrap();
        let found = folder.problems();
        assert_eq!(places(&found), [(file.to_owned(), None, None)], "{link}");
        assert!(found[0].message.contains("link out of"), "{found:#?}");
    }
    for (path, link) in [("statement.md", None), ("challenge.toml", None), ("generator/linked.py", Some(5))] {
        let folder = Folder::new(&toml);
        folder.write("generator/linked.py", "");
        std::fs::rename(folder.root.join(path), folder.around.path().join("outside")).unwrap();
        symlink(folder.around.path().join("outside"), folder.root.join(path)).unwrap();
        let found = folder.problems();
        assert_eq!((found.len(), found[0].line), (1, link), "{found:#?}");
        assert!(found[0].message.contains("link out of"), "{found:#?}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_stay_are_followed_to_files_but_not_to_folders() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new(HEAD);
    folder.remove("data/secret/large");
    symlink("../../sample/01-small.in", folder.root.join("data/secret/edge/02-same.in")).unwrap();
    symlink("../../sample/01-small.ans", folder.root.join("data/secret/edge/02-same.ans")).unwrap();
    assert_eq!(folder.problems(), []);
    symlink("..", folder.root.join("data/secret/edge/loop")).unwrap();
    symlink("nothing", folder.root.join("data/secret/edge/03-none.gen")).unwrap();
    let found = folder.problems();
    let messages: Vec<_> = found.iter().map(|problem| problem.message.as_str()).collect();
    assert!(messages[0].contains("cannot be read"), "{messages:?}");
    assert_eq!(messages[1..], ["is a link to a folder"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_refused_and_not_waited_for() {
    let folder = Folder::new(HEAD);
    folder.remove("data/secret/large");
    folder.remove("statement.md");
    for path in ["data/sample/02-socket.in", "statement.md"] {
        std::os::unix::net::UnixListener::bind(folder.root.join(path)).unwrap();
    }
    let found = folder.problems();
    assert_eq!(found[0].message, "is not a file");
    assert_eq!(found[1].message, "is neither a file nor a folder");
}
