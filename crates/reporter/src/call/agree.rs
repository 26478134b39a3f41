//! Whether two values agree, and where they first do not.

use std::cmp::Ordering;

use assay_challenge::{DataType, Interface, Value, ValueTolerance};

use super::QUOTED;
use super::show::value;

/// The first difference in words; `None` if the values agree.
pub(super) fn difference(
    expected: &Value,
    actual: &Value,
    data_type: &DataType,
    interface: &Interface,
    tolerance: &ValueTolerance,
) -> Option<String> {
    let comparing = Comparing { interface, tolerance };
    let found = match (expected, actual, data_type) {
        (Value::List(expected), Value::List(actual), DataType::List(of)) if tolerance.any_order => {
            comparing.unordered(expected, actual, of, "item", String::new())
        }
        _ => comparing.compare(expected, actual, data_type, String::new()),
    };
    let found = found.err()?;
    let whole = |of: &Value| value(of, data_type, interface, QUOTED);
    Some(match found.place.as_str() {
        "" => format!("returned {}, {}", whole(actual), found.why(&whole(expected))),
        place => format!("returned {}; at {place}: {}", whole(actual), found.detail),
    })
}

/// Where two values differ, and how.
struct Found {
    place: String,
    detail: String,
    /// Whether the detail says all there is to say, or the expected value should be named.
    told: bool,
}

impl Found {
    fn why(&self, expected: &str) -> String {
        if self.told { self.detail.clone() } else { format!("expected {expected}") }
    }
}

struct Comparing<'a> {
    interface: &'a Interface,
    tolerance: &'a ValueTolerance,
}

impl Comparing<'_> {
    fn compare(&self, expected: &Value, actual: &Value, of: &DataType, place: String) -> Result<(), Found> {
        let each = |expected: &[Value], actual: &[Value], of: &mut dyn Iterator<Item = (String, &DataType)>| {
            for ((expected, actual), (name, of)) in expected.iter().zip(actual).zip(of) {
                self.compare(expected, actual, of, format!("{place}{name}"))?;
            }
            Ok(())
        };
        match (expected, actual, of) {
            (Value::List(expected), Value::List(actual), DataType::List(item)) => {
                let places = expected.len().max(actual.len());
                let mut names = (0..places).map(|nth| (format!("[{nth}]"), &**item));
                each(expected, actual, &mut names)?;
                count("item", expected.len(), actual.len(), place)
            }
            (Value::Tuple(expected), Value::Tuple(actual), DataType::Tuple(types)) => {
                each(expected, actual, &mut types.iter().enumerate().map(|(nth, of)| (format!("[{nth}]"), of)))
            }
            (Value::Record(expected), Value::Record(actual), DataType::Record(name)) => {
                let fields = self.interface.record(name).map_or(&[][..], |record| &record.fields);
                let mut names = fields.iter().map(|field| (format!(".{}", field.name), &field.data_type));
                each(expected, actual, &mut names)
            }
            (Value::Optional(Some(expected)), Value::Optional(Some(actual)), DataType::Optional(of)) => {
                self.compare(expected, actual, of, place)
            }
            (Value::Set(expected), Value::Set(actual), DataType::Set(item)) => {
                self.unordered(expected, actual, item, "element", place)
            }
            (Value::Map(expected), Value::Map(actual), DataType::Map(key, of)) => {
                self.maps(expected, actual, (key, of), &place)
            }
            _ if self.same(expected, actual) => Ok(()),
            _ => {
                let shown = |of_value: &Value| value(of_value, of, self.interface, QUOTED);
                let detail = format!("expected {}, got {}", shown(expected), shown(actual));
                Err(Found { place, detail, told: false })
            }
        }
    }

    fn same(&self, expected: &Value, actual: &Value) -> bool {
        match (expected, actual) {
            (Value::Float(expected), Value::Float(actual)) => self.close(*expected, *actual),
            _ => expected == actual,
        }
    }

    #[allow(clippy::float_cmp, reason = "equal infinities and zeros agree without any tolerance")]
    fn close(&self, expected: f64, actual: f64) -> bool {
        let apart = (expected - actual).abs();
        let within = |most: Option<f64>, scale: f64| most.is_some_and(|most| apart <= most * scale);
        expected == actual
            || (expected.is_nan() && actual.is_nan())
            || (expected.is_finite()
                && actual.is_finite()
                && (within(self.tolerance.absolute, 1.0) || within(self.tolerance.relative, expected.abs())))
    }

    /// Compares two collections in which order says nothing, by putting both in order.
    fn unordered(
        &self,
        expected: &[Value],
        actual: &[Value],
        of: &DataType,
        noun: &str,
        place: String,
    ) -> Result<(), Found> {
        let (expected, actual) = (sorted(expected), sorted(actual));
        let shown = |of_value: &Value| value(of_value, of, self.interface, QUOTED);
        let differ = expected
            .iter()
            .zip(&actual)
            .find(|(expected, actual)| self.compare(expected, actual, of, String::new()).is_err());
        let longer = expected.len().min(actual.len());
        let (lacks, extra) = match differ {
            None => (expected.get(longer), actual.get(longer)),
            Some((expected, actual)) if order(expected, actual) == Ordering::Less => (Some(expected), None),
            Some((_, actual)) => (None, Some(actual)),
        };
        let detail = match (lacks, extra) {
            (Some(lacks), _) => format!("lacks the {noun} {}", shown(lacks)),
            (None, Some(extra)) => format!("the {noun} {} should not be there", shown(extra)),
            (None, None) => return Ok(()),
        };
        Err(Found { place, detail, told: true })
    }

    fn maps(
        &self,
        expected: &[(Value, Value)],
        actual: &[(Value, Value)],
        (key, of): (&DataType, &DataType),
        place: &str,
    ) -> Result<(), Found> {
        let keys = |entries: &[(Value, Value)]| entries.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        self.unordered(&keys(expected), &keys(actual), key, "key", place.to_owned())?;
        let by_key = |entries: &[(Value, Value)]| {
            let mut entries: Vec<(Value, Value)> = entries.to_vec();
            entries.sort_by(|a, b| order(&a.0, &b.0));
            entries
        };
        for ((name, expected), (_, actual)) in by_key(expected).iter().zip(&by_key(actual)) {
            let name = value(name, key, self.interface, QUOTED);
            self.compare(expected, actual, of, format!("{place}[{name}]"))?;
        }
        Ok(())
    }
}

