//! From a case's JSON to what is called, with the place of what is wrong.

use super::{Call, Expected, Step};
use crate::json::{Json, Shape};
use crate::mistake::Mistake;
use crate::spelling::closest;
use crate::{Class, Function, Interface, Item, Parameter, Value};

/// The longest sleep of one step: a day.
const SLEEP_MS: u64 = 86_400_000;

/// The most steps of one case.
const STEPS: usize = 1_000_000;

/// Reads cases of one interface.
pub(super) struct Reader<'a> {
    pub(super) interface: &'a Interface,
    /// Whether what must come of it is left to be computed.
    pub(super) generated: bool,
}

/// The entries of an object with known keys.
struct Entries<'a> {
    json: &'a Json,
    entries: &'a [(String, Json)],
}

impl<'a> Entries<'a> {
    fn of(json: &'a Json, known: &[&str]) -> Result<Self, Mistake> {
        let Shape::Object(entries) = &json.shape else {
            let help = format!("write an object with {}", known.join(", "));
            return Err(Mistake::new(json.line, format!("is {}, not an object", json.kind()), help));
        };
        if let Some((key, value)) = entries.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            let help = match closest(key, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known keys here: {}", known.join(", ")),
            };
            return Err(Mistake::new(value.line, "is not a known key", help).in_key(key));
        }
        Ok(Self { json, entries })
    }

    fn get(&self, key: &str) -> Option<&'a Json> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn need(&self, key: &str, help: &str) -> Result<&'a Json, Mistake> {
        self.get(key).ok_or_else(|| Mistake::new(self.json.line, "is missing", help).in_key(key))
    }
}

