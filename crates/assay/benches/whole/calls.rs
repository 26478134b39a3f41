//! A function challenge of many small calls, each in a sandbox of its own.

use std::path::Path;
use std::sync::Arc;

use assay::{Challenge, Language, Submission, load};

use crate::ground::{Failure, Ground, best, cores, grader};
use crate::table::{Table, time};

const CALLS: usize = 100;

const SETTINGS: &str = r#"
id = "calls"
title = "Calls"
kind = "function"
languages = ["python", "javascript", "ruby"]

[function]
name = "add"
about = "Adds."
parameters = [{ name = "a", type = "int" }, { name = "b", type = "int" }]
result = "int"
"#;

/// A language, the file, and what stands in it.
const SOLUTIONS: [(&str, &str, &str); 3] = [
    ("python", "solution.py", "def add(a, b):\n    return a + b\n"),
    ("javascript", "solution.js", "function add(a, b) {\n  return a + b;\n}\n"),
    ("ruby", "solution.rb", "def add(a, b)\n  a + b\nend\n"),
];

/// The table.
pub(crate) async fn table(ground: &Ground) -> Result<Table, Failure> {
    let challenge = Arc::new(challenge(&ground.folder("calls")?)?);
    let mut table = Table::new(["language", "jobs", "100 calls", "a call"]);
    for (name, file, text) in SOLUTIONS {
        let language = Language::new(name).ok_or("a language's name")?;
        let submission = Submission::new(file, language, text.as_bytes().to_vec());
        for jobs in [1, cores()] {
            let all = best(7, &grader(jobs)?, &challenge, &submission).await?;
            table.row([name.to_owned(), jobs.to_string(), time(all), time(all / u32::try_from(CALLS)?)]);
        }
    }
    table.note("Adding two integers by the library, warm, every call in a fresh sandbox: the best of seven.");
    Ok(table)
}

fn challenge(root: &Path) -> Result<Challenge, Failure> {
    std::fs::create_dir_all(root.join("data/secret"))?;
    std::fs::write(root.join("challenge.toml"), SETTINGS)?;
    std::fs::write(root.join("statement.md"), "Add.\n")?;
    for n in 0..CALLS {
        let case = format!("{{\"args\": [{n}, 1], \"expected\": {}}}\n", n + 1);
        std::fs::write(root.join(format!("data/secret/{n:03}-call.json")), case)?;
    }
    Ok(load(root)?)
}
