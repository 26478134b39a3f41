//! C: a function, or functions that take a pointer to what the candidate's `struct` holds; types are in `challenge.h`.

mod call;
mod header;

use assay_challenge::{DataType, Function, Interface, Item};

use crate::compound::{compound_name, place_name};
use crate::name::{Role, name, snake, type_name};
use crate::prose::describe;
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target};

const TARGET: Target = Target::C;
const FIXED: &str = include_str!("../../../sandbox/c/call.h");

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, set *error to its message.";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let mut harness = Harness::new(submission, SourceFile::new("assay_call.c", call::text(interface)));
    harness.files.push(SourceFile::new("assay_call.h", FIXED.to_owned()));
    harness.files.push(SourceFile::new("challenge.h", header::text(interface)));
    harness
}

/// The type as it is written in C.
pub(crate) fn type_words(interface: &Interface, data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "bool".to_owned(),
        DataType::Int => "int64_t".to_owned(),
        DataType::Float => "double".to_owned(),
        DataType::String | DataType::BigInt => "char *".to_owned(),
        other => compound_name(TARGET, interface, other),
    }
}

/// A variable of the type.
fn declare(interface: &Interface, data_type: &DataType, name: &str) -> String {
    let words = type_words(interface, data_type);
    if words.ends_with('*') { words + name } else { format!("{words} {name}") }
}

/// A function's name in C; of a method or constructor, after the class's.
fn function_name(interface: &Interface, function: &Function, nth: usize) -> String {
    match &interface.item {
        Item::Function(_) => name(TARGET, Role::Function, &function.name),
        Item::Class(class) if nth == 0 => format!("{}_new", snake(&class.name)),
        Item::Class(class) => format!("{}_{}", snake(&class.name), name(TARGET, Role::Method, &function.name)),
    }
}

/// A function's declaration; `nth` among those of its class, of which the constructor is the first.
fn prototype(interface: &Interface, function: &Function, nth: usize) -> String {
    let class = match &interface.item {
        Item::Class(class) => Some(type_name(TARGET, &class.name)),
        Item::Function(_) => None,
    };
    let mut parameters = Vec::new();
    if let Some(class) = class.as_ref().filter(|_| nth > 0) {
        parameters.push(format!("{class} *self"));
    }
    for parameter in &function.parameters {
        let name = name(TARGET, Role::Parameter, &parameter.name);
        parameters.push(declare(interface, &parameter.data_type, &name));
    }
    if function.fallible {
        parameters.push("const char **error".to_owned());
    }
    if parameters.is_empty() {
        parameters.push("void".to_owned());
    }
    let called = format!("{}({})", function_name(interface, function, nth), parameters.join(", "));
    match (class, &function.result) {
        (Some(class), _) if nth == 0 => format!("{class} *{called}"),
        (_, Some(result)) => declare(interface, result, &called),
        (_, None) => format!("void {called}"),
    }
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("    ");
    text.line("#include \"challenge.h\"");
    text.blank();
    text.line("#include <stdlib.h>");
    if let Item::Class(class) = &interface.item {
        text.blank();
        let name = type_name(TARGET, &class.name);
        comment(&mut text, &wrap(&class.about, 88));
        text.block(format!("struct {name} {{"), "};", |text| text.line("int unused; /* what an object holds */"));
    }
    for (nth, function) in crate::compound::functions(interface).into_iter().enumerate() {
        text.blank();
        comment(&mut text, &describe(TARGET, function, FAILS));
        text.block(format!("{} {{", prototype(interface, function, nth)), "}", |text| match (&interface.item, nth) {
            (Item::Class(class), 0) => {
                text.line(format!("return calloc(1, sizeof({}));", type_name(TARGET, &class.name)));
            }
            _ => {
                if let Some(result) = &function.result {
                    text.line(format!("return {};", default(interface, result, true)));
                }
            }
        });
    }
    vec![SourceFile::new("solution.c", text.finish()), SourceFile::new("challenge.h", header::text(interface))]
}

/// A value of the type that is wrong for most calls; a struct's begins with its type where it is no part of another.
fn default(interface: &Interface, data_type: &DataType, whole: bool) -> String {
    let part = |data_type| default(interface, data_type, false);
    let items = match data_type {
        DataType::Bool => return "false".to_owned(),
        DataType::Int => return "0".to_owned(),
        DataType::Float => return "0.0".to_owned(),
        DataType::String => return "\"\"".to_owned(),
        DataType::BigInt => return "\"0\"".to_owned(),
        DataType::Bytes | DataType::List(_) | DataType::Map(..) | DataType::Set(_) => "NULL, 0".to_owned(),
        DataType::Optional(item) => format!("false, {}", part(item)),
        DataType::Tuple(items) => items.iter().map(part).collect::<Vec<_>>().join(", "),
        DataType::Record(name) => {
            let fields = interface.record(name).map_or(&[][..], |record| &record.fields);
            fields.iter().map(|field| part(&field.data_type)).collect::<Vec<_>>().join(", ")
        }
    };
    let cast = if whole { format!("({})", type_words(interface, data_type)) } else { String::new() };
    format!("{cast}{{{items}}}")
}

/// The fields of a struct that stands for a tuple or record.
fn fields<'a>(interface: &'a Interface, data_type: &'a DataType) -> Vec<(String, &'a DataType)> {
    match data_type {
        DataType::Tuple(items) => items.iter().enumerate().map(|(nth, item)| (place_name(nth), item)).collect(),
        DataType::Record(record) => {
            let fields = interface.record(record).map_or(&[][..], |record| &record.fields);
            fields.iter().map(|field| (name(TARGET, Role::Field, &field.name), &field.data_type)).collect()
        }
        _ => Vec::new(),
    }
}

fn comment(text: &mut Text, lines: &[String]) {
    let safe: Vec<String> = lines.iter().map(|line| line.replace("*/", "* /").replace("/*", "/ *")).collect();
    match &safe[..] {
        [] => {}
        [line] => text.line(format!("/* {line} */")),
        lines => {
            text.line("/*");
            text.lines(" * ", lines);
            text.line(" */");
        }
    }
}
