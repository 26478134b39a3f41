//! Language packs up to the engine: what a language needs, how its files get here, and where they are kept.
//!
//! A [`Manifest`] is data from `sandbox/<language>/pack.toml`. [`fetch`] has the user's own package client bring
//! the archive it names, [`unpack_tgz`] takes files out of it, and the [`Store`] keeps what is made from them.
//! Nothing here knows the engine: turning files into something that runs is the runtime's part.

mod client;
mod complaint;
mod digest;
mod fetch;
mod file;
mod file_error;
mod manifest;
mod progress;
mod seal;
mod source;
mod store;
mod unpack;
mod usage;

pub use fetch::FetchError;
pub use file_error::FileError;
pub use manifest::{Manifest, ManifestError};
pub use progress::Progress;

pub use store::StoreError;
pub use unpack::UnpackError;
pub use usage::{CACHE_BYTES, KindUsage};

pub(crate) use client::folder_size;
pub(crate) use fetch::fetch;
pub(crate) use manifest::RuntimeKind;
pub(crate) use source::Source as PackageSource;
pub(crate) use store::Store;
pub(crate) use unpack::unpack_tgz;
pub(crate) use usage::PACKS;
