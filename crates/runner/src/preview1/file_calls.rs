//! Calls that move bytes: the standard streams, and files by position.

use std::ops::Range;

use super::abi::{Errno, FLAG_APPEND};
use super::descriptors::{Descriptor, OpenFile};
use super::memory::{Buffers, Memory};
use super::{Answer, Call, Failure};
use crate::console::Output;
use crate::guest::Guest;

/// Reads buffers and charges for them: a guest can name many that hold nothing.
fn buffers(call: &Call<'_>, pointer: u32, count: u32) -> Result<Buffers, Errno> {
    call.guest.console.owe(8 * u64::from(count.min(1024)));
    call.memory.buffers(pointer, count)
}

pub(super) fn fd_read(call: &mut Call<'_>, fd: u32, buffers: u32, count: u32, size: u32) -> Answer {
    let buffers = self::buffers(call, buffers, count)?;
    let read = match call.guest.preview1.descriptors.get(fd)? {
        Descriptor::Input => read_stdin(call, &buffers.ranges),
        Descriptor::File(file) => {
            let (node, position) = (file.readable()?.node, file.position);
            let contents = call.guest.preview1.layer.contents(node)?;
            let read = scatter(&mut call.memory, contents, position, &buffers.ranges);
            call.guest.console.owe(u64::from(read));
            call.guest.preview1.descriptors.file_mut(fd)?.position = position.saturating_add(u64::from(read));
            read
        }
        Descriptor::Directory(_) => return Err(Errno::IsDirectory.into()),
        Descriptor::Output(_) => return Err(Errno::BadDescriptor.into()),
    };
    call.memory.write_u32(size, read)?;
    Ok(())
}

pub(super) fn fd_pread(call: &mut Call<'_>, fd: u32, buffers: u32, count: u32, offset: u64, size: u32) -> Answer {
    let buffers = self::buffers(call, buffers, count)?;
    let preview1 = &call.guest.preview1;
    let node = preview1.descriptors.file(fd)?.readable()?.node;
    let read = scatter(&mut call.memory, preview1.layer.contents(node)?, offset, &buffers.ranges);
    call.guest.console.owe(u64::from(read));
    call.memory.write_u32(size, read)?;
    Ok(())
}

fn read_stdin(call: &mut Call<'_>, ranges: &[Range<usize>]) -> u32 {
    let mut read = 0;
    for range in ranges {
        let bytes = call.guest.console.read(range.len());
        call.memory.0[range.start..range.start + bytes.len()].copy_from_slice(&bytes);
        read += bytes.len();
        if bytes.len() < range.len() {
            break;
        }
    }
    u32::try_from(read).unwrap_or(u32::MAX)
}

fn scatter(memory: &mut Memory<'_>, contents: &[u8], position: u64, ranges: &[Range<usize>]) -> u32 {
    let start = usize::try_from(position).unwrap_or(usize::MAX).min(contents.len());
    let mut left = &contents[start..];
    let available = left.len();
    for range in ranges {
        let (now, later) = left.split_at(range.len().min(left.len()));
        memory.0[range.start..range.start + now.len()].copy_from_slice(now);
        left = later;
    }
    u32::try_from(available - left.len()).unwrap_or(u32::MAX)
}

pub(super) fn fd_write(call: &mut Call<'_>, fd: u32, buffers: u32, count: u32, size: u32) -> Answer {
    let buffers = self::buffers(call, buffers, count)?;
    match call.guest.preview1.descriptors.get(fd)? {
        Descriptor::Output(output) => {
            let output = *output;
            write_output(call, output, &buffers.ranges)?;
        }
        Descriptor::File(file) => {
            let (node, flags, position) = (file.node, file.flags, file.position);
            check_writable(call.guest, file)?;
            let position = match flags & FLAG_APPEND {
                0 => position,
                _ => call.guest.preview1.layer.contents(node)?.len() as u64,
            };
            gather(call, node, position, &buffers)?;
            let position = position.saturating_add(u64::from(buffers.total));
            call.guest.preview1.descriptors.file_mut(fd)?.position = position;
        }
        Descriptor::Directory(_) => return Err(Errno::IsDirectory.into()),
        Descriptor::Input => return Err(Errno::BadDescriptor.into()),
    }
    call.memory.write_u32(size, buffers.total)?;
    Ok(())
}

