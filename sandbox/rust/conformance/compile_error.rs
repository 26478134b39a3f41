fn main() {
    let n = 1 // HERE
    println!("{n}");
}
