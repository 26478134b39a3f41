//! Compilers that cannot run in the sandbox run here: as a child of this process that is kept in by the kernel.
//!
//! Such a child reads its toolchain and the files it is given, writes to one folder of its own, and has nothing else:
//! no network, no environment, no other processes, no rights to gain. All of this works without privilege.
//!
//! ```text
//! <folder that is removed afterwards>/source/   the files given; the child starts here and can only read them
//! <folder that is removed afterwards>/made/     `../made` to the child; the only place to write
//! ```
//!
//! - `kernel.rs` has the kernel keep a thread in, and every process started from it: Landlock and seccomp.
//! - `filter.rs` is the list of system calls that are refused.
//! - `group.rs` holds the processes together, so that none of them outlives the future that started them.
//! - `child.rs` starts the child, bounds it, and collects what it made.
//! - `libraries.rs` finds the shared libraries of a program, which it must be allowed to read.
//!
//! A compile on the host cannot be counted in instructions. Its bounds are a net against sources made to stop the
//! grader, and wide enough that no honest program comes near them on a slow machine.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use thiserror::Error;

#[cfg(unix)]
mod child;
#[cfg(target_os = "linux")]
mod filter;
#[cfg(unix)]
mod group;
#[cfg_attr(target_os = "linux", path = "kernel.rs")]
#[cfg_attr(not(target_os = "linux"), path = "no_kernel.rs")]
mod kernel;
mod libraries;
#[cfg(all(test, target_os = "linux"))]
mod tests;

pub(crate) use libraries::libraries_of;

/// The folder a confined child can write to, as it can call it from where it starts.
pub(crate) const MADE: &str = "../made";

/// How compilers of the host are kept in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Confinement {
    /// By the kernel; says with what, for people.
    Kernel(String),
    /// Not at all, because whoever runs the grader said so. Limits, environment and folders are the same.
    Waived,
}

/// One run of a compiler.
#[derive(Clone, Debug)]
pub(crate) struct Errand {
    /// The program; it is always readable.
    pub(crate) program: PathBuf,
    /// Its arguments. Files given are named by their paths, files made begin with [`MADE`].
    pub(crate) arguments: Vec<OsString>,
    /// The variables it sees, all of them. Not even the folder of the child is among them by itself: a compiler may put
    /// into programs what it sees.
    pub(crate) environment: Vec<(&'static str, OsString)>,
    /// What it may read and execute: files, and folders with all that is below. Never name `/proc`, where this process
    /// is to be seen.
    pub(crate) readable: Vec<PathBuf>,
    /// The submission's files by relative paths.
    pub(crate) files: Vec<(String, Bytes)>,
    /// What it may use.
    pub(crate) bounds: Bounds,
}

/// What a compiler of the host may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Processor time of each of its processes.
    pub(crate) cpu: Duration,
    /// Real time, after which it is taken to hang.
    pub(crate) wall: Duration,
    /// Bytes of address space; a Java machine reserves far more than it uses and wants `None`.
    pub(crate) address_space: Option<u64>,
    /// Bytes of one file it writes, and of all it leaves behind.
    pub(crate) file_bytes: u64,
    /// Files open at once.
    pub(crate) open_files: u64,
    /// Bytes of standard output, and of standard error.
    pub(crate) output_bytes: usize,
}

/// How a compiler ended, and what is left of it.
#[derive(Clone, Debug)]
pub(crate) struct Ended {
    /// How it ended.
    pub(crate) how: How,
    /// What it printed, up to its bound.
    pub(crate) stdout: Vec<u8>,
    /// What it said, up to its bound.
    pub(crate) stderr: Vec<u8>,
    /// The files it left in its folder, by their paths in it.
    pub(crate) made: BTreeMap<String, Bytes>,
}

/// How a compiler ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// By itself, with this code.
    Exit(i32),
    /// By a signal, of the kernel's or of its own making.
    Signal(i32),
    /// It used up its processor time.
    CpuLimit,
    /// It used up its real time.
    WallLimit,
    /// It wrote more than it may.
    FileLimit,
    /// It printed more than it may.
    OutputLimit,
}

