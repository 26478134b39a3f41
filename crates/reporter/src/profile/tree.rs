//! Stacks to a tree that is bounded in depth, in nodes and in the length of its names.

use std::collections::BTreeMap;

use super::ProfileNode;

/// The most frames above one another.
const DEPTH: usize = 128;

/// The most nodes while a tree grows.
const GROWN: usize = 50_000;

/// The most nodes that are kept.
const KEPT: usize = 1500;

/// The most characters of a name.
const NAME_CHARS: usize = 200;

#[derive(Default)]
struct Growing {
    name: String,
    depth: u32,
    own: u64,
    total: u64,
    parent: usize,
    called: BTreeMap<String, usize>,
}

/// The tree with its costliest nodes, and what all stacks sum to.
pub(super) fn build<S: AsRef<str>>(stacks: &[(Vec<S>, u64)]) -> (Vec<ProfileNode>, u64) {
    let mut nodes = vec![Growing::default()];
    // The costliest first and in one order: the same nodes are there when there are too many.
    let mut stacks: Vec<(Vec<&str>, u64)> =
        stacks.iter().map(|(stack, units)| (stack.iter().map(AsRef::as_ref).collect(), *units)).collect();
    stacks.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    for (stack, units) in stacks.iter().filter(|(stack, units)| !stack.is_empty() && *units > 0) {
        let at = grow(&mut nodes, stack);
        nodes[at].own = nodes[at].own.saturating_add(*units);
    }
    // A node comes after the one it is called by.
    for id in (1..nodes.len()).rev() {
        nodes[id].total = nodes[id].total.saturating_add(nodes[id].own);
        let (parent, total) = (nodes[id].parent, nodes[id].total);
        nodes[parent].total = nodes[parent].total.saturating_add(total);
    }
    let mut costly: Vec<usize> = (1..nodes.len()).collect();
    costly.sort_by_key(|id| (std::cmp::Reverse(nodes[*id].total), *id));
    let mut kept = vec![false; nodes.len()];
    // None comes before the one it is called by, which has at least its total and was there earlier.
    costly.iter().take(KEPT).for_each(|id| kept[*id] = true);
    (listed(&nodes, &kept), nodes[0].total)
}

/// The node of a stack, which is made where it is not there.
fn grow(nodes: &mut Vec<Growing>, stack: &[&str]) -> usize {
    let mut at = 0;
    for frame in stack.iter().take(DEPTH) {
        let name = cut(frame);
        at = match nodes[at].called.get(&name) {
            Some(known) => *known,
            None if nodes.len() >= GROWN => return at,
            None => {
                let (id, depth) = (nodes.len(), if at == 0 { 0 } else { nodes[at].depth + 1 });
                nodes.push(Growing { name: name.clone(), depth, parent: at, ..Growing::default() });
                nodes[at].called.insert(name, id);
                id
            }
        };
    }
    at
}

fn cut(name: &str) -> String {
    match name.char_indices().nth(NAME_CHARS) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// The kept nodes, the costlier of those that one node called first.
fn listed(nodes: &[Growing], kept: &[bool]) -> Vec<ProfileNode> {
    let mut out = Vec::new();
    let mut waiting = vec![0];
    while let Some(id) = waiting.pop() {
        let node = &nodes[id];
        if id != 0 {
            out.push(ProfileNode { depth: node.depth, name: node.name.clone(), own: node.own, total: node.total });
        }
        let mut called: Vec<usize> = node.called.values().copied().filter(|id| kept[*id]).collect();
        called.sort_by_key(|id| (nodes[*id].total, std::cmp::Reverse(&nodes[*id].name)));
        waiting.extend(called);
    }
    out
}
