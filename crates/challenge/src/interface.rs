//! What a function or class must look like, whatever language it is written in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::DataType;

/// What a submission defines when it is no whole program, and the records its values are made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interface {
    /// The function or class.
    pub item: Item,
    /// The records that its types name.
    pub records: Vec<Record>,
}

/// A function or a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// Called once in a case.
    Function(Function),
    /// Made once in a case, and then operated on step by step.
    Class(Class),
}

/// A function, or a class's constructor or method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// Its name in `snake_case`; each language writes it by its own habit.
    pub name: String,
    /// What it does, in a sentence or two.
    #[serde(default)]
    pub about: String,
    /// Its parameters, in order.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// The type of its result; it returns nothing if absent.
    pub result: Option<DataType>,
    /// Whether it may fail with an error where a case says so.
    #[serde(default)]
    pub fallible: bool,
}

/// A parameter of a function, or a field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its name in `snake_case`.
    pub name: String,
    /// Its type, such as `list<int>`.
    #[serde(rename = "type")]
    pub data_type: DataType,
}

/// A class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its name in `PascalCase`.
    pub name: String,
    /// What its objects are, in a sentence or two.
    pub about: String,
    /// Makes an object; its name and result are not used.
    pub constructor: Function,
    /// Its methods, in order.
    pub methods: Vec<Function>,
}

/// A type made of named fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its name in `PascalCase`.
    pub name: String,
    /// Its fields, in order.
    pub fields: Vec<Parameter>,
}

impl Interface {
    /// The record of this name.
    pub fn record(&self, name: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.name == name)
    }
}
