//! What an instance is between two calls: as its module has it, or once it has loaded a program.
//!
//! An instance is put into a state rather than led there: memory, variables and what the host keeps for the guest become
//! what they were when the state was noted, and what it cost to get there is charged. A guest cannot tell the difference.

use std::ops::Range;

use wasmtime::{AsContextMut, Extern, Global, Instance, Memory, ModuleExport, ResourceLimiter, Store, Val};

use super::mark::Parts;
use super::touched::{differing, touched};
use crate::guest::{Guest, Standing};

/// The most bytes of an instance that are put back. Pages once written are put back after every later run, too, so an
/// instance that wrote to very many is worth less than a new one.
const WRITTEN: usize = 8 << 20;

/// What an instance is.
pub(crate) struct State {
    /// Bytes of its memory.
    pub(super) bytes: usize,
    /// Units of instructions it took.
    fuel: u64,
    /// What of the memory is not as it was at first, by where it is, in order.
    changed: Vec<(usize, Vec<u8>)>,
    variables: Vec<Val>,
    /// What the host keeps, where that is not as for a new instance.
    standing: Option<Standing>,
}

/// What does not change: what the memory is at first, and where memory and variables are.
pub(super) struct Fixed<'a> {
    pub(super) memory: &'a [u8],
    pub(super) parts: &'a Parts,
}

impl State {
    /// The state of a new instance, which took `fuel` to make.
    pub(super) fn first(
        mut store: impl AsContextMut,
        instance: Instance,
        parts: &Parts,
        fuel: u64,
    ) -> wasmtime::Result<Self> {
        let bytes = memory(&mut store, instance, parts)?.data_size(&store);
        let variables = values(&mut store, instance, parts)?;
        Ok(Self { bytes, fuel, changed: Vec::new(), variables, standing: None })
    }

    /// The state `instance` is in, having spent `fuel`; nothing where the guest read or wrote a standard stream, as that
    /// cannot be done again.
    pub(super) fn note(
        store: &mut Store<Guest>,
        instance: Instance,
        fixed: &Fixed<'_>,
        fuel: u64,
    ) -> wasmtime::Result<Option<Self>> {
        let Some(standing) = store.data().standing() else { return Ok(None) };
        let memory = memory(&mut *store, instance, fixed.parts)?;
        let data = memory.data(&*store);
        let whole = || std::iter::once(0..data.len()).collect();
        let ranges = touched(data).unwrap_or_else(whole).into_iter();
        let ranges = ranges.flat_map(|range| differing(data, fixed.memory, range));
        let changed = ranges.map(|range| (range.start, data[range].to_vec())).collect();
        let bytes = data.len();
        let variables = values(&mut *store, instance, fixed.parts)?;
        Ok(Some(Self { bytes, fuel, changed, variables, standing: Some(standing) }))
    }

    /// Whether it can be reached within these limits.
    pub(super) fn fits(&self, cost: u64, memory: u64) -> bool {
        let called = self.standing.as_ref().map_or(0, Standing::called);
        self.bytes as u64 <= memory && self.fuel.saturating_add(called) <= cost
    }

    /// Gives the memory of `instance`, which was used before, its first content, but for what this state changes.
    ///
    /// False where the system does not tell what the instance wrote, where that is too much, or its memory is larger:
    /// memories do not shrink.
    pub(super) fn renew(
        &self,
        store: &mut Store<Guest>,
        instance: Instance,
        fixed: &Fixed<'_>,
    ) -> wasmtime::Result<bool> {
        let data = memory(&mut *store, instance, fixed.parts)?.data_mut(&mut *store);
        let Some(ranges) = touched(data) else { return Ok(false) };
        if data.len() > self.bytes || ranges.iter().map(ExactSizeIterator::len).sum::<usize>() > WRITTEN {
            return Ok(false);
        }
        for range in self.unchanged(ranges) {
            let known = range.start.min(fixed.memory.len())..range.end.min(fixed.memory.len());
            let (copied, added) = data[range].split_at_mut(known.len());
            copied.copy_from_slice(&fixed.memory[known]);
            added.fill(0);
        }
        Ok(true)
    }

