fn count(values: &[u64], left: u64) -> u64 {
    match values.split_first() {
        None => u64::from(left % 7 == 0),
        Some((first, rest)) => count(rest, left) + count(rest, left + first),
    }
}

fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    let n: u64 = line.trim().parse().unwrap();
    let values: Vec<u64> = (0..n).map(|i| i * i + 1).collect();
    println!("{}", count(&values, 0));
}
