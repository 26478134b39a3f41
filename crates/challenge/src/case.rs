//! Cases and the tree of groups they sit in.

use std::path::PathBuf;

use crate::mistake::Mistake;
use crate::{Aggregate, Call, Interface};

/// One sample or hidden test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its path below `data/` without ending, such as `secret/edge/03-empty`.
    pub id: String,
    /// Where its input comes from.
    pub input: Input,
    /// Where its expected answer comes from.
    pub answer: Answer,
    /// What the setter wants said to a candidate who fails it.
    pub hint: Option<String>,
}

impl Case {
    /// Whether it is a sample, shown to candidates and never scored.
    pub fn is_sample(&self) -> bool {
        self.id.starts_with("sample/")
    }

    /// Reads its call from the bytes of the file that `input` names. Lines of mistakes are lines of that file.
    pub fn call(&self, bytes: &[u8], interface: &Interface) -> Result<Call, Mistake> {
        match self.input {
            Input::Call { line: Some(line), .. } => {
                let own = bytes.split(|byte| *byte == b'\n').nth(line.saturating_sub(1)).unwrap_or_default();
                // What stands on one line has the file's line, whatever line of its own the reader gives it.
                Call::from_json(own, interface).map_err(|mistake| Mistake { line, ..mistake })
            }
            Input::Generated(_) => Call::from_generated_json(bytes, interface),
            _ => Call::from_json(bytes, interface),
        }
    }

    /// The group it sits in, such as `secret/edge`.
    pub fn group(&self) -> &str {
        self.id.rsplit_once('/').map_or("", |(group, _)| group)
    }
}

/// Where a case's input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// This file, byte for byte.
    File(PathBuf),
    /// What the challenge's generator prints when this file's bytes are its standard input.
    Generated(PathBuf),
    /// The call that this file holds as JSON, with what must come of it.
    Call {
        /// The file.
        file: PathBuf,
        /// The line that is the case, from 1, if the file holds one on each line.
        line: Option<usize>,
    },
}

/// Where a case's expected answer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This file, byte for byte.
    File(PathBuf),
    /// What the challenge's answer program prints for the case's input.
    Computed,
    /// It stands in the call that is the input.
    InCall,
}

/// A folder of cases or of further groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its path below `data/`, such as `secret` or `secret/edge`.
    pub id: String,
    /// What it is called in reports; its folder's name if the setter gave none.
    pub title: String,
    /// Its share of its parent's points: siblings' weights are compared with each other.
    pub weight: u32,
    /// How its points follow from its members'.
    pub aggregate: Aggregate,
    /// Whether its remaining cases are left out after the first that fails.
    pub stop_at_failure: bool,
    /// What is in it.
    pub members: Members,
}

/// A group holds either groups or cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Members {
    /// Groups, in the order of their names.
    Groups(Vec<Group>),
    /// Cases, in the order of their names.
    Cases(Vec<Case>),
}

impl Group {
    /// All cases below this group, in order.
    pub fn cases(&self) -> Vec<&Case> {
        match &self.members {
            Members::Groups(groups) => groups.iter().flat_map(Group::cases).collect(),
            Members::Cases(cases) => cases.iter().collect(),
        }
    }
}
