use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let mut values: Vec<i64> = text.split_whitespace().skip(1).map(|word| word.parse().unwrap()).collect();
    for end in (1..values.len()).rev() {
        for at in 0..end {
            if values[at] > values[at + 1] {
                values.swap(at, at + 1);
            }
        }
    }
    println!("{}", values[0]);
}
