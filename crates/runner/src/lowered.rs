//! WASI 0.2 as a core module sees it: functions in the form the canonical ABI gives them, for a component that was
//! written as one module.
//!
//! There are the standard streams, the clock, randomness and polling. There are no files, no sockets, no terminals and
//! no environment, so nothing that works on one can ever be called with one; such functions trap. Where a component
//! gets these functions from the library (`preview2.rs`), here they cost a table look-up and a copy.

use wasmtime::{AsContextMut, Caller, Extern, Linker, Memory, Module, TypedFunc};

use crate::charged::{POLLABLE_UNITS, RANDOM_BYTES};
use crate::console::Output;
use crate::guest::Guest;
use crate::preview2::{CHUNK, RESOURCES};
use crate::stop::Stop;

/// `access-denied` of `wasi:sockets/network`'s error codes.
const ACCESS_DENIED: u8 = 1;

/// The variant `closed` of `wasi:io/streams`' errors.
const CLOSED: u8 = 1;

/// What a guest holds by a number.
#[derive(Clone, Copy, Debug)]
enum Held {
    Input,
    Output(Output),
    /// Something that is ready at once.
    Ready,
    /// A time of the monotonic clock, in nanoseconds.
    Deadline(u64),
    Network,
}

/// The handles of one guest. Numbers begin at 1 and are used again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Handles {
    held: Vec<Option<Held>>,
    free: Vec<usize>,
}

impl Handles {
    fn give(&mut self, held: Held) -> wasmtime::Result<u32> {
        let at = self.free.pop().unwrap_or(self.held.len());
        match self.held.get_mut(at) {
            Some(slot) => *slot = Some(held),
            None if at < RESOURCES => self.held.push(Some(held)),
            None => return Err(Stop::Many { what: "handles", most: RESOURCES }.into()),
        }
        Ok(u32::try_from(at)? + 1)
    }

    fn at(&self, handle: u32) -> wasmtime::Result<Held> {
        let held = (handle as usize).checked_sub(1).and_then(|at| self.held.get(at).copied().flatten());
        held.ok_or_else(|| no_handle(handle))
    }

    fn output(&self, handle: u32) -> wasmtime::Result<Output> {
        match self.at(handle)? {
            Held::Output(output) => Ok(output),
            _ => Err(no_handle(handle)),
        }
    }

    fn deadline(&self, handle: u32) -> wasmtime::Result<Option<u64>> {
        match self.at(handle)? {
            Held::Deadline(when) => Ok(Some(when)),
            Held::Ready => Ok(None),
            _ => Err(no_handle(handle)),
        }
    }

    fn take(&mut self, handle: u32) -> wasmtime::Result<()> {
        self.at(handle)?;
        let at = handle as usize - 1;
        self.held[at] = None;
        self.free.push(at);
        Ok(())
    }
}

fn no_handle(handle: u32) -> wasmtime::Error {
    wasmtime::Error::msg(format!("{handle} is not a handle of this kind"))
}

type Host<'a> = Caller<'a, Guest>;

/// The guest's memory, which it exports.
fn memory(host: &mut Host<'_>) -> wasmtime::Result<Memory> {
    host.get_export("memory").and_then(Extern::into_memory).ok_or_else(|| wasmtime::Error::msg("it exports no memory"))
}

/// Writes an answer that is larger than a number to where the guest wants it.
fn put(host: &mut Host<'_>, at: u32, bytes: &[u8]) -> wasmtime::Result<()> {
    Ok(memory(host)?.write(host, at as usize, bytes)?)
}

/// Copies the bytes of a list of elements of `size` bytes into the guest, which allocates them itself; returns its two
/// words.
async fn list(host: &mut Host<'_>, size: u32, bytes: &[u8]) -> wasmtime::Result<[u8; 8]> {
    let length = u32::try_from(bytes.len())?;
    let mut pointer = size;
    if !bytes.is_empty() {
        let allocate = host.get_export("import-realloc").and_then(Extern::into_func);
        let allocate = allocate.ok_or_else(|| wasmtime::Error::msg("it exports nothing to allocate with"))?;
        let allocate: TypedFunc<(u32, u32, u32, u32), u32> = allocate.typed(host.as_context_mut())?;
        pointer = allocate.call_async(&mut *host, (0, 0, size, length)).await?;
        put(host, pointer, bytes)?;
    }
    let mut words = [0; 8];
    words[..4].copy_from_slice(&pointer.to_le_bytes());
    words[4..].copy_from_slice(&(length / size).to_le_bytes());
    Ok(words)
}

