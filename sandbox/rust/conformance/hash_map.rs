use std::collections::HashMap;
use std::io;

fn key(i: u64) -> u64 {
    (i * 2_654_435_761) % (1 << 32)
}

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: u64 = text.trim().parse().expect("a number");
    let map: HashMap<u64, u64> = (0..n).map(|i| (key(i), i)).collect();
    let sum: u64 = (0..n).step_by(2).filter_map(|i| map.get(&key(i))).sum();
    println!("{} {sum}", map.len());
}
