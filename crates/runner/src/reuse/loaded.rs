//! Programs that are loaded before there is a case, and whose cases start where that is done.

use std::sync::OnceLock;

use wasmtime::{Instance, Store};

use super::{Instances, State, start_counting};
use crate::guest::Guest;
use crate::preview1::Preview1;
use crate::random::Random;
use crate::run::{Given, RunError};
use crate::{Engine, Finished, Job};

/// The randomness that a program is loaded with, which must not differ from one case to another.
const LOADING_SEED: u64 = 0;

/// What the first run of a program found: the state once it is loaded, or that this cannot be had again.
#[derive(Default)]
pub(crate) struct Loaded(OnceLock<Option<State>>);

impl Loaded {
    /// Has `load` load the program, with these files, and `run` run a case of it; where it is known how an instance then
    /// stands, files and all, the first is charged for and left out. `load` must not depend on the case.
    pub(crate) async fn run(
        &self,
        instances: &Instances,
        engine: &Engine,
        job: &Job,
        files: impl FnOnce() -> Preview1,
        load: impl AsyncFnOnce(&mut Store<Guest>, Instance) -> wasmtime::Result<()>,
        run: impl AsyncFnOnce(&mut Store<Guest>, Instance) -> wasmtime::Result<i32>,
    ) -> Result<Finished, RunError> {
        let limits = &job.limits;
        let known = self.0.get().and_then(Option::as_ref).filter(|loaded| loaded.fits(limits.cost, limits.memory));
        let whole = async |store: &mut Store<Guest>, instance| {
            if known.is_none() {
                store.data_mut().random = Random::new(LOADING_SEED);
                load(store, instance).await?;
                if self.0.get().is_none() {
                    // Another run may have been first; what it found is the same.
                    let _ = self.0.set(instances.note(engine, store, instance, limits)?);
                }
                start_counting(store)?;
            }
            store.data_mut().random = Random::new(job.seed);
            run(store, instance).await
        };
        let files = if known.is_some() { Preview1::default() } else { files() };
        instances.run(engine, Given::of(job, files), known, whole).await
    }
}
