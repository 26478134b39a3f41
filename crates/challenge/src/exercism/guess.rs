//! What type values have, guessed from all of them together.

use super::names;
use crate::json::{Json, Shape};
use crate::name::folded;
use crate::{DataType, Parameter, Record};

/// The most fields of a guessed record; an object with more is a map.
const FIELDS: usize = 12;

/// What was seen of the values in one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Guess {
    /// Whether there was none, or null.
    none: bool,
    bools: bool,
    texts: bool,
    /// The widest of the numbers.
    number: Option<Number>,
    lists: Option<Lists>,
    objects: Option<Objects>,
}

/// Kinds of numbers, each with room for those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Number {
    /// An integer of 64 bits.
    Int,
    /// A larger one.
    BigInt,
    Float,
}

/// What was seen of lists.
#[derive(Clone, Debug, Default)]
struct Lists {
    /// All items of all lists.
    item: Box<Guess>,
    /// The items by their place; `None` once the lists had different lengths.
    places: Option<Vec<Guess>>,
}

/// What was seen of objects.
#[derive(Clone, Debug, Default)]
struct Objects {
    /// The keys in the order they were first seen, with their values.
    fields: Vec<(String, Guess)>,
    count: usize,
    /// Whether all had the same keys.
    same: bool,
}

/// The records of an interface while its types are made.
#[derive(Default)]
pub(super) struct Types {
    pub(super) records: Vec<Record>,
}

impl Guess {
    /// Of a place that was not there before.
    pub(super) fn absent() -> Self {
        Self { none: true, ..Self::default() }
    }

    pub(super) fn see_nothing(&mut self) {
        self.none = true;
    }

    pub(super) fn see(&mut self, json: &Json) {
        match &json.shape {
            Shape::Null => self.none = true,
            Shape::Bool(_) => self.bools = true,
            Shape::Number(written) => self.number = self.number.max(Some(Number::of(written))),
            Shape::Text(_) => self.texts = true,
            Shape::List(items) => self.see_list(items),
            Shape::Object(entries) => self.see_object(entries),
        }
    }

    fn see_list(&mut self, items: &[Json]) {
        let fresh = || Lists { places: Some(vec![Self::default(); items.len()]), ..Lists::default() };
        let lists = self.lists.get_or_insert_with(fresh);
        match &mut lists.places {
            Some(places) if places.len() == items.len() => {
                places.iter_mut().zip(items).for_each(|(place, item)| place.see(item));
            }
            places => *places = None,
        }
        for item in items {
            lists.item.see(item);
        }
    }

    fn see_object(&mut self, entries: &[(String, Json)]) {
        let objects = self.objects.get_or_insert_with(|| Objects { same: true, ..Objects::default() });
        for (key, value) in entries {
            if !objects.fields.iter().any(|(known, _)| known == key) {
                let first = objects.count == 0;
                objects.same &= first;
                objects.fields.push((key.clone(), if first { Self::default() } else { Self::absent() }));
            }
            if let Some((_, guess)) = objects.fields.iter_mut().find(|(known, _)| known == key) {
                guess.see(value);
            }
        }
        for (key, guess) in &mut objects.fields {
            if !entries.iter().any(|(known, _)| known == key) {
                objects.same = false;
                guess.see_nothing();
            }
        }
        objects.count += 1;
    }

    /// Whether nothing was ever seen here.
    pub(super) fn is_unseen(&self) -> bool {
        !self.none && self.kinds().is_empty()
    }

    /// Whether all that was seen are objects without keys.
    pub(super) fn is_always_empty(&self) -> bool {
        let empty = self.objects.as_ref().is_some_and(|objects| objects.fields.is_empty());
        empty && !self.none && self.kinds().len() == 1
    }

    pub(super) fn is_object(&self) -> bool {
        self.objects.is_some()
    }

    /// The kinds of values seen, as people call them.
    fn kinds(&self) -> Vec<&'static str> {
        let seen = [
            (self.bools, "bools"),
            (self.number.is_some(), "numbers"),
            (self.texts, "strings"),
            (self.lists.is_some(), "arrays"),
            (self.objects.is_some(), "objects"),
        ];
        seen.into_iter().filter_map(|(seen, kind)| seen.then_some(kind)).collect()
    }

    /// The type of all the values; records it needs are named after `name` and added to `types`.
    pub(super) fn data_type(&self, name: &str, types: &mut Types) -> Result<DataType, String> {
        let data_type = match self.kinds()[..] {
            [] if self.none => return Err("is null wherever it is there, so its type is not known".to_owned()),
            // An empty list says nothing of its items.
            [] => DataType::Int,
            [_] => self.only(name, types)?,
            ref several => return Err(format!("holds {}, which have no type in common", several.join(" and "))),
        };
        Ok(if self.none { DataType::Optional(Box::new(data_type)) } else { data_type })
    }

    fn only(&self, name: &str, types: &mut Types) -> Result<DataType, String> {
        if let Some(lists) = &self.lists {
            return lists.data_type(name, types);
        }
        if let Some(objects) = &self.objects {
            return objects.data_type(name, types);
        }
        Ok(match self {
            Self { bools: true, .. } => DataType::Bool,
            Self { texts: true, .. } => DataType::String,
            Self { number: Some(Number::Float), .. } => DataType::Float,
            Self { number: Some(Number::BigInt), .. } => DataType::BigInt,
            _ => DataType::Int,
        })
    }
}

