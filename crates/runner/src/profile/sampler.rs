//! Samples of a guest's call stack, taken when exact numbers of units are spent: the same ones on every machine.
//!
//! The engine stops a guest to yield when its fuel for a stretch is used up, and the store's call hook runs then. Each
//! stretch is of another length, so that a loop whose turns cost as much as a stretch is not always met at one place. A
//! sample is worth what was spent since the one before, so samples sum to the cost.

use std::collections::BTreeMap;
use std::sync::Arc;

use wasmtime::WasmBacktrace;

use super::Stack;
use crate::random::Random;

/// The most functions of a stack that are looked at, from the innermost.
pub(crate) const STACK_FRAMES: usize = 128;

/// The samples of one run.
pub(crate) struct Sampler {
    mean: u64,
    stretch: u64,
    random: Random,
    /// Units of instructions when the stretch began.
    began: u64,
    /// Units when the last sample was taken.
    sampled: u64,
    yielding: bool,
    names: BTreeMap<u32, Arc<str>>,
    stacks: BTreeMap<Vec<u32>, u64>,
}

impl Sampler {
    /// Takes a sample about every `mean` units.
    pub(crate) fn new(mean: u64) -> Self {
        let mut sampler = Self {
            mean: mean.max(2),
            stretch: 0,
            random: Random::new(0),
            began: 0,
            sampled: 0,
            yielding: false,
            names: BTreeMap::new(),
            stacks: BTreeMap::new(),
        };
        sampler.stretch = sampler.next_stretch();
        sampler
    }

    /// Units of the stretch under way.
    pub(crate) fn stretch(&self) -> u64 {
        self.stretch
    }

    /// Whether a sample is due as the host is called, after `executed` units of instructions and `spent` in all.
    pub(crate) fn is_due(&mut self, executed: u64, spent: u64) -> bool {
        self.yielding = executed.saturating_sub(self.began) >= self.stretch;
        self.yielding || spent.saturating_sub(self.sampled) >= self.stretch
    }

    /// Counts what was spent since the last sample to the functions of `stack`.
    pub(crate) fn note(&mut self, stack: &WasmBacktrace, spent: u64) {
        let mut indices: Vec<u32> = Vec::new();
        for frame in stack.frames().iter().rev() {
            let index = frame.func_index();
            self.names.entry(index).or_insert_with(|| match frame.func_name() {
                Some(name) => super::name::readable(name).into(),
                None => format!("function {index}").into(),
            });
            // A function that calls itself is one frame, however deep it goes.
            if indices.last() != Some(&index) {
                indices.push(index);
            }
        }
        let units = spent.saturating_sub(self.sampled);
        self.sampled = self.sampled.max(spent);
        *self.stacks.entry(indices).or_default() += units;
    }

    /// As the host returns: the length of the next stretch, if this one ended. It begins after `executed` units.
    pub(crate) fn begin_next(&mut self, executed: u64) -> Option<u64> {
        if !std::mem::take(&mut self.yielding) {
            return None;
        }
        self.began = executed;
        self.stretch = self.next_stretch();
        Some(self.stretch)
    }

    /// Units by call stack, outermost function first.
    pub(crate) fn finish(self) -> Vec<Stack> {
        let name = |index: &u32| self.names.get(index).map_or_else(|| "".into(), Clone::clone);
        self.stacks.iter().map(|(stack, units)| (stack.iter().map(name).collect(), *units)).collect()
    }

    /// Between half and one and a half of the mean.
    fn next_stretch(&mut self) -> u64 {
        (self.mean / 2 + self.random.next() % self.mean).max(1)
    }
}
