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

pub fn identity(value: Everything) -> Everything {
    assert!(value.pair.1 == 0 || value.pair.1 == 42);
    if value.flag {
        assert_eq!(value.heights[&Point { x: 1, y: 2 }][0], 0.1);
        assert!(value.corners.contains(&(2, 1)) && value.raw_bytes.len() == 256);
    }
    println!("debugging {value:?}");
    value
}

fn main() {
    panic!("not when called")
}
