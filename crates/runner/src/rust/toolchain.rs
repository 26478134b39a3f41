//! Which rustc of this computer makes WebAssembly, and where its standard library comes from.
//!
//! In order: a toolchain that has the target, as rustup installs it; one that has the sources of the standard library
//! with all they depend on, as Debian packages it, from which it is built once.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

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
    pub(crate) fn find(path: &OsStr) -> Result<Self, String> {
        let compilers = compilers(std::env::split_paths(path).chain([PathBuf::from(ALSO)]));
        // Each takes tens of milliseconds to answer.
        let answers: Vec<Option<Self>> = std::thread::scope(|scope| {
            let asked: Vec<_> = compilers.iter().map(|rustc| scope.spawn(|| Self::at(rustc))).collect();
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
    fn at(rustc: &Path) -> Option<Self> {
        let sysroot = PathBuf::from(answer(rustc, &["--print", "sysroot"])?);
        let own = sysroot.join("bin").join(rustc.file_name()?);
        let rustc = if own.is_file() { own } else { rustc.to_owned() };
        let way = way(&sysroot, &rustc)?;
        Some(Self { version: answer(&rustc, &["--version"])?, rustc, sysroot, way })
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

/// The one line a compiler answers, started where no folder has a say in which toolchain it is.
fn answer(rustc: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new(rustc).args(arguments).current_dir("/").stdin(Stdio::null()).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !said.is_empty()).then_some(said)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A folder with a `rustc` that answers like one, whose standard library lies in `library`.
    fn pretend(library: &str) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        let (bin, rustc) = (root.path().join("bin"), root.path().join("bin/rustc"));
        std::fs::create_dir_all(&bin).unwrap();
        let here = root.path().display();
        let script = format!("#!/bin/sh\n[ \"$1\" = --version ] && echo 'rustc 1.2.3' || echo '{here}'\n");
        std::fs::write(&rustc, script).unwrap();
        std::fs::set_permissions(&rustc, std::fs::Permissions::from_mode(0o755)).unwrap();
        if !library.is_empty() {
            let file = root.path().join("lib/rustlib").join(library);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "").unwrap();
        }
        root
    }

    fn found(roots: &[&tempfile::TempDir]) -> Toolchain {
        let folders = roots.iter().map(|root| root.path().join("bin"));
        Toolchain::find(&std::env::join_paths(folders).unwrap()).unwrap()
    }

    #[test]
    fn a_toolchain_with_the_target_is_taken_before_any_other_whatever_the_order() {
        let plain = pretend("");
        let target = pretend("wasm32-wasip1/lib/libstd-0123.rlib");
        let sources = pretend("src/rust/library/std/Cargo.toml");
        std::fs::create_dir(sources.path().join("lib/rustlib/src/rust/library/vendor")).unwrap();
        std::fs::write(sources.path().join("bin/cargo"), "").unwrap();
        let toolchain = found(&[&plain, &sources, &target]);
        assert_eq!((toolchain.way, toolchain.sysroot.as_path()), (Way::Target, target.path()));
        assert_eq!(toolchain.version, "rustc 1.2.3");
        let toolchain = found(&[&plain, &sources]);
        assert_eq!(toolchain.sysroot, sources.path());
        assert!(matches!(toolchain.way, Way::Sources { cargo, .. } if cargo.starts_with(sources.path())));
    }

    #[test]
    fn a_compiler_is_asked_once_though_its_folder_is_named_twice_and_by_a_link() {
        let root = pretend("");
        let (bin, link) = (root.path().join("bin"), root.path().join("link"));
        std::os::unix::fs::symlink(&bin, &link).unwrap();
        let named = [&bin, &link, &bin].map(Clone::clone).into_iter().chain([root.path().join("nowhere")]);
        assert_eq!(compilers(named), [bin.join("rustc")]);
    }

    #[test]
    fn the_crate_in_a_file_is_told_from_its_name() {
        assert_eq!(crate_of(Path::new("/x/libpanic_abort-0123.rlib")), "panic_abort");
        assert_eq!(crate_of(Path::new("/x/libc.a")), "");
    }

    #[test]
    fn the_advice_names_both_ways() {
        assert!(ADVICE.contains("rustup target add wasm32-wasip1") && ADVICE.contains("rust-web-src"));
    }
}
