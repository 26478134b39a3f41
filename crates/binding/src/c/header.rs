//! `challenge.h`: the types a solution in C is given, and what it must define.

use assay_challenge::{DataType, Interface, Item};

use super::{TARGET, declare, fields, prototype, type_words};
use crate::compound::{compounds, functions, uses};
use crate::keys::types;
use crate::name::type_name;
use crate::text::Text;

/// The header's text.
pub(super) fn text(interface: &Interface) -> String {
    let mut text = Text::new("    ");
    text.line("/* What a solution of this challenge is given and what it must define. */");
    text.line("#ifndef CHALLENGE_H");
    text.line("#define CHALLENGE_H");
    text.blank();
    text.lines("#include ", &["<stdbool.h>", "<stddef.h>", "<stdint.h>"].map(ToOwned::to_owned));
    text.blank();
    text.line("/* A main function of your own is left out when the solution is graded. */");
    text.line("#if defined(ASSAY) && !defined(ASSAY_CALL)");
    text.line("#define main solution_main");
    text.line("#endif");
    if uses(interface, types(interface), &DataType::Bytes) {
        text.blank();
        text.block("typedef struct {", "} Bytes;", |text| {
            text.line("uint8_t *data;");
            text.line("size_t length;");
        });
    }
    for data_type in &compounds(interface, types(interface)) {
        text.blank();
        define(&mut text, interface, data_type);
    }
    if let Item::Class(class) = &interface.item {
        let name = type_name(TARGET, &class.name);
        text.blank();
        text.line(format!("typedef struct {name} {name};"));
    }
    text.blank();
    for (nth, function) in functions(interface).into_iter().enumerate() {
        text.line(format!("{};", prototype(interface, function, nth)));
    }
    text.blank();
    text.line("#endif");
    text.finish()
}

fn define(text: &mut Text, interface: &Interface, data_type: &DataType) {
    let name = type_words(interface, data_type);
    let (pointer, size) = match data_type {
        DataType::List(item) | DataType::Set(item) => (declare(interface, item, "*items"), true),
        DataType::Map(key, value) => {
            text.block("typedef struct {", &format!("}} {name}Entry;"), |text| {
                text.line(format!("{};", declare(interface, key, "key")));
                text.line(format!("{};", declare(interface, value, "value")));
            });
            text.blank();
            (format!("{name}Entry *entries"), true)
        }
        _ => (String::new(), false),
    };
    text.block("typedef struct {", &format!("}} {name};"), |text| {
        if size {
            text.line(format!("{pointer};"));
            text.line("size_t count;");
        }
        if let DataType::Optional(item) = data_type {
            text.line("bool present;");
            text.line(format!("{};", declare(interface, item, "value")));
        }
        for (field, data_type) in fields(interface, data_type) {
            text.line(format!("{};", declare(interface, data_type, &field)));
        }
    });
}
