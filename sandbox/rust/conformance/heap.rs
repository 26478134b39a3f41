use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: usize = text.trim().parse().expect("a number");
    let mut heap = BinaryHeap::new();
    let mut x = 42_u64;
    for _ in 0..n {
        x = (x * 1_103_515_245 + 12_345) % (1 << 31);
        heap.push(Reverse(x));
    }
    let (mut sum, mut i) = (0, 0);
    while let Some(Reverse(smallest)) = heap.pop() {
        sum = (sum + smallest * (i % 10)) % 1_000_000_007;
        i += 1;
    }
    println!("{sum}");
}
