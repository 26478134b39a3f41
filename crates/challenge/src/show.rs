//! Values as people read them in statements and reports, whatever the language: bounded, however large they are.

use std::fmt::Write;

use crate::{DataType, Interface, Value};

impl Value {
    /// The value as people read it, such as `{"a": [1, 2]}`: of at most `limit` characters, and `…` if it was cut.
    ///
    /// Lists are in `[…]`, tuples in `(…)`, sets and maps in `{…}`; bytes are hexadecimal after `0x`.
    pub fn show(&self, data_type: &DataType, interface: &Interface, limit: usize) -> String {
        let mut text = Bounded { text: String::new(), left: limit };
        if write(&mut text, self, data_type, interface).is_err() {
            text.text.push('…');
        }
        text.text
    }
}

/// A text that takes no more characters than are left.
struct Bounded {
    text: String,
    left: usize,
}

impl Write for Bounded {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for character in text.chars() {
            self.left = self.left.checked_sub(1).ok_or(std::fmt::Error)?;
            self.text.push(character);
        }
        Ok(())
    }
}

fn write(out: &mut Bounded, value: &Value, data_type: &DataType, interface: &Interface) -> std::fmt::Result {
    match (value, data_type) {
        (Value::Bool(value), _) => write!(out, "{value}"),
        (Value::Int(value), _) => write!(out, "{value}"),
        (Value::BigInt(digits), _) => out.write_str(digits),
        (Value::Float(value), _) if value.is_infinite() => {
            out.write_str(if *value > 0.0 { "Infinity" } else { "-Infinity" })
        }
        (Value::Float(value), _) => write!(out, "{value:?}"),
        (Value::String(text), _) => quoted(out, text),
        (Value::Bytes(bytes), _) => {
            out.write_str("0x")?;
            bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
        }
        (Value::List(items), DataType::List(item)) => {
            listed(out, ["[", "]"], items, |out, value| write(out, value, item, interface))
        }
        (Value::Set(items), DataType::Set(item)) => {
            listed(out, ["{", "}"], items, |out, value| write(out, value, item, interface))
        }
        (Value::Map(entries), DataType::Map(key, value)) => listed(out, ["{", "}"], entries, |out, entry| {
            write(out, &entry.0, key, interface)?;
            out.write_str(": ")?;
            write(out, &entry.1, value, interface)
        }),
        (Value::Optional(Some(value)), DataType::Optional(item)) => write(out, value, item, interface),
        (Value::Tuple(items), DataType::Tuple(types)) => {
            let typed: Vec<_> = items.iter().zip(types).collect();
            listed(out, ["(", ")"], &typed, |out, (value, data_type)| write(out, value, data_type, interface))
        }
        (Value::Record(values), DataType::Record(name)) => {
            let fields = interface.record(name).map_or(&[][..], |record| &record.fields);
            let typed: Vec<_> = values.iter().zip(fields).collect();
            write!(out, "{name} ")?;
            listed(out, ["{", "}"], &typed, |out, (value, field)| {
                write!(out, "{}: ", field.name)?;
                write(out, value, &field.data_type, interface)
            })
        }
        _ => out.write_str("null"),
    }
}

fn listed<Item>(
    out: &mut Bounded,
    [open, close]: [&str; 2],
    items: &[Item],
    mut one: impl FnMut(&mut Bounded, &Item) -> std::fmt::Result,
) -> std::fmt::Result {
    out.write_str(open)?;
    for (nth, item) in items.iter().enumerate() {
        out.write_str(if nth == 0 { "" } else { ", " })?;
        one(out, item)?;
    }
    out.write_str(close)
}

/// A text as JSON quotes it; other control characters too, so that a terminal never obeys it.
fn quoted(out: &mut Bounded, text: &str) -> std::fmt::Result {
    out.write_str("\"")?;
    for character in text.chars() {
        match character {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            other if other.is_control() => write!(out, "\\u{:04x}", u32::from(other))?,
            other => out.write_char(other)?,
        }
    }
    out.write_str("\"")
}
