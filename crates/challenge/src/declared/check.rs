//! What an interface must be for every language to be able to write it: names, keys, and records that end.

use std::collections::BTreeMap;

use crate::name::{self, Purpose};
use crate::place::Places;
use crate::problem::Problem;
use crate::spelling::closest;
use crate::{DataType, Function, Interface, Item, Parameter, Record};

/// The most parameters or fields.
const PARAMETERS: usize = 16;

/// Reports everything that some language could not write.
pub(super) fn check(interface: &Interface, places: &Places, problems: &mut Vec<Problem>) {
    let mut check = Check { records: &interface.records, places, problems };
    check.records();
    match &interface.item {
        Item::Function(function) => {
            check.name("function", &function.name, Purpose::Function);
            check.signature("function", function);
        }
        Item::Class(class) => {
            check.name("class", &class.name, Purpose::Type);
            if let Some(record) = interface.records.iter().position(|record| record.name == class.name) {
                let message = format!("`{}` is the name of the class too", class.name);
                check.say(&format!("records[{record}].name"), &message, "give each its own name");
            }
            check.signature("class", &class.constructor);
            if class.methods.is_empty() {
                check.say("class.methods", "declares no method", "add one: `methods = [{ name = \"get\", … }]`");
            }
            check.different("class.methods", class.methods.iter().map(|method| method.name.as_str()));
            for (nth, method) in class.methods.iter().enumerate() {
                let key = format!("class.methods[{nth}]");
                check.name(&key, &method.name, Purpose::Method);
                check.signature(&key, method);
            }
        }
    }
}

struct Check<'a> {
    records: &'a [Record],
    places: &'a Places,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn say(&mut self, key: &str, message: &str, help: &str) {
        let problem = self.places.problem(key, message, help);
        // What is missing has no line; the table it is missing from has.
        let above = key.rsplit_once('.').and_then(|(table, _)| self.places.line(table));
        self.problems.push(Problem { line: problem.line.or(above), ..problem });
    }

    /// The name in the table `key`. Of one that was missing enough has been said.
    fn name(&mut self, key: &str, name: &str, purpose: Purpose) {
        if name.is_empty() {
            return;
        }
        if let Err((message, help)) = name::check(name, purpose) {
            self.say(&format!("{key}.name"), &message, help);
        }
    }

    /// Refuses names that some language cannot tell apart.
    fn different<'n>(&mut self, list: &str, names: impl Iterator<Item = &'n str>) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (nth, name) in names.enumerate() {
            if let Some(first) = seen.get(&name::folded(name)).filter(|_| !name.is_empty()) {
                let message = if *first == name {
                    format!("`{name}` is there twice")
                } else {
                    format!("`{name}` is the same as `{first}` in some languages")
                };
                self.say(&format!("{list}[{nth}].name"), &message, "give each its own name");
            }
            seen.entry(name::folded(name)).or_insert(name);
        }
    }

    fn signature(&mut self, key: &str, function: &Function) {
        self.parameters(&format!("{key}.parameters"), &function.parameters, Purpose::Parameter);
        if let Some(result) = &function.result {
            self.data_type(&format!("{key}.result"), result);
        }
    }

    fn parameters(&mut self, list: &str, parameters: &[Parameter], purpose: Purpose) {
        if parameters.len() > PARAMETERS {
            let message = format!("holds {} entries, more than {PARAMETERS}", parameters.len());
            self.say(list, &message, "put what belongs together into a record or a list");
        }
        self.different(list, parameters.iter().map(|parameter| parameter.name.as_str()));
        for (nth, parameter) in parameters.iter().enumerate() {
            let key = format!("{list}[{nth}]");
            self.name(&key, &parameter.name, purpose);
            self.data_type(&format!("{key}.type"), &parameter.data_type);
        }
    }

    fn records(&mut self) {
        self.different("records", self.records.iter().map(|record| record.name.as_str()));
        for (nth, record) in self.records.iter().enumerate() {
            let key = format!("records[{nth}]");
            self.name(&key, &record.name, Purpose::Type);
            if record.fields.is_empty() {
                self.say(&format!("{key}.fields"), "declares no field", "add one: `fields = [{ name = \"x\", … }]`");
            }
            self.parameters(&format!("{key}.fields"), &record.fields, Purpose::Field);
        }
        for nth in self.endless() {
            let message = format!("`{}` holds itself", self.records[nth].name);
            let help = "values of it would never end, and C has no way to write it: use a list of records and places";
            self.say(&format!("records[{nth}].fields"), &message, help);
        }
    }

    /// The records that hold themselves, by themselves or through others.
    fn endless(&self) -> Vec<usize> {
        let place = |name: &str| self.records.iter().position(|record| record.name == name);
        let inside = |record: &Record| {
            let mut names = Vec::new();
            record.fields.iter().for_each(|field| named(&field.data_type, &mut names));
            names.iter().filter_map(|name| place(name)).collect::<Vec<_>>()
        };
        let holds: Vec<Vec<usize>> = self.records.iter().map(inside).collect();
        let reaches_itself = |start: &usize| {
            let (mut seen, mut left) = (vec![false; holds.len()], holds[*start].clone());
            while let Some(next) = left.pop() {
                if next == *start {
                    return true;
                }
                if !std::mem::replace(&mut seen[next], true) {
                    left.extend(&holds[next]);
                }
            }
            false
        };
        (0..holds.len()).filter(reaches_itself).collect()
    }

    fn data_type(&mut self, key: &str, data_type: &DataType) {
        match data_type {
            DataType::List(item) | DataType::Optional(item) => self.data_type(key, item),
            DataType::Set(item) => self.key(key, item),
            DataType::Map(name, value) => {
                self.key(key, name);
                self.data_type(key, value);
            }
            DataType::Tuple(items) => items.iter().for_each(|item| self.data_type(key, item)),
            DataType::Record(name) if !self.records.iter().any(|record| record.name == *name) => {
                let records = || self.records.iter().map(|record| record.name.as_str());
                let help = match (closest(name, records()), records().next()) {
                    (Some(meant), _) => format!("did you mean `{meant}`?"),
                    (None, Some(_)) => format!("the records are {}", records().collect::<Vec<_>>().join(", ")),
                    (None, None) => format!("declare it: `[[records]]` with `name = \"{name}\"` and `fields`"),
                };
                self.say(key, &format!("`{name}` is not a record"), &help);
            }
            _ => {}
        }
    }

    /// What keys of maps and items of sets are in every language: what is compared by value in all of them.
    fn key(&mut self, key: &str, data_type: &DataType) {
        if !matches!(data_type, DataType::Bool | DataType::Int | DataType::String) {
            let message = format!("has {data_type} as a key of a map or an item of a set");
            let help = "only bool, int and string are compared by value in every language: use a list";
            self.say(key, &message, help);
        }
    }
}

/// The records that a type names.
fn named<'t>(data_type: &'t DataType, names: &mut Vec<&'t str>) {
    match data_type {
        DataType::List(item) | DataType::Set(item) | DataType::Optional(item) => named(item, names),
        DataType::Map(key, value) => [key, value].into_iter().for_each(|part| named(part, names)),
        DataType::Tuple(items) => items.iter().for_each(|item| named(item, names)),
        DataType::Record(name) => names.push(name),
        _ => {}
    }
}
