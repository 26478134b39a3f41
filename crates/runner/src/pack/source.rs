//! Where a language's files come from: a package of a public registry, fetched by the user's own client.
//!
//! Registries are reached through the client the user has set up, with its mirrors and proxies; no address is
//! known here. What arrives is trusted only by its checksum.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// The package a language is made from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The program that fetches it.
    pub client: PackageClient,
    /// The package's name in its registry, such as `@yowasp/clang`.
    #[serde(deserialize_with = "package")]
    pub package: String,
    /// The exact version.
    #[serde(deserialize_with = "version")]
    pub version: String,
    /// About how many bytes the archive has.
    pub download_bytes: u64,
    /// The archive for each platform.
    pub archives: Vec<Archive>,
}

impl Source {
    /// The archive for a platform named as [`host_platform`] names it.
    pub fn archive(&self, platform: &str) -> Option<&Archive> {
        self.archives.iter().find(|archive| archive.platform == platform || archive.platform == Archive::ANY)
    }
}

/// A package client of the user's system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PackageClient {
    /// Python's.
    Pip,
    /// Node's.
    Npm,
    /// Java's.
    Mvn,
    /// Rust's.
    Cargo,
}

impl fmt::Display for PackageClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pip => "pip",
            Self::Npm => "npm",
            Self::Mvn => "mvn",
            Self::Cargo => "cargo",
        })
    }
}

/// One file as the registry holds it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archive {
    /// The platform it is for, such as `linux-x86_64`, or [`Archive::ANY`].
    #[serde(deserialize_with = "platform")]
    pub platform: String,
    /// Its file name.
    #[serde(deserialize_with = "file")]
    pub file: String,
    /// Its SHA-256 in lower-case hexadecimal digits.
    #[serde(deserialize_with = "sha256")]
    pub sha256: String,
}

impl Archive {
    /// The platform of an archive that serves all of them.
    pub const ANY: &str = "any";
}

/// The platform this program was built for, as manifests name it: system and processor, such as `linux-x86_64`.
pub(crate) fn host_platform() -> String {
    format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH)
}

fn package<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, "a package's name, such as `componentize-py`, `@yowasp/clang` or `org.teavm:teavm-core`", |name| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '@') && made_of(name, "@/:._-")
    })
}

fn version<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, "an exact version, such as `0.25.1`", |version| {
        version.starts_with(|c: char| c.is_ascii_digit()) && made_of(version, "._+-")
    })
}

fn platform<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, "a platform, such as `linux-x86_64`, or `any`", |name| {
        name == Archive::ANY || (name.contains('-') && made_of(name, "_-"))
    })
}

fn file<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, "a file's name without folders", |name| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric()) && made_of(name, "._+-")
    })
}

fn sha256<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, "a SHA-256: 64 lower-case hexadecimal digits", |digits| {
        digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn made_of(text: &str, and: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || and.contains(c))
}

fn text<'de, D: Deserializer<'de>>(from: D, what: &str, fits: impl Fn(&str) -> bool) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if fits(&text) { Ok(text) } else { Err(D::Error::custom(format!("`{}` is not {what}", text.escape_debug()))) }
}
