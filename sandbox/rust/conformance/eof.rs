use std::io;

fn main() {
    println!("{}", io::stdin().lines().count());
}
