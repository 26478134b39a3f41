//! The name of a language, as manifests, challenges and reports write it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language's name: lower-case letters, digits and dashes, such as `python` or `cpp`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Language(String);

impl Language {
    /// A language of this name, or `None` if the name is not one a language can have.
    pub fn new(name: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        (!name.is_empty() && name.len() <= 32 && name.chars().all(fits)).then(|| Self(name.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Language {
    type Error = String;
    fn try_from(name: String) -> Result<Self, String> {
        Self::new(&name).ok_or_else(|| {
            format!("`{name}` is not a language's name: lower-case letters, digits and dashes, such as `python`")
        })
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}
