//! Names for types that a language has no way to write without one, such as `IntList` for `list<int>`.

use std::collections::BTreeSet;

use assay_challenge::{DataType, Function, Interface};

use crate::Target;
use crate::name::type_name;

/// The types of an interface that have items or fields, those that others are made of first, each once.
pub(crate) fn compounds<'a>(interface: &'a Interface, types: impl IntoIterator<Item = &'a DataType>) -> Vec<DataType> {
    let mut found = Found { interface, seen: BTreeSet::new(), order: Vec::new() };
    types.into_iter().for_each(|data_type| found.add(data_type));
    found.order.retain(|data_type| !is_simple(data_type));
    found.order
}

/// Whether values of the type `wanted` can be anywhere in values of the others.
pub(crate) fn uses<'a>(
    interface: &'a Interface,
    types: impl IntoIterator<Item = &'a DataType>,
    wanted: &DataType,
) -> bool {
    let mut found = Found { interface, seen: BTreeSet::new(), order: Vec::new() };
    types.into_iter().for_each(|data_type| found.add(data_type));
    found.order.contains(wanted)
}

fn is_simple(data_type: &DataType) -> bool {
    matches!(
        data_type,
        DataType::Bool | DataType::Int | DataType::BigInt | DataType::Float | DataType::String | DataType::Bytes
    )
}

struct Found<'a> {
    interface: &'a Interface,
    seen: BTreeSet<String>,
    order: Vec<DataType>,
}

impl<'a> Found<'a> {
    fn add(&mut self, data_type: &'a DataType) {
        if !self.seen.insert(data_type.to_string()) {
            return;
        }
        match data_type {
            DataType::List(item) | DataType::Set(item) | DataType::Optional(item) => self.add(item),
            DataType::Map(key, value) => {
                self.add(key);
                self.add(value);
            }
            DataType::Tuple(items) => items.iter().for_each(|item| self.add(item)),
            DataType::Record(name) => {
                let fields = self.interface.record(name).map_or(&[][..], |record| &record.fields);
                for field in fields {
                    self.add(&field.data_type);
                }
            }
            _ => {}
        }
        self.order.push(data_type.clone());
    }
}

/// What the functions take.
pub(crate) fn taken<'a>(functions: &[&'a Function]) -> Vec<&'a DataType> {
    functions.iter().flat_map(|function| &function.parameters).map(|parameter| &parameter.data_type).collect()
}

/// What the functions give.
pub(crate) fn given<'a>(functions: &[&'a Function]) -> Vec<&'a DataType> {
    functions.iter().filter_map(|function| function.result.as_ref()).collect()
}

/// The functions of an interface: the only one, or the constructor and the methods.
pub(crate) fn functions(interface: &Interface) -> Vec<&Function> {
    match &interface.item {
        assay_challenge::Item::Function(function) => vec![function],
        assay_challenge::Item::Class(class) => std::iter::once(&class.constructor).chain(&class.methods).collect(),
    }
}

/// A name made of the names of what the type is made of: `IntList`, `StringToIntMap`, `IntStringPair`. A record that
/// has the name already keeps it.
pub(crate) fn compound_name(target: Target, interface: &Interface, data_type: &DataType) -> String {
    let name = written(target, data_type);
    let taken = !matches!(data_type, DataType::Record(_)) && interface.record(&name).is_some();
    if taken { name + "_" } else { name }
}

fn written(target: Target, data_type: &DataType) -> String {
    let written = |data_type| written(target, data_type);
    match data_type {
        DataType::Bool => "Bool".to_owned(),
        DataType::Int => "Int".to_owned(),
        DataType::BigInt => "BigInt".to_owned(),
        DataType::Float => "Float".to_owned(),
        DataType::String => "String".to_owned(),
        DataType::Bytes => "Bytes".to_owned(),
        DataType::List(item) => written(item) + "List",
        DataType::Map(key, value) => format!("{}To{}Map", written(key), written(value)),
        DataType::Set(item) => written(item) + "Set",
        DataType::Optional(item) => written(item) + "Option",
        DataType::Tuple(items) => {
            let kind = match items.len() {
                2 => "Pair".to_owned(),
                3 => "Triple".to_owned(),
                count => format!("Tuple{count}"),
            };
            items.iter().map(written).collect::<String>() + &kind
        }
        DataType::Record(name) => type_name(target, name),
    }
}

/// What the places of a tuple are called.
pub(crate) fn place_name(nth: usize) -> String {
    match nth {
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        2 => "third".to_owned(),
        nth => format!("item{}", nth + 1),
    }
}

#[cfg(test)]
mod tests {
    use assay_challenge::{Function, Interface, Item, Record};

    use super::{compound_name, compounds};
    use crate::Target;

    fn interface() -> Interface {
        let function = Function {
            name: "f".to_owned(),
            about: String::new(),
            parameters: Vec::new(),
            result: None,
            fallible: false,
        };
        let record = Record { name: "IntList".to_owned(), fields: Vec::new() };
        Interface { item: Item::Function(function), records: vec![record] }
    }

    #[test]
    fn names_say_what_a_type_is_made_of() {
        for (data_type, name) in [
            ("list<list<string>>", "StringListList"),
            ("optional<list<bool>>", "BoolListOption"),
            ("list<optional<bool>>", "BoolOptionList"),
            ("map<string, list<float>>", "StringToFloatListMap"),
            ("tuple<int, string, bytes, bigint>", "IntStringBytesBigIntTuple4"),
            ("IntList", "IntList"),
            ("list<int>", "IntList_"),
        ] {
            let named = data_type.parse().map(|data_type| compound_name(Target::C, &interface(), &data_type));
            assert_eq!(named, Ok(name.to_owned()));
        }
    }

    #[test]
    fn types_come_after_what_they_are_made_of() -> Result<(), String> {
        let data_type = "list<map<string, list<int>>>".parse()?;
        let names: Vec<String> =
            compounds(&interface(), [&data_type]).iter().map(std::string::ToString::to_string).collect();
        assert_eq!(names, ["list<int>", "map<string, list<int>>", "list<map<string, list<int>>>"]);
        Ok(())
    }
}
