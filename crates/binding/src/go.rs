//! Go: a function or struct of package `main`; tuples are structs that the stub defines.

use assay_challenge::{Class, DataType, Function, Interface, Item};

use crate::compound::{compound_name, compounds, functions, given, place_name, taken, uses};
use crate::keys::types;
use crate::name::{Role, name, pascal, type_name};
use crate::prose::describe;
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target};

const TARGET: Target = Target::Go;
const FIXED: &str = include_str!("../../../sandbox/go/call.go");
const BIG: &str = include_str!("../../../sandbox/go/big.go");

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, return one.";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let mut harness = Harness::new(submission, SourceFile::new("assay_call.go", call(interface)));
    harness.files.push(SourceFile::new("assay_wire.go", FIXED.to_owned()));
    if uses(interface, types(interface), &DataType::BigInt) {
        harness.files.push(SourceFile::new("assay_big.go", BIG.to_owned()));
    }
    harness
}

/// The type as it is written in Go.
pub(crate) fn type_words(interface: &Interface, data_type: &DataType) -> String {
    let words = |data_type| type_words(interface, data_type);
    match data_type {
        DataType::Bool => "bool".to_owned(),
        DataType::Int => "int64".to_owned(),
        DataType::BigInt => "*big.Int".to_owned(),
        DataType::Float => "float64".to_owned(),
        DataType::String => "string".to_owned(),
        DataType::Bytes => "[]byte".to_owned(),
        DataType::List(item) => format!("[]{}", words(item)),
        DataType::Map(key, value) => format!("map[{}]{}", words(key), words(value)),
        DataType::Set(item) => format!("map[{}]struct{{}}", words(item)),
        DataType::Optional(item) => format!("*{}", words(item)),
        DataType::Tuple(_) | DataType::Record(_) => compound_name(TARGET, interface, data_type),
    }
}

