//! What is reported while a language is installed, so that minutes of work are not silence.

/// One step of installing a language, as it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// The package client is at work.
    Fetching {
        /// The package asked for, with its version.
        package: String,
        /// Bytes on disk so far; some clients show nothing before the end.
        bytes: u64,
        /// About how many there will be: the archive differs a little between platforms.
        bytes_total: u64,
    },
    /// The archive is on disk.
    Fetched {
        /// The archive's file name.
        file: String,
    },
    /// The archive is being compared with the checksum of the manifest.
    Checking {
        /// The archive's file name.
        file: String,
    },
    /// The runtime is being made ready from the archive.
    Preparing {
        /// What is being done, such as `compiling the interpreter`.
        step: String,
    },
    /// The language can be used.
    Ready,
}
