//! Running one job in a fresh sandbox: from a program and its limits to the facts of what happened.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::time::Duration;

use assay_challenge::{End, Limits, Outcome, Usage};
use bytes::Bytes;
use thiserror::Error;
use wasmtime::{Instance, Store, Trap, WasmBacktrace};
use wasmtime_wasi::I32Exit;

use crate::guest::{Guest, meter_host_calls, spent};
use crate::preview1::Preview1;
use crate::preview2::Preview2;
use crate::profile::Sampler;
use crate::program::Start;
use crate::stop::Stop;
use crate::{Engine, Finished, Job};

/// Units after which a guest gives way to other tasks of its thread: about ten milliseconds. Where it gives way it
/// can be dropped, and the wall-clock net can end it.
const SLICE_UNITS: u64 = 100_000_000;

/// The engine failed, through no fault of the guest.
#[derive(Debug, Error)]
#[error("the sandbox failed: {0:#}")]
pub struct RunError(#[from] wasmtime::Error);

/// A run under way.
type Running<'a> = Pin<Box<dyn Future<Output = Result<(Finished, Option<Sampler>), RunError>> + Send + 'a>>;

impl Engine {
    /// Runs `job` in a fresh sandbox. Dropping the future stops the guest at its next slice.
    ///
    /// Must be awaited on a tokio runtime with its timer enabled.
    pub async fn run(&self, job: &Job) -> Result<Finished, RunError> {
        Ok(self.run_boxed(job, None).await?.0)
    }

    /// Runs `job` and takes a sample of its stack about every `mean` units, where it is a WASI preview 1 command.
    pub(crate) async fn run_sampled(&self, job: &Job, mean: u64) -> Result<(Finished, Option<Sampler>), RunError> {
        self.run_boxed(job, Some(Sampler::new(mean))).await
    }

    /// A run is futures inside futures, to a depth that the compiler would have to see through at everything around it.
    fn run_boxed<'a>(&'a self, job: &'a Job, sampler: Option<Sampler>) -> Running<'a> {
        Box::pin(self.run_watched(job, sampler))
    }

    async fn run_watched(&self, job: &Job, sampler: Option<Sampler>) -> Result<(Finished, Option<Sampler>), RunError> {
        let mut sampled = None;
        let finished = match &*job.program.0 {
            Start::Command { name, instances, base, environment } => {
                let arguments = std::iter::once(name).chain(&job.arguments).map(|a| a.clone().into_bytes()).collect();
                let files = Preview1::new(arguments, base.clone(), job.all_files());
                let files = files.with_environment(environment(&job.limits)).writable(job.writable_bytes());
                match sampler {
                    None => instances.run(self, Given::of(job, files), None, start).await?,
                    Some(sampler) => {
                        let mut sandbox = Sandbox::sampled(self, Given::of(job, files), sampler)?;
                        let run = async |store: &mut Store<Guest>| {
                            let instance = instances.instantiate(store).await?;
                            start(store, instance).await
                        };
                        let end = sandbox.watch(run).await?;
                        sampled = sandbox.store.data_mut().sampler.take();
                        let written = sandbox.store.data().preview1.written();
                        Finished { outcome: sandbox.outcome(end), written }
                    }
                }
            }
            Start::Component { name, command } => {
                let arguments: Vec<String> = std::iter::once(name).chain(&job.arguments).cloned().collect();
                let mut sandbox = Sandbox::new(self, Given::of(job, Preview1::default()))?;
                let guest = sandbox.store.data_mut();
                guest.preview2 = Some(Preview2::new(&guest.console, &guest.clock, &mut guest.random, &arguments));
                let end = sandbox
                    .watch(async |store| {
                        let instance = command.instantiate_async(&mut *store).await?;
                        let result = instance.wasi_cli_run().call_run(&mut *store).await?;
                        Ok(i32::from(result.is_err()))
                    })
                    .await?;
                Finished { outcome: sandbox.outcome(end), written: BTreeMap::new() }
            }
            Start::Python(script) => without_the_interpreter(script.run(self, job).await?),
            Start::JavaScript(called) => without_the_interpreter(called.run(self, job).await?),
            Start::Ruby(script) => without_the_interpreter(script.run(self, job).await?),
        };
        Ok((finished, sampled))
    }
}

/// What a run is given, beside what is run.
pub(crate) struct Given<'a> {
    pub(crate) stdin: Bytes,
    pub(crate) seed: u64,
    pub(crate) limits: &'a Limits,
    pub(crate) files: Preview1,
}

impl<'a> Given<'a> {
    /// What a job gives, with these files.
    pub(crate) fn of(job: &'a Job, files: Preview1) -> Self {
        Self { stdin: job.stdin.clone(), seed: job.seed, limits: &job.limits, files }
    }

    /// Files and nothing else, as for what is done before a program runs.
    pub(crate) fn files(files: Preview1, limits: &'a Limits) -> Self {
        Self { stdin: Bytes::new(), seed: 0, limits, files }
    }
}

/// One store with its meters set.
pub(crate) struct Sandbox {
    pub(crate) store: Store<Guest>,
    limits: Limits,
}

