//! One language pack made ready: from fetched archives to native code that is mapped in a few milliseconds.
//!
//! What all kinds of runtime have in common is here; each kind's own procedure is a file of this folder.

mod clang;
mod go;
mod kind;
mod making;
mod probe;
mod python;
mod quickjs;
mod ruby;
mod rustc;
mod teavm;

use std::path::{Path, PathBuf};

use assay_challenge::{Fingerprint, Language};

pub(crate) use clang::Clang;
pub(crate) use go::Go;
pub(crate) use kind::{Compiler, Glue, Interpreter, Kind, Missing, Opened, Translator};
pub(crate) use making::Making;
pub(crate) use python::Python;
pub(crate) use quickjs::Quickjs;
pub(crate) use ruby::Ruby;
pub(crate) use rustc::Rustc;
pub(crate) use teavm::Teavm;

use crate::Engine;
use crate::confine::Confinement;
use crate::pack::{FileError, Manifest, PACKS, Progress, Store, fetch};
use crate::packs::{PackError, Packs};
use crate::tools::Tools;

/// A language pack in the cache, whole and ready.
pub(crate) struct Runtime {
    identity: String,
    translator: Translator,
}

/// A pack whose files are there, about to be loaded.
pub(crate) struct Opening<'a> {
    /// The engine it was made for.
    pub(crate) engine: &'a Engine,
    /// The tools of this computer.
    pub(crate) tools: &'a Tools,
    /// The language under whose name it is kept.
    pub(crate) language: &'a Language,
    /// Its files.
    pub(crate) folder: &'a Path,
    /// Whether compilers of the host may run where the kernel cannot confine them.
    pub(crate) allow_unconfined: bool,
}

impl Opening<'_> {
    /// What keeps a compiler of the host in.
    pub(crate) fn confinement(&self) -> Result<Confinement, PackError> {
        let confinement = Confinement::available(self.allow_unconfined);
        confinement.map_err(|error| PackError::Missing { language: self.language.clone(), advice: error.to_string() })
    }

    /// The pack cannot be loaded.
    pub(crate) fn broken(&self, why: &dyn std::fmt::Display) -> PackError {
        broken(self.language, why)
    }
}

impl Runtime {
    /// The kind of entry packs are kept as.
    pub(crate) const KIND: &'static str = PACKS;

    /// The store's key: the pack's name, what it is made from, and the engine it was compiled by.
    pub(crate) fn key(packs: &Packs, manifest: &Manifest) -> Result<String, Missing> {
        let hash = Fingerprint::of([&made_from(packs, manifest)?, packs.engine().compatibility()]).hex();
        Ok(format!("{}-{:.24}", manifest.pack(), hash))
    }

    /// Loads the pack, making it first where it is not there.
    pub(crate) async fn open(
        packs: &Packs,
        store: &Store,
        manifest: &Manifest,
        from: Option<&Path>,
        on_progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Self, PackError> {
        let (engine, pack) = (packs.engine(), manifest.pack().clone());
        let missing = |missing: Missing| missing.of(&pack);
        let key = Self::key(packs, manifest).map_err(missing)?;
        let entry = store.get_or_make(Self::KIND, &key, async |folder: PathBuf| {
            make(packs, manifest, from, &folder, on_progress).await
        });
        let folder = entry.await?.path;
        let (tools, allow_unconfined) = (&packs.tools, packs.allow_unconfined);
        let opening = Opening { engine, tools, language: &pack, folder: &folder, allow_unconfined };
        let Opened { identity, translator } = manifest.kind.procedure().open(&opening).await?;
        let made_from = made_from(packs, manifest).map_err(missing)?;
        let identity = format!("{} sha256:{made_from:.32}{identity}", manifest.version);
        Ok(Self { identity, translator })
    }

    /// What identifies the pack in receipts: the language, its version, and a hash over what it is made from.
    pub(crate) fn identity(&self, language: &Language) -> String {
        format!("{language} {}", self.identity)
    }

    pub(crate) fn translator(&self) -> &Translator {
        &self.translator
    }
}

/// Hash over everything a prepared pack follows from, but for the engine.
fn made_from(packs: &Packs, manifest: &Manifest) -> Result<String, Missing> {
    let kind = manifest.kind.procedure();
    let named = manifest.sources.iter().fold(Fingerprint::of([manifest.pack().as_str()]), |fingerprint, source| {
        fingerprint.and(&source.package).and(&source.version)
    });
    let glue = kind.glue().iter().fold(named, |fingerprint, (name, text)| fingerprint.and(name).and(text));
    let installed = kind.installed(&packs.tools)?;
    Ok(if installed.is_empty() { glue } else { glue.and(installed) }.hex())
}

async fn make(
    packs: &Packs,
    manifest: &Manifest,
    from: Option<&Path>,
    folder: &Path,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), PackError> {
    let work = tempfile::tempdir_in(folder).map_err(FileError::on("create a folder in", folder))?;
    let mut archives = Vec::new();
    for source in &manifest.sources {
        let fetched = fetch(manifest, source, from, work.path(), packs.tools.cargo_home(), on_progress).await;
        let failed = |error| PackError::Fetch { language: manifest.pack().clone(), error: Box::new(error) };
        archives.push(fetched.map_err(failed)?);
    }
    let mut making = Making { packs, manifest, archives, folder, work: work.path(), on_progress };
    manifest.kind.procedure().make(&mut making).await?;
    work.close().map_err(FileError::on("remove what was unpacked in", folder))?;
    on_progress(Progress::Ready);
    Ok(())
}

async fn compile_native(engine: &Engine, language: &Language, wasm: PathBuf, native: PathBuf) -> Result<(), PackError> {
    let engine = engine.clone();
    let work = tokio::task::spawn_blocking(move || {
        let bytes = std::fs::read(&wasm).map_err(|error| error.to_string())?;
        let code = engine.wasmtime().precompile_module(&bytes).map_err(|error| format!("{error:#}"))?;
        std::fs::write(&native, code).map_err(|error| format!("{}: {error}", native.display()))
    });
    let done: Result<(), String> = work.await.map_err(|error| broken(language, &error))?;
    done.map_err(|message| broken(language, &message))
}

fn broken(language: &Language, why: &dyn std::fmt::Display) -> PackError {
    PackError::Prepare { language: language.clone(), message: format!("{why:#}") }
}
