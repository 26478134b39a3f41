//! Where everything that is expensive to make is kept: a folder that may be deleted at any time.
//!
//! An entry is a directory that was made aside and renamed into place, so that it is there whole or not at all.
//! Of several processes that want the same one, the holder of its lock makes it and the others wait.
//!
//! ```text
//! <root>/<kind>/<key>/…             an entry and its entry.json (or one small file)
//! <root>/<kind>/.making/<key>.…/…   one that is being made, by whoever holds the lock
//! <root>/<kind>/.locks/<key>.lock
//! <root>/.written                   as long as much was written since room was made
//! ```

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OwnedMutexGuard;

#[cfg(test)]
use super::client::folder_size;
use super::file_error::FileError;
use super::seal::{Condition, inspect, seal};
use super::usage::CACHE_BYTES;

/// A folder of entries that can be made again. Copies share one set of locks.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    root: PathBuf,
    /// How many bytes of entries other than packs are kept.
    bound: u64,
    turns: Arc<Mutex<HashMap<PathBuf, Arc<tokio::sync::Mutex<()>>>>>,
}

/// A whole entry of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The directory with its files. They must not be changed.
    pub path: PathBuf,
    /// Whether this call made it.
    pub made: bool,
    /// If an earlier one was found damaged and replaced: what was wrong with it.
    pub damaged: Option<String>,
}

/// Why the store could not give or keep something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file system refused.
    #[error(transparent)]
    File(#[from] FileError),
    /// A kind or key that is not a safe name.
    #[error("`{}` cannot be a name in the store: lower-case letters, digits, `-` and `_`", key.escape_debug())]
    Key {
        /// The kind or key.
        key: String,
    },
    /// Something was put into an entry that it cannot hold.
    #[error("{} cannot be kept: entries hold plain files with readable names", path.display())]
    Odd {
        /// The link, device or unreadable name.
        path: PathBuf,
    },
}

/// The paths of one key.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) entry: PathBuf,
    key: String,
    workshop: PathBuf,
    lock: PathBuf,
}

/// The right to make, replace or remove one key, in this process and on this computer.
///
/// Work off the task holds it too: it goes on when the task that wanted it is dropped.
struct Held {
    _file: File,
    _turn: OwnedMutexGuard<()>,
}

impl Store {
    /// The store in a folder, which need not exist yet.
    pub(crate) fn open(root: PathBuf) -> Self {
        Self { root, bound: CACHE_BYTES, turns: Arc::default() }
    }

    /// The same with another bound on what is kept besides packs; nothing is at 0.
    pub(crate) fn bounded(self, bytes: u64) -> Self {
        Self { bound: bytes, ..self }
    }

    /// The bound.
    pub(crate) fn bound(&self) -> u64 {
        self.bound
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The entry under this key, if it is there and whole. Blocks while it checks.
    pub(crate) fn entry(&self, kind: &str, key: &str) -> Result<Option<Entry>, StoreError> {
        let path = self.place(kind, key)?.entry;
        let whole = inspect(&path)? == Condition::Whole;
        Ok(whole.then_some(Entry { path, made: false, damaged: None }))
    }

    /// The entry under this key; if it is not there or is damaged, `make` fills the empty directory it is given.
    ///
    /// However many ask at once, in this process or others, one makes it and the rest wait for that. If `make`
    /// fails, is dropped, or the process ends, nothing is kept.
    pub(crate) async fn get_or_make<F, M, E>(&self, kind: &str, key: &str, make: F) -> Result<Entry, E>
    where
        F: FnOnce(PathBuf) -> M,
        M: Future<Output = Result<(), E>>,
        E: From<StoreError>,
    {
        let place = self.place(kind, key)?;
        if place.clone().inspect().await? == Condition::Whole {
            return Ok(Entry { path: place.entry, made: false, damaged: None });
        }
        let held = self.hold(&place).await?;
        let damaged = match place.clone().inspect().await? {
            Condition::Whole => return Ok(Entry { path: place.entry, made: false, damaged: None }),
            Condition::Absent => None,
            Condition::Damaged(what) => Some(what),
        };
        let (at, right) = (place.clone(), Arc::clone(&held));
        let making = blocking(&place.workshop, move || at.clear(&right)).await?;
        let at = place.clone();
        match make(making.clone()).await {
            Ok(()) => blocking(&place.entry, move || at.finish(&making, &held)).await?,
            Err(error) => {
                // Whoever is next clears it too, should this fail.
                let _ = blocking(&place.workshop, move || Ok(remove(&making)?)).await;
                return Err(error);
            }
        }
        Ok(Entry { path: place.entry, made: true, damaged })
    }

    /// Removes what is kept under a key, and says whether there was anything.
    pub(crate) async fn remove(&self, kind: &str, key: &str) -> Result<bool, StoreError> {
        let place = self.place(kind, key)?;
        if !place.entry.exists() {
            return Ok(false);
        }
        let held = self.hold(&place).await?;
        blocking(&place.entry.clone(), move || place.discard(&held)).await
    }

    /// Bytes kept of a kind, with what is being made.
    #[cfg(test)]
    pub(crate) fn size(&self, kind: &str) -> Result<u64, StoreError> {
        let folder = self.root.join(safe(kind)?);
        match folder_size(&folder) {
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(0),
            size => Ok(size.map_err(FileError::on("read", &folder))?),
        }
    }

    pub(super) fn place(&self, kind: &str, key: &str) -> Result<Place, StoreError> {
        let (folder, key) = (self.root.join(safe(kind)?), safe(key)?);
        Ok(Place {
            entry: folder.join(key),
            key: key.to_owned(),
            workshop: folder.join(".making"),
            lock: folder.join(".locks").join(format!("{key}.lock")),
            folder,
        })
    }

    async fn hold(&self, place: &Place) -> Result<Arc<Held>, StoreError> {
        let turn = {
            let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(turns.entry(place.lock.clone()).or_default())
        };
        let turn = turn.lock_owned().await;
        let path = place.lock.clone();
        let file = blocking(&place.lock, move || {
            let file = lock_file(&path)?;
            file.lock().map_err(FileError::on("lock", &path))?;
            Ok(file)
        })
        .await?;
        Ok(Arc::new(Held { _file: file, _turn: turn }))
    }
}

impl Place {
    async fn inspect(self) -> Result<Condition, StoreError> {
        blocking(&self.entry.clone(), move || Ok(inspect(&self.entry)?)).await
    }

