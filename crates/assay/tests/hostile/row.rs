//! One line of the table of hostile submissions: what is handed in, and the one verdict it must earn.

use assay::Verdict;

/// A hostile submission and what must come of it.
pub(crate) struct Row {
    /// The file's name, which says what it tries; its ending is the language.
    pub(crate) name: &'static str,
    /// The verdict of the hidden case, or `CE`.
    pub(crate) verdict: Verdict,
    /// Part of the case's message, or of the compiler's.
    pub(crate) says: &'static str,
    /// The submission's bytes.
    pub(crate) source: Vec<u8>,
}

/// A line of the table.
pub(crate) fn row(name: &'static str, verdict: Verdict, says: &'static str, source: impl Into<Vec<u8>>) -> Row {
    Row { name, verdict, says, source: source.into() }
}

/// A longer guest, kept in `sandbox/hostile`.
macro_rules! guest {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../sandbox/hostile/", $name)).as_slice()
    };
}
pub(crate) use guest;
