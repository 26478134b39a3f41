//! Reading a harness's report, which the submission can write to as well: nothing in it is believed.

use assay_challenge::{DataType, Function, Interface, Reply, Value};

/// How deep values may be nested; types alone cannot be deeper unless a record holds itself.
const DEPTH: usize = 64;

/// How long a line may be that holds no big integer.
const LINE: usize = 64;

/// Why reading ended early.
pub(super) enum Stop {
    /// The report ends here.
    Short,
    /// The report goes on with something else, for this reason.
    Garbled(String),
}

/// A report being read.
pub(super) struct Reader<'a> {
    interface: &'a Interface,
    log: &'a [u8],
    at: usize,
    /// What a value is instead, where it has the right form but is not one of its type's values.
    actual: Option<&'static str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(interface: &'a Interface, log: &'a [u8]) -> Self {
        Self { interface, log, at: 0, actual: None }
    }

    /// How many bytes were read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// How many bytes are still to be read.
    pub(super) fn left(&self) -> usize {
        self.log.len() - self.at
    }

    /// Reads the reply to a call of `function`, or to a constructor's.
    pub(super) fn reply(&mut self, function: Option<&Function>) -> Result<Reply, Stop> {
        let head = self.line(LINE)?;
        let mut words = head.split(|byte| *byte == b' ');
        let tag = words.next().unwrap_or_default();
        let numbers: Option<Vec<usize>> = words.map(decimal).collect();
        match (tag, numbers.as_deref()) {
            (b"R", Some([])) => {
                self.actual = None;
                let result = function.and_then(|function| function.result.as_ref());
                let value = result.map(|data_type| self.value(data_type, 0)).transpose()?;
                Ok(match self.actual {
                    Some(actual) => Reply::WrongType { actual: actual.to_owned() },
                    None => Reply::Returned(value),
                })
            }
            (b"E" | b"X", Some([kind, message])) => {
                let (kind, message) = (self.text(*kind)?, self.text(*message)?);
                Ok(Reply::Raised { kind, message, mistake: tag == b"X" })
            }
            (b"T", Some([length])) => Ok(Reply::WrongType { actual: self.text(*length)? }),
            _ => Err(Stop::Garbled(format!("`{}` begins no reply", String::from_utf8_lossy(head)))),
        }
    }

    fn value(&mut self, data_type: &DataType, depth: usize) -> Result<Value, Stop> {
        if depth > DEPTH {
            return Err(Stop::Garbled(format!("the value is nested more than {DEPTH} deep")));
        }
        let depth = depth + 1;
        Ok(match data_type {
            DataType::Bool => match self.line(LINE)? {
                b"T" => Value::Bool(true),
                b"F" => Value::Bool(false),
                other => return Err(unfit(data_type, other)),
            },
            DataType::Int => {
                let digits = self.line(LINE)?;
                let value = integer(digits).and_then(|text| text.parse().ok());
                Value::Int(value.ok_or_else(|| unfit(data_type, digits))?)
            }
            DataType::BigInt => {
                let digits = self.line(usize::MAX)?;
                if let Some(text) = integer(digits) {
                    Value::BigInt(canonical(text))
                } else {
                    self.actual = Some("text that is no decimal integer");
                    Value::BigInt("0".to_owned())
                }
            }
            DataType::Float => {
                let text = self.line(LINE)?;
                Value::Float(float(text).ok_or_else(|| unfit(data_type, text))?)
            }
            DataType::String => {
                let length = self.count()?;
                if let Ok(text) = std::str::from_utf8(self.block(length)?) {
                    Value::String(text.to_owned())
                } else {
                    self.actual = Some("text that is not valid UTF-8");
                    Value::String(String::new())
                }
            }
            DataType::Bytes => {
                let length = self.count()?;
                Value::Bytes(self.block(length)?.to_vec())
            }
            DataType::List(item) => Value::List(self.values(item, depth)?),
            DataType::Set(item) => Value::Set(self.values(item, depth)?),
            DataType::Map(key, value) => {
                let count = self.items()?;
                let entries = (0..count).map(|_| Ok((self.value(key, depth)?, self.value(value, depth)?)));
                Value::Map(entries.collect::<Result<_, Stop>>()?)
            }
            DataType::Optional(item) => match self.line(LINE)? {
                b"0" => Value::Optional(None),
                b"1" => Value::Optional(Some(Box::new(self.value(item, depth)?))),
                other => return Err(unfit(data_type, other)),
            },
            DataType::Tuple(items) => {
                Value::Tuple(items.iter().map(|item| self.value(item, depth)).collect::<Result<_, _>>()?)
            }
            DataType::Record(name) => {
                let fields = self.interface.record(name).map_or(&[][..], |record| &record.fields);
                let fields = fields.iter().map(|field| self.value(&field.data_type, depth));
                Value::Record(fields.collect::<Result<_, _>>()?)
            }
        })
    }

    fn values(&mut self, item: &DataType, depth: usize) -> Result<Vec<Value>, Stop> {
        let count = self.items()?;
        (0..count).map(|_| self.value(item, depth)).collect()
    }

    /// A number of items, each of which takes a byte at least.
    fn items(&mut self) -> Result<usize, Stop> {
        let count = self.count()?;
        if count > self.left() { Err(Stop::Short) } else { Ok(count) }
    }

    fn count(&mut self) -> Result<usize, Stop> {
        let text = self.line(LINE)?;
        decimal(text).ok_or_else(|| Stop::Garbled(format!("`{}` is no count", String::from_utf8_lossy(text))))
    }

    /// So many bytes of text, of which what is no UTF-8 is replaced.
    fn text(&mut self, length: usize) -> Result<String, Stop> {
        Ok(String::from_utf8_lossy(self.block(length)?).into_owned())
    }

    /// So many bytes, and the new line after them.
    fn block(&mut self, length: usize) -> Result<&'a [u8], Stop> {
        let rest = &self.log[self.at..];
        match rest.get(length) {
            None => Err(Stop::Short),
            Some(b'\n') => {
                self.at += length + 1;
                Ok(&rest[..length])
            }
            Some(_) => Err(Stop::Garbled(format!("no new line follows {length} bytes"))),
        }
    }

    /// The next line, of at most `longest` bytes.
    fn line(&mut self, longest: usize) -> Result<&'a [u8], Stop> {
        let rest = &self.log[self.at..];
        let seen = &rest[..rest.len().min(longest.saturating_add(1))];
        match seen.iter().position(|byte| *byte == b'\n') {
            Some(length) => {
                self.at += length + 1;
                Ok(&rest[..length])
            }
            None if seen.len() > longest => Err(Stop::Garbled(format!("a line has more than {longest} bytes"))),
            None => Err(Stop::Short),
        }
    }
}

fn unfit(data_type: &DataType, line: &[u8]) -> Stop {
    Stop::Garbled(format!("`{}` is no {data_type}", String::from_utf8_lossy(line)))
}

/// Decimal digits and nothing else.
fn decimal(text: &[u8]) -> Option<usize> {
    let digits = std::str::from_utf8(text).ok()?;
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// Decimal digits, after `-` if below zero.
fn integer(text: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(text).ok()?;
    let digits = text.strip_prefix('-').unwrap_or(text);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// Without leading zeros, and zero without a sign.
fn canonical(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    }
}

fn float(text: &[u8]) -> Option<f64> {
    match text {
        b"NaN" => Some(f64::NAN),
        b"Infinity" => Some(f64::INFINITY),
        b"-Infinity" => Some(f64::NEG_INFINITY),
        _ => {
            let numeric = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
            text.iter().all(numeric).then(|| std::str::from_utf8(text).ok()?.parse().ok())?
        }
    }
}