pub(super) fn fd_pwrite(call: &mut Call<'_>, fd: u32, buffers: u32, count: u32, offset: u64, size: u32) -> Answer {
    let buffers = self::buffers(call, buffers, count)?;
    let file = call.guest.preview1.descriptors.file(fd)?;
    check_writable(call.guest, file)?;
    let node = file.node;
    gather(call, node, offset, &buffers)?;
    call.memory.write_u32(size, buffers.total)?;
    Ok(())
}

fn write_output(call: &Call<'_>, output: Output, ranges: &[Range<usize>]) -> Result<(), Failure> {
    for range in ranges {
        call.guest.console.write(output, &call.memory.0[range.clone()])?;
    }
    Ok(())
}

fn gather(call: &mut Call<'_>, node: u32, position: u64, buffers: &Buffers) -> Result<(), Errno> {
    if buffers.total == 0 {
        return Ok(());
    }
    let mut room = call.guest.preview1.layer.writable_range(node, position, buffers.total)?;
    for range in &buffers.ranges {
        let (now, later) = room.split_at_mut(range.len());
        now.copy_from_slice(&call.memory.0[range.clone()]);
        room = later;
    }
    call.guest.console.owe(u64::from(buffers.total));
    Ok(())
}

/// A guest that may write nothing is told so, whatever it opened the file for.
fn check_writable(guest: &Guest, file: &OpenFile) -> Result<(), Errno> {
    guest.preview1.layer.check_writable()?;
    if file.writable { Ok(()) } else { Err(Errno::BadDescriptor) }
}

impl OpenFile {
    fn readable(&self) -> Result<&Self, Errno> {
        if self.readable { Ok(self) } else { Err(Errno::BadDescriptor) }
    }
}

pub(super) fn fd_seek(call: &mut Call<'_>, fd: u32, offset: i64, whence: u32, out: u32) -> Answer {
    let preview1 = &mut call.guest.preview1;
    let file = preview1.descriptors.file_mut(fd)?;
    let from = match whence {
        0 => 0,
        1 => file.position,
        2 => preview1.layer.contents(file.node)?.len() as u64,
        _ => return Err(Errno::Invalid.into()),
    };
    let position = from.checked_add_signed(offset).filter(|position| i64::try_from(*position).is_ok());
    file.position = position.ok_or(Errno::Invalid)?;
    let position = file.position;
    call.memory.write_u64(out, position)?;
    Ok(())
}

pub(super) fn fd_tell(call: &mut Call<'_>, fd: u32, out: u32) -> Answer {
    let position = call.guest.preview1.descriptors.file(fd)?.position;
    call.memory.write_u64(out, position)?;
    Ok(())
}

pub(super) fn fd_filestat_set_size(call: &mut Call<'_>, fd: u32, size: u64) -> Answer {
    let file = call.guest.preview1.descriptors.file(fd)?;
    check_writable(call.guest, file)?;
    let node = file.node;
    call.guest.preview1.layer.set_size(node, size)?;
    Ok(())
}

pub(super) fn fd_allocate(call: &mut Call<'_>, fd: u32, offset: u64, length: u64) -> Answer {
    let file = call.guest.preview1.descriptors.file(fd)?;
    check_writable(call.guest, file)?;
    let node = file.node;
    let end = offset.checked_add(length).ok_or(Errno::FileTooBig)?;
    let layer = &mut call.guest.preview1.layer;
    if end > layer.contents(node)?.len() as u64 {
        layer.set_size(node, end)?;
    }
    Ok(())
}

pub(super) fn fd_advise(call: &mut Call<'_>, fd: u32, _offset: u64, _length: u64, advice: u32) -> Answer {
    call.guest.preview1.descriptors.file(fd)?;
    if advice > 5 { Err(Errno::Invalid.into()) } else { Ok(()) }
}

pub(super) fn fd_sync(call: &mut Call<'_>, fd: u32) -> Answer {
    call.guest.preview1.descriptors.get(fd)?;
    Ok(())
}

pub(super) fn fd_datasync(call: &mut Call<'_>, fd: u32) -> Answer {
    fd_sync(call, fd)
}
