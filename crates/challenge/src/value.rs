//! Values that go into functions and come out of them, and how JSON writes them.

use std::collections::BTreeSet;

use crate::json::{Json, Shape};
use crate::mistake::Mistake;
use crate::{DataType, Interface, Record};

/// A value of a [`DataType`], which is not repeated in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of `bool`.
    Bool(bool),
    /// Of `int`.
    Int(i64),
    /// Of `bigint`: decimal digits without leading zeros, after `-` if it is below zero.
    BigInt(String),
    /// Of `float`.
    Float(f64),
    /// Of `string`.
    String(String),
    /// Of `bytes`.
    Bytes(Vec<u8>),
    /// Of `list`.
    List(Vec<Value>),
    /// Of `map`; in the order it was written.
    Map(Vec<(Value, Value)>),
    /// Of `set`; in the order it was written.
    Set(Vec<Value>),
    /// Of `optional`.
    Optional(Option<Box<Value>>),
    /// Of `tuple`.
    Tuple(Vec<Value>),
    /// Of a record: its fields in the record's order.
    Record(Vec<Value>),
}

impl Value {
    /// Reads a value as a case's JSON holds it.
    ///
    /// A [`serde_json::Value`] keeps no integers beyond 64 bits, so a `bigint` is a string of digits there. A case's
    /// own text may hold any, see [`Call::from_json`](crate::Call::from_json).
    pub fn from_json(json: &serde_json::Value, data_type: &DataType, interface: &Interface) -> Result<Self, Mistake> {
        Self::read(&Json::from(json), data_type, interface)
    }

    pub(crate) fn read(json: &Json, data_type: &DataType, interface: &Interface) -> Result<Self, Mistake> {
        let read = |json: &Json, data_type: &DataType| Self::read(json, data_type, interface);
        let items = |items: &[Json], data_type: &DataType| -> Result<Vec<Self>, Mistake> {
            let item = |(nth, item)| read(item, data_type).map_err(|mistake| mistake.in_item(nth));
            items.iter().enumerate().map(item).collect()
        };
        match (data_type, &json.shape) {
            (DataType::Bool, Shape::Bool(value)) => Ok(Self::Bool(*value)),
            (DataType::Int, Shape::Number(written)) => match written.parse() {
                Ok(value) => Ok(Self::Int(value)),
                Err(_) if is_integer(written) => {
                    Err(wrong(json, format!("is {written}, which has no place in 64 bits"), "use the type bigint"))
                }
                Err(_) => Err(wrong(json, format!("is {written}, not an integer"), "write it without `.` and `e`")),
            },
            (DataType::BigInt, Shape::Number(written) | Shape::Text(written)) if is_integer(written) => {
                Ok(Self::BigInt(without_zeros(written)))
            }
            (DataType::Float, Shape::Number(written)) => match written.parse::<f64>() {
                Ok(value) if value.is_finite() => Ok(Self::Float(value)),
                _ => Err(wrong(
                    json,
                    format!("is {written}, too large for a float"),
                    "write \"Infinity\" if that is meant",
                )),
            },
            (DataType::Float, Shape::Text(written)) => match written.as_str() {
                "NaN" => Ok(Self::Float(f64::NAN)),
                "Infinity" => Ok(Self::Float(f64::INFINITY)),
                "-Infinity" => Ok(Self::Float(f64::NEG_INFINITY)),
                _ => Err(unlike(json, data_type)),
            },
            (DataType::String, Shape::Text(text)) => Ok(Self::String(text.clone())),
            (DataType::Bytes, Shape::Text(written)) => bytes(written).ok_or_else(|| unlike(json, data_type)),
            (DataType::List(item), Shape::List(found)) => Ok(Self::List(items(found, item)?)),
            (DataType::Set(item), Shape::List(found)) => {
                let values = items(found, item)?;
                different(&mut values.iter(), found)?;
                Ok(Self::Set(values))
            }
            (DataType::Map(key, value), Shape::Object(entries)) if **key == DataType::String => {
                let entry = |(key, json): &(String, Json)| {
                    let value = read(json, value).map_err(|mistake| mistake.in_key(key))?;
                    Ok((Self::String(key.clone()), value))
                };
                Ok(Self::Map(entries.iter().map(entry).collect::<Result<_, _>>()?))
            }
            (DataType::Map(key, value), Shape::List(found)) => {
                let entry = |(nth, json)| pair(json, key, value, interface).map_err(|mistake| mistake.in_item(nth));
                let entries: Vec<_> = found.iter().enumerate().map(entry).collect::<Result<_, _>>()?;
                different(&mut entries.iter().map(|(key, _)| key), found)?;
                Ok(Self::Map(entries))
            }
            (DataType::Optional(_), Shape::Null) => Ok(Self::Optional(None)),
            (DataType::Optional(item), _) => Ok(Self::Optional(Some(Box::new(read(json, item)?)))),
            (DataType::Tuple(types), Shape::List(found)) if types.len() == found.len() => {
                let item = |(nth, (json, data_type))| read(json, data_type).map_err(|mistake| mistake.in_item(nth));
                Ok(Self::Tuple(found.iter().zip(types).enumerate().map(item).collect::<Result<_, _>>()?))
            }
            (DataType::Record(name), Shape::Object(entries)) => match interface.record(name) {
                Some(record) => record_of(json, entries, record, interface),
                None => Err(wrong(json, format!("is of {name}, which is no record"), "declare it in [[records]]")),
            },
            _ => Err(unlike(json, data_type)),
        }
    }

