//! What a command has to say, held as values so that only `main` writes to the streams.

use std::io::Write;

use crate::exit::Exit;

/// A finished command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// For standard output: what was asked for, and nothing else.
    pub(crate) output: Vec<u8>,
    /// For standard error: remarks for people, left out with `--quiet`.
    pub(crate) remarks: Vec<String>,
    /// For standard error, quiet or not: errors of parts of the work, each without `error: `.
    pub(crate) errors: Vec<String>,
    /// How it ended.
    pub(crate) exit: Exit,
}

impl Answer {
    /// `output` and nothing more.
    pub(crate) fn new(output: impl Into<Vec<u8>>, exit: Exit) -> Self {
        Self { output: output.into(), remarks: Vec::new(), errors: Vec::new(), exit }
    }

    /// The same, with one more remark.
    pub(crate) fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remarks.push(remark.into());
        self
    }
}

/// Writes all of `bytes`. A reader who has gone away wants nothing more, which is no error.
pub(crate) fn write(stream: &mut impl Write, bytes: &[u8]) -> std::io::Result<()> {
    match stream.write_all(bytes).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Gone(std::io::ErrorKind);

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_who_left_is_no_error_and_a_full_disk_is() {
        assert!(write(&mut Gone(std::io::ErrorKind::BrokenPipe), b"x").is_ok());
        assert!(write(&mut Gone(std::io::ErrorKind::StorageFull), b"x").is_err());
    }
}
