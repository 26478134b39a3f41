//! One run with everything settled before it starts, and what is left of it.

use std::collections::BTreeMap;

use assay_challenge::{Limits, Outcome};
use bytes::Bytes;

use crate::Program;

/// One run of a program.
#[derive(Clone)]
pub struct Job {
    /// What is run.
    pub program: Program,
    /// Standard input.
    pub stdin: Bytes,
    /// Arguments after the program's name.
    pub arguments: Vec<String>,
    /// Files it can open for reading, by path.
    pub files: Vec<(String, Bytes)>,
    /// The folder it may create files in, if any.
    pub writable: Option<String>,
    /// Where its randomness comes from.
    pub seed: u64,
    /// What it may use.
    pub limits: Limits,
}

/// Bytes of files one job may create.
pub(crate) const WRITABLE_BYTES: u64 = 64 << 20;

impl Job {
    /// The files it gives, and the folder.
    pub(crate) fn all_files(&self) -> Vec<(String, Bytes)> {
        let folder = self.writable.iter().map(|folder| (format!("{folder}/"), Bytes::new()));
        self.files.iter().cloned().chain(folder).collect()
    }

    /// How many bytes it lets the program write, if it may write.
    pub(crate) fn writable_bytes(&self) -> Option<u64> {
        self.writable.as_ref().map(|_| WRITABLE_BYTES)
    }
}

/// What is left of a run.
#[derive(Clone, Debug)]
pub struct Finished {
    /// What happened.
    pub outcome: Outcome,
    /// The files it created in the writable folder, by path.
    pub written: BTreeMap<String, Bytes>,
}
