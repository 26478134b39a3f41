//! What a language is, as data: the manifest in `sandbox/<language>/pack.toml`.
//!
//! A new language of a known kind is a new manifest. The bundled ones are compiled into the program, so that no
//! file has to be found at run time.

use assay_challenge::Language;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::source::Source;

const BUNDLED: [(&str, &str); 9] = [
    ("sandbox/python/pack.toml", include_str!("../../../../sandbox/python/pack.toml")),
    ("sandbox/c/pack.toml", include_str!("../../../../sandbox/c/pack.toml")),
    ("sandbox/cpp/pack.toml", include_str!("../../../../sandbox/cpp/pack.toml")),
    ("sandbox/go/pack.toml", include_str!("../../../../sandbox/go/pack.toml")),
    ("sandbox/java/pack.toml", include_str!("../../../../sandbox/java/pack.toml")),
    ("sandbox/javascript/pack.toml", include_str!("../../../../sandbox/javascript/pack.toml")),
    ("sandbox/ruby/pack.toml", include_str!("../../../../sandbox/ruby/pack.toml")),
    ("sandbox/rust/pack.toml", include_str!("../../../../sandbox/rust/pack.toml")),
    ("sandbox/typescript/pack.toml", include_str!("../../../../sandbox/typescript/pack.toml")),
];

/// Everything about a language that is data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The language's name.
    pub name: Language,
    /// What people call it, such as `Python 3.14`.
    #[serde(deserialize_with = "line")]
    pub title: String,
    /// The version of the language's runtime or compiler.
    #[serde(deserialize_with = "line")]
    pub version: String,
    /// The endings of its source files, without the dot; the first is the usual one.
    #[serde(deserialize_with = "extensions")]
    pub extensions: Vec<String>,
    /// How much more virtual time it gets than a language of multiplier 1, in thousandths.
    #[serde(rename = "multiplier", deserialize_with = "thousandths")]
    pub multiplier_milli: u32,
    /// How it is prepared and started.
    pub kind: RuntimeKind,
    /// The language whose files it shares, if they are not its own: see [`Manifest::pack`].
    #[serde(default, rename = "pack")]
    pub shared_pack: Option<Language>,
    /// The packages it is made from, in the order they are fetched.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
}

/// A way to prepare and start a language; the engine knows one procedure for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum RuntimeKind {
    /// A snapshot of the interpreter that is handed the source text.
    Python,
    /// A compiler and a linker that run in the sandbox themselves and write a module.
    Clang,
    /// The same of Go, built from their source when the pack is prepared.
    Go,
    /// javac and TeaVM on the host's JDK, which write a module as a confined child.
    Teavm,
    /// A snapshot of QuickJS, built from its source by the pack of C, that is handed bytecode.
    Quickjs,
    /// A snapshot of the interpreter that finds the source text among its files.
    Ruby,
    /// rustc on the host, as a confined child, and the linker of C's pack.
    Rustc,
}

/// Why a manifest cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// It is not TOML, or a key is missing, unknown or has no good value.
    #[error("{file} is not a language's manifest: {source}")]
    Toml {
        /// The manifest.
        file: String,
        /// Line, column and what was expected there.
        source: Box<toml::de::Error>,
    },
    /// Keys that do not go together.
    #[error("{file}: `{key}`: {problem}")]
    Key {
        /// The manifest.
        file: String,
        /// The key to change.
        key: &'static str,
        /// What is wrong and what would be right.
        problem: String,
    },
}

impl Manifest {
    /// The languages that come with the program.
    pub fn bundled() -> Result<Vec<Self>, ManifestError> {
        BUNDLED.into_iter().map(|(file, text)| Self::parse(text, file)).collect()
    }

    /// Reads a manifest; `file` is the name errors call it by.
    pub fn parse(text: &str, file: &str) -> Result<Self, ManifestError> {
        let manifest: Self = toml::from_str(text)
            .map_err(|source| ManifestError::Toml { file: file.to_owned(), source: Box::new(source) })?;
        let wrong = |key, problem| Err(ManifestError::Key { file: file.to_owned(), key, problem });
        for Source { archives, .. } in &manifest.sources {
            if archives.is_empty() {
                return wrong("source.archives", "there must be at least one archive".to_owned());
            }
            for (nth, archive) in archives.iter().enumerate() {
                if archives.iter().take(nth).any(|earlier| earlier.platform == archive.platform) {
                    return wrong("source.archives", format!("two archives are for {}; one must go", archive.platform));
                }
            }
        }
        Ok(manifest)
    }

    /// The language under whose name this one's files are kept: languages of one compiler share them.
    pub fn pack(&self) -> &Language {
        self.shared_pack.as_ref().unwrap_or(&self.name)
    }

    /// Whether a file of this name is this language's source, by its ending.
    pub fn claims(&self, file: &str) -> bool {
        file.rsplit_once('.').is_some_and(|(_, ending)| self.extensions.iter().any(|own| own == ending))
    }
}

fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if text.trim().is_empty() || text.contains(char::is_control) {
        return Err(D::Error::custom("must be one line of text that is not empty"));
    }
    Ok(text)
}

fn extensions<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let extensions = Vec::<String>::deserialize(from)?;
    let fits = |e: &String| !e.is_empty() && e.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if extensions.is_empty() || !extensions.iter().all(fits) {
        return Err(D::Error::custom("must list at least one file ending without its dot, such as [\"py\"]"));
    }
    Ok(extensions)
}

fn thousandths<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let multiplier = f64::deserialize(from)?;
    if !(0.001..=1000.0).contains(&multiplier) {
        return Err(D::Error::custom("a multiplier is a number from 0.001 to 1000, such as 10.0"));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked above")]
    Ok((multiplier * 1000.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::source::PackageClient;
    use super::*;

    const GOOD: &str = include_str!("../../../../sandbox/c/pack.toml");

    fn complaint(text: &str) -> String {
        Manifest::parse(text, "sandbox/c/pack.toml").unwrap_err().to_string()
    }

    #[test]
    fn the_bundled_manifests_are_good_and_name_their_folders() {
        let all = Manifest::bundled().unwrap();
        for (manifest, (file, _)) in all.iter().zip(BUNDLED) {
            assert_eq!(file, format!("sandbox/{}/pack.toml", manifest.name));
        }
        let python = &all[0];
        assert_eq!(
            (python.multiplier_milli, python.kind, python.sources[0].client),
            (30_000, RuntimeKind::Python, PackageClient::Pip)
        );
        assert!(python.sources[0].archive("macos-aarch64").unwrap().file.ends_with("_arm64.whl"));
        assert_eq!(python.sources[0].archive("plan9-mips"), None);
        assert!(all[2].claims("main.cxx") && !all[2].claims("cxx") && !all[2].claims("main.c"));
    }

    #[test]
    fn languages_that_share_a_pack_state_the_same_source_and_kind() {
        let all = Manifest::bundled().unwrap();
        for manifest in &all {
            let owner = all.iter().find(|other| other.name == *manifest.pack()).unwrap();
            assert_eq!((&owner.sources, owner.kind), (&manifest.sources, manifest.kind));
        }
    }

    #[test]
    fn no_two_bundled_languages_claim_one_ending() {
        let all = Manifest::bundled().unwrap();
        let mut endings: Vec<_> = all.iter().flat_map(|manifest| &manifest.extensions).collect();
        endings.sort();
        assert!(endings.is_sorted_by(|a, b| a < b), "{endings:?}");
    }

    #[test]
    fn a_bad_manifest_is_refused_with_the_line_and_what_would_be_right() {
        for (from, to, expected) in [
            ("name = \"c\"", "name = \"C#\"", "`C#` is not a language's name"),
            ("multiplier = 1.0", "multiplier = -1", "from 0.001 to 1000"),
            ("multiplier = 1.0", "multiplier = nan", "from 0.001 to 1000"),
            ("kind = \"clang\"", "kind = \"jvm\"", "expected one of `python`, `clang`"),
            ("kind = \"clang\"", "kinds = \"clang\"", "unknown field `kinds`"),
            ("[\"c\"]", "[]", "at least one file ending"),
            ("client = \"npm\"", "client = \"curl\"", "expected one of `pip`, `npm`"),
            ("\"@yowasp/clang\"", "\"--registry=x\"", "is not a package's name"),
            ("\"yowasp-clang-", "\"../yowasp-clang-", "is not a file's name without folders"),
            ("sha256 = \"6230", "sha256 = \"6G30", "is not a SHA-256"),
        ] {
            let bad = GOOD.replacen(from, to, 1);
            assert_ne!(bad, GOOD, "{from}");
            let text = complaint(&bad);
            assert!(text.starts_with("sandbox/c/pack.toml is not a language's manifest: "), "{text}");
            assert!(text.contains("at line ") && text.contains(expected), "{to}: {text}");
        }
    }

    #[test]
    fn archives_must_exist_and_differ_by_platform() {
        let (head, archive) = GOOD.split_once("[[source.archives]]").unwrap();
        let none = head.replace("download_bytes", "archives = []\ndownload_bytes");
        assert!(complaint(&none).contains("`source.archives`: there must be at least one"), "{}", complaint(&none));
        let twice = format!("{GOOD}\n[[source.archives]]{archive}");
        assert!(complaint(&twice).contains("two archives are for any"), "{}", complaint(&twice));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Manifest::parse(&String::from_utf8_lossy(&bytes), "x");
        }

        #[test]
        fn no_damage_to_a_good_manifest_makes_the_reader_panic(at in 0..GOOD.len(), length in 0_usize..40, with in "\\PC{0,12}") {
            let mut bytes = GOOD.as_bytes().to_vec();
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, with.bytes());
            let _ = Manifest::parse(&String::from_utf8_lossy(&bytes), "x");
        }
    }
}