impl Reader<'_> {
    pub(super) fn call(&self, json: &Json) -> Result<Call, Mistake> {
        match &self.interface.item {
            Item::Function(function) => {
                let entries = Entries::of(json, &["args", "expected", "error"])?;
                let arguments = self.arguments(&entries, function)?;
                Ok(Call::Function { arguments, expected: self.expected(&entries, function)? })
            }
            Item::Class(class) => {
                let entries = Entries::of(json, &["args", "steps", "error"])?;
                let arguments = self.arguments(&entries, &class.constructor)?;
                let made = self.expected(&entries, &class.constructor)?;
                let steps = self.steps(&entries, class)?;
                if matches!(made, Some(Expected::Error(_))) && !steps.is_empty() {
                    let help = "remove the steps, or the error";
                    let message = "has steps, while making the object must fail";
                    return Err(Mistake::new(json.line, message, help).in_key("steps"));
                }
                Ok(Call::Class { arguments, made, steps })
            }
        }
    }

    fn arguments(&self, entries: &Entries<'_>, function: &Function) -> Result<Vec<Value>, Mistake> {
        let signature = signature(function);
        let json = entries.need("args", &format!("add `\"args\": […]` with an argument for each of {signature}"))?;
        let read = || {
            let Shape::List(found) = &json.shape else {
                let help = format!("write an array with an argument for each of {signature}");
                return Err(Mistake::new(json.line, format!("is {}, not an array", json.kind()), help));
            };
            let wanted = function.parameters.len();
            if found.len() != wanted {
                let message = format!("holds {} for {}", count(found.len(), "argument"), count(wanted, "parameter"));
                let help = format!("write an argument for each of {signature}");
                return Err(Mistake::new(json.line, message, help));
            }
            let one = |(nth, (json, parameter)): (usize, (&Json, &Parameter))| {
                Value::read(json, &parameter.data_type, self.interface).map_err(|mistake| mistake.in_item(nth))
            };
            found.iter().zip(&function.parameters).enumerate().map(one).collect()
        };
        read().map_err(|mistake| mistake.in_key("args"))
    }

    fn expected(&self, entries: &Entries<'_>, function: &Function) -> Result<Option<Expected>, Mistake> {
        let (value, error) = (entries.get("expected"), entries.get("error"));
        if let (true, Some(json)) = (self.generated, value.or(error)) {
            let key = if value.is_some() { "expected" } else { "error" };
            let help = "remove it: the solution in `generator.answers` says what must come of generated cases";
            return Err(Mistake::new(json.line, "is printed by the generator", help).in_key(key));
        }
        let expected = match (value, error, &function.result) {
            _ if self.generated => return Ok(None),
            (Some(json), Some(_), _) => {
                let message = "stands beside `error`";
                return Err(Mistake::new(json.line, message, "write one of the two").in_key("expected"));
            }
            (None, Some(json), _) => failure(json, function).map_err(|mistake| mistake.in_key("error"))?,
            (Some(json), None, None) => {
                let message = "means nothing: no result is declared";
                let help = "remove it, or give the function or method a `result` in challenge.toml";
                return Err(Mistake::new(json.line, message, help).in_key("expected"));
            }
            (Some(json), None, Some(data_type)) => {
                let value = Value::read(json, data_type, self.interface);
                Expected::Value(value.map_err(|mistake| mistake.in_key("expected"))?)
            }
            (None, None, None) => Expected::Nothing,
            (None, None, Some(data_type)) => {
                let help = format!("add `\"expected\": …` with a value of type {data_type}");
                return Err(Mistake::new(entries.json.line, "is missing", help).in_key("expected"));
            }
        };
        Ok(Some(expected))
    }

    fn steps(&self, entries: &Entries<'_>, class: &Class) -> Result<Vec<Step>, Mistake> {
        let Some(json) = entries.get("steps") else {
            if entries.get("error").is_some() {
                return Ok(Vec::new());
            }
            let help = "add `\"steps\": […]` with the methods to call, in order";
            return Err(Mistake::new(entries.json.line, "is missing", help).in_key("steps"));
        };
        let read = || {
            let Shape::List(found) = &json.shape else {
                let help = "write an array with the methods to call, in order";
                return Err(Mistake::new(json.line, format!("is {}, not an array", json.kind()), help));
            };
            if found.len() > STEPS {
                let message = format!("holds more than {STEPS} steps");
                return Err(Mistake::new(json.line, message, "split the case"));
            }
            let one = |(nth, json)| self.step(json, class).map_err(|mistake: Mistake| mistake.in_item(nth));
            found.iter().enumerate().map(one).collect()
        };
        read().map_err(|mistake| mistake.in_key("steps"))
    }

    fn step(&self, json: &Json, class: &Class) -> Result<Step, Mistake> {
        let entries = Entries::of(json, &["call", "args", "expected", "error", "sleep_ms"])?;
        if let Some(ms) = entries.get("sleep_ms") {
            if entries.entries.len() > 1 {
                let help = "make the sleep a step of its own";
                return Err(Mistake::new(ms.line, "stands beside other keys", help).in_key("sleep_ms"));
            }
            return sleep(ms).map_err(|mistake| mistake.in_key("sleep_ms"));
        }
        let called = entries.need("call", "name the method, or sleep with `\"sleep_ms\": …`")?;
        let names = || class.methods.iter().map(|method| method.name.as_str());
        let unknown = |message: String, help| Mistake::new(called.line, message, help).in_key("call");
        let Shape::Text(name) = &called.shape else {
            return Err(unknown(
                format!("is {}, not a method's name", called.kind()),
                "write the name in quotes".into(),
            ));
        };
        let Some(method) = names().position(|known| known == name) else {
            let help = match closest(name, names()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the methods are {}", names().collect::<Vec<_>>().join(", ")),
            };
            return Err(unknown(format!("is {name:?}, which is no method of {}", class.name), help));
        };
        let function = &class.methods[method];
        let arguments = self.arguments(&entries, function)?;
        Ok(Step::Method { method, arguments, expected: self.expected(&entries, function)? })
    }
}

fn failure(json: &Json, function: &Function) -> Result<Expected, Mistake> {
    if !function.fallible {
        let message = "is expected of what is not declared to fail";
        return Err(Mistake::new(json.line, message, "set `fallible = true` for it in challenge.toml"));
    }
    match &json.shape {
        Shape::Bool(true) => Ok(Expected::Error(None)),
        Shape::Text(reason) => Ok(Expected::Error(Some(reason.clone()))),
        _ => Err(Mistake::new(json.line, "is neither `true` nor a text", "write `true`, or the reason in quotes")),
    }
}

fn sleep(json: &Json) -> Result<Step, Mistake> {
    let ms = match &json.shape {
        Shape::Number(written) => written.parse().ok().filter(|ms| (1..=SLEEP_MS).contains(ms)),
        _ => None,
    };
    let wrong = || {
        let help = format!("write a whole number of milliseconds, from 1 to {SLEEP_MS}");
        Mistake::new(json.line, "is not a time to sleep", help)
    };
    ms.map(Step::Sleep).ok_or_else(wrong)
}

/// The parameters as a message names them, such as `(numbers: list<int>)`.
fn signature(function: &Function) -> String {
    let one = |parameter: &Parameter| format!("{}: {}", parameter.name, parameter.data_type);
    format!("({})", function.parameters.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn count(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
