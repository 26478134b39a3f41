//! The types that values of functions and classes may have.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::spelling::closest;

/// The type of an argument or a result, the same for every language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum DataType {
    /// True or false.
    Bool,
    /// An integer of 64 bits with a sign.
    Int,
    /// An integer of any size.
    BigInt,
    /// A floating-point number of 64 bits.
    Float,
    /// Text in Unicode.
    String,
    /// Bytes that need not be text.
    Bytes,
    /// Values in order.
    List(Box<DataType>),
    /// Keys with their values, in no order.
    Map(Box<DataType>, Box<DataType>),
    /// Different values, in no order.
    Set(Box<DataType>),
    /// A value, or none. Its own type is not optional.
    Optional(Box<DataType>),
    /// Two values or more, each of its own type.
    Tuple(Vec<DataType>),
    /// A record of this name.
    Record(String),
}

impl fmt::Display for DataType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool => f.write_str("bool"),
            Self::Int => f.write_str("int"),
            Self::BigInt => f.write_str("bigint"),
            Self::Float => f.write_str("float"),
            Self::String => f.write_str("string"),
            Self::Bytes => f.write_str("bytes"),
            Self::List(item) => write!(f, "list<{item}>"),
            Self::Map(key, value) => write!(f, "map<{key}, {value}>"),
            Self::Set(item) => write!(f, "set<{item}>"),
            Self::Optional(item) => write!(f, "optional<{item}>"),
            Self::Tuple(items) => {
                f.write_str("tuple<")?;
                for (nth, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if nth == 0 { "" } else { ", " })?;
                }
                f.write_str(">")
            }
            Self::Record(name) => f.write_str(name),
        }
    }
}

impl TryFrom<String> for DataType {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl std::str::FromStr for DataType {
    type Err = String;
    /// Reads a type as [`Display`](fmt::Display) writes it; blanks do not matter.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut parser = Parser { rest: text.trim(), depth: 0 };
        let data_type = parser.data_type()?;
        match parser.rest {
            "" => Ok(data_type),
            rest => Err(format!("`{text}` is not a type: it goes on with `{rest}` after {data_type}")),
        }
    }
}

/// The names of types that are no records.
const NAMES: [&str; 11] =
    ["bool", "int", "bigint", "float", "string", "bytes", "list", "map", "set", "optional", "tuple"];

/// How deep types may be nested.
const DEPTH: usize = 16;

/// What is still to be read of a type.
struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn data_type(&mut self) -> Result<DataType, String> {
        let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        let simple = match name {
            "bool" => DataType::Bool,
            "int" => DataType::Int,
            "bigint" => DataType::BigInt,
            "float" => DataType::Float,
            "string" => DataType::String,
            "bytes" => DataType::Bytes,
            "list" | "map" | "set" | "optional" | "tuple" => return self.made_of(name),
            name if name.starts_with(|c: char| c.is_ascii_uppercase()) => DataType::Record(name.to_owned()),
            "" => return Err(format!("a type is missing before {}", self.here())),
            name => {
                let known = closest(name, NAMES).map(|known| format!(": did you mean `{known}`?"));
                return Err(format!("`{name}` is not a type{}", known.unwrap_or_default()));
            }
        };
        Ok(simple)
    }

    fn made_of(&mut self, name: &str) -> Result<DataType, String> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(format!("types are nested more than {DEPTH} deep"));
        }
        self.expect('<', name)?;
        let mut items = vec![self.data_type()?];
        while self.rest.starts_with(',') {
            self.expect(',', name)?;
            items.push(self.data_type()?);
        }
        self.expect('>', name)?;
        self.depth -= 1;
        let count = items.len();
        let mut items = items.into_iter().map(Box::new);
        match (name, count, items.next(), items.next()) {
            ("list", 1, Some(item), None) => Ok(DataType::List(item)),
            ("set", 1, Some(item), None) => Ok(DataType::Set(item)),
            ("optional", 1, Some(item), None) if matches!(*item, DataType::Optional(_)) => {
                Err("an optional of an optional cannot be told from an optional".to_owned())
            }
            ("optional", 1, Some(item), None) => Ok(DataType::Optional(item)),
            ("map", 2, Some(key), Some(value)) => Ok(DataType::Map(key, value)),
            ("tuple", 2.., Some(first), Some(second)) => {
                let rest = items.map(|item| *item);
                Ok(DataType::Tuple([*first, *second].into_iter().chain(rest).collect()))
            }
            _ => Err(format!("`{name}` does not take {count} types")),
        }
    }

    fn expect(&mut self, wanted: char, name: &str) -> Result<(), String> {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest.trim_start();
                Ok(())
            }
            None => Err(format!("`{name}` needs `{wanted}` before {}", self.here())),
        }
    }

    fn here(&self) -> String {
        if self.rest.is_empty() { "the end".to_owned() } else { format!("`{}`", self.rest) }
    }
}

impl From<DataType> for String {
    fn from(data_type: DataType) -> Self {
        data_type.to_string()
    }
}

#[cfg(test)]
pub(crate) mod tests;
