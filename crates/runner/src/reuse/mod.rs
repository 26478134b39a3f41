//! Instances of a module. One that ran is kept, and put back into the state the next run starts from.
//!
//! To make an instance is cheap; what costs is that the system hands out every page of it that is written, and takes it
//! back at the end, while every other thread of the process waits. An instance that is kept has its pages, and of what
//! the last run wrote nothing is left in them.

mod loaded;
mod mark;
mod state;
mod touched;

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use assay_challenge::{End, Limits};
use wasmtime::{Instance, InstancePre, Linker, Memory, Module, Store};

use crate::guest::Guest;
use crate::run::{Given, RunError, Sandbox};
use crate::{Engine, Finished};
pub(crate) use loaded::Loaded;
use mark::Parts;
pub(crate) use mark::{FORM, mark};
use state::{Fixed, State, memory};

/// The most instances that are kept of one module.
const KEPT: usize = 64;

/// The largest memory, in bytes, of an instance that is kept: of a larger one it takes long to find what was written.
const LARGEST: usize = 128 << 20;

/// All instances of one module.
pub(crate) struct Instances {
    module: Module,
    fresh: InstancePre<Guest>,
    /// Where its memory and variables are, if its instances can be put back.
    parts: Option<Parts>,
    /// Bytes an instance's memory may have grown by and still be of use.
    room: usize,
    /// What an instance is at first; nothing where one cannot be had.
    first: OnceLock<Option<First>>,
    kept: Mutex<Vec<(Store<Guest>, Instance)>>,
}

/// An instance that is never run, to see what the memory is at first, and the state it is in.
struct First {
    store: Store<()>,
    memory: Memory,
    state: State,
}

impl Instances {
    /// Those that `fresh` makes of `module`, which are kept if it was marked and their memory has grown by no more than
    /// `room` bytes.
    pub(crate) fn new(module: &Module, fresh: InstancePre<Guest>, room: usize) -> Self {
        let parts = Parts::of(module);
        let (module, first, kept) = (module.clone(), OnceLock::new(), Mutex::default());
        Self { module, fresh, parts, room, first, kept }
    }

    /// Runs `guest` with what it is given, in an instance in `state`, or as it is at first.
    pub(crate) async fn run(
        &self,
        engine: &Engine,
        given: Given<'_>,
        state: Option<&State>,
        guest: impl AsyncFnOnce(&mut Store<Guest>, Instance) -> wasmtime::Result<i32>,
    ) -> Result<Finished, RunError> {
        let limits = given.limits;
        let (mut sandbox, mut instance) = self.sandbox(engine, given, state)?;
        let end = sandbox
            .watch(async |store| {
                let instance = match instance {
                    Some(instance) => instance,
                    None => *instance.insert(self.instantiate_in(engine, store, state, limits).await?),
                };
                guest(store, instance).await
            })
            .await?;
        let written = sandbox.store.data().preview1.written();
        let outcome = sandbox.outcome(end);
        if let (End::Exit { .. }, Some(instance)) = (&outcome.end, instance) {
            self.keep(engine, sandbox.store, instance);
        }
        Ok(Finished { outcome, written })
    }

    /// A sandbox, and the instance that is in it already, put into `state`, or as it is at first.
    fn sandbox(
        &self,
        engine: &Engine,
        given: Given<'_>,
        state: Option<&State>,
    ) -> Result<(Sandbox, Option<Instance>), RunError> {
        if !self.kept().is_empty()
            && let Some((first, fixed)) = self.first(engine)
        {
            let (state, limits) = (state.unwrap_or(&first.state), given.limits);
            // What may not even have the memory fails as it does in a new sandbox.
            while state.fits(limits.cost, limits.memory)
                && let Some((mut store, instance)) = self.take()
            {
                if state.renew(&mut store, instance, &fixed)? {
                    let mut sandbox = Sandbox::again(store, given)?;
                    state.enter(&mut sandbox.store, instance, &fixed, limits.cost)?;
                    return Ok((sandbox, Some(instance)));
                }
            }
        }
        Ok((Sandbox::new(engine, given)?, None))
    }

    /// Keeps an instance that ended by itself, if it will be of use for another run.
    fn keep(&self, engine: &Engine, mut store: Store<Guest>, instance: Instance) {
        let Some((first, Fixed { parts, .. })) = self.first(engine) else { return };
        let bytes = memory(&mut store, instance, parts).map_or(usize::MAX, |memory| memory.data_size(&store));
        let mut kept = self.kept();
        if bytes <= first.state.bytes + self.room && kept.len() < KEPT {
            kept.push((store, instance));
        }
    }

    /// A new instance, as it is at first.
    pub(crate) async fn instantiate(&self, store: &mut Store<Guest>) -> wasmtime::Result<Instance> {
        self.fresh.instantiate_async(store).await
    }

