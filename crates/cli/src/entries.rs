//! Which submissions the command line names: files, folders with one program, and folders full of submissions.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::input;

/// One submission that is named, not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) path: PathBuf,
    /// What reports call it; no two entries share one.
    pub(crate) name: String,
}

/// Everything `paths` name, those of one folder in the order of their names. With `each`, every folder is taken for one
/// full of submissions, even where a file in it is called as if the folder were one program.
pub(crate) fn entries(paths: &[PathBuf], each: bool) -> Result<Vec<Entry>, Failure> {
    let mut all = Vec::new();
    for path in paths {
        if input::is_stdin(path) || !path.is_dir() {
            all.push(path.clone());
            continue;
        }
        let inside = inside(path)?;
        if !each && is_program(&inside) {
            all.push(path.clone());
        } else if inside.is_empty() {
            return Err(Failure::usage(format!("{}: no submission in it", path.display())));
        } else {
            all.extend(inside);
        }
    }
    if all.iter().filter(|path| input::is_stdin(path)).count() > 1 {
        return Err(Failure::usage("`-` was given twice, and standard input can be read only once"));
    }
    let names = names(&all);
    Ok(all.into_iter().zip(names).map(|(path, name)| Entry { path, name }).collect())
}

/// What is in a folder, but for what is hidden, in the order of names.
pub(crate) fn inside(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error| Failure::File { path: folder.to_owned(), error };
    let mut paths = Vec::new();
    for item in std::fs::read_dir(folder).map_err(failed)? {
        let item = item.map_err(failed)?;
        if !item.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(item.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// Whether a folder is one program: a file in it is called `main` or `solution`, or there is but one file.
fn is_program(inside: &[PathBuf]) -> bool {
    let starts = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        matches!(name.split('.').next(), Some("main" | "solution")) && path.is_file()
    };
    match inside {
        [only] => only.is_file(),
        several => several.iter().any(starts),
    }
}

/// What reports call submissions: their file's name, or as much of the end of their path as tells them apart.
fn names(paths: &[PathBuf]) -> Vec<String> {
    let parts: Vec<Vec<String>> = paths.iter().map(|path| components(path)).collect();
    let mut taken = vec![1; paths.len()];
    let end = |place: usize, length: usize| {
        let all: &[String] = &parts[place];
        all[all.len().saturating_sub(length)..].join("/")
    };
    loop {
        let names: Vec<String> = taken.iter().enumerate().map(|(place, length)| end(place, *length)).collect();
        let mut sharing: HashMap<&str, usize> = HashMap::new();
        for name in &names {
            *sharing.entry(name).or_default() += 1;
        }
        let mut longer = false;
        for (place, name) in names.iter().enumerate() {
            if sharing[name.as_str()] > 1 && taken[place] < parts[place].len() {
                taken[place] += 1;
                longer = true;
            }
        }
        if !longer {
            return numbered(names);
        }
    }
}

fn components(path: &Path) -> Vec<String> {
    if input::is_stdin(path) {
        return vec!["standard input".to_owned()];
    }
    // `.` and `..` end in no name; the folder they stand for has one.
    let whole = if path.file_name().is_none() { path.canonicalize().ok() } else { None };
    let path = whole.as_deref().unwrap_or(path);
    path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

/// Names of which no two are the same: what is given twice gets a number.
fn numbered(names: Vec<String>) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut number = |name: String| {
        let times = seen.entry(name.clone()).or_default();
        *times += 1;
        if *times == 1 { name } else { format!("{name}#{times}") }
    };
    names.into_iter().map(&mut number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(paths: &[&str]) -> Vec<String> {
        names(&paths.iter().map(PathBuf::from).collect::<Vec<_>>())
    }

    #[test]
    fn submissions_of_equal_file_names_are_told_apart_by_their_folders() {
        let paths = ["in/ann/main.py", "in/bob/main.py", "in/eve/other.py"];
        assert_eq!(named(&paths), ["ann/main.py", "bob/main.py", "other.py"]);
        assert_eq!(named(&["x/a.py"]), ["a.py"]);
        assert_eq!(named(&["1/x/a.py", "2/x/a.py", "a.py"]), ["1/x/a.py", "2/x/a.py", "a.py"]);
        assert_eq!(named(&["a.py", "a.py"]), ["a.py", "a.py#2"]);
    }

    #[test]
    fn a_folder_is_one_program_if_a_file_says_so_and_full_of_submissions_if_none_does() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let found = |folder: &str, files: &[&str], each| {
            for file in files {
                let path = root.path().join(folder).join(file);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
                std::fs::write(path, "").expect("it can be written");
            }
            let all = entries(&[root.path().join(folder)], each).map_err(|error| error.to_string());
            all.map(|all| all.into_iter().map(|entry| entry.name).collect::<Vec<_>>())
        };
        for (folder, files, each, expected) in [
            ("program", &["main.py", "helper.py"][..], false, &["program"][..]),
            ("program", &[], true, &["helper.py", "main.py"]),
            ("only", &["app.py"], false, &["only"]),
            (
                "inbox",
                &["bob.py", "ann.c", ".hidden.py", "eve/main.py", "eve/lib.py"],
                false,
                &["ann.c", "bob.py", "eve"],
            ),
            ("nested", &["ann/main.py"], false, &["ann"]),
        ] {
            assert_eq!(found(folder, files, each).expect("some"), expected, "{folder}");
        }
        std::fs::create_dir(root.path().join("empty")).expect("it can be made");
        assert!(found("empty", &[], false).expect_err("nothing").ends_with("no submission in it"));
    }
}
