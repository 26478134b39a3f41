//! A case of a function or class: what is called, what must come of it, and how JSON writes it.

use serde_json::json;

use self::read::Reader;
use crate::json::Json;
use crate::mistake::Mistake;
use crate::{Class, Function, Interface, Item, Value};

mod read;

/// What one case does.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    /// One call of the function.
    Function {
        /// One argument for each parameter.
        arguments: Vec<Value>,
        /// What must come of it; `None` in a generated case before its answer is known.
        expected: Option<Expected>,
    },
    /// An object made and operated on.
    Class {
        /// The constructor's arguments.
        arguments: Vec<Value>,
        /// What must come of making the object: nothing, which means that it succeeds, or an error; `None` in a
        /// generated case before its answer is known.
        made: Option<Expected>,
        /// What is done, in order.
        steps: Vec<Step>,
    },
}

/// One operation on an object.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A method is called.
    Method {
        /// Its place among the class's methods.
        method: usize,
        /// One argument for each parameter.
        arguments: Vec<Value>,
        /// What must come of it; `None` in a generated case before its answer is known.
        expected: Option<Expected>,
    },
    /// The virtual clock is put forward by this many milliseconds.
    Sleep(u64),
}

/// What must come of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// It returns nothing.
    Nothing,
    /// It returns this.
    Value(Value),
    /// It fails, for this reason in words for people, which are not compared.
    Error(Option<String>),
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// It returned; nothing, if the function has no result.
    Returned(Option<Value>),
    /// It failed with an error or exception.
    Raised {
        /// The error's class, where the language has one, such as `ValueError`.
        kind: String,
        /// What it says.
        message: String,
        /// Whether it tells of a mistake in the program, such as an unknown name, and so never is the expected error.
        mistake: bool,
    },
    /// It returned something of another type, described in the language's own words.
    WrongType {
        /// What it is, such as `str`.
        actual: String,
    },
}

impl Call {
    /// Reads a case as a setter writes it, with everything that must come of it.
    pub fn from_json(text: &[u8], interface: &Interface) -> Result<Self, Mistake> {
        Reader { interface, generated: false }.call(&Json::parse(text)?)
    }

    /// Reads a case as a generator prints it: what must come of it is not said, and is `None` everywhere.
    pub fn from_generated_json(text: &[u8], interface: &Interface) -> Result<Self, Mistake> {
        Reader { interface, generated: true }.call(&Json::parse(text)?)
    }

    /// The case as [`Call::from_json`] reads it, or as a generator prints it where nothing is expected yet.
    pub fn to_json(&self, interface: &Interface) -> serde_json::Value {
        let mut json = json!({});
        match (self, &interface.item) {
            (Self::Function { arguments, expected }, Item::Function(function)) => {
                json["args"] = arguments_json(arguments, function, interface);
                expect(&mut json, expected.as_ref(), function, interface);
            }
            (Self::Class { arguments, made, steps }, Item::Class(class)) => {
                json["args"] = arguments_json(arguments, &class.constructor, interface);
                expect(&mut json, made.as_ref(), &class.constructor, interface);
                json["steps"] = steps.iter().map(|step| step_json(step, class, interface)).collect();
            }
            _ => {}
        }
        json
    }

    /// What must come of it, for a checker that is a program: a function's result, or a list with an entry for each
    /// of a class's steps. It is `null` where nothing is returned, and `{"error": …}` where it must fail.
    pub fn expected_json(&self, interface: &Interface) -> serde_json::Value {
        let one = |expected: &Option<Expected>, function: &Function| match (expected, &function.result) {
            (Some(Expected::Value(value)), Some(data_type)) => value.to_json(data_type, interface),
            (Some(Expected::Error(reason)), _) => json!({ "error": reason_json(reason.as_deref()) }),
            _ => serde_json::Value::Null,
        };
        match (self, &interface.item) {
            (Self::Function { expected, .. }, Item::Function(function)) => one(expected, function),
            (Self::Class { made: made @ Some(Expected::Error(_)), .. }, Item::Class(class)) => {
                one(made, &class.constructor)
            }
            (Self::Class { steps, .. }, Item::Class(class)) => {
                let step = |step: &Step| match step {
                    Step::Method { method, expected, .. } => {
                        class.methods.get(*method).map_or(serde_json::Value::Null, |method| one(expected, method))
                    }
                    Step::Sleep(_) => serde_json::Value::Null,
                };
                steps.iter().map(step).collect()
            }
            _ => serde_json::Value::Null,
        }
    }
}

fn arguments_json(arguments: &[Value], function: &Function, interface: &Interface) -> serde_json::Value {
    let pairs = arguments.iter().zip(&function.parameters);
    pairs.map(|(value, parameter)| value.to_json(&parameter.data_type, interface)).collect()
}

fn step_json(step: &Step, class: &Class, interface: &Interface) -> serde_json::Value {
    let mut json = json!({});
    match step {
        Step::Sleep(ms) => json["sleep_ms"] = json!(ms),
        Step::Method { method, arguments, expected } => {
            if let Some(method) = class.methods.get(*method) {
                json["call"] = json!(method.name);
                json["args"] = arguments_json(arguments, method, interface);
                expect(&mut json, expected.as_ref(), method, interface);
            }
        }
    }
    json
}

fn expect(json: &mut serde_json::Value, expected: Option<&Expected>, function: &Function, interface: &Interface) {
    match (expected, &function.result) {
        (Some(Expected::Value(value)), Some(data_type)) => json["expected"] = value.to_json(data_type, interface),
        (Some(Expected::Error(reason)), _) => json["error"] = reason_json(reason.as_deref()),
        _ => {}
    }
}

fn reason_json(reason: Option<&str>) -> serde_json::Value {
    reason.map_or(json!(true), |reason| json!(reason))
}

#[cfg(test)]
mod tests;
