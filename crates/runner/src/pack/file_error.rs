//! The file system's refusal, told the same way wherever a pack's files are handled.

use std::io;
use std::path::{Path, PathBuf};

/// Something could not be done to a file or folder of the cache.
#[derive(Debug, thiserror::Error)]
#[error(
    "cannot {action} {}: {source}. There must be free space and the right to write; set ASSAY_HOME to keep everything in another folder.",
    path.display()
)]
pub struct FileError {
    /// What was being done.
    pub action: &'static str,
    /// To which file or folder.
    pub path: PathBuf,
    /// Why it could not be.
    pub source: io::Error,
}

impl FileError {
    /// Adds what was being done, and to what, to the system's error.
    pub(crate) fn on(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self { action, path, source }
    }
}
