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

/// What is left of a run.
#[derive(Clone, Debug)]
pub struct Finished {
    /// What happened.
    pub outcome: Outcome,
    /// The files it created in the writable folder, by path.
    pub written: BTreeMap<String, Bytes>,
}
