//! The one configuration of wasmtime that everything runs in, and what identifies it in a receipt.

use std::sync::Arc;

use thiserror::Error;
use wasmtime::component::Linker as ComponentLinker;
use wasmtime::{Config, Linker, WasmFeatures};

use crate::guest::{Guest, HOST_CALL_UNITS};
use crate::profile::STACK_FRAMES;
use crate::{meter, preview1, preview2};

/// Bytes of native stack a guest may use. Deep recursion is common in interviews.
const STACK: usize = 16 << 20;

/// Native stack kept for the host's own functions on top.
const HOST_STACK: usize = 2 << 20;

/// The engine and what guests may import. Cheap to clone.
#[derive(Clone)]
pub struct Engine(Arc<Parts>);

struct Parts {
    engine: wasmtime::Engine,
    commands: Linker<Guest>,
    components: ComponentLinker<Guest>,
    compatibility: String,
}

/// The engine cannot be had on this machine.
#[derive(Debug, Error)]
#[error("the WebAssembly engine cannot start on this machine: {0:#}")]
pub struct EngineError(#[from] wasmtime::Error);

impl Engine {
    /// Configures the engine. Nothing in it depends on the machine but the instruction set.
    pub fn new() -> Result<Self, EngineError> {
        let engine = wasmtime::Engine::new(&config())?;
        let mut commands = Linker::new(&engine);
        preview1::add_to_linker(&mut commands)?;
        let mut components = ComponentLinker::new(&engine);
        preview2::add_to_linker(&mut components)?;
        let compatibility = compatibility(&engine);
        Ok(Self(Arc::new(Parts { engine, commands, components, compatibility })))
    }

    /// Assay's and Wasmtime's versions, for receipts.
    pub fn version(&self) -> String {
        format!("assay {} wasmtime 48.0.8", env!("CARGO_PKG_VERSION"))
    }

    /// The settings that can change an outcome, for receipts.
    pub fn settings(&self) -> String {
        format!(
            "instruction=1 bulk-byte=1 table-element=16 engine-call=255 growth=1255 host-call={HOST_CALL_UNITS} host-byte=1 stack={STACK} nan=canonical threads=off relaxed-simd=off exceptions=off arch={}",
            std::env::consts::ARCH
        )
    }

    /// What native code made by this engine can be loaded by: engines of equal strings only.
    pub(crate) fn compatibility(&self) -> &str {
        &self.0.compatibility
    }

    pub(crate) fn wasmtime(&self) -> &wasmtime::Engine {
        &self.0.engine
    }

    pub(crate) fn commands(&self) -> &Linker<Guest> {
        &self.0.commands
    }

    pub(crate) fn components(&self) -> &ComponentLinker<Guest> {
        &self.0.components
    }
}

fn config() -> Config {
    let mut config = Config::new();
    config
        .consume_fuel(true)
        .operator_cost(meter::operator_costs())
        .cranelift_nan_canonicalization(true)
        .max_wasm_stack(STACK)
        .async_stack_size(STACK + HOST_STACK)
        .memory_guaranteed_dense_image_size(256 << 20)
        .wasm_features(WasmFeatures::all(), false)
        .wasm_features(meter::features(), true)
        .generate_address_map(false)
        .wasm_backtrace_max_frames(std::num::NonZeroUsize::new(STACK_FRAMES));
    config
}

fn compatibility(engine: &wasmtime::Engine) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    engine.precompile_compatibility_hash().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
