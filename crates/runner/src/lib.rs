//! Runs one job in a fresh WebAssembly sandbox and says what happened. Has no word for right or wrong.

mod clock;
mod console;
mod guest;
mod limiter;
mod pack;
mod preview1;
mod random;
mod stop;

pub use pack::{
    Archive, Entry, FetchError, FileError, Manifest, ManifestError, PackageClient, Progress, RuntimeKind, Source,
    Store, StoreError, UnpackError, fetch, host_platform, unpack_tgz,
};
