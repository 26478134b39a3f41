//! Single small files of the store, such as compiled modules: their bytes, then the SHA-256 of these.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::digest;
use super::file_error::FileError;
use super::store::{Place, Store, StoreError};

const DIGEST: usize = 32;

impl Store {
    /// The bytes kept under this key, if they are there and whole. Damaged ones are removed. Blocks while it reads.
    pub(crate) fn get_file(&self, kind: &str, key: &str) -> Option<Vec<u8>> {
        let place = self.place(kind, key).ok()?;
        let mut file = File::open(&place.entry).ok()?;
        let modified = file.metadata().ok()?.modified();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        let length = bytes.len().checked_sub(DIGEST);
        let whole = length
            .and_then(|length| bytes.split_at_checked(length))
            .is_some_and(|(content, seal)| digest::bytes(content) == seal);
        match length {
            Some(length) if whole => {
                bytes.truncate(length);
                if let Ok(modified) = modified {
                    Self::touch(&place.entry, modified);
                }
                Some(bytes)
            }
            _ => {
                let _ = fs::remove_file(&place.entry);
                None
            }
        }
    }

    /// Keeps bytes under a key, in place of what was there, if the store is large enough for them. They appear whole or
    /// not at all. Blocks while it writes.
    pub(crate) fn put_file(&self, kind: &str, key: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let place = self.place(kind, key)?;
        if !self.has_room(bytes.len()) {
            return Ok(());
        }
        let parts = place.folder.join(".parts");
        fs::create_dir_all(&parts).map_err(FileError::on("create", &parts))?;
        let writing = share(&place, &parts)?;
        replace(&place.entry, &parts, &[bytes, &digest::bytes(bytes)])?;
        drop(writing);
        self.wrote(bytes.len());
        Ok(())
    }
}

/// Takes this process's share of the folder of unfinished files, having emptied it if nobody else was writing:
/// what is in it then was left by a process that ended early.
fn share(place: &Place, parts: &Path) -> Result<File, FileError> {
    let path = place.folder.join(".parts.lock");
    let lock = super::store::lock_file(&path)?;
    let alone = match lock.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(e)) => return Err(FileError::on("lock", &path)(e)),
    };
    if alone {
        for left in fs::read_dir(parts).into_iter().flatten().flatten() {
            let _ = fs::remove_file(left.path());
        }
        lock.unlock().map_err(FileError::on("unlock", &path))?;
    }
    lock.lock_shared().map_err(FileError::on("lock", &path))?;
    Ok(lock)
}

/// Writes a file in the folder `beside` and moves it into place, so that no reader ever sees half of it.
pub(super) fn replace(path: &Path, beside: &Path, pieces: &[&[u8]]) -> Result<(), FileError> {
    let failed = || FileError::on("write", path);
    let mut file = unfinished(beside).map_err(failed())?;
    for piece in pieces {
        file.write_all(piece).map_err(failed())?;
    }
    file.as_file().sync_data().map_err(failed())?;
    file.persist(path).map_err(|e| failed()(e.error))?;
    Ok(())
}

/// A file without its name yet, readable by whom the user's mask lets: a store may be filled by one account, such
/// as an image's builder, and used by another.
pub(super) fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_as_it_was_put_and_can_be_replaced() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::open(root.path().join("home"));
        assert_eq!(store.get_file("modules", "ab12"), None);
        for content in [&b"first"[..], b"", b"\0\xff third"] {
            store.put_file("modules", "ab12", content).unwrap();
            assert_eq!(store.get_file("modules", "ab12").as_deref(), Some(content));
        }
    }

    #[test]
    fn any_changed_or_missing_byte_is_found_and_the_file_removed() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::open(root.path().to_owned());
        let path = root.path().join("modules").join("k");
        store.put_file("modules", "k", b"content").unwrap();
        let whole = fs::read(&path).unwrap();
        let flipped =
            |at: usize| whole.iter().enumerate().map(|(i, b)| if i == at { b ^ 1 } else { *b }).collect::<Vec<_>>();
        let mut damaged: Vec<Vec<u8>> = (0..whole.len()).map(flipped).collect();
        damaged.extend((0..whole.len()).map(|end| whole[..end].to_vec()));
        for bytes in damaged {
            fs::write(&path, &bytes).unwrap();
            assert_eq!(store.get_file("modules", "k"), None);
            assert!(!path.exists());
        }
    }

    #[test]
    fn what_a_crashed_writer_left_is_cleared_by_the_next_one() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::open(root.path().to_owned());
        store.put_file("modules", "a", b"a").unwrap();
        let left = root.path().join("modules/.parts/left");
        fs::write(&left, "half").unwrap();
        let other_writer = super::super::store::lock_file(&root.path().join("modules/.parts.lock")).unwrap();
        other_writer.lock_shared().unwrap();
        store.put_file("modules", "b", b"b").unwrap();
        assert!(left.exists(), "another process may still be writing it");
        drop(other_writer);
        store.put_file("modules", "c", b"c").unwrap();
        assert!(!left.exists());
    }

    #[test]
    fn keys_that_could_leave_the_folder_are_refused() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::open(root.path().to_owned());
        for (kind, key) in
            [("modules", "../x"), ("..", "x"), ("modules", ""), ("modules", ".hidden"), ("a/b", "x"), ("modules", "A")]
        {
            assert!(matches!(store.put_file(kind, key, b"x"), Err(StoreError::Key { .. })), "{kind} {key}");
            assert_eq!(store.get_file(kind, key), None);
        }
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }
}
