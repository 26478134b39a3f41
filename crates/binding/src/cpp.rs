//! C++: a function or class in a file that the harness includes, so that parameters may be taken by value or reference.

use assay_challenge::{Class, DataType, Function, Interface, Item, Parameter, Record};

use crate::compound::functions;
use crate::name::{Role, name, type_name};
use crate::prose::describe;
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target, keys};

const TARGET: Target = Target::Cpp;
const FIXED: &str = include_str!("../../../sandbox/cpp/call.hpp");

/// The name under which the submission is included.
const INCLUDED: &str = "assay_solution.hpp";

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, return std::unexpected(\"its message\").";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let mut harness = Harness::new(submission, SourceFile::new("assay_call.cpp", call(interface)));
    harness.files.push(SourceFile::new("assay_call.hpp", FIXED.to_owned()));
    harness.files.push(SourceFile::new("challenge.h", header(interface)));
    // It is included, and so must have an ending that is not compiled by itself.
    let name = submission.replace(['"', '\\', '\n'], "?");
    INCLUDED.clone_into(&mut harness.submission.name);
    harness.submission.before = format!("#line 1 \"{name}\"\n");
    harness
}

/// The type as it is written in C++.
pub(crate) fn type_words(data_type: &DataType) -> String {
    let words = type_words;
    match data_type {
        DataType::Bool => "bool".to_owned(),
        DataType::Int => "std::int64_t".to_owned(),
        DataType::Float => "double".to_owned(),
        DataType::String | DataType::BigInt => "std::string".to_owned(),
        DataType::Bytes => "std::vector<std::uint8_t>".to_owned(),
        DataType::List(item) => format!("std::vector<{}>", words(item)),
        DataType::Map(key, value) => {
            let container = if is_hashed(key) { "unordered_map" } else { "map" };
            format!("std::{container}<{}, {}>", words(key), words(value))
        }
        DataType::Set(item) => {
            let container = if is_hashed(item) { "unordered_set" } else { "set" };
            format!("std::{container}<{}>", words(item))
        }
        DataType::Optional(item) => format!("std::optional<{}>", words(item)),
        DataType::Tuple(items) => {
            format!("std::tuple<{}>", items.iter().map(words).collect::<Vec<_>>().join(", "))
        }
        DataType::Record(name) => type_name(TARGET, name),
    }
}

/// Whether the standard library can hash values of the type.
fn is_hashed(data_type: &DataType) -> bool {
    match data_type {
        DataType::Optional(item) => is_hashed(item),
        DataType::Bool | DataType::Int | DataType::BigInt | DataType::Float | DataType::String => true,
        _ => false,
    }
}

/// The result's type, which can hold an error if the function may fail.
fn result_words(function: &Function) -> String {
    let words = function.result.as_ref().map_or_else(|| "void".to_owned(), type_words);
    if function.fallible { format!("std::expected<{words}, std::string>") } else { words }
}

fn parameters(parameters: &[Parameter]) -> String {
    let written = parameters.iter().map(|parameter| {
        let name = name(TARGET, Role::Parameter, &parameter.name);
        format!("{} {name}", type_words(&parameter.data_type))
    });
    written.collect::<Vec<_>>().join(", ")
}

/// `challenge.h`: the records, and the headers that the types need.
fn header(interface: &Interface) -> String {
    let mut text = Text::new("    ");
    text.line("// The types of this challenge. It is here when your solution is graded, too.");
    text.line("#pragma once");
    text.blank();
    let mut headers = vec!["compare", "cstdint", "map", "optional", "set", "string", "tuple", "unordered_map"];
    headers.extend(["unordered_set", "vector"]);
    if functions(interface).iter().any(|function| function.fallible) {
        headers.insert(2, "expected");
    }
    for header in headers {
        text.line(format!("#include <{header}>"));
    }
    for record in &interface.records {
        text.blank();
        define(&mut text, interface, record);
    }
    text.finish()
}

fn define(text: &mut Text, interface: &Interface, record: &Record) {
    let name = type_name(TARGET, &record.name);
    text.block(format!("struct {name} {{"), "};", |text| {
        for (field, data_type) in fields(record) {
            let start = if *data_type == DataType::BigInt { " = \"0\"" } else { "{}" };
            text.line(format!("{} {field}{start};", type_words(data_type)));
        }
        text.blank();
        if keys::is_key(interface, &record.name) {
            text.line(format!("auto operator<=>(const {name} &) const = default;"));
        } else {
            text.line(format!("bool operator==(const {name} &) const = default;"));
        }
    });
}

fn fields(record: &Record) -> impl Iterator<Item = (String, &DataType)> {
    record.fields.iter().map(|field| (name(TARGET, Role::Field, &field.name), &field.data_type))
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("    ");
    text.line("#include \"challenge.h\"");
    text.blank();
    match &interface.item {
        Item::Function(function) => {
            let called = name(TARGET, Role::Function, &function.name);
            body(&mut text, function, &called);
        }
        Item::Class(class) => {
            text.lines("// ", &wrap(&class.about, 88));
            text.line(format!("class {} {{", type_name(TARGET, &class.name)));
            text.block("public:", "};", |text| {
                constructor(text, class);
                for method in &class.methods {
                    text.blank();
                    body(text, method, &name(TARGET, Role::Method, &method.name));
                }
            });
        }
    }
    vec![SourceFile::new("solution.cpp", text.finish()), SourceFile::new("challenge.h", header(interface))]
}

