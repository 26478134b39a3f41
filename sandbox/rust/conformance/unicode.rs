use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("a line");
    let line = line.trim_end_matches('\n');
    println!("{}", line.chars().count());
    println!("{}", line.chars().rev().collect::<String>());
}
