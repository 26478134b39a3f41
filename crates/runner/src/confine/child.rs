//! One confined child from start to end: its folders, its limits, what it says and what it leaves.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Component, Path};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;

use super::group::Group;
use super::{Bounds, ConfineError, Confinement, Ended, Errand, How, kernel};

/// Files and folders a child may leave.
const MADE_ENTRIES: usize = 10_000;

/// Runs it to its end, in new folders that are removed. Blocks; ends early if the group is killed.
pub(super) fn run(confinement: &Confinement, errand: &Errand, group: &Group) -> Result<Ended, ConfineError> {
    let folder = tempfile::Builder::new().prefix("assay-").tempdir();
    let folder = folder.map_err(ConfineError::on("make a folder for temporary files"))?;
    // Landlock goes by what a path leads to, and the child must name it the same way.
    let root = fs::canonicalize(folder.path()).map_err(ConfineError::on("use the folder for temporary files"))?;
    let (source, made) = (root.join("source"), root.join("made"));
    for new in [&source, &made] {
        fs::create_dir(new).map_err(ConfineError::on("make a folder for a compiler"))?;
    }
    for (name, content) in &errand.files {
        put(&source, name, content).map_err(ConfineError::on(format!("write `{}`", name.escape_debug())))?;
    }
    let mut child = start(confinement, errand, group, &source, &made)?;
    group.joined();
    bound(&child, &errand.bounds).map_err(ConfineError::on("limit a compiler"))?;
    let output = Output { bytes: errand.bounds.output_bytes, exceeded: AtomicBool::new(false), group };
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let (stdout, stderr, status) = std::thread::scope(|scope| {
        let stdout = scope.spawn(|| output.read(stdout));
        let stderr = scope.spawn(|| output.read(stderr));
        let status = child.wait();
        // Whatever it started has nothing to say any more.
        group.kill();
        (stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default(), status)
    });
    let status = status.map_err(ConfineError::on("wait for a compiler"))?;
    let mut how = how(status);
    if output.exceeded.into_inner() {
        how = How::OutputLimit;
    }
    let made = match collect(&made, errand.bounds.file_bytes).map_err(ConfineError::on("read what a compiler made"))? {
        Some(made) => made,
        None => {
            how = How::FileLimit;
            BTreeMap::new()
        }
    };
    Ok(Ended { how, stdout, stderr, made })
}

fn put(folder: &Path, name: &str, content: &Bytes) -> io::Result<()> {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    if name.is_empty() || !plain {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a relative path to a file"));
    }
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(&path, content)
}

/// Starts the child from a thread that is kept in, which it inherits. The thread ends once the child runs.
fn start(
    confinement: &Confinement,
    errand: &Errand,
    group: &Group,
    source: &Path,
    made: &Path,
) -> Result<Child, ConfineError> {
    let mut command = Command::new(&errand.program);
    command.args(&errand.arguments).env_clear().envs(errand.environment.iter().map(|(name, value)| (name, value)));
    command.current_dir(source);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.process_group(group.id().as_raw_nonzero().get());
    let kept_in = matches!(confinement, Confinement::Kernel(_));
    let starting = || {
        if kept_in {
            kernel::keep_in_this_thread(errand, source, made, group.id())?;
        }
        let program = errand.program.display();
        command.spawn().map_err(ConfineError::on(format!("start {program}")))
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("confine".to_owned()).spawn_scoped(scope, starting);
        let thread = thread.map_err(ConfineError::on("start a thread"))?;
        let lost = |_| Err(ConfineError::on("start a compiler")(io::Error::other("its thread ended early")));
        thread.join().unwrap_or_else(lost)
    })
}

/// Sets the limits of a child that just began. A compiler has not read its input by then, and what it uses counts from
/// its start, so nothing is gained by the moment in between.
#[cfg(target_os = "linux")]
fn bound(child: &Child, bounds: &Bounds) -> io::Result<()> {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};

    let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else { return Ok(()) };
    let cpu = bounds.cpu.as_secs().max(1);
    let limits = [
        (Resource::Cpu, Some(cpu)),
        (Resource::Fsize, Some(bounds.file_bytes)),
        (Resource::Nofile, Some(bounds.open_files)),
        (Resource::Core, Some(0)),
        (Resource::As, bounds.address_space),
    ];
    for (resource, limit) in limits {
        let Some(limit) = limit else { continue };
        // The second limit on processor time is the one that cannot be handled.
        let last = if resource == Resource::Cpu { limit + 1 } else { limit };
        match prlimit(Some(pid), resource, Rlimit { current: Some(limit), maximum: Some(last) }) {
            // It has ended already.
            Err(rustix::io::Errno::SRCH) => return Ok(()),
            done => drop(done?),
        }
    }
    Ok(())
}

/// Only Linux sets another process's limits; elsewhere the net is the wall clock.
#[cfg(not(target_os = "linux"))]
fn bound(_: &Child, _: &Bounds) -> io::Result<()> {
    Ok(())
}

fn how(status: ExitStatus) -> How {
    match (status.code(), status.signal()) {
        (Some(code), _) => How::Exit(code),
        (None, Some(signal)) if signal == rustix::process::Signal::XCPU.as_raw() => How::CpuLimit,
        (None, Some(signal)) if signal == rustix::process::Signal::XFSZ.as_raw() => How::FileLimit,
        (None, signal) => How::Signal(signal.unwrap_or_default()),
    }
}

/// What is shared by those who read the two streams.
struct Output<'a> {
    bytes: usize,
    exceeded: AtomicBool,
    group: &'a Group,
}

impl Output<'_> {
    /// Reads a stream to its end; beyond its bound the group is killed.
    fn read(&self, stream: Option<impl Read>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let Some(stream) = stream else { return bytes };
        let bound = u64::try_from(self.bytes).unwrap_or(u64::MAX);
        // What was read before a stream broke is still worth showing.
        let _ = stream.take(bound.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() > self.bytes {
            bytes.truncate(self.bytes);
            self.exceeded.store(true, Ordering::Relaxed);
            self.group.kill();
        }
        bytes
    }
}

/// The plain files below a folder, links not followed; `None` if there is more than a child may leave.
fn collect(folder: &Path, bound: u64) -> io::Result<Option<BTreeMap<String, Bytes>>> {
    let (mut made, mut folders, mut entries, mut left) = (BTreeMap::new(), vec![folder.to_owned()], 0, bound);
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current)? {
            let (path, kind) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            entries += 1;
            if entries > MADE_ENTRIES {
                return Ok(None);
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file()
                && let Some(name) = path.strip_prefix(folder).ok().and_then(Path::to_str)
            {
                let mut content = Vec::new();
                File::open(&path)?.take(left.saturating_add(1)).read_to_end(&mut content)?;
                let Some(rest) = left.checked_sub(content.len() as u64) else { return Ok(None) };
                left = rest;
                made.insert(name.to_owned(), Bytes::from(content));
            }
        }
    }
    Ok(Some(made))
}
