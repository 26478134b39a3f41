//! What is JSON here and what is not, held against the usual reader.

use proptest::prelude::*;

use super::{Json, Shape};

#[test]
fn values_know_their_lines_and_keep_their_digits_and_the_order_of_keys() {
    let json = Json::parse(b"\n{\"b\": [1,\n  123456789012345678901234567890],\r\n\"a\": 1.50}\n").unwrap();
    let Shape::Object(entries) = json.shape else { panic!("it is an object") };
    assert_eq!((json.line, entries[0].0.as_str(), entries[1].0.as_str()), (2, "b", "a"));
    let Shape::List(items) = &entries[0].1.shape else { panic!("it is a list") };
    assert_eq!(items[1], Json { line: 3, shape: Shape::Number("123456789012345678901234567890".to_owned()) });
    assert_eq!(entries[1].1, Json { line: 4, shape: Shape::Number("1.50".to_owned()) });
}

#[test]
fn what_is_no_json_is_refused_with_its_line() {
    for (text, line, message) in [
        (&b""[..], 1, "the end stands where a value must"),
        (b"[1,\n2", 2, "the end stands where `,` or `]` must"),
        (b"[1,]", 1, "`]` stands where a value must"),
        (b"{\"a\": 1,}", 1, "`}` stands where a key in quotes must"),
        (b"{\"a\" 1}", 1, "`1` stands where `:` must"),
        (b"{\"a\": 1,\n\"a\": 2}", 2, "has the key \"a\" twice"),
        (b"NaN", 1, "`N` stands where a value must"),
        (b"01", 1, "`01` is not a number"),
        (b"1.", 1, "`1.` is not a number"),
        (b"1 2", 1, "more after the end"),
        (b"\"a\nb\"", 1, "control character"),
        (b"\"abc", 1, "closing quote"),
        (b"\"\\x\"", 1, "may follow a backslash"),
        (b"\"\\u12\"", 1, "four hexadecimal digits"),
        (b"\"\\ud800\"", 1, "surrogate"),
        (b"\"\\ud800\\u0041\"", 1, "surrogate"),
        (b"\"\\udc00\"", 1, "surrogate"),
        (b"\n\xff", 2, "not UTF-8"),
    ] {
        let mistake = Json::parse(text).unwrap_err();
        assert!(mistake.line == line && mistake.message.contains(message), "{text:?}: {mistake:?}");
    }
    assert!(Json::parse("[".repeat(1 << 20).as_bytes()).unwrap_err().message.contains("nested"));
}

proptest! {
    #[test]
    fn it_agrees_with_the_usual_reader(bytes in "[\\[\\]{}\",:0-9eE.+\\-\\\\u nulltrefas\\n]{0,24}") {
        let ours = Json::parse(bytes.as_bytes());
        match serde_json::from_str::<serde_json::Value>(&bytes) {
            Ok(theirs) if ours.is_ok() => {
                let plain = |json: &Json| match &json.shape {
                    Shape::Number(_) => None,
                    _ => Some(json.kind()),
                };
                prop_assert_eq!(plain(&ours?), plain(&Json::from(&theirs)));
            }
            // Theirs allows a key twice, and refuses numbers that are too large for floating point.
            Ok(_) => prop_assert!(ours.unwrap_err().message.contains("twice")),
            Err(error) => prop_assert!(ours.is_err() || error.to_string().contains("out of range")),
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Json::parse(&bytes);
    }
}
