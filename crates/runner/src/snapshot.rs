//! Snapshots: a module that has been started, written down as a module that begins where the first one stood.
//!
//! What the module does until then it does in a sandbox like any other, with virtual time and seeded randomness, so
//! that the snapshot is the same on every machine.

use wasmtime::{Instance, Linker, Module, Store};
use wasmtime_wizer::{WasmtimeWizer, Wizer};

use crate::guest::Guest;
use crate::preview1::Preview1;
use crate::reuse::mark;
use crate::run::{Given, Sandbox};
use crate::{COMPILE_LIMITS, Engine};

/// Starts `wasm` with what `linker` gives for it and these files, has `settle` call it, and returns the snapshot, marked for
/// reuse.
///
/// Compiles the whole module on the way, for which the caller should have a thread to spare.
pub(crate) async fn take(
    engine: &Engine,
    wasm: &[u8],
    linker: impl FnOnce(&Module) -> wasmtime::Result<Linker<Guest>>,
    files: Preview1,
    settle: impl AsyncFnOnce(&mut Store<Guest>, &Instance) -> wasmtime::Result<()>,
) -> wasmtime::Result<Vec<u8>> {
    let wizer = Wizer::new();
    let (context, instrumented) = wizer.instrument(wasm)?;
    let module = Module::new(engine.wasmtime(), &instrumented)?;
    let linker = linker(&module)?;
    let mut sandbox = Sandbox::new(engine, Given::files(files, &COMPILE_LIMITS))
        .map_err(|error| wasmtime::Error::msg(error.to_string()))?;
    let store = &mut sandbox.store;
    let instance = linker.instantiate_async(&mut *store, &module).await?;
    if let Err(error) = settle(store, &instance).await {
        let (_, said) = store.data().console.take_outputs();
        return Err(error.context(String::from_utf8_lossy(&said.bytes).into_owned()));
    }
    let snapshot = wizer.snapshot(&context, &mut WasmtimeWizer { store, instance }).await?;
    Ok(mark(&snapshot).map_err(wasmtime::Error::new)?.into_owned())
}