    /// A new instance in `state`, or as it is at first.
    async fn instantiate_in(
        &self,
        engine: &Engine,
        store: &mut Store<Guest>,
        state: Option<&State>,
        limits: &Limits,
    ) -> wasmtime::Result<Instance> {
        let instance = self.instantiate(store).await?;
        start_counting(store)?;
        if let Some((state, (_, fixed))) = state.zip(self.first(engine)) {
            state.set(store, instance, &fixed, limits.cost)?;
        }
        Ok(instance)
    }

    /// The state an instance is in, which was as it is at first when its sandbox was made; nothing where it cannot be had
    /// again.
    fn note(
        &self,
        engine: &Engine,
        store: &mut Store<Guest>,
        instance: Instance,
        limits: &Limits,
    ) -> wasmtime::Result<Option<State>> {
        let fuel = limits.cost.saturating_sub(store.get_fuel()?);
        let Some((_, fixed)) = self.first(engine) else { return Ok(None) };
        State::note(store, instance, &fixed, fuel)
    }

    /// One that was kept. Others can be taken while it is put back.
    fn take(&self) -> Option<(Store<Guest>, Instance)> {
        self.kept().pop()
    }

    fn kept(&self) -> MutexGuard<'_, Vec<(Store<Guest>, Instance)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What an instance is at first.
    fn first(&self, engine: &Engine) -> Option<(&First, Fixed<'_>)> {
        let parts = self.parts.as_ref()?;
        let make = || First::of(engine, &self.module, parts).ok().filter(|first| first.state.bytes <= LARGEST);
        let first = self.first.get_or_init(make).as_ref()?;
        Some((first, Fixed { memory: first.memory.data(&first.store), parts }))
    }
}

/// Has the guest give way where one does that starts from here. To give way costs a call, and an instance that is put
/// back does not do again what came before.
fn start_counting(store: &mut Store<Guest>) -> wasmtime::Result<()> {
    let left = store.get_fuel()?;
    store.set_fuel(left)
}

impl First {
    /// Fails for a module that needs the host to be instantiated.
    fn of(engine: &Engine, module: &Module, parts: &Parts) -> wasmtime::Result<Self> {
        let mut store = Store::new(engine.wasmtime(), ());
        store.set_fuel(u64::MAX)?;
        let mut nothing = Linker::new(engine.wasmtime());
        nothing.define_unknown_imports_as_traps(module)?;
        let instance = nothing.instantiate(&mut store, module)?;
        let fuel = u64::MAX - store.get_fuel()?;
        let memory = memory(&mut store, instance, parts)?;
        let state = State::first(&mut store, instance, parts, fuel)?;
        Ok(Self { store, memory, state })
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;
    use crate::preview1::Preview1;
    use crate::program::{NO_ENVIRONMENT, Start};
    use crate::{COMPILE_LIMITS, Job, Program};

    /// Whether an instance is there for a second run of a command that does this.
    async fn serves_again(memory: &str, body: &str) -> bool {
        let engine = Engine::new().unwrap();
        let text = format!(
            r#"(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32))) (table 1 funcref)
                (memory (export "memory") {memory}) (func (export "_start") {body}))"#
        );
        let module = Module::new(engine.wasmtime(), mark(&wat::parse_str(text).unwrap()).unwrap()).unwrap();
        let program = Program::command(&engine, &module, "main", None, NO_ENVIRONMENT).unwrap();
        let (stdin, arguments, files, writable) = (Bytes::new(), Vec::new(), Vec::new(), None);
        let limits = COMPILE_LIMITS;
        let job = Job { program: program.clone(), stdin, arguments, files, writable, seed: 0, limits };
        engine.run(&job).await.unwrap();
        let Start::Command { instances, .. } = &*program.0 else { return false };
        instances.sandbox(&engine, Given::of(&job, Preview1::default()), None).unwrap().1.is_some()
    }

    #[tokio::test]
    async fn an_instance_serves_again_that_ended_by_itself_and_neither_grew_nor_wrote_too_much() {
        assert!(serves_again("1", "").await);
        assert!(serves_again("1", "(call $exit (i32.const 3))").await);
        assert!(!serves_again("1", "unreachable").await);
        assert!(!serves_again("1", "(drop (memory.grow (i32.const 1)))").await);
        assert!(!serves_again("1", "(table.set (i32.const 0) (ref.null func))").await);
        assert!(!serves_again("2049", "").await);
        let fill = |bytes: u32| format!("(memory.fill (i32.const 0) (i32.const 1) (i32.const {bytes}))");
        assert!(serves_again("200", &fill(7 << 20)).await);
        assert!(!serves_again("200", &fill(9 << 20)).await);
    }
}
