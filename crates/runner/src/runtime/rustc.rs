//! The pack of Rust: a standard library for WebAssembly, and the linker of C's pack.
//!
//! The compiler is the host's and stays where it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{Fingerprint, Language, Limits};
use async_trait::async_trait;
use bytes::Bytes;
use tokio::process::Command;
use tokio::sync::OnceCell;

use super::clang::{FILES, NATIVE, files_of, tar_of};
use super::{Compiler, Glue, Kind, Making, Missing, Opened, Opening, Translator, broken};
use crate::confine::Confinement;
use crate::pack::{FileError, Manifest};
use crate::packs::{PackError, PrepareError};
use crate::preview1::Tree;
use crate::program::NO_ENVIRONMENT;
use crate::rust::{
    self, BUILTINS, COMPILE_FLAGS, CompileError, LIBC, LIBRARY, LINK_FLAGS, Linker, Rustc as Compile, SOURCES, START,
    TARGET, Toolchain, Way,
};
use crate::tools::Tools;
use crate::{Compiled, Engine, Program, Source, artefact};

/// What the linker reads, in the kept folder.
const LINKED: &str = "linked.tar";
const DIGEST: &str = "digest";

/// What takes the place of libc's `abort`, and all that is settled here and decides on programs' bytes.
const GLUE: [Glue; 5] = [
    ("abort.rs", include_str!("../../../../sandbox/rust/abort.rs")),
    ("Cargo.toml", EMPTY_CRATE),
    ("build", BUILD),
    ("compile", COMPILE_FLAGS),
    ("link", LINK_FLAGS),
];

/// The crate whose dependencies are what every program is given.
const EMPTY_CRATE: &str = "[package]\nname = \"standard\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\n\
                           path = \"lib.rs\"\n\n[profile.release]\npanic = \"abort\"\ncodegen-units = 1\n";

/// How the standard library is built; its sources are called as in a toolchain that has it.
const BUILD: &str = "build -Zbuild-std=std,panic_abort -Zbuild-std-features= --release --offline";

/// Crates that programs are not linked with: they stop at a panic, and are no tests and no macros.
const LEFT_OUT: [&str; 4] = ["standard", "panic_unwind", "proc_macro", "test"];

/// The host's rustc as a confined child, and a linker in the sandbox.
pub(crate) struct Rustc;

#[async_trait]
impl Kind for Rustc {
    fn glue(&self) -> &'static [Glue] {
        &GLUE
    }

    fn installed(&self, tools: &Tools) -> Result<String, Missing> {
        Ok(format!("{} linker {}", tools.rust()?.version, linker_package()))
    }

    fn confined(&self) -> bool {
        true
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        let toolchain = making.tools().rust().map_err(|missing| missing.of(making.language()))?;
        let sysroot = match &toolchain.way {
            Way::Target => toolchain.sysroot.clone(),
            Way::Sources { cargo, library } => build(making, toolchain, cargo, library).await?,
        };
        making.step("taking the linker of C");
        let clang = making.folder_of(&c()).await?;
        let (linker, own) = (clang.join(NATIVE), making.folder().join(NATIVE));
        // The same 190 MB, kept once; a file system without links keeps them twice.
        let linked = std::fs::hard_link(&linker, &own).or_else(|_| std::fs::copy(&linker, &own).map(drop));
        linked.map_err(FileError::on("copy", &linker))?;
        let abort = abort(making, toolchain, &sysroot).await?;
        let (library, digest) = library_files(making, &sysroot, &clang.join(FILES), abort)?;
        making.keep(LINKED, tar_of(&library).map_err(|error| making.broken(&error))?)?;
        making.keep(DIGEST, digest.hex())
    }

    /// What was built stands in receipts, with the compiler's version, and whether the compiler is kept in.
    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        let toolchain = opening.tools.rust().map_err(|missing| missing.of(opening.language))?;
        opening.tools.remember();
        let confinement = opening.confinement()?;
        let path = opening.folder.join(DIGEST);
        let digest = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
        let identity = format!(" {} built:{digest:.32} {}", toolchain.version, confinement.word());
        let folder = opening.folder.canonicalize().map_err(FileError::on("find", opening.folder))?;
        let sysroot = if toolchain.way == Way::Target { toolchain.sysroot.clone() } else { folder.clone() };
        let compile = Compile::new(toolchain, &sysroot);
        let language = opening.language.clone();
        let lazy = Lazy { confinement, compile, folder, language, linker: OnceCell::new() };
        Ok(Opened { identity, translator: Translator::Compiler(Arc::new(lazy)) })
    }
}

