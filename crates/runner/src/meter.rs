//! What a guest may be made of and what each instruction costs: the two things on which a grade's arithmetic rests.
//!
//! Wasmtime counts fuel by instruction, and what an instruction moves by [`operator_costs`], so no guest has to be
//! rewritten. The engine compiles with exactly [`features`], and [`validate`] refuses the same modules with a place in
//! the file, so that a module nobody can run is a submission's failure and never ours.
//!
//! Four habits of this version of wasmtime (48) to know when reading a cost:
//! - Moved bytes and elements are paid before bounds are checked. A length past the end traps as it should, unless less
//!   fuel is left than the length: then the run is out of fuel.
//! - Fuel spent since the last flush is lost when a guest traps: the cost of a trapped run is a lower bound.
//! - A constant length of at most 128 units is paid without a check; the next loop or call notices.
//! - Active data segments are paid like `memory.init` at instantiation, but only on hosts where wasmtime cannot map
//!   them copy-on-write. A cost that must be the same everywhere is counted from after instantiation.

use thiserror::Error;
use wasmparser::{Validator, WasmFeatures};
use wasmtime::{OperatorCost, VariableOperatorCost};

/// Units an element of a table costs to copy, fill or initialise: about a nanosecond and a half.
const TABLE_ELEMENT: u8 = 16;

/// Units of an instruction that calls into the engine, which takes 40 to 80 ns: the most that the engine's table holds.
const ENGINE_CALL: u8 = u8::MAX;

/// The file is not WebAssembly that the engine takes.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("not WebAssembly that can be run: {message} (at byte {offset:#x})")]
pub(crate) struct MeterError {
    /// What the validator says.
    pub(crate) message: String,
    /// Where in the file, in bytes from its start.
    pub(crate) offset: usize,
}

/// The proposals a guest may use: WebAssembly 2.0 with those later ones whose results cannot differ between machines.
///
/// Left out are threads and relaxed SIMD (their results vary), and garbage collection and exceptions (their objects
/// would live in a heap beside the memories that the limiter sums over).
pub(crate) const fn features() -> WasmFeatures {
    WasmFeatures::WASM2
        .union(WasmFeatures::TAIL_CALL)
        .union(WasmFeatures::EXTENDED_CONST)
        .union(WasmFeatures::MULTI_MEMORY)
        .union(WasmFeatures::MEMORY64)
        .union(WasmFeatures::COMPONENT_MODEL)
}

/// The cost of every instruction in units: one, or nothing for those that only structure code, except the following.
///
/// Bulk operations add 1 a byte moved, or 16 a table element. Growing a memory or a table and taking a function's
/// reference cost 255. Growth costs the same whatever its size: the limits bound how much of it there can be, and a
/// request that will be refused must not use up the fuel (see the test on 64-bit tables for the other reason).
pub(crate) fn operator_costs() -> OperatorCost {
    OperatorCost {
        MemoryGrow: ENGINE_CALL,
        TableGrow: ENGINE_CALL,
        RefFunc: ENGINE_CALL,
        variable: VariableOperatorCost {
            memory_copy_per_byte: 1,
            memory_fill_per_byte: 1,
            memory_init_per_byte: 1,
            memory_grow_per_page: 0,
            table_copy_per_element: TABLE_ELEMENT,
            table_fill_per_element: TABLE_ELEMENT,
            table_init_per_element: TABLE_ELEMENT,
            table_grow_per_element: 0,
            ..VariableOperatorCost::new()
        },
        ..OperatorCost::new()
    }
}

/// Checks a core module or a component, as binary, against [`features`].
pub(crate) fn validate(wasm: &[u8]) -> Result<(), MeterError> {
    match Validator::new_with_features(features()).validate_all(wasm) {
        Ok(_) => Ok(()),
        Err(error) => Err(MeterError { message: error.message().to_owned(), offset: error.offset() }),
    }
}

#[cfg(test)]
mod tests;
