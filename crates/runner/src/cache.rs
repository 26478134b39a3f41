//! What the cache holds, and emptying it: by age, by kind, and of packs that nothing uses any more.

use std::path::PathBuf;

use serde::Serialize;

use crate::pack::KindUsage;
use crate::packs::{PackError, Packs};
use crate::runtime::Runtime;

/// What a cache holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CacheUsage {
    /// Its folder.
    pub folder: PathBuf,
    /// The most bytes that everything but packs may take.
    pub bound: u64,
    /// What each kind takes, in the order of their names.
    pub kinds: Vec<KindUsage>,
    /// Packs of other versions of a language, of Assay or of its engine.
    pub stale: Vec<StalePack>,
}

/// A pack that this version of Assay does not use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StalePack {
    /// Its name in the cache, which begins with its language's.
    pub key: String,
    /// Its bytes.
    pub bytes: u64,
}

/// What was removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// How many entries.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
}

impl std::ops::AddAssign for Removed {
    fn add_assign(&mut self, more: Self) {
        self.entries += more.entries;
        self.bytes += more.bytes;
    }
}

impl Packs {
    /// What the cache holds. Blocks while it looks.
    pub fn usage(&self) -> CacheUsage {
        let store = self.store();
        CacheUsage { folder: store.root().to_owned(), bound: self.bound(), kinds: store.usage(), stale: self.stale() }
    }

    /// The most bytes that everything but packs may take.
    pub fn bound(&self) -> u64 {
        self.store().bound()
    }

    /// Removes what is not packs, what was used longest ago first, until at most `bytes` are left of it.
    pub fn shrink(&self, bytes: u64) -> Removed {
        let (entries, bytes) = self.store().shrink(bytes);
        Removed { entries, bytes }
    }

    /// Removes packs that this version does not use. Another version that shares the cache makes them again.
    pub async fn remove_stale(&self) -> Result<Removed, PackError> {
        let mut removed = Removed::default();
        for StalePack { key, bytes } in self.stale() {
            if self.store().remove(Runtime::KIND, &key).await? {
                removed += Removed { entries: 1, bytes };
            }
        }
        Ok(removed)
    }

    /// Removes everything of one kind. What is in use stays usable.
    pub async fn clear(&self, kind: &str) -> Result<Removed, PackError> {
        let (entries, bytes) = self.store().clear_files(kind)?;
        let mut removed = Removed { entries, bytes };
        if kind == Runtime::KIND {
            self.unload();
        }
        for (key, bytes) in self.store().folders(kind) {
            if self.store().remove(kind, &key).await? {
                removed += Removed { entries: 1, bytes };
            }
        }
        Ok(removed)
    }

    /// Packs whose key is none that a language has now. One whose key cannot be told, because what it needs is not
    /// installed, is not among them.
    fn stale(&self) -> Vec<StalePack> {
        let (mut current, mut unknown) = (Vec::new(), Vec::new());
        for (pack, key) in self.keys() {
            match key {
                Some(key) => current.push(key),
                None => unknown.push(format!("{pack}-")),
            }
        }
        let all = self.store().folders(Runtime::KIND).into_iter();
        all.filter(|(key, _)| !current.contains(key) && unknown.iter().all(|lead| !key.starts_with(lead)))
            .map(|(key, bytes)| StalePack { key, bytes })
            .collect()
    }
}
