//! Python: a module with the function or class; records are dataclasses.

use assay_challenge::{DataType, Function, Interface, Item};

use crate::descriptor::fill;
use crate::name::{Role, name, type_name};
use crate::prose::describe;
use crate::text::Text;
use crate::{Harness, SourceFile, Target, keys};

const HARNESS: &str = include_str!("../../../sandbox/python/call.py");
const TARGET: Target = Target::Python;

/// How a call fails, for the comments of stubs.
const FAILS: &str = "Where the statement asks for an error, raise an exception.";

pub(crate) fn harness(interface: &Interface, submission: &str) -> Harness {
    let form = match &interface.item {
        Item::Function(_) => Form::Plain,
        Item::Class(_) => Form::PlainMethod,
    };
    let text = fill(TARGET, interface, submission, HARNESS, |function| signature(function, form));
    let harness = Harness::new(submission, SourceFile::new("assay_call.py", text));
    Harness { entry: Some("main".to_owned()), ..harness }
}

/// The type as an annotation.
pub(crate) fn type_words(data_type: &DataType) -> String {
    match data_type {
        DataType::Bool => "bool".to_owned(),
        DataType::Int | DataType::BigInt => "int".to_owned(),
        DataType::Float => "float".to_owned(),
        DataType::String => "str".to_owned(),
        DataType::Bytes => "bytes".to_owned(),
        DataType::List(item) => format!("list[{}]", type_words(item)),
        DataType::Map(key, value) => format!("dict[{}, {}]", type_words(key), type_words(value)),
        DataType::Set(item) => format!("set[{}]", type_words(item)),
        DataType::Optional(item) => format!("{} | None", type_words(item)),
        DataType::Tuple(items) => {
            format!("tuple[{}]", items.iter().map(type_words).collect::<Vec<_>>().join(", "))
        }
        DataType::Record(name) => type_name(TARGET, name),
    }
}

/// Which form of a signature is wanted.
#[derive(Clone, Copy)]
enum Form {
    /// `def two_sum(numbers, target)`, for messages.
    Plain,
    /// The same, of a method.
    PlainMethod,
    /// `def two_sum(numbers: list[int], target: int) -> int:`.
    Annotated,
    /// The same, of a method.
    Method,
    /// The same, of a constructor.
    Constructor,
}

fn signature(function: &Function, form: Form) -> String {
    let mut parameters: Vec<String> = Vec::new();
    if matches!(form, Form::PlainMethod | Form::Method | Form::Constructor) {
        parameters.push("self".to_owned());
    }
    for parameter in &function.parameters {
        let name = name(TARGET, Role::Parameter, &parameter.name);
        parameters.push(match form {
            Form::Plain | Form::PlainMethod => name,
            _ => format!("{name}: {}", type_words(&parameter.data_type)),
        });
    }
    let parameters = parameters.join(", ");
    let result = function.result.as_ref().map_or_else(|| "None".to_owned(), type_words);
    match form {
        Form::Plain => format!("def {}({parameters})", name(TARGET, Role::Function, &function.name)),
        Form::PlainMethod => format!("def {}({parameters})", name(TARGET, Role::Method, &function.name)),
        Form::Annotated => format!("def {}({parameters}) -> {result}:", name(TARGET, Role::Function, &function.name)),
        Form::Method => format!("def {}({parameters}) -> {result}:", name(TARGET, Role::Method, &function.name)),
        Form::Constructor => format!("def __init__({parameters}) -> None:"),
    }
}

pub(crate) fn stub(interface: &Interface) -> Vec<SourceFile> {
    let mut text = Text::new("    ");
    if !interface.records.is_empty() {
        text.line("from dataclasses import dataclass");
        text.blank();
        text.blank();
    }
    for record in &interface.records {
        let hashed = keys::is_key(interface, &record.name);
        text.line(if hashed { "@dataclass(frozen=True)" } else { "@dataclass" });
        text.block(format!("class {}:", type_name(TARGET, &record.name)), "", |text| {
            for field in &record.fields {
                let name = name(TARGET, Role::Field, &field.name);
                text.line(format!("{name}: {}", type_words(&field.data_type)));
            }
        });
        text.blank();
        text.blank();
    }
    match &interface.item {
        Item::Function(function) => body(&mut text, interface, function, Form::Annotated),
        Item::Class(class) => text.block(format!("class {}:", type_name(TARGET, &class.name)), "", |text| {
            docstring(text, &crate::text::wrap(&class.about, 84));
            text.blank();
            body(text, interface, &class.constructor, Form::Constructor);
            for method in &class.methods {
                text.blank();
                body(text, interface, method, Form::Method);
            }
        }),
    }
    vec![SourceFile::new("solution.py", text.finish())]
}

fn body(text: &mut Text, interface: &Interface, function: &Function, form: Form) {
    text.block(signature(function, form), "", |text| {
        docstring(text, &describe(TARGET, function, FAILS));
        match &function.result {
            Some(result) if !matches!(form, Form::Constructor) => {
                text.line(format!("return {}", default(interface, result)));
            }
            _ => text.line("pass"),
        }
    });
}

fn docstring(text: &mut Text, lines: &[String]) {
    let safe: Vec<String> = lines.iter().map(|line| line.replace('\\', "\\\\").replace("\"\"\"", "'''")).collect();
    match &safe[..] {
        [] => {}
        [line] if !line.ends_with('"') => text.line(format!("\"\"\"{line}\"\"\"")),
        [first, rest @ ..] => {
            text.line(format!("\"\"\"{first}"));
            text.lines("", rest);
            text.line("\"\"\"");
        }
    }
}

/// A value of the type that is wrong for most calls.
fn default(interface: &Interface, data_type: &DataType) -> String {
    let all = |types: &mut dyn Iterator<Item = &DataType>| {
        types.map(|data_type| default(interface, data_type)).collect::<Vec<_>>().join(", ")
    };
    match data_type {
        DataType::Bool => "False".to_owned(),
        DataType::Int | DataType::BigInt => "0".to_owned(),
        DataType::Float => "0.0".to_owned(),
        DataType::String => "\"\"".to_owned(),
        DataType::Bytes => "b\"\"".to_owned(),
        DataType::List(_) => "[]".to_owned(),
        DataType::Map(..) => "{}".to_owned(),
        DataType::Set(_) => "set()".to_owned(),
        DataType::Optional(_) => "None".to_owned(),
        DataType::Tuple(items) => format!("({})", all(&mut items.iter())),
        DataType::Record(name) => {
            let fields = interface.record(name).map_or(&[][..], |record| &record.fields);
            format!("{}({})", type_name(TARGET, name), all(&mut fields.iter().map(|field| &field.data_type)))
        }
    }
}
