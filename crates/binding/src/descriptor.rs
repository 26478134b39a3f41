//! What a harness must know of an interface, as nested arrays that are the same literal in Python, JavaScript and Ruby.
//!
//! A harness in these languages is one fixed file, which is read and tested as it stands; only this literal differs.

use std::fmt::Write as _;

use assay_challenge::{DataType, Function, Interface, Item};

use crate::Target;
use crate::name::{Role, name, type_name};

/// The line of a fixed harness that is replaced by the descriptor.
const PLACE: &str = "[\"interface\"]";

/// The text of a fixed harness, told what to call in the file `submission`.
///
/// The descriptor is `[file, records, item]`: records are `[name, [[field, type]…]]`, and the item is
/// `["function", function]` or `["class", name, constructor, methods]`, with functions as
/// `[name, signature, parameters, result]`. Types are arrays too, such as `["list", ["int"]]`; no result is
/// `["nothing"]`.
pub(crate) fn fill(
    target: Target,
    interface: &Interface,
    submission: &str,
    harness: &str,
    signature: impl Fn(&Function) -> String,
) -> String {
    let function = |role: Role, function: &Function| {
        let parameters: Vec<String> =
            function.parameters.iter().map(|parameter| shape(target, &parameter.data_type)).collect();
        let result = function.result.as_ref().map_or_else(|| array(&[text("nothing")]), |result| shape(target, result));
        array(&[text(&name(target, role, &function.name)), text(&signature(function)), array(&parameters), result])
    };
    let item = match &interface.item {
        Item::Function(item) => array(&[text("function"), function(Role::Function, item)]),
        Item::Class(class) => {
            let methods: Vec<String> = class.methods.iter().map(|method| function(Role::Method, method)).collect();
            let constructor = function(Role::Method, &class.constructor);
            array(&[text("class"), text(&type_name(target, &class.name)), constructor, array(&methods)])
        }
    };
    let records = interface.records.iter().map(|record| {
        let fields = record
            .fields
            .iter()
            .map(|field| array(&[text(&name(target, Role::Field, &field.name)), shape(target, &field.data_type)]));
        array(&[text(&type_name(target, &record.name)), array(&fields.collect::<Vec<_>>())])
    });
    let descriptor = array(&[text(submission), array(&records.collect::<Vec<_>>()), item]);
    harness.replacen(PLACE, &descriptor, 1)
}

fn shape(target: Target, data_type: &DataType) -> String {
    let shape = |data_type| shape(target, data_type);
    match data_type {
        DataType::List(item) => array(&[text("list"), shape(item)]),
        DataType::Map(key, value) => array(&[text("map"), shape(key), shape(value)]),
        DataType::Set(item) => array(&[text("set"), shape(item)]),
        DataType::Optional(item) => array(&[text("optional"), shape(item)]),
        DataType::Tuple(items) => {
            array(&std::iter::once(text("tuple")).chain(items.iter().map(shape)).collect::<Vec<_>>())
        }
        DataType::Record(name) => array(&[text("record"), text(&type_name(target, name))]),
        simple => array(&[text(&simple.to_string())]),
    }
}

fn array(items: &[String]) -> String {
    format!("[{}]", items.join(", "))
}

/// A string literal. What may mean something in one of the languages is escaped.
fn text(text: &str) -> String {
    let mut literal = String::from("\"");
    for letter in text.chars() {
        if matches!(letter, '"' | '\\' | '#' | '$' | '\u{2028}' | '\u{2029}') || letter.is_control() {
            // Nothing that is escaped lies beyond four digits. Writing to a string does not fail.
            let _ = write!(literal, "\\u{:04x}", u32::from(letter));
        } else {
            literal.push(letter);
        }
    }
    literal + "\""
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_file_name_cannot_end_its_literal() {
        assert_eq!(text("a\"b\\c#{d}\n.py"), r#""a\u0022b\u005cc\u0023{d}\u000a.py""#);
        assert_eq!(text("lösung.py"), "\"lösung.py\"");
    }
}
