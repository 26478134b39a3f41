use std::collections::HashMap;

fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    let n: u32 = line.trim().parse().unwrap();
    let (mut seen, mut state) = (HashMap::new(), 1_u32);
    for _ in 0..n {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        *seen.entry(state).or_insert(0) += 1;
    }
    println!("{}", seen.len());
}
