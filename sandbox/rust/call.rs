//! Reads calls and writes what comes of them, for the program that is generated for a function or class in Rust.
//!
//! Each type of an interface has a kind here, such as `List<Map<Str, Int>>`, with the Rust type and how to read and
//! write it; records get theirs in the generated file. A record of the log is put together in memory and written in one
//! go.
#![allow(dead_code)]

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::fs::File;
use std::hash::Hash;
use std::io::Write;
use std::marker::PhantomData;

/// The call, and how far it was read.
pub struct Input {
    call: Vec<u8>,
    at: usize,
}

/// The record that is being put together.
pub struct Output {
    record: Vec<u8>,
    wrong: Option<&'static str>,
}

/// The log.
pub struct Log(File);

/// A type of an interface.
pub trait Kind {
    type Value;
    fn read(input: &mut Input) -> Self::Value;
    fn write(value: &Self::Value, output: &mut Output);
}

fn expect<T>(result: std::io::Result<T>, what: &str) -> T {
    result.unwrap_or_else(|error| {
        eprintln!("{what}: {error}");
        std::process::exit(1)
    })
}

pub fn open() -> (Input, Log) {
    let call = expect(std::fs::read("/assay/call"), "/assay/call cannot be read");
    let log = expect(File::create("/assay/results/log"), "/assay/results/log cannot be written");
    (Input { call, at: 0 }, Log(log))
}

impl Input {
    fn line(&mut self) -> &str {
        let rest = &self.call[self.at..];
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        self.at += length + 1;
        std::str::from_utf8(&rest[..length]).unwrap_or_default()
    }

    fn parsed<T: std::str::FromStr + Default>(&mut self) -> T {
        self.line().parse().unwrap_or_default()
    }

    pub fn count(&mut self) -> usize {
        self.parsed()
    }

    fn block(&mut self) -> Vec<u8> {
        let length = self.count();
        let block = self.call[self.at..self.at + length].to_vec();
        self.at += length + 1;
        block
    }

    /// The method of the next step; sleeping is done here.
    pub fn step(&mut self) -> usize {
        let line = self.line();
        if let Some(milliseconds) = line.strip_prefix("z ") {
            std::thread::sleep(std::time::Duration::from_millis(milliseconds.parse().unwrap_or_default()));
            return usize::MAX;
        }
        line.parse().unwrap_or(usize::MAX)
    }
}

impl Output {
    fn line(&mut self, value: impl Display) {
        // Writing to memory does not fail.
        let _ = writeln!(self.record, "{value}");
    }

    fn block(&mut self, bytes: &[u8]) {
        self.line(bytes.len());
        self.record.extend_from_slice(bytes);
        self.record.push(b'\n');
    }
}

impl Log {
    fn add(&mut self, record: &[u8]) {
        expect(self.0.write_all(record), "/assay/results/log cannot be written");
    }

    /// Writes what a call returned.
    pub fn returned<K: Kind>(&mut self, value: &K::Value) {
        let mut output = Output { record: b"R\n".to_vec(), wrong: None };
        K::write(value, &mut output);
        if let Some(actual) = output.wrong {
            output.record = format!("T {}\n{actual}\n", actual.len()).into_bytes();
        }
        self.add(&output.record);
    }

    /// Writes that a call failed.
    pub fn failed(&mut self, error: &dyn Display) {
        let mut message = error.to_string();
        if message.len() > 4096 {
            message = message.chars().take(1024).collect();
        }
        eprintln!("error: {message}");
        self.add(format!("E 0 {}\n\n{message}\n", message.len()).as_bytes());
    }

    /// Writes what a call that may fail came to.
    pub fn finished<K: Kind>(&mut self, result: &Result<K::Value, impl Display>) {
        match result {
            Ok(value) => self.returned::<K>(value),
            Err(error) => self.failed(error),
        }
    }
}

pub struct Nothing;
pub struct Bool;
pub struct Int;
pub struct BigInt;
pub struct Float;
pub struct Str;
pub struct Bytes;
pub struct List<K>(PhantomData<K>);
pub struct Set<K>(PhantomData<K>);
pub struct Map<K, V>(PhantomData<(K, V)>);
pub struct Optional<K>(PhantomData<K>);
pub struct Tuple<K>(PhantomData<K>);

