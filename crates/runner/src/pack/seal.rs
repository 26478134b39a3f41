//! The record that makes a directory of the store an entry: what each of its files was when it was made.
//!
//! A file is hashed again when its modification time has changed, and a very small one at every look: those are what
//! receipts and probes are read from. So whatever a program, a crash or a full disk did to an entry is noticed, for a few
//! microseconds a file. Bytes of a larger file that rot without a write are not; hashing what no run will read made every
//! start as slow as the pack is large.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::digest;
use super::file;
use super::file_error::FileError;
use super::store::StoreError;

/// The record's name in its directory.
const NAME: &str = "entry.json";

/// Files below this many bytes are hashed at every look.
const SMALL: u64 = 16 * 1024;

/// What was found where an entry should be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Condition {
    Absent,
    Whole,
    /// Something differs from the record; the text says what.
    Damaged(String),
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    /// By path within the directory, with `/` between the parts.
    files: BTreeMap<String, Sealed>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    length: u64,
    sha256: String,
    /// Nanoseconds since 1970.
    modified: u64,
}

/// Records every file of a finished directory, and has the system write them all to disk.
pub(super) fn seal(directory: &Path) -> Result<(), StoreError> {
    let mut seal = Seal::default();
    add(directory, directory, &mut seal)?;
    Ok(seal.write(directory)?)
}

fn add(root: &Path, directory: &Path, seal: &mut Seal) -> Result<(), StoreError> {
    for item in fs::read_dir(directory).map_err(FileError::on("read", directory))? {
        let item = item.map_err(FileError::on("read", directory))?;
        let path = item.path();
        let kind = item.file_type().map_err(FileError::on("read", &path))?;
        if kind.is_dir() {
            add(root, &path, seal)?;
        } else if kind.is_file() {
            let name = name(root, &path).ok_or_else(|| StoreError::Odd { path: path.clone() })?;
            seal.files.insert(name, Sealed::of(&path).map_err(FileError::on("read", &path))?);
        } else {
            return Err(StoreError::Odd { path });
        }
    }
    Ok(())
}

fn name(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

impl Sealed {
    fn of(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        // A rename can reach the disk before the bytes do. Some systems refuse this on a file opened for reading,
        // and then the checks at the next look are all there is.
        let _ = file.sync_data();
        let modified = modified(&file.metadata()?);
        let digest::Digested { length, sha256 } = digest::copy(file, io::sink())?;
        Ok(Self { length, sha256, modified })
    }
}

fn modified(meta: &fs::Metadata) -> u64 {
    let since = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}

/// Looks at the entry in `directory`.
pub(super) fn inspect(directory: &Path) -> Result<Condition, FileError> {
    match fs::symlink_metadata(directory) {
        Ok(_) => {}
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Condition::Absent),
        Err(e) => return Err(FileError::on("read", directory)(e)),
    }
    let record = directory.join(NAME);
    let text = match fs::read(&record) {
        Ok(text) => text,
        Err(e) if gone(&e) => return Ok(Condition::Damaged(format!("{NAME} is missing"))),
        Err(e) => return Err(FileError::on("read", &record)(e)),
    };
    let Ok(mut seal) = serde_json::from_slice::<Seal>(&text) else {
        return Ok(Condition::Damaged(format!("{NAME} cannot be read")));
    };
    let mut touched = false;
    for (name, sealed) in &mut seal.files {
        let path = directory.join(name);
        match sealed.problem(name, &path, &mut touched) {
            Ok(None) => {}
            Ok(Some(problem)) => return Ok(Condition::Damaged(format!("{} {problem}", name.escape_debug()))),
            Err(e) if gone(&e) => return Ok(Condition::Damaged(format!("{} is missing", name.escape_debug()))),
            Err(e) => return Err(FileError::on("read", &path)(e)),
        }
    }
    if touched {
        // Spares the next look the hashing; a store that cannot be written to works without.
        let _ = seal.write(directory);
    }
    Ok(Condition::Whole)
}

fn gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}

impl Sealed {
    fn problem(&mut self, name: &str, path: &Path, touched: &mut bool) -> io::Result<Option<&'static str>> {
        if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
            return Ok(Some("is no name of a file in it"));
        }
        let meta = fs::symlink_metadata(path)?;
        if !meta.is_file() {
            return Ok(Some("is no longer a plain file"));
        }
        if meta.len() != self.length {
            return Ok(Some("has another length"));
        }
        let modified = modified(&meta);
        if modified == self.modified && self.length >= SMALL {
            return Ok(None);
        }
        if digest::file(path)?.sha256 != self.sha256 {
            return Ok(Some("has other bytes"));
        }
        *touched |= modified != self.modified;
        self.modified = modified;
        Ok(None)
    }
}

impl Seal {
    fn write(&self, directory: &Path) -> Result<(), FileError> {
        let path = directory.join(NAME);
        let text = serde_json::to_vec_pretty(self).map_err(|e| FileError::on("write", &path)(e.into()))?;
        file::replace(&path, directory, &[&text, b"\n"])
    }
}
