//! SHA-256 of files and streams, read in pieces because archives and compiled runtimes are large.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

const PIECE: usize = 256 * 1024;

/// How long some bytes are and what they hash to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Digested {
    pub(super) length: u64,
    /// 64 lower-case hexadecimal digits.
    pub(super) sha256: String,
}

/// Copies `from` to `to` and digests what went through.
pub(super) fn copy(mut from: impl Read, mut to: impl Write) -> io::Result<Digested> {
    let (mut hasher, mut length, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        let count = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => count,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        let got = piece.get(..count).unwrap_or_default();
        hasher.update(got);
        to.write_all(got)?;
        length += got.len() as u64;
    }
    Ok(Digested { length, sha256: hex(&hasher.finalize()) })
}

/// Digests a file.
pub(super) fn file(path: &Path) -> io::Result<Digested> {
    copy(File::open(path)?, io::sink())
}

/// The SHA-256 of bytes in memory.
pub(super) fn bytes(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_published_one() {
        let digested = copy(&b"abc"[..], io::sink()).unwrap();
        assert_eq!(digested.length, 3);
        assert_eq!(digested.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hex(&bytes(b"abc")), digested.sha256);
    }

    #[test]
    fn a_copy_is_the_same_bytes_across_pieces() {
        let long: Vec<u8> = (0..PIECE * 2 + 7).map(|i| (i % 251).try_into().unwrap_or(0)).collect();
        let mut out = Vec::new();
        let digested = copy(long.as_slice(), &mut out).unwrap();
        assert_eq!(out, long);
        assert_eq!(digested.sha256, hex(&bytes(&long)));
    }
}
