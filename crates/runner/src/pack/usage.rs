//! What the store takes on disk, and keeping what can be made again within a bound.
//!
//! Every write adds to a journal whose length stands for bytes written, by whichever process. Whoever makes it long
//! enough looks through the folder once, and removes what was used longest ago. So no write pays for the folder's
//! size, and the store is never much beyond its bound.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::client::folder_size;
use super::file_error::FileError;
use super::store::{Store, StoreError, lock_file};

/// The kind of entry that language packs are. They have to be fetched again, so that no bound removes them.
pub(crate) const PACKS: &str = "packs";

/// The bound of a store that is given no other.
pub const CACHE_BYTES: u64 = 2 << 30;

/// What part of the bound may be written between two looks, and is left free by each.
const PART: u64 = 8;

/// How many bytes written one byte of the journal stands for. Every write counts as one at least.
const GRAIN: u64 = 64 << 10;

/// An entry's time is set anew when it is used and this has passed, so that use costs next to nothing.
const FRESH: Duration = Duration::from_hours(1);

const JOURNAL: &str = ".written";

/// What is kept of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct KindUsage {
    /// The kind: `packs`, `compiled`, `native`, `made`, `tools`.
    pub kind: String,
    /// How many entries there are.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// One entry, as far as removing it goes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    used: SystemTime,
    path: PathBuf,
    bytes: u64,
}

impl Store {
    /// Whether something of this size is worth keeping: one thing must not push out everything else.
    pub(super) fn has_room(&self, bytes: usize) -> bool {
        u64::try_from(bytes).is_ok_and(|bytes| bytes <= self.bound() / PART && self.bound() > 0)
    }

    /// Notes that this many bytes were written, and makes room when it is time to.
    pub(super) fn wrote(&self, bytes: usize) {
        let path = self.root().join(JOURNAL);
        let grains = (bytes as u64).div_ceil(GRAIN).max(1);
        let note = vec![b'.'; usize::try_from(grains).unwrap_or(1)];
        let journal = File::options().create(true).append(true).open(&path);
        let length = journal.and_then(|mut journal| {
            journal.write_all(&note)?;
            Ok(journal.metadata()?.len())
        });
        // A journal that cannot be written belongs to a store that cannot be written.
        if length.is_ok_and(|length| length >= self.bound() / PART / GRAIN) {
            self.make_room();
        }
    }

    /// Sets an entry's time to now if it was long ago: what is used is not what goes first.
    pub(super) fn touch(path: &Path, modified: SystemTime) {
        if modified.elapsed().is_ok_and(|age| age > FRESH) {
            // Without the right to, others' entries age as if they were not used.
            let _ = File::options().append(true).open(path).and_then(|file| file.set_modified(SystemTime::now()));
        }
    }

    /// Begins a new journal and removes what is beyond the bound, unless another process is at it.
    fn make_room(&self) {
        let path = self.root().join(".evicting.lock");
        let Ok(lock) = lock_file(&path) else { return };
        if lock.try_lock().is_err() {
            return;
        }
        let _ = File::create(self.root().join(JOURNAL));
        self.shrink(self.bound() - self.bound() / PART);
    }

    /// Removes entries other than packs, those used longest ago first, until at most `bytes` are left; returns how
    /// many were removed and their bytes.
    ///
    /// An entry that another process is about to read is a miss to it, and is made again.
    pub(crate) fn shrink(&self, bytes: u64) -> (u64, u64) {
        let kinds = self.kinds().into_iter().filter(|kind| kind != PACKS);
        let mut all: Vec<Kept> = kinds.flat_map(|kind| kept(&self.root().join(kind))).collect();
        let mut left = all.iter().fold(0, |sum: u64, entry| sum.saturating_add(entry.bytes));
        let mut removed = (0, 0);
        all.sort();
        for entry in all {
            if left <= bytes {
                break;
            }
            if fs::remove_file(&entry.path).is_ok() {
                removed = (removed.0 + 1, removed.1 + entry.bytes);
            }
            left -= entry.bytes;
        }
        removed
    }

    /// The kinds of entries there are, in the order of their names.
    pub(crate) fn kinds(&self) -> Vec<String> {
        let folders = fs::read_dir(self.root()).into_iter().flatten().flatten();
        let folders = folders.filter(|item| item.file_type().is_ok_and(|kind| kind.is_dir()));
        let mut kinds: Vec<String> = folders.filter_map(|item| item.file_name().into_string().ok()).collect();
        kinds.retain(|kind| self.place(kind, "0").is_ok());
        kinds.sort();
        kinds
    }

    /// What each kind takes.
    pub(crate) fn usage(&self) -> Vec<KindUsage> {
        let of = |kind: String| {
            let sizes: Vec<u64> = if kind == PACKS {
                self.folders(&kind).iter().map(|(_, bytes)| *bytes).collect()
            } else {
                kept(&self.root().join(&kind)).iter().map(|entry| entry.bytes).collect()
            };
            KindUsage { kind, entries: sizes.len() as u64, bytes: sizes.iter().sum() }
        };
        self.kinds().into_iter().map(of).collect()
    }

    /// The keys of the entries of a kind that are folders, with their bytes.
    pub(crate) fn folders(&self, kind: &str) -> Vec<(String, u64)> {
        let items = fs::read_dir(self.root().join(kind)).into_iter().flatten().flatten();
        let items = items.filter(|item| item.file_type().is_ok_and(|kind| kind.is_dir()));
        let mut all: Vec<(String, u64)> = items
            .filter_map(|item| Some((item.file_name().into_string().ok()?, folder_size(&item.path()).ok()?)))
            .filter(|(key, _)| self.place(kind, key).is_ok())
            .collect();
        all.sort();
        all
    }

    /// Removes every entry of a kind that is a file; returns how many and their bytes.
    pub(crate) fn clear_files(&self, kind: &str) -> Result<(u64, u64), StoreError> {
        let mut removed = (0, 0);
        for entry in kept(&self.place(kind, "0")?.folder) {
            fs::remove_file(&entry.path).map_err(FileError::on("remove", &entry.path))?;
            removed = (removed.0 + 1, removed.1 + entry.bytes);
        }
        Ok(removed)
    }
}

/// The entries of one kind that are files. What vanishes meanwhile is not there.
fn kept(folder: &Path) -> Vec<Kept> {
    let items = fs::read_dir(folder).into_iter().flatten().flatten();
    let visible = items.filter(|item| !item.file_name().as_encoded_bytes().starts_with(b"."));
    let of = |item: fs::DirEntry| {
        let meta = item.metadata().ok().filter(fs::Metadata::is_file)?;
        Some(Kept { used: meta.modified().ok()?, path: item.path(), bytes: meta.len() })
    };
    visible.filter_map(of).collect()
}

#[cfg(test)]
#[path = "usage_tests.rs"]
mod tests;
