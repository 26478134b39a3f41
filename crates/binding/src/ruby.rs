//! Ruby: a method at the top of a file, or a class; records are structs.

use assay_challenge::{DataType, Function, Interface, Item};

use crate::descriptor::fill;
use crate::name::{Role, name, type_name};
use crate::prose::describe;
use crate::text::{Text, wrap};
use crate::{Harness, SourceFile, Target};

const HARNESS: &str = include_str!("../../../sandbox/ruby/call.rb");
const TARGET: Target = Target::Ruby;

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, raise one.";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let role = match &interface.item {
        Item::Function(_) => Role::Function,
        Item::Class(_) => Role::Method,
    };
    let text = fill(TARGET, interface, submission, HARNESS, |function| signature(function, role));
    let harness = Harness::new(submission, SourceFile::new("assay_call.rb", text));
    Harness { entry: Some("AssayCall".to_owned()), ..harness }
}

/// The type as Ruby's documentation writes it.
pub(crate) fn type_words(data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "true or false".to_owned(),
        DataType::Int | DataType::BigInt => "Integer".to_owned(),
        DataType::Float => "Float".to_owned(),
        DataType::String => "String".to_owned(),
        DataType::Bytes => "binary String".to_owned(),
        DataType::List(item) => format!("Array<{}>", type_words(item)),
        DataType::Map(key, value) => format!("Hash<{}, {}>", type_words(key), type_words(value)),
        DataType::Set(item) => format!("Set<{}>", type_words(item)),
        DataType::Optional(item) => format!("{} or nil", type_words(item)),
        DataType::Tuple(items) => format!("[{}]", items.iter().map(type_words).collect::<Vec<_>>().join(", ")),
        DataType::Record(name) => type_name(TARGET, name),
    }
}

fn signature(function: &Function, role: Role) -> String {
    let names = function.parameters.iter().map(|parameter| name(TARGET, Role::Parameter, &parameter.name));
    let names = names.collect::<Vec<_>>().join(", ");
    let called = name(TARGET, role, &function.name);
    if names.is_empty() { format!("def {called}") } else { format!("def {called}({names})") }
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("  ");
    let mut sets = false;
    for data_type in crate::keys::types(interface) {
        crate::keys::visit(data_type, &mut |data_type| sets |= matches!(data_type, DataType::Set(_)));
    }
    if sets {
        text.line("require \"set\"");
        text.blank();
    }
    for record in &interface.records {
        for field in &record.fields {
            let name = name(TARGET, Role::Field, &field.name);
            text.line(format!("# {name}: {}", type_words(&field.data_type)));
        }
        let fields = record.fields.iter().map(|field| format!(":{}", name(TARGET, Role::Field, &field.name)));
        let fields = fields.collect::<Vec<_>>().join(", ");
        text.line(format!("{} = Struct.new({fields})", type_name(TARGET, &record.name)));
        text.blank();
    }
    match &interface.item {
        Item::Function(function) => body(&mut text, interface, function, Role::Function),
        Item::Class(class) => {
            text.lines("# ", &wrap(&class.about, 88));
            text.block(format!("class {}", type_name(TARGET, &class.name)), "end", |text| {
                let mut constructor = class.constructor.clone();
                constructor.result = None;
                text.lines("# ", &describe(TARGET, &constructor, FAILS));
                let signature = signature(&constructor, Role::Method);
                let given = signature.find('(').map_or("", |at| &signature[at..]);
                text.line(format!("def initialize{given}"));
                text.line("end");
                for method in &class.methods {
                    text.blank();
                    body(text, interface, method, Role::Method);
                }
            });
        }
    }
    vec![SourceFile::new("solution.rb", text.finish())]
}

fn body(text: &mut Text, interface: &Interface, function: &Function, role: Role) {
    let mut lines = describe(TARGET, function, FAILS);
    if let Some(result) = &function.result {
        lines.push(format!("Returns {}", type_words(result)));
    }
    text.lines("# ", &lines);
    text.block(signature(function, role), "end", |text| {
        if let Some(result) = &function.result {
            text.line(default(interface, result));
        }
    });
}

/// A value of the type that is wrong for most calls.
fn default(interface: &Interface, data_type: &DataType) -> String {
    let part = |data_type| default(interface, data_type);
    match data_type {
        DataType::Bool => "false".to_owned(),
        DataType::Int | DataType::BigInt => "0".to_owned(),
        DataType::Float => "0.0".to_owned(),
        DataType::String => "\"\"".to_owned(),
        DataType::Bytes => "\"\".b".to_owned(),
        DataType::List(_) => "[]".to_owned(),
        DataType::Map(..) => "{}".to_owned(),
        DataType::Set(_) => "Set.new".to_owned(),
        DataType::Optional(_) => "nil".to_owned(),
        DataType::Tuple(items) => format!("[{}]", items.iter().map(part).collect::<Vec<_>>().join(", ")),
        DataType::Record(record) => {
            let fields = interface.record(record).map_or(&[][..], |record| &record.fields);
            let values = fields.iter().map(|field| part(&field.data_type)).collect::<Vec<_>>();
            format!("{}.new({})", type_name(TARGET, record), values.join(", "))
        }
    }
}