/// The fields of a struct that stands for a tuple or record.
fn fields<'a>(interface: &'a Interface, data_type: &'a DataType) -> Vec<(String, &'a DataType)> {
    match data_type {
        DataType::Tuple(items) => {
            items.iter().enumerate().map(|(nth, item)| (pascal(&place_name(nth)), item)).collect()
        }
        DataType::Record(record) => {
            let fields = interface.record(record).map_or(&[][..], |record| &record.fields);
            fields.iter().map(|field| (name(TARGET, Role::Field, &field.name), &field.data_type)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_struct(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Tuple(_) | DataType::Record(_))
}

/// What stands after a function's name.
fn signature(interface: &Interface, function: &Function, result: Option<String>) -> String {
    let parameters = function.parameters.iter().map(|parameter| {
        let name = name(TARGET, Role::Parameter, &parameter.name);
        format!("{name} {}", type_words(interface, &parameter.data_type))
    });
    let result = match (result, function.fallible) {
        (Some(result), true) => format!(" ({result}, error)"),
        (Some(result), false) => format!(" {result}"),
        (None, true) => " error".to_owned(),
        (None, false) => String::new(),
    };
    format!("({}){result}", parameters.collect::<Vec<_>>().join(", "))
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("\t");
    text.line("package main");
    // Fields have types of the interface, too: those that no stub writes out need no import.
    let functions = functions(interface);
    if uses(interface, types(interface), &DataType::BigInt) {
        text.blank();
        text.line("import \"math/big\"");
    }
    let structs = compounds(interface, types(interface));
    for data_type in structs.iter().filter(|data_type| is_struct(data_type)) {
        text.blank();
        let fields = fields(interface, data_type);
        let longest = fields.iter().map(|(field, _)| field.len()).max().unwrap_or_default();
        text.block(format!("type {} struct {{", type_words(interface, data_type)), "}", |text| {
            for (field, data_type) in &fields {
                text.line(format!("{field:longest$} {}", type_words(interface, data_type)));
            }
        });
    }
    match &interface.item {
        Item::Function(function) => body(&mut text, interface, function, "func", Role::Function),
        Item::Class(class) => {
            let name = type_name(TARGET, &class.name);
            text.blank();
            text.lines("// ", &wrap(&class.about, 88));
            text.line(format!("type {name} struct{{}}"));
            text.blank();
            let constructor = functions[0];
            text.lines("// ", &describe(TARGET, constructor, FAILS));
            let signature = signature(interface, constructor, Some(format!("*{name}")));
            text.block(format!("func New{name}{signature} {{"), "}", |text| {
                text.line(if constructor.fallible {
                    format!("return &{name}{{}}, nil")
                } else {
                    format!("return &{name}{{}}")
                });
            });
            for method in &class.methods {
                let receiver = receiver(class, method);
                body(&mut text, interface, method, &format!("func ({receiver} *{name})"), Role::Method);
            }
        }
    }
    vec![SourceFile::new("solution.go", text.finish())]
}

/// What a method calls its object: the class's first letter, by habit, if no parameter is called that.
fn receiver(class: &Class, method: &Function) -> String {
    let letter: String = class.name.chars().take(1).map(|letter| letter.to_ascii_lowercase()).collect();
    if method.parameters.iter().any(|parameter| parameter.name == letter) { "self".to_owned() } else { letter }
}

fn body(text: &mut Text, interface: &Interface, function: &Function, opening: &str, role: Role) {
    text.blank();
    text.lines("// ", &describe(TARGET, function, FAILS));
    let result = function.result.as_ref().map(|result| type_words(interface, result));
    let head = format!("{opening} {}{} {{", name(TARGET, role, &function.name), signature(interface, function, result));
    let value = function.result.as_ref().map(|result| default(interface, result));
    let line = match (value, function.fallible) {
        (Some(value), true) => format!("return {value}, nil"),
        (Some(value), false) => format!("return {value}"),
        (None, true) => "return nil".to_owned(),
        (None, false) => return text.line(head + "}"),
    };
    text.block(head, "}", |text| text.line(line));
}

/// A value of the type that is wrong for most calls.
fn default(interface: &Interface, data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "false".to_owned(),
        DataType::Int | DataType::Float => "0".to_owned(),
        DataType::BigInt => "new(big.Int)".to_owned(),
        DataType::String => "\"\"".to_owned(),
        DataType::Optional(_) => "nil".to_owned(),
        DataType::Tuple(_) | DataType::Record(_) => {
            let has_big = |data_type: &DataType| uses(interface, [data_type], &DataType::BigInt);
            let fields = fields(interface, data_type).into_iter();
            // Zero values do, but for big integers, which are pointers.
            let big = fields.filter(|(_, data_type)| {
                !matches!(data_type, DataType::List(_) | DataType::Map(..) | DataType::Set(_) | DataType::Optional(_))
                    && has_big(data_type)
            });
            let set = big.map(|(field, data_type)| format!("{field}: {}", default(interface, data_type)));
            format!("{}{{{}}}", type_words(interface, data_type), set.collect::<Vec<_>>().join(", "))
        }
        _ => format!("{}{{}}", type_words(interface, data_type)),
    }
}

/// The program that calls the solution.
fn call(interface: &Interface) -> String {
    let functions = functions(interface);
    let mut text = Text::new("\t");
    text.line("// Calls a solution as /assay/call says; made for this challenge's types.");
    text.line("package main");
    let structs = compounds(interface, taken(&functions).into_iter().chain(given(&functions)));
    for data_type in structs.iter().filter(|data_type| is_struct(data_type)) {
        text.blank();
        describe_struct(&mut text, interface, data_type);
    }
    text.blank();
    text.block("func main() {", "}", |text| {
        text.line("assayOpen()");
        match &interface.item {
            Item::Function(function) => step(text, interface, function, &name(TARGET, Role::Function, &function.name)),
            Item::Class(class) => steps(text, interface, class),
        }
    });
    text.finish()
}

fn describe_struct(text: &mut Text, interface: &Interface, data_type: &DataType) {
    let name = type_words(interface, data_type);
    let fields = fields(interface, data_type);
    text.block(format!("func assayRead{name}() {name} {{"), "}", |text| {
        text.line(format!("var value {name}"));
        for (field, data_type) in &fields {
            text.line(format!("value.{field} = {}.read()", kind(interface, data_type)));
        }
        text.line("return value");
    });
    text.blank();
    text.block(format!("func assayWrite{name}(value {name}) {{"), "}", |text| {
        for (field, data_type) in &fields {
            text.line(format!("{}.write(value.{field})", kind(interface, data_type)));
        }
    });
    text.blank();
    text.line(format!("var assayKind{name} = assayKind[{name}]{{assayRead{name}, assayWrite{name}}}"));
}

/// The kind that reads and writes a type.
fn kind(interface: &Interface, data_type: &DataType) -> String {
    let kind = |data_type| kind(interface, data_type);
    match data_type {
        DataType::Bool => "assayBool".to_owned(),
        DataType::Int => "assayInt".to_owned(),
        DataType::BigInt => "assayBigInt".to_owned(),
        DataType::Float => "assayFloat".to_owned(),
        DataType::String => "assayString".to_owned(),
        DataType::Bytes => "assayBytes".to_owned(),
        DataType::List(item) => format!("assayList({})", kind(item)),
        DataType::Map(key, value) => format!("assayMap({}, {})", kind(key), kind(value)),
        DataType::Set(item) => format!("assaySet({})", kind(item)),
        DataType::Optional(item) => format!("assayOptional({})", kind(item)),
        DataType::Tuple(_) | DataType::Record(_) => format!("assayKind{}", type_words(interface, data_type)),
    }
}

/// Reads the arguments into variables, and gives their names.
fn arguments(text: &mut Text, interface: &Interface, function: &Function, prefix: &str) -> String {
    let mut names = Vec::new();
    for (nth, parameter) in function.parameters.iter().enumerate() {
        let name = format!("{prefix}{nth}");
        text.line(format!("{name} := {}.read()", kind(interface, &parameter.data_type)));
        names.push(name);
    }
    names.join(", ")
}

/// One call of a function or method, and its record.
fn step(text: &mut Text, interface: &Interface, function: &Function, called: &str) {
    let call = format!("{called}({})", arguments(text, interface, function, "argument"));
    let names = match (&function.result, function.fallible) {
        (Some(_), true) => "result, failed := ",
        (Some(_), false) => "result := ",
        (None, true) => "failed := ",
        (None, false) => "",
    };
    text.line(format!("{names}{call}"));
    let write = |text: &mut Text| {
        text.line("assayBegin()");
        if let Some(result) = &function.result {
            text.line(format!("{}.write(result)", kind(interface, result)));
        }
        text.line("assayEnd()");
    };
    if function.fallible {
        text.block("if failed != nil {", "", |text| text.line("assayFail(failed)"));
        text.block("} else {", "}", write);
    } else {
        write(text);
    }
}

fn steps(text: &mut Text, interface: &Interface, class: &Class) {
    let arguments = arguments(text, interface, &class.constructor, "given");
    let name = type_name(TARGET, &class.name);
    if class.constructor.fallible {
        text.line(format!("object, failed := New{name}({arguments})"));
        text.block("if failed != nil {", "}", |text| {
            text.line("assayFail(failed)");
            text.line("return");
        });
    } else {
        text.line(format!("object := New{name}({arguments})"));
    }
    text.line("assayBegin()");
    text.line("assayEnd()");
    text.block("for steps := assayReadCount(); steps > 0; steps-- {", "}", |text| {
        text.line("switch assayReadStep() {");
        for (nth, method) in class.methods.iter().enumerate() {
            let called = format!("object.{}", crate::name::name(TARGET, Role::Method, &method.name));
            text.block(format!("case {nth}:"), "", |text| step(text, interface, method, &called));
        }
        text.line("}");
    });
}
