//! Grades submissions to coding challenges inside a WebAssembly sandbox.
//!
//! A [`Challenge`] and a [`Submission`] go into a [`Grader`]; a [`Grade`] comes out, which [`render`] turns into a
//! report. The same challenge, submission, language pack and engine give the same grade, byte for byte.
//!
//! ```
//! use std::sync::Arc;
//! use assay::{Grader, Language, Submission, Verdict, load};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let root = folder.path().join("say-yes");
//! # for (path, text) in [
//! #     ("challenge.toml", "id = \"say-yes\"\ntitle = \"Say yes\"\n"),
//! #     ("statement.md", "Print `yes`.\n"),
//! #     ("data/secret/01-only.in", ""),
//! #     ("data/secret/01-only.ans", "yes\n"),
//! # ] {
//! #     let path = root.join(path);
//! #     std::fs::create_dir_all(path.parent().unwrap())?;
//! #     std::fs::write(path, text)?;
//! # }
//! let challenge = Arc::new(load(&root)?);
//! let grader = Grader::builder().cache(folder.path().join("cache")).build()?;
//! let text = r#"(module
//!     (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
//!     (memory (export "memory") 1)
//!     (data (i32.const 0) "\08\00\00\00\04\00\00\00yes\n")
//!     (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))"#;
//! let submission = Submission::new("yes.wat", Language::new("wasm").unwrap(), text);
//!
//! let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build()?;
//! let grade = runtime.block_on(grader.grade(&challenge, &submission))?;
//! assert_eq!(grade.verdict, Verdict::AC);
//! assert_eq!(grade.to_json(), runtime.block_on(grader.grade(&challenge, &submission))?.to_json());
//! # Ok(())
//! # }
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod attempt;
mod batch;
mod cache;
mod calling;
mod cast;
mod conduct;
mod error;
mod event;
mod grade_folder;
mod grader;
mod growth;
mod material;
mod player;
mod profile;
mod receipt;
mod shorten;
mod statement;
mod submission;
mod task;
mod verify;

pub use attempt::Attempt;
pub use batch::{Batch, Batched, Origin};
pub use error::GradingError;
pub use event::Event;
pub use grade_folder::{GradeFolder, KeepError};
pub use grader::{BuildError, Builder, GradeOptions, Grader, Scope};
pub use statement::{start, statement};
pub use submission::{SUBMISSION_BYTES, SUBMISSION_FILES, Submission, SubmissionError, main_file_name};

pub use assay_binding::{SourceFile, stub, type_words};
pub use assay_challenge::*;
pub use assay_reporter::*;
pub use assay_runner::{
    CACHE_BYTES, CacheUsage, KindUsage, PackError, PackInfo, PrepareError, ProfileError, Progress, Removed, StalePack,
    ToolPaths, Whereabouts,
};
