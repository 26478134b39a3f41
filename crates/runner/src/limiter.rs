//! What a sandbox may hold: memory summed over everything in it, and how many things there may be.

use wasmtime::ResourceLimiter;

use crate::stop::Stop;

/// Elements of all tables together; an element takes 8 to 16 bytes of the host.
const TABLE_ELEMENTS: usize = 1_000_000;

/// Memories of all instances together, and tables: each takes address space of the host, however small it is.
const MANY: usize = 1000;

/// Counts the memory of one sandbox and stops the guest that asks for too much.
#[derive(Debug)]
pub(crate) struct Limiter {
    limit: u64,
    held: u64,
    peak: u64,
    asked: Option<u64>,
    memories: usize,
    tables: usize,
    elements: usize,
    refused: bool,
}

impl Limiter {
    /// A limiter that allows `limit` bytes.
    pub(crate) fn new(limit: u64) -> Self {
        Self { limit, held: 0, peak: 0, asked: None, memories: 0, tables: 0, elements: 0, refused: false }
    }

    /// The most bytes held at once.
    pub(crate) fn peak(&self) -> u64 {
        self.peak
    }

    /// The total that was asked for when the guest was stopped, if it was.
    pub(crate) fn asked(&self) -> Option<u64> {
        self.asked
    }

    /// Whether a table was refused for its size: where that keeps a guest from starting, the engine only says it failed.
    pub(crate) fn refused_table(&self) -> bool {
        self.refused
    }
}

impl ResourceLimiter for Limiter {
    fn memory_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> wasmtime::Result<bool> {
        if maximum.is_some_and(|maximum| desired > maximum) {
            return Ok(false);
        }
        count(&mut self.memories, current, "memories")?;
        let total = self.held.saturating_add(desired.saturating_sub(current) as u64);
        if total > self.limit {
            self.asked = Some(total);
            return Err(Stop::Memory { asked: total }.into());
        }
        self.held = total;
        self.peak = self.peak.max(total);
        Ok(true)
    }

    fn table_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> wasmtime::Result<bool> {
        if maximum.is_some_and(|maximum| desired > maximum) {
            return Ok(false);
        }
        count(&mut self.tables, current, "tables")?;
        let total = self.elements.saturating_add(desired.saturating_sub(current));
        if total > TABLE_ELEMENTS {
            self.refused = true;
            return Ok(false);
        }
        self.elements = total;
        Ok(true)
    }

    // What has too much is stopped by name above, not by the engine, whose error would look like its own failure.
    fn memories(&self) -> usize {
        usize::MAX
    }

    fn tables(&self) -> usize {
        usize::MAX
    }

    fn instances(&self) -> usize {
        usize::MAX
    }
}

/// Counts one more, if it is new. What grew from nothing counts once more, which is never too little.
fn count(held: &mut usize, current: usize, what: &'static str) -> Result<(), Stop> {
    *held += usize::from(current == 0);
    if *held > MANY { Err(Stop::Many { what, most: MANY }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_summed_over_all_memories() {
        let mut limiter = Limiter::new(100);
        assert!(limiter.memory_growing(0, 60, None).unwrap());
        assert!(limiter.memory_growing(0, 40, None).unwrap());
        assert_eq!(limiter.peak(), 100);
        assert!(limiter.memory_growing(40, 41, None).is_err());
        assert_eq!(limiter.asked(), Some(101));
    }

    #[test]
    fn a_memory_at_its_own_maximum_is_refused_without_blame() {
        let mut limiter = Limiter::new(1000);
        assert!(!limiter.memory_growing(0, 60, Some(50)).unwrap());
        assert_eq!(limiter.asked(), None);
    }
}
