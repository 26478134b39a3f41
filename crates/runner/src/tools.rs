//! Tools of this computer that language packs are made with or compile with, and where they are looked for.
//!
//! Where is said by whoever uses this library: nothing here reads the environment.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::java::Jdk;
use crate::pack::Store;
use crate::runtime::Missing;
use crate::rust::{Answers, Toolchain};

/// Where compilers of this computer are looked for.
///
/// By default in the usual folders of programs. The package clients, pip and its like, are not meant: they are started
/// by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolPaths {
    /// The folders of programs, written like the variable `PATH`.
    pub search: OsString,
    /// The folder of a JDK, where another is wanted than that of the first `javac` in `search`.
    pub java_home: Option<PathBuf>,
    /// The folder cargo keeps what it fetches in, for packs that come as crates.
    pub cargo_home: Option<PathBuf>,
}

impl ToolPaths {
    /// What the user's variables say: `PATH`, `JAVA_HOME`, and `CARGO_HOME` or else `HOME`. A variable that is empty
    /// counts as unset.
    ///
    /// ```
    /// # use assay_runner::ToolPaths;
    /// let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    /// ```
    pub fn from_variables(lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name| lookup(name).filter(|value| !value.is_empty());
        let search = set("PATH").unwrap_or_else(|| Self::default().search);
        let home = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
        let below = || set(home).map(|home| PathBuf::from(home).join(".cargo"));
        let cargo_home = set("CARGO_HOME").map(PathBuf::from).or_else(below);
        Self { search, java_home: set("JAVA_HOME").map(PathBuf::from), cargo_home }
    }
}

impl Default for ToolPaths {
    fn default() -> Self {
        let usual = if cfg!(unix) { "/usr/local/bin:/usr/bin:/bin" } else { "" };
        Self { search: usual.into(), java_home: None, cargo_home: None }
    }
}

/// The tools found at such paths, each looked for once, when it is wanted.
#[derive(Debug)]
pub(crate) struct Tools {
    paths: ToolPaths,
    answers: Answers,
    rust: OnceLock<Result<Toolchain, Missing>>,
    java: OnceLock<Result<Jdk, Missing>>,
}

impl Tools {
    pub(crate) fn new(paths: ToolPaths, kept: Store) -> Self {
        Self { paths, answers: Answers::new(kept), rust: OnceLock::new(), java: OnceLock::new() }
    }

    /// The same, with what they say of themselves kept elsewhere.
    pub(crate) fn kept_in(self, kept: Store) -> Self {
        Self { answers: Answers::new(kept), ..self }
    }

    /// Keeps what was asked of them for the next start.
    pub(crate) fn remember(&self) {
        self.answers.keep();
    }

    /// The folders of programs, written like the variable `PATH`.
    pub(crate) fn search(&self) -> &OsStr {
        &self.paths.search
    }

    /// Where cargo keeps what it fetches.
    pub(crate) fn cargo_home(&self) -> Option<&Path> {
        self.paths.cargo_home.as_deref()
    }

    /// The compiler of Rust.
    pub(crate) fn rust(&self) -> Result<&Toolchain, Missing> {
        let find = || Toolchain::find(self.search(), &self.answers).map_err(|advice| Missing { advice });
        self.rust.get_or_init(find).as_ref().map_err(Clone::clone)
    }

    /// The JDK.
    pub(crate) fn java(&self) -> Result<&Jdk, Missing> {
        let find = || {
            Jdk::find(self.paths.java_home.as_deref(), self.search()).map_err(|why| Missing {
                advice: format!(
                    "{why}. Java needs a JDK {} or newer: install one (Debian: `apt install default-jdk-headless`), \
                     or set JAVA_HOME to the folder of one",
                    Jdk::OLDEST
                ),
            })
        };
        self.java.get_or_init(find).as_ref().map_err(Clone::clone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_that_are_empty_or_unset_leave_the_usual_folders() {
        let set = |name: &str| (name == "PATH").then(|| OsString::from("/a:/b"));
        assert_eq!(ToolPaths::from_variables(set), ToolPaths { search: "/a:/b".into(), ..ToolPaths::default() });
        assert_eq!(ToolPaths::from_variables(|_| Some(OsString::new())), ToolPaths::default());
        let home = ToolPaths::from_variables(|name| (name == "JAVA_HOME").then(|| "/jdk".into()));
        assert_eq!(home, ToolPaths { java_home: Some("/jdk".into()), ..ToolPaths::default() });
        let cargo = |named: &str| ToolPaths::from_variables(|name| (name == named).then(|| "/x".into())).cargo_home;
        assert_eq!(cargo("CARGO_HOME"), Some("/x".into()));
        #[cfg(unix)]
        assert_eq!(cargo("HOME"), Some("/x/.cargo".into()));
    }

    #[test]
    fn what_is_not_there_is_missed_with_advice() {
        let nowhere = tempfile::tempdir().unwrap();
        let kept = Store::open(nowhere.path().join("home"));
        let tools = Tools::new(ToolPaths { search: nowhere.path().into(), ..ToolPaths::default() }, kept.clone());
        let advice = tools.java().unwrap_err().advice;
        assert!(advice.starts_with("no `javac` was found. Java needs a JDK 17 or newer"), "{advice}");
        let tools = Tools::new(ToolPaths { java_home: Some(nowhere.path().into()), ..ToolPaths::default() }, kept);
        assert!(tools.java().unwrap_err().advice.contains("is no JDK"), "a folder that is named is the only one");
    }
}
