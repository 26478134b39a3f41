//! The host's side of one sandbox: everything a guest is given, named line by line.
//!
//! Nothing else is granted: no network, no file of the host, no environment, no real clock, no entropy.

use std::sync::Arc;

use assay_challenge::Limits;
use bytes::Bytes;
use wasmtime::{CallHook, Store, StoreContextMut};

use crate::clock::Clock;
use crate::console::Console;
use crate::limiter::Limiter;
use crate::preview1::Preview1;
use crate::preview2::Preview2;
use crate::random::Random;
use crate::stop::Stop;

/// Units a call to the host costs, on top of one a byte moved: about what it takes in real time.
pub(crate) const HOST_CALL_UNITS: u64 = 1000;

/// The data of a store.
pub(crate) struct Guest {
    /// Standard input, output and error.
    pub(crate) console: Console,
    /// The virtual clock.
    pub(crate) clock: Arc<Clock>,
    /// Seeded randomness.
    pub(crate) random: Random,
    /// The count of what it holds.
    pub(crate) limiter: Limiter,
    /// Arguments and in-memory files, for WASI preview 1.
    pub(crate) preview1: Preview1,
    /// The same for WASI 0.2, made when a component is started.
    pub(crate) preview2: Option<Preview2>,
    /// Whether the last thing that happened was that the guest returned to the host.
    pub(crate) answered: bool,
}

impl Guest {
    /// What a run with this input, seed and these limits is given.
    pub(crate) fn new(stdin: Bytes, seed: u64, limits: &Limits, preview1: Preview1) -> Self {
        Self {
            console: Console::new(stdin, limits),
            clock: Arc::new(Clock::default()),
            random: Random::new(seed),
            limiter: Limiter::new(limits.memory),
            preview1,
            preview2: None,
            answered: false,
        }
    }
}

/// Charges every call to the host by the bytes it moves, and sets the clock by what was spent so far.
pub(crate) fn meter_host_calls(store: &mut Store<Guest>, cost_limit: u64) {
    store.call_hook(move |mut context: StoreContextMut<'_, Guest>, hook| match hook {
        CallHook::CallingHost => {
            let left = context.get_fuel()?;
            context.data().clock.set_spent(cost_limit.saturating_sub(left));
            Ok(())
        }
        CallHook::ReturningFromHost => {
            let units = HOST_CALL_UNITS.saturating_add(context.data().console.take_owed());
            match context.get_fuel()?.checked_sub(units) {
                Some(left) => context.set_fuel(left),
                None => {
                    context.set_fuel(0)?;
                    Err(Stop::Cost.into())
                }
            }
        }
        CallHook::CallingWasm | CallHook::ReturningFromWasm => {
            context.data_mut().answered = matches!(hook, CallHook::ReturningFromWasm);
            Ok(())
        }
    });
}
