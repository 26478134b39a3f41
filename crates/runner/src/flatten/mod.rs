//! A component of many linked modules written down as one module.
//!
//! A language's interpreter comes as a component whose shared libraries are linked when it is instantiated: a dozen
//! instances for every case, tables filled one entry after another, calls and variables found through pointers. Here
//! the linking is done once. What is left is a module whose memory and table are mapped copy-on-write, whose calls are
//! direct, and which imports the host's functions as the canonical ABI lowers them.
//!
//! It is no general linker: the component must hold each module once and make one memory and one table, and only the
//! host's interfaces are imported. Anything else is an error that says so.

mod component;
mod merge;
mod module;

use component::Component;

/// Why a component could not be written as one module.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FlattenError {
    /// It is not WebAssembly.
    #[error("not a valid component: {0}")]
    Invalid(#[from] wasmparser::BinaryReaderError),
    /// It uses something that is not handled here.
    #[error("cannot be written as one module: {0}")]
    Shape(String),
}

impl From<wasm_encoder::reencode::Error> for FlattenError {
    fn from(error: wasm_encoder::reencode::Error) -> Self {
        Self::Shape(error.to_string())
    }
}

/// The component `wasm` as one module. It exports its memory as `memory`, the core function of every function the
/// component exports under that name, what is to be called after it as `cabi_post_` and the name, `cabi_realloc` for
/// their parameters, and `import-realloc` for what the host's functions return. Its table does not change while it runs.
pub(crate) fn flatten(wasm: &[u8]) -> Result<Vec<u8>, FlattenError> {
    merge::merge(&Component::read(wasm)?)
}

fn shape(what: impl Into<String>) -> FlattenError {
    FlattenError::Shape(what.into())
}

/// A count as an index of the format, which has no larger ones.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
