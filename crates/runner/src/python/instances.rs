//! Instances of the interpreter. One that ran is kept, and put back into the state the next run starts from.
//!
//! To make an instance is cheap; what costs is that the system hands out every page of it that is written, and takes it
//! back at the end. An instance that is kept has its pages, and of what the last program wrote nothing is left in them.

use std::sync::{Mutex, PoisonError};

use assay_challenge::Limits;
use wasmtime::{ExternType, Instance, InstancePre, Linker, Memory, Module, ModuleExport, Store};

use super::state::{Fixed, State, memory};
use crate::guest::Guest;
use crate::preview1::Preview1;
use crate::run::{RunError, Sandbox};
use crate::{Engine, Job, lowered};

/// The most instances that are kept.
const KEPT: usize = 64;

/// Bytes a kept instance's memory may have grown by.
const GROWN: usize = 4 << 20;

/// The snapshot of the interpreter, ready to be instantiated.
pub(crate) struct Interpreter {
    fresh: InstancePre<Guest>,
    variables: Vec<ModuleExport>,
    /// An instance that is never run, to see what the memory is at first.
    first: (Store<()>, Memory),
    /// The state it is in.
    state: State,
    kept: Mutex<Vec<(Store<Guest>, Instance)>>,
}

impl Interpreter {
    /// The interpreter in `module`, a flattened component of the pack's WIT world.
    pub(crate) fn new(engine: &Engine, module: &Module) -> wasmtime::Result<Self> {
        let mut linker = Linker::new(engine.wasmtime());
        lowered::add_to_linker(&mut linker, module)?;
        let fresh = linker.instantiate_pre(module)?;
        let globals = module.exports().filter(|export| matches!(export.ty(), ExternType::Global(_)));
        let variables: Vec<ModuleExport> =
            globals.filter_map(|export| module.get_export_index(export.name())).collect();
        let mut store = Store::new(engine.wasmtime(), ());
        store.set_fuel(u64::MAX)?;
        let mut nothing = Linker::new(engine.wasmtime());
        nothing.define_unknown_imports_as_traps(module)?;
        let instance = nothing.instantiate(&mut store, module)?;
        let left = store.get_fuel()?;
        let memory = memory(&mut store, instance)?;
        let state = State::first(&mut store, instance, &variables, u64::MAX - left)?;
        Ok(Self { fresh, variables, first: (store, memory), state, kept: Mutex::default() })
    }

    fn fixed(&self) -> Fixed<'_> {
        Fixed { memory: self.first.1.data(&self.first.0), variables: &self.variables }
    }

    /// A sandbox for `job`, and the instance that is in it already, put into `state`, or as it is at first.
    pub(super) fn sandbox(
        &self,
        engine: &Engine,
        job: &Job,
        state: Option<&State>,
    ) -> Result<(Sandbox, Option<Instance>), RunError> {
        let (state, limits) = (state.unwrap_or(&self.state), &job.limits);
        let next = || self.kept.lock().unwrap_or_else(PoisonError::into_inner).pop();
        // What may not even have the memory fails as it does in a new sandbox.
        while state.fits(limits.cost, limits.memory)
            && let Some((store, instance)) = next()
        {
            let mut sandbox = Sandbox::again(store, job)?;
            if state.renew(&mut sandbox.store, instance, &self.fixed(), limits.cost)? {
                return Ok((sandbox, Some(instance)));
            }
        }
        Ok((Sandbox::new(engine, job, Preview1::default())?, None))
    }

    /// Keeps an instance for another run.
    pub(super) fn keep(&self, mut store: Store<Guest>, instance: Instance) {
        let bytes = memory(&mut store, instance).map_or(usize::MAX, |memory| memory.data_size(&store));
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if bytes <= self.state.bytes + GROWN && kept.len() < KEPT {
            kept.push((store, instance));
        }
    }

    /// A new instance, as it is at first.
    pub(super) async fn instantiate(&self, store: &mut Store<Guest>) -> wasmtime::Result<Instance> {
        self.fresh.instantiate_async(store).await
    }

    /// A new instance in `state`, or as it is at first.
    pub(super) async fn instantiate_in(
        &self,
        store: &mut Store<Guest>,
        state: Option<&State>,
        limits: &Limits,
    ) -> wasmtime::Result<Instance> {
        let instance = self.instantiate(store).await?;
        if let Some(state) = state {
            state.set(store, instance, &self.fixed(), limits.cost)?;
        }
        Ok(instance)
    }

    /// The state an instance is in, which was as it is at first when its sandbox was made.
    pub(super) fn note(
        &self,
        store: &mut Store<Guest>,
        instance: Instance,
        limits: &Limits,
    ) -> wasmtime::Result<Option<State>> {
        let fuel = limits.cost.saturating_sub(store.get_fuel()?);
        State::note(store, instance, &self.fixed(), fuel)
    }
}
