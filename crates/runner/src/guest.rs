//! The host's side of one sandbox: everything a guest is given, named line by line.
//!
//! Nothing else is granted: no network, no file of the host, no environment, no real clock, no entropy.

use std::sync::Arc;

use wasmtime::{CallHook, Store, StoreContextMut, WasmBacktrace};

use crate::clock::Clock;
use crate::console::Console;
use crate::limiter::Limiter;
use crate::lowered::Handles;
use crate::preview1::Preview1;
use crate::preview2::Preview2;
use crate::profile::Sampler;
use crate::random::Random;
use crate::run::Given;
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
    /// What a component that was written as one module holds.
    pub(crate) handles: Handles,
    /// Whether the last thing that happened was that the guest returned to the host.
    pub(crate) answered: bool,
    /// What takes samples of its stack, in a run that is profiled.
    pub(crate) sampler: Option<Sampler>,
    /// Units of calls to the host. The engine's own counter holds those of instructions.
    called: u64,
}

/// What the host keeps for a guest that has not touched its standard streams.
pub(crate) struct Standing {
    handles: Handles,
    files: Preview1,
    slept_ns: u64,
    called: u64,
}

impl Standing {
    /// Units of calls to the host.
    pub(crate) fn called(&self) -> u64 {
        self.called
    }
}

impl Guest {
    /// What it is by now, where that can be had again: not where it read or wrote.
    pub(crate) fn standing(&self) -> Option<Standing> {
        if self.console.is_touched() {
            return None;
        }
        let (handles, files) = (self.handles.clone(), self.preview1.clone());
        Some(Standing { handles, files, slept_ns: self.clock.slept_ns(), called: self.called })
    }

    /// Makes it what another was.
    pub(crate) fn stand(&mut self, standing: &Standing) {
        self.handles.clone_from(&standing.handles);
        self.preview1.clone_from(&standing.files);
        self.clock.sleep(standing.slept_ns);
        self.called = standing.called;
    }

    /// Everything of a run that is given this.
    pub(crate) fn new(given: Given<'_>) -> Self {
        let Given { stdin, seed, limits, files } = given;
        Self {
            console: Console::new(stdin, limits),
            clock: Arc::new(Clock::default()),
            random: Random::new(seed),
            limiter: Limiter::new(limits.memory),
            preview1: files,
            preview2: None,
            handles: Handles::default(),
            answered: false,
            sampler: None,
            called: 0,
        }
    }
}

/// Charges every call to the host by the bytes it moves, and sets the clock by what was spent so far.
///
/// What calls cost is kept beside the engine's counter and added to it: the hook also runs when a guest grows its memory or
/// needs the engine in other ways, and compiled code has that counter in a register then. To set it there would charge
/// everything since the last yield once more.
pub(crate) fn meter_host_calls(store: &mut Store<Guest>, cost_limit: u64) {
    store.call_hook(move |mut context: StoreContextMut<'_, Guest>, hook| match hook {
        CallHook::CallingHost => {
            let left = context.get_fuel()?;
            let spent = spent(context.data(), cost_limit, left);
            context.data().clock.set_spent(spent);
            let due = |sampler: &mut Sampler| sampler.is_due(cost_limit.saturating_sub(left), spent);
            if context.data_mut().sampler.as_mut().is_some_and(due) {
                let stack = WasmBacktrace::force_capture(&context);
                if let Some(sampler) = &mut context.data_mut().sampler {
                    sampler.note(&stack, spent);
                }
            }
            Ok(())
        }
        CallHook::ReturningFromHost => {
            let left = context.get_fuel()?;
            let guest = context.data_mut();
            let next = guest.sampler.as_mut().and_then(|sampler| sampler.begin_next(cost_limit.saturating_sub(left)));
            if let Some(stretch) = next {
                // The guest did not call: it was stopped for its sample, which a plain run does not pay for.
                return context.fuel_async_yield_interval(Some(stretch));
            }
            let units = HOST_CALL_UNITS.saturating_add(guest.console.take_owed());
            guest.called = guest.called.saturating_add(units);
            if spent(guest, cost_limit, left) > cost_limit { Err(Stop::Cost.into()) } else { Ok(()) }
        }
        CallHook::CallingWasm | CallHook::ReturningFromWasm => {
            context.data_mut().answered = matches!(hook, CallHook::ReturningFromWasm);
            Ok(())
        }
    });
}

/// Units of instructions and of calls together, when the engine has `left` of `cost_limit`. May be more than the limit.
pub(crate) fn spent(guest: &Guest, cost_limit: u64, left: u64) -> u64 {
    cost_limit.saturating_sub(left).saturating_add(guest.called)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;
    use crate::run::Sandbox;
    use assay_challenge::{End, Limits, Outcome};

    const LIMIT: u64 = 1 << 30;

    /// What a guest costs that counts down from `n` and then does `body`.
    async fn run(n: u64, body: &str, limit: u64) -> Outcome {
        let text = format!(
            r#"(module
                (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
                (memory (export "memory") 1)
                (func (export "_start") (local $n i64)
                    (local.set $n (i64.const {n}))
                    (loop $again (br_if $again (i64.ne (local.tee $n (i64.sub (local.get $n) (i64.const 1))) (i64.const 0))))
                    {body}))"#
        );
        let engine = Engine::new().unwrap();
        let limits = Limits { cost: limit, memory: 1 << 24, stdout: 9, stderr: 9, wall_ms: 600_000 };
        let mut sandbox = Sandbox::new(&engine, Given::files(Preview1::default(), &limits)).unwrap();
        let mut linker = wasmtime::Linker::new(engine.wasmtime());
        crate::preview1::add_to_linker(&mut linker).unwrap();
        let module = wasmtime::Module::new(engine.wasmtime(), text).unwrap();
        let end = sandbox.watch(async |store| {
            let instance = linker.instantiate_async(&mut *store, &module).await?;
            instance.get_typed_func::<(), ()>(&mut *store, "_start")?.call_async(&mut *store, ()).await?;
            Ok(0)
        });
        let end = end.await.unwrap();
        sandbox.outcome(end)
    }

    #[tokio::test]
    async fn growing_memory_costs_the_same_whatever_ran_before() {
        for body in ["(drop (memory.grow (i32.const 1)))", "(drop (call $yield))"] {
            let mut extra = Vec::new();
            for n in [1, 1_000_000, 60_000_000] {
                let (with, without) = (run(n, body, LIMIT).await, run(n, "", LIMIT).await);
                extra.push(with.usage.cost - without.usage.cost);
            }
            assert!(extra.iter().all(|&units| units == extra[0] && units < 2000), "{body}: {extra:?}");
        }
    }

    #[tokio::test]
    async fn calls_use_up_the_limit_together_with_what_runs_after_them() {
        let body = "(drop (call $yield))";
        let whole = run(1, &format!("{body} {body} (drop (i32.const 0))"), LIMIT).await.usage.cost;
        let enough = run(1, &format!("{body} {body} (drop (i32.const 0))"), whole).await;
        assert_eq!((&enough.end, enough.usage.cost), (&End::Exit { code: 0 }, whole));
        for less in [whole - 1, whole - 1001, whole / 2] {
            let short = run(1, &format!("{body} {body} (drop (i32.const 0))"), less).await;
            assert_eq!((&short.end, short.usage.cost), (&End::CostLimit, less));
        }
    }
}
