//! Why the host ended a run from inside a call: the reasons that are no fault of the engine.

use thiserror::Error;

/// Travels as an error out of a host function or limiter, so that the guest stops where it stands.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The guest asked to exit.
    #[error("exit code {0}")]
    Exit(i32),
    /// A host call was charged for more than was left.
    #[error("cost limit")]
    Cost,
    /// It asked for more memory than it may hold.
    #[error("memory limit: {asked} bytes asked")]
    Memory {
        /// The total it would have held, in bytes.
        asked: u64,
    },
    /// It has more of something than a sandbox may hold.
    #[error("more {what} than the {most} a sandbox may hold")]
    Many {
        /// Of what.
        what: &'static str,
        /// How many it may hold.
        most: usize,
    },
    /// It wrote more to standard output than it may.
    #[error("output limit")]
    Output,
}
