//! The program that calls a solution in C: readers and writers for the types that are used, and the calls.

use assay_challenge::{DataType, Function, Interface, Item};

use super::{TARGET, declare, fields, function_name, type_words};
use crate::compound::{compounds, functions, given, taken, uses};
use crate::name::type_name;
use crate::text::Text;

/// The program's text.
pub(super) fn text(interface: &Interface) -> String {
    let functions = functions(interface);
    let mut text = Text::new("    ");
    text.line("/* Calls a solution as /assay/call says; made for this challenge's types. */");
    text.line("#define ASSAY_CALL");
    text.line("#include \"challenge.h\"");
    text.line("#include \"assay_call.h\"");
    let read = compounds(interface, taken(&functions));
    if uses(interface, taken(&functions), &DataType::Bytes) {
        text.blank();
        text.block("static Bytes assay_read_bytes(void) {", "}", |text| {
            text.line("size_t length = assay_read_count();");
            text.line("return (Bytes){(uint8_t *)assay_read_block(length), length};");
        });
    }
    for data_type in &read {
        text.blank();
        reader(&mut text, interface, data_type);
    }
    for data_type in &compounds(interface, given(&functions)) {
        text.blank();
        writer(&mut text, interface, data_type);
    }
    text.blank();
    text.block("int main(void) {", "}", |text| {
        text.line("assay_open();");
        match &interface.item {
            Item::Function(function) => step(text, interface, function, 0),
            Item::Class(class) => {
                let name = type_name(TARGET, &class.name);
                construct(text, interface, &class.constructor, &name);
                text.block("for (size_t steps = assay_read_count(); steps > 0; steps--) {", "}", |text| {
                    text.block("switch (assay_read_step()) {", "}", |text| {
                        for (nth, method) in class.methods.iter().enumerate() {
                            text.block(format!("case {nth}: {{"), "}", |text| {
                                step(text, interface, method, nth + 1);
                                text.line("break;");
                            });
                        }
                        text.line("default:");
                        text.line("    break;");
                    });
                });
            }
        }
        text.line("return 0;");
    });
    text.finish()
}

/// Reads the arguments, and gives what stands between the parentheses of the call.
fn arguments(text: &mut Text, interface: &Interface, function: &Function, first: Option<&str>) -> String {
    let mut names: Vec<String> = first.map(ToOwned::to_owned).into_iter().collect();
    for (nth, parameter) in function.parameters.iter().enumerate() {
        let name = format!("argument{nth}");
        let variable = declare(interface, &parameter.data_type, &name);
        text.line(format!("{variable} = {};", read(interface, &parameter.data_type)));
        names.push(name);
    }
    if function.fallible {
        text.line("const char *error = NULL;");
        names.push("&error".to_owned());
    }
    names.join(", ")
}

fn construct(text: &mut Text, interface: &Interface, constructor: &Function, class: &str) {
    let arguments = arguments(text, interface, constructor, None);
    text.line(format!("{class} *self = {}({arguments});", function_name(interface, constructor, 0)));
    if constructor.fallible {
        text.block("if (error != NULL) {", "}", |text| {
            text.line("assay_fail(error, false);");
            text.line("return 0;");
        });
    }
    text.block("if (self == NULL) {", "}", |text| {
        text.line("assay_fail(\"the constructor returned NULL\", true);");
        text.line("return 0;");
    });
    text.line("assay_begin();");
    text.line("assay_end();");
}

/// One call of a function or method, and its record.
fn step(text: &mut Text, interface: &Interface, function: &Function, nth: usize) {
    let arguments = arguments(text, interface, function, (nth > 0).then_some("self"));
    let call = format!("{}({arguments});", function_name(interface, function, nth));
    match &function.result {
        Some(result) => text.line(format!("{} = {call}", declare(interface, result, "result"))),
        None => text.line(call),
    }
    let write = |text: &mut Text| {
        text.line("assay_begin();");
        if let Some(result) = &function.result {
            text.line(write(interface, result, "result"));
        }
        text.line("assay_end();");
    };
    if function.fallible {
        text.block("if (error != NULL) {", "", |text| text.line("assay_fail(error, false);"));
        text.block("} else {", "}", write);
    } else {
        write(text);
    }
}

/// The expression that reads a value.
fn read(interface: &Interface, data_type: &DataType) -> String {
    match data_type {
        DataType::Bytes => "assay_read_bytes()".to_owned(),
        DataType::Bool | DataType::Int | DataType::BigInt | DataType::Float | DataType::String => {
            format!("assay_read_{data_type}()")
        }
        _ => format!("assay_read_{}()", type_words(interface, data_type)),
    }
}

/// The statement that writes a value.
fn write(interface: &Interface, data_type: &DataType, value: &str) -> String {
    match data_type {
        DataType::Bytes => format!("assay_write_block({value}.data, {value}.length);"),
        DataType::Bool | DataType::Int | DataType::BigInt | DataType::Float | DataType::String => {
            format!("assay_write_{data_type}({value});")
        }
        _ => format!("assay_write_{}({value});", type_words(interface, data_type)),
    }
}

/// The function that reads values of a type with items or fields.
fn reader(text: &mut Text, interface: &Interface, data_type: &DataType) {
    let name = type_words(interface, data_type);
    text.block(format!("static {name} assay_read_{name}(void) {{"), "}", |text| {
        text.line(format!("{name} value = {{0}};"));
        let (items, read_item) = match data_type {
            DataType::List(item) | DataType::Set(item) => {
                ("items", vec![format!("value.items[i] = {};", read(interface, item))])
            }
            DataType::Map(key, item) => (
                "entries",
                vec![
                    format!("value.entries[i].key = {};", read(interface, key)),
                    format!("value.entries[i].value = {};", read(interface, item)),
                ],
            ),
            DataType::Optional(item) => {
                text.line("value.present = assay_read_count() == 1;");
                text.line(format!("if (value.present) value.value = {};", read(interface, item)));
                ("", Vec::new())
            }
            _ => {
                for (field, data_type) in fields(interface, data_type) {
                    text.line(format!("value.{field} = {};", read(interface, data_type)));
                }
                ("", Vec::new())
            }
        };
        if !items.is_empty() {
            text.line("value.count = assay_read_count();");
            text.line(format!("value.{items} = assay_allocate(value.count, sizeof *value.{items});"));
            text.block("for (size_t i = 0; i < value.count; i++) {", "}", |text| text.lines("", &read_item));
        }
        text.line("return value;");
    });
}

/// The function that writes values of a type with items or fields.
fn writer(text: &mut Text, interface: &Interface, data_type: &DataType) {
    let name = type_words(interface, data_type);
    text.block(format!("static void assay_write_{name}({name} value) {{"), "}", |text| {
        let write_item = match data_type {
            DataType::List(item) | DataType::Set(item) => vec![write(interface, item, "value.items[i]")],
            DataType::Map(key, item) => {
                vec![write(interface, key, "value.entries[i].key"), write(interface, item, "value.entries[i].value")]
            }
            DataType::Optional(item) => {
                text.line("assay_write_count(value.present ? 1 : 0);");
                text.line(format!("if (value.present) {}", write(interface, item, "value.value")));
                Vec::new()
            }
            _ => {
                for (field, data_type) in fields(interface, data_type) {
                    text.line(write(interface, data_type, &format!("value.{field}")));
                }
                Vec::new()
            }
        };
        if !write_item.is_empty() {
            text.line("assay_write_count(value.count);");
            text.block("for (size_t i = 0; i < value.count; i++) {", "}", |text| text.lines("", &write_item));
        }
    });
}