    /// Makes an empty directory to work in, with what crashed makers left and a damaged entry out of the way.
    ///
    /// Its name is new each time: a maker that was dropped may still have a thread at work in the last one.
    fn clear(&self, held: &Held) -> Result<PathBuf, StoreError> {
        self.discard(held)?;
        self.sweep(held);
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let made = builder.prefix(&format!("{}.", self.key)).tempdir_in(self.workshop()?);
        Ok(made.map_err(FileError::on("write in", &self.workshop))?.keep())
    }

    fn workshop(&self) -> Result<&Path, FileError> {
        fs::create_dir_all(&self.workshop).map_err(FileError::on("create", &self.workshop))?;
        Ok(&self.workshop)
    }

    fn finish(&self, making: &Path, _: &Held) -> Result<(), StoreError> {
        let moved = || fs::rename(making, &self.entry).map_err(FileError::on("write", &self.entry));
        let done = seal(making).and_then(|()| Ok(moved()?));
        if done.is_err() {
            let _ = remove(making);
        }
        done
    }

    /// Takes the entry away in one step, then deletes it: nobody sees half of it.
    fn discard(&self, _: &Held) -> Result<bool, StoreError> {
        if fs::symlink_metadata(&self.entry).is_err() {
            return Ok(false);
        }
        let aside = self.workshop()?.join(format!("{}.old", self.key));
        remove(&aside)?;
        fs::rename(&self.entry, &aside).map_err(FileError::on("remove", &self.entry))?;
        remove(&aside)?;
        Ok(true)
    }

    /// Removes unfinished work of this key, and of others whose lock is free: the process that held it is gone.
    fn sweep(&self, _: &Held) {
        for left in fs::read_dir(&self.workshop).into_iter().flatten().flatten() {
            let name = left.file_name();
            let Some(key) = name.to_str().and_then(|name| name.split('.').next()) else { continue };
            let lock = self.lock.with_file_name(format!("{key}.lock"));
            let others = (key != self.key).then(|| lock_file(&lock));
            let free = match &others {
                None => true,
                Some(Ok(file)) => file.try_lock().is_ok(),
                Some(Err(_)) => false,
            };
            if free {
                let _ = remove(&left.path());
            }
        }
    }
}

fn safe(key: &str) -> Result<&str, StoreError> {
    let fits = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    let starts = key.starts_with(|c: char| c.is_ascii_alphanumeric());
    if starts && key.len() <= 128 && key.bytes().all(fits) {
        Ok(key)
    } else {
        Err(StoreError::Key { key: key.to_owned() })
    }
}

/// Opens a lock file, creating it and its folder. It stays: removing it could part two who wait for it.
pub(super) fn lock_file(path: &Path) -> Result<File, FileError> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(FileError::on("create", folder))?;
    File::options().create(true).truncate(false).write(true).open(path).map_err(FileError::on("write", path))
}

fn remove(path: &Path) -> Result<(), FileError> {
    let removed = match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(e) => Err(e),
    };
    match removed {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed.map_err(FileError::on("remove", path)),
    }
}

/// Does file work off the threads that drive tasks.
async fn blocking<T: Send + 'static>(
    path: &Path,
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|e| Err(FileError::on("use", path)(io::Error::other(e)).into()))
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
