//! `assay new`: a complete small challenge that verifies, to be changed into one's own.

use std::path::{Path, PathBuf};

use crate::answer::Answer;
use crate::arguments::New as Arguments;
use crate::exit::Exit;
use crate::failure::Failure;

macro_rules! template {
    ($($path:literal),+ $(,)?) => { [$(($path, include_str!(concat!("../template/", $path)))),+] };
}

/// Every file of the new challenge, by its path in it.
const FILES: [(&str, &str); 34] = template![
    "challenge.toml",
    "statement.md",
    "data/sample/01-two-kinds.in",
    "data/sample/01-two-kinds.ans",
    "data/sample/02-no-pair.in",
    "data/sample/02-no-pair.ans",
    "data/secret/basic/01-one-pair.in",
    "data/secret/basic/01-one-pair.ans",
    "data/secret/basic/02-negative-numbers.in",
    "data/secret/basic/02-negative-numbers.ans",
    "data/secret/basic/03-repeats.in",
    "data/secret/basic/03-repeats.ans",
    "data/secret/basic/04-target-zero.in",
    "data/secret/basic/04-target-zero.ans",
    "data/secret/basic/05-unsorted.in",
    "data/secret/basic/05-unsorted.ans",
    "data/secret/edge/01-empty-list.in",
    "data/secret/edge/01-empty-list.ans",
    "data/secret/edge/02-equal-halves.in",
    "data/secret/edge/02-equal-halves.ans",
    "data/secret/edge/03-one-number.in",
    "data/secret/edge/03-one-number.ans",
    "data/secret/edge/04-largest-values.in",
    "data/secret/edge/04-largest-values.ans",
    "data/secret/edge/05-all-equal.in",
    "data/secret/edge/05-all-equal.ans",
    "data/secret/large/01-many-values.gen",
    "data/secret/large/02-many-pairs.gen",
    "data/secret/large/03-three-values.gen",
    "data/secret/large/04-negative-target.gen",
    "generator/gen.py",
    "submissions/accepted/count.py",
    "submissions/wrong_answer/forgets_repeats.py",
    "submissions/time_limit_exceeded/every_pair.py",
];

/// Makes the folder and everything in it.
pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let folder = &arguments.folder;
    let id = id_of(folder)?;
    let title = match &arguments.title {
        Some(title) => given_title(title)?,
        None => title_of(&id),
    };
    refuse_filled(folder)?;
    for (path, text) in FILES {
        let path = folder.join(path);
        let failed = |error| Failure::File { path: path.clone(), error };
        std::fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(failed)?;
        std::fs::write(&path, filled(text, &id, &title)).map_err(failed)?;
    }
    let shown = folder.display();
    Ok(Answer::new("", Exit::Good)
        .remark(format!("made {shown}: a challenge that works, to be changed into your own"))
        .remark(format!("try  assay verify {shown}"))
        .remark(format!("     assay test {shown} {shown}/submissions/wrong_answer/forgets_repeats.py")))
}

fn filled(text: &str, id: &str, title: &str) -> String {
    // JSON's way of writing strings is one of TOML's, once there are no control characters.
    let quoted = serde_json::Value::from(title).to_string();
    let title = title.replace(['\\', '`', '*', '_', '<', '['], " ");
    text.replace("{{id}}", id).replace("{{heading}}", title.trim()).replace("{{title}}", &quoted)
}

/// The challenge's id: the name of its folder.
fn id_of(folder: &Path) -> Result<String, Failure> {
    let absolute: PathBuf =
        std::path::absolute(folder).map_err(|error| Failure::File { path: folder.to_owned(), error })?;
    let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.is_empty() && name.chars().all(fits) {
        return Ok(name);
    }
    let dashed: String = name.to_lowercase().chars().map(|c| if fits(c) { c } else { '-' }).collect();
    let better = Some(dashed.trim_matches('-')).filter(|better| !better.is_empty()).unwrap_or("my-challenge");
    Err(Failure::usage(format!(
        "`{name}` cannot be a challenge's id, which its folder's name is: use lower-case letters, digits and dashes, \
         such as `{better}`"
    )))
}

fn title_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let words = words.trim();
    let mut letters = words.chars();
    letters.next().map_or_else(|| "Challenge".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

fn given_title(title: &str) -> Result<String, Failure> {
    let title = title.trim();
    if title.is_empty() || title.chars().any(char::is_control) {
        return Err(Failure::usage("--title: write one line of text"));
    }
    Ok(title.to_owned())
}

/// A folder with something in it is somebody's.
pub(crate) fn refuse_filled(folder: &Path) -> Result<(), Failure> {
    match std::fs::read_dir(folder).map(Iterator::count) {
        Ok(0) => Ok(()),
        Ok(_) => Err(Failure::usage(format!("{} is not empty: name a new folder", folder.display()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::File { path: folder.to_owned(), error }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_name_is_the_id_or_a_better_name_is_given() {
        assert_eq!(id_of(Path::new("sets/rate-limiter")).expect("fits"), "rate-limiter");
        let said = id_of(Path::new("Rate Limiter")).expect_err("has capitals").to_string();
        assert!(said.ends_with("such as `rate-limiter`"), "{said}");
        assert!(id_of(Path::new("/")).is_err());
    }

    #[test]
    fn any_title_makes_a_file_that_loads() {
        let folder = tempfile::tempdir().expect("a folder");
        let arguments = Arguments {
            folder: folder.path().join("odd-title"),
            title: Some(r#"A "quoted" \ title\n # <b> {{id}} é"#.to_owned()),
        };
        run(&arguments).expect("made");
        let challenge = assay::load(&arguments.folder).expect("valid");
        assert_eq!(Some(challenge.title), arguments.title);
        assert!(run(&arguments).is_err(), "it is not empty now");
    }

    #[test]
    fn a_title_is_made_from_the_id() {
        assert_eq!(title_of("rate-limiter"), "Rate limiter");
        assert_eq!(title_of("-"), "Challenge");
    }
}
