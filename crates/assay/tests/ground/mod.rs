//! The ground the tests stand on: a grader over prepared packs, and challenges made in a temporary folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay::{Challenge, Grader, Language, Submission, ToolPaths, load};

/// The cache tests share: `ASSAY_HOME`, or a folder beside the build. Packs that are missing there are fetched.
pub(crate) fn home() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("assay-home");
    std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from)
}

/// A grader over the shared cache.
pub(crate) fn grader(jobs: usize) -> Grader {
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    Grader::builder().cache(home()).tools(tools).jobs(jobs).build().expect("the engine starts")
}

/// A submission in the language its name's ending stands for.
pub(crate) fn submission(name: &str, source: impl Into<Vec<u8>>) -> Submission {
    let language = match name.rsplit('.').next() {
        Some("py") => "python",
        Some("js" | "mjs" | "cjs") => "javascript",
        Some("rb") => "ruby",
        Some("rs") => "rust",
        Some("ts" | "mts" | "cts") => "typescript",
        Some("wasm" | "wat") => "wasm",
        Some(other) => other,
        None => unreachable!("every test names its files with an ending"),
    };
    let language = Language::new(language).expect("a language's name");
    Submission::new(name, language, source.into())
}

/// Writes a challenge called `id` into `folder` and loads it. `files` are its data, by their paths below `data/`.
pub(crate) fn challenge(folder: &Path, id: &str, settings: &str, files: &[(&str, &str)]) -> Arc<Challenge> {
    let root = folder.join(id);
    let write = |path: PathBuf, text: &str| {
        std::fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write(root.join("challenge.toml"), &format!("id = \"{id}\"\ntitle = \"A challenge\"\n{settings}"));
    write(root.join("statement.md"), "Do as you are told.\n");
    for (path, text) in files {
        write(root.join("data").join(path), text);
    }
    Arc::new(load(&root).expect("a valid challenge"))
}
