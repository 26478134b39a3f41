//! Calls that name files by path, from an open folder.

use super::abi::{
    Errno, FileType, OPEN_CREATE, OPEN_DIRECTORY, OPEN_EXCLUSIVE, OPEN_TRUNCATE, RIGHT_READ, RIGHT_WRITE,
};
use super::descriptor_calls::stat_of;
use super::descriptors::{Descriptor, OpenDirectory, OpenFile};
use super::layer::Place;
use super::tree::{Node, NodeId};
use super::{Answer, Call};

fn resolve(call: &mut Call<'_>, fd: u32, path: u32, length: u32) -> Result<Place, Errno> {
    let start = call.guest.preview1.descriptors.directory(fd)?.node;
    let path = call.memory.path(path, length)?;
    call.guest.preview1.layer.resolve(start, &path)
}

#[expect(clippy::too_many_arguments, reason = "the standard's own shape")]
pub(super) fn path_open(
    call: &mut Call<'_>,
    fd: u32,
    _lookup: u32,
    path: u32,
    length: u32,
    how: u32,
    rights: u64,
    _inheriting: u64,
    flags: u32,
    out: u32,
) -> Answer {
    let flags = u16::try_from(flags).map_err(|_| Errno::Invalid)?;
    let place = resolve(call, fd, path, length)?;
    call.memory.write_u32(out, 0)?;
    call.guest.preview1.descriptors.check_room()?;
    let (readable, writable) = (rights & RIGHT_READ != 0, rights & RIGHT_WRITE != 0);
    let node = find_or_create(call, &place, how, writable)?;
    let preview1 = &mut call.guest.preview1;
    let descriptor = match preview1.layer.kind_and_size(node)?.0 {
        FileType::Directory => Descriptor::Directory(OpenDirectory { node, preopened: false, listing: None }),
        _ => Descriptor::File(OpenFile { node, position: 0, readable, writable, flags }),
    };
    let opened = preview1.descriptors.open(descriptor)?;
    call.memory.write_u32(out, opened)?;
    Ok(())
}

fn find_or_create(call: &mut Call<'_>, place: &Place, how: u32, writable: bool) -> Result<NodeId, Errno> {
    let layer = &mut call.guest.preview1.layer;
    let (create, directory) = (how & OPEN_CREATE != 0, how & OPEN_DIRECTORY != 0);
    let Some(node) = place.node else {
        return match (create, directory || place.as_directory) {
            (true, false) => layer.create(place, Node::created()),
            (true, true) => Err(Errno::Invalid),
            (false, _) => Err(Errno::NotFound),
        };
    };
    if create && how & OPEN_EXCLUSIVE != 0 {
        return Err(Errno::Exists);
    }
    let truncate = how & OPEN_TRUNCATE != 0;
    match layer.node(node)? {
        Node::File(_) if directory => return Err(Errno::NotDirectory),
        Node::Directory(_) if truncate || create || writable && !directory => return Err(Errno::IsDirectory),
        Node::File(_) if truncate || writable => layer.check_writable()?,
        Node::File(_) | Node::Directory(_) => return Ok(node),
    };
    if truncate {
        layer.set_size(node, 0)?;
    }
    Ok(node)
}

pub(super) fn path_filestat_get(
    call: &mut Call<'_>,
    fd: u32,
    _lookup: u32,
    path: u32,
    length: u32,
    out: u32,
) -> Answer {
    let node = resolve(call, fd, path, length)?.existing()?;
    let stat = stat_of(&call.guest.preview1.layer, node)?;
    call.memory.write(out, &stat)?;
    Ok(())
}

/// Times are fixed; a guest that may write can set them, to no effect.
#[expect(clippy::too_many_arguments, reason = "the standard's own shape")]
pub(super) fn path_filestat_set_times(
    call: &mut Call<'_>,
    fd: u32,
    _lookup: u32,
    path: u32,
    length: u32,
    _accessed: u64,
    _modified: u64,
    _flags: u32,
) -> Answer {
    let place = resolve(call, fd, path, length)?;
    call.guest.preview1.layer.check_writable()?;
    place.existing()?;
    Ok(())
}

pub(super) fn path_create_directory(call: &mut Call<'_>, fd: u32, path: u32, length: u32) -> Answer {
    let place = resolve(call, fd, path, length)?;
    call.guest.preview1.layer.create(&place, Node::directory(place.parent))?;
    Ok(())
}

pub(super) fn path_remove_directory(call: &mut Call<'_>, fd: u32, path: u32, length: u32) -> Answer {
    let place = resolve(call, fd, path, length)?;
    let preview1 = &mut call.guest.preview1;
    let removed = preview1.layer.remove_directory(&place)?;
    preview1.release(Some(removed));
    Ok(())
}

pub(super) fn path_unlink_file(call: &mut Call<'_>, fd: u32, path: u32, length: u32) -> Answer {
    let place = resolve(call, fd, path, length)?;
    let preview1 = &mut call.guest.preview1;
    let removed = preview1.layer.unlink(&place)?;
    preview1.release(Some(removed));
    Ok(())
}

pub(super) fn path_rename(
    call: &mut Call<'_>,
    fd: u32,
    path: u32,
    length: u32,
    to_fd: u32,
    to: u32,
    to_length: u32,
) -> Answer {
    let from = resolve(call, fd, path, length)?;
    let to = resolve(call, to_fd, to, to_length)?;
    let preview1 = &mut call.guest.preview1;
    let replaced = preview1.layer.rename(&from, &to)?;
    preview1.release(replaced);
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "the standard's own shape")]
pub(super) fn path_link(
    call: &mut Call<'_>,
    fd: u32,
    _lookup: u32,
    path: u32,
    length: u32,
    to_fd: u32,
    to: u32,
    to_length: u32,
) -> Answer {
    resolve(call, fd, path, length)?;
    resolve(call, to_fd, to, to_length)?;
    call.guest.preview1.layer.check_writable()?;
    Err(Errno::NotSupported.into())
}

pub(super) fn path_symlink(
    call: &mut Call<'_>,
    _target: u32,
    _target_length: u32,
    fd: u32,
    path: u32,
    length: u32,
) -> Answer {
    resolve(call, fd, path, length)?;
    call.guest.preview1.layer.check_writable()?;
    Err(Errno::NotSupported.into())
}

/// Nothing is a link.
pub(super) fn path_readlink(
    call: &mut Call<'_>,
    fd: u32,
    path: u32,
    length: u32,
    _pointer: u32,
    _size: u32,
    _used: u32,
) -> Answer {
    resolve(call, fd, path, length)?.existing()?;
    Err(Errno::Invalid.into())
}
