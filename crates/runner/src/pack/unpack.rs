//! Taking chosen files out of a `.tgz`, with nothing in the archive able to say where they go.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use flate2::read::GzDecoder;

use super::file_error::FileError;

/// The most bytes an archive may hold in all.
const LIMIT: u64 = 512 * 1024 * 1024;

/// Why files could not be taken out of an archive.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// It cannot be read, or is no `.tgz`.
    #[error("cannot read {}: {source}. Fetch the archive again.", archive.display())]
    Read {
        /// The archive.
        archive: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// It holds something an honest archive does not.
    #[error("{} was not unpacked: its entry `{entry}` {problem}", archive.display())]
    Entry {
        /// The archive.
        archive: PathBuf,
        /// The entry's path, escaped.
        entry: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// It holds more than it may.
    #[error("{} was not unpacked: it holds more than {limit} bytes", archive.display())]
    TooLarge {
        /// The archive.
        archive: PathBuf,
        /// The most it may hold.
        limit: u64,
    },
    /// A wanted file is not in it.
    #[error("{} has no file `{wanted}`", archive.display())]
    Missing {
        /// The archive.
        archive: PathBuf,
        /// The file.
        wanted: String,
    },
}

/// Takes the `wanted` files, named by their full paths in the archive, into the folder `into`.
///
/// Each lands there under its last name alone, so `wanted` should not hold two with the same. What is already in
/// the folder is never overwritten. Entries that are not wanted are passed over, but an entry that would reach out
/// of the folder, wanted or not, refuses the archive, and so do more than 512 MiB in all.
pub(crate) fn unpack_tgz(archive: &Path, wanted: &[&str], into: &Path) -> Result<(), UnpackError> {
    unpack_within(LIMIT, archive, wanted, into)
}

fn unpack_within(limit: u64, archive: &Path, wanted: &[&str], into: &Path) -> Result<(), UnpackError> {
    let unreadable = |source| UnpackError::Read { archive: archive.to_owned(), source };
    let file = File::open(archive).map_err(unreadable)?;
    // Headers and padding are not counted below, so the stream itself is bounded too, more widely.
    let stream = GzDecoder::new(io::BufReader::new(file)).take(limit.saturating_mul(2).saturating_add(1 << 20));
    let mut tar = tar::Archive::new(stream);
    let (mut total, mut missing) = (0_u64, wanted.to_vec());
    for entry in tar.entries().map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path().map_err(unreadable)?.into_owned();
        let refuse = |problem| {
            let entry = path.to_string_lossy().escape_debug().to_string();
            Err(UnpackError::Entry { archive: archive.to_owned(), entry, problem })
        };
        if !path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
            return refuse("would reach out of its folder");
        }
        total = total.saturating_add(entry.size());
        if total > limit {
            return Err(UnpackError::TooLarge { archive: archive.to_owned(), limit });
        }
        let Some(nth) = missing.iter().position(|name| Path::new(name) == path) else { continue };
        if !entry.header().entry_type().is_file() {
            return refuse("is not a plain file");
        }
        missing.swap_remove(nth);
        let Some(name) = path.file_name() else { return refuse("has no name") };
        write(entry, &into.join(name))?;
        if missing.is_empty() {
            return Ok(());
        }
    }
    match missing.first() {
        Some(name) => Err(UnpackError::Missing { archive: archive.to_owned(), wanted: (*name).to_owned() }),
        None => Ok(()),
    }
}

