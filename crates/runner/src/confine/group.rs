//! The processes of one compiler, held together so that all of them can be ended at once.
//!
//! A group of processes exists as long as one is in it. So a process of ours, which only waits, makes the group and
//! stays its member until the end: the group's number can mean no other processes meanwhile. The compiler joins, and the
//! filter keeps it and its children from leaving.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustix::process::{Pid, Signal, kill_process_group};

/// A process group of our own making.
pub(super) struct Group {
    holder: Mutex<Child>,
    id: Pid,
    killed: AtomicBool,
}

/// Ends a group when it is dropped, even if others still hold it.
pub(super) struct KilledOnDrop(pub(super) Arc<Group>);

impl Group {
    /// A new group with nobody in it but the process that holds it, which ends with ours at the latest.
    pub(super) fn start() -> io::Result<Self> {
        let mut command = Command::new("cat");
        command.env_clear().stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let holder = command.spawn()?;
        let id = i32::try_from(holder.id()).ok().and_then(Pid::from_raw);
        let id = id.ok_or_else(|| io::Error::other("the system gave a process no number"))?;
        Ok(Self { holder: Mutex::new(holder), id, killed: AtomicBool::new(false) })
    }

    /// The group's number.
    pub(super) fn id(&self) -> Pid {
        self.id
    }

    /// Ends every process in it, at once; none can slip out by starting another.
    pub(super) fn kill(&self) {
        self.killed.store(true, Ordering::SeqCst);
        // Fails only if nobody is left.
        let _ = kill_process_group(self.id, Signal::KILL);
    }

    /// To be called by whoever let a process join, which may have been too late to be killed with the others.
    pub(super) fn joined(&self) {
        if self.killed.load(Ordering::SeqCst) {
            self.kill();
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
        let _ = self.holder.get_mut().unwrap_or_else(PoisonError::into_inner).wait();
    }
}

impl Drop for KilledOnDrop {
    fn drop(&mut self) {
        self.0.kill();
    }
}
