//! Which names functions, classes, parameters and fields may have, so that every language can use them.

mod words;

use self::words::{INHERITED, LIBRARY, RESERVED, TYPES, Words};

/// What a name is for; what is forbidden follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Function,
    Method,
    Parameter,
    Field,
    /// A class or record.
    Type,
}

/// The longest name.
const LENGTH: usize = 64;

/// Why a name cannot be used for this, and what to do.
pub(crate) fn check(name: &str, purpose: Purpose) -> Result<(), (String, &'static str)> {
    if purpose == Purpose::Type {
        let fits =
            name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
        if !fits || name.len() > LENGTH {
            return Err((format!("`{name}` is not in `PascalCase`"), "write letters and digits, such as `LruCache`"));
        }
        return found(name, &TYPES, "has a meaning of its own in").map_or(Ok(()), Err);
    }
    if !is_snake_case(name) {
        let help = "write lower-case letters and digits, with `_` between words, such as `two_sum`";
        return Err((format!("`{name}` is not in `snake_case`"), help));
    }
    let library = || {
        let taken = purpose == Purpose::Function && LIBRARY.contains(&name);
        taken.then(|| (format!("`{name}` is a function of C's library"), ANOTHER))
    };
    let inherited = || {
        let applies = matches!(purpose, Purpose::Method | Purpose::Field);
        found(name, &INHERITED, "is a method of every object in").filter(|_| applies)
    };
    found(name, &RESERVED, "is a reserved word in").or_else(library).or_else(inherited).map_or(Ok(()), Err)
}

const ANOTHER: &str = "choose another name, so that every language can use it";

fn found(name: &str, words: &[Words], why: &str) -> Option<(String, &'static str)> {
    let (language, _) = words.iter().find(|(_, words)| words.contains(&name))?;
    Some((format!("`{name}` {why} {language}"), ANOTHER))
}

fn is_snake_case(name: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split('_').all(word) && name.len() <= LENGTH
}

/// What a name has in common with those that some language cannot tell from it: `a_1` and `a1` are both `a1` in one.
pub(crate) fn folded(name: &str) -> String {
    name.chars().filter(|c| *c != '_').map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Purpose, check, folded};

    #[test]
    fn names_that_every_language_can_use_are_allowed() {
        for (name, purpose) in [
            ("two_sum", Purpose::Function),
            ("a", Purpose::Parameter),
            ("word2_vec", Purpose::Field),
            ("get", Purpose::Method),
            ("remove", Purpose::Method),
            ("index", Purpose::Parameter),
            ("hash", Purpose::Parameter),
            ("LruCache", Purpose::Type),
            ("Node2", Purpose::Type),
        ] {
            assert_eq!(check(name, purpose), Ok(()), "{name}");
        }
    }

    #[test]
    fn other_names_are_refused_with_the_reason() {
        for (name, purpose, reason) in [
            ("twoSum", Purpose::Function, "is not in `snake_case`"),
            ("two__sum", Purpose::Function, "is not in `snake_case`"),
            ("_a", Purpose::Parameter, "is not in `snake_case`"),
            ("", Purpose::Parameter, "is not in `snake_case`"),
            ("ünder", Purpose::Field, "is not in `snake_case`"),
            ("lambda", Purpose::Parameter, "is a reserved word in Python"),
            ("restrict", Purpose::Parameter, "is a reserved word in C"),
            ("co_await", Purpose::Field, "is a reserved word in C++"),
            ("let", Purpose::Parameter, "is a reserved word in JavaScript"),
            ("type", Purpose::Parameter, "is a reserved word in TypeScript"),
            ("unless", Purpose::Parameter, "is a reserved word in Ruby"),
            ("fn", Purpose::Function, "is a reserved word in Rust"),
            ("range", Purpose::Parameter, "is a reserved word in Go"),
            ("throws", Purpose::Method, "is a reserved word in Java"),
            ("abs", Purpose::Function, "is a function of C's library"),
            ("notify", Purpose::Method, "is a method of every object in Java"),
            ("lruCache", Purpose::Type, "is not in `PascalCase`"),
            ("Lru_Cache", Purpose::Type, "is not in `PascalCase`"),
            ("Map", Purpose::Type, "has a meaning of its own in JavaScript"),
            ("Solution", Purpose::Type, "has a meaning of its own in Java"),
        ] {
            let (message, help) = check(name, purpose).unwrap_err();
            assert!(message.ends_with(reason) && !help.is_empty(), "{name}: {message}");
        }
        assert!(check(&"a".repeat(65), Purpose::Function).is_err());
    }

    #[test]
    fn names_that_differ_in_underscores_and_case_alone_are_the_same() {
        assert_eq!(folded("a_1"), folded("a1"));
        assert_eq!(folded("LruCache"), folded("lru_cache"));
        assert_ne!(folded("ab"), folded("abc"));
    }
}
