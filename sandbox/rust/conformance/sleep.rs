use std::thread::sleep;
use std::time::{Duration, Instant};

fn main() {
    let begun = Instant::now();
    sleep(Duration::from_secs(5));
    println!("{}", begun.elapsed().as_secs());
}
