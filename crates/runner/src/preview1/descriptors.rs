//! What a guest has open: the numbers it uses for streams, files and folders.

use std::sync::Arc;

use super::abi::{Errno, FileType};
use super::tree::{NodeId, ROOT};
use crate::console::Output;

/// The most descriptors open at once.
const MOST_OPEN: usize = 256;

/// One open thing.
#[derive(Clone, Debug)]
pub(super) enum Descriptor {
    Input,
    Output(Output),
    File(OpenFile),
    Directory(OpenDirectory),
}

/// A file, and where in it the next byte is read or written.
#[derive(Clone, Debug)]
pub(super) struct OpenFile {
    pub(super) node: NodeId,
    pub(super) position: u64,
    pub(super) readable: bool,
    pub(super) writable: bool,
    pub(super) flags: u16,
}

/// A folder.
#[derive(Clone, Debug)]
pub(super) struct OpenDirectory {
    pub(super) node: NodeId,
    pub(super) preopened: bool,
    /// Its names as they were when the guest began to list them, so that a cookie means the same entry to the end.
    pub(super) listing: Option<Arc<[Listed]>>,
}

/// One line of a listing.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) name: Arc<str>,
    pub(super) node: NodeId,
    pub(super) kind: FileType,
}

impl Descriptor {
    /// The node it keeps alive.
    pub(super) fn node(&self) -> Option<NodeId> {
        match self {
            Self::Input | Self::Output(_) => None,
            Self::File(file) => Some(file.node),
            Self::Directory(directory) => Some(directory.node),
        }
    }
}

/// The table of descriptors. The lowest free number is given out first.
#[derive(Clone, Debug)]
pub(super) struct Descriptors(Vec<Option<Descriptor>>);

impl Descriptors {
    /// The three standard streams.
    pub(super) fn streams() -> Self {
        let streams = [Descriptor::Input, Descriptor::Output(Output::Standard), Descriptor::Output(Output::Error)];
        Self(streams.into_iter().map(Some).collect())
    }

    /// The root folder as number 3, unless it is there already.
    pub(super) fn preopen_root(&mut self) {
        if self.0.len() == 3 {
            let root = OpenDirectory { node: ROOT, preopened: true, listing: None };
            self.0.push(Some(Descriptor::Directory(root)));
        }
    }

    pub(super) fn get(&self, number: u32) -> Result<&Descriptor, Errno> {
        self.0.get(number as usize).and_then(Option::as_ref).ok_or(Errno::BadDescriptor)
    }

    pub(super) fn get_mut(&mut self, number: u32) -> Result<&mut Descriptor, Errno> {
        self.0.get_mut(number as usize).and_then(Option::as_mut).ok_or(Errno::BadDescriptor)
    }

    /// An open file. Streams have no place in them to go to.
    pub(super) fn file(&self, number: u32) -> Result<&OpenFile, Errno> {
        match self.get(number)? {
            Descriptor::File(file) => Ok(file),
            Descriptor::Directory(_) => Err(Errno::IsDirectory),
            Descriptor::Input | Descriptor::Output(_) => Err(Errno::NotSeekable),
        }
    }

    /// As [`Self::file`], to move its position.
    pub(super) fn file_mut(&mut self, number: u32) -> Result<&mut OpenFile, Errno> {
        match self.get_mut(number)? {
            Descriptor::File(file) => Ok(file),
            Descriptor::Directory(_) => Err(Errno::IsDirectory),
            Descriptor::Input | Descriptor::Output(_) => Err(Errno::NotSeekable),
        }
    }

    pub(super) fn directory(&self, number: u32) -> Result<&OpenDirectory, Errno> {
        match self.get(number)? {
            Descriptor::Directory(directory) => Ok(directory),
            _ => Err(Errno::NotDirectory),
        }
    }

    /// Whether one more can be opened.
    pub(super) fn check_room(&self) -> Result<(), Errno> {
        let full = self.0.len() >= MOST_OPEN && self.0.iter().all(Option::is_some);
        if full { Err(Errno::TooManyDescriptors) } else { Ok(()) }
    }

    pub(super) fn open(&mut self, descriptor: Descriptor) -> Result<u32, Errno> {
        self.check_room()?;
        let free = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        match self.0.get_mut(free) {
            Some(slot) => *slot = Some(descriptor),
            None => self.0.push(Some(descriptor)),
        }
        u32::try_from(free).map_err(|_| Errno::TooManyDescriptors)
    }

    pub(super) fn close(&mut self, number: u32) -> Result<Descriptor, Errno> {
        self.0.get_mut(number as usize).and_then(Option::take).ok_or(Errno::BadDescriptor)
    }

    /// Makes `to` what `from` was, and frees `from`; answers what `to` was. Both must be open.
    pub(super) fn renumber(&mut self, from: u32, to: u32) -> Result<Option<Descriptor>, Errno> {
        self.get(to)?;
        self.get(from)?;
        if from == to {
            return Ok(None);
        }
        let moved = self.close(from)?;
        Ok(Some(std::mem::replace(self.get_mut(to)?, moved)))
    }

    /// Whether any descriptor is open on this node.
    pub(super) fn hold(&self, node: NodeId) -> bool {
        self.0.iter().flatten().any(|descriptor| descriptor.node() == Some(node))
    }
}
