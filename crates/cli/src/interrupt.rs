//! Being told to stop, by Ctrl-C or by the system.

use crate::exit::Exit;

/// Listens for the signals that ask a process to end.
pub(crate) struct Interrupt {
    #[cfg(unix)]
    asked: std::io::Result<[tokio::signal::unix::Signal; 2]>,
}

impl Interrupt {
    /// From here on the signals no longer end the process by themselves. Must be called on a runtime.
    pub(crate) fn listen() -> Self {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let both = || Ok([signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?]);
            Self { asked: both() }
        }
        #[cfg(not(unix))]
        Self {}
    }

    /// Returns when one of them comes.
    #[cfg(unix)]
    pub(crate) async fn comes(self) -> Exit {
        // Without a handler a signal does what it always does.
        let Ok([mut interrupt, mut terminate]) = self.asked else { return std::future::pending().await };
        tokio::select! {
            _ = interrupt.recv() => Exit::Interrupted,
            _ = terminate.recv() => Exit::Terminated,
        }
    }

    /// Returns when it comes.
    #[cfg(not(unix))]
    pub(crate) async fn comes(self) -> Exit {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Exit::Interrupted,
            Err(_) => std::future::pending().await,
        }
    }
}
