//! The cache of a grader: what it holds, and emptying it. No grade depends on what is in it.

use assay_runner::{CacheUsage, PackError, Removed};

use crate::Grader;

impl Grader {
    /// What the cache holds. Blocks while it looks through the folder.
    pub fn cache_usage(&self) -> CacheUsage {
        self.packs().usage()
    }

    /// Makes room at once: packs that this version does not use go, and of everything but packs what was used longest
    /// ago, until at most `bytes` of it are left, or as many as the cache is bound to.
    pub async fn prune_cache(&self, bytes: Option<u64>) -> Result<Removed, PackError> {
        let mut removed = self.packs().remove_stale().await?;
        removed += self.packs().shrink(bytes.unwrap_or_else(|| self.packs().bound()));
        Ok(removed)
    }

    /// Removes everything of one kind that [`Grader::cache_usage`] names; packs are fetched again when they are used.
    pub async fn clear_cache(&self, kind: &str) -> Result<Removed, PackError> {
        self.packs().clear(kind).await
    }
}
