use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for n in 0..200_000 {
        writeln!(out, "{n}")?;
    }
    out.flush()
}
