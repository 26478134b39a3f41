use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: usize = text.trim().parse().expect("a number");
    let mut x = 42_u64;
    let mut numbers: Vec<u64> = (0..n)
        .map(|_| {
            x = (x * 1_103_515_245 + 12_345) % (1 << 31);
            x
        })
        .collect();
    numbers.sort();
    let sum = numbers.iter().zip(1..).fold(0, |sum, (number, i)| (sum + i * number) % 1_000_000_007);
    println!("{sum}");
}
