use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    print!("{}", text.split_whitespace().count());
}
