//! Grades kept as files, one for each submission: what lets a run that was stopped go on where it was.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{End, Fingerprint, Verdict};
use assay_reporter::{Audience, CaseGrade, Grade, Receipt};
use tempfile::{NamedTempFile, TempDir};
use thiserror::Error;

/// The most bytes read of one stored grade.
const GRADE_BYTES: u64 = 256 << 20;

/// The longest name a submission's file has as it is; longer ones are cut and get a hash.
const NAME_BYTES: usize = 160;

/// A folder with one stored grade for each submission, named like it.
///
/// Files appear whole or not at all. Copies stand for the same folder, which several processes may use at once.
#[derive(Clone, Debug)]
pub struct GradeFolder {
    root: PathBuf,
    /// Removes the folder with the last copy.
    _temporary: Option<Arc<TempDir>>,
}

/// A grade could not be kept.
#[derive(Debug, Error)]
#[error("{path}: the grade cannot be kept: {error}", path = path.display())]
pub struct KeepError {
    /// The file or folder that could not be written.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl GradeFolder {
    /// The folder at `root`, which is made where it is not there.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, KeepError> {
        let root = root.into();
        match std::fs::create_dir_all(&root) {
            Ok(()) => Ok(Self { root, _temporary: None }),
            Err(error) => Err(KeepError { path: root, error }),
        }
    }

    /// A folder in the system's place for temporary files, gone when it is no longer used.
    pub fn temporary() -> Result<Self, KeepError> {
        let made = tempfile::Builder::new().prefix("assay-grades-").tempdir();
        let made = made.map_err(|error| KeepError { path: std::env::temp_dir(), error })?;
        Ok(Self { root: made.path().to_owned(), _temporary: Some(Arc::new(made)) })
    }

    /// Where the grade of the submission called `name` is kept.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(file_name(name))
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The grade kept of the submission called `name`; `None` if there is none, or something that is no grade.
    pub fn load(&self, name: &str) -> Option<Grade> {
        let mut json = String::new();
        File::open(self.path(name)).ok()?.take(GRADE_BYTES).read_to_string(&mut json).ok()?;
        Grade::from_json(&json).ok().filter(|grade| grade.submission.name == name)
    }

    /// The grade kept of the submission called `name`, if grading again would give the same one.
    ///
    /// A judge error and a run that was ended by the wall-clock net say something of a computer or a challenge, and may
    /// not come again: grades with one are not taken.
    pub fn find(&self, name: &str, language: &str, receipt: &Receipt) -> Option<Grade> {
        self.load(name).filter(|grade| {
            grade.receipt == *receipt
                && grade.language == language
                && grade.audience == Audience::Interviewer
                && grade.cases.iter().all(is_lasting)
        })
    }

    /// Keeps a grade in place of what was kept of its submission.
    pub fn keep(&self, grade: &Grade) -> Result<(), KeepError> {
        let path = self.path(&grade.submission.name);
        let written = unfinished(&self.root).and_then(|mut file| {
            file.write_all(grade.to_json().as_bytes())?;
            file.persist(&path).map_err(|error| error.error)
        });
        written.map(drop).map_err(|error| KeepError { path, error })
    }
}

/// Whether a case would end like this on any computer.
fn is_lasting(case: &CaseGrade) -> bool {
    let netted = case.detail.as_ref().is_some_and(|detail| detail.end == End::WallLimit);
    case.verdict != Verdict::JE && !netted
}

/// A file without its name yet, readable by whom the user's mask lets.
fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".unfinished-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// A file's name for any submission's name: no two names share one, and none leaves the folder or is hidden in it.
fn file_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 5);
    for byte in name.bytes() {
        let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || (byte == b'.' && !out.is_empty());
        if plain {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
    if out.is_empty() {
        // No name but none becomes this.
        out.push('%');
    }
    if out.len() > NAME_BYTES {
        out.truncate(NAME_BYTES - 65);
        // `~` is in no name that was not cut.
        out = format!("{out}~{}", Fingerprint::of([name]).hex());
    }
    out + ".json"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_file_of_its_own_inside_the_folder() {
        let long = "x".repeat(1000);
        let longer = "x".repeat(1001);
        let names = ["a.py", "a/b.py", "a%2Fb.py", "..", ".hidden", "", "é", "a b", "../../x", &long, &longer];
        let files: Vec<String> = names.iter().map(|name| file_name(name)).collect();
        for (place, file) in files.iter().enumerate() {
            assert!(file.len() <= NAME_BYTES + 5 && !file.contains('/') && !file.starts_with('.'), "{file}");
            assert!(!files[..place].contains(file), "{file}");
        }
        assert_eq!(&files[..2], ["a.py.json", "a%2Fb.py.json"]);
    }

    #[test]
    fn what_is_no_grade_is_none_and_no_error() {
        let folder = GradeFolder::temporary().expect("a temporary folder");
        assert!(folder.load("a.py").is_none());
        for text in ["", "{}", "{\"schema\": \"assay.grade/1\"", "\u{0}"] {
            std::fs::write(folder.path("a.py"), text).expect("it can be written");
            assert!(folder.load("a.py").is_none(), "{text:?}");
        }
    }
}
