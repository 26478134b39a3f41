//! Turns an exercise's canonical data, as Exercism publishes it, into a challenge that asks for a function.
//!
//! The data says nothing of types: they are guessed from the values of all cases, and what no type fits is refused
//! with the reason. What comes out is a beginning: a setter goes over the statement, the limits and the solutions.

mod adapt;
mod canonical;
mod folder;
mod guess;
mod names;

use thiserror::Error;

use self::adapt::adapt;
use self::canonical::Exercise;
use self::guess::Guess;
use crate::mistake::Mistake;
use crate::{Call, Expected, Function, Interface, Item, Parameter, Value};

/// A challenge made from an exercise.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its id, and the name its folder must have.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The property of the exercise that became the function.
    pub property: String,
    /// The function, with the types that were guessed.
    pub interface: Interface,
    /// How many hidden cases it has.
    pub cases: usize,
    /// The exercise's other properties, each of which can be imported by itself, or why it cannot.
    pub others: Vec<(String, Option<String>)>,
    /// Its files: path in the folder, with `/`, and text.
    pub files: Vec<(String, String)>,
}

/// Why an exercise could not be imported.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ImportError {
    /// It is not JSON, or not an exercise's data.
    #[error("{0}")]
    Malformed(#[from] Mistake),
    /// It has no case.
    #[error("the exercise `{exercise}` has no case: name a file of canonical data, such as leap.json")]
    Empty {
        /// The exercise.
        exercise: String,
    },
    /// It has no such property.
    #[error("`{property}` is no property of this exercise: name one of {known}")]
    UnknownProperty {
        /// The property that was asked for.
        property: String,
        /// Those there are.
        known: String,
    },
    /// Nothing in it can be asked for as a function.
    #[error("no property of `{exercise}` can be imported:\n{reasons}")]
    Unfit {
        /// The exercise.
        exercise: String,
        /// Each property with the reason, on lines of their own.
        reasons: String,
    },
}

/// Makes a challenge from an exercise's canonical data: from the property named, or else from the one with the most
/// cases among those that can be imported.
pub fn import(canonical_data: &[u8], property: Option<&str>) -> Result<Imported, ImportError> {
    let exercise = Exercise::read(canonical_data)?;
    let properties = exercise.properties();
    if properties.is_empty() {
        return Err(ImportError::Empty { exercise: exercise.slug });
    }
    if let Some(property) = property.filter(|property| !properties.contains(property)) {
        return Err(ImportError::UnknownProperty { property: property.to_owned(), known: properties.join(", ") });
    }
    let tried = properties.iter().map(|name| (*name, Draft::of(&exercise, name)));
    let (mut chosen, mut others) = (None, Vec::new());
    for (name, draft) in tried {
        match draft {
            Ok(draft) if chosen.is_none() && property.is_none_or(|wanted| wanted == name) => chosen = Some(draft),
            Ok(_) => others.push((name.to_owned(), None)),
            Err(reason) => others.push((name.to_owned(), Some(reason))),
        }
    }
    let Some(draft) = chosen else {
        let wanted = |name: &String| property.is_none_or(|property| property == name);
        let reason = |(name, reason): &(String, Option<String>)| Some(format!("  {name}: {}", reason.as_ref()?));
        let reasons = others.iter().filter(|(name, _)| wanted(name)).filter_map(reason).collect::<Vec<_>>().join("\n");
        return Err(ImportError::Unfit { exercise: exercise.slug, reasons });
    };
    // An exercise's only property needs no mention in the challenge's name.
    let named = property.filter(|_| properties.len() > 1);
    Ok(folder::make(&exercise, &draft, named, others))
}

/// A property as the challenge will have it, before it is written down.
struct Draft<'a> {
    property: &'a str,
    interface: Interface,
    cases: Vec<Drafted<'a>>,
}

/// A case of it.
struct Drafted<'a> {
    /// The descriptions of the lists it sits in, from the outermost.
    groups: &'a [String],
    description: &'a str,
    call: Call,
}

