//! Rust: a module with a public function or struct.

use assay_challenge::{DataType, Function, Interface, Item, Parameter, Record};

use crate::keys::{self, types};
use crate::name::{Role, name, type_name};
use crate::prose::describe;
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target};

const TARGET: Target = Target::Rust;
const FIXED: &str = include_str!("../../../sandbox/rust/call.rs");

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, return `Err` with its message.";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let mut harness = Harness::new(submission, SourceFile::new("assay_call.rs", call(interface, submission)));
    harness.files.push(SourceFile::new("assay_wire.rs", FIXED.to_owned()));
    harness
}

/// The type as it is written in Rust.
pub(crate) fn type_words(data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "bool".to_owned(),
        DataType::Int => "i64".to_owned(),
        DataType::Float => "f64".to_owned(),
        DataType::String | DataType::BigInt => "String".to_owned(),
        DataType::Bytes => "Vec<u8>".to_owned(),
        DataType::List(item) => format!("Vec<{}>", type_words(item)),
        DataType::Map(key, value) => format!("HashMap<{}, {}>", type_words(key), type_words(value)),
        DataType::Set(item) => format!("HashSet<{}>", type_words(item)),
        DataType::Optional(item) => format!("Option<{}>", type_words(item)),
        DataType::Tuple(items) => format!("({})", items.iter().map(type_words).collect::<Vec<_>>().join(", ")),
        DataType::Record(name) => type_name(TARGET, name),
    }
}

fn result_words(function: &Function, result: Option<String>) -> String {
    match (result, function.fallible) {
        (result, true) => format!(" -> Result<{}, String>", result.unwrap_or_else(|| "()".to_owned())),
        (Some(result), false) => format!(" -> {result}"),
        (None, false) => String::new(),
    }
}

fn parameters(receiver: &str, parameters: &[Parameter]) -> String {
    let written = parameters.iter().map(|parameter| {
        format!("{}: {}", name(TARGET, Role::Parameter, &parameter.name), type_words(&parameter.data_type))
    });
    let receiver = (!receiver.is_empty()).then(|| receiver.to_owned());
    receiver.into_iter().chain(written).collect::<Vec<_>>().join(", ")
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("    ");
    let mut imports = Vec::new();
    for data_type in types(interface) {
        keys::visit(data_type, &mut |data_type| match data_type {
            DataType::Map(..) => imports.push("HashMap"),
            DataType::Set(_) => imports.push("HashSet"),
            _ => {}
        });
    }
    imports.sort_unstable();
    imports.dedup();
    match imports[..] {
        [] => {}
        [import] => text.line(format!("use std::collections::{import};\n")),
        _ => text.line(format!("use std::collections::{{{}}};\n", imports.join(", "))),
    }
    for record in &interface.records {
        define(&mut text, interface, record);
        text.blank();
    }
    match &interface.item {
        Item::Function(function) => body(&mut text, interface, function, ""),
        Item::Class(class) => {
            let name = type_name(TARGET, &class.name);
            text.lines("/// ", &wrap(&class.about, 88));
            text.line(format!("pub struct {name} {{}}"));
            text.blank();
            text.block(format!("impl {name} {{"), "}", |text| {
                text.lines("/// ", &describe(TARGET, &class.constructor, FAILS));
                let parameters = parameters("", &class.constructor.parameters);
                let result = result_words(&class.constructor, Some("Self".to_owned()));
                let made = if class.constructor.fallible { "Ok(Self {})" } else { "Self {}" };
                text.block(format!("pub fn new({parameters}){result} {{"), "}", |text| text.line(made));
                for method in &class.methods {
                    text.blank();
                    body(text, interface, method, "&mut self");
                }
            });
        }
    }
    vec![SourceFile::new("solution.rs", text.finish())]
}

fn define(text: &mut Text, interface: &Interface, record: &Record) {
    let hashed = if keys::is_key(interface, &record.name) { ", Eq, Hash" } else { "" };
    text.line(format!("#[derive(Clone, Debug, PartialEq{hashed})]"));
    text.block(format!("pub struct {} {{", type_name(TARGET, &record.name)), "}", |text| {
        for field in &record.fields {
            text.line(format!("pub {},", parameters("", std::slice::from_ref(field))));
        }
    });
}

fn body(text: &mut Text, interface: &Interface, function: &Function, receiver: &str) {
    text.lines("/// ", &describe(TARGET, function, FAILS));
    let role = if receiver.is_empty() { Role::Function } else { Role::Method };
    let called = name(TARGET, role, &function.name);
    let parameters = parameters(receiver, &function.parameters);
    let result = result_words(function, function.result.as_ref().map(type_words));
    let value = function.result.as_ref().map(|result| default(interface, result));
    text.block(format!("pub fn {called}({parameters}){result} {{"), "}", |text| match (value, function.fallible) {
        (Some(value), true) => text.line(format!("Ok({value})")),
        (None, true) => text.line("Ok(())"),
        (Some(value), false) => text.line(value),
        (None, false) => {}
    });
}

