//! Java: a static method of `Solution`, or a class; records and tuples are records that the stub defines.

use assay_challenge::{Class, DataType, Function, Interface, Item};

use crate::compound::{compound_name, compounds, functions, given, place_name, taken};
use crate::keys::{types, visit};
use crate::name::{Role, name, type_name};
use crate::prose::describe;
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target};

const TARGET: Target = Target::Java;
const FIXED: &str = include_str!("../../../sandbox/java/call.java");

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, throw an unchecked exception.";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let mut harness = Harness::new(submission, SourceFile::new("AssayCall.java", call(interface)));
    harness.files.push(SourceFile::new("AssayWire.java", FIXED.to_owned()));
    // A public class must be in the file of its name.
    harness.submission.name = class_name(interface) + ".java";
    harness
}

/// The class that a submission defines.
fn class_name(interface: &Interface) -> String {
    match &interface.item {
        Item::Function(_) => "Solution".to_owned(),
        Item::Class(class) => type_name(TARGET, &class.name),
    }
}

/// The type as it is written in Java, by itself.
pub(crate) fn type_words(interface: &Interface, data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "boolean".to_owned(),
        DataType::Int => "long".to_owned(),
        DataType::Float => "double".to_owned(),
        other => boxed(interface, other),
    }
}

/// The type as it is written between `<` and `>`.
fn boxed(interface: &Interface, data_type: &DataType) -> String {
    let boxed = |data_type| boxed(interface, data_type);
    match data_type {
        DataType::Bool => "Boolean".to_owned(),
        DataType::Int => "Long".to_owned(),
        DataType::Float => "Double".to_owned(),
        DataType::BigInt => "BigInteger".to_owned(),
        DataType::String => "String".to_owned(),
        DataType::Bytes => "byte[]".to_owned(),
        DataType::List(item) => format!("List<{}>", boxed(item)),
        DataType::Map(key, value) => format!("Map<{}, {}>", boxed(key), boxed(value)),
        DataType::Set(item) => format!("Set<{}>", boxed(item)),
        DataType::Optional(item) => boxed(item),
        DataType::Tuple(_) | DataType::Record(_) => compound_name(TARGET, interface, data_type),
    }
}

/// The fields of a record that stands for a tuple or record.
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

fn is_record(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Tuple(_) | DataType::Record(_))
}

/// The imports that the types need.
fn imports(text: &mut Text, interface: &Interface) {
    let mut imports = Vec::new();
    for data_type in types(interface) {
        visit(data_type, &mut |data_type| match data_type {
            DataType::BigInt => imports.push("java.math.BigInteger"),
            DataType::List(_) => imports.push("java.util.List"),
            DataType::Map(..) => imports.push("java.util.Map"),
            DataType::Set(_) => imports.push("java.util.Set"),
            _ => {}
        });
    }
    imports.sort_unstable();
    imports.dedup();
    for import in &imports {
        text.line(format!("import {import};"));
    }
    if !imports.is_empty() {
        text.blank();
    }
}

fn parameters(interface: &Interface, function: &Function) -> String {
    let written = function.parameters.iter().map(|parameter| {
        let name = name(TARGET, Role::Parameter, &parameter.name);
        format!("{} {name}", type_words(interface, &parameter.data_type))
    });
    written.collect::<Vec<_>>().join(", ")
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("    ");
    imports(&mut text, interface);
    let name = class_name(interface);
    match &interface.item {
        Item::Function(function) => {
            text.block(format!("class {name} {{"), "}", |text| body(text, interface, function, "static "));
        }
        Item::Class(class) => {
            comment(&mut text, &wrap(&class.about, 88));
            text.block(format!("class {name} {{"), "}", |text| {
                comment(text, &describe(TARGET, &class.constructor, FAILS));
                text.line(format!("{name}({}) {{}}", parameters(interface, &class.constructor)));
                for method in &class.methods {
                    text.blank();
                    body(text, interface, method, "");
                }
            });
        }
    }
    for data_type in compounds(interface, types(interface)).iter().filter(|data_type| is_record(data_type)) {
        text.blank();
        let fields = fields(interface, data_type);
        let fields = fields.iter().map(|(field, data_type)| format!("{} {field}", type_words(interface, data_type)));
        let fields = fields.collect::<Vec<_>>().join(", ");
        text.line(format!("record {}({fields}) {{}}", boxed(interface, data_type)));
    }
    vec![SourceFile::new(&format!("{name}.java"), text.finish())]
}

fn body(text: &mut Text, interface: &Interface, function: &Function, modifier: &str) {
    comment(text, &describe(TARGET, function, FAILS));
    let result = function.result.as_ref().map_or_else(|| "void".to_owned(), |result| type_words(interface, result));
    let role = if modifier.is_empty() { Role::Method } else { Role::Function };
    let called = name(TARGET, role, &function.name);
    let head = format!("{modifier}{result} {called}({}) {{", parameters(interface, function));
    match &function.result {
        Some(result) => text.block(head, "}", |text| text.line(format!("return {};", default(interface, result)))),
        None => text.line(head + "}"),
    }
}

fn comment(text: &mut Text, lines: &[String]) {
    if !lines.is_empty() {
        // `\u` is an escape in comments, too.
        let safe: Vec<String> = lines.iter().map(|line| line.replace("*/", "* /").replace("\\u", "\\ u")).collect();
        text.line("/**");
        text.lines(" * ", &safe);
        text.line(" */");
    }
}