impl<'a> Draft<'a> {
    /// Guesses the property's types and reads its cases by them, or says why this cannot be.
    fn of(exercise: &'a Exercise, property: &'a str) -> Result<Self, String> {
        let cases: Vec<_> = exercise.cases.iter().filter(|case| case.property == property).collect();
        let mut parameters: Vec<(&str, Guess)> = Vec::new();
        let mut result = Guess::default();
        for (nth, case) in cases.iter().enumerate() {
            for (key, value) in &case.input {
                if !parameters.iter().any(|(known, _)| known == key) {
                    // The cases before this one did without it.
                    parameters.push((key, if nth == 0 { Guess::default() } else { Guess::absent() }));
                }
                if let Some((_, guess)) = parameters.iter_mut().find(|(known, _)| known == key) {
                    guess.see(value);
                }
            }
            for (_, guess) in parameters.iter_mut().filter(|(known, _)| case.input.iter().all(|(key, _)| key != known))
            {
                guess.see_nothing();
            }
            if let Ok(expected) = &case.expected {
                result.see(expected);
            }
        }
        let fallible = cases.iter().any(|case| case.expected.is_err());
        if result.is_unseen() {
            return Err("no case expects anything but an error".to_owned());
        }
        if result.is_always_empty() {
            return Err("its cases expect nothing of a function: it operates on an object, so write a class".to_owned());
        }
        let mut types = guess::Types::default();
        let mut typed = Vec::new();
        for (key, guess) in &parameters {
            let data_type = guess.data_type(&names::type_name(key), &mut types);
            let data_type = data_type.map_err(|reason| format!("the input `{key}` {reason}"))?;
            typed.push(Parameter { name: names::parameter(key), data_type });
        }
        let name = names::type_name(property);
        let named = if result.is_object() { name + "Result" } else { name };
        let result = result.data_type(&named, &mut types).map_err(|reason| format!("what is expected {reason}"))?;
        let function = Function {
            name: names::function(property, &exercise.slug),
            about: format!("`{}` of the exercise “{}”.", property, names::title(&exercise.slug)),
            parameters: typed,
            result: Some(result),
            fallible,
        };
        let interface = Interface { item: Item::Function(function.clone()), records: types.records };
        let keys: Vec<&str> = parameters.iter().map(|(key, _)| *key).collect();
        let one = |case: &&'a canonical::Case| -> Result<Drafted<'a>, String> {
            let call = call(case, &keys, &function, &interface).map_err(|mistake| {
                format!("the case “{}” does not fit: {} {}", case.description, mistake.path, mistake.message)
            })?;
            Ok(Drafted { groups: &case.groups, description: &case.description, call })
        };
        let cases = cases.iter().map(one).collect::<Result<_, _>>()?;
        Ok(Self { property, interface, cases })
    }
}

fn call(case: &canonical::Case, keys: &[&str], function: &Function, interface: &Interface) -> Result<Call, Mistake> {
    let null = crate::json::Json { line: 1, shape: crate::json::Shape::Null };
    let argument = |(key, parameter): (&&str, &Parameter)| {
        let given = case.input.iter().find(|(name, _)| name == *key).map_or(&null, |(_, value)| value);
        let adapted = adapt(given, &parameter.data_type, interface);
        Value::read(&adapted, &parameter.data_type, interface).map_err(|mistake| mistake.in_key(key))
    };
    let arguments = keys.iter().zip(&function.parameters).map(argument).collect::<Result<_, _>>()?;
    let expected = match (&case.expected, &function.result) {
        (Ok(expected), Some(data_type)) => {
            let adapted = adapt(expected, data_type, interface);
            let value = Value::read(&adapted, data_type, interface);
            Expected::Value(value.map_err(|mistake| mistake.in_key("expected"))?)
        }
        (Ok(_), None) => Expected::Nothing,
        (Err(reason), _) => Expected::Error(Some(reason.clone())),
    };
    Ok(Call::Function { arguments, expected: Some(expected) })
}

#[cfg(test)]
mod tests;
