//! Canonical data as Exercism writes it: cases, nested in lists with descriptions of their own.

use std::collections::BTreeSet;

use crate::json::{Json, Shape};
use crate::mistake::Mistake;

const HELP: &str = "name a file of canonical data, as Exercism publishes it for each exercise";

/// An exercise with all its cases.
pub(super) struct Exercise {
    /// Its name, such as `two-fer`.
    pub(super) slug: String,
    /// The cases that hold; those that a later one replaces are left out.
    pub(super) cases: Vec<Case>,
}

/// One case.
pub(super) struct Case {
    /// The descriptions of the lists it sits in, from the outermost.
    pub(super) groups: Vec<String>,
    pub(super) description: String,
    /// What is tested, as a function's name.
    pub(super) property: String,
    /// The function's arguments by name.
    pub(super) input: Vec<(String, Json)>,
    /// The value, or the reason of an error.
    pub(super) expected: Result<Json, String>,
    uuid: String,
    replaces: Option<String>,
}

impl Exercise {
    /// Reads a file of canonical data.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Mistake> {
        let json = Json::parse(bytes)?;
        let slug = text(&json, "exercise")?;
        let mut cases = Vec::new();
        collect(&json, &[], &mut cases)?;
        let replaced: BTreeSet<String> = cases.iter().filter_map(|case: &Case| case.replaces.clone()).collect();
        cases.retain(|case| !replaced.contains(&case.uuid));
        Ok(Self { slug, cases })
    }

    /// What is tested, from the property with the most cases to the one with the fewest.
    pub(super) fn properties(&self) -> Vec<&str> {
        let mut properties: Vec<(usize, &str)> = Vec::new();
        for case in &self.cases {
            match properties.iter_mut().find(|(_, name)| *name == case.property) {
                Some((count, _)) => *count += 1,
                None => properties.push((1, &case.property)),
            }
        }
        properties.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        properties.into_iter().map(|(_, name)| name).collect()
    }
}

fn collect(json: &Json, groups: &[String], cases: &mut Vec<Case>) -> Result<(), Mistake> {
    let list = need(json, "cases")?;
    let Shape::List(items) = &list.shape else { return Err(unlike(list, "an array").in_key("cases")) };
    for (nth, item) in items.iter().enumerate() {
        one(item, groups, cases).map_err(|mistake| mistake.in_item(nth).in_key("cases"))?;
    }
    Ok(())
}

fn one(json: &Json, groups: &[String], cases: &mut Vec<Case>) -> Result<(), Mistake> {
    let description = text(json, "description")?;
    if get(json, "cases").is_some() {
        return collect(json, &[groups, &[description]].concat(), cases);
    }
    let input = need(json, "input")?;
    let Shape::Object(input) = &input.shape else { return Err(unlike(input, "an object").in_key("input")) };
    let expected = need(json, "expected")?;
    let failure = match &expected.shape {
        Shape::Object(entries) => match &entries[..] {
            [(key, Json { shape: Shape::Text(reason), .. })] if key == "error" => Some(reason.clone()),
            _ => None,
        },
        _ => None,
    };
    cases.push(Case {
        groups: groups.to_vec(),
        description,
        property: text(json, "property")?,
        input: input.clone(),
        expected: failure.map_or_else(|| Ok(expected.clone()), Err),
        uuid: text(json, "uuid")?,
        replaces: get(json, "reimplements").map(|_| text(json, "reimplements")).transpose()?,
    });
    Ok(())
}

fn get<'a>(json: &'a Json, key: &str) -> Option<&'a Json> {
    let Shape::Object(entries) = &json.shape else { return None };
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

fn need<'a>(json: &'a Json, key: &str) -> Result<&'a Json, Mistake> {
    get(json, key).ok_or_else(|| Mistake::new(json.line, "is missing", HELP).in_key(key))
}

fn text(json: &Json, key: &str) -> Result<String, Mistake> {
    let value = need(json, key)?;
    match &value.shape {
        Shape::Text(text) => Ok(text.clone()),
        _ => Err(unlike(value, "a string").in_key(key)),
    }
}

fn unlike(json: &Json, wanted: &str) -> Mistake {
    Mistake::new(json.line, format!("is {}, not {wanted}", json.kind()), HELP)
}
