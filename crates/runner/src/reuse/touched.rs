//! The parts of a guest's memory that are not as it started.

use std::ops::Range;

/// The system's page, in bytes. Where pages are of another size nothing is said.
const PAGE: usize = 4096;

/// The parts of `memory`, mapped from a file that holds what it was at first, that were written since; nothing where the
/// system does not tell. Some of them may hold what they held before.
#[cfg(target_os = "linux")]
pub(super) fn touched(memory: &[u8]) -> Option<Vec<Range<usize>>> {
    use std::fs::File;
    use std::os::unix::fs::FileExt;
    use std::sync::OnceLock;

    static MAP: OnceLock<Option<File>> = OnceLock::new();

    // Of an entry: the page is in memory, is swapped out, is the file's own.
    let (present, swapped, of_file) = (1_u64 << 63, 1_u64 << 62, 1_u64 << 61);
    let address = memory.as_ptr().addr();
    if rustix::param::page_size() != PAGE || !address.is_multiple_of(PAGE) || !memory.len().is_multiple_of(PAGE) {
        return None;
    }
    let mut entries = vec![0; memory.len() / PAGE * 8];
    let map = MAP.get_or_init(|| File::open("/proc/self/pagemap").ok());
    map.as_ref()?.read_exact_at(&mut entries, (address / PAGE * 8) as u64).ok()?;
    let entries = entries.as_chunks().0.iter().map(|entry| u64::from_ne_bytes(*entry));
    let written = entries.map(|entry| entry & (present | swapped) != 0 && entry & of_file == 0);
    Some(ranges(written, 0))
}

/// As on Linux, where this system does not tell.
#[cfg(not(target_os = "linux"))]
pub(super) fn touched(_memory: &[u8]) -> Option<Vec<Range<usize>>> {
    None
}

/// The pages in `range` of `memory` that differ from `first`, which may be shorter and then ends in zeros.
pub(super) fn differing(memory: &[u8], first: &[u8], range: Range<usize>) -> Vec<Range<usize>> {
    let start = range.start;
    let first = first.get(start..).unwrap_or_default().chunks(PAGE).chain(std::iter::repeat(&[0; PAGE][..]));
    let pages = memory[range].chunks(PAGE).zip(first);
    ranges(pages.map(|(now, then)| now != &then[..now.len().min(then.len())]), start)
}

/// The pages from `from` on that are marked, as bytes, neighbours together.
fn ranges(marked: impl Iterator<Item = bool>, from: usize) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for page in marked.enumerate().filter_map(|(page, marked)| marked.then_some(page)) {
        let (start, end) = (from + page * PAGE, from + (page + 1) * PAGE);
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_differ_are_found_with_what_was_added() {
        let mut memory = vec![7; 6 * PAGE];
        let first = vec![7; 4 * PAGE];
        memory[PAGE] = 0;
        memory[3 * PAGE - 1] = 0;
        memory[4 * PAGE..5 * PAGE].fill(0);
        assert_eq!(differing(&memory, &first, 0..6 * PAGE), [PAGE..3 * PAGE, 5 * PAGE..6 * PAGE]);
        assert_eq!(differing(&memory, &first, 3 * PAGE..5 * PAGE), []);
    }
}
