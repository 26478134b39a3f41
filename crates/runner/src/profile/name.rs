//! Names of functions as their language writes them, from those a linker knows.

use std::fmt::{Error, Write};

/// The longest name that is made readable, and the longest that may come of it: short names can stand for endless ones.
const NAME_BYTES: usize = 4096;

/// The most characters of a name that are kept.
const NAME_CHARS: usize = 200;

/// A linker's name as its language writes it, or as it is where it is no such name.
pub(crate) fn readable(name: &str) -> String {
    let readable = if name.len() > NAME_BYTES { None } else { written(name) };
    let mut chars = readable.as_deref().unwrap_or(name).chars();
    let mut kept: String = chars.by_ref().take(NAME_CHARS).collect();
    if chars.next().is_some() {
        kept.push('…');
    }
    kept
}

fn written(name: &str) -> Option<String> {
    match name {
        "__original_main" | "__main_argc_argv" => Some("main".to_owned()),
        _ => rust(name).or_else(|| java(name)).or_else(|| go(name)).or_else(|| cpp(name)),
    }
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
    // The linker takes older names of Rust for C++ and writes them half: they end in a hash.
    let half =
        name.rsplit_once("::h").filter(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()));
    let parts = || name.split("::").flat_map(|part| [part.len().to_string(), part.to_owned()]).collect::<String>();
    let whole = half.map(|_| format!("_ZN{}E", parts()));
    let symbol = rustc_demangle::try_demangle(whole.as_deref().unwrap_or(name)).ok()?;
    let mut out = Bounded::default();
    write!(out, "{symbol:#}").ok().map(|()| out.0)
}

/// `meth_ju_ArrayList_add` as TeaVM writes `java.util.ArrayList.add`: a package by its initials, then class and method.
fn java(name: &str) -> Option<String> {
    let name = name.strip_prefix("meth_")?;
    let capital = |text: &str| text.starts_with(|letter: char| letter.is_ascii_uppercase());
    let short = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let name = name.split_once('_').filter(|(package, rest)| short(package) && capital(rest)).map_or(name, |(_, r)| r);
    let (class, method) = name.split_once('_')?;
    let method = method.replace("_clinit_", "<clinit>").replace("_init_", "<init>");
    Some(format!("{class}.{method}"))
}

/// Go's linker writes an underscore for every sign: here are pointer receivers, and shapes of types are left out.
fn go(name: &str) -> Option<String> {
    if let Some((before, shapes)) = name.split_once("_go.shape.") {
        let after = shapes.rsplit_once('_').map_or("", |(_, after)| after);
        return Some(format!("{before}[…]{after}"));
    }
    let (package, rest) = name.split_once(".__")?;
    let (receiver, method) = rest.split_once("_.")?;
    Some(format!("{package}.(*{receiver}).{method}"))
}

/// Without parameters and what a function returns, which say little and take long.
fn cpp(name: &str) -> Option<String> {
    let mut out = Bounded::default();
    if name.starts_with("_Z") {
        let symbol = cpp_demangle::Symbol::new(name.as_bytes()).ok()?;
        let options = cpp_demangle::DemangleOptions::new().no_params().no_return_type();
        symbol.structured_demangle(&mut out, &options).ok()?;
    } else if name.contains('(') {
        out.0.push_str(name);
    } else {
        return None;
    }
    Some(plain_cpp(&out.0)).filter(|name| !name.is_empty())
}

/// The longest arguments of a template that are shown.
const ARGUMENTS: usize = 32;

fn plain_cpp(name: &str) -> String {
    let name = name
        .replace("std::__2::", "std::")
        .replace("std::basic_string<char, std::char_traits<char>, std::allocator<char>>", "std::string")
        .replace("std::basic_string_view<char, std::char_traits<char>>", "std::string_view");
    let (mut out, mut rest) = (String::new(), name.as_str());
    while let Some(sign) = rest.chars().next() {
        let mut taken = sign.len_utf8();
        if let Some(after) = rest.strip_prefix("operator") {
            // Signs that name an operator are no brackets.
            let signs = after.bytes().take_while(|byte| b"<>=-+*/%&|^~!,".contains(byte)).count();
            taken = "operator".len() + if after.starts_with("()") { 2 } else { signs };
            out.push_str(&rest[..taken]);
        } else if rest.starts_with("(anonymous namespace)") {
            taken = "(anonymous namespace)".len();
            out.push_str(&rest[..taken]);
        } else if sign == '(' || rest.starts_with("[abi:") {
            taken = closed(rest);
        } else if sign == '<' {
            taken = closed(rest);
            out.push_str(if taken > ARGUMENTS { "<…>" } else { &rest[..taken] });
        } else if rest.starts_with(" const") && (rest.len() == 6 || rest[6..].starts_with([':', ' '])) {
            taken = " const".len();
        } else if sign == ' ' && !out.ends_with("operator") {
            out.clear();
        } else {
            out.push(sign);
        }
        rest = &rest[taken..];
    }
    out
}

/// The bytes of a pair of brackets and what is in it.
fn closed(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '<' | '[' => depth += 1,
            '>' if text[..at].ends_with('-') => {}
            ')' | '>' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + sign.len_utf8();
        }
    }
    text.len()
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
            ("__original_main", "main"),
            (
                "unsigned int const* std::__2::lower_bound[abi:nqn220100]<unsigned int const*>(unsigned int const*)",
                "std::lower_bound<unsigned int const*>",
            ),
            ("Graph::walk(std::__2::vector<int, std::__2::allocator<int>> const&) const", "Graph::walk"),
            ("void std::__2::sort<std::__2::vector<int, std::__2::allocator<int>>, less>(int)", "std::sort<…>"),
            ("bool operator<(P const&, P const&)", "operator<"),
            ("solve(int)::$_0::operator()(int, int) const", "solve::$_0::operator()"),
            ("operator delete(void*)", "operator delete"),
            ("(anonymous namespace)::hidden(char)", "(anonymous namespace)::hidden"),
            ("submission::main::h537f4a82cae69b8d", "submission::main"),
            (
                "_$LT$core..hash..sip..Hasher$LT$S$GT$$u20$as$u20$core..hash..Hasher$GT$::write::ha48362e67a7e6b17",
                "<core::hash::sip::Hasher<S> as core::hash::Hasher>::write",
            ),
            ("meth_ju_ArrayList_add_0", "ArrayList.add_0"),
            ("meth_Solution_suggest", "Solution.suggest"),
            ("meth_jl_StringBuilder__init_", "StringBuilder.<init>"),
            ("main.__Graph_.Walk", "main.(*Graph).Walk"),
            ("slices.Sorted_go.shape.string_.func1", "slices.Sorted[…].func1"),
            ("std::(((<<<", "std::"),
            ("é(ü<", "é"),
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
