//! The system calls a compiler of the host is refused, with `EPERM`, whatever Landlock thinks of them.
//!
//! A list of what is refused, and not of what is allowed: what a compiler needs differs between versions, and Landlock
//! is the wall. The filter closes what Landlock does not cover, on older kernels above all: the network, other
//! processes, metadata of files, and the doors into the kernel through which its bugs are reached.

use std::collections::BTreeMap;

use libc::c_long;
use rustix::process::Pid;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

/// Who keeps a thread's signals from other processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signals {
    /// Landlock.
    KeptIn,
    /// This filter, by refusing them all.
    Refused,
}

/// Refused whatever the arguments.
const REFUSED: &[c_long] = &[
    // The network, and queues and memory shared with other processes.
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_mq_open,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_shmget,
    // Other processes.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_process_mrelease,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_kcmp,
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_rt_sigqueueinfo,
    libc::SYS_rt_tgsigqueueinfo,
    libc::SYS_setsid,
    libc::SYS_setrlimit,
    libc::SYS_setpriority,
    // Other views of the file system, and what Landlock does not decide on: modes, owners, times, attributes.
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_move_mount,
    libc::SYS_mount_setattr,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fsmount,
    libc::SYS_fsconfig,
    libc::SYS_fspick,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_setns,
    libc::SYS_unshare,
    libc::SYS_name_to_handle_at,
    libc::SYS_open_by_handle_at,
    libc::SYS_truncate,
    libc::SYS_fchmodat,
    libc::SYS_fchmodat2,
    libc::SYS_fchownat,
    libc::SYS_fchown,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    libc::SYS_fanotify_init,
    // Doors into the kernel.
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    // The machine as a whole.
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_kexec_file_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_acct,
    libc::SYS_quotactl,
    libc::SYS_quotactl_fd,
    libc::SYS_syslog,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
];

/// Older ways to do the same, which newer processors never had.
#[cfg(target_arch = "x86_64")]
const REFUSED_OLD: &[c_long] = &[
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
    libc::SYS_ioperm,
    libc::SYS_iopl,
    libc::SYS_modify_ldt,
];
#[cfg(not(target_arch = "x86_64"))]
const REFUSED_OLD: &[c_long] = &[];

/// Calls whose arguments lie in memory, where a filter cannot look. A library that is told they do not exist falls
/// back to older ones that are looked at.
const ABSENT: &[c_long] = &[libc::SYS_clone3, libc::SYS_openat2];

/// Namespaces a process may not enter by making them.
const NEW_NAMESPACES: [i32; 7] = [
    libc::CLONE_NEWNS,
    libc::CLONE_NEWCGROUP,
    libc::CLONE_NEWUTS,
    libc::CLONE_NEWIPC,
    libc::CLONE_NEWUSER,
    libc::CLONE_NEWPID,
    libc::CLONE_NEWNET,
];

/// Refuses them to the calling thread and to what it starts. The error is in words.
pub(super) fn apply(group: Pid, signals: Signals) -> Result<(), String> {
    let refused = rules(group, signals).map_err(|error| error.to_string())?;
    let absent = both_tables(ABSENT.iter().map(|&call| (call, Vec::new())));
    for (rules, errno) in [(refused, libc::EPERM), (absent, libc::ENOSYS)] {
        let program =
            program(rules, errno.unsigned_abs()).map_err(|error| format!("no filter for seccomp: {error}"))?;
        seccompiler::apply_filter(&program).map_err(|error| format!("seccomp refused the filter: {error}"))?;
    }
    Ok(())
}

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

fn program(rules: Rules, errno: u32) -> Result<BpfProgram, seccompiler::BackendError> {
    let arch: TargetArch = std::env::consts::ARCH.try_into()?;
    SeccompFilter::new(rules, SeccompAction::Allow, SeccompAction::Errno(errno), arch)?.try_into()
}

fn rules(group: Pid, signals: Signals) -> Result<Rules, seccompiler::BackendError> {
    let mut rules: Vec<(c_long, Vec<SeccompRule>)> =
        REFUSED.iter().chain(REFUSED_OLD).map(|&call| (call, Vec::new())).collect();
    if signals == Signals::Refused {
        rules.push((libc::SYS_tgkill, Vec::new()));
    }
    // A process stays in its group, so that one signal to the group ends them all.
    let group = u64::from(group.as_raw_nonzero().get().unsigned_abs());
    rules.push((libc::SYS_setpgid, vec![word(0, SeccompCmpOp::Ne, 0)?, word(1, SeccompCmpOp::Ne, group)?]));
    let namespaces = NEW_NAMESPACES.map(|flag| u64::from(flag.unsigned_abs()));
    let namespaces = namespaces.into_iter().map(|flag| word(0, SeccompCmpOp::MaskedEq(flag), flag));
    rules.push((libc::SYS_clone, namespaces.collect::<Result<_, _>>()?));
    // Limits may be read, not set: root could raise them.
    rules.push((libc::SYS_prlimit64, vec![wide(2, SeccompCmpOp::Ne, 0)?]));
    // Emptying a file by opening it only to read is the one change that Landlock did not see before Linux 6.2.
    let (looked_at, emptied) = (flags(libc::O_ACCMODE | libc::O_TRUNC), flags(libc::O_RDONLY | libc::O_TRUNC));
    rules.push((libc::SYS_openat, vec![word(2, SeccompCmpOp::MaskedEq(looked_at), emptied)?]));
    #[cfg(target_arch = "x86_64")]
    rules.push((libc::SYS_open, vec![word(1, SeccompCmpOp::MaskedEq(looked_at), emptied)?]));
    Ok(both_tables(rules.into_iter()))
}

fn flags(flags: i32) -> u64 {
    u64::from(flags.unsigned_abs())
}

fn word(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompRule, seccompiler::BackendError> {
    SeccompRule::new(vec![SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)?])
}

fn wide(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<SeccompRule, seccompiler::BackendError> {
    SeccompRule::new(vec![SeccompCondition::new(argument, SeccompCmpArgLen::Qword, operator, value)?])
}

/// On x86-64 the same calls can be made by a second set of numbers, which must not be a way around.
fn both_tables(rules: impl Iterator<Item = (c_long, Vec<SeccompRule>)>) -> Rules {
    #[cfg(target_arch = "x86_64")]
    {
        const X32: c_long = 0x4000_0000;
        let rules: Rules = rules.flat_map(|(call, rules)| [(call, rules.clone()), (call | X32, rules)]).collect();
        let own = (512..=547).map(|call| (call | X32, Vec::new()));
        own.chain(rules).collect()
    }
    #[cfg(not(target_arch = "x86_64"))]
    rules.collect()
}