/// Everything such a module may import. What is not here works on things that no guest can have.
pub(crate) fn add_to_linker(linker: &mut Linker<Guest>, module: &Module) -> wasmtime::Result<()> {
    streams(linker)?;
    clocks(linker)?;
    poll(linker)?;
    nothing(linker)?;
    linker.func_wrap_async(
        "wasi:random/random@0.2.0",
        "get-random-bytes",
        |mut host: Host<'_>, (length, out): (u64, u32)| {
            Box::new(async move {
                if length > RANDOM_BYTES {
                    wasmtime::bail!("{length} bytes of randomness asked for at once; {RANDOM_BYTES} are given");
                }
                let mut bytes = vec![0; usize::try_from(length)?];
                let guest = host.data_mut();
                guest.console.owe(length);
                guest.random.fill(&mut bytes);
                let words = list(&mut host, 1, &bytes).await?;
                put(&mut host, out, &words)
            })
        },
    )?;
    linker.func_wrap("wasi:cli/exit@0.2.0", "exit", |status: u32| -> wasmtime::Result<()> {
        Err(Stop::Exit(i32::from(status != 0)).into())
    })?;
    linker.define_unknown_imports_as_traps(module)
}

fn streams(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    const STREAMS: &str = "wasi:io/streams@0.2.0";
    linker.func_wrap("wasi:cli/stdin@0.2.0", "get-stdin", |mut host: Host<'_>| {
        host.data_mut().handles.give(Held::Input)
    })?;
    for (interface, name, output) in [
        ("wasi:cli/stdout@0.2.0", "get-stdout", Output::Standard),
        ("wasi:cli/stderr@0.2.0", "get-stderr", Output::Error),
    ] {
        linker
            .func_wrap(interface, name, move |mut host: Host<'_>| host.data_mut().handles.give(Held::Output(output)))?;
    }
    linker.func_wrap_async(
        STREAMS,
        "[method]input-stream.read",
        |mut host: Host<'_>, (handle, most, out): (u32, u64, u32)| {
            Box::new(async move {
                let Held::Input = host.data().handles.at(handle)? else { return Err(no_handle(handle)) };
                let wanted = usize::try_from(most.min(u64::from(CHUNK)))?;
                let bytes = host.data().console.read(wanted);
                let mut answer = [0; 12];
                if bytes.is_empty() && wanted > 0 {
                    (answer[0], answer[4]) = (1, CLOSED);
                } else {
                    answer[4..].copy_from_slice(&list(&mut host, 1, &bytes).await?);
                }
                put(&mut host, out, &answer)
            })
        },
    )?;
    let check_write = |mut host: Host<'_>, handle: u32, out: u32| {
        host.data().handles.output(handle)?;
        let mut answer = [0; 16];
        answer[8..12].copy_from_slice(&CHUNK.to_le_bytes());
        put(&mut host, out, &answer)
    };
    linker.func_wrap(STREAMS, "[method]output-stream.check-write", check_write)?;
    for name in ["[method]output-stream.write", "[method]output-stream.blocking-write-and-flush"] {
        linker.func_wrap(STREAMS, name, |mut host: Host<'_>, handle: u32, pointer: u32, length: u32, out: u32| {
            let output = host.data().handles.output(handle)?;
            if length > CHUNK {
                wasmtime::bail!("{length} bytes written at once; {CHUNK} are taken");
            }
            let memory = memory(&mut host)?;
            let (bytes, guest) = memory.data_and_store_mut(&mut host);
            let (start, length) = (pointer as usize, length as usize);
            let written = bytes.get(start..start.saturating_add(length));
            let written = written.ok_or_else(|| wasmtime::Error::msg("what is written is not in memory"))?;
            guest.console.write(output, written)?;
            put(&mut host, out, &[0; 12])
        })?;
    }
    for name in ["[method]output-stream.flush", "[method]output-stream.blocking-flush"] {
        linker.func_wrap(STREAMS, name, |mut host: Host<'_>, handle: u32, out: u32| {
            host.data().handles.output(handle)?;
            put(&mut host, out, &[0; 12])
        })?;
    }
    for name in ["[method]input-stream.subscribe", "[method]output-stream.subscribe"] {
        linker.func_wrap(STREAMS, name, |mut host: Host<'_>, handle: u32| {
            host.data().handles.at(handle)?;
            host.data_mut().handles.give(Held::Ready)
        })?;
    }
    for (interface, name) in [
        (STREAMS, "[resource-drop]input-stream"),
        (STREAMS, "[resource-drop]output-stream"),
        ("wasi:io/error@0.2.0", "[resource-drop]error"),
        ("wasi:io/poll@0.2.0", "[resource-drop]pollable"),
    ] {
        linker.func_wrap(interface, name, |mut host: Host<'_>, handle: u32| host.data_mut().handles.take(handle))?;
    }
    Ok(())
}

