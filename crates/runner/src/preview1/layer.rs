//! One guest's view of the files: a shared tree, and over it whatever differs for this guest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bytes::Bytes;

use super::abi::{Errno, FileType};
use super::tree::{Contents, Directory, File, Node, NodeId, ROOT, Tree, split_entry};

/// The longest name of a file, as on Linux.
const LONGEST_NAME: usize = 255;
/// What touching one name in a folder is charged: about what it takes in real time.
pub(super) const LOOKUP_UNITS: u64 = 400;

/// The files of one guest. A changed node of the tree keeps its number and is found here first.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    base: Arc<Tree>,
    pub(super) nodes: BTreeMap<NodeId, Node>,
    /// Nodes without a name that an open descriptor may still need.
    pub(super) orphans: BTreeSet<NodeId>,
    pub(super) next: NodeId,
    /// Numbers from here on were made by the guest itself.
    pub(super) first_of_guest: NodeId,
    /// The bytes it may keep in files; `None` where it may write none.
    pub(super) limit: Option<u64>,
    pub(super) used: u64,
    pub(super) made: usize,
    owed: u64,
}

/// Where a path leads.
pub(super) struct Place {
    pub(super) parent: NodeId,
    /// The last name; `None` for the root, `.` and `..`.
    pub(super) name: Option<Arc<str>>,
    /// What stands there, if anything.
    pub(super) node: Option<NodeId>,
    /// Whether the path ends in `/`, so that only a folder will do.
    pub(super) as_directory: bool,
}

impl Place {
    pub(super) fn existing(&self) -> Result<NodeId, Errno> {
        self.node.ok_or(Errno::NotFound)
    }
}

impl Layer {
    /// `files` over `base`, named as in [`Tree::from_files`]; nothing can be written.
    pub(super) fn new(base: Arc<Tree>, files: Vec<(String, Bytes)>) -> Self {
        let next = base.end();
        let mut layer = Self {
            base,
            nodes: BTreeMap::new(),
            orphans: BTreeSet::new(),
            next,
            first_of_guest: next,
            limit: None,
            used: 0,
            made: 0,
            owed: 0,
        };
        layer.give(files);
        layer
    }

    /// More files, to a guest that has made none.
    pub(super) fn give(&mut self, files: Vec<(String, Bytes)>) {
        for (path, bytes) in files {
            let (folders, name) = split_entry(&path);
            let parent = folders.into_iter().fold(ROOT, |parent, folder| {
                let known = self.directory(parent).ok().and_then(|directory| directory.entries.get(folder).copied());
                let known = known.filter(|id| self.directory(*id).is_ok());
                known.unwrap_or_else(|| self.put(parent, folder.into(), Node::directory(parent)))
            });
            if let Some(name) = name {
                self.put(parent, name.into(), Node::shared(bytes));
            }
        }
        self.first_of_guest = self.next;
    }

    pub(super) fn node(&self, id: NodeId) -> Result<&Node, Errno> {
        self.nodes.get(&id).or_else(|| self.base.node(id)).ok_or(Errno::NotFound)
    }

    pub(super) fn directory(&self, id: NodeId) -> Result<&Directory, Errno> {
        match self.node(id)? {
            Node::Directory(directory) => Ok(directory),
            Node::File(_) => Err(Errno::NotDirectory),
        }
    }

    /// The bytes of a file.
    pub(super) fn contents(&self, id: NodeId) -> Result<&[u8], Errno> {
        match self.node(id)? {
            Node::File(file) => Ok(file.contents.as_slice()),
            Node::Directory(_) => Err(Errno::IsDirectory),
        }
    }

    /// What stands there and how many bytes it holds.
    pub(super) fn kind_and_size(&self, id: NodeId) -> Result<(FileType, u64), Errno> {
        Ok(match self.node(id)? {
            Node::File(file) => (FileType::Regular, file.contents.as_slice().len() as u64),
            Node::Directory(_) => (FileType::Directory, 0),
        })
    }