/// A value of the type that is wrong for most calls.
fn default(interface: &Interface, data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "false".to_owned(),
        DataType::Int => "0L".to_owned(),
        DataType::BigInt => "BigInteger.ZERO".to_owned(),
        DataType::Float => "0.0".to_owned(),
        DataType::String => "\"\"".to_owned(),
        DataType::Bytes => "new byte[0]".to_owned(),
        DataType::List(_) => "List.of()".to_owned(),
        DataType::Map(..) => "Map.of()".to_owned(),
        DataType::Set(_) => "Set.of()".to_owned(),
        DataType::Optional(_) => "null".to_owned(),
        DataType::Tuple(_) | DataType::Record(_) => {
            let fields = fields(interface, data_type);
            let values = fields.iter().map(|(_, data_type)| default(interface, data_type)).collect::<Vec<_>>();
            format!("new {}({})", boxed(interface, data_type), values.join(", "))
        }
    }
}

/// The program that calls the solution.
fn call(interface: &Interface) -> String {
    let mut text = Text::new("    ");
    text.line("// Calls a solution as /assay/call says; made for this challenge's types.");
    text.blank();
    imports(&mut text, interface);
    text.block("final class AssayCall {", "}", |text| {
        let functions = functions(interface);
        let records = compounds(interface, taken(&functions).into_iter().chain(given(&functions)));
        for data_type in records.iter().filter(|data_type| is_record(data_type)) {
            describe_record(text, interface, data_type);
            text.blank();
        }
        text.block("public static void main(String[] arguments) throws Exception {", "}", |text| {
            text.line("AssayWire.open();");
            match &interface.item {
                Item::Function(function) => {
                    let called = name(TARGET, Role::Function, &function.name);
                    // So that the method may be static or not.
                    step(text, interface, function, &format!("new Solution().{called}"));
                }
                Item::Class(class) => steps(text, interface, class),
            }
        });
    });
    text.finish()
}

fn describe_record(text: &mut Text, interface: &Interface, data_type: &DataType) {
    let name = boxed(interface, data_type);
    let fields = fields(interface, data_type);
    text.block(format!("static final AssayWire.Kind<{name}> {name} = new AssayWire.Kind<>() {{"), "};", |text| {
        text.block(format!("public {name} read() {{"), "}", |text| {
            let reads = fields.iter().map(|(_, data_type)| format!("{}.read()", kind(interface, data_type)));
            text.line(format!("return new {name}({});", reads.collect::<Vec<_>>().join(", ")));
        });
        text.blank();
        text.block(format!("public void write({name} value) {{"), "}", |text| {
            text.line("if (value == null) throw new AssayWire.Mismatch(\"null\");");
            for (field, data_type) in &fields {
                text.line(format!("{}.write(value.{field}());", kind(interface, data_type)));
            }
        });
    });
}

/// The kind that reads and writes a type.
fn kind(interface: &Interface, data_type: &DataType) -> String {
    let kind = |data_type| kind(interface, data_type);
    match data_type {
        DataType::Bool => "AssayWire.BOOL".to_owned(),
        DataType::Int => "AssayWire.INT".to_owned(),
        DataType::BigInt => "AssayWire.BIG_INT".to_owned(),
        DataType::Float => "AssayWire.FLOAT".to_owned(),
        DataType::String => "AssayWire.STRING".to_owned(),
        DataType::Bytes => "AssayWire.BYTES".to_owned(),
        DataType::List(item) => format!("AssayWire.list({})", kind(item)),
        DataType::Map(key, value) => format!("AssayWire.map({}, {})", kind(key), kind(value)),
        DataType::Set(item) => format!("AssayWire.set({})", kind(item)),
        DataType::Optional(item) => format!("AssayWire.optional({})", kind(item)),
        DataType::Tuple(_) | DataType::Record(_) => format!("AssayCall.{}", boxed(interface, data_type)),
    }
}

/// Reads the arguments into variables, and gives their names.
fn arguments(text: &mut Text, interface: &Interface, function: &Function, prefix: &str) -> String {
    let mut names = Vec::new();
    for (nth, parameter) in function.parameters.iter().enumerate() {
        let variable = type_words(interface, &parameter.data_type);
        text.line(format!("{variable} {prefix}{nth} = {}.read();", kind(interface, &parameter.data_type)));
        names.push(format!("{prefix}{nth}"));
    }
    names.join(", ")
}

/// One call of a function or method, and its record.
fn step(text: &mut Text, interface: &Interface, function: &Function, called: &str) {
    let call = format!("{called}({})", arguments(text, interface, function, "value"));
    match &function.result {
        Some(result) => text.line(format!("AssayWire.reply({}, () -> {call});", kind(interface, result))),
        None => text.block("AssayWire.reply(null, () -> {", "});", |text| {
            text.line(format!("{call};"));
            text.line("return null;");
        }),
    }
}

fn steps(text: &mut Text, interface: &Interface, class: &Class) {
    let given = arguments(text, interface, &class.constructor, "given");
    let name = type_name(TARGET, &class.name);
    text.line(format!("{name} object = AssayWire.reply(null, () -> new {name}({given}));"));
    text.line("if (object == null) return;");
    text.block("for (int steps = AssayWire.count(); steps > 0; steps--) {", "}", |text| {
        text.block("switch (AssayWire.step()) {", "}", |text| {
            for (nth, method) in class.methods.iter().enumerate() {
                let called = format!("object.{}", crate::name::name(TARGET, Role::Method, &method.name));
                text.block(format!("case {nth}: {{"), "}", |text| {
                    step(text, interface, method, &called);
                    text.line("break;");
                });
            }
            text.line("default:");
            text.line("    break;");
        });
    });
}
