//! The calls of WASI 0.2 whose work grows with what they are asked for, charged for that work.
//!
//! The library would do them for the price of any call: a guest could keep the host busy for minutes at next to no cost.

use wasmtime::component::{HasData, Linker, Resource, ResourceTable};
use wasmtime_wasi::WasiView;
use wasmtime_wasi::p2::DynPollable;
use wasmtime_wasi::p2::bindings::random::{insecure, random};
use wasmtime_wasi_io::bindings::wasi::io::poll;

use crate::console::Console;
use crate::guest::Guest;
use crate::random::Random;

/// The most bytes of randomness one call gives.
pub(crate) const RANDOM_BYTES: u64 = 64 * 1024;

/// Units a pollable costs in a list of them: it is looked up, sorted and asked.
pub(crate) const POLLABLE_UNITS: u64 = 2000;

/// Puts the charged calls in the place of the library's.
pub(crate) fn add_to_linker(linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    random::add_to_linker::<Guest, Charged>(linker, dice)?;
    insecure::add_to_linker::<Guest, Charged>(linker, dice)?;
    poll::add_to_linker::<Guest, ChargedPoll>(linker, |guest| {
        let console = guest.console.clone();
        Poll { console, table: guest.ctx().table }
    })
}

struct Charged;

impl HasData for Charged {
    type Data<'a> = Dice<'a>;
}

/// Seeded randomness, paid by the byte.
struct Dice<'a> {
    console: &'a Console,
    random: &'a mut Random,
}

fn dice(guest: &mut Guest) -> Dice<'_> {
    Dice { console: &guest.console, random: &mut guest.random }
}

impl Dice<'_> {
    fn bytes(&mut self, len: u64) -> wasmtime::Result<Vec<u8>> {
        if len > RANDOM_BYTES {
            wasmtime::bail!("{len} bytes of randomness asked for at once; {RANDOM_BYTES} are given");
        }
        self.console.owe(len);
        let mut bytes = vec![0; usize::try_from(len)?];
        self.random.fill(&mut bytes);
        Ok(bytes)
    }
}

impl random::Host for Dice<'_> {
    fn get_random_bytes(&mut self, len: u64) -> wasmtime::Result<Vec<u8>> {
        self.bytes(len)
    }

    fn get_random_u64(&mut self) -> wasmtime::Result<u64> {
        Ok(self.random.next())
    }
}

impl insecure::Host for Dice<'_> {
    fn get_insecure_random_bytes(&mut self, len: u64) -> wasmtime::Result<Vec<u8>> {
        self.bytes(len)
    }

    fn get_insecure_random_u64(&mut self) -> wasmtime::Result<u64> {
        Ok(self.random.next())
    }
}

struct ChargedPoll;

impl HasData for ChargedPoll {
    type Data<'a> = Poll<'a>;
}

/// The library's polling, paid by the pollable.
struct Poll<'a> {
    console: Console,
    table: &'a mut ResourceTable,
}

impl poll::Host for Poll<'_> {
    async fn poll(&mut self, pollables: Vec<Resource<DynPollable>>) -> wasmtime::Result<Vec<u32>> {
        self.console.owe(POLLABLE_UNITS * pollables.len() as u64);
        self.table.poll(pollables).await
    }
}

impl poll::HostPollable for Poll<'_> {
    async fn ready(&mut self, pollable: Resource<DynPollable>) -> wasmtime::Result<bool> {
        self.table.ready(pollable).await
    }

    async fn block(&mut self, pollable: Resource<DynPollable>) -> wasmtime::Result<()> {
        self.table.block(pollable).await
    }

    fn drop(&mut self, pollable: Resource<DynPollable>) -> wasmtime::Result<()> {
        poll::HostPollable::drop(self.table, pollable)
    }
}
