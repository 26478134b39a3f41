//! WASI 0.2 for components: the library's implementation with every door shut, and the run's own streams, clock
//! and randomness behind the few that are open.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite};
use wasmtime::component::{HasData, Linker, Resource, ResourceTable};
use wasmtime_wasi::cli::{IsTerminal, StdinStream, StdoutStream};
use wasmtime_wasi::p2::bindings::clocks::monotonic_clock;
use wasmtime_wasi::p2::{
    DynPollable, InputStream, OutputStream, Pollable, StreamError, StreamResult, add_to_linker_async, subscribe,
};
use wasmtime_wasi::{HostMonotonicClock, HostWallClock, WasiCtx, WasiCtxBuilder, WasiCtxView, WasiView};

use crate::charged;
use crate::clock::Clock;
use crate::console::{Console, Output};
use crate::guest::Guest;
use crate::random::Random;

/// The most bytes one call moves, so that what a call costs the host stays small.
pub(crate) const CHUNK: u32 = 64 * 1024;

/// How many resources (streams, pollables) a component may hold at once; each takes memory of the host.
pub(crate) const RESOURCES: usize = 10_000;

/// The state of WASI 0.2 in one sandbox.
pub(crate) struct Preview2 {
    context: WasiCtx,
    table: ResourceTable,
}

impl Preview2 {
    /// Streams, clock, randomness and arguments; every other grant stays at the library's default, which is none.
    pub(crate) fn new(console: &Console, clock: &Arc<Clock>, random: &mut Random, arguments: &[String]) -> Self {
        let context = WasiCtxBuilder::new()
            .stdin(Stdin(console.clone()))
            .stdout(Stdout(console.clone(), Output::Standard))
            .stderr(Stdout(console.clone(), Output::Error))
            .args(arguments)
            .wall_clock(SharedClock(clock.clone()))
            .monotonic_clock(SharedClock(clock.clone()))
            .insecure_random_seed(u128::from(random.next()))
            .allow_tcp(false)
            .allow_udp(false)
            .allow_ip_name_lookup(false)
            .build();
        let mut table = ResourceTable::new();
        table.set_max_capacity(RESOURCES);
        Self { context, table }
    }
}

impl WasiView for Guest {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        let (console, clock, random) = (&self.console, &self.clock, &mut self.random);
        let Preview2 { context, table } =
            self.preview2.get_or_insert_with(|| Preview2::new(console, clock, random, &[]));
        WasiCtxView { ctx: context, table }
    }
}

/// Everything a component may import.
pub(crate) fn add_to_linker(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    add_to_linker_async(linker)?;
    linker.allow_shadowing(true);
    monotonic_clock::add_to_linker::<Guest, VirtualTime>(linker, |guest| Timer {
        clock: guest.clock.clone(),
        table: guest.ctx().table,
    })?;
    charged::add_to_linker(linker)?;
    linker.allow_shadowing(false);
    Ok(())
}

struct SharedClock(Arc<Clock>);

impl HostWallClock for SharedClock {
    fn resolution(&self) -> Duration {
        Duration::from_nanos(1)
    }

    fn now(&self) -> Duration {
        Duration::from_nanos(self.0.wall_ns())
    }
}

impl HostMonotonicClock for SharedClock {
    fn resolution(&self) -> u64 {
        1
    }

    fn now(&self) -> u64 {
        self.0.monotonic_ns()
    }
}

/// The monotonic clock whose deadlines are reached by moving the clock, not by waiting.
struct VirtualTime;

impl HasData for VirtualTime {
    type Data<'a> = Timer<'a>;
}

struct Timer<'a> {
    clock: Arc<Clock>,
    table: &'a mut ResourceTable,
}

impl monotonic_clock::Host for Timer<'_> {
    fn now(&mut self) -> wasmtime::Result<u64> {
        Ok(self.clock.monotonic_ns())
    }

    fn resolution(&mut self) -> wasmtime::Result<u64> {
        Ok(1)
    }

    fn subscribe_instant(&mut self, when: u64) -> wasmtime::Result<Resource<DynPollable>> {
        let deadline = self.table.push(Deadline { clock: self.clock.clone(), when })?;
        subscribe(self.table, deadline)
    }

    fn subscribe_duration(&mut self, duration: u64) -> wasmtime::Result<Resource<DynPollable>> {
        let when = self.clock.monotonic_ns().saturating_add(duration);
        self.subscribe_instant(when)
    }
}

struct Deadline {
    clock: Arc<Clock>,
    when: u64,
}

#[async_trait::async_trait]
impl Pollable for Deadline {
    async fn ready(&mut self) {
        self.clock.sleep_until(self.when);
    }
}

struct Stdin(Console);

impl IsTerminal for Stdin {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdinStream for Stdin {
    fn async_stream(&self) -> Box<dyn AsyncRead + Send + Sync> {
        Box::new(tokio::io::empty())
    }

    fn p2_stream(&self) -> Box<dyn InputStream> {
        Box::new(Self(self.0.clone()))
    }
}

#[async_trait::async_trait]
impl Pollable for Stdin {
    async fn ready(&mut self) {}
}

impl InputStream for Stdin {
    fn read(&mut self, size: usize) -> StreamResult<Bytes> {
        let bytes = self.0.read(size.min(CHUNK as usize));
        if bytes.is_empty() && size > 0 { Err(StreamError::Closed) } else { Ok(bytes) }
    }
}

struct Stdout(Console, Output);

impl IsTerminal for Stdout {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for Stdout {
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        Box::new(tokio::io::sink())
    }

    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(Self(self.0.clone(), self.1))
    }
}

#[async_trait::async_trait]
impl Pollable for Stdout {
    async fn ready(&mut self) {}
}

impl OutputStream for Stdout {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        self.0.write(self.1, &bytes).map_err(|stop| StreamError::Trap(stop.into()))
    }

    fn flush(&mut self) -> StreamResult<()> {
        Ok(())
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        Ok(CHUNK as usize)
    }
}
