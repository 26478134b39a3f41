use std::hint::black_box;

#[inline(never)]
fn down(depth: u64) -> u64 {
    let room = black_box([depth; 8]);
    down(depth + 1) + room[(depth % 8) as usize]
}

fn main() {
    println!("{}", down(0));
}
