fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    let n: u64 = line.trim().parse().unwrap();
    let mut total = 0;
    for target in 0..300 {
        let (mut low, mut high) = (0, n);
        while low < high {
            let middle = low + (high - low) / 2;
            if middle * 3 < n + target { low = middle + 1 } else { high = middle }
        }
        total += low % 1000;
    }
    println!("{total}");
}
