//! One language pack made ready: from a fetched archive to native code that is mapped in a few milliseconds.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use assay_challenge::{Fingerprint, Language};
use bytes::Bytes;
use tokio::process::Command;

use crate::clang::Toolchain;
use crate::pack::{FileError, Manifest, Progress, RuntimeKind, Store, fetch, unpack_tgz};
use crate::packs::PackError;
use crate::preview1::Tree;
use crate::program::Interpreter;
use crate::{COMPILE_LIMITS, Engine, Job, Source, artefact};

/// Guest glue that came with Assay: what it is called where a pack is prepared, and its text.
const PYTHON_GLUE: [(&str, &str); 4] = [
    ("app/app.py", include_str!("../../../sandbox/python/app.py")),
    ("wit/runner.wit", include_str!("../../../sandbox/python/wit/runner.wit")),
    ("prepare.py", include_str!("../../../sandbox/python/prepare.py")),
    ("probe.py", PYTHON_PROBE_PROGRAM),
];

/// Depends on as much of the snapshot as one program can.
const PYTHON_PROBE_PROGRAM: &str = include_str!("../../../sandbox/python/probe.py");

/// What is added to the compiler's own files: a header, and a source that is compiled when the pack is prepared.
const CLANG_GLUE: [(&str, &str); 2] = [
    ("usr/include/c++/v1/bits/stdc++.h", include_str!("../../../sandbox/cpp/include/bits/stdc++.h")),
    ("usr/lib/assay/streams.cpp", include_str!("../../../sandbox/cpp/streams.cpp")),
];

/// A language pack in the cache, whole and ready.
pub(crate) struct Runtime {
    pack: Language,
    identity: String,
    folder: PathBuf,
    state: State,
}

enum State {
    Python(Arc<Interpreter>),
    /// The compiler is loaded when something has to be compiled.
    Clang(tokio::sync::OnceCell<Arc<Toolchain>>),
}

impl Runtime {
    /// The kind of entry packs are kept as.
    pub(crate) const KIND: &'static str = "packs";

    /// The store's key: the pack's name, what it is made from, and the engine it was compiled by.
    pub(crate) fn key(engine: &Engine, manifest: &Manifest) -> String {
        let hash = Fingerprint::of([&made_from(manifest), engine.compatibility()]).hex();
        format!("{}-{:.24}", manifest.pack(), hash)
    }

