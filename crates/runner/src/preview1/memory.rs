//! The guest's memory as the calls see it: every pointer is checked before a byte moves.

use std::ops::Range;

use super::abi::Errno;

/// The most buffers one call may name, as on Linux.
const MOST_BUFFERS: u32 = 1024;
/// The longest path in bytes, as on Linux.
const LONGEST_PATH: u32 = 4096;

/// The bytes of the memory a guest exports.
pub(super) struct Memory<'a>(pub(super) &'a mut [u8]);

/// The buffers of a scattered read or gathered write, all inside the memory.
pub(super) struct Buffers {
    pub(super) ranges: Vec<Range<usize>>,
    /// Their bytes together; fits the 32 bits in which calls answer.
    pub(super) total: u32,
}

impl Memory<'_> {
    fn range(&self, pointer: u32, length: u32) -> Result<Range<usize>, Errno> {
        let start = pointer as usize;
        let end = start.checked_add(length as usize).ok_or(Errno::Fault)?;
        if end > self.0.len() { Err(Errno::Fault) } else { Ok(start..end) }
    }

    pub(super) fn read(&self, pointer: u32, length: u32) -> Result<&[u8], Errno> {
        Ok(&self.0[self.range(pointer, length)?])
    }

    pub(super) fn slice_mut(&mut self, pointer: u32, length: u32) -> Result<&mut [u8], Errno> {
        let range = self.range(pointer, length)?;
        Ok(&mut self.0[range])
    }

    pub(super) fn write(&mut self, pointer: u32, bytes: &[u8]) -> Result<(), Errno> {
        let length = u32::try_from(bytes.len()).map_err(|_| Errno::Fault)?;
        self.slice_mut(pointer, length)?.copy_from_slice(bytes);
        Ok(())
    }

    pub(super) fn write_u32(&mut self, pointer: u32, value: u32) -> Result<(), Errno> {
        self.write(pointer, &value.to_le_bytes())
    }

    pub(super) fn write_u64(&mut self, pointer: u32, value: u64) -> Result<(), Errno> {
        self.write(pointer, &value.to_le_bytes())
    }

    /// The path at `pointer`: text without NUL, of bounded length.
    pub(super) fn path(&self, pointer: u32, length: u32) -> Result<String, Errno> {
        if length > LONGEST_PATH {
            return Err(Errno::NameTooLong);
        }
        let path = std::str::from_utf8(self.read(pointer, length)?).map_err(|_| Errno::IllegalBytes)?;
        if path.contains('\0') { Err(Errno::Invalid) } else { Ok(path.to_owned()) }
    }

    /// The `count` buffers described at `pointer`.
    pub(super) fn buffers(&self, pointer: u32, count: u32) -> Result<Buffers, Errno> {
        if count > MOST_BUFFERS {
            return Err(Errno::Invalid);
        }
        let mut buffers = Buffers { ranges: Vec::with_capacity(count as usize), total: 0 };
        for entry in self.read(pointer, count * 8)?.chunks_exact(8) {
            let (start, length) = (u32_at(entry, 0), u32_at(entry, 4));
            buffers.ranges.push(self.range(start, length)?);
            buffers.total = buffers.total.checked_add(length).ok_or(Errno::Invalid)?;
        }
        Ok(buffers)
    }
}

/// The number at `offset`; zero where the bytes end, which callers rule out by the size of what they read.
pub(super) fn u32_at(bytes: &[u8], offset: usize) -> u32 {
    bytes.get(offset..).and_then(|rest| rest.first_chunk()).map_or(0, |chunk| u32::from_le_bytes(*chunk))
}

/// As [`u32_at`], for 64 bits.
pub(super) fn u64_at(bytes: &[u8], offset: usize) -> u64 {
    bytes.get(offset..).and_then(|rest| rest.first_chunk()).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}