fn write(mut entry: impl Read, path: &Path) -> Result<(), FileError> {
    let mut file = File::create_new(path).map_err(FileError::on("write", path))?;
    io::copy(&mut entry, &mut file).map_err(FileError::on("write", path))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use tar::EntryType;

    /// Writes a `.tgz` whose entries may have any path: the header's bytes are set directly.
    fn tgz(folder: &Path, entries: &[(&str, EntryType, &[u8])]) -> PathBuf {
        let path = folder.join("toy.tgz");
        let mut tar = tar::Builder::new(GzEncoder::new(File::create(&path).unwrap(), Compression::fast()));
        for (name, kind, content) in entries {
            let mut header = tar::Header::new_ustar();
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_entry_type(*kind);
            header.set_size(content.len() as u64);
            header.set_mode(0o777);
            header.set_cksum();
            tar.append(&header, *content).unwrap();
        }
        tar.into_inner().unwrap().finish().unwrap();
        path
    }

    const FILE: EntryType = EntryType::Regular;

    #[test]
    fn wanted_files_land_under_their_last_names_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let archive =
            tgz(folder.path(), &[("package/a", FILE, b"A"), ("package/b/c", FILE, b"C"), ("package/d", FILE, b"D")]);
        let into = tempfile::tempdir().unwrap();
        unpack_tgz(&archive, &["package/d", "package/b/c"], into.path()).unwrap();
        assert_eq!(std::fs::read(into.path().join("c")).unwrap(), b"C");
        assert_eq!(std::fs::read(into.path().join("d")).unwrap(), b"D");
        assert_eq!(std::fs::read_dir(into.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_missing_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let archive = tgz(folder.path(), &[("package/a", FILE, b"A")]);
        let text = unpack_tgz(&archive, &["package/z"], folder.path()).unwrap_err().to_string();
        assert!(text.contains("toy.tgz has no file `package/z`"), "{text}");
    }

    #[test]
    fn paths_that_reach_out_refuse_the_whole_archive() {
        for bad in ["../evil", "package/../../evil", "/evil"] {
            let folder = tempfile::tempdir().unwrap();
            let into = folder.path().join("into");
            std::fs::create_dir(&into).unwrap();
            let archive = tgz(folder.path(), &[(bad, FILE, b"x"), ("a", FILE, b"A")]);
            let text = unpack_tgz(&archive, &["a"], &into).unwrap_err().to_string();
            assert!(text.contains(&format!("`{bad}` would reach out of its folder")), "{text}");
            assert!(!folder.path().join("evil").exists());
        }
    }

    #[test]
    fn a_link_in_place_of_a_wanted_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let archive = tgz(folder.path(), &[("a", EntryType::Symlink, b"")]);
        let text = unpack_tgz(&archive, &["a"], folder.path()).unwrap_err().to_string();
        assert!(text.contains("`a` is not a plain file"), "{text}");
    }

    #[test]
    fn entries_that_are_passed_over_count_towards_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let archive = tgz(folder.path(), &[("big", FILE, &[0; 900]), ("a", FILE, &[0; 200])]);
        let error = unpack_within(1000, &archive, &["a"], folder.path()).unwrap_err();
        assert!(matches!(error, UnpackError::TooLarge { limit: 1000, .. }), "{error}");
        assert!(unpack_within(1100, &archive, &["a"], folder.path()).is_ok());
    }

    #[test]
    fn an_existing_file_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let archive = tgz(folder.path(), &[("a", FILE, b"A")]);
        std::fs::write(folder.path().join("a"), "mine").unwrap();
        assert!(matches!(unpack_tgz(&archive, &["a"], folder.path()), Err(UnpackError::File(_))));
        assert_eq!(std::fs::read(folder.path().join("a")).unwrap(), b"mine");
    }

    #[test]
    fn what_is_no_archive_or_is_cut_short_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let noise: Vec<u8> =
            (0..4000_u32).map(|i| i.wrapping_mul(i).wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let archive = tgz(folder.path(), &[("a", FILE, &noise)]);
        let whole = std::fs::read(&archive).unwrap();
        std::fs::write(&archive, &whole[..whole.len() / 2]).unwrap();
        assert!(unpack_tgz(&archive, &["a"], folder.path()).is_err());
        std::fs::write(&archive, "no archive").unwrap();
        assert!(matches!(unpack_tgz(&archive, &["a"], folder.path()), Err(UnpackError::Read { .. })));
    }
}
