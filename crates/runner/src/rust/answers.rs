//! What compilers of this computer say of themselves, remembered by their files: starting one to ask takes longer than
//! the rest of a kept program's grade.
//!
//! Only a compiler that lies in the sysroot it names is remembered. What rustup puts in its place, and any other
//! wrapper, answers by settings and variables that its file says nothing of, so it is asked each time.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use assay_challenge::Fingerprint;

use crate::pack::Store;

const KIND: &str = "tools";

/// A question that a compiler is started for.
#[derive(Clone, Copy, Debug)]
enum Question {
    Sysroot,
    Version,
}

impl Question {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Sysroot => &["--print", "sysroot"],
            Self::Version => &["--version"],
        }
    }
}

/// What was answered, now and before.
#[derive(Debug)]
pub(crate) struct Answers {
    kept: Store,
    /// What was asked in this process, by the names it will be kept by.
    fresh: Mutex<Vec<(String, String)>>,
}

impl Answers {
    /// Those that are kept in a store.
    pub(crate) fn new(kept: Store) -> Self {
        Self { kept, fresh: Mutex::default() }
    }

    /// Keeps what was asked in this process. Whoever only looks at what there is leaves nothing behind.
    pub(crate) fn keep(&self) {
        for (key, said) in std::mem::take(&mut *self.fresh()) {
            // Where nothing can be kept, it is asked again.
            let _ = self.kept.put_file(KIND, &key, said.as_bytes());
        }
    }

    /// The folder a compiler calls its own.
    pub(super) fn sysroot(&self, rustc: &Path) -> Option<PathBuf> {
        self.answer(rustc, Question::Sysroot, |said| lies_in(rustc, Path::new(said))).map(PathBuf::from)
    }

    /// What a compiler says its version is, of which `sysroot` is the folder.
    pub(super) fn version(&self, rustc: &Path, sysroot: &Path) -> Option<String> {
        self.answer(rustc, Question::Version, |_| lies_in(rustc, sysroot))
    }

    /// What was remembered, or is asked now. Only what is `lasting` is remembered, and a file of the cache that holds
    /// anything else counts for nothing: it cannot name another compiler.
    fn answer(&self, rustc: &Path, question: Question, lasting: impl Fn(&str) -> bool) -> Option<String> {
        let key = key(rustc, question);
        let recall = |key: &String| String::from_utf8(self.kept.get_file(KIND, key)?).ok();
        if let Some(said) = key.as_ref().and_then(recall).filter(|said| lasting(said)) {
            return Some(said);
        }
        let said = ask(rustc, question)?;
        if let Some(key) = key.filter(|_| lasting(&said)) {
            self.fresh().push((key, said.clone()));
        }
        Some(said)
    }

    fn fresh(&self) -> MutexGuard<'_, Vec<(String, String)>> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The compiler of a toolchain, under the name of another.
pub(super) fn own(sysroot: &Path, rustc: &Path) -> Option<PathBuf> {
    Some(sysroot.join("bin").join(rustc.file_name()?)).filter(|own| own.is_file())
}

fn lies_in(rustc: &Path, sysroot: &Path) -> bool {
    let own = own(sysroot, rustc).and_then(|own| own.canonicalize().ok());
    own.is_some_and(|own| rustc.canonicalize().is_ok_and(|rustc| rustc == own))
}

/// The name an answer is kept by: where the file is, and all that changes when it is replaced. It is looked at before
/// the compiler is asked, so that the answer of one that is being replaced is kept for a file that is gone.
fn key(rustc: &Path, question: Question) -> Option<String> {
    let file = rustc.canonicalize().ok()?;
    let hash = Fingerprint::of(question.arguments()).and(file.as_os_str().as_encoded_bytes());
    let hash = stamped(hash, &fs::metadata(&file).ok()?)?;
    // The compiler proper is a library of its toolchain.
    let library = file.parent()?.parent()?.join("lib");
    let hash = if library.is_dir() { stamped(hash, &fs::metadata(&library).ok()?)? } else { hash };
    Some(hash.hex())
}

/// With the size and the times of a file. A time that only the system sets tells a file apart from one that was given
/// another's times.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn stamped(hash: Fingerprint, meta: &Metadata) -> Option<Fingerprint> {
    use std::os::unix::fs::MetadataExt;
    let times = [meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()].map(i64::to_le_bytes);
    let file = [meta.ino(), meta.size()].map(u64::to_le_bytes);
    Some(file.iter().chain(&times).fold(hash, Fingerprint::and))
}

/// With the size and the times of a file.
#[cfg(not(unix))]
fn stamped(hash: Fingerprint, meta: &Metadata) -> Option<Fingerprint> {
    use std::time::{SystemTime, UNIX_EPOCH};
    let nanos = |time: SystemTime| time.duration_since(UNIX_EPOCH).ok().map(|since| since.as_nanos().to_le_bytes());
    let (modified, created) = (nanos(meta.modified().ok()?)?, nanos(meta.created().ok()?)?);
    Some(hash.and(meta.len().to_le_bytes()).and(modified).and(created))
}

/// The one line a compiler answers, started where no folder has a say in which toolchain it is.
fn ask(rustc: &Path, question: Question) -> Option<String> {
    let output = Command::new(rustc).args(question.arguments()).current_dir("/").stdin(Stdio::null()).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !said.is_empty()).then_some(said)
}
