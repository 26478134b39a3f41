fn inner() {
    panic!("boom 42"); // HERE
}

fn outer() {
    inner();
}

fn main() {
    outer();
}
