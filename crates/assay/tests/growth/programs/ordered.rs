use std::collections::BTreeMap;
use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let mut seen = BTreeMap::new();
    for word in text.split_whitespace().skip(1) {
        *seen.entry(word.parse::<i64>().unwrap()).or_insert(0) += 1;
    }
    println!("{}", seen.len());
}