    /// Writes a value as a case's JSON holds it. A value of another type is written as far as it is of this one.
    pub fn to_json(&self, data_type: &DataType, interface: &Interface) -> serde_json::Value {
        use serde_json::Value as Out;
        match (self, data_type) {
            (Self::Bool(value), _) => Out::from(*value),
            (Self::Int(value), _) => Out::from(*value),
            (Self::BigInt(digits), _) => digits.parse::<i64>().map_or_else(|_| Out::from(digits.as_str()), Out::from),
            (Self::Float(value), _) if value.is_nan() => Out::from("NaN"),
            (Self::Float(value), _) if value.is_infinite() => {
                Out::from(if *value > 0.0 { "Infinity" } else { "-Infinity" })
            }
            (Self::Float(value), _) => Out::from(*value),
            (Self::String(text), _) => Out::from(text.as_str()),
            (Self::Bytes(bytes), _) => Out::from(hex(bytes)),
            (Self::List(items), DataType::List(item)) | (Self::Set(items), DataType::Set(item)) => {
                items.iter().map(|value| value.to_json(item, interface)).collect()
            }
            (Self::Map(entries), DataType::Map(key, value)) if **key == DataType::String => {
                let entry = |(key, item): &(Self, Self)| match key {
                    Self::String(key) => Some((key.clone(), item.to_json(value, interface))),
                    _ => None,
                };
                Out::Object(entries.iter().filter_map(entry).collect())
            }
            (Self::Map(entries), DataType::Map(key, value)) => entries
                .iter()
                .map(|(first, second)| Out::from(vec![first.to_json(key, interface), second.to_json(value, interface)]))
                .collect(),
            (Self::Optional(Some(value)), DataType::Optional(item)) => value.to_json(item, interface),
            (Self::Tuple(items), DataType::Tuple(types)) => {
                items.iter().zip(types).map(|(value, data_type)| value.to_json(data_type, interface)).collect()
            }
            (Self::Record(values), DataType::Record(name)) => {
                let fields = interface.record(name).map_or(&[][..], |record| &record.fields);
                let field = |(value, field): (&Self, &crate::Parameter)| {
                    (field.name.clone(), value.to_json(&field.data_type, interface))
                };
                Out::Object(values.iter().zip(fields).map(field).collect())
            }
            _ => Out::Null,
        }
    }
}

fn record_of(
    json: &Json,
    entries: &[(String, Json)],
    record: &Record,
    interface: &Interface,
) -> Result<Value, Mistake> {
    let names = || record.fields.iter().map(|field| field.name.as_str());
    if let Some((key, json)) = entries.iter().find(|(key, _)| !names().any(|name| name == key)) {
        let help = match crate::spelling::closest(key, names()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("its fields are {}", names().collect::<Vec<_>>().join(", ")),
        };
        return Err(wrong(json, format!("is no field of {}", record.name), help).in_key(key));
    }
    let field = |field: &crate::Parameter| {
        let found = entries.iter().find(|(key, _)| *key == field.name).map(|(_, json)| json);
        let value = match (found, &field.data_type) {
            (Some(json), data_type) => Value::read(json, data_type, interface),
            (None, DataType::Optional(_)) => Ok(Value::Optional(None)),
            (None, data_type) => Err(wrong(json, "is missing", format!("add it: {}", shape(data_type)))),
        };
        value.map_err(|mistake| mistake.in_key(&field.name))
    };
    Ok(Value::Record(record.fields.iter().map(field).collect::<Result<_, _>>()?))
}

