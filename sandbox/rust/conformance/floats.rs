fn main() {
    for value in [1.0 / 3.0, 2.5, -1e-7, 123_456_789.125, 1e15 / 7.0] {
        println!("{value:.6}");
    }
}
