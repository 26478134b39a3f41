//! Everything taken from the process's surroundings, read once: variables and what the streams are tied to.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use assay::{ByteSize, ToolPaths};

use crate::arguments::{Global, When};
use crate::failure::Failure;

/// Columns of a report where the terminal's are not known.
const COLUMNS: usize = 80;

/// Finds an environment variable.
type Lookup = Box<dyn Fn(&str) -> Option<OsString>>;

/// The surroundings of one run.
pub(crate) struct Environment {
    /// Whether standard output goes to a terminal.
    pub(crate) stdout_terminal: bool,
    /// Whether standard error goes to a terminal.
    pub(crate) stderr_terminal: bool,
    variable: Lookup,
}

impl Environment {
    /// The real ones.
    pub(crate) fn of_process() -> Self {
        Self {
            stdout_terminal: std::io::stdout().is_terminal(),
            stderr_terminal: std::io::stderr().is_terminal(),
            variable: Box::new(|name| std::env::var_os(name)),
        }
    }

    /// A variable that is set to something.
    fn set(&self, name: &str) -> Option<OsString> {
        (self.variable)(name).filter(|value| !value.is_empty())
    }

    /// Where compilers of this computer are looked for.
    pub(crate) fn tools(&self) -> ToolPaths {
        ToolPaths::from_variables(&self.variable)
    }

    /// Whether compilers may run where nothing confines them.
    pub(crate) fn allows_unconfined(&self, global: &Global) -> bool {
        global.allow_unconfined || self.set("ASSAY_ALLOW_UNCONFINED").is_some_and(|value| value == "1")
    }

    /// How much is kept besides language packs, where that is set.
    pub(crate) fn cache_size(&self) -> Result<Option<ByteSize>, Failure> {
        let Some(size) = self.set("ASSAY_CACHE_SIZE") else { return Ok(None) };
        let read = size.to_string_lossy().parse::<ByteSize>();
        read.map(Some).map_err(|error| Failure::usage(format!("ASSAY_CACHE_SIZE: {error}")))
    }

    /// Where language packs are kept: what was asked for, else the place the system keeps caches at.
    pub(crate) fn cache(&self, asked: Option<&Path>) -> Result<PathBuf, Failure> {
        let below = |name: &str, folder: &str| {
            let path = PathBuf::from(self.set(name)?);
            path.is_absolute().then(|| path.join(folder))
        };
        let own = || {
            if cfg!(windows) {
                below("LOCALAPPDATA", "assay")
            } else if cfg!(target_os = "macos") {
                below("HOME", "Library/Caches/assay")
            } else {
                below("HOME", ".cache/assay")
            }
        };
        asked
            .map(ToOwned::to_owned)
            .or_else(|| self.set("ASSAY_HOME").map(PathBuf::from))
            .or_else(|| below("XDG_CACHE_HOME", "assay"))
            .or_else(own)
            .ok_or_else(|| Failure::usage("there is no place for language packs: set ASSAY_HOME or pass --cache DIR"))
    }

    /// Whether a stream gets colours; `terminal` says whether it is one.
    pub(crate) fn colour(&self, global: &Global, terminal: bool) -> bool {
        match global.color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                terminal && self.set("NO_COLOR").is_none() && self.set("TERM").is_none_or(|term| term != "dumb")
            }
        }
    }

    /// How wide a report in text is.
    pub(crate) fn width(&self) -> usize {
        let columns = self.set("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok());
        columns.map_or(COLUMNS, |columns: usize| columns.clamp(40, 160))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&'static str, &'static str)]) -> Environment {
        let variables = variables.to_vec();
        let variable =
            move |name: &str| variables.iter().find(|(own, _)| *own == name).map(|(_, value)| OsString::from(value));
        Environment { stdout_terminal: true, stderr_terminal: true, variable: Box::new(variable) }
    }

    fn global(color: When) -> Global {
        Global { cache: None, allow_unconfined: false, quiet: false, color }
    }

    #[cfg(unix)]
    #[test]
    fn the_cache_is_where_the_most_particular_wish_says() {
        let all = with(&[("ASSAY_HOME", "here"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")]);
        assert_eq!(all.cache(Some(Path::new("flag"))).expect("asked for"), Path::new("flag"));
        assert_eq!(all.cache(None).expect("set"), Path::new("here"));
        let without = with(&[("ASSAY_HOME", ""), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")]);
        assert_eq!(without.cache(None).expect("set"), Path::new("/x/assay"));
        let home = with(&[("XDG_CACHE_HOME", "relative"), ("HOME", "/h")]).cache(None).expect("set");
        assert!(home.starts_with("/h") && home.ends_with("assay"), "{}", home.display());
        assert!(with(&[]).cache(None).is_err());
    }

    #[test]
    fn the_size_of_the_cache_is_taken_from_its_variable_and_a_size_that_is_none_is_refused() {
        assert_eq!(with(&[]).cache_size().expect("unset"), None);
        let size = with(&[("ASSAY_CACHE_SIZE", "10GB")]).cache_size().expect("a size").expect("set");
        assert_eq!(size.bytes(), 10_000_000_000);
        assert!(with(&[("ASSAY_CACHE_SIZE", "10")]).cache_size().is_err());
    }

    #[test]
    fn compilers_stay_confined_unless_the_option_or_the_variable_says_otherwise() {
        let (asked, not) = (Global { allow_unconfined: true, ..global(When::Auto) }, global(When::Auto));
        assert!(with(&[]).allows_unconfined(&asked));
        assert!(with(&[("ASSAY_ALLOW_UNCONFINED", "1")]).allows_unconfined(&not));
        for other in ["0", "", "yes"] {
            assert!(!with(&[("ASSAY_ALLOW_UNCONFINED", other)]).allows_unconfined(&not), "{other}");
        }
        assert!(!with(&[]).allows_unconfined(&not));
    }

    #[test]
    fn no_color_holds_unless_colours_are_asked_for() {
        assert!(with(&[]).colour(&global(When::Auto), true));
        assert!(!with(&[]).colour(&global(When::Auto), false));
        assert!(!with(&[("NO_COLOR", "1")]).colour(&global(When::Auto), true));
        assert!(with(&[("NO_COLOR", "")]).colour(&global(When::Auto), true), "empty counts as unset");
        assert!(!with(&[("TERM", "dumb")]).colour(&global(When::Auto), true));
        assert!(with(&[("NO_COLOR", "1")]).colour(&global(When::Always), false));
    }

    #[test]
    fn a_width_nobody_can_read_at_is_not_taken() {
        assert_eq!(with(&[]).width(), 80);
        assert_eq!(with(&[("COLUMNS", "100")]).width(), 100);
        assert_eq!(with(&[("COLUMNS", "2")]).width(), 40);
        assert_eq!(with(&[("COLUMNS", "wide")]).width(), 80);
    }
}