    /// Loads the pack, making it first where it is not there.
    pub(crate) async fn open(
        engine: &Engine,
        store: &Store,
        manifest: &Manifest,
        from: Option<&Path>,
        on_progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Self, PackError> {
        let key = Self::key(engine, manifest);
        let entry = store.get_or_make(Self::KIND, &key, async |folder: PathBuf| {
            make(engine, manifest, from, &folder, on_progress).await
        });
        let folder = entry.await?.path;
        let pack = manifest.pack().clone();
        let mut identity = format!("{} sha256:{:.32}", manifest.version, made_from(manifest));
        let state = match manifest.kind {
            RuntimeKind::Python => {
                let path = folder.join(PYTHON_PROBE);
                let cost = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
                identity = format!("{identity} probe:{cost}");
                State::Python(load_interpreter(engine, &folder, &pack)?)
            }
            RuntimeKind::Clang => State::Clang(tokio::sync::OnceCell::new()),
        };
        Ok(Self { pack, identity, folder, state })
    }

    /// What identifies the pack in receipts: the language, its version, and a hash over what it is made from.
    pub(crate) fn identity(&self, language: &Language) -> String {
        format!("{language} {}", self.identity)
    }

    pub(crate) fn interpreter(&self) -> Result<Arc<Interpreter>, PackError> {
        match &self.state {
            State::Python(interpreter) => Ok(interpreter.clone()),
            State::Clang(_) => Err(broken(&self.pack, &"it is no interpreter")),
        }
    }

    pub(crate) async fn toolchain(&self, engine: &Engine) -> Result<Arc<Toolchain>, PackError> {
        let State::Clang(cell) = &self.state else { return Err(broken(&self.pack, &"it is no compiler")) };
        let load = || async {
            let (engine, folder, pack) = (engine.clone(), self.folder.clone(), self.pack.clone());
            let loading = tokio::task::spawn_blocking(move || load_toolchain(&engine, &folder, &pack));
            loading.await.map_err(|error| broken(&self.pack, &error))?
        };
        cell.get_or_try_init(load).await.cloned()
    }
}

const PYTHON_NATIVE: &str = "interpreter.cwasm";
const PYTHON_PROBE: &str = "probe";
const CLANG_NATIVE: &str = "llvm.cwasm";
const CLANG_FILES: &str = "llvm-resources.tar";
const CLANG_STREAMS: &str = "streams.o";

/// Hash over everything a prepared pack follows from, but for the engine.
fn made_from(manifest: &Manifest) -> String {
    let source = &manifest.source;
    let glue: &[(&str, &str)] = match manifest.kind {
        RuntimeKind::Python => &PYTHON_GLUE,
        RuntimeKind::Clang => &CLANG_GLUE,
    };
    let named = Fingerprint::of([manifest.pack().as_str(), &source.package, &source.version]);
    glue.iter().fold(named, |fingerprint, (name, text)| fingerprint.and(name).and(text)).hex()
}

async fn make(
    engine: &Engine,
    manifest: &Manifest,
    from: Option<&Path>,
    folder: &Path,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), PackError> {
    let language = manifest.pack();
    let work = tempfile::tempdir_in(folder).map_err(FileError::on("create a folder in", folder))?;
    let failed = |error| PackError::Fetch { language: language.clone(), error: Box::new(error) };
    let archive = fetch(manifest, from, work.path(), on_progress).await.map_err(failed)?;
    let mut preparing = |step: &str| on_progress(Progress::Preparing { step: step.to_owned() });
    match manifest.kind {
        RuntimeKind::Python => {
            preparing("starting the interpreter and taking its snapshot");
            let component = build_python(language, &archive, work.path()).await?;
            preparing("compiling the interpreter to native code");
            compile(engine, language, component, folder.join(PYTHON_NATIVE)).await?;
            preparing("trying the interpreter");
            let cost = probe(engine, language, folder).await?;
            let path = folder.join(PYTHON_PROBE);
            std::fs::write(&path, cost.to_string()).map_err(FileError::on("write", &path))?;
        }
        RuntimeKind::Clang => {
            preparing("unpacking the compiler");
            let (archive, into) = (archive.clone(), work.path().to_owned());
            let wanted = ["package/gen/llvm.core.wasm", "package/gen/llvm-resources.tar"];
            let unpacking = tokio::task::spawn_blocking(move || unpack_tgz(&archive, &wanted, &into));
            unpacking.await.map_err(|error| broken(language, &error))??;
            let (unpacked, kept) = (work.path().join(CLANG_FILES), folder.join(CLANG_FILES));
            std::fs::rename(&unpacked, &kept).map_err(FileError::on("move", &unpacked))?;
            preparing("compiling the compiler to native code (about a minute)");
            compile(engine, language, work.path().join("llvm.core.wasm"), folder.join(CLANG_NATIVE)).await?;
            preparing("compiling the streams of C++");
            let toolchain = load_toolchain(engine, folder, language)?;
            let [_, (name, text)] = CLANG_GLUE;
            let object = toolchain.object(engine, name, text, &COMPILE_LIMITS).await;
            let object = object.map_err(|error| broken(language, &error))?;
            let object = object.map_err(|message| broken(language, &message))?;
            let path = folder.join(CLANG_STREAMS);
            std::fs::write(&path, object).map_err(FileError::on("write", &path))?;
        }
    }
    work.close().map_err(FileError::on("remove what was unpacked in", folder))?;
    on_progress(Progress::Ready);
    Ok(())
}

fn load_interpreter(engine: &Engine, folder: &Path, pack: &Language) -> Result<Arc<Interpreter>, PackError> {
    let component = artefact::load_component_file(engine, &folder.join(PYTHON_NATIVE));
    let component = component.map_err(|error| broken(pack, &error))?;
    Ok(Arc::new(Interpreter::new(engine, &component).map_err(|error| broken(pack, &error))?))
}

/// What a fixed program costs in the new snapshot. It stands in receipts: snapshots taken on two machines are the
/// same for a program exactly if hashes, order and memory layout came out the same, and then so does this.
async fn probe(engine: &Engine, language: &Language, folder: &Path) -> Result<u64, PackError> {
    let interpreter = load_interpreter(engine, folder, language)?;
    let files = vec![("probe.py".to_owned(), Bytes::from_static(PYTHON_PROBE_PROGRAM.as_bytes()))];
    let source = Source { language: language.clone(), main: "probe.py".to_owned(), files };
    let prepared = crate::python::prepare(engine, interpreter, &source, &COMPILE_LIMITS).await;
    let prepared = prepared.map_err(|error| broken(language, &error))?;
    let program = prepared.program.ok_or_else(|| broken(language, &prepared.compilation.message))?;
    let job = Job {
        program,
        stdin: Bytes::new(),
        arguments: Vec::new(),
        files: Vec::new(),
        writable: None,
        seed: 0,
        limits: COMPILE_LIMITS,
    };
    let outcome = engine.run(&job).await.map_err(|error| broken(language, &error))?.outcome;
    if outcome.end.is_success() {
        return Ok(outcome.usage.cost);
    }
    Err(broken(language, &format!("{:?}\n{}", outcome.end, String::from_utf8_lossy(&outcome.stderr.bytes))))
}

/// Has the host's Python run the pinned componentize-py; returns the component's file.
async fn build_python(language: &Language, wheel: &Path, work: &Path) -> Result<PathBuf, PackError> {
    for (name, text) in PYTHON_GLUE {
        let path = work.join("glue").join(name);
        let parent = path.parent().unwrap_or(work);
        std::fs::create_dir_all(parent).map_err(FileError::on("create", parent))?;
        std::fs::write(&path, text).map_err(FileError::on("write", &path))?;
    }
    let (unpacked, component, glue) = (work.join("wheel"), work.join("python.wasm"), work.join("glue"));
    let python = if cfg!(windows) { "python" } else { "python3" };
    let mut unzip = Command::new(python);
    unzip.args(["-I", "-m", "zipfile", "-e"]).arg(wheel).arg(&unpacked);
    run(language, unzip).await?;
    let mut build = Command::new(python);
    build.args(["-I", "-S"]).arg(glue.join("prepare.py")).args([&unpacked, &glue.join("wit"), &glue.join("app")]);
    build.arg(&component);
    // The interpreter sees the order in which its folder is listed, and only memory-backed folders have a fixed one.
    let memory = Path::new("/dev/shm");
    let scratch = if memory.is_dir() { tempfile::tempdir_in(memory).ok() } else { None };
    if let Some(scratch) = &scratch {
        build.env("TMPDIR", scratch.path());
    }
    build.env_remove("VIRTUAL_ENV").env_remove("PYTHONHOME").env_remove("PYTHONPATH");
    run(language, build).await?;
    Ok(component)
}

async fn run(language: &Language, mut command: Command) -> Result<(), PackError> {
    let output = command.stdin(Stdio::null()).kill_on_drop(true).output().await;
    let output = output.map_err(|error| broken(language, &format!("python3 cannot be started: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let tail: Vec<&str> = said.lines().rev().take(12).collect();
    let tail: Vec<&str> = tail.into_iter().rev().collect();
    Err(broken(
        language,
        &format!(
            "python3 ended with {}\n{}",
            output.status,
            tail.join("\n").escape_default().to_string().replace("\\n", "\n")
        ),
    ))
}

async fn compile(engine: &Engine, language: &Language, wasm: PathBuf, native: PathBuf) -> Result<(), PackError> {
    let engine = engine.clone();
    let work = tokio::task::spawn_blocking(move || {
        let bytes = std::fs::read(&wasm).map_err(|error| error.to_string())?;
        let compiler = engine.wasmtime();
        let component = wasmparser::Parser::is_component(&bytes);
        let code = if component { compiler.precompile_component(&bytes) } else { compiler.precompile_module(&bytes) };
        let code = code.map_err(|error| format!("{error:#}"))?;
        std::fs::write(&native, code).map_err(|error| format!("{}: {error}", native.display()))
    });
    let done: Result<(), String> = work.await.map_err(|error| broken(language, &error))?;
    done.map_err(|message| broken(language, &message))
}

fn load_toolchain(engine: &Engine, folder: &Path, pack: &Language) -> Result<Arc<Toolchain>, PackError> {
    let module = artefact::load_module_file(engine, &folder.join(CLANG_NATIVE)).map_err(|e| broken(pack, &e))?;
    let path = folder.join(CLANG_FILES);
    let archive = Bytes::from(std::fs::read(&path).map_err(FileError::on("read", &path))?);
    let mut files = files_of(&archive).map_err(|error| broken(pack, &error))?;
    files.extend(CLANG_GLUE.map(|(name, text)| (name.to_owned(), Bytes::from_static(text.as_bytes()))));
    if let Ok(object) = std::fs::read(folder.join(CLANG_STREAMS)) {
        files.push((crate::clang::STREAMS.trim_start_matches('/').to_owned(), object.into()));
    }
    let tree = Arc::new(Tree::from_files(files));
    Ok(Arc::new(Toolchain::new(engine, &module, &tree).map_err(|error| broken(pack, &error))?))
}

/// The files of a tar archive below `/usr`, as slices of it.
fn files_of(archive: &Bytes) -> std::io::Result<Vec<(String, Bytes)>> {
    let mut files = Vec::new();
    for entry in tar::Archive::new(&archive[..]).entries()? {
        let entry = entry?;
        if entry.header().entry_type().is_file() {
            let name = format!("usr/{}", entry.path()?.to_string_lossy().trim_start_matches("./"));
            let start = usize::try_from(entry.raw_file_position()).unwrap_or(usize::MAX);
            let end = start.saturating_add(usize::try_from(entry.size()).unwrap_or(usize::MAX));
            if end > archive.len() {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            files.push((name, archive.slice(start..end)));
        }
    }
    Ok(files)
}

fn broken(language: &Language, why: &dyn std::fmt::Display) -> PackError {
    PackError::Prepare { language: language.clone(), message: format!("{why:#}") }
}
