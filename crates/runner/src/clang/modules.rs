//! The standard headers of C++ as modules, which the compiler read once, when the pack was prepared.
//!
//! Reading the headers is nine tenths of compiling a short program. A module shows exactly the names of the headers that
//! were included, and the objects that come out are the same bytes, so nothing a program does or costs changes. Two
//! things would: a macro that a header is to see, since modules were compiled without it, and words for the candidate
//! that speak of modules. So sources with such macros are given the headers as text, and so is every source that does
//! not compile with modules.

use bytes::Bytes;

use super::words;

/// Where the compiler keeps them, from the root.
pub(crate) const FOLDER: &str = "tmp/modules";

/// Which headers are modules, and where they were compiled to.
pub(super) fn arguments() -> Vec<String> {
    let mut arguments = words(
        "-fmodules -fmodule-map-file=/usr/include/c++/v1/module.modulemap -fmodule-map-file=/usr/include/module.modulemap",
    );
    arguments.push(format!("-fmodules-cache-path=/{FOLDER}"));
    arguments
}

/// Whether no header of the library could be meant to see a macro of these files.
///
/// Names in capitals without an underscore before them are the program's own by the language's rules, but for those that
/// headers which are no modules look at; and no header has a `main`. Any other may not be defined before a header is
/// included. Where one file includes another, what comes before is not looked into.
pub(super) fn serve(files: &[(String, Bytes)]) -> bool {
    files.iter().all(|(_, content)| {
        let text = String::from_utf8_lossy(content);
        let lines: Vec<Line> = text.lines().map(Line::of).collect();
        let last = if files.len() > 1 { lines.len() } else { end_of_headers(&lines) };
        !lines.contains(&Line::Unclear) && !lines[..last].contains(&Line::Defines)
    })
}

fn end_of_headers(lines: &[Line]) -> usize {
    lines.iter().rposition(|line| *line == Line::Includes).map_or(0, |last| last + 1)
}

/// What a line is to the headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// Of no importance.
    Plain,
    /// Includes a header of the library, or anything else.
    Includes,
    /// Defines a name that headers may use too, or takes it away.
    Defines,
    /// A directive that is not written the usual way, or a module of the program's own.
    Unclear,
}

impl Line {
    fn of(line: &str) -> Self {
        let line = line.trim();
        let Some(directive) = line.strip_prefix('#') else {
            let first = line.split(|c: char| !c.is_alphanumeric()).next();
            let hidden = line.contains("*/") && line.contains('#') || line.starts_with("%:");
            let unclear = hidden || matches!(first, Some("import" | "module" | "export"));
            return if unclear { Self::Unclear } else { Self::Plain };
        };
        let directive = directive.trim_start();
        let end = directive.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(directive.len());
        let (word, rest) = directive.split_at(end);
        match word {
            "include" => Self::Includes,
            "define" | "undef" if own(rest) => Self::Plain,
            "define" | "undef" => Self::Defines,
            _ if line.ends_with('\\') || rest.contains("/*") => Self::Unclear,
            "include_next" | "import" | "embed" => Self::Unclear,
            "pragma" if rest.contains("macro") || rest.contains("module") => Self::Unclear,
            _ => Self::Plain,
        }
    }
}

/// Whether what follows `#define` begins with a name that only the program uses.
fn own(rest: &str) -> bool {
    let rest = rest.trim_start();
    let name = rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
    let capitals = name.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'));
    capitals && name.starts_with(|c: char| c.is_ascii_uppercase()) || name == "main"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(files: &[&str]) -> bool {
        let file = |text: &&str| ("x.cpp".to_owned(), Bytes::copy_from_slice(text.as_bytes()));
        serve(&files.iter().map(file).collect::<Vec<_>>())
    }

    #[test]
    fn sources_whose_macros_no_header_can_see_are_given_modules() {
        for source in [
            "#include <iostream>\nint main() {}\n",
            "#include <vector>\n#define pb push_back\n#define int long long\nsigned main() {}\n",
            "#define MOD 1000000007\n#define N_MAX 5\n  #  include <vector>\n",
            "#define NDEBUG\n#include <cassert>\n",
            "#define main other_main\n#include <vector>\n",
            "#pragma GCC optimize(\"O3\")\n#include <vector>\nchar c = '#';\n",
            "",
        ] {
            assert!(served(&[source]), "{source}");
        }
    }

    #[test]
    fn sources_whose_macros_a_header_could_see_are_given_text() {
        for source in [
            "#define int long long\n#include <vector>\n",
            "#include <map>\n#define private public\n#include <queue>\n",
            "# define _LIBCPP_HARDENING_MODE 4\n#include <vector>\n",
            "#undef __cplusplus\n#include <vector>\n",
            "/* */ #define max(a, b) a\n#include <algorithm>\n",
            "%:define int long\n#include <vector>\n",
            "#\\\ndefine int long\n#include <vector>\n",
            "#/**/define int long\n#include <vector>\n",
            "#pragma push_macro(\"int\")\n#include <vector>\n",
            "import std;\nint main() {}\n",
            "export module m;\n",
        ] {
            assert!(!served(&[source]), "{source}");
        }
    }

    #[test]
    fn a_macro_anywhere_in_several_files_comes_before_a_header_of_another() {
        assert!(!served(&["#include \"a.h\"\n#include <vector>\n", "#include <map>\n#define int long long\n"]));
        assert!(served(&[
            "#include \"a.h\"\n#include <vector>\n",
            "#ifndef A_H\n#define A_H\n#include <map>\n#endif\n"
        ]));
    }
}