fn pair(json: &Json, key: &DataType, value: &DataType, interface: &Interface) -> Result<(Value, Value), Mistake> {
    match &json.shape {
        Shape::List(items) if items.len() == 2 => Ok((
            Value::read(&items[0], key, interface).map_err(|mistake| mistake.in_item(0))?,
            Value::read(&items[1], value, interface).map_err(|mistake| mistake.in_item(1))?,
        )),
        _ => Err(wrong(json, "is not a key with its value", format!("write `[{key}, {value}]`"))),
    }
}

/// A key of a map or an item of a set, as it is compared with its siblings.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Bool(bool),
    Int(i64),
    Text(&'a str),
}

/// Refuses a key or item that is there twice. Types that may not be keys are refused where they are declared.
fn different(keys: &mut dyn Iterator<Item = &Value>, found: &[Json]) -> Result<(), Mistake> {
    let mut seen = BTreeSet::new();
    for (nth, (key, json)) in keys.zip(found).enumerate() {
        let key = match key {
            Value::Bool(value) => Key::Bool(*value),
            Value::Int(value) => Key::Int(*value),
            Value::String(text) => Key::Text(text),
            _ => continue,
        };
        if !seen.insert(key) {
            return Err(
                wrong(json, "stands there twice", "write each key of a map and each item of a set once").in_item(nth)
            );
        }
    }
    Ok(())
}

fn wrong(json: &Json, message: impl Into<String>, help: impl Into<String>) -> Mistake {
    Mistake::new(json.line, message, help)
}

/// A value of another shape than its type has.
fn unlike(json: &Json, data_type: &DataType) -> Mistake {
    let message = match (&json.shape, data_type) {
        (Shape::Number(written), _) if written.len() <= 40 => format!("is {written}, not of type {data_type}"),
        (Shape::List(items), DataType::Tuple(types)) => {
            format!("has {} items, where {data_type} has {}", items.len(), types.len())
        }
        _ => format!("is {}, not of type {data_type}", json.kind()),
    };
    wrong(json, message, format!("write {}", shape(data_type)))
}

/// What JSON writes a type as.
fn shape(data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "`true` or `false`".to_owned(),
        DataType::Int => "an integer, such as `7`".to_owned(),
        DataType::BigInt => "an integer, or its digits in quotes".to_owned(),
        DataType::Float => "a number, \"NaN\", \"Infinity\" or \"-Infinity\"".to_owned(),
        DataType::String => "a text in quotes".to_owned(),
        DataType::Bytes => "two hexadecimal digits for each byte, in quotes, such as `\"00ff\"`".to_owned(),
        DataType::List(item) | DataType::Set(item) => format!("an array of {item}"),
        DataType::Map(key, _) if **key == DataType::String => "an object".to_owned(),
        DataType::Map(key, value) => format!("an array of pairs `[{key}, {value}]`"),
        DataType::Optional(item) => format!("`null`, or {}", shape(item)),
        DataType::Tuple(types) => format!("an array of {}", types.len()),
        DataType::Record(name) => format!("an object with the fields of {name}"),
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// An integer's digits as [`Value::BigInt`] holds them.
fn without_zeros(integer: &str) -> String {
    let digits = integer.trim_start_matches('-').trim_start_matches('0');
    match (integer.starts_with('-'), digits) {
        (_, "") => "0".to_owned(),
        (true, digits) => format!("-{digits}"),
        (false, digits) => digits.to_owned(),
    }
}

fn bytes(written: &str) -> Option<Value> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let byte = |pair: &[u8]| Some(digit(pair[0])? << 4 | digit(*pair.get(1)?)?);
    written.as_bytes().chunks(2).map(byte).collect::<Option<_>>().map(Value::Bytes)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
