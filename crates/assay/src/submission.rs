//! What a candidate hands in: one file or several, read into memory before anything runs.

use std::path::{Path, PathBuf};

use assay_challenge::{Fingerprint, Language};
use bytes::Bytes;
use thiserror::Error;

/// The most bytes a submission may have, all files together.
pub const SUBMISSION_BYTES: u64 = 16 << 20;

/// The most files a submission may have.
pub const SUBMISSION_FILES: usize = 200;

/// Something to be graded.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What reports call it: the name of its file or folder.
    pub name: String,
    /// The language it is written in.
    pub language: Language,
    /// The file the program starts with.
    pub main: String,
    /// All its files by path, the main one among them, in the order of their paths.
    pub files: Vec<(String, Bytes)>,
}

/// A submission that cannot be read.
#[derive(Debug, Error)]
pub enum SubmissionError {
    /// The file system said no.
    #[error("{path}: {error}", path = path.display())]
    Read {
        /// What could not be read.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// More than a submission may have.
    #[error("{path}: larger than a submission may be ({limit} bytes and {SUBMISSION_FILES} files at most)", path = path.display(), limit = SUBMISSION_BYTES)]
    TooLarge {
        /// What is too large.
        path: PathBuf,
    },
    /// A folder in which no file is the one to start with.
    #[error("{path}: several files, and none named main.* or solution.*: rename the one the program starts with", path = path.display())]
    NoMain {
        /// The folder.
        path: PathBuf,
    },
    /// Nothing tells which language it is in.
    #[error("{path}: its ending tells no language (known: .{endings})", path = path.display())]
    NoLanguage {
        /// The file or folder.
        path: PathBuf,
        /// The endings that tell one.
        endings: String,
    },
    /// A folder without files.
    #[error("{path}: no file in it", path = path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
}

impl Submission {
    /// One file's bytes.
    pub fn new(name: &str, language: Language, content: impl Into<Bytes>) -> Self {
        Self { name: name.to_owned(), language, main: name.to_owned(), files: vec![(name.to_owned(), content.into())] }
    }

    /// The file or folder at `path`.
    pub fn read(path: &Path, language: Language) -> Result<Self, SubmissionError> {
        let name = file_name(path);
        let mut files = Vec::new();
        if path.is_dir() {
            collect(path, path, &mut files)?;
        } else {
            files.push((name.clone(), read(path, SUBMISSION_BYTES)?));
        }
        files.sort();
        let main = main_of(&files).ok_or_else(|| {
            let path = path.to_owned();
            if files.is_empty() { SubmissionError::Empty { path } } else { SubmissionError::NoMain { path } }
        })?;
        Ok(Self { name, language, main, files })
    }

    /// SHA-256 over the names and contents of its files, in hex.
    pub fn sha256(&self) -> String {
        let named = |fingerprint: Fingerprint, (name, content): &(String, Bytes)| fingerprint.and(name).and(content);
        self.files.iter().fold(Fingerprint::default(), named).hex()
    }

    /// Its size in bytes.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, content)| content.len() as u64).sum()
    }

    pub(crate) fn main_content(&self) -> &[u8] {
        self.files.iter().find(|(name, _)| *name == self.main).map_or(&[], |(_, content)| content)
    }
}

/// The name of the file that tells a file's or folder's language: itself, or the main file in it.
pub fn main_file_name(path: &Path) -> Option<String> {
    if !path.is_dir() {
        return Some(file_name(path));
    }
    let mut files = Vec::new();
    collect(path, path, &mut files).ok()?;
    files.sort();
    main_of(&files)
}

fn main_of(files: &[(String, Bytes)]) -> Option<String> {
    if let [(only, _)] = files {
        return Some(only.clone());
    }
    let stem = |name: &str| name.split('.').next().map(ToOwned::to_owned);
    let named = |wanted: &str| files.iter().find(|(name, _)| stem(name).as_deref() == Some(wanted));
    named("main").or_else(|| named("solution")).map(|(name, _)| name.clone())
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "submission".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Bytes)>) -> Result<(), SubmissionError> {
    let failed = |error| SubmissionError::Read { path: folder.to_owned(), error };
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
        if kind.is_dir() {
            collect(root, &path, files)?;
        } else if kind.is_file() {
            let held: u64 = files.iter().map(|(_, content)| content.len() as u64).sum();
            let content = read(&path, SUBMISSION_BYTES.saturating_sub(held))?;
            let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((relative, content));
        }
        if files.len() > SUBMISSION_FILES {
            return Err(SubmissionError::TooLarge { path: root.to_owned() });
        }
    }
    Ok(())
}

fn read(path: &Path, most: u64) -> Result<Bytes, SubmissionError> {
    let failed = |error| SubmissionError::Read { path: path.to_owned(), error };
    if std::fs::metadata(path).map_err(failed)?.len() > most {
        return Err(SubmissionError::TooLarge { path: path.to_owned() });
    }
    std::fs::read(path).map(Bytes::from).map_err(failed)
}
