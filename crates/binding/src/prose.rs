//! What a function takes and gives, in words for people, for the comments of stubs.

use assay_challenge::{DataType, Function};

use crate::text::wrap;
use crate::{Target, name};

/// How wide comments are.
const WIDTH: usize = 88;

/// A type in words, such as `list of integers`.
pub(crate) fn words(data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "boolean".to_owned(),
        DataType::Int => "integer".to_owned(),
        DataType::BigInt => "integer of any size".to_owned(),
        DataType::Float => "floating-point number".to_owned(),
        DataType::String => "string".to_owned(),
        DataType::Bytes => "bytes".to_owned(),
        DataType::List(item) => format!("list of {}", plural(item)),
        DataType::Map(key, value) => format!("map from {} to {}", plural(key), plural(value)),
        DataType::Set(item) => format!("set of {}", plural(item)),
        DataType::Optional(item) => format!("{}, or nothing", words(item)),
        DataType::Tuple(items) => {
            let kind = match items.len() {
                2 => "pair",
                3 => "triple",
                _ => "tuple",
            };
            format!("{kind} ({})", items.iter().map(words).collect::<Vec<_>>().join(", "))
        }
        DataType::Record(name) => name.clone(),
    }
}

fn plural(data_type: &DataType) -> String {
    match data_type {
        DataType::BigInt => "integers of any size".to_owned(),
        DataType::Bytes => "byte strings".to_owned(),
        DataType::Record(name) => format!("{name} records"),
        DataType::Optional(item) => format!("{} or nothing", plural(item)),
        data_type => {
            let singular = words(data_type);
            match singular.split_once(' ') {
                Some((first, rest)) if !matches!(data_type, DataType::Float) => format!("{first}s {rest}"),
                _ => singular + "s",
            }
        }
    }
}

/// The lines of a function's comment: what it does, what it takes, what it gives. `fails` says how a call fails in the
/// language.
pub(crate) fn describe(target: Target, function: &Function, fails: &str) -> Vec<String> {
    let mut lines = wrap(&function.about, WIDTH);
    let mut facts = Vec::new();
    for parameter in &function.parameters {
        let name = name::name(target, name::Role::Parameter, &parameter.name);
        facts.push(format!("{name}: {}", words(&parameter.data_type)));
    }
    if let Some(result) = &function.result {
        facts.push(format!("Result: {}", words(result)));
    }
    if function.fallible {
        facts.push(fails.to_owned());
    }
    if !lines.is_empty() && !facts.is_empty() {
        lines.push(String::new());
    }
    lines.extend(facts);
    lines
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn types_are_described_in_words() {
        for (data_type, in_words) in [
            ("int", "integer"),
            ("list<list<float>>", "list of lists of floating-point numbers"),
            ("map<string, list<bigint>>", "map from strings to lists of integers of any size"),
            ("optional<Point>", "Point, or nothing"),
            ("list<optional<int>>", "list of integers or nothing"),
            ("set<tuple<int, bytes>>", "set of pairs (integer, bytes)"),
            ("tuple<int, int, int, bool>", "tuple (integer, integer, integer, boolean)"),
        ] {
            assert_eq!(data_type.parse().map(|data_type| words(&data_type)), Ok(in_words.to_owned()), "{data_type}");
        }
    }
}
