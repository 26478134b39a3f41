//! A case of a function or class: what is called, and what must come of it.

use crate::Value;

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
        /// What must come of making the object: it succeeds, unless this is an error.
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
