//! What the process says to the one who started it: one number for each kind of ending.

/// How a command ended. The numbers are part of the command line's contract; `assay --help` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Accepted, as expected, identical, or simply done.
    Good = 0,
    /// Not accepted, not as expected, or not identical.
    Bad = 1,
    /// The command line, or a file it names, cannot be used.
    Usage = 2,
    /// The challenge is not valid.
    Challenge = 3,
    /// A language pack is not to be had.
    Pack = 4,
    /// Assay itself failed.
    Fault = 70,
    /// Stopped by Ctrl-C.
    Interrupted = 130,
    /// Told to end by the system.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only Unix asks"))]
    Terminated = 143,
}

impl Exit {
    /// `Good` if `good`, else `Bad`.
    pub(crate) fn of(good: bool) -> Self {
        if good { Self::Good } else { Self::Bad }
    }

    /// The graver of two endings, where one command does several things.
    pub(crate) fn graver(self, other: Self) -> Self {
        let gravity = |exit: Self| match exit {
            Self::Good => 0,
            Self::Bad => 1,
            Self::Challenge => 2,
            Self::Pack => 3,
            Self::Usage => 4,
            Self::Fault => 5,
            Self::Interrupted | Self::Terminated => 6,
        };
        if gravity(other) > gravity(self) { other } else { self }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_fault_outweighs_a_wrong_answer() {
        assert_eq!(Exit::Bad.graver(Exit::Fault), Exit::Fault);
        assert_eq!(Exit::Fault.graver(Exit::Bad), Exit::Fault);
        assert_eq!(Exit::Good.graver(Exit::Bad), Exit::Bad);
    }
}