/// The package the linker is from, which decides on the programs' bytes too.
fn linker_package() -> String {
    let manifests = Manifest::bundled().unwrap_or_default();
    let sources = manifests.iter().filter(|manifest| manifest.name == c()).flat_map(|manifest| &manifest.sources);
    sources.map(|source| source.version.as_str()).collect::<Vec<_>>().join(" ")
}

fn c() -> Language {
    Language::new("c").unwrap_or_else(|| unreachable!("a constant name"))
}

/// Builds the standard library from the toolchain's sources, without a network, and keeps it laid out like a toolchain.
async fn build(
    making: &mut Making<'_>,
    toolchain: &Toolchain,
    cargo: &Path,
    library: &Path,
) -> Result<PathBuf, PackError> {
    making.step("building the standard library for WebAssembly (about a minute)");
    let work = making.work().canonicalize().map_err(FileError::on("find", making.work()))?;
    let target = work.join("target");
    for (name, text) in [("Cargo.toml", EMPTY_CRATE), ("lib.rs", "#![no_std]\n")] {
        let path = work.join(name);
        std::fs::write(&path, text).map_err(FileError::on("write", &path))?;
    }
    let vendor = format!("source.vendored.directory='{}'", library.join("vendor").display());
    // Panics inside the library name its files.
    let remap = [(work.as_path(), "/standard"), (library, SOURCES)];
    let remap = remap.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).join("\x1f");
    let mut command = Command::new(cargo);
    command.current_dir(&work).env_clear().env("HOME", &work).env("CARGO_HOME", work.join("cargo"));
    // Build scripts are linked by the host's own linker.
    command.env("PATH", making.tools().search());
    command.env("RUSTC", &toolchain.rustc).env("RUSTC_BOOTSTRAP", "1").env("CARGO_ENCODED_RUSTFLAGS", remap);
    command.args(BUILD.split_whitespace()).args(["--target", TARGET]);
    command.args(["--config", "source.crates-io.replace-with=\"vendored\"", "--config", &vendor]);
    command.arg("--target-dir").arg(&target);
    making.host(command).await?;
    let (built, kept) = (target.join(TARGET).join("release/deps"), making.folder().join(library_folder()));
    std::fs::create_dir_all(&kept).map_err(FileError::on("create", &kept))?;
    for rlib in rust::rlibs(&built) {
        let name = rlib.file_name().unwrap_or_default();
        if rust::crate_of(&rlib) != "standard" {
            std::fs::rename(&rlib, kept.join(name)).map_err(FileError::on("move", &rlib))?;
        }
    }
    Ok(making.folder().to_owned())
}

/// The object of the glue, compiled as programs are.
async fn abort(making: &mut Making<'_>, toolchain: &Toolchain, sysroot: &Path) -> Result<Bytes, PackError> {
    let (source, object) = (making.write_glue(&GLUE)?.join("abort.rs"), making.work().join("abort.o"));
    let mut command = Command::new(&toolchain.rustc);
    command.args(["--target", TARGET, "--edition", "2024", "--crate-type", "lib", "--emit", "obj"]);
    command.args(["-C", "opt-level=2", "-C", "panic=abort", "--sysroot"]).arg(sysroot);
    command.arg("-o").arg(&object).arg(&source);
    making.host(command).await?;
    Ok(Bytes::from(std::fs::read(&object).map_err(FileError::on("read", &object))?))
}

