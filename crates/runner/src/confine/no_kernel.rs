//! Where the system is not Linux, nothing keeps a child in.

use super::{ConfineError, Errand, Unconfinable};

/// Always refused.
pub(super) fn tried() -> Result<String, Unconfinable> {
    Err(Unconfinable { why: format!("{} has no Landlock", std::env::consts::OS) })
}

/// Never reached: nobody has a confinement by the kernel here.
#[cfg(unix)]
pub(super) fn keep_in_this_thread(
    _: &Errand,
    _: &std::path::Path,
    _: &std::path::Path,
    _: rustix::process::Pid,
) -> Result<(), ConfineError> {
    tried().map(|_| ()).map_err(Into::into)
}
