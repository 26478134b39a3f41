//! What a challenge's folder must be, and that everything wrong with one is said at once, with its place.

mod calls;
mod files;
mod keys;
mod paths;
mod random;
mod sound;

use std::fs;
use std::path::{Path, PathBuf};

use assay_challenge::{Problem, load};
use tempfile::TempDir;

/// The start of every `challenge.toml` that is about something else.
const HEAD: &str = "id = \"sum\"\ntitle = \"Sum\"\n";

/// A `challenge.toml` with groups, a generator and a hint.
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

/// A challenge's folder, named `sum`, which is whole but for what a test does to it.
struct Folder {
    around: TempDir,
    root: PathBuf,
}

impl Folder {
    /// With `challenge.toml` as given.
    fn new(toml: &str) -> Self {
        let around = TempDir::new().unwrap();
        let folder = Self { root: around.path().join("sum"), around };
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
            folder.write(path, content);
        }
        folder
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn remove(&self, path: &str) {
        let path = self.root.join(path);
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }

    fn problems(&self) -> Vec<Problem> {
        problems(&self.root)
    }
}

fn problems(root: &Path) -> Vec<Problem> {
    load(root).err().map(|problems| problems.0).unwrap_or_default()
}

/// The problems as a table: file, line, key.
fn places(problems: &[Problem]) -> Vec<(String, Option<usize>, Option<&str>)> {
    let place = |problem: &Problem| problem.file.to_string_lossy().into_owned();
    problems.iter().map(|problem| (place(problem), problem.line, problem.key.as_deref())).collect()
}
