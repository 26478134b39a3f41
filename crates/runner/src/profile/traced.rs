//! Interpreted languages by lines: a tracer that runs the submission in its sandbox, and a reader of what it writes.
//!
//! The tracers are `sandbox/<language>/lines.*`. The submission runs beside its tracer and could write what it likes, so
//! the reader believes nothing: what is no record is passed over, and everything is bounded.

use std::sync::Arc;

use assay_challenge::Language;
use bytes::Bytes;

use super::{Stack, marked};
use crate::Source;

/// Units of a nanosecond of the virtual clock.
const UNITS_PER_NS: u64 = assay_challenge::UNITS_PER_MS / 1_000_000;

/// The most lines of a profile, each in each place it is called from. The tracer keeps to fewer.
const NODES: usize = 20_000;

/// The most lines of a stack. The tracer keeps to fewer.
const DEPTH: usize = 128;

/// The most characters of a function's name that are shown.
const NAME_CHARS: usize = 80;

/// The frame of what was spent beside the submission's own files: by what calls a function or class, and while starting.
const OUTSIDE: &str = "(outside the submission's files)";

/// A language's tracer: the name of its file, which no submission's has, and its text.
fn tracer(language: &Language) -> Option<(&'static str, &'static str)> {
    Some(match language.as_str() {
        "python" => ("assay/lines.py", include_str!("../../../../sandbox/python/lines.py")),
        "ruby" => ("assay/lines.rb", include_str!("../../../../sandbox/ruby/lines.rb")),
        "javascript" | "typescript" => (marked::TRACER, include_str!("../../../../sandbox/javascript/lines.js")),
        _ => return None,
    })
}

/// The program with the tracer in the main file's place, where its language has one. The lines of `own` are told apart.
pub(crate) async fn with_tracer(source: &Source, own: &[String]) -> Option<Source> {
    let (tracer, text) = tracer(&source.language)?;
    let mut files = source.files.clone();
    let mut main = tracer.to_owned();
    if tracer == marked::TRACER {
        // What the main file requires is looked for beside the first file that runs.
        main = source.main.rsplit_once('/').map_or(main, |(folder, _)| format!("{folder}/{tracer}"));
        files = marked::mark(files, own).await;
    }
    files.retain(|(name, _)| *name != main);
    files.push((main.clone(), Bytes::from_static(text.as_bytes())));
    Some(Source { language: source.language.clone(), main, files, entry: None })
}

/// What the tracer is told: what to run, when to stop, and whose lines to tell apart. It may count a little too much.
pub(crate) fn arguments((main, entry): (&str, Option<&str>), own: &[String], cost: u64) -> Vec<String> {
    let budget = cost.saturating_add(cost / 4) / UNITS_PER_NS;
    let told = [main.to_owned(), budget.to_string(), entry.unwrap_or_default().to_owned()];
    told.into_iter().chain(own.iter().cloned()).collect()
}

struct Node {
    parent: usize,
    frame: Arc<str>,
    units: u64,
}

/// The stacks in what the tracer wrote, of a run whose plain twin cost `cost`. They never sum to more.
pub(crate) fn read(bytes: &[u8], own: &[String], cost: u64) -> Vec<Stack> {
    let mut nodes = vec![Node { parent: 0, frame: OUTSIDE.into(), units: 0 }];
    let (mut now, mut ended) = (0, false);
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(line);
        let mut words = line.splitn(6, ' ');
        let word = words.next().unwrap_or_default();
        let mut number = || words.next().and_then(|word| word.parse::<u64>().ok());
        match word {
            "node" => {
                let (Some(id), Some(parent), Some(file), Some(line)) = (number(), number(), number(), number()) else {
                    continue;
                };
                let known = usize::try_from(parent).ok().filter(|parent| *parent < nodes.len());
                let file = usize::try_from(file).ok().and_then(|file| own.get(file));
                let (Some(parent), Some(file), true) = (known, file, id == nodes.len() as u64) else { continue };
                if nodes.len() < NODES {
                    now = nodes.len();
                    let name = words.next().unwrap_or_default();
                    nodes.push(Node { parent, frame: frame(file, line, name), units: 0 });
                }
            }
            "cost" => {
                if let (Some(id), Some(ns)) = (number(), number())
                    && let Some(node) = usize::try_from(id).ok().and_then(|id| nodes.get_mut(id))
                {
                    node.units = ns.saturating_mul(UNITS_PER_NS);
                }
            }
            "at" => now = number().and_then(|id| usize::try_from(id).ok()).unwrap_or(now),
            "end" => ended = true,
            _ => {}
        }
    }
    settle(&mut nodes, cost);
    let known: u64 = nodes.iter().map(|node| node.units).sum();
    // A run that was stopped inside one line used up everything there.
    if let Some(node) = nodes.get_mut(now).filter(|_| !ended && now > 0) {
        node.units += cost.saturating_sub(known);
    }
    let spent = (0..nodes.len()).filter(|id| nodes[*id].units > 0);
    spent.map(|id| (path(&nodes, id), nodes[id].units)).collect()
}