    /// Puts `instance`, which was renewed, into this state, of a store made anew that may spend `cost`.
    pub(super) fn enter(
        &self,
        store: &mut Store<Guest>,
        instance: Instance,
        fixed: &Fixed<'_>,
        cost: u64,
    ) -> wasmtime::Result<()> {
        let bytes = memory(&mut *store, instance, fixed.parts)?.data_size(&*store);
        store.data_mut().limiter.memory_growing(0, bytes, None)?;
        self.set(store, instance, fixed, cost)
    }

    /// Puts `instance`, which is as it was at first, into this state, of a store that may spend `cost`.
    pub(super) fn set(
        &self,
        store: &mut Store<Guest>,
        instance: Instance,
        fixed: &Fixed<'_>,
        cost: u64,
    ) -> wasmtime::Result<()> {
        let memory = memory(&mut *store, instance, fixed.parts)?;
        let more = self.bytes.saturating_sub(memory.data_size(&*store)) as u64 / memory.page_size(&*store).max(1);
        if more > 0 {
            memory.grow(&mut *store, more)?;
        }
        for (start, bytes) in &self.changed {
            memory.write(&mut *store, *start, bytes)?;
        }
        for (variable, value) in fixed.parts.variables.iter().zip(&self.variables) {
            global(&mut *store, instance, variable)?.set(&mut *store, *value)?;
        }
        if let Some(standing) = &self.standing {
            store.data_mut().stand(standing);
        }
        store.set_fuel(cost.saturating_sub(self.fuel))
    }

    /// The parts of `ranges` that are not among what this state changed. Both are in order and made of whole pages.
    fn unchanged(&self, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut rest = Vec::with_capacity(ranges.len());
        let mut changed = self.changed.iter().map(|(start, bytes)| *start..start + bytes.len()).peekable();
        for Range { mut start, end } in ranges {
            while let Some(next) = changed.peek().cloned().filter(|next| next.start < end) {
                if start < next.start {
                    rest.push(start..next.start);
                }
                start = start.max(next.end);
                if next.end > end {
                    break;
                }
                changed.next();
            }
            if start < end {
                rest.push(start..end);
            }
        }
        rest
    }
}

/// An instance's memory.
pub(super) fn memory(store: impl AsContextMut, instance: Instance, parts: &Parts) -> wasmtime::Result<Memory> {
    let memory = instance.get_module_export(store, &parts.memory).and_then(Extern::into_memory);
    memory.ok_or_else(|| wasmtime::Error::msg("the module lacks its memory"))
}

fn global(store: impl AsContextMut, instance: Instance, export: &ModuleExport) -> wasmtime::Result<Global> {
    let global = instance.get_module_export(store, export).and_then(Extern::into_global);
    global.ok_or_else(|| wasmtime::Error::msg("the module lacks a variable"))
}

fn values(mut store: impl AsContextMut, instance: Instance, parts: &Parts) -> wasmtime::Result<Vec<Val>> {
    let value = |variable| Ok(global(&mut store, instance, variable)?.get(&mut store));
    parts.variables.iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(changed: &[Range<usize>]) -> State {
        let changed = changed.iter().map(|range| (range.start, vec![0; range.len()])).collect();
        State { bytes: 100, fuel: 0, changed, variables: Vec::new(), standing: None }
    }

    #[test]
    fn what_a_state_changes_is_not_put_back_first() {
        let state = state(&[10..20, 30..40, 50..60]);
        let unchanged = |ranges: &[Range<usize>]| state.unchanged(ranges.to_vec());
        assert_eq!(unchanged(&[0..70, 80..100]), [0..10, 20..30, 40..50, 60..70, 80..100]);
        assert_eq!(unchanged(&[0..15, 18..25, 35..55]), [0..10, 20..25, 40..50]);
        assert_eq!(unchanged(&[10..20, 50..60]), []);
        assert_eq!(unchanged(&[20..30, 60..70]), [20..30, 60..70]);
    }
}
