//! What a guest may change in its files, and the bounds that keep it from filling the host's memory.

use super::abi::Errno;
use super::layer::{LOOKUP_UNITS, Layer, Place};
use super::tree::{Contents, File, Node, NodeId, ROOT};

/// The most files and folders a guest may have made at once.
const MOST_MADE: usize = 4096;
/// What each of them counts against the limit besides its bytes.
const BYTES_PER_NODE: u64 = 512;
/// How many folders deep something new may lie, so that no path grows without bound.
const DEEPEST: usize = 32;

impl Layer {
    pub(super) fn check_writable(&self) -> Result<u64, Errno> {
        self.limit.ok_or(Errno::ReadOnly)
    }

    /// Makes an empty file or folder where nothing stands yet.
    pub(super) fn create(&mut self, place: &Place, node: Node) -> Result<NodeId, Errno> {
        let limit = self.check_writable()?;
        let (None, Some(name)) = (place.node, &place.name) else { return Err(Errno::Exists) };
        if self.orphans.contains(&place.parent) {
            return Err(Errno::NotFound);
        }
        if self.depth(place.parent)? >= DEEPEST {
            return Err(Errno::NameTooLong);
        }
        let used = self.used.saturating_add(BYTES_PER_NODE);
        if self.made >= MOST_MADE || used > limit || self.next == NodeId::MAX {
            return Err(Errno::NoSpace);
        }
        self.used = used;
        self.made += 1;
        Ok(self.put(place.parent, name.clone(), node))
    }

    /// Takes away the name of a file.
    pub(super) fn unlink(&mut self, place: &Place) -> Result<NodeId, Errno> {
        self.check_writable()?;
        let id = place.existing()?;
        match (self.node(id)?, &place.name) {
            (Node::Directory(_), _) | (_, None) => Err(Errno::IsDirectory),
            (Node::File(_), Some(name)) => self.detach(place.parent, name, id),
        }
    }

    /// Takes away an empty folder.
    pub(super) fn remove_directory(&mut self, place: &Place) -> Result<NodeId, Errno> {
        self.check_writable()?;
        let id = place.existing()?;
        let empty = self.directory(id)?.entries.is_empty();
        match &place.name {
            None if id == ROOT => Err(Errno::Busy),
            None => Err(Errno::Invalid),
            Some(_) if !empty => Err(Errno::NotEmpty),
            Some(name) => self.detach(place.parent, name, id),
        }
    }

    fn detach(&mut self, parent: NodeId, name: &str, id: NodeId) -> Result<NodeId, Errno> {
        self.directory_mut(parent)?.entries.remove(name);
        self.orphans.insert(id);
        Ok(id)
    }

    /// Gives what stands at `from` the name `to`; answers what lost that name. A folder the guest did not make stays
    /// where it is, as the folders of a lower layer do in other layered file systems: programs copy it instead.
    pub(super) fn rename(&mut self, from: &Place, to: &Place) -> Result<Option<NodeId>, Errno> {
        self.check_writable()?;
        let id = from.existing()?;
        let (Some(old), Some(new)) = (&from.name, &to.name) else { return Err(Errno::Busy) };
        if self.orphans.contains(&to.parent) {
            return Err(Errno::NotFound);
        }
        if to.node == Some(id) {
            return Ok(None);
        }
        let is_directory = self.directory(id).is_ok();
        if is_directory && id < self.first_of_guest {
            return Err(Errno::CrossDevice);
        }
        if !is_directory && to.as_directory {
            return Err(Errno::NotDirectory);
        }
        let (depth, inside) = self.depth_below(to.parent, id)?;
        if inside {
            return Err(Errno::Invalid);
        }
        if depth + self.height(id) >= DEEPEST {
            return Err(Errno::NameTooLong);
        }
        match (is_directory, to.node.map(|target| self.node(target)).transpose()?) {
            (false, Some(Node::Directory(_))) => return Err(Errno::IsDirectory),
            (true, Some(Node::File(_))) => return Err(Errno::NotDirectory),
            (true, Some(Node::Directory(target))) if !target.entries.is_empty() => return Err(Errno::NotEmpty),
            _ => {}
        }
        self.directory_mut(from.parent)?.entries.remove(old);
        let replaced = self.directory_mut(to.parent)?.entries.insert(new.clone(), id);
        self.orphans.extend(replaced);
        match self.node_mut(id)? {
            Node::Directory(directory) => directory.parent = to.parent,
            Node::File(file) => file.touched = true,
        }
        Ok(replaced)
    }

