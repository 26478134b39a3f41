fn main() {
    println!("out");
    eprintln!("err");
}
