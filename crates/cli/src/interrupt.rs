//! Waiting to be told to stop.

use crate::exit::Exit;

/// Returns when the user or the system wants the process to end.
#[cfg(unix)]
pub(crate) async fn interrupted() -> Exit {
    use tokio::signal::unix::{SignalKind, signal};
    let asked = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            // Without the handler the signal does what it always does.
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => Exit::Interrupted,
        _ = asked => Exit::Terminated,
    }
}

/// Returns when the user wants the process to end.
#[cfg(not(unix))]
pub(crate) async fn interrupted() -> Exit {
    let _ = tokio::signal::ctrl_c().await;
    Exit::Interrupted
}