    /// Makes a file `size` bytes long, with zeros at its end where it grows. From here on its bytes are the guest's.
    pub(super) fn set_size(&mut self, id: NodeId, size: u64) -> Result<&mut Vec<u8>, Errno> {
        let limit = self.check_writable()?;
        let wanted = usize::try_from(size).map_err(|_| Errno::FileTooBig)?;
        let Node::File(File { contents, .. }) = self.node(id)? else { return Err(Errno::IsDirectory) };
        let length = contents.as_slice().len();
        let counted = if matches!(contents, Contents::Own(_)) { length as u64 } else { 0 };
        let used = self.used.saturating_sub(counted).saturating_add(size);
        if used > limit && size > counted {
            return Err(Errno::NoSpace);
        }
        let kept = length.min(wanted);
        self.owe((wanted - kept) as u64);
        if counted == 0 {
            self.owe(kept as u64);
        }
        let Node::File(file) = self.node_mut(id)? else { return Err(Errno::IsDirectory) };
        file.touched = true;
        if let Contents::Shared(bytes) = &file.contents {
            file.contents = Contents::Own(bytes[..kept].to_vec());
        }
        let mut moved = 0;
        if let Contents::Own(bytes) = &mut file.contents {
            bytes.try_reserve(wanted.saturating_sub(bytes.len())).map_err(|_| Errno::NoSpace)?;
            bytes.resize(wanted, 0);
            // What a file no longer needs goes back at once, or many emptied files would hold far more than the limit.
            if bytes.capacity() / 2 > bytes.len().max(2048) {
                bytes.shrink_to_fit();
                moved = kept;
            }
        }
        self.used = used;
        self.owe(moved as u64);
        match self.nodes.get_mut(&id) {
            Some(Node::File(File { contents: Contents::Own(bytes), .. })) => Ok(bytes),
            _ => Err(Errno::NotFound),
        }
    }

    /// Room for `length` bytes at `start` of a file, to be written over.
    pub(super) fn writable_range(&mut self, id: NodeId, start: u64, length: u32) -> Result<&mut [u8], Errno> {
        let end = start.checked_add(u64::from(length)).ok_or(Errno::FileTooBig)?;
        let size = end.max(self.contents(id)?.len() as u64);
        let start = usize::try_from(start).map_err(|_| Errno::FileTooBig)?;
        let bytes = self.set_size(id, size)?;
        bytes.get_mut(start..start + length as usize).ok_or(Errno::FileTooBig)
    }

    /// Forgets a node that has no name, once no descriptor is open on it.
    pub(super) fn forget(&mut self, id: NodeId) {
        if !self.orphans.remove(&id) {
            return;
        }
        if let Some(Node::File(File { contents: Contents::Own(bytes), .. })) = self.nodes.remove(&id) {
            self.used = self.used.saturating_sub(bytes.len() as u64);
        }
        if id >= self.first_of_guest {
            self.used = self.used.saturating_sub(BYTES_PER_NODE);
            self.made = self.made.saturating_sub(1);
        }
    }

    fn depth(&self, id: NodeId) -> Result<usize, Errno> {
        Ok(self.depth_below(id, ROOT)?.0)
    }

    /// How deep a folder lies, and whether `ancestor` is it or above it.
    fn depth_below(&self, mut id: NodeId, ancestor: NodeId) -> Result<(usize, bool), Errno> {
        let (mut depth, mut inside) = (0, id == ancestor);
        while id != ROOT {
            id = self.directory(id)?.parent;
            depth += 1;
            inside |= id == ancestor;
        }
        Ok((depth, inside))
    }

    /// How many levels there are below a node: none below a file or an empty folder.
    fn height(&mut self, id: NodeId) -> usize {
        let Ok(directory) = self.directory(id) else { return 0 };
        let children: Vec<_> = directory.entries.values().copied().collect();
        self.owe(LOOKUP_UNITS * children.len() as u64);
        children.into_iter().map(|child| 1 + self.height(child)).max().unwrap_or(0)
    }
}
