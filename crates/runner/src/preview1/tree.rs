//! A tree of files in memory that never changes, so that many guests can read it at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;

/// Where a node stands in its tree; a guest sees it, plus one, as the inode.
pub(super) type NodeId = u32;

/// The folder everything is in.
pub(super) const ROOT: NodeId = 0;

/// A file or a folder.
#[derive(Clone, Debug)]
pub(super) enum Node {
    File(File),
    Directory(Directory),
}

/// What a file holds.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) contents: Contents,
    /// Whether the guest made or changed it.
    pub(super) touched: bool,
}

/// Bytes that belong to someone else until the guest changes them.
#[derive(Clone, Debug)]
pub(super) enum Contents {
    Shared(Bytes),
    Own(Vec<u8>),
}

impl Contents {
    pub(super) fn as_slice(&self) -> &[u8] {
        match self {
            Self::Shared(bytes) => bytes,
            Self::Own(bytes) => bytes,
        }
    }
}

/// The names in a folder.
#[derive(Clone, Debug)]
pub(super) struct Directory {
    pub(super) parent: NodeId,
    pub(super) entries: BTreeMap<Arc<str>, NodeId>,
}

impl Node {
    /// A file nobody has changed yet.
    pub(super) fn shared(bytes: Bytes) -> Self {
        Self::File(File { contents: Contents::Shared(bytes), touched: false })
    }

    /// An empty file the guest makes.
    pub(super) fn created() -> Self {
        Self::File(File { contents: Contents::Own(Vec::new()), touched: true })
    }

    /// An empty folder.
    pub(super) fn directory(parent: NodeId) -> Self {
        Self::Directory(Directory { parent, entries: BTreeMap::new() })
    }
}

/// Files to be read by any number of guests. Made once per language pack.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// A tree of these files, by their paths from the root (`usr/include/stdio.h`). A path that ends in `/` is an empty
    /// folder. Of two entries that cannot both stand, the later does; `..` is dropped.
    pub(crate) fn from_files(files: impl IntoIterator<Item = (String, Bytes)>) -> Self {
        let mut tree = Self { nodes: vec![Node::directory(ROOT)] };
        for (path, bytes) in files {
            let (folders, name) = split_entry(&path);
            let parent = folders.into_iter().fold(ROOT, |parent, folder| tree.folder(parent, folder));
            if let Some(name) = name {
                tree.put(parent, name, Node::shared(bytes));
            }
        }
        tree
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    /// How many nodes there are: the first number that is free.
    pub(super) fn end(&self) -> NodeId {
        NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX)
    }

    fn folder(&mut self, parent: NodeId, name: &str) -> NodeId {
        if let Some(Node::Directory(directory)) = self.node(parent)
            && let Some(&id) = directory.entries.get(name)
            && let Some(Node::Directory(_)) = self.node(id)
        {
            return id;
        }
        self.put(parent, name, Node::directory(parent))
    }

    fn put(&mut self, parent: NodeId, name: &str, node: Node) -> NodeId {
        let id = self.end();
        self.nodes.push(node);
        if let Some(Node::Directory(directory)) = self.nodes.get_mut(parent as usize) {
            directory.entries.insert(name.into(), id);
        }
        id
    }
}

/// The folders a path leads through, and the name of its file unless it ends in `/`.
pub(super) fn split_entry(path: &str) -> (Vec<&str>, Option<&str>) {
    let mut folders: Vec<_> = path.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect();
    let name = if path.ends_with('/') { None } else { folders.pop() };
    (folders, name)
}
