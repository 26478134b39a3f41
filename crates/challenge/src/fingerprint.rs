//! SHA-256 over several parts, each with its length, so that moving a boundary changes the hash.

use sha2::{Digest, Sha256};

/// A hash being made. Everything that identifies something in a receipt or a cache is one of these.
#[derive(Clone, Debug, Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// The fingerprint of these parts.
    pub fn of<Part: AsRef<[u8]>>(parts: impl IntoIterator<Item = Part>) -> Self {
        parts.into_iter().fold(Self::default(), Self::and)
    }

    /// With one more part.
    #[must_use]
    pub fn and(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// 64 lower-case hexadecimal digits.
    pub fn hex(self) -> String {
        use std::fmt::Write;
        self.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The first eight bytes as a number: a seed.
    pub fn seed(self) -> u64 {
        self.0.finalize().first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn moving_a_boundary_changes_the_hash() {
        assert_eq!(Fingerprint::of(["ab", "c"]).hex(), Fingerprint::of(["ab"]).and("c").hex());
        assert_ne!(Fingerprint::of(["ab", "c"]).hex(), Fingerprint::of(["a", "bc"]).hex());
        assert_eq!(Fingerprint::of(["ab"]).hex().len(), 64);
    }
}
