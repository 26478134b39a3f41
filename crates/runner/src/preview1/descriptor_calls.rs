//! Calls about descriptors themselves, whatever they stand for, and the listing of folders.

use std::sync::Arc;

use super::abi::{
    Errno, FLAG_APPEND, FileType, RIGHT_READ, RIGHT_WRITE, RIGHTS_OF_FILES, RIGHTS_OF_FOLDERS, dirent, fdstat, filestat,
};
use super::descriptors::{Descriptor, Listed};
use super::layer::{LOOKUP_UNITS, Layer};
use super::tree::NodeId;
use super::{Answer, Call};
use crate::clock::Clock;

/// The only folder that is open from the start.
const ROOT_NAME: &[u8] = b"/";

pub(super) fn fd_close(call: &mut Call<'_>, fd: u32) -> Answer {
    let preview1 = &mut call.guest.preview1;
    let closed = preview1.descriptors.close(fd)?;
    preview1.release(closed.node());
    Ok(())
}

pub(super) fn fd_renumber(call: &mut Call<'_>, from: u32, to: u32) -> Answer {
    let preview1 = &mut call.guest.preview1;
    let replaced = preview1.descriptors.renumber(from, to)?;
    preview1.release(replaced.and_then(|descriptor| descriptor.node()));
    Ok(())
}

pub(super) fn fd_fdstat_get(call: &mut Call<'_>, fd: u32, out: u32) -> Answer {
    let stat = match call.guest.preview1.descriptors.get(fd)? {
        Descriptor::Input => fdstat(FileType::Unknown, 0, RIGHT_READ, 0),
        Descriptor::Output(_) => fdstat(FileType::Unknown, FLAG_APPEND, RIGHT_WRITE, 0),
        Descriptor::Directory(_) => fdstat(FileType::Directory, 0, RIGHTS_OF_FOLDERS, RIGHTS_OF_FOLDERS),
        Descriptor::File(file) => {
            let mut rights = RIGHTS_OF_FILES;
            if !file.readable {
                rights &= !RIGHT_READ;
            }
            if !file.writable {
                rights &= !RIGHT_WRITE;
            }
            fdstat(FileType::Regular, file.flags, rights, 0)
        }
    };
    call.memory.write(out, &stat)?;
    Ok(())
}

pub(super) fn fd_fdstat_set_flags(call: &mut Call<'_>, fd: u32, flags: u32) -> Answer {
    let flags = u16::try_from(flags).map_err(|_| Errno::Invalid)?;
    if let Descriptor::File(file) = call.guest.preview1.descriptors.get_mut(fd)? {
        file.flags = flags;
    }
    Ok(())
}

pub(super) fn fd_fdstat_set_rights(call: &mut Call<'_>, fd: u32, _rights: u64, _inheriting: u64) -> Answer {
    call.guest.preview1.descriptors.get(fd)?;
    Err(Errno::NotSupported.into())
}

pub(super) fn fd_filestat_get(call: &mut Call<'_>, fd: u32, out: u32) -> Answer {
    let preview1 = &call.guest.preview1;
    let stat = match preview1.descriptors.get(fd)?.node() {
        Some(node) => stat_of(&preview1.layer, node)?,
        None => filestat(FileType::Unknown, 0, 0, start_ns()),
    };
    call.memory.write(out, &stat)?;
    Ok(())
}

/// What is known of a node. Its times are the start of the run: when a file is written must not show in it.
pub(super) fn stat_of(layer: &Layer, node: NodeId) -> Result<[u8; 64], Errno> {
    let (kind, size) = layer.kind_and_size(node)?;
    Ok(filestat(kind, inode(node), size, start_ns()))
}

fn start_ns() -> u64 {
    Clock::default().wall_ns()
}

fn inode(node: NodeId) -> u64 {
    u64::from(node) + 1
}

pub(super) fn fd_filestat_set_times(
    call: &mut Call<'_>,
    fd: u32,
    _accessed: u64,
    _modified: u64,
    _flags: u32,
) -> Answer {
    let preview1 = &call.guest.preview1;
    preview1.descriptors.get(fd)?;
    preview1.layer.check_writable()?;
    Ok(())
}

pub(super) fn fd_prestat_get(call: &mut Call<'_>, fd: u32, out: u32) -> Answer {
    preopened(call, fd)?;
    call.memory.write_u32(out, 0)?;
    call.memory.write_u32(out.checked_add(4).ok_or(Errno::Fault)?, 1)?;
    Ok(())
}

pub(super) fn fd_prestat_dir_name(call: &mut Call<'_>, fd: u32, pointer: u32, length: u32) -> Answer {
    preopened(call, fd)?;
    if length == 0 {
        return Err(Errno::NameTooLong.into());
    }
    call.memory.write(pointer, ROOT_NAME)?;
    Ok(())
}

fn preopened(call: &Call<'_>, fd: u32) -> Result<(), Errno> {
    match call.guest.preview1.descriptors.get(fd)? {
        Descriptor::Directory(directory) if directory.preopened => Ok(()),
        _ => Err(Errno::BadDescriptor),
    }
}

/// Lists a folder: itself, the one it is in, then its names in the order of their bytes.
pub(super) fn fd_readdir(call: &mut Call<'_>, fd: u32, pointer: u32, length: u32, cookie: u64, used: u32) -> Answer {
    let preview1 = &mut call.guest.preview1;
    let Descriptor::Directory(directory) = preview1.descriptors.get_mut(fd)? else {
        return Err(Errno::NotDirectory.into());
    };
    let listing = match &directory.listing {
        Some(listing) if cookie != 0 => Arc::clone(listing),
        _ => {
            let listing = list(&preview1.layer, directory.node)?;
            preview1.layer.owe(LOOKUP_UNITS * listing.len() as u64);
            Arc::clone(directory.listing.insert(listing))
        }
    };
    let buffer = call.memory.slice_mut(pointer, length)?;
    let mut filled = 0;
    let rest = usize::try_from(cookie).ok().and_then(|start| listing.get(start..)).unwrap_or_default();
    for (entry, next) in rest.iter().zip(cookie.saturating_add(1)..) {
        let name = entry.name.as_bytes();
        let head = dirent(next, inode(entry.node), u32::try_from(name.len()).unwrap_or(u32::MAX), entry.kind);
        for part in [&head[..], name] {
            let room = part.len().min(buffer.len() - filled);
            buffer[filled..filled + room].copy_from_slice(&part[..room]);
            filled += room;
        }
        if filled == buffer.len() {
            break;
        }
    }
    preview1.layer.owe(filled as u64);
    call.memory.write_u32(used, u32::try_from(filled).map_err(|_| Errno::Fault)?)?;
    Ok(())
}

fn list(layer: &Layer, node: NodeId) -> Result<Arc<[Listed]>, Errno> {
    let directory = layer.directory(node)?;
    let own = [(".", node), ("..", directory.parent)].map(|(name, node)| (Arc::from(name), node));
    let names = directory.entries.iter().map(|(name, node)| (Arc::clone(name), *node));
    let listed = own.into_iter().chain(names).map(|(name, node): (Arc<str>, _)| {
        let kind = layer.kind_and_size(node).map_or(FileType::Unknown, |(kind, _)| kind);
        Listed { name, node, kind }
    });
    Ok(listed.collect())
}
