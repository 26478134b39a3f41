//! The languages in which functions and classes can be written.

use assay_challenge::Language;

/// A language that has stubs and a harness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Python.
    Python,
    /// JavaScript.
    JavaScript,
    /// TypeScript.
    TypeScript,
    /// Ruby.
    Ruby,
    /// Go.
    Go,
    /// Rust.
    Rust,
    /// Java.
    Java,
    /// C.
    C,
    /// C++.
    Cpp,
}

impl Target {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Python,
        Self::JavaScript,
        Self::TypeScript,
        Self::Ruby,
        Self::Go,
        Self::Rust,
        Self::Java,
        Self::C,
        Self::Cpp,
    ];

    /// The target of this language, if functions and classes can be written in it.
    pub fn of(language: &Language) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.name() == language.as_str())
    }

    /// The language's name, as manifests write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::JavaScript => "javascript",
            Self::TypeScript => "typescript",
            Self::Ruby => "ruby",
            Self::Go => "go",
            Self::Rust => "rust",
            Self::Java => "java",
            Self::C => "c",
            Self::Cpp => "cpp",
        }
    }
}

#[cfg(test)]
mod tests {
    use assay_challenge::Language;

    use super::Target;

    #[test]
    fn every_target_is_found_by_the_name_of_its_language() {
        for target in Target::ALL {
            assert_eq!(Language::new(target.name()).as_ref().and_then(Target::of), Some(target));
        }
        assert_eq!(Language::new("wasm").as_ref().and_then(Target::of), None);
    }
}
