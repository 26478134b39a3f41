//! The pack of Go: its compiler and linker as WebAssembly, and the standard library compiled for WebAssembly.
//!
//! The toolchain of the host builds all three once, from the sources it came with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{Fingerprint, Language, Limits};
use async_trait::async_trait;
use tokio::process::Command;
use tokio::sync::OnceCell;

use super::{Compiler, Glue, Kind, Making, Opened, Opening, Translator, broken};
use crate::go::{self, CompileError, Library, Toolchain, archive_name};
use crate::pack::FileError;
use crate::packs::{PackError, PrepareError};
use crate::program::Environment;
use crate::{Compiled, Engine, Source, artefact};

const COMPILER: &str = "compile.cwasm";
const LINKER: &str = "link.cwasm";
const INDEX: &str = "std.index";
const DIGEST: &str = "digest";

/// For each package a line: its path, its archive, and what it imports.
const LISTING: &str = "-f={{if .Export}}{{.ImportPath}}\t{{.Export}}\t{{range .Imports}}{{.}} {{end}}{{end}}";

/// A compiler and a linker that run in the sandbox, built from their own sources.
pub(crate) struct Go;

#[async_trait]
impl Kind for Go {
    fn glue(&self) -> &'static [Glue] {
        &go::GLUE
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        making.step("unpacking Go");
        let root = unpack(making).await?;
        making.step("building the standard library (about two minutes)");
        let mut digest = library(making, &root).await?;
        for (package, native) in [("cmd/compile", COMPILER), ("cmd/link", LINKER)] {
            making.step(&format!("building {package} (about a minute)"));
            let wasm = making.work().join("tool.wasm");
            let mut build = go_command(making.work(), &root);
            build.args(["build", "-ldflags=-s -w", "-o"]).arg(&wasm).arg(package);
            making.host(build).await?;
            digest = digest.and(std::fs::read(&wasm).map_err(FileError::on("read", &wasm))?);
            making.step(&format!("compiling {package} to native code"));
            making.native(&wasm, native).await?;
        }
        making.keep(DIGEST, digest.hex())
    }

    /// What was built stands in receipts: it is the same on every machine, or else this shows it.
    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        let path = opening.folder.join(DIGEST);
        let digest = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
        let (folder, language) = (opening.folder.to_owned(), opening.language.clone());
        let lazy = Lazy { folder, language, toolchain: OnceCell::new() };
        Ok(Opened { identity: format!(" built:{digest:.32}"), translator: Translator::Compiler(Arc::new(lazy)) })
    }
}

/// Unpacks the toolchain and changes what has to be changed in it; returns its root.
async fn unpack(making: &mut Making<'_>) -> Result<PathBuf, PackError> {
    let wheel = making.work().join("wheel");
    making.unzip(0, &wheel).await?;
    let root = wheel.join("go");
    let tools = std::fs::read_dir(root.join("pkg/tool")).map_err(FileError::on("list", &root.join("pkg/tool")))?;
    let platforms = tools.filter_map(Result::ok).map(|entry| entry.path());
    for folder in platforms.chain([root.join("bin")]) {
        let entries = std::fs::read_dir(&folder).map_err(FileError::on("list", &folder))?;
        for entry in entries.filter_map(Result::ok) {
            make_executable(&entry.path())?;
        }
    }
    go::edit(&root).map_err(|error| making.broken(&error))?;
    Ok(root)
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<(), FileError> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).map_err(FileError::on("change", path))
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Result<(), FileError> {
    Ok(())
}

/// The `go` command, for WebAssembly, with nothing from outside but what was unpacked.
fn go_command(work: &Path, root: &Path) -> Command {
    let mut command = Command::new(root.join("bin").join(format!("go{}", std::env::consts::EXE_SUFFIX)));
    command.current_dir(root.join("src")).env_clear().env("GOROOT", root);
    for folder in ["HOME", "GOPATH", "GOCACHE", "GOTMPDIR", "TMPDIR", "TMP", "LOCALAPPDATA"] {
        command.env(folder, work);
    }
    command.env("GOCACHE", work.join("cache")).env("GOPATH", work.join("path"));
    let settings = [
        ("GOOS", "wasip1"),
        ("GOARCH", "wasm"),
        ("CGO_ENABLED", "0"),
        ("GOFLAGS", "-trimpath"),
        ("GOTOOLCHAIN", "local"),
        ("GOPROXY", "off"),
        ("GOENV", "off"),
        ("GOWORK", "off"),
    ];
    command.envs(settings);
    command
}

/// Builds the packages that programs can import and all they need, and keeps the archives.
async fn library(making: &mut Making<'_>, root: &Path) -> Result<Fingerprint, PackError> {
    let mut list = go_command(making.work(), root);
    list.args(["list", "std"]);
    let packages = making.host(list).await?;
    let packages = String::from_utf8_lossy(&packages);
    let mut build = go_command(making.work(), root);
    build.args(["list", "-deps", "-export", LISTING]);
    build.args(packages.lines().filter(|package| go::is_public(package)));
    let built = making.host(build).await?;
    let mut index = String::new();
    let mut digest = Fingerprint::of([making.language().as_str()]);
    for line in String::from_utf8_lossy(&built).lines() {
        let mut columns = line.split('\t');
        let (Some(package), Some(archive), Some(imports)) = (columns.next(), columns.next(), columns.next()) else {
            continue;
        };
        let from = Path::new(archive);
        let content = std::fs::read(from).map_err(FileError::on("read", from))?;
        let name = archive_name(package);
        let path = making.folder().join(&name);
        let parent = path.parent().unwrap_or(making.folder());
        std::fs::create_dir_all(parent).map_err(FileError::on("create", parent))?;
        making.keep(&name, &content)?;
        digest = digest.and(package).and(content);
        index.extend([package, " ", imports, "\n"]);
    }
    making.keep(INDEX, &index)?;
    Ok(digest.and(index))
}

/// The toolchain, loaded when something has to be compiled.
struct Lazy {
    folder: PathBuf,
    language: Language,
    toolchain: OnceCell<Toolchain>,
}

#[async_trait]
impl Compiler for Lazy {
    async fn compile(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Compiled, PrepareError> {
        let load = async || {
            let (engine, folder, language) = (engine.clone(), self.folder.clone(), self.language.clone());
            let loading = tokio::task::spawn_blocking(move || load(&engine, &folder, &language));
            loading.await.map_err(|error| broken(&self.language, &error))?
        };
        let compiled = self.toolchain.get_or_try_init(load).await?.compile(engine, source, limits).await;
        compiled.map_err(|error| match error {
            CompileError::Library(error) => PackError::File(error).into(),
            CompileError::Run(error) => error.into(),
        })
    }

    fn environment(&self) -> Environment {
        go::environment
    }
}

fn load(engine: &Engine, folder: &Path, language: &Language) -> Result<Toolchain, PackError> {
    let tool = |name| artefact::load_module_file(engine, &folder.join(name)).map_err(|error| broken(language, &error));
    let path = folder.join(INDEX);
    let index = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
    let toolchain = Toolchain::new(engine, &tool(COMPILER)?, &tool(LINKER)?, Library::new(folder, &index));
    toolchain.map_err(|error| broken(language, &error))
}
