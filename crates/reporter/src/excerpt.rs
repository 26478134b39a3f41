//! Bytes cut to what a person reads, with their true size.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Bytes kept of any stream in a grade.
pub const EXCERPT_BYTES: usize = 4096;

/// The beginning of some bytes, as text where they are text, else as a hex dump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Excerpt {
    /// The text, not escaped: renderers escape it.
    pub text: String,
    /// Whether `text` is a hex dump, because the bytes are not UTF-8 or hold NUL.
    pub binary: bool,
    /// How many bytes there were in all.
    pub bytes: u64,
    /// Whether there were more than are shown.
    pub cut: bool,
}

impl Excerpt {
    /// The excerpt of `kept`, the first of `total` bytes.
    pub fn new(kept: &[u8], total: u64) -> Self {
        let _ = (kept, total);
        todo!()
    }
}
