//! The standard library as archives: which packages there are, and what a program that imports some is linked with.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bytes::Bytes;

use crate::pack::FileError;

/// The compiled packages in a folder.
pub(crate) struct Library {
    folder: PathBuf,
    /// What each package imports.
    packages: BTreeMap<String, Vec<String>>,
}

/// What a package's archive is called, below the pack's folder and in the sandbox.
pub(crate) fn archive_name(package: &str) -> String {
    format!("std/{package}.a")
}

/// Whether a package of the library is there for programs, and not for the library's own use.
pub(crate) fn is_public(package: &str) -> bool {
    package.split('/').all(|part| !matches!(part, "internal" | "vendor"))
}

impl Library {
    /// The library below `folder`. `index` has a line for each package: its path, and those of what it imports.
    pub(crate) fn new(folder: &Path, index: &str) -> Self {
        let mut packages = BTreeMap::new();
        for line in index.lines() {
            let mut words = line.split_whitespace().map(ToOwned::to_owned);
            if let Some(package) = words.next() {
                packages.insert(package, words.collect());
            }
        }
        Self { folder: folder.to_owned(), packages }
    }

    /// Whether programs can import it.
    pub(super) fn has(&self, package: &str) -> bool {
        self.packages.contains_key(package) && is_public(package)
    }

    /// Those of the imports that have archives, each once.
    pub(super) fn direct<'a>(&'a self, imports: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let known = imports.filter_map(|import| self.packages.get_key_value(import));
        known.map(|(package, _)| package.as_str()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The packages, everything they need, and what every program needs.
    pub(super) fn closure<'a>(&'a self, packages: &[&'a str]) -> Vec<&'a str> {
        let mut needed = BTreeSet::new();
        let mut wanted = self.direct(["runtime"].into_iter().chain(packages.iter().copied()));
        while let Some(package) = wanted.pop() {
            if needed.insert(package)
                && let Some(imports) = self.packages.get(package)
            {
                wanted.extend(self.direct(imports.iter().map(String::as_str)));
            }
        }
        needed.into_iter().collect()
    }

    /// A package's archive.
    pub(super) fn read(&self, package: &str) -> Result<Bytes, FileError> {
        let path = self.folder.join(archive_name(package));
        std::fs::read(&path).map(Bytes::from).map_err(FileError::on("read", &path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "fmt os unsafe internal/fmtsort\nos runtime\nruntime internal/abi\ninternal/abi unsafe\n\
                         internal/fmtsort runtime\nerrors runtime\n";

    #[test]
    fn a_program_is_linked_with_all_that_its_imports_need_and_the_runtime() {
        let library = Library::new(Path::new("pack"), INDEX);
        let direct = library.direct(["fmt", "unsafe", "fmt"].into_iter());
        assert_eq!(direct, ["fmt"]);
        assert_eq!(library.closure(&direct), ["fmt", "internal/abi", "internal/fmtsort", "os", "runtime"]);
        assert_eq!(library.closure(&[]), ["internal/abi", "runtime"]);
    }

    #[test]
    fn what_is_internal_cannot_be_imported() {
        let library = Library::new(Path::new("pack"), INDEX);
        assert!(library.has("fmt") && !library.has("internal/abi") && !library.has("unsafe") && !library.has(""));
        assert!(!is_public("net/internal/socktest") && !is_public("vendor/x") && is_public("internals"));
    }
}
