//! Which languages there are and where their programs lie: discovered, so that a new language only adds files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assay::{Grader, Language, PackInfo};

/// The language whose submissions are modules already: it has nothing of its own that could conform.
const WASM: &str = "wasm";

/// A language of the list, and the folder its programs lie in.
#[derive(Clone)]
pub(crate) struct Spoken {
    /// Its entry of the list.
    pub(crate) info: PackInfo,
    folder: PathBuf,
}

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every language that has a pack, in the order of their names.
pub(crate) fn spoken(grader: &Grader) -> Vec<Spoken> {
    let packs = grader.languages().into_iter().filter(|info| info.language.as_str() != WASM);
    let folder = |language: &Language| root().join("sandbox").join(language.as_str()).join("conformance");
    packs.map(|info| Spoken { folder: folder(&info.language), info }).collect()
}

/// The names of the folders below `sandbox/` that hold conformance programs.
pub(crate) fn folders() -> BTreeSet<String> {
    let entries = std::fs::read_dir(root().join("sandbox")).into_iter().flatten().flatten();
    let with_programs = entries.filter(|entry| entry.path().join("conformance").is_dir());
    with_programs.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

impl Spoken {
    /// Its name, as in `sandbox/<name>`.
    pub(crate) fn name(&self) -> &str {
        self.info.language.as_str()
    }

    /// The names of its programs' files.
    pub(crate) fn files(&self) -> BTreeSet<String> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    /// The name of the file that holds `program`.
    pub(crate) fn file(&self, program: &str) -> String {
        format!("{program}.{}", self.info.extensions[0])
    }

    /// Where that file lies.
    pub(crate) fn path(&self, program: &str) -> PathBuf {
        self.folder.join(self.file(program))
    }

    /// The ways in which the language's messages write a place in a file.
    pub(crate) fn places(&self, file: &str, line: usize) -> Vec<String> {
        let usual = format!("{file}:{line}");
        match self.name() {
            "python" => vec![format!("File \"{file}\", line {line}")],
            // The compiler's, and that of `assert`, which names the function as well.
            "c" | "cpp" => vec![usual, format!("{file}: inner: {line}")],
            _ => vec![usual],
        }
    }
}