/// A value of the type that is wrong for most calls.
fn default(interface: &Interface, data_type: &DataType) -> String {
    let part = |data_type| default(interface, data_type);
    match data_type {
        DataType::Bool => "false".to_owned(),
        DataType::Int => "0".to_owned(),
        DataType::Float => "0.0".to_owned(),
        DataType::String => "String::new()".to_owned(),
        DataType::BigInt => "String::from(\"0\")".to_owned(),
        DataType::Bytes | DataType::List(_) => "Vec::new()".to_owned(),
        DataType::Map(..) => "HashMap::new()".to_owned(),
        DataType::Set(_) => "HashSet::new()".to_owned(),
        DataType::Optional(_) => "None".to_owned(),
        DataType::Tuple(items) => format!("({})", items.iter().map(part).collect::<Vec<_>>().join(", ")),
        DataType::Record(record) => {
            let fields = interface.record(record).map_or(&[][..], |record| &record.fields);
            let fields = fields
                .iter()
                .map(|field| format!("{}: {}", name(TARGET, Role::Field, &field.name), part(&field.data_type)));
            format!("{} {{ {} }}", type_name(TARGET, record), fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The program that calls the solution.
fn call(interface: &Interface, submission: &str) -> String {
    let mut text = Text::new("    ");
    text.line("//! Calls a solution as `/assay/call` says; made for this challenge's types.");
    text.blank();
    text.line("mod assay_wire;");
    text.line("#[allow(dead_code)]");
    text.line(format!("#[path = {submission:?}]"));
    text.line("mod solution;");
    for record in &interface.records {
        text.blank();
        describe_record(&mut text, record);
    }
    text.blank();
    text.block("fn main() {", "}", |text| {
        text.line("let (mut input, mut log) = assay_wire::open();");
        match &interface.item {
            Item::Function(function) => {
                step(text, function, &format!("solution::{}", name(TARGET, Role::Function, &function.name)));
            }
            Item::Class(class) => {
                let arguments = arguments(text, &class.constructor);
                let made = format!("solution::{}::new({arguments})", type_name(TARGET, &class.name));
                if class.constructor.fallible {
                    text.block(format!("let mut object = match {made} {{"), "};", |text| {
                        text.line("Ok(object) => object,");
                        text.line("Err(error) => return log.failed(&error),");
                    });
                } else {
                    text.line(format!("let mut object = {made};"));
                }
                text.line("log.returned::<assay_wire::Nothing>(&());");
                text.block("for _ in 0..input.count() {", "}", |text| {
                    text.block("match input.step() {", "}", |text| {
                        for (nth, method) in class.methods.iter().enumerate() {
                            let called = name(TARGET, Role::Method, &method.name);
                            text.block(format!("{nth} => {{"), "}", |text| {
                                step(text, method, &format!("object.{called}"));
                            });
                        }
                        text.line("_ => {}");
                    });
                });
            }
        }
    });
    text.finish()
}

fn describe_record(text: &mut Text, record: &Record) {
    let written = type_name(TARGET, &record.name);
    let fields: Vec<(String, String)> =
        record.fields.iter().map(|field| (name(TARGET, Role::Field, &field.name), kind(&field.data_type))).collect();
    text.line("#[allow(dead_code)]");
    text.line(format!("struct Kind{written};"));
    text.blank();
    text.block(format!("impl assay_wire::Kind for Kind{written} {{"), "}", |text| {
        text.line(format!("type Value = solution::{written};"));
        text.block("fn read(input: &mut assay_wire::Input) -> Self::Value {", "}", |text| {
            text.block(format!("solution::{written} {{"), "}", |text| {
                for (field, kind) in &fields {
                    text.line(format!("{field}: <{kind} as assay_wire::Kind>::read(input),"));
                }
            });
        });
        text.block("fn write(value: &Self::Value, output: &mut assay_wire::Output) {", "}", |text| {
            for (field, kind) in &fields {
                text.line(format!("<{kind} as assay_wire::Kind>::write(&value.{field}, output);"));
            }
        });
    });
}

/// The kind that reads and writes a type.
fn kind(data_type: &DataType) -> String {
    let made = |of: &str, kinds: &[&DataType]| {
        format!("assay_wire::{of}<{}>", kinds.iter().map(|data_type| kind(data_type)).collect::<Vec<_>>().join(", "))
    };
    match data_type {
        DataType::Bool => "assay_wire::Bool".to_owned(),
        DataType::Int => "assay_wire::Int".to_owned(),
        DataType::BigInt => "assay_wire::BigInt".to_owned(),
        DataType::Float => "assay_wire::Float".to_owned(),
        DataType::String => "assay_wire::Str".to_owned(),
        DataType::Bytes => "assay_wire::Bytes".to_owned(),
        DataType::List(item) => made("List", &[item]),
        DataType::Map(key, value) => made("Map", &[key, value]),
        DataType::Set(item) => made("Set", &[item]),
        DataType::Optional(item) => made("Optional", &[item]),
        DataType::Tuple(items) => {
            format!("assay_wire::Tuple<({})>", items.iter().map(kind).collect::<Vec<_>>().join(", "))
        }
        DataType::Record(name) => format!("Kind{}", type_name(TARGET, name)),
    }
}

/// Reads the arguments into variables, and gives their names.
fn arguments(text: &mut Text, function: &Function) -> String {
    let mut names = Vec::new();
    for (nth, parameter) in function.parameters.iter().enumerate() {
        let kind = kind(&parameter.data_type);
        text.line(format!("let argument{nth} = <{kind} as assay_wire::Kind>::read(&mut input);"));
        names.push(format!("argument{nth}"));
    }
    names.join(", ")
}

fn step(text: &mut Text, function: &Function, called: &str) {
    let arguments = arguments(text, function);
    let kind = function.result.as_ref().map_or_else(|| "assay_wire::Nothing".to_owned(), kind);
    let finish = if function.fallible { "finished" } else { "returned" };
    text.line(format!("log.{finish}::<{kind}>(&{called}({arguments}));"));
}
