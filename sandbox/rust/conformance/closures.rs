fn counter() -> impl FnMut() -> u32 {
    let mut count = 0;
    move || {
        count += 1;
        count
    }
}

fn main() {
    let squares: u32 = (1..=20).filter(|n| n % 2 == 1).map(|n| n * n).sum();
    println!("{squares}");
    let mut next = counter();
    println!("{} {} {}", next(), next(), next());
}
