//! JavaScript and TypeScript: a function or class, exported or not; records are plain objects.

use assay_challenge::{Class, DataType, Function, Interface, Item, Parameter};

use crate::descriptor::fill;
use crate::name::{Role, name, type_name};
use crate::prose::{describe, words};
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target};

const HARNESS: &str = include_str!("../../../sandbox/javascript/call.js");

/// How a call fails, for the comments of stubs.
const FAILS: &str = "@throws {Error} where the statement asks for an error";

pub(crate) fn harness(target: Target, interface: &Interface, submission: &str) -> Harness {
    let text = fill(target, interface, submission, HARNESS, |function| plain_signature(target, interface, function));
    let main = if target == Target::TypeScript { "assay_call.ts" } else { "assay_call.js" };
    let item = match &interface.item {
        Item::Function(function) => name(target, Role::Function, &function.name),
        Item::Class(class) => type_name(target, &class.name),
    };
    let mut harness = Harness::new(submission, SourceFile::new(main, text));
    // What is not exported can be had only from inside the file.
    harness.submission.after = format!("\n;try {{ globalThis[Symbol.for(\"assay\")] = {item}; }} catch {{}}\n");
    harness.entry = Some("assayCall".to_owned());
    harness
}

/// The type in TypeScript's words, which comments of JavaScript use, too.
pub(crate) fn type_words(target: Target, data_type: &DataType) -> String {
    let words = |data_type| type_words(target, data_type);
    match data_type {
        DataType::Bool => "boolean".to_owned(),
        DataType::Int | DataType::Float => "number".to_owned(),
        DataType::BigInt => "bigint".to_owned(),
        DataType::String => "string".to_owned(),
        DataType::Bytes => "Uint8Array".to_owned(),
        DataType::List(item) if matches!(**item, DataType::Optional(_)) => format!("({})[]", words(item)),
        DataType::List(item) => format!("{}[]", words(item)),
        DataType::Map(key, value) => format!("Map<{}, {}>", words(key), words(value)),
        DataType::Set(item) => format!("Set<{}>", words(item)),
        DataType::Optional(item) => format!("{} | null", words(item)),
        DataType::Tuple(items) => format!("[{}]", items.iter().map(words).collect::<Vec<_>>().join(", ")),
        DataType::Record(name) => type_name(target, name),
    }
}

fn plain_signature(target: Target, interface: &Interface, function: &Function) -> String {
    let names = function.parameters.iter().map(|parameter| name(target, Role::Parameter, &parameter.name));
    let names = names.collect::<Vec<_>>().join(", ");
    match &interface.item {
        Item::Function(_) => format!("function {}({names})", name(target, Role::Function, &function.name)),
        Item::Class(_) => format!("{}({names})", name(target, Role::Method, &function.name)),
    }
}

fn parameters(target: Target, parameters: &[Parameter]) -> String {
    let written = parameters.iter().map(|parameter| {
        let name = name(target, Role::Parameter, &parameter.name);
        match target {
            Target::TypeScript => format!("{name}: {}", type_words(target, &parameter.data_type)),
            _ => name,
        }
    });
    written.collect::<Vec<_>>().join(", ")
}

pub(crate) fn stub(target: Target, interface: &Interface) -> Vec<SourceFile> {
    let typescript = target == Target::TypeScript;
    let mut text = Text::new("  ");
    for record in &interface.records {
        let name_of_record = type_name(target, &record.name);
        let fields = record.fields.iter();
        let fields = fields.map(|field| (name(target, Role::Field, &field.name), type_words(target, &field.data_type)));
        if typescript {
            text.block(format!("export interface {name_of_record} {{"), "}", |text| {
                fields.for_each(|(field, words)| text.line(format!("{field}: {words};")));
            });
        } else {
            text.line("/**");
            text.line(format!(" * @typedef {{object}} {name_of_record}"));
            fields.for_each(|(field, words)| text.line(format!(" * @property {{{words}}} {field}")));
            text.line(" */");
        }
        text.blank();
    }
    let export = if typescript { "export " } else { "" };
    match &interface.item {
        Item::Function(function) => {
            let opening = format!("{export}function {}", name(target, Role::Function, &function.name));
            body(&mut text, target, interface, function, &opening);
        }
        Item::Class(class) => {
            comment(&mut text, &wrap(&class.about, 88));
            text.block(format!("{export}class {} {{", type_name(target, &class.name)), "}", |text| {
                members(text, target, interface, class);
            });
        }
    }
    let file = if typescript { "solution.ts" } else { "solution.js" };
    vec![SourceFile::new(file, text.finish())]
}

fn members(text: &mut Text, target: Target, interface: &Interface, class: &Class) {
    comment(text, &about(target, &class.constructor));
    text.line(format!("constructor({}) {{}}", parameters(target, &class.constructor.parameters)));
    for method in &class.methods {
        text.blank();
        body(text, target, interface, method, &name(target, Role::Method, &method.name));
    }
}

fn body(text: &mut Text, target: Target, interface: &Interface, function: &Function, opening: &str) {
    comment(text, &about(target, function));
    let result = match (target, &function.result) {
        (Target::TypeScript, Some(result)) => format!(": {}", type_words(target, result)),
        (Target::TypeScript, None) => ": void".to_owned(),
        _ => String::new(),
    };
    let head = format!("{opening}({}){result} {{", parameters(target, &function.parameters));
    match &function.result {
        Some(result) => {
            let value = default(target, interface, result);
            text.block(head, "}", |text| text.line(format!("return {value};")));
        }
        None => text.line(head + "}"),
    }
}

/// The lines of a function's comment, with types where the code has none.
fn about(target: Target, function: &Function) -> Vec<String> {
    if target == Target::TypeScript {
        return describe(target, function, FAILS);
    }
    let mut lines = wrap(&function.about, 88);
    for parameter in &function.parameters {
        let name = name(target, Role::Parameter, &parameter.name);
        let data_type = &parameter.data_type;
        lines.push(format!("@param {{{}}} {name} {}", type_words(target, data_type), words(data_type)));
    }
    if let Some(result) = &function.result {
        lines.push(format!("@returns {{{}}} {}", type_words(target, result), words(result)));
    }
    if function.fallible {
        lines.push(FAILS.to_owned());
    }
    lines
}

fn comment(text: &mut Text, lines: &[String]) {
    if !lines.is_empty() {
        let safe: Vec<String> = lines.iter().map(|line| line.replace("*/", "* /")).collect();
        text.line("/**");
        text.lines(" * ", &safe);
        text.line(" */");
    }
}

/// A value of the type that is wrong for most calls.
fn default(target: Target, interface: &Interface, data_type: &DataType) -> String {
    let part = |data_type| default(target, interface, data_type);
    match data_type {
        DataType::Bool => "false".to_owned(),
        DataType::Int | DataType::Float => "0".to_owned(),
        DataType::BigInt => "0n".to_owned(),
        DataType::String => "\"\"".to_owned(),
        DataType::Bytes => "new Uint8Array()".to_owned(),
        DataType::List(_) => "[]".to_owned(),
        DataType::Map(..) => "new Map()".to_owned(),
        DataType::Set(_) => "new Set()".to_owned(),
        DataType::Optional(_) => "null".to_owned(),
        DataType::Tuple(items) => format!("[{}]", items.iter().map(part).collect::<Vec<_>>().join(", ")),
        DataType::Record(record) => {
            let fields = interface.record(record).map_or(&[][..], |record| &record.fields);
            let fields = fields
                .iter()
                .map(|field| format!("{}: {}", name(target, Role::Field, &field.name), part(&field.data_type)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}
