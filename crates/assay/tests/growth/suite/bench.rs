//! Measuring one program of the table through the public library.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay::{Challenge, Grader, GrowthClass, GrowthFit, GrowthGrade, Submission, main_file_name};

use super::table::{Input, Row};

/// Prints the size, and numbers if they are asked for.
const GENERATOR: &str = "\
word, n = input().split()
print(n)
state = 12345
for _ in range(int(n) if word == 'numbers' else 0):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    print((state >> 33) % 1000000007, end=' ')
";

const CHALLENGE: &str = "\
id = \"growth\"
title = \"Growth\"
[limits]
time = \"5s\"
[growth]
generator = \"gen.py\"
input = \"size {n}\"
sizes = { from = 16, to = 4096 }
";

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A grader, and a challenge that is changed for every program.
pub(crate) struct Bench {
    grader: Grader,
    challenge: Challenge,
    _folder: tempfile::TempDir,
}

/// What was found of something whose growth is known.
pub(crate) struct Found {
    pub(crate) file: &'static str,
    /// `cost` or `memory`.
    pub(crate) what: &'static str,
    pub(crate) known: GrowthClass,
    pub(crate) fit: GrowthFit,
    /// Why it is taken for another class, if it is known to be.
    pub(crate) misfit: Option<&'static str>,
}

impl Bench {
    pub(crate) fn open(grader: Grader) -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("growth");
        for (path, text) in [
            ("challenge.toml", CHALLENGE),
            ("statement.md", "Grow as the table says.\n"),
            ("gen.py", GENERATOR),
            ("data/secret/01-only.in", "1\n"),
            ("data/secret/01-only.ans", "1\n"),
        ] {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap_or(&root))?;
            std::fs::write(path, text)?;
        }
        Ok(Self { grader, challenge: assay::load(&root)?, _folder: folder })
    }

    /// Measures a program.
    pub(crate) async fn measure(&self, row: &Row) -> Result<GrowthGrade, Failure> {
        let mut challenge = self.challenge.clone();
        if let Some(growth) = &mut challenge.growth {
            growth.sizes.clone_from(&row.sizes);
            let input = if row.input == Input::Numbers { "numbers {n}" } else { "size {n}" };
            input.clone_into(&mut growth.input);
        }
        let file = programs().join(row.file);
        let language = main_file_name(&file).and_then(|name| self.grader.language_of(&name));
        let submission = Submission::read(&file, language.ok_or("no language pack knows its ending")?)?;
        let growth = self.grader.growth(&Arc::new(challenge), &submission, |_| {}).await?;
        growth.ok_or_else(|| "it does not compile".into())
    }

    /// Measures a program, and sets what is found beside what is known.
    pub(crate) async fn find(&self, row: &Row) -> Result<Vec<Found>, Failure> {
        let growth = self.measure(row).await?;
        let (file, known) = (row.file, row.cost);
        let cost = Found { file, what: "cost", known, fit: growth.cost, misfit: row.misfit };
        let memory = row.memory.map(|known| Found { file, what: "memory", known, fit: growth.memory, misfit: None });
        Ok([Some(cost), memory].into_iter().flatten().collect())
    }
}

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the programs.
pub(crate) fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/growth/programs")
}
