use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let sum: i64 = text.lines().map(|line| line.trim().parse::<i64>().expect("a number")).sum();
    println!("{sum}");
}