impl Number {
    fn of(written: &str) -> Self {
        match written {
            _ if written.contains(['.', 'e', 'E']) => Self::Float,
            _ if written.parse::<i64>().is_ok() => Self::Int,
            _ => Self::BigInt,
        }
    }
}

impl Lists {
    fn data_type(&self, name: &str, types: &mut Types) -> Result<DataType, String> {
        let reason = match self.item.data_type(&names::singular(name), types) {
            Ok(item) => return Ok(DataType::List(Box::new(item))),
            Err(reason) => reason,
        };
        // Pairs of a name and a number are lists in JSON too.
        match &self.places {
            Some(places) if (2..=4).contains(&places.len()) && !places.iter().any(Guess::is_unseen) => {
                let place = |place: &Guess| place.data_type(name, types);
                Ok(DataType::Tuple(places.iter().map(place).collect::<Result<_, _>>().map_err(|_| reason)?))
            }
            _ => Err(reason),
        }
    }
}

impl Objects {
    fn data_type(&self, name: &str, types: &mut Types) -> Result<DataType, String> {
        let value = self.value();
        let as_map = || value.data_type(&names::singular(name), &mut Types { records: types.records.clone() });
        if !self.is_record() || (!self.same && as_map().is_ok()) {
            let value = value.data_type(&names::singular(name), types)?;
            let integer =
                |(key, _): &(String, Guess)| key.parse::<i64>().is_ok_and(|number| number.to_string() == *key);
            let integers = !self.fields.is_empty() && self.fields.iter().all(integer);
            let key = if integers { DataType::Int } else { DataType::String };
            return Ok(DataType::Map(Box::new(key), Box::new(value)));
        }
        if self.holds_itself() {
            return Err("holds values of its own kind, such as a tree, which no type can say".to_owned());
        }
        let field = |(key, guess): &(String, Guess)| {
            let data_type = guess.data_type(&names::type_name(key), types);
            let data_type = data_type.map_err(|reason| format!("has `{key}`, which {reason}"))?;
            Ok(Parameter { name: names::field(key), data_type })
        };
        let fields: Vec<_> = self.fields.iter().map(field).collect::<Result<_, String>>()?;
        Ok(DataType::Record(types.record(name, fields)))
    }

    /// All values together, whatever their keys.
    fn value(&self) -> Guess {
        let mut all = Guess::default();
        self.fields.iter().for_each(|(_, guess)| all.merge(guess));
        // A key that is not there is no value of a map.
        all.none = self.fields.iter().any(|(_, guess)| guess.none) && self.same;
        all
    }

    /// Whether the keys are words that name fields, few and each unlike the others.
    fn is_record(&self) -> bool {
        let word = |key: &str| {
            key.starts_with(|c: char| c.is_ascii_lowercase())
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
        };
        let alike = |nth: usize, key: &str| {
            self.fields[..nth].iter().any(|(other, _)| folded(&names::field(other)) == folded(&names::field(key)))
        };
        let fits = |(nth, (key, _)): (usize, &(String, Guess))| word(key) && !alike(nth, key);
        (1..=FIELDS).contains(&self.fields.len()) && self.fields.iter().enumerate().all(fits)
    }

    /// Whether one of the fields holds objects with the same keys, as a tree's nodes do.
    fn holds_itself(&self) -> bool {
        let keys = |objects: &Self| objects.fields.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        let own = keys(self);
        self.fields.iter().any(|(_, guess)| {
            let listed = guess.lists.as_ref().and_then(|lists| lists.item.objects.as_ref());
            guess.objects.as_ref().into_iter().chain(listed).any(|objects| keys(objects) == own)
        })
    }
}

impl Guess {
    fn merge(&mut self, other: &Self) {
        self.none |= other.none;
        self.bools |= other.bools;
        self.number = self.number.max(other.number);
        self.texts |= other.texts;
        if let Some(theirs) = &other.lists {
            match &mut self.lists {
                None => self.lists = Some(theirs.clone()),
                Some(ours) => {
                    ours.item.merge(&theirs.item);
                    match (&mut ours.places, &theirs.places) {
                        (Some(ours), Some(theirs)) if ours.len() == theirs.len() => {
                            ours.iter_mut().zip(theirs).for_each(|(ours, theirs)| ours.merge(theirs));
                        }
                        (places, _) => *places = None,
                    }
                }
            }
        }
        if let Some(theirs) = &other.objects {
            let ours = self.objects.get_or_insert_with(|| Objects { same: theirs.same, ..Objects::default() });
            let fresh = ours.count == 0;
            for (key, guess) in &theirs.fields {
                match ours.fields.iter_mut().find(|(known, _)| known == key) {
                    Some((_, known)) => known.merge(guess),
                    None => {
                        let mut guess = guess.clone();
                        guess.none |= !fresh;
                        ours.fields.push((key.clone(), guess));
                        ours.same &= fresh;
                    }
                }
            }
            for (key, guess) in &mut ours.fields {
                if !theirs.fields.iter().any(|(known, _)| known == key) {
                    guess.none = true;
                    ours.same = false;
                }
            }
            ours.same &= theirs.same;
            ours.count += theirs.count;
        }
    }
}

impl Types {
    /// The name of a record with these fields: of one that is there already, or of a new one.
    fn record(&mut self, name: &str, fields: Vec<Parameter>) -> String {
        if let Some(same) = self.records.iter().find(|record| record.fields == fields) {
            return same.name.clone();
        }
        let taken = |name: &str| self.records.iter().any(|record| folded(&record.name) == folded(name));
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
        self.records.push(Record { name: free.clone(), fields });
        free
    }
}