fn constructor(text: &mut Text, class: &Class) {
    let made = &class.constructor;
    let name = type_name(TARGET, &class.name);
    let parameters = parameters(&made.parameters);
    text.lines("// ", &describe(TARGET, made, FAILS));
    if made.fallible {
        text.block(format!("static std::expected<{name}, std::string> make({parameters}) {{"), "}", |text| {
            text.line(format!("return {name}();"));
        });
    } else {
        text.line(format!("{}{name}({parameters}) {{}}", if made.parameters.len() == 1 { "explicit " } else { "" }));
    }
}

fn body(text: &mut Text, function: &Function, called: &str) {
    text.lines("// ", &describe(TARGET, function, FAILS));
    let parameters = parameters(&function.parameters);
    text.block(format!("{} {called}({parameters}) {{", result_words(function)), "}", |text| match &function.result {
        Some(DataType::BigInt) => text.line("return \"0\";"),
        Some(result) => text.line(format!("return {}{{}};", type_words(result))),
        None if function.fallible => text.line("return {};"),
        None => {}
    });
}

/// The program that calls the solution.
fn call(interface: &Interface) -> String {
    let mut text = Text::new("    ");
    text.line("// Calls a solution as /assay/call says; made for this challenge's types.");
    text.line("#include \"assay_call.hpp\"");
    text.blank();
    text.line("// A main function of the solution's own is left out.");
    text.line("#define main solution_main");
    text.line(format!("#include \"{INCLUDED}\""));
    text.line("#undef main");
    for record in &interface.records {
        text.blank();
        describe_record(&mut text, record);
    }
    text.blank();
    // Not `int`, which solutions define as a macro.
    text.block("signed main() {", "}", |text| {
        text.line("assay_call::open();");
        match &interface.item {
            Item::Function(function) => {
                let arguments = arguments(text, function);
                step(text, function, &format!("{}({arguments})", name(TARGET, Role::Function, &function.name)));
            }
            Item::Class(class) => steps(text, class),
        }
        text.line("return 0;");
    });
    text.finish()
}

fn describe_record(text: &mut Text, record: &Record) {
    let name = type_name(TARGET, &record.name);
    text.block(format!("struct AssayCall{name} {{"), "};", |text| {
        text.line(format!("using type = {name};"));
        text.line("static constexpr bool hashed = false;");
        text.block("static type read() {", "}", |text| {
            text.line("type value;");
            for (field, data_type) in fields(record) {
                text.line(format!("value.{field} = {}::read();", described(data_type)));
            }
            text.line("return value;");
        });
        text.block("static void write(const type &value) {", "}", |text| {
            for (field, data_type) in fields(record) {
                text.line(format!("{}::write(value.{field});", described(data_type)));
            }
        });
    });
}

/// The description of a type, for the templates of the fixed part.
fn described(data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "assay_call::Bool".to_owned(),
        DataType::Int => "assay_call::Int".to_owned(),
        DataType::BigInt => "assay_call::BigInt".to_owned(),
        DataType::Float => "assay_call::Float".to_owned(),
        DataType::String => "assay_call::String".to_owned(),
        DataType::Bytes => "assay_call::Bytes".to_owned(),
        DataType::List(item) => format!("assay_call::List<{}>", described(item)),
        DataType::Map(key, value) => format!("assay_call::Map<{}, {}>", described(key), described(value)),
        DataType::Set(item) => format!("assay_call::Set<{}>", described(item)),
        DataType::Optional(item) => format!("assay_call::Optional<{}>", described(item)),
        DataType::Tuple(items) => {
            format!("assay_call::Tuple<{}>", items.iter().map(described).collect::<Vec<_>>().join(", "))
        }
        DataType::Record(name) => format!("AssayCall{}", type_name(TARGET, name)),
    }
}

/// Reads the arguments into variables, and gives their names.
fn arguments(text: &mut Text, function: &Function) -> String {
    let mut names = Vec::new();
    for (nth, parameter) in function.parameters.iter().enumerate() {
        let name = format!("assay_argument{nth}");
        text.line(format!("auto {name} = {}::read();", described(&parameter.data_type)));
        names.push(name);
    }
    names.join(", ")
}

fn step(text: &mut Text, function: &Function, call: &str) {
    let result = function.result.as_ref().map_or_else(|| "void".to_owned(), described);
    let reply = if function.fallible { "reply_or_fail" } else { "reply" };
    text.line(format!("assay_call::{reply}<{result}>([&]() -> decltype(auto) {{ return {call}; }});"));
}

fn steps(text: &mut Text, class: &Class) {
    let name = type_name(TARGET, &class.name);
    let arguments_made = arguments(text, &class.constructor);
    if class.constructor.fallible {
        text.line(format!("auto assay_made = {name}::make({arguments_made});"));
        text.block("if (!assay_made.has_value()) {", "}", |text| {
            text.line("assay_call::fail(std::string(assay_made.error()));");
            text.line("return 0;");
        });
        text.line(format!("{name} &assay_object = *assay_made;"));
    } else {
        let made = if arguments_made.is_empty() { String::new() } else { format!("({arguments_made})") };
        text.line(format!("{name} assay_object{made};"));
    }
    text.line("assay_call::begin();");
    text.line("assay_call::end();");
    text.block("for (auto assay_steps = assay_call::count(); assay_steps > 0; assay_steps--) {", "}", |text| {
        text.block("switch (assay_call::step()) {", "}", |text| {
            for (nth, method) in class.methods.iter().enumerate() {
                text.block(format!("case {nth}: {{"), "}", |text| {
                    let arguments = arguments(text, method);
                    let called = crate::name::name(TARGET, Role::Method, &method.name);
                    step(text, method, &format!("assay_object.{called}({arguments})"));
                    text.line("break;");
                });
            }
            text.line("default:");
            text.line("    break;");
        });
    });
}
