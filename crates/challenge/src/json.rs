//! JSON as cases hold it: with lines, all digits of numbers and the order of keys, which the usual tree forgets.

use crate::mistake::Mistake;

/// How deep lists and objects may be nested.
const DEPTH: usize = 128;

/// One value, and the line it begins on, from 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Json {
    pub(crate) line: usize,
    pub(crate) shape: Shape,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// In the order they are written; no key twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole text.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Mistake> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
            Mistake::new(line, "is not UTF-8", "save the file as UTF-8")
        })?;
        let mut parser = Parser { text, at: 0, line: 1 };
        let json = parser.value(0)?;
        parser.blanks();
        match parser.peek() {
            None => Ok(json),
            Some(_) => Err(parser.wrong("there is more after the end of the value", "remove it")),
        }
    }

    /// What it is, in words for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.shape {
            Shape::Null => "null",
            Shape::Bool(_) => "a bool",
            Shape::Number(_) => "a number",
            Shape::Text(_) => "a string",
            Shape::List(_) => "an array",
            Shape::Object(_) => "an object",
        }
    }
}

impl From<&serde_json::Value> for Json {
    fn from(value: &serde_json::Value) -> Self {
        let shape = match value {
            serde_json::Value::Null => Shape::Null,
            serde_json::Value::Bool(value) => Shape::Bool(*value),
            serde_json::Value::Number(number) => Shape::Number(number.to_string()),
            serde_json::Value::String(text) => Shape::Text(text.clone()),
            serde_json::Value::Array(items) => Shape::List(items.iter().map(Self::from).collect()),
            serde_json::Value::Object(entries) => {
                Shape::Object(entries.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect())
            }
        };
        Self { line: 1, shape }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = self.peek() {
            self.line += usize::from(byte == b'\n');
            self.at += 1;
        }
    }

    fn wrong(&self, message: impl Into<String>, help: impl Into<String>) -> Mistake {
        Mistake::new(self.line, message, help)
    }

    /// Something else stands where `wanted` is needed.
    fn unexpected(&self, wanted: &str) -> Mistake {
        let found = match self.text[self.at..].chars().next() {
            Some(found) => format!("`{}`", found.escape_debug()),
            None => "the end".to_owned(),
        };
        self.wrong(format!("is not JSON: {found} stands where {wanted} must"), "correct what stands here or just above")
    }

    fn value(&mut self, depth: usize) -> Result<Json, Mistake> {
        if depth > DEPTH {
            return Err(self.wrong(format!("is nested more than {DEPTH} deep"), "no value of a type is nested so deep"));
        }
        self.blanks();
        let line = self.line;
        let shape = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Shape::Text(self.text()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Json { line, shape })
    }

    fn word(&mut self) -> Result<Shape, Mistake> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let shape = match &rest[..length] {
            "null" => Shape::Null,
            "true" => Shape::Bool(true),
            "false" => Shape::Bool(false),
            _ => return Err(self.unexpected("a value")),
        };
        self.at += length;
        Ok(shape)
    }

    fn number(&mut self) -> Result<Shape, Mistake> {
        let start = self.at;
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
            self.at += 1;
        }
        let written = &self.text[start..self.at];
        if is_number(written) {
            return Ok(Shape::Number(written.to_owned()));
        }
        let shown: String = written.chars().take(40).collect();
        Err(self.wrong(format!("is not JSON: `{shown}` is not a number"), "write it like `-12`, `0.5` or `1e9`"))
    }

    fn list(&mut self, depth: usize) -> Result<Shape, Mistake> {
        self.at += 1;
        self.blanks();
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Shape::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                _ => return Err(self.unexpected("`,` or `]`")),
            }
        }
        self.at += 1;
        Ok(Shape::List(items))
    }

    fn object(&mut self, depth: usize) -> Result<Shape, Mistake> {
        self.at += 1;
        self.blanks();
        let mut entries = Vec::new();
        let mut keys = std::collections::BTreeSet::new();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Shape::Object(entries));
        }
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("a key in quotes"));
            }
            let key = self.text()?;
            if !keys.insert(key.clone()) {
                return Err(self.wrong(format!("has the key {key:?} twice"), "write each key once"));
            }
            self.blanks();
            if self.peek() != Some(b':') {
                return Err(self.unexpected("`:`"));
            }
            self.at += 1;
            entries.push((key, self.value(depth + 1)?));
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => break,
                _ => return Err(self.unexpected("`,` or `}`")),
            }
        }
        self.at += 1;
        Ok(Shape::Object(entries))
    }

    fn text(&mut self) -> Result<String, Mistake> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(rest.len());
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => {
                    let help = "write a line break as `\\n`, and other control characters as `\\u` and four digits";
                    return Err(self.wrong("is not JSON: a string holds a control character", help));
                }
                None => return Err(self.unexpected("the string's closing quote")),
            }
        }
        self.at += 1;
        Ok(text)
    }

    fn escape(&mut self) -> Result<char, Mistake> {
        self.at += 1;
        let letter = self.peek();
        let plain = match letter {
            Some(letter @ (b'"' | b'\\' | b'/')) => char::from(letter),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.unexpected("one of the letters that may follow a backslash")),
        };
        self.at += 1;
        Ok(plain)
    }

    fn unicode(&mut self) -> Result<char, Mistake> {
        let first = self.unit()?;
        let code = if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            self.at += 1;
            let second = self.unit()?;
            let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400);
            low.map_or(first, |low| 0x10000 + ((first - 0xd800) << 10) + low)
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| {
            self.wrong("is not text: half of a surrogate pair stands alone", "write the character itself, in UTF-8")
        })
    }

    /// The four digits after `u`, where the parser stands.
    fn unit(&mut self) -> Result<u32, Mistake> {
        let digits =
            self.text.get(self.at + 1..self.at + 5).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(digits) = digits else { return Err(self.unexpected("`u` with four hexadecimal digits")) };
        self.at += 5;
        Ok(u32::from_str_radix(digits, 16).unwrap_or_default())
    }
}

/// Whether this is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

#[cfg(test)]
mod tests;
