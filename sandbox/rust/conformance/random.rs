use std::hash::{BuildHasher, RandomState};

fn main() {
    for n in 0..3 {
        println!("{}", RandomState::new().hash_one(n) % 1_000_000);
    }
}