fn library_folder() -> PathBuf {
    Path::new("lib/rustlib").join(TARGET).join("lib")
}

/// What a program is linked with, by the names the linker knows, and a hash over it.
fn library_files(
    making: &Making<'_>,
    sysroot: &Path,
    clang: &Path,
    abort: Bytes,
) -> Result<(Vec<(String, Bytes)>, Fingerprint), PackError> {
    let read = |path: &Path| std::fs::read(path).map(Bytes::from).map_err(FileError::on("read", path));
    let folder = sysroot.join(library_folder());
    let own = folder.join("self-contained");
    let resources = files_of(&read(clang)?).map_err(|error| making.broken(&error))?;
    // Found before libc's, because it comes before it.
    let mut files = vec![(format!("{LIBRARY}/abort.o"), abort)];
    for (name, file) in [(START, "crt1-command.o"), (LIBC, "libc.a"), (BUILTINS, "")] {
        // A toolchain that has the target has the libc its standard library was made for.
        let given = own.join(file);
        let content = if !file.is_empty() && given.is_file() {
            read(&given)?
        } else {
            let found = resources.iter().find(|(there, _)| name.strip_prefix("usr/") == Some(there));
            found
                .map(|(_, content)| content.clone())
                .ok_or_else(|| making.broken(&format!("C's pack has no {name}")))?
        };
        files.push((name.to_owned(), content));
    }
    for rlib in rust::rlibs(&folder) {
        if LEFT_OUT.contains(&rust::crate_of(&rlib)) {
            continue;
        }
        let objects = rust::objects_of(&read(&rlib)?);
        let objects = objects.map_err(|error| making.broken(&format!("{}: {error}", rlib.display())))?;
        files.extend(objects.map(|(name, content)| (format!("{LIBRARY}/{name}"), content)));
    }
    let hash = |hash: Fingerprint, (name, content): &(String, Bytes)| hash.and(name).and(content);
    let digest = files.iter().fold(Fingerprint::of([TARGET]), hash);
    Ok((files, digest))
}

/// The compiler, what keeps it in, and the linker, which is loaded when something has to be linked.
struct Lazy {
    confinement: Confinement,
    compile: Compile,
    folder: PathBuf,
    language: Language,
    linker: OnceCell<Linker>,
}

#[async_trait]
impl Compiler for Lazy {
    async fn compile(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Compiled, PrepareError> {
        let load = async || {
            let (engine, folder, language) = (engine.clone(), self.folder.clone(), self.language.clone());
            let loading = tokio::task::spawn_blocking(move || load(&engine, &folder, &language));
            loading.await.map_err(|error| broken(&self.language, &error))?
        };
        let linker = self.linker.get_or_try_init(load).await?;
        let compiled = self.compile.compile(&self.confinement, linker, source, (engine, limits)).await;
        compiled.map_err(|error| match error {
            CompileError::Run(error) => error.into(),
            error => broken(&self.language, &error).into(),
        })
    }
}

fn load(engine: &Engine, folder: &Path, language: &Language) -> Result<Linker, PackError> {
    let module = artefact::load_module_file(engine, &folder.join(NATIVE)).map_err(|e| broken(language, &e))?;
    let path = folder.join(LINKED);
    let archive = Bytes::from(std::fs::read(&path).map_err(FileError::on("read", &path))?);
    let files = files_of(&archive).map_err(|error| broken(language, &error))?;
    let library = files.iter().map(|(name, _)| name).filter(|name| name.starts_with(LIBRARY)).cloned().collect();
    let tree = Arc::new(Tree::from_files(files));
    let program = Program::command(engine, &module, "wasm-ld", Some(tree), NO_ENVIRONMENT);
    Ok(Linker::new(program.map_err(|error| broken(language, &error))?, library))
}
