//! Which rustc of this computer makes WebAssembly, and where its standard library comes from.
//!
//! In order: a toolchain that has the target, as rustup installs it; one that has the sources of the standard library
//! with all they depend on, as Debian packages it, from which it is built once.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::answers::{self, Answers};

/// What programs are compiled for.
pub(crate) const TARGET: &str = "wasm32-wasip1";

/// Where it is looked for besides the folders that are named.
const ALSO: &str = "/usr/bin";

/// A compiler that will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Toolchain {
    /// The compiler itself, and not what rustup puts in its place.
    pub(crate) rustc: PathBuf,
    /// What it says its version is.
    pub(crate) version: String,
    /// Its own folder.
    pub(crate) sysroot: PathBuf,
    /// Where the standard library comes from.
    pub(crate) way: Way,
}

/// Where the standard library for the target comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The toolchain has it.
    Target,
    /// This cargo builds it from these sources.
    Sources {
        /// The toolchain's cargo.
        cargo: PathBuf,
        /// The folder of the sources.
        library: PathBuf,
    },
}

impl Toolchain {
    /// The best of those in the folders of `path`, written like the variable `PATH`. The error says what to do.
    /// What compilers say of themselves may be known from before; what a toolchain has is looked up each time.
    pub(crate) fn find(path: &OsStr, known: &Answers) -> Result<Self, String> {
        let compilers = compilers(std::env::split_paths(path).chain([PathBuf::from(ALSO)]));
        // Each takes tens of milliseconds to answer.
        let answers: Vec<Option<Self>> = std::thread::scope(|scope| {
            let asked: Vec<_> = compilers.iter().map(|rustc| scope.spawn(|| Self::at(rustc, known))).collect();
            asked.into_iter().map(|asked| asked.join().ok().flatten()).collect()
        });
        let mut found: Vec<Self> = Vec::new();
        let mut others = Vec::new();
        for (rustc, toolchain) in compilers.iter().zip(answers) {
            match toolchain {
                Some(toolchain) => found.push(toolchain),
                None => others.push(rustc.display().to_string()),
            }
        }
        let with_target = found.iter().position(|toolchain| toolchain.way == Way::Target);
        match with_target.or((!found.is_empty()).then_some(0)) {
            Some(best) => Ok(found.swap_remove(best)),
            None if others.is_empty() => Err(format!("no rustc is installed. {ADVICE}")),
            None => Err(format!("{} cannot make WebAssembly yet. {ADVICE}", others.join(", "))),
        }
    }

    /// The toolchain that a `rustc` belongs to, if it will do.
    fn at(rustc: &Path, known: &Answers) -> Option<Self> {
        let sysroot = known.sysroot(rustc)?;
        let rustc = answers::own(&sysroot, rustc).unwrap_or_else(|| rustc.to_owned());
        let way = way(&sysroot, &rustc)?;
        Some(Self { version: known.version(&rustc, &sysroot)?, rustc, sysroot, way })
    }
}

const ADVICE: &str = "Rust needs the target wasm32-wasip1: `rustup target add wasm32-wasip1`, or where there is no \
                      rustup, on Debian: `apt install rustc-web cargo-web rust-web-src`";

/// The compilers in these folders, each once, though a folder may be named twice or be a link to another.
fn compilers(folders: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let (mut seen, mut compilers) = (BTreeSet::new(), Vec::new());
    for folder in folders {
        let rustc = folder.join(format!("rustc{}", std::env::consts::EXE_SUFFIX));
        if rustc.is_file() && seen.insert(folder.canonicalize().unwrap_or(folder)) {
            compilers.push(rustc);
        }
    }
    compilers
}

fn way(sysroot: &Path, rustc: &Path) -> Option<Way> {
    let library = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    if rlibs(&library).iter().any(|path| crate_of(path) == "std") {
        return Some(Way::Target);
    }
    let (cargo, library) = (rustc.with_file_name("cargo"), sysroot.join("lib/rustlib/src/rust/library"));
    let buildable = cargo.is_file() && library.join("std/Cargo.toml").is_file() && library.join("vendor").is_dir();
    buildable.then_some(Way::Sources { cargo, library })
}

/// The compiled crates in a folder, by name.
pub(crate) fn rlibs(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut rlibs: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "rlib")).collect();
    rlibs.sort();
    rlibs
}

/// The crate in a file such as `libstd-0123456789abcdef.rlib`.
pub(crate) fn crate_of(rlib: &Path) -> &str {
    let stem = rlib.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    stem.strip_prefix("lib").and_then(|name| name.rsplit_once('-')).map_or("", |(name, _)| name)
}

#[cfg(all(test, unix))]
#[path = "toolchain_tests.rs"]
mod tests;
