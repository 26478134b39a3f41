//! Names and titles of a challenge, from those of an exercise.

use crate::name::{self, Purpose};

/// The most characters of a name in a path.
const PATH: usize = 48;

/// `inputBase` as the name of a parameter.
pub(super) fn parameter(key: &str) -> String {
    usable(snake(key), Purpose::Parameter, "_value")
}

/// `minItems` as the name of a record's field.
pub(super) fn field(key: &str) -> String {
    usable(snake(key), Purpose::Field, "_value")
}

/// A property as the name of a function, with the exercise's if the property alone cannot be one.
pub(super) fn function(property: &str, slug: &str) -> String {
    usable(snake(property), Purpose::Function, &format!("_{}", snake(slug)))
}

/// `clock1` or `items` as the name of what it holds: `Clock`, `Items`.
pub(super) fn type_name(key: &str) -> String {
    let words = snake(key.trim_end_matches(|c: char| c.is_ascii_digit()));
    let name: String = words.split('_').map(capital).collect();
    if name.is_empty() { "Item".to_owned() } else { usable(name, Purpose::Type, "Value") }
}

/// `Items` as the name of one of them.
pub(super) fn singular(name: &str) -> String {
    let one = match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(name).to_owned(),
    };
    if one == name { format!("{name}Item") } else { usable(one, Purpose::Type, "Value") }
}

/// `two-fer` as a title.
pub(super) fn title(slug: &str) -> String {
    let words = slug.replace(['-', '_'], " ");
    if words.trim().is_empty() { "Exercise".to_owned() } else { capital(words.trim()) }
}

/// Any words as a part of a path: lower-case letters, digits and dashes.
pub(super) fn dashed(words: &str, otherwise: &str) -> String {
    let plain = words.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    let mut name = String::new();
    for part in plain.collect::<String>().split('-').filter(|part| !part.is_empty()) {
        let more = part.len() + usize::from(!name.is_empty());
        if name.len() + more > PATH {
            break;
        }
        name += if name.is_empty() { "" } else { "-" };
        name += part;
    }
    if name.is_empty() { otherwise.to_owned() } else { name }
}

/// `inputBase`, `input-base` or `Input base` as `input_base`.
pub(super) fn snake(key: &str) -> String {
    let mut snake = String::new();
    let mut before = '_';
    for letter in key.chars() {
        let word_begins = letter.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit());
        if (word_begins || !letter.is_ascii_alphanumeric()) && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        if letter.is_ascii_alphanumeric() {
            snake.push(letter.to_ascii_lowercase());
        }
        before = letter;
    }
    let snake = snake.trim_matches('_');
    let snake = snake.get(..PATH).unwrap_or(snake).trim_matches('_');
    match snake.chars().next() {
        None => "value".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{snake}"),
        Some(_) => snake.to_owned(),
    }
}

/// The name, or the name with the suffix if some language keeps it for itself.
fn usable(name: String, purpose: Purpose, suffix: &str) -> String {
    if name::check(&name, purpose).is_ok() { name } else { name + suffix }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
