//! WASI preview 1 for core modules, on streams, a clock and files that exist only in memory.
//!
//! A guest sees its arguments, what its language puts in the environment (nothing of the host's), the three standard
//! streams and, where it was given files, one folder `/`. There is no socket, no link between files and nothing of the
//! host behind any of it. All work is charged.

mod abi;
mod changes;
mod clock_calls;
mod descriptor_calls;
mod descriptors;
mod file_calls;
mod layer;
mod memory;
mod path_calls;
mod process_calls;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use wasmtime::{Caller, Extern, Linker};

pub(crate) use self::tree::Tree;

use self::abi::Errno;
use self::descriptors::Descriptors;
use self::layer::Layer;
use self::memory::Memory;
use self::tree::NodeId;
use crate::guest::Guest;
use crate::stop::Stop;

const MODULE: &str = "wasi_snapshot_preview1";

/// The arguments, environment and files of one guest.
#[derive(Clone, Debug)]
pub(crate) struct Preview1 {
    arguments: Vec<Vec<u8>>,
    environment: Vec<Vec<u8>>,
    layer: Layer,
    descriptors: Descriptors,
}

impl Default for Preview1 {
    fn default() -> Self {
        Self::new(Vec::new(), None, Vec::new())
    }
}

impl Preview1 {
    /// A guest with these arguments (the first is its own name) that may read the files of `base` and, over them,
    /// `files`, named as in [`Tree::from_files`]. With neither there is no folder to open anything in.
    pub(crate) fn new(arguments: Vec<Vec<u8>>, base: Option<Arc<Tree>>, files: Vec<(String, Bytes)>) -> Self {
        let mut descriptors = Descriptors::streams();
        if base.is_some() || !files.is_empty() {
            descriptors.preopen_root();
        }
        let base = base.unwrap_or_else(|| Arc::new(Tree::from_files([])));
        Self { arguments, environment: Vec::new(), layer: Layer::new(base, files), descriptors }
    }

    /// Puts `NAME=value` entries in the guest's environment.
    #[must_use]
    pub(crate) fn with_environment(mut self, entries: Vec<String>) -> Self {
        self.environment = entries.into_iter().map(String::into_bytes).collect();
        self
    }

    /// Lets the guest make and change files, as long as they hold no more than `limit` bytes together, if there is one. A
    /// file it was given counts in full from its first change on.
    #[must_use]
    pub(crate) fn writable(mut self, limit: Option<u64>) -> Self {
        self.give(Vec::new(), limit);
        self
    }

    /// Gives a guest that can write no file more of them, and lets it write as [`Self::writable`] does.
    pub(crate) fn give(&mut self, files: Vec<(String, Bytes)>, limit: Option<u64>) {
        if !files.is_empty() || limit.is_some() {
            self.descriptors.preopen_root();
        }
        self.layer.give(files);
        self.layer.limit = limit;
    }

    /// Gives it other arguments.
    pub(crate) fn argue(&mut self, arguments: Vec<Vec<u8>>) {
        self.arguments = arguments;
    }

    /// The files the guest made or changed, by their paths from the root (`feedback/score.txt`).
    pub(crate) fn written(&self) -> BTreeMap<String, Bytes> {
        self.layer.written()
    }

    /// Frees what lost its name, unless it is still open.
    fn release(&mut self, node: Option<NodeId>) {
        if let Some(node) = node
            && !self.descriptors.hold(node)
        {
            self.layer.forget(node);
        }
    }
}

/// What every call works on.
struct Call<'a> {
    memory: Memory<'a>,
    guest: &'a mut Guest,
}

/// Why a call does not succeed: a number for the guest to deal with, or the end of the run.
enum Failure {
    Errno(Errno),
    Stop(Stop),
}

impl From<Errno> for Failure {
    fn from(errno: Errno) -> Self {
        Self::Errno(errno)
    }
}

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

type Answer = Result<(), Failure>;