/// The kernel cannot keep a child in.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "compilers of the host cannot be confined here: {why}. Use Linux 5.13 or newer with Landlock and seccomp, or allow \
     unconfined compilers, which lets a submission that breaks its compiler do whatever your account can"
)]
pub(crate) struct Unconfinable {
    /// What is missing.
    pub(crate) why: String,
}

/// A compiler could not be run, through no fault of its input.
#[derive(Debug, Error)]
pub(crate) enum ConfineError {
    /// The kernel refused to keep it in.
    #[error(transparent)]
    Unconfinable(#[from] Unconfinable),
    /// The system refused something.
    #[error("cannot {action}: {error}")]
    System {
        /// What was tried.
        action: String,
        /// What the system said.
        error: io::Error,
    },
}

impl ConfineError {
    fn on(action: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::System { action: action.into(), error }
    }
}

impl Confinement {
    /// What this machine offers, tried once. Where it offers nothing: refused, unless `allow_unconfined`.
    pub(crate) fn available(allow_unconfined: bool) -> Result<Self, Unconfinable> {
        static TRIED: OnceLock<Result<String, Unconfinable>> = OnceLock::new();
        match TRIED.get_or_init(kernel::tried) {
            Ok(with) => Ok(Self::Kernel(with.clone())),
            Err(_) if allow_unconfined => Ok(Self::Waived),
            Err(unconfinable) => Err(unconfinable.clone()),
        }
    }

    /// The word for it in receipts, the same on every kernel that confines.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Kernel(_) => "confined",
            Self::Waived => "unconfined",
        }
    }

    /// Runs a compiler to its end. Dropping the future ends all its processes.
    ///
    /// Must be awaited on a tokio runtime with its timer enabled.
    #[cfg(unix)]
    pub(crate) async fn run(&self, errand: Errand) -> Result<Ended, ConfineError> {
        let wall = errand.bounds.wall;
        let group = Arc::new(
            group::Group::start().map_err(ConfineError::on("start `cat`, which holds a compiler's processes"))?,
        );
        let _ends_with_us = group::KilledOnDrop(group.clone());
        let (confinement, of) = (self.clone(), group.clone());
        let mut work = tokio::task::spawn_blocking(move || child::run(&confinement, &errand, &of));
        let (joined, hung) = match tokio::time::timeout(wall, &mut work).await {
            Ok(joined) => (joined, false),
            Err(_elapsed) => {
                group.kill();
                (work.await, true)
            }
        };
        let mut ended = joined.map_err(|error| ConfineError::on("wait for a compiler")(io::Error::other(error)))??;
        if hung {
            ended.how = How::WallLimit;
        }
        Ok(ended)
    }

    /// There is no way to run a compiler here.
    #[cfg(not(unix))]
    #[expect(clippy::unused_async, reason = "the same signature as elsewhere")]
    pub(crate) async fn run(&self, _: Errand) -> Result<Ended, ConfineError> {
        Err(ConfineError::on("run a compiler of the host on this system")(io::ErrorKind::Unsupported.into()))
    }
}

impl fmt::Display for Confinement {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kernel(with) => out.write_str(with),
            Self::Waived => out.write_str("nothing, as was allowed"),
        }
    }
}

impl How {
    /// Why a compiler was stopped, in words for the one who wrote the source. Empty where it ended by itself.
    pub(crate) fn stopped(self, bounds: &Bounds) -> String {
        match self {
            Self::Exit(_) => String::new(),
            Self::Signal(number) => format!("the compiler was ended by signal {number}\n"),
            Self::CpuLimit => format!(
                "compiling was stopped: it took more than {} s of processor time (a net, not judged by cost)\n",
                bounds.cpu.as_secs()
            ),
            Self::WallLimit => {
                "compiling was stopped by the wall-clock net; on an idle machine it may succeed\n".to_owned()
            }
            Self::FileLimit => {
                format!("compiling was stopped: it wrote more than {} MiB\n", bounds.file_bytes >> 20)
            }
            Self::OutputLimit => "compiling was stopped: the compiler printed too much\n".to_owned(),
        }
    }
}
