//! Runs one job in a fresh WebAssembly sandbox and says what happened. Has no word for right or wrong.
//!
//! [`Packs`] turns source files into a [`Program`], with compilers and interpreters that are guests themselves; a
//! [`Job`] is one run of it with everything settled, and [`Engine::run`] gives its outcome. What a guest is given is
//! named in `guest.rs`, what it may import in `preview1/` and `preview2.rs`, and what it costs in `meter.rs`.
//!
//! ```
//! use assay_challenge::{End, Language, Limits};
//! use assay_runner::{Engine, Job, Packs, Source};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let cache = tempfile::tempdir()?;
//! let engine = Engine::new()?;
//! let packs = Packs::open(&engine, cache.path())?;
//! let text = "(module (func (export \"_start\") (loop (br 0))))";
//! let source = Source {
//!     language: Language::new("wasm").unwrap(),
//!     main: "spin.wat".to_owned(),
//!     files: vec![("spin.wat".to_owned(), text.into())],
//!     entry: None,
//! };
//! let limits = Limits { cost: 1_000_000, memory: 1 << 20, stdout: 1 << 10, stderr: 1 << 10, wall_ms: 60_000 };
//!
//! let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build()?;
//! let outcome = runtime.block_on(async {
//!     let program = packs.prepare(&source).await?.program.ok_or("it compiles")?;
//!     let (stdin, arguments, files, writable) = (Default::default(), Vec::new(), Vec::new(), None);
//!     let job = Job { program, stdin, arguments, files, writable, seed: 0, limits };
//!     Ok::<_, Box<dyn std::error::Error>>(engine.run(&job).await?.outcome)
//! })?;
//! assert_eq!(outcome.end, End::CostLimit);
//! assert_eq!(outcome.usage.cost, 1_000_000);
//! # Ok(())
//! # }
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod artefact;
mod binary;
mod build;
mod cache;
mod canonical;
mod charged;
mod clang;
mod clock;
mod compiled;
mod confine;
mod console;
mod edit;
mod engine;
mod flatten;
mod go;
mod guest;
mod instances;
mod java;
mod job;
mod limiter;
mod lowered;
mod meter;
mod pack;
mod packs;
mod prepare;
mod preview1;
mod preview2;
mod profile;
mod program;
mod python;
mod quickjs;
mod random;
mod reuse;
mod ruby;
mod ruby_stack;
mod run;
mod runtime;
mod rust;
mod snapshot;
mod stop;
mod tools;
mod typescript;

pub use cache::{CacheUsage, Removed, StalePack};
pub use engine::{Engine, EngineError};
pub use job::{Finished, Job};
pub use pack::{
    CACHE_BYTES, FetchError, FileError, KindUsage, Manifest, ManifestError, Progress, StoreError, UnpackError,
};
pub use packs::{FetchedInfo, PackError, PackInfo, Packs, PrepareError, Whereabouts};
pub use prepare::{COMPILE_LIMITS, MODULE_BYTES, Prepared, Source};
pub use profile::{Frames, Profilable, ProfileError, Profiled, Stack};
pub use program::{NotAProgram, Program};
pub use run::RunError;
pub use tools::ToolPaths;

pub(crate) use compiled::Compiled;
