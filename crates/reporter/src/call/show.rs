//! Values as text for people, the same for every language, bounded.

use std::fmt::Write as _;

use assay_challenge::{DataType, Function, Interface, Value};

use crate::quote::visible;

/// `(1, "a")`: arguments as they are written in a call.
pub(super) fn arguments(values: &[Value], function: &Function, interface: &Interface) -> String {
    let mut text = Text { out: "(".to_owned(), left: super::trace::TEXT, interface };
    for (nth, (argument, parameter)) in values.iter().zip(&function.parameters).enumerate() {
        text.separate(nth);
        text.value(argument, &parameter.data_type);
    }
    text.out.push(')');
    text.out
}

/// A value in at most about `most` characters.
pub(super) fn value(value: &Value, data_type: &DataType, interface: &Interface, most: usize) -> String {
    let mut text = Text { out: String::new(), left: most, interface };
    text.value(value, data_type);
    text.out
}

/// A text that grows until there is no room left.
struct Text<'a> {
    out: String,
    left: usize,
    interface: &'a Interface,
}

impl Text<'_> {
    fn value(&mut self, value: &Value, data_type: &DataType) {
        match (value, data_type) {
            (Value::Bool(value), _) => self.push(&value.to_string()),
            (Value::Int(value), _) => self.push(&value.to_string()),
            (Value::BigInt(digits), _) => self.push(digits),
            (Value::Float(value), _) => self.push(&format!("{value:?}")),
            (Value::String(text), _) => {
                let shown = visible(text.as_bytes(), self.left);
                self.push(&format!("\"{shown}\""));
            }
            (Value::Bytes(bytes), _) => {
                let most = self.left / 2;
                let mut hex = String::from("0x");
                for byte in bytes.iter().take(most) {
                    let _ = write!(hex, "{byte:02x}");
                }
                self.push(&hex);
                if bytes.len() > most {
                    self.push("…");
                }
            }
            (Value::Optional(None), _) => self.push("none"),
            (Value::Optional(Some(inner)), DataType::Optional(of)) => self.value(inner, of),
            (Value::List(items), DataType::List(of)) => {
                self.items("[", items.iter().map(|item| (None, item, &**of)), "]");
            }
            (Value::Set(items), DataType::Set(of)) => {
                self.items("{", items.iter().map(|item| (None, item, &**of)), "}");
            }
            (Value::Tuple(items), DataType::Tuple(types)) => {
                self.items("(", items.iter().zip(types).map(|(item, of)| (None, item, of)), ")");
            }
            (Value::Record(fields), DataType::Record(name)) => {
                let interface = self.interface;
                let declared = interface.record(name).map_or(&[][..], |record| &record.fields);
                let named =
                    fields.iter().zip(declared).map(|(item, field)| (Some(&*field.name), item, &field.data_type));
                self.items(&format!("{name} {{"), named, "}");
            }
            (Value::Map(entries), DataType::Map(key, of)) => {
                self.push("{");
                for (nth, (entry_key, entry)) in entries.iter().enumerate() {
                    if self.is_full() {
                        break;
                    }
                    self.separate(nth);
                    self.value(entry_key, key);
                    self.push(": ");
                    self.value(entry, of);
                }
                self.push("}");
            }
            _ => self.push("?"),
        }
    }

    fn items<'v>(
        &mut self,
        open: &str,
        items: impl Iterator<Item = (Option<&'v str>, &'v Value, &'v DataType)>,
        close: &str,
    ) {
        self.push(open);
        for (nth, (name, item, of)) in items.enumerate() {
            if self.is_full() {
                break;
            }
            self.separate(nth);
            if let Some(name) = name {
                self.push(&format!("{name}: "));
            }
            self.value(item, of);
        }
        self.push(close);
    }

    fn separate(&mut self, nth: usize) {
        if nth > 0 {
            self.push(", ");
        }
    }

    fn is_full(&mut self) -> bool {
        if self.left > 0 {
            return false;
        }
        if !self.out.ends_with('…') {
            self.out.push('…');
        }
        true
    }

    fn push(&mut self, text: &str) {
        self.left = self.left.saturating_sub(text.chars().count());
        self.out.push_str(text);
    }
}