fn count(noun: &str, expected: usize, actual: usize, place: String) -> Result<(), Found> {
    if expected == actual {
        return Ok(());
    }
    let plural = |number: usize| format!("{number} {noun}{}", if number == 1 { "" } else { "s" });
    let told = expected > 8;
    Err(Found { place, detail: format!("expected {}, got {}", plural(expected), plural(actual)), told })
}

fn sorted(values: &[Value]) -> Vec<Value> {
    let mut values = values.to_vec();
    values.sort_by(order);
    values
}

/// A total order of values of one type, whose only meaning is that it is one.
fn order(a: &Value, b: &Value) -> Ordering {
    let all = |a: &[Value], b: &[Value]| {
        let first = a.iter().zip(b).map(|(a, b)| order(a, b)).find(|found| found.is_ne());
        first.unwrap_or_else(|| a.len().cmp(&b.len()))
    };
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::BigInt(a), Value::BigInt(b)) | (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Float(a), Value::Float(b)) => a.total_cmp(b),
        (Value::Bytes(a), Value::Bytes(b)) => a.cmp(b),
        (Value::Optional(a), Value::Optional(b)) => match (a, b) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => order(a, b),
        },
        (Value::List(a), Value::List(b))
        | (Value::Tuple(a), Value::Tuple(b))
        | (Value::Record(a), Value::Record(b)) => all(a, b),
        (Value::Set(a), Value::Set(b)) => all(&sorted(a), &sorted(b)),
        (Value::Map(a), Value::Map(b)) => {
            let pairs = |entries: &[(Value, Value)]| {
                let pair = |(key, value): &(Value, Value)| Value::Tuple(vec![key.clone(), value.clone()]);
                sorted(&entries.iter().map(pair).collect::<Vec<_>>())
            };
            all(&pairs(a), &pairs(b))
        }
        _ => Ordering::Equal,
    }
}
