//! The only way to a challenge's files: nothing outside its folder is read, and nothing that is not a plain file.

use std::fs::{DirEntry, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::problem::Problem;

/// How deep folders may be nested.
const DEPTH: usize = 8;

/// A challenge's folder while it is read. Paths are relative to it.
pub(crate) struct Folder<'a> {
    root: &'a Path,
    /// The root without links, which everything read must lie below.
    real: PathBuf,
}

/// The contents of one folder, in the order of their names.
#[derive(Default)]
pub(crate) struct Listing {
    pub(crate) folders: Vec<String>,
    pub(crate) files: Vec<String>,
}

impl Listing {
    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.folders.is_empty() && self.files.is_empty()
    }
}

impl<'a> Folder<'a> {
    /// The challenge's folder.
    pub(crate) fn open(root: &'a Path) -> io::Result<Self> {
        Ok(Self { root, real: root.canonicalize()? })
    }

    /// Its name, which is the challenge's id.
    pub(crate) fn name(&self) -> Option<String> {
        Some(self.real.file_name()?.to_string_lossy().into_owned())
    }

    /// A text file of at most `limit` bytes.
    pub(crate) fn text(&self, path: &str, limit: u64) -> Result<String, Problem> {
        let bytes = self.bytes(Path::new(path), limit)?;
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
            Problem { line: Some(line), ..Problem::new(path, "is not UTF-8", "save it as UTF-8") }
        })
    }

    /// A file's bytes; more than `limit` are refused.
    pub(crate) fn bytes(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
        let failed = |error: io::Error| {
            let help = "a challenge is a folder with challenge.toml, statement.md and data/";
            Problem::new(path, format!("cannot be read: {error}"), help)
        };
        self.stays(path)?;
        let whole = self.root.join(path);
        // Opening a pipe would wait for its writer.
        if !std::fs::metadata(&whole).map_err(failed)?.is_file() {
            return Err(Problem::new(path, "is not a file", "put a plain file in its place"));
        }
        let mut bytes = Vec::new();
        let mut content = File::open(&whole).map_err(failed)?.take(limit.saturating_add(1));
        content.read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > limit {
            let message = format!("is larger than {}", crate::ByteSize::new(limit));
            return Err(Problem::new(path, message, "keep large data in data/, or make it with a generator"));
        }
        Ok(bytes)
    }

    /// A folder's contents, without what is no part of a challenge; that is reported.
    pub(crate) fn list(&self, path: &Path, problems: &mut Vec<Problem>) -> Listing {
        let mut listing = Listing::default();
        let read = self.stays(path).and_then(|()| {
            let entries = std::fs::read_dir(self.root.join(path)).and_then(Iterator::collect::<io::Result<Vec<_>>>);
            entries.map_err(|error| Problem::new(path, format!("cannot be read: {error}"), "it must be a folder"))
        });
        let mut entries = read.unwrap_or_else(|problem| {
            problems.push(problem);
            Vec::new()
        });
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            let path = path.join(entry.file_name());
            match self.admit(&entry, &path) {
                Ok((name, true)) => listing.folders.push(name),
                Ok((name, false)) => listing.files.push(name),
                Err(problem) => problems.push(problem),
            }
        }
        listing
    }

    /// Whether there is something of this name, be it readable or not.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.root.join(path).symlink_metadata().is_ok()
    }

    /// The entry's name, and whether it is a folder.
    fn admit(&self, entry: &DirEntry, path: &Path) -> Result<(String, bool), Problem> {
        let failed = |error: io::Error| Problem::new(path, format!("cannot be read: {error}"), "remove or replace it");
        let name = entry
            .file_name()
            .into_string()
            .map_err(|_| Problem::new(path, "has a name that is not UTF-8", "rename it"))?;
        if name.starts_with('.') {
            return Err(Problem::new(path, "is a hidden file, which is no part of a challenge", "remove it"));
        }
        let mut kind = entry.file_type().map_err(failed)?;
        if kind.is_symlink() {
            self.stays(path)?;
            kind = std::fs::metadata(self.root.join(path)).map_err(failed)?.file_type();
            if kind.is_dir() {
                return Err(Problem::new(path, "is a link to a folder", "copy the folder instead"));
            }
        }
        if !kind.is_dir() && !kind.is_file() {
            return Err(Problem::new(path, "is neither a file nor a folder", "remove it"));
        }
        Ok((name, kind.is_dir()))
    }

    /// All files below a folder, or the file itself, in the order of their paths.
    pub(crate) fn files_below(&self, path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
        let mut files = Vec::new();
        self.collect(path, 0, &mut files, problems);
        files.sort();
        files
    }

    fn collect(&self, path: &Path, depth: usize, files: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
        if !self.root.join(path).is_dir() {
            return files.push(path.to_owned());
        }
        if depth > DEPTH {
            return problems.push(too_deep(path));
        }
        let listing = self.list(path, problems);
        files.extend(listing.files.iter().map(|name| path.join(name)));
        for name in &listing.folders {
            self.collect(&path.join(name), depth + 1, files, problems);
        }
    }

    /// A path written in `challenge.toml`: what is wrong with it and what to do, if it names nothing in the folder.
    pub(crate) fn check(&self, written: &str) -> Result<(), (&'static str, &'static str)> {
        let path = Path::new(written);
        let plain = |part| matches!(part, Component::Normal(_));
        if path.is_absolute() || path.components().any(|part| part == Component::ParentDir) {
            return Err(("leaves the challenge's folder", "write a path inside the folder, without `..`"));
        }
        if path.components().next().is_none() || !path.components().all(plain) {
            return Err(("is not a plain path", "write it as folders and a file, such as `checker/check.py`"));
        }
        if !self.root.join(path).exists() {
            return Err(("does not exist", "write the path of a file, relative to challenge.toml's folder"));
        }
        self.stays(path).map_err(|_| ("is a link out of the challenge's folder", "copy the file into the folder"))
    }

    /// Refuses a path that leads out of the folder through a link. One that leads nowhere is found when it is read.
    fn stays(&self, path: &Path) -> Result<(), Problem> {
        match self.root.join(path).canonicalize() {
            Ok(target) if !target.starts_with(&self.real) => {
                Err(Problem::new(path, "is a link out of the challenge's folder", "copy what it names into the folder"))
            }
            _ => Ok(()),
        }
    }
}

/// A folder that is nested deeper than any challenge needs.
pub(crate) fn too_deep(path: &Path) -> Problem {
    Problem::new(path, "is nested too deeply", format!("use at most {DEPTH} levels of folders"))
}
