//! What goes into a sandbox and what comes out of it, when a function or class is called there.
//!
//! The host writes [`CALL`] and the harness writes [`LOG`]. Both are text as far as they can be, one item a line,
//! so that a harness in any language reads them in few lines:
//!
//! | type | written as |
//! | --- | --- |
//! | bool | `T` or `F` |
//! | int, bigint | decimal digits, after `-` if below zero |
//! | float | a decimal that reads back as the same number, or `NaN`, `Infinity`, `-Infinity` |
//! | string, bytes | the number of bytes, a new line, the bytes |
//! | list, set | the number of items, then the items |
//! | map | the number of entries, then key and value of each |
//! | optional | `0`, or `1` and then the value |
//! | tuple, record | the items, one after another |
//!
//! A function's call is its arguments. A class's is the constructor's arguments, the number of steps, and for each step
//! the method's place among the methods and its arguments, or `z` and the milliseconds to sleep.

mod reader;

use assay_challenge::{Call, Function, Interface, Item, Reply, Step, Value};

use reader::{Reader, Stop};

/// Where the harness finds what to call.
pub const CALL: &str = "/assay/call";

/// Where the harness writes what came of it.
pub const LOG: &str = "/assay/results/log";

/// What a harness reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Replies {
    /// One for the function's call; for a class one for the constructor, then one for each method that was called.
    pub replies: Vec<Reply>,
    /// How the report ends.
    pub rest: Rest,
}

/// How a report ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Everything that was asked has its reply.
    Complete,
    /// It ends before the next reply or inside it: the run ended early.
    Short,
    /// The next reply is not one that a harness writes: the submission wrote into the file.
    Garbled {
        /// How many bytes were read before.
        at: usize,
        /// What is wrong.
        reason: String,
    },
}

/// The content of [`CALL`]. The values must be of the interface's types, as loading a challenge ensures.
pub fn request(call: &Call) -> Vec<u8> {
    let mut out = Vec::new();
    match call {
        Call::Function { arguments, .. } => write_all(&mut out, arguments),
        Call::Class { arguments, steps, .. } => {
            write_all(&mut out, arguments);
            line(&mut out, &steps.len().to_string());
            for step in steps {
                match step {
                    Step::Method { method, arguments, .. } => {
                        line(&mut out, &method.to_string());
                        write_all(&mut out, arguments);
                    }
                    Step::Sleep(milliseconds) => line(&mut out, &format!("z {milliseconds}")),
                }
            }
        }
    }
    out
}

/// Reads the content of [`LOG`], which may be any bytes at all.
pub fn replies(interface: &Interface, call: &Call, log: &[u8]) -> Replies {
    let mut reader = Reader::new(interface, log);
    let mut replies = Vec::new();
    for result in asked(interface, call) {
        let at = reader.at();
        match reader.reply(result) {
            Ok(reply) => replies.push(reply),
            Err(Stop::Short) => return Replies { replies, rest: Rest::Short },
            Err(Stop::Garbled(reason)) => return Replies { replies, rest: Rest::Garbled { at, reason } },
        }
        let construction_failed = matches!(call, Call::Class { .. })
            && replies.len() == 1
            && matches!(replies[0], Reply::Raised { .. } | Reply::WrongType { .. });
        if construction_failed {
            break;
        }
    }
    let rest = match reader.left() {
        0 => Rest::Complete,
        left => Rest::Garbled { at: reader.at(), reason: format!("{left} bytes follow the last reply") },
    };
    Replies { replies, rest }
}

/// The function or method that each reply is of; `None` for a constructor.
fn asked<'a>(interface: &'a Interface, call: &'a Call) -> Vec<Option<&'a Function>> {
    match (&interface.item, call) {
        (Item::Function(function), Call::Function { .. }) => vec![Some(function)],
        (Item::Class(class), Call::Class { steps, .. }) => {
            let methods = steps.iter().filter_map(|step| match step {
                Step::Method { method, .. } => class.methods.get(*method).map(Some),
                Step::Sleep(_) => None,
            });
            std::iter::once(None).chain(methods).collect()
        }
        _ => Vec::new(),
    }
}

fn write_all(out: &mut Vec<u8>, values: &[Value]) {
    for value in values {
        write(out, value);
    }
}

/// Writes one value.
fn write(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Bool(value) => line(out, if *value { "T" } else { "F" }),
        Value::Int(value) => line(out, &value.to_string()),
        Value::BigInt(digits) => line(out, digits),
        Value::Float(value) => line(out, &float(*value)),
        Value::String(text) => block(out, text.as_bytes()),
        Value::Bytes(bytes) => block(out, bytes),
        Value::List(items) | Value::Set(items) => {
            line(out, &items.len().to_string());
            write_all(out, items);
        }
        Value::Map(entries) => {
            line(out, &entries.len().to_string());
            for (key, value) in entries {
                write(out, key);
                write(out, value);
            }
        }
        Value::Optional(None) => line(out, "0"),
        Value::Optional(Some(value)) => {
            line(out, "1");
            write(out, value);
        }
        Value::Tuple(items) | Value::Record(items) => write_all(out, items),
    }
}

fn line(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
    out.push(b'\n');
}

fn block(out: &mut Vec<u8>, bytes: &[u8]) {
    line(out, &bytes.len().to_string());
    out.extend_from_slice(bytes);
    out.push(b'\n');
}

/// The shortest decimal that reads back as the same number.
fn float(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else {
        format!("{value:?}")
    }
}

#[cfg(test)]
mod tests;