impl Kind for Nothing {
    type Value = ();
    fn read(_: &mut Input) {}
    fn write((): &(), _: &mut Output) {}
}

impl Kind for Bool {
    type Value = bool;
    fn read(input: &mut Input) -> bool {
        input.line() == "T"
    }
    fn write(value: &bool, output: &mut Output) {
        output.line(if *value { "T" } else { "F" });
    }
}

impl Kind for Int {
    type Value = i64;
    fn read(input: &mut Input) -> i64 {
        input.parsed()
    }
    fn write(value: &i64, output: &mut Output) {
        output.line(value);
    }
}

impl Kind for BigInt {
    type Value = String;
    fn read(input: &mut Input) -> String {
        input.line().to_owned()
    }
    fn write(digits: &String, output: &mut Output) {
        let unsigned = digits.strip_prefix('-').unwrap_or(digits);
        if unsigned.is_empty() || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
            output.wrong = Some("a String that is no decimal integer");
        }
        output.line(digits);
    }
}

impl Kind for Float {
    type Value = f64;
    fn read(input: &mut Input) -> f64 {
        input.parsed()
    }
    fn write(value: &f64, output: &mut Output) {
        if value.is_infinite() {
            output.line(if *value > 0.0 { "Infinity" } else { "-Infinity" });
        } else if value.is_nan() {
            output.line("NaN");
        } else {
            output.line(format_args!("{value:e}"));
        }
    }
}

impl Kind for Str {
    type Value = String;
    fn read(input: &mut Input) -> String {
        String::from_utf8(input.block()).unwrap_or_default()
    }
    fn write(text: &String, output: &mut Output) {
        output.block(text.as_bytes());
    }
}

impl Kind for Bytes {
    type Value = Vec<u8>;
    fn read(input: &mut Input) -> Vec<u8> {
        input.block()
    }
    fn write(bytes: &Vec<u8>, output: &mut Output) {
        output.block(bytes);
    }
}

impl<K: Kind> Kind for List<K> {
    type Value = Vec<K::Value>;
    fn read(input: &mut Input) -> Self::Value {
        (0..input.count()).map(|_| K::read(input)).collect()
    }
    fn write(items: &Self::Value, output: &mut Output) {
        output.line(items.len());
        items.iter().for_each(|item| K::write(item, output));
    }
}

impl<K: Kind> Kind for Set<K>
where
    K::Value: Eq + Hash,
{
    type Value = HashSet<K::Value>;
    fn read(input: &mut Input) -> Self::Value {
        (0..input.count()).map(|_| K::read(input)).collect()
    }
    fn write(items: &Self::Value, output: &mut Output) {
        output.line(items.len());
        items.iter().for_each(|item| K::write(item, output));
    }
}

impl<K: Kind, V: Kind> Kind for Map<K, V>
where
    K::Value: Eq + Hash,
{
    type Value = HashMap<K::Value, V::Value>;
    fn read(input: &mut Input) -> Self::Value {
        (0..input.count()).map(|_| (K::read(input), V::read(input))).collect()
    }
    fn write(entries: &Self::Value, output: &mut Output) {
        output.line(entries.len());
        for (key, value) in entries {
            K::write(key, output);
            V::write(value, output);
        }
    }
}

impl<K: Kind> Kind for Optional<K> {
    type Value = Option<K::Value>;
    fn read(input: &mut Input) -> Self::Value {
        (input.count() == 1).then(|| K::read(input))
    }
    fn write(value: &Self::Value, output: &mut Output) {
        output.line(i32::from(value.is_some()));
        if let Some(value) = value {
            K::write(value, output);
        }
    }
}

macro_rules! tuple {
    ($($kind:ident $place:tt),*) => {
        impl<$($kind: Kind),*> Kind for Tuple<($($kind,)*)> {
            type Value = ($($kind::Value,)*);
            fn read(input: &mut Input) -> Self::Value {
                ($($kind::read(input),)*)
            }
            fn write(value: &Self::Value, output: &mut Output) {
                $($kind::write(&value.$place, output);)*
            }
        }
    };
}

tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
