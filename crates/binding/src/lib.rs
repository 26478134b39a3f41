//! Functions and classes in nine languages: what a submission must define, how it is called, and what comes back.
//!
//! This crate runs nothing. It turns an [`Interface`] into source text and a [`Call`](assay_challenge::Call) into
//! bytes, and bytes into [`Reply`](assay_challenge::Reply)s:
//!
//! - [`stub`] is what a candidate begins with: the function or class with its types, that compiles and is not right.
//! - [`harness`] is the main file of the program that is run: it reads [`CALL`], calls the submission, and writes what
//!   came of each call to [`LOG`]. It knows no expected answer.
//! - [`request`] makes the content of [`CALL`], and [`replies`] reads that of [`LOG`], believing nothing in it.
//! - [`type_words`] names a type as the language does, for messages and documentation.
//!
//! The fixed parts of harnesses are files of their own, `sandbox/<language>/call.*`, to be read as what they are.
//!
//! ```
//! use assay_binding::{Replies, Rest, harness, replies, request, stub, type_words};
//! use assay_challenge::{Call, Function, Interface, Item, Language, Parameter, Reply, Value};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let function = Function {
//!     name: "two_sum".to_owned(),
//!     about: "Returns the places of the two numbers whose sum is `target`.".to_owned(),
//!     parameters: vec![
//!         Parameter { name: "numbers".to_owned(), data_type: "list<int>".parse()? },
//!         Parameter { name: "target".to_owned(), data_type: "int".parse()? },
//!     ],
//!     result: Some("tuple<int, int>".parse()?),
//!     fallible: false,
//! };
//! let interface = Interface { item: Item::Function(function), records: Vec::new() };
//! let python = Language::new("python").ok_or("not a name")?;
//!
//! let files = stub(&python, &interface).ok_or("no stub")?;
//! assert_eq!(files[0].name, "solution.py");
//! assert!(files[0].text.contains("def two_sum(numbers: list[int], target: int) -> tuple[int, int]:"));
//!
//! let harness = harness(&python, &interface, "solution.py").ok_or("no harness")?;
//! assert_eq!(harness.main, "assay_call.py");
//!
//! let numbers = [2, 7, 11].map(Value::Int).to_vec();
//! let call = Call::Function { arguments: vec![Value::List(numbers), Value::Int(9)], expected: None };
//! assert_eq!(request(&call), b"3\n2\n7\n11\n9\n");
//!
//! let pair = Value::Tuple(vec![Value::Int(0), Value::Int(1)]);
//! let read = replies(&interface, &call, b"R\n0\n1\n");
//! assert_eq!(read, Replies { replies: vec![Reply::Returned(Some(pair))], rest: Rest::Complete });
//!
//! assert_eq!(type_words(&python, &interface, &"map<string, int>".parse()?).as_deref(), Some("dict[str, int]"));
//! # Ok(())
//! # }
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod c;
mod compound;
mod cpp;
mod descriptor;
mod go;
mod java;
mod javascript;
mod keys;
mod name;
mod prose;
mod python;
mod ruby;
mod rust;
mod source;
mod target;
mod text;
mod wire;

use assay_challenge::{DataType, Interface, Language};

pub use source::{Harness, SourceFile, Wrapped};
pub use target::Target;
pub use wire::{CALL, LOG, Replies, Rest, replies, request};

/// The program that calls what the submission defines, as files beside the submission's own; `submission` is the name
/// of the submission's main file. `None` for a language in which functions and classes cannot be written.
pub fn harness(language: &Language, interface: &Interface, submission: &str) -> Option<Harness> {
    let target = Target::of(language)?;
    Some(match target {
        Target::Python => python::harness(interface, submission),
        Target::JavaScript | Target::TypeScript => javascript::harness(target, interface, submission),
        Target::Rust => rust::harness(interface, submission),
        Target::Go => go::harness(interface, submission),
        Target::Java => java::harness(interface, submission),
        Target::Ruby => ruby::harness(interface, submission),
        Target::C => c::harness(interface, submission),
        Target::Cpp => cpp::harness(interface, submission),
    })
}

/// The files a candidate begins with, the one to be completed first. `None` for a language in which functions and
/// classes cannot be written.
pub fn stub(language: &Language, interface: &Interface) -> Option<Vec<SourceFile>> {
    let target = Target::of(language)?;
    Some(match target {
        Target::Python => python::stub(interface),
        Target::JavaScript | Target::TypeScript => javascript::stub(target, interface),
        Target::Rust => rust::stub(interface),
        Target::Go => go::stub(interface),
        Target::Java => java::stub(interface),
        Target::Ruby => ruby::stub(interface),
        Target::C => c::stub(interface),
        Target::Cpp => cpp::stub(interface),
    })
}

/// The type in the language's own words, such as `dict[str, int]`. `None` for a language in which functions and classes
/// cannot be written.
pub fn type_words(language: &Language, interface: &Interface, data_type: &DataType) -> Option<String> {
    let target = Target::of(language)?;
    Some(match target {
        Target::Python => python::type_words(data_type),
        Target::JavaScript | Target::TypeScript => javascript::type_words(target, data_type),
        Target::Ruby => ruby::type_words(data_type),
        Target::Go => go::type_words(interface, data_type),
        Target::Rust => rust::type_words(data_type),
        Target::Java => java::type_words(interface, data_type),
        Target::C => c::type_words(interface, data_type),
        Target::Cpp => cpp::type_words(data_type),
    })
}
