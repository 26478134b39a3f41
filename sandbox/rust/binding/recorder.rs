use std::time::Instant;

use std::collections::{HashMap, HashSet};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    pub x: i64,
    pub y: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Everything {
    pub flag: bool,
    pub count: i64,
    pub big: String,
    pub ratio: f64,
    pub name: String,
    pub raw_bytes: Vec<u8>,
    pub numbers: Vec<i64>,
    pub rows: Vec<Vec<String>>,
    pub ages: HashMap<String, i64>,
    pub heights: HashMap<Point, Vec<f64>>,
    pub switches: HashMap<i64, bool>,
    pub seen: HashSet<String>,
    pub corners: HashSet<(i64, i64)>,
    pub maybe: Option<i64>,
    pub maybe_point: Option<Point>,
    pub maybe_list: Option<Vec<String>>,
    pub pair: (String, i64),
    pub triple: (Point, bool, Vec<Option<String>>),
    pub type_: HashMap<String, HashMap<String, Option<Vec<u8>>>>,
}

pub struct Recorder {
    start: i64,
    numbers: Vec<i64>,
    made: Instant,
}

impl Recorder {
    pub fn new(start: i64) -> Result<Self, &'static str> {
        if start < 0 {
            return Err("the start is below zero");
        }
        Ok(Self { start, numbers: Vec::new(), made: Instant::now() })
    }

    pub fn echo(&self, value: Everything) -> Everything {
        value
    }

    pub fn push(&mut self, number: i64) {
        self.numbers.push(number);
    }

    pub fn pop(&mut self) -> Result<i64, String> {
        self.numbers.pop().ok_or_else(|| "there is no number".to_string())
    }

    pub fn drop_all(&mut self) -> Result<(), String> {
        if self.numbers.is_empty() {
            return Err("there is no number".into());
        }
        self.numbers.clear();
        Ok(())
    }

    pub fn total(&self) -> i64 {
        self.start + self.numbers.iter().sum::<i64>()
    }

    pub fn elapsed_ms(&self) -> i64 {
        self.made.elapsed().as_millis() as i64
    }

    pub fn find(&self, place: i64) -> Option<i64> {
        self.numbers.get(place as usize).copied()
    }
}
