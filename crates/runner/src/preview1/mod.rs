//! WASI preview 1 on an in-memory file system.

/// The arguments and files of one guest.
#[derive(Debug, Default)]
pub(crate) struct Preview1;
