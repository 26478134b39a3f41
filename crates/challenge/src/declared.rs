//! The tables `records`, `function` and `class`: how they are written, and the interface that comes of them.

mod check;

use crate::file::{ChallengeFile, ClassFile};
use crate::place::Places;
use crate::problem::Problem;
use crate::table::Table;
use crate::{Class, DataType, Function, Interface, Item, Kind, Parameter, Record};

const NAME: &str = "a name in quotes, in `snake_case`";
const CLASS_NAME: &str = "a name in quotes, in `PascalCase`";
const ABOUT: &str = "a sentence in quotes";
const TYPE: &str = "a type in quotes, such as `\"int\"` or `\"list<string>\"`";
const SWITCH: &str = "`true` or `false`";

/// Reads the list `records`.
pub(crate) fn records(top: &mut Table<'_>, problems: &mut Vec<Problem>) -> Vec<Record> {
    let tables = top.list("records", problems);
    let record = |mut table: Table<'_>| {
        let record = Record {
            name: table.need_text("name", CLASS_NAME, problems).unwrap_or_default(),
            fields: parameters(&mut table, "fields", problems),
        };
        table.finish(problems);
        record
    };
    tables.into_iter().map(record).collect()
}

/// Reads a function or method.
pub(crate) fn function(mut table: Table<'_>, problems: &mut Vec<Problem>) -> Function {
    let function = Function {
        name: table.need_text("name", NAME, problems).unwrap_or_default(),
        about: table.take("about", ABOUT, problems).unwrap_or_default(),
        parameters: parameters(&mut table, "parameters", problems),
        result: table.take("result", TYPE, problems),
        fallible: table.take("fallible", SWITCH, problems).unwrap_or_default(),
    };
    table.finish(problems);
    function
}

/// Reads the table `class`.
pub(crate) fn class(mut table: Table<'_>, problems: &mut Vec<Problem>) -> ClassFile {
    let class = ClassFile {
        name: table.need_text("name", CLASS_NAME, problems).unwrap_or_default(),
        about: table.take("about", ABOUT, problems).unwrap_or_default(),
        parameters: parameters(&mut table, "parameters", problems),
        fallible: table.take("fallible", SWITCH, problems).unwrap_or_default(),
        methods: table.list("methods", problems).into_iter().map(|table| function(table, problems)).collect(),
    };
    table.finish(problems);
    class
}

fn parameters(table: &mut Table<'_>, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Parameter> {
    let tables = table.list(key, problems);
    let parameter = |mut table: Table<'_>| {
        let name = table.need_text("name", NAME, problems);
        let data_type: Option<DataType> = table.need("type", TYPE, problems);
        table.finish(problems);
        Some(Parameter { name: name?, data_type: data_type? })
    };
    tables.into_iter().filter_map(parameter).collect()
}

/// The interface that is declared. It is `None` of a program, and where something is wrong with it.
pub(crate) fn interface(file: &ChallengeFile, places: &Places, problems: &mut Vec<Problem>) -> Option<Interface> {
    let item = match file.kind {
        Kind::Program => return None,
        Kind::Function => Item::Function(file.function.clone()?),
        Kind::Class => {
            let class = file.class.clone()?;
            let constructor = Function {
                name: "new".to_owned(),
                about: class.about.clone(),
                parameters: class.parameters,
                result: None,
                fallible: class.fallible,
            };
            Item::Class(Class { name: class.name, about: class.about, constructor, methods: class.methods })
        }
    };
    let interface = Interface { item, records: file.records.clone() };
    let before = problems.len();
    check::check(&interface, places, problems);
    // Cases held against an interface that is wrong would only say the same again.
    (problems.len() == before).then_some(interface)
}
