//! Where the cost of one case went: a tree of functions or lines with the units spent in each, bounded.
//!
//! The names in it are the submission's, and so is what a tracer says: everything is cut to what a person reads, in the
//! same way on every machine, and sums are made again here.

mod tree;

use std::fmt::Write as _;

use assay_challenge::Verdict;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the cost of one case went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Profile {
    /// The case, such as `secret/large/02-burst`.
    pub case: String,
    /// Whether the case is a sample.
    pub sample: bool,
    /// What the case earned.
    pub verdict: Verdict,
    /// What the frames are.
    pub frames: FrameKind,
    /// Units the graded run of the case used. No frame has more.
    pub cost: u64,
    /// Units of which the frame is known. The rest went to what has no frame: starting, and the library of an interpreter.
    pub known: u64,
    /// The calls, each before those it made; at most 1500, the costly ones.
    pub nodes: Vec<ProfileNode>,
}

/// What the frames of a profile are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FrameKind {
    /// Functions of a compiled program.
    Functions,
    /// Lines of the submission's own files.
    Lines,
}

/// A frame at one place of the tree of calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProfileNode {
    /// How many frames are above it.
    pub depth: u32,
    /// The function, or the line as file, number and function; cut after 200 characters.
    pub name: String,
    /// Units spent in it and not in what it called.
    pub own: u64,
    /// Units spent in it and in what it called. Calls too cheap to be listed are among them.
    pub total: u64,
}

/// What is known of the case that was profiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfiledCase {
    /// Its id.
    pub id: String,
    /// What it earned.
    pub verdict: Verdict,
    /// Units its graded run used.
    pub cost: u64,
}

/// A frame wherever it was called from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HotFrame<'a> {
    /// The function or line.
    pub name: &'a str,
    /// Units spent in it and not in what it called.
    pub own: u64,
    /// Units spent in it and in what it called; calls of itself are counted once.
    pub total: u64,
}

impl Profile {
    /// Puts stacks together, each outermost frame first with the units spent in its last frame. The order of the stacks
    /// does not matter.
    pub fn new<S: AsRef<str>>(case: ProfiledCase, frames: FrameKind, stacks: &[(Vec<S>, u64)]) -> Self {
        let ProfiledCase { id, verdict, cost } = case;
        let (nodes, known) = tree::build(stacks);
        Self { sample: id.starts_with("sample/"), case: id, verdict, frames, cost, known, nodes }
    }

    /// Frames by the units spent in themselves, most first.
    pub fn hottest(&self) -> Vec<HotFrame<'_>> {
        let mut hot = std::collections::BTreeMap::<&str, (u64, u64)>::new();
        let mut above: Vec<&str> = Vec::new();
        for node in &self.nodes {
            above.truncate(node.depth as usize);
            let (own, total) = hot.entry(&node.name).or_default();
            *own = own.saturating_add(node.own);
            if !above.contains(&node.name.as_str()) {
                *total = total.saturating_add(node.total);
            }
            above.push(&node.name);
        }
        let mut hot: Vec<_> = hot.into_iter().map(|(name, (own, total))| HotFrame { name, own, total }).collect();
        hot.sort_by(|a, b| (b.own, b.total, a.name).cmp(&(a.own, a.total, b.name)));
        hot
    }

    /// The profile as collapsed stacks, one a line with its units at the end, as tools that draw flame graphs read them.
    pub fn folded(&self) -> String {
        let mut out = String::new();
        let mut above: Vec<String> = Vec::new();
        for (place, node) in self.nodes.iter().enumerate() {
            above.truncate(node.depth as usize);
            above.push(crate::render::visible(&node.name).replace(';', ","));
            let below = self.nodes[place + 1..].iter().take_while(|other| other.depth > node.depth);
            let listed = below
                .filter(|other| other.depth == node.depth + 1)
                .fold(0_u64, |sum, other| sum.saturating_add(other.total));
            let mut line = |units: u64, more: &str| {
                if units > 0 {
                    let _ = writeln!(out, "{}{more} {units}", above.join(";"));
                }
            };
            line(node.own, "");
            line(node.total.saturating_sub(node.own.saturating_add(listed)), ";(cheaper calls)");
        }
        out
    }
}

#[cfg(test)]
mod tests;