impl Sandbox {
    pub(crate) fn new(engine: &Engine, given: Given<'_>) -> Result<Self, RunError> {
        let limits = given.limits;
        let mut store = Store::new(engine.wasmtime(), Guest::new(given));
        store.limiter(|guest| &mut guest.limiter);
        Self::with(store, limits)
    }

    /// One with a store that was used before: nothing of the host's side is left of that.
    pub(crate) fn again(mut store: Store<Guest>, given: Given<'_>) -> Result<Self, RunError> {
        let limits = given.limits;
        *store.data_mut() = Guest::new(given);
        Self::with(store, limits)
    }

    fn with(mut store: Store<Guest>, limits: &Limits) -> Result<Self, RunError> {
        store.set_fuel(limits.cost)?;
        store.fuel_async_yield_interval(Some(SLICE_UNITS))?;
        meter_host_calls(&mut store, limits.cost);
        Ok(Self { store, limits: limits.clone() })
    }

    /// One in which samples are taken of the guest's stack.
    fn sampled(engine: &Engine, given: Given<'_>, sampler: Sampler) -> Result<Self, RunError> {
        let mut sandbox = Self::new(engine, given)?;
        sandbox.store.fuel_async_yield_interval(Some(sampler.stretch()))?;
        sandbox.store.data_mut().sampler = Some(sampler);
        Ok(sandbox)
    }

    /// Lets the guest run until it ends, is stopped, or the wall-clock net catches it.
    pub(crate) async fn watch(
        &mut self,
        guest: impl AsyncFnOnce(&mut Store<Guest>) -> wasmtime::Result<i32>,
    ) -> Result<End, RunError> {
        let net = Duration::from_millis(self.limits.wall_ms);
        match tokio::time::timeout(net, guest(&mut self.store)).await {
            Err(_elapsed) => Ok(End::WallLimit),
            Ok(Ok(code)) => Ok(End::Exit { code }),
            Ok(Err(error)) => self.end(error),
        }
    }

    fn end(&self, error: wasmtime::Error) -> Result<End, RunError> {
        if let Some(asked) = self.store.data().limiter.asked() {
            return Ok(End::MemoryLimit { asked });
        }
        if let Some(stop) = error.downcast_ref::<Stop>() {
            return Ok(match *stop {
                Stop::Exit(code) => End::Exit { code },
                Stop::Cost => End::CostLimit,
                Stop::Memory { asked } => End::MemoryLimit { asked },
                Stop::Output => End::OutputLimit,
                ref stop @ Stop::Many { .. } => End::Trap { message: stop.to_string(), backtrace: Vec::new() },
            });
        }
        if let Some(exit) = error.downcast_ref::<I32Exit>() {
            return Ok(End::Exit { code: exit.0 });
        }
        let backtrace = backtrace(&error);
        match error.downcast_ref::<Trap>() {
            Some(Trap::OutOfFuel) => Ok(End::CostLimit),
            Some(Trap::StackOverflow) => Ok(End::StackOverflow { backtrace }),
            Some(trap) => Ok(End::Trap { message: trap.to_string(), backtrace }),
            None if self.is_the_guests(&error) => Ok(End::Trap { message: error.root_cause().to_string(), backtrace }),
            None => Err(RunError(error)),
        }
    }

    /// Whether an error that is no trap is still the guest's doing: it happened inside it, in what it answered, or
    /// because it starts with larger tables than there may be.
    fn is_the_guests(&self, error: &wasmtime::Error) -> bool {
        let guest = self.store.data();
        error.downcast_ref::<WasmBacktrace>().is_some() || guest.answered || guest.limiter.refused_table()
    }

    /// The facts, once the guest has ended.
    pub(crate) fn outcome(&self, end: End) -> Outcome {
        let guest = self.store.data();
        let (stdout, stderr) = guest.console.take_outputs();
        let spent = spent(guest, self.limits.cost, self.store.get_fuel().unwrap_or(0));
        // Instructions after the last call may have used what that call left: nobody has looked since.
        let end = if spent > self.limits.cost { End::CostLimit } else { end };
        let cost = if end == End::CostLimit { self.limits.cost } else { spent };
        let usage = Usage { cost, memory: guest.limiter.peak() };
        Outcome { end, usage, stdout, stderr }
    }
}

/// Calls the entry of a WASI preview 1 command.
async fn start(store: &mut Store<Guest>, instance: Instance) -> wasmtime::Result<i32> {
    let start = instance.get_typed_func::<(), ()>(&mut *store, "_start")?;
    start.call_async(store, ()).await?;
    Ok(0)
}

/// Leaves out the interpreter's own functions, which mean nothing to who wrote the program.
fn without_the_interpreter(mut finished: Finished) -> Finished {
    if let End::Trap { backtrace, .. } | End::StackOverflow { backtrace } = &mut finished.outcome.end {
        backtrace.clear();
    }
    finished
}

/// The guest's functions, innermost first, where the module names them.
fn backtrace(error: &wasmtime::Error) -> Vec<String> {
    let frames = error.downcast_ref::<WasmBacktrace>().map(WasmBacktrace::frames).unwrap_or_default();
    frames.iter().take(24).filter_map(|frame| frame.func_name().map(ToOwned::to_owned)).take(16).collect()
}
