//! Runs one job in a fresh WebAssembly sandbox and says what happened. Has no word for right or wrong.

mod artefact;
mod binary;
mod charged;
mod clang;
mod clock;
mod console;
mod engine;
mod guest;
mod instances;
mod job;
mod limiter;
mod meter;
mod pack;
mod packs;
mod prepare;
mod preview1;
mod preview2;
mod program;
mod python;
mod random;
mod run;
mod runtime;
mod stop;

pub use engine::{Engine, EngineError};
pub use job::{Finished, Job};
pub use pack::{FetchError, FileError, Manifest, ManifestError, Progress, StoreError, UnpackError};
pub use packs::{FetchedInfo, PackError, PackInfo, Packs, PrepareError};
pub use prepare::{COMPILE_LIMITS, MODULE_BYTES, Prepared, Source};
pub use program::{NotAProgram, Program};
pub use run::RunError;