    /// Follows `path` from the folder `start`. Above the root is the root; there are no links.
    pub(super) fn resolve(&mut self, start: NodeId, path: &str) -> Result<Place, Errno> {
        self.owe(path.len() as u64);
        if path.is_empty() {
            return Err(Errno::NotFound);
        }
        let start = if path.starts_with('/') { ROOT } else { start };
        let as_directory = path.ends_with('/');
        let mut place = Place { parent: start, name: None, node: Some(start), as_directory };
        for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
            self.owe(LOOKUP_UNITS);
            if part.len() > LONGEST_NAME {
                return Err(Errno::NameTooLong);
            }
            let parent = place.existing()?;
            let directory = self.directory(parent)?;
            if part == ".." {
                place = Place { parent: directory.parent, name: None, node: Some(directory.parent), as_directory };
            } else {
                let (name, node) = match directory.entries.get_key_value(part) {
                    Some((name, id)) => (Arc::clone(name), Some(*id)),
                    None => (part.into(), None),
                };
                place = Place { parent, name: Some(name), node, as_directory };
            }
        }
        if (as_directory || path.ends_with("/."))
            && let Some(id) = place.node
        {
            self.directory(id)?;
        }
        Ok(place)
    }

    /// Puts a node under a name, whatever stood there, and asks for no permission.
    pub(super) fn put(&mut self, parent: NodeId, name: Arc<str>, node: Node) -> NodeId {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        self.nodes.insert(id, node);
        if let Ok(directory) = self.directory_mut(parent) {
            directory.entries.insert(name, id);
        }
        id
    }

    /// A node to be changed: this guest's own copy of it. Copying a file's node copies none of its bytes.
    pub(super) fn node_mut(&mut self, id: NodeId) -> Result<&mut Node, Errno> {
        if !self.nodes.contains_key(&id) {
            let copy = self.base.node(id).ok_or(Errno::NotFound)?.clone();
            if let Node::Directory(directory) = &copy {
                self.owe(LOOKUP_UNITS * directory.entries.len() as u64);
            }
            self.nodes.insert(id, copy);
        }
        self.nodes.get_mut(&id).ok_or(Errno::NotFound)
    }

    pub(super) fn directory_mut(&mut self, id: NodeId) -> Result<&mut Directory, Errno> {
        match self.node_mut(id)? {
            Node::Directory(directory) => Ok(directory),
            Node::File(_) => Err(Errno::NotDirectory),
        }
    }

    /// Every file the guest made or changed, by its path from the root.
    pub(super) fn written(&self) -> BTreeMap<String, Bytes> {
        let mut written = BTreeMap::new();
        if !self.nodes.values().any(|node| matches!(node, Node::File(File { touched: true, .. }))) {
            return written;
        }
        let mut folders = vec![(String::new(), ROOT)];
        while let Some((path, id)) = folders.pop() {
            let Ok(directory) = self.directory(id) else { continue };
            for (name, &child) in &directory.entries {
                match self.node(child) {
                    Ok(Node::Directory(_)) => folders.push((format!("{path}{name}/"), child)),
                    Ok(Node::File(File { contents, touched: true })) => {
                        let bytes = match contents {
                            Contents::Shared(bytes) => bytes.clone(),
                            Contents::Own(bytes) => Bytes::copy_from_slice(bytes),
                        };
                        written.insert(format!("{path}{name}"), bytes);
                    }
                    Ok(Node::File(_)) | Err(_) => {}
                }
            }
        }
        written
    }

    /// Records work done for the guest: a unit for each byte moved.
    pub(super) fn owe(&mut self, bytes: u64) {
        self.owed = self.owed.saturating_add(bytes);
    }

    /// The work done since this was last asked.
    pub(super) fn take_owed(&mut self) -> u64 {
        std::mem::take(&mut self.owed)
    }
}
