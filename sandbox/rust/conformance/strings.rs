use std::collections::HashMap;
use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: usize = text.trim().parse().expect("a number");
    let words: Vec<String> = (0..n).map(|i| format!("w{}", i % 100)).collect();
    let joined = words.join(" ");
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in joined.split(' ') {
        *counts.entry(word).or_default() += 1;
    }
    println!("{} {} {}", counts.len(), counts.get("w7").copied().unwrap_or(0), joined.len());
}