/// Scales what was counted so that it is no more than `cost`: watching costs a little more than is taken off for it.
fn settle(nodes: &mut [Node], cost: u64) {
    let counted: u128 = nodes.iter().map(|node| u128::from(node.units)).sum();
    if counted > u128::from(cost) {
        for node in nodes {
            let scaled = u128::from(node.units) * u128::from(cost) / counted;
            node.units = u64::try_from(scaled).unwrap_or(u64::MAX);
        }
    }
}

fn path(nodes: &[Node], mut id: usize) -> Vec<Arc<str>> {
    let mut path = if id == 0 { vec![nodes[0].frame.clone()] } else { Vec::new() };
    while id != 0 && path.len() < DEPTH {
        path.push(nodes[id].frame.clone());
        id = nodes[id].parent;
    }
    path.reverse();
    path
}

fn frame(file: &str, line: u64, function: &str) -> Arc<str> {
    let name: String = function.chars().take(NAME_CHARS).collect();
    if name == "<module>" || name.is_empty() { format!("{file}:{line}") } else { format!("{file}:{line} {name}") }
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str, cost: u64) -> Vec<(String, u64)> {
        let stacks = read(text.as_bytes(), &["main.py".to_owned()], cost);
        stacks.into_iter().map(|(stack, units)| (stack.join(";"), units)).collect()
    }

    #[test]
    fn lines_are_told_by_file_line_and_function_below_the_line_that_called() {
        let text = "node 1 0 0 7 <module>\nnode 2 1 0 3 solve\ncost 1 10\ncost 2 70\ncost 2 80\nend\n";
        assert_eq!(
            read_text(text, 1000),
            [("main.py:7".to_owned(), 100), ("main.py:7;main.py:3 solve".to_owned(), 800)]
        );
    }

    #[test]
    fn what_a_run_used_that_never_came_to_its_end_belongs_to_the_line_it_was_at() {
        let text = "node 1 0 0 1 <module>\nnode 2 0 0 2 <module>\ncost 1 10\n";
        assert_eq!(read_text(text, 1000), [("main.py:1".to_owned(), 100), ("main.py:2".to_owned(), 900)]);
    }

    #[test]
    fn more_than_the_plain_run_cost_is_scaled_down() {
        let text = "node 1 0 0 1 <module>\nnode 2 0 0 2 <module>\ncost 1 30\ncost 2 90\nend\n";
        assert_eq!(read_text(text, 800), [("main.py:1".to_owned(), 200), ("main.py:2".to_owned(), 600)]);
    }

    #[test]
    fn forged_records_are_passed_over() {
        let huge = u64::MAX;
        let text = format!(
            "node 9 0 0 1 x\nnode 1 7 0 1 x\nnode 1 0 9 1 x\nnode 1 1 0 1 x\nnode\ncost 5 5\nat {huge}\nnode 1 0 0 1 {}\n\
             cost 1 {huge}\ncost 0 {huge}\n\u{0}\n",
            "y".repeat(1 << 20)
        );
        let stacks = read_text(&text, 1000);
        let lengths: Vec<_> = stacks.iter().map(|(stack, _)| stack.len()).collect();
        assert_eq!(lengths, [OUTSIDE.len(), "main.py:1 ".len() + NAME_CHARS]);
        assert!(stacks.iter().map(|(_, units)| units).sum::<u64>() <= 1000);
    }
}