fn clocks(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    const MONOTONIC: &str = "wasi:clocks/monotonic-clock@0.2.0";
    const WALL: &str = "wasi:clocks/wall-clock@0.2.0";
    linker.func_wrap(MONOTONIC, "now", |host: Host<'_>| host.data().clock.monotonic_ns())?;
    linker.func_wrap(MONOTONIC, "resolution", || 1_u64)?;
    linker.func_wrap(MONOTONIC, "subscribe-instant", |mut host: Host<'_>, when: u64| {
        host.data_mut().handles.give(Held::Deadline(when))
    })?;
    linker.func_wrap(MONOTONIC, "subscribe-duration", |mut host: Host<'_>, duration: u64| {
        let when = host.data().clock.monotonic_ns().saturating_add(duration);
        host.data_mut().handles.give(Held::Deadline(when))
    })?;
    linker.func_wrap(WALL, "now", |mut host: Host<'_>, out: u32| {
        let now = host.data().clock.wall_ns();
        put_time(&mut host, out, now)
    })?;
    linker.func_wrap(WALL, "resolution", |mut host: Host<'_>, out: u32| put_time(&mut host, out, 1))?;
    Ok(())
}

/// Nanoseconds as seconds and the rest.
fn put_time(host: &mut Host<'_>, out: u32, ns: u64) -> wasmtime::Result<()> {
    const SECOND: u64 = 1_000_000_000;
    let mut answer = [0; 16];
    answer[..8].copy_from_slice(&(ns / SECOND).to_le_bytes());
    answer[8..].copy_from_slice(&(ns % SECOND).to_le_bytes());
    put(host, out, &answer)
}

/// Streams are always ready. Only where nothing else is does the clock go to the earliest deadline, and no further.
fn poll(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    const POLL: &str = "wasi:io/poll@0.2.0";
    linker.func_wrap(POLL, "[method]pollable.block", |host: Host<'_>, handle: u32| {
        if let Some(when) = host.data().handles.deadline(handle)? {
            host.data().clock.sleep_until(when);
        }
        Ok(())
    })?;
    linker.func_wrap_async(POLL, "poll", |mut host: Host<'_>, (pointer, count, out): (u32, u32, u32)| {
        Box::new(async move {
            let wanted = (count as usize).min(RESOURCES) * 4;
            let memory = memory(&mut host)?;
            let start = pointer as usize;
            let bytes = memory.data(&host).get(start..start.saturating_add(wanted));
            let bytes = bytes.filter(|_| count > 0).ok_or_else(|| wasmtime::Error::msg("nothing to wait for"))?;
            let handles = bytes.as_chunks().0.iter().map(|handle| u32::from_le_bytes(*handle));
            let guest = host.data();
            guest.console.owe(POLLABLE_UNITS * u64::from(count));
            let deadlines: Vec<u64> = handles
                .map(|handle| Ok(guest.handles.deadline(handle)?.unwrap_or(0)))
                .collect::<wasmtime::Result<_>>()?;
            guest.clock.sleep_until(deadlines.iter().copied().min().unwrap_or(0));
            let now = guest.clock.monotonic_ns();
            let ready = (0_u32..).zip(&deadlines).filter(|(_, deadline)| **deadline <= now);
            let ready: Vec<u8> = ready.flat_map(|(index, _)| index.to_le_bytes()).collect();
            let words = list(&mut host, 4, &ready).await?;
            put(&mut host, out, &words)
        })
    })?;
    Ok(())
}

/// What a guest may ask for and there is none of.
fn nothing(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    const LIST: [u8; 8] = [4, 0, 0, 0, 0, 0, 0, 0];
    for (interface, name) in [
        ("wasi:cli/environment@0.2.0", "get-environment"),
        ("wasi:cli/environment@0.2.0", "get-arguments"),
        ("wasi:filesystem/preopens@0.2.0", "get-directories"),
    ] {
        linker.func_wrap(interface, name, |mut host: Host<'_>, out: u32| put(&mut host, out, &LIST))?;
    }
    for (interface, name) in [
        ("wasi:cli/terminal-stdin@0.2.0", "get-terminal-stdin"),
        ("wasi:cli/terminal-stdout@0.2.0", "get-terminal-stdout"),
        ("wasi:cli/terminal-stderr@0.2.0", "get-terminal-stderr"),
    ] {
        linker.func_wrap(interface, name, |mut host: Host<'_>, out: u32| put(&mut host, out, &[0; 8]))?;
    }
    linker.func_wrap("wasi:sockets/instance-network@0.2.0", "instance-network", |mut host: Host<'_>| {
        host.data_mut().handles.give(Held::Network)
    })?;
    let denied = |mut host: Host<'_>, out: u32| put(&mut host, out, &[1, 0, 0, 0, ACCESS_DENIED, 0, 0, 0]);
    for (interface, name) in [
        ("wasi:sockets/tcp-create-socket@0.2.0", "create-tcp-socket"),
        ("wasi:sockets/udp-create-socket@0.2.0", "create-udp-socket"),
    ] {
        linker.func_wrap(interface, name, move |host: Host<'_>, _family: u32, out: u32| denied(host, out))?;
    }
    linker.func_wrap(
        "wasi:sockets/ip-name-lookup@0.2.0",
        "resolve-addresses",
        move |host: Host<'_>, _network: u32, _name: u32, _length: u32, out: u32| denied(host, out),
    )?;
    Ok(())
}