fn enter(
    mut caller: Caller<'_, Guest>,
    name: &str,
    work: impl FnOnce(&mut Call<'_>) -> Answer,
) -> wasmtime::Result<i32> {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else {
        return Err(wasmtime::Error::msg(format!(
            "{name} needs a memory that the module exports under the name `memory`"
        )));
    };
    let (bytes, guest) = memory.data_and_store_mut(&mut caller);
    let mut call = Call { memory: Memory(bytes), guest };
    let answer = work(&mut call);
    let owed = call.guest.preview1.layer.take_owed();
    call.guest.console.owe(owed);
    match answer {
        Ok(()) => Ok(0),
        Err(Failure::Errno(errno)) => Ok(i32::from(errno as u16)),
        Err(Failure::Stop(stop)) => Err(stop.into()),
    }
}

/// Adds every function of the standard to a linker, by name and the shape of its arguments.
pub(crate) fn add_to_linker(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    macro_rules! calls {
        ($($module:ident: $($name:ident($($argument:ident: $kind:ty),*))*;)*) => {$($(
            linker.func_wrap(MODULE, stringify!($name), |caller: Caller<'_, Guest>, $($argument: $kind),*| {
                enter(caller, stringify!($name), |call| $module::$name(call, $($argument),*))
            })?;
        )*)*};
    }
    calls! {
        process_calls:
            args_get(list: u32, text: u32)
            args_sizes_get(count: u32, size: u32)
            environ_get(list: u32, text: u32)
            environ_sizes_get(count: u32, size: u32)
            proc_raise(signal: u32)
            random_get(pointer: u32, length: u32)
            sched_yield()
            sock_accept(fd: u32, flags: u32, out: u32)
            sock_recv(fd: u32, buffers: u32, count: u32, flags: u32, size: u32, out_flags: u32)
            sock_send(fd: u32, buffers: u32, count: u32, flags: u32, size: u32)
            sock_shutdown(fd: u32, how: u32);
        clock_calls:
            clock_res_get(clock: u32, out: u32)
            clock_time_get(clock: u32, precision: u64, out: u32)
            poll_oneoff(subscriptions: u32, events: u32, count: u32, out: u32);
        descriptor_calls:
            fd_close(fd: u32)
            fd_fdstat_get(fd: u32, out: u32)
            fd_fdstat_set_flags(fd: u32, flags: u32)
            fd_fdstat_set_rights(fd: u32, rights: u64, inheriting: u64)
            fd_filestat_get(fd: u32, out: u32)
            fd_filestat_set_times(fd: u32, accessed: u64, modified: u64, flags: u32)
            fd_prestat_get(fd: u32, out: u32)
            fd_prestat_dir_name(fd: u32, pointer: u32, length: u32)
            fd_readdir(fd: u32, pointer: u32, length: u32, cookie: u64, used: u32)
            fd_renumber(from: u32, to: u32);
        file_calls:
            fd_advise(fd: u32, offset: u64, length: u64, advice: u32)
            fd_allocate(fd: u32, offset: u64, length: u64)
            fd_datasync(fd: u32)
            fd_filestat_set_size(fd: u32, size: u64)
            fd_pread(fd: u32, buffers: u32, count: u32, offset: u64, size: u32)
            fd_pwrite(fd: u32, buffers: u32, count: u32, offset: u64, size: u32)
            fd_read(fd: u32, buffers: u32, count: u32, size: u32)
            fd_seek(fd: u32, offset: i64, whence: u32, out: u32)
            fd_sync(fd: u32)
            fd_tell(fd: u32, out: u32)
            fd_write(fd: u32, buffers: u32, count: u32, size: u32);
        path_calls:
            path_create_directory(fd: u32, path: u32, length: u32)
            path_filestat_get(fd: u32, lookup: u32, path: u32, length: u32, out: u32)
            path_filestat_set_times(
                fd: u32, lookup: u32, path: u32, length: u32, accessed: u64, modified: u64, flags: u32)
            path_link(fd: u32, lookup: u32, path: u32, length: u32, to_fd: u32, to: u32, to_length: u32)
            path_open(
                fd: u32, lookup: u32, path: u32, length: u32, how: u32, rights: u64, inheriting: u64, flags: u32,
                out: u32)
            path_readlink(fd: u32, path: u32, length: u32, pointer: u32, size: u32, used: u32)
            path_remove_directory(fd: u32, path: u32, length: u32)
            path_rename(fd: u32, path: u32, length: u32, to_fd: u32, to: u32, to_length: u32)
            path_symlink(target: u32, target_length: u32, fd: u32, path: u32, length: u32)
            path_unlink_file(fd: u32, path: u32, length: u32);
    }
    linker.func_wrap(MODULE, "proc_exit", |code: i32| -> wasmtime::Result<()> { Err(Stop::Exit(code).into()) })?;
    Ok(())
}
