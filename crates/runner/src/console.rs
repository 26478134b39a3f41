//! The three standard streams of one run: input from memory, outputs kept up to a limit.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assay_challenge::{Captured, Limits};
use bytes::Bytes;

use crate::stop::Stop;

/// A handle to the streams; the clones a component's streams hold are the same streams.
#[derive(Clone, Debug)]
pub(crate) struct Console(Arc<Mutex<Streams>>);

/// Which of the two outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Standard,
    Error,
}

#[derive(Debug)]
struct Streams {
    stdin: Bytes,
    stdout: Sink,
    stderr: Sink,
    owed: u64,
    touched: bool,
}

#[derive(Debug, Default)]
struct Sink {
    captured: Captured,
    limit: u64,
}

impl Sink {
    fn keep(&mut self, bytes: &[u8]) {
        let room = self.limit.saturating_sub(self.captured.bytes.len() as u64);
        let kept = bytes.len().min(usize::try_from(room).unwrap_or(usize::MAX));
        self.captured.bytes.extend_from_slice(&bytes[..kept]);
        self.captured.total = self.captured.total.saturating_add(bytes.len() as u64);
    }
}

impl Console {
    /// Streams that read `stdin` and keep as much output as `limits` say.
    pub(crate) fn new(stdin: Bytes, limits: &Limits) -> Self {
        let sink = |limit| Sink { captured: Captured::default(), limit };
        let streams =
            Streams { stdin, stdout: sink(limits.stdout), stderr: sink(limits.stderr), owed: 0, touched: false };
        Self(Arc::new(Mutex::new(streams)))
    }

    fn streams(&self) -> MutexGuard<'_, Streams> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next bytes of standard input, at most `most`; empty at its end.
    pub(crate) fn read(&self, most: usize) -> Bytes {
        let mut streams = self.streams();
        streams.touched = true;
        let next = most.min(streams.stdin.len());
        streams.owed = streams.owed.saturating_add(next as u64);
        streams.stdin.split_to(next)
    }

    /// Writes to an output. One byte over the limit of standard output ends the run; standard error is cut in silence.
    pub(crate) fn write(&self, output: Output, bytes: &[u8]) -> Result<(), Stop> {
        let mut streams = self.streams();
        streams.touched = true;
        streams.owed = streams.owed.saturating_add(bytes.len() as u64);
        match output {
            Output::Standard => {
                streams.stdout.keep(bytes);
                if streams.stdout.captured.is_cut() { Err(Stop::Output) } else { Ok(()) }
            }
            Output::Error => {
                streams.stderr.keep(bytes);
                Ok(())
            }
        }
    }

    /// Whether anything was read or written.
    pub(crate) fn is_touched(&self) -> bool {
        self.streams().touched
    }

    /// Records that a host call moved this many bytes.
    pub(crate) fn owe(&self, bytes: u64) {
        let mut streams = self.streams();
        streams.owed = streams.owed.saturating_add(bytes);
    }

    /// The bytes moved since this was last asked.
    pub(crate) fn take_owed(&self) -> u64 {
        std::mem::take(&mut self.streams().owed)
    }

    /// What was kept of standard output and standard error.
    pub(crate) fn take_outputs(&self) -> (Captured, Captured) {
        let mut streams = self.streams();
        (std::mem::take(&mut streams.stdout.captured), std::mem::take(&mut streams.stderr.captured))
    }
}
