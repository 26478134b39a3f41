//! Names of functions as their language writes them, from those a linker knows.

use std::fmt::{Error, Write};

/// The longest name that is made readable, and the longest that may come of it: short names can stand for endless ones.
const NAME_BYTES: usize = 4096;

/// The most characters of a name that are kept.
const NAME_CHARS: usize = 200;

/// A linker's name as C++ or Rust writes it, or as it is if it is no such name.
pub(crate) fn readable(name: &str) -> String {
    let readable = if name.len() > NAME_BYTES { None } else { rust(name).or_else(|| cpp(name)) };
    let mut chars = readable.as_deref().unwrap_or(name).chars();
    let mut kept: String = chars.by_ref().take(NAME_CHARS).collect();
    if chars.next().is_some() {
        kept.push('…');
    }
    kept
}

/// A text that refuses to grow beyond [`NAME_BYTES`].
#[derive(Default)]
struct Bounded(String);

impl Write for Bounded {
    fn write_str(&mut self, text: &str) -> Result<(), Error> {
        if self.0.len() + text.len() > NAME_BYTES {
            return Err(Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

fn rust(name: &str) -> Option<String> {
    let symbol = rustc_demangle::try_demangle(name).ok()?;
    let mut out = Bounded::default();
    write!(out, "{symbol:#}").ok().map(|()| out.0)
}

/// Without parameters, which say little and take long.
fn cpp(name: &str) -> Option<String> {
    if !name.starts_with("_Z") {
        return None;
    }
    let symbol = cpp_demangle::Symbol::new(name.as_bytes()).ok()?;
    let mut out = Bounded::default();
    let options = cpp_demangle::DemangleOptions::new().no_params().no_return_type();
    symbol.structured_demangle(&mut out, &options).ok().map(|()| out.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_their_language_writes_them() {
        for (linked, written) in [
            ("main", "main"),
            ("main.solve", "main.solve"),
            ("_ZN5Graph4walkEi", "Graph::walk"),
            ("_ZN4main5solve17h0123456789abcdefE", "main::solve"),
            ("_Znonsense", "_Znonsense"),
        ] {
            assert_eq!(readable(linked), written);
        }
    }

    #[test]
    fn a_name_of_a_megabyte_is_cut() {
        assert_eq!(readable(&"x".repeat(1 << 20)).chars().count(), NAME_CHARS + 1);
        let nested = format!("_Z{}", "N1a".repeat(1000));
        assert!(readable(&nested).chars().count() <= NAME_CHARS + 1);
    }
}
