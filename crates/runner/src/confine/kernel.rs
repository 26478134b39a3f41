//! Has the kernel keep the calling thread in, for good, and with it every process that is started from it.
//!
//! Landlock decides on files, TCP, signals and abstract sockets, as far as the kernel knows how. Seccomp refuses, on
//! every kernel, the system calls by which one could reach for more: see `filter.rs`.

use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, LandlockStatus, PathBeneath, PathFd, RestrictionStatus, Ruleset,
    RulesetAttr, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
};
use rustix::process::Pid;

use super::filter::{self, Signals};
use super::{ConfineError, Errand, Unconfinable};

/// The newest rules this was tested with. On an older kernel fewer hold, and seccomp does the rest.
const TESTED: ABI = ABI::V7;

/// The devices a program may expect to be there.
const DEVICES: [(&str, bool); 3] = [("/dev/null", true), ("/dev/zero", false), ("/dev/urandom", false)];

/// Keeps a thread in that does nothing, to see whether that works; says what with.
pub(super) fn tried() -> Result<String, Unconfinable> {
    let trial = std::thread::Builder::new().name("confine".to_owned()).spawn(|| {
        let status = restrict(&[])?;
        let what = describe(&status)?;
        filter::apply(rustix::process::getpid(), signals(&status)).map_err(|why| Unconfinable { why })?;
        Ok(what)
    });
    let trial = trial.map_err(|error| Unconfinable { why: format!("no thread can be started: {error}") })?;
    trial.join().unwrap_or_else(|_| Err(Unconfinable { why: "the trial ended early".to_owned() }))
}

/// Keeps the calling thread in: it, and what it starts, may read `source` and what the errand names, write to `made`,
/// and belong to no other process group than `group`.
pub(super) fn keep_in_this_thread(errand: &Errand, source: &Path, made: &Path, group: Pid) -> Result<(), ConfineError> {
    let run = AccessFs::ReadFile | AccessFs::ReadDir | AccessFs::Execute;
    let device = |writable| if writable { AccessFs::ReadFile | AccessFs::WriteFile } else { AccessFs::ReadFile.into() };
    let mut rules: Vec<(&Path, BitFlags<AccessFs>)> = vec![(&errand.program, run)];
    rules.extend(errand.readable.iter().map(|path| (path.as_path(), run)));
    rules.extend(DEVICES.map(|(path, writable)| (Path::new(path), device(writable))));
    rules.push((source, AccessFs::ReadFile | AccessFs::ReadDir));
    rules.push((made, own_folder()));
    let status = restrict(&rules)?;
    describe(&status)?;
    filter::apply(group, signals(&status)).map_err(|why| Unconfinable { why })?;
    Ok(())
}

/// Plain files and folders may be made, changed and removed; nothing can be executed, and no link, device or socket
/// comes to be.
fn own_folder() -> BitFlags<AccessFs> {
    AccessFs::ReadFile
        | AccessFs::ReadDir
        | AccessFs::WriteFile
        | AccessFs::Truncate
        | AccessFs::MakeReg
        | AccessFs::MakeDir
        | AccessFs::RemoveFile
        | AccessFs::RemoveDir
        | AccessFs::Refer
}

fn restrict(rules: &[(&Path, BitFlags<AccessFs>)]) -> Result<RestrictionStatus, ConfineFailure> {
    let ruleset = Ruleset::default().handle_access(AccessFs::from_all(TESTED))?;
    let ruleset = ruleset.handle_access(AccessNet::from_all(TESTED))?.scope(Scope::from_all(TESTED))?;
    let mut created = ruleset.create()?;
    for (path, access) in rules {
        // A path that is not there can be read by nobody.
        let Ok(fd) = PathFd::new(path) else { continue };
        let access = if path.is_dir() { *access } else { *access & AccessFs::from_file(TESTED) };
        created = created.add_rule(PathBeneath::new(fd, access))?;
    }
    Ok(created.restrict_self()?)
}

/// What holds, in words; an error if nothing does.
fn describe(status: &RestrictionStatus) -> Result<String, Unconfinable> {
    let LandlockStatus::Available { effective_abi, kernel_abi } = status.landlock else {
        let why = match status.landlock {
            LandlockStatus::NotEnabled => "the kernel has Landlock, but it is not enabled (boot with `lsm=landlock,…`)",
            _ => "the kernel has no Landlock",
        };
        return Err(Unconfinable { why: why.to_owned() });
    };
    if status.ruleset == RulesetStatus::NotEnforced || !status.no_new_privs {
        return Err(Unconfinable { why: "the kernel did not enforce Landlock's rules".to_owned() });
    }
    Ok(format!("Landlock {}, seccomp", kernel_abi.unwrap_or(effective_abi as i32)))
}

/// Whether Landlock keeps signals in; where it does not, seccomp must refuse more of them.
fn signals(status: &RestrictionStatus) -> Signals {
    match status.landlock {
        LandlockStatus::Available { effective_abi, .. } if effective_abi >= ABI::V6 => Signals::KeptIn,
        _ => Signals::Refused,
    }
}

/// Landlock refused a rule, in words.
struct ConfineFailure(RulesetError);

impl From<RulesetError> for ConfineFailure {
    fn from(error: RulesetError) -> Self {
        Self(error)
    }
}

impl From<ConfineFailure> for Unconfinable {
    fn from(ConfineFailure(error): ConfineFailure) -> Self {
        Self { why: format!("Landlock refused: {error}") }
    }
}

impl From<ConfineFailure> for ConfineError {
    fn from(failure: ConfineFailure) -> Self {
        Self::Unconfinable(failure.into())
    }
}
