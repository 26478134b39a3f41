//! An exercise's value as a case of the guessed type writes it.

use super::names;
use crate::json::{Json, Shape};
use crate::{DataType, Interface};

/// The value as a case of this type writes it: with the names of fields, and pairs for maps whose keys are integers.
pub(super) fn adapt(json: &Json, data_type: &DataType, interface: &Interface) -> Json {
    let again = |json: &Json, data_type: &DataType| adapt(json, data_type, interface);
    let shape = match (&json.shape, data_type) {
        (Shape::Null, _) => Shape::Null,
        (_, DataType::Optional(item)) => return again(json, item),
        (Shape::List(items), DataType::List(item)) => Shape::List(items.iter().map(|one| again(one, item)).collect()),
        (Shape::List(items), DataType::Tuple(types)) if items.len() == types.len() => {
            Shape::List(items.iter().zip(types).map(|(one, data_type)| again(one, data_type)).collect())
        }
        (Shape::Object(entries), DataType::Map(key, value)) if **key == DataType::Int => {
            let number = |key: &str| Json { line: json.line, shape: Shape::Number(key.to_owned()) };
            let pair = |(key, one): &(String, Json)| Json {
                line: json.line,
                shape: Shape::List(vec![number(key), again(one, value)]),
            };
            Shape::List(entries.iter().map(pair).collect())
        }
        (Shape::Object(entries), DataType::Map(_, value)) => {
            Shape::Object(entries.iter().map(|(key, one)| (key.clone(), again(one, value))).collect())
        }
        (Shape::Object(entries), DataType::Record(name)) => {
            let fields = interface.record(name).map_or(&[][..], |record| &record.fields);
            let entry = |(key, one): &(String, Json)| {
                let name = names::field(key);
                let field = fields.iter().find(|field| field.name == name);
                (name, field.map_or_else(|| one.clone(), |field| again(one, &field.data_type)))
            };
            Shape::Object(entries.iter().map(entry).collect())
        }
        (other, _) => other.clone(),
    };
    Json { line: json.line, shape }
}
