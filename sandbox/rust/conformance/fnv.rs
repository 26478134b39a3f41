use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: usize = text.trim().parse().expect("a number");
    let bytes: Vec<u8> = (0..n).map(|i| (i * 31 % 256) as u8).collect();
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    println!("{hash:08x}");
}
