fn main() {
    loop {
        println!("spam");
    }
}
