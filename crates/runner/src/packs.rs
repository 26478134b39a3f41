//! The language packs of one cache: which there are, making them ready, and preparing programs with them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use assay_challenge::{Compilation, Fingerprint, Language, Usage};
use bytes::Bytes;
use serde::Serialize;
use thiserror::Error;

use crate::binary::Made;
use crate::confine::Confinement;
use crate::pack::{
    FetchError, FileError, Manifest, ManifestError, PackageSource, Progress, Store, StoreError, UnpackError,
    folder_size,
};
use crate::profile::{Frames, Profilable, ProfileError, with_tracer};
use crate::program::{Environment, NO_ENVIRONMENT, Start};
use crate::run::RunError;
use crate::runtime::{Compiler, Runtime, Translator};
use crate::tools::{ToolPaths, Tools};
use crate::{COMPILE_LIMITS, Compiled, Engine, Prepared, Source, binary};

/// The language whose submissions are modules already; it needs no pack.
const WASM: &str = "wasm";
const WASM_ENDINGS: [&str; 2] = ["wasm", "wat"];

/// The language packs of one cache.
pub struct Packs {
    engine: Engine,
    store: Store,
    manifests: Vec<Manifest>,
    loaded: Mutex<BTreeMap<Language, Arc<Runtime>>>,
    pub(crate) tools: Tools,
    pub(crate) allow_unconfined: bool,
}

/// What there is to know of a language before it is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackInfo {
    /// The language's name.
    pub language: Language,
    /// Its name for people, with the version people know.
    pub title: String,
    /// Endings of its files.
    pub extensions: Vec<String>,
    /// Whether it can be used without fetching anything.
    pub ready: bool,
    /// Why it cannot be made ready on this computer and what to do, where something has to be installed first.
    pub missing: Option<String>,
    /// Bytes that its prepared pack takes on disk, once it is ready. Languages of one pack show the same.
    pub disk_bytes: Option<u64>,
    /// What of this computer it uses besides what is fetched, by its version.
    pub installed: Option<String>,
    /// What is fetched to make it ready.
    pub fetched: Vec<FetchedInfo>,
    /// Where submissions are compiled or interpreted.
    pub compiled: Whereabouts,
    /// What keeps the compiler in, where it runs on the host; `None` for all others.
    pub confinement: Option<String>,
    /// Its default time multiplier, in thousandths.
    pub multiplier_milli: u32,
}

/// Where a language's compiler or interpreter runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whereabouts {
    /// In the sandbox, metered like any guest.
    Sandbox,
    /// On the host, as a child that the kernel confines.
    ConfinedChild,
}

/// What a package client is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FetchedInfo {
    /// The client, such as `pip`.
    pub client: String,
    /// The package.
    pub package: String,
    /// Its version.
    pub version: String,
    /// About how many bytes it has.
    pub bytes: u64,
}

/// A language pack is not to be had.
#[derive(Debug, Error)]
pub enum PackError {
    /// No pack of this name.
    #[error("no language is called `{language}`; there are {known}")]
    Unknown {
        /// The name.
        language: Language,
        /// The names there are.
        known: String,
    },
    /// It could not be fetched.
    #[error("the language pack `{language}` is not to be had: {error}")]
    Fetch {
        /// The language.
        language: Language,
        /// Why.
        error: Box<FetchError>,
    },
    /// It could not be taken apart.
    #[error(transparent)]
    Unpack(#[from] UnpackError),
    /// The cache cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file of the cache cannot be used.
    #[error(transparent)]
    File(#[from] FileError),
    /// A manifest that came with Assay is broken.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// Something it needs is not installed.
    #[error("the language `{language}` is not to be had: {advice}")]
    Missing {
        /// The language.
        language: Language,
        /// What is missing, and what to do.
        advice: String,
    },
    /// It was fetched but could not be made ready.
    #[error("the language pack `{language}` could not be prepared: {message}")]
    Prepare {
        /// The language.
        language: Language,
        /// What happened.
        message: String,
    },
}

impl Packs {
    /// The packs kept in the folder `cache`, which is made when something is put there.
    pub fn open(engine: &Engine, cache: &Path) -> Result<Self, PackError> {
        let store = Store::open(cache.to_owned());
        Ok(Self {
            engine: engine.clone(),
            tools: Tools::new(ToolPaths::default(), store.clone()),
            store,
            manifests: Manifest::bundled()?,
            loaded: Mutex::default(),
            allow_unconfined: false,
        })
    }

    /// How many bytes of compiled programs and the like are kept besides packs; [`crate::CACHE_BYTES`] where this is not
    /// called. What was used longest ago goes first, and is made again when it is used again.
    #[must_use]
    pub fn cache_bytes(mut self, bytes: u64) -> Self {
        self.store = self.store.bounded(bytes);
        self.tools = self.tools.kept_in(self.store.clone());
        self
    }

    /// Whether compilers that cannot run in the sandbox may run where the kernel cannot confine them: never, unless
    /// this is called. Receipts say so, and a submission that breaks its compiler can do what this process can.
    #[must_use]
    pub fn allow_unconfined(mut self, allow: bool) -> Self {
        self.allow_unconfined = allow;
        self
    }

    /// Where compilers of this computer are looked for.
    #[must_use]
    pub fn tools(mut self, paths: ToolPaths) -> Self {
        self.tools = Tools::new(paths, self.store.clone());
        self
    }

    /// All languages, in the order of their names.
    pub fn list(&self) -> Vec<PackInfo> {
        let mut list: Vec<_> = self.manifests.iter().map(|manifest| self.info(manifest)).collect();
        list.push(PackInfo {
            language: wasm(),
            title: "WebAssembly".to_owned(),
            extensions: WASM_ENDINGS.map(ToOwned::to_owned).to_vec(),
            ready: true,
            missing: None,
            disk_bytes: None,
            fetched: Vec::new(),
            compiled: Whereabouts::Sandbox,
            confinement: None,
            installed: None,
            multiplier_milli: 1000,
        });
        list.sort_by(|a, b| a.language.cmp(&b.language));
        list
    }

    fn info(&self, manifest: &Manifest) -> PackInfo {
        let key = Runtime::key(self, manifest);
        let entry = key.as_ref().ok().and_then(|key| self.store.entry(Runtime::KIND, key).ok().flatten());
        let fetched = |source: &PackageSource| FetchedInfo {
            client: source.client.to_string(),
            package: source.package.clone(),
            version: source.version.clone(),
            bytes: source.download_bytes,
        };
        let confined = manifest.kind.procedure().confined().then(|| Confinement::available(self.allow_unconfined));
        let unconfinable = confined.as_ref().and_then(|confined| confined.as_ref().err());
        PackInfo {
            language: manifest.name.clone(),
            title: manifest.title.clone(),
            extensions: manifest.extensions.clone(),
            ready: entry.is_some(),
            missing: key.err().map(|missing| missing.advice).or(unconfinable.map(ToString::to_string)),
            disk_bytes: entry.and_then(|entry| folder_size(&entry.path).ok()),
            installed: manifest.kind.procedure().installed(&self.tools).ok().filter(|installed| !installed.is_empty()),
            fetched: manifest.sources.iter().map(fetched).collect(),
            compiled: if confined.is_some() { Whereabouts::ConfinedChild } else { Whereabouts::Sandbox },
            confinement: confined
                .map(|confined| confined.map_or_else(|_| "nothing".to_owned(), |with| with.to_string())),
            multiplier_milli: manifest.multiplier_milli,
        }
    }

    /// The endings of every language's files, in the order of the languages' names. Nothing is looked for, neither in
    /// the cache nor on this computer: what each grade asks must be free.
    pub fn endings(&self) -> BTreeMap<Language, Vec<String>> {
        let packed = self.manifests.iter().map(|manifest| (manifest.name.clone(), manifest.extensions.clone()));
        packed.chain([(wasm(), WASM_ENDINGS.map(ToOwned::to_owned).to_vec())]).collect()
    }

    /// The language a file of this name is written in, by its ending.
    pub fn language_of(&self, file: &str) -> Option<Language> {
        let claimed = self.manifests.iter().find(|manifest| manifest.claims(file));
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        claimed.map(|manifest| manifest.name.clone()).or_else(|| WASM_ENDINGS.contains(&ending).then(wasm))
    }

    /// The default time multiplier of a language, in thousandths.
    pub fn multiplier(&self, language: &Language) -> u32 {
        self.manifests.iter().find(|manifest| manifest.name == *language).map_or(1000, |found| found.multiplier_milli)
    }

    /// Makes a language ready, fetching and preparing it the first time, and returns what identifies it in receipts.
    pub async fn ready(
        &self,
        language: &Language,
        from: Option<&Path>,
        on_progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<String, PackError> {
        if *language == wasm() {
            return Ok(WASM.to_owned());
        }
        Ok(self.runtime(language, from, on_progress).await?.identity(language))
    }

    async fn runtime(
        &self,
        language: &Language,
        from: Option<&Path>,
        on_progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Arc<Runtime>, PackError> {
        let manifest = self.manifest(language)?;
        if let Some(runtime) = self.loaded().get(manifest.pack()) {
            return Ok(runtime.clone());
        }
        let runtime = Arc::new(Runtime::open(self, &self.store, manifest, from, on_progress).await?);
        Ok(self.loaded().entry(manifest.pack().clone()).or_insert(runtime).clone())
    }

    /// Removes what is kept of a language; whether there was anything.
    pub async fn remove(&self, language: &Language) -> Result<bool, PackError> {
        if *language == wasm() {
            return Ok(false);
        }
        let manifest = self.manifest(language)?;
        self.loaded().remove(manifest.pack());
        let key = Runtime::key(self, manifest).map_err(|missing| missing.of(language))?;
        Ok(self.store.remove(Runtime::KIND, &key).await?)
    }

    /// Where everything is kept.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Every pack with its key in the store, where that can be told.
    pub(crate) fn keys(&self) -> Vec<(String, Option<String>)> {
        let of = |manifest: &Manifest| (manifest.pack().to_string(), Runtime::key(self, manifest).ok());
        self.manifests.iter().map(of).collect()
    }

    /// Forgets what is loaded, so that it is looked for in the store when it is used next.
    pub(crate) fn unload(&self) {
        self.loaded().clear();
    }

    /// The engine they are made for.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The compiler of a language, which is made ready where it is not.
    pub(crate) async fn compiler(
        &self,
        language: &Language,
        on_progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Arc<dyn Compiler>, PackError> {
        match self.runtime(language, None, on_progress).await?.translator() {
            Translator::Compiler(compiler) => Ok(compiler.clone()),
            Translator::Interpreter(_) => {
                Err(PackError::Prepare { language: language.clone(), message: "it is no compiler".to_owned() })
            }
        }
    }

    /// The folder of a language's pack, which is made ready where it is not.
    pub(crate) async fn folder(
        &self,
        language: &Language,
        on_progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<PathBuf, PackError> {
        self.runtime(language, None, on_progress).await?;
        let key = Runtime::key(self, self.manifest(language)?).map_err(|missing| missing.of(language))?;
        let entry = self.store.entry(Runtime::KIND, &key)?.map(|entry| entry.path);
        let gone = || PackError::Prepare { language: language.clone(), message: "its files are gone".to_owned() };
        entry.ok_or_else(gone)
    }

    /// Turns source files into a program. Its language must be ready, or is made ready in silence.
    pub async fn prepare(&self, source: &Source) -> Result<Prepared, PrepareError> {
        if source.language == wasm() {
            return Ok(self.assembled(source, Made::AsItIs).await);
        }
        let runtime = self.runtime(&source.language, None, &mut |_| {}).await?;
        match runtime.translator() {
            Translator::Interpreter(interpreter) => {
                Ok(interpreter.prepare(&self.engine, source, &COMPILE_LIMITS).await?)
            }
            Translator::Compiler(compiler) => self.compiled(&runtime, compiler.as_ref(), source, Made::AsItIs).await,
        }
    }

    /// Turns source files into a program that can be profiled. The lines of the files `own` are told apart, where the
    /// language is one whose lines are.
    pub async fn prepare_profile(&self, source: &Source, own: &[String]) -> Result<Profilable, ProfileError> {
        if source.language == wasm() {
            return functions(self.assembled(source, Made::ForProfiling).await);
        }
        let runtime = self.runtime(&source.language, None, &mut |_| {}).await.map_err(PrepareError::from)?;
        match runtime.translator() {
            Translator::Compiler(compiler) => {
                functions(self.compiled(&runtime, compiler.as_ref(), source, Made::ForProfiling).await?)
            }
            Translator::Interpreter(interpreter) => {
                let traced = with_tracer(source, own).await.ok_or_else(|| ProfileError::Unsupported {
                    what: source.language.to_string(),
                    why: "its interpreter has no way to say which line it is at",
                })?;
                let prepared = interpreter.prepare(&self.engine, &traced, &COMPILE_LIMITS).await;
                let Prepared { compilation, program } = prepared.map_err(PrepareError::from)?;
                let program = program.ok_or(ProfileError::NoProgram(compilation.message))?;
                Ok(Profilable { program, frames: Frames::Lines, entry: source.entry.clone() })
            }
        }
    }

    async fn assembled(&self, source: &Source, made: Made) -> Prepared {
        let main = source.files.iter().find(|(name, _)| *name == source.main);
        let content = main.map(|(_, content)| content.clone()).unwrap_or_default();
        match binary::assemble(&source.main, &content) {
            Ok(wasm) => {
                self.loaded_binary(&source.main, wasm, NO_ENVIRONMENT, (String::new(), Usage::default()), made).await
            }
            Err(message) => Prepared::failed(message, Usage::default()),
        }
    }

    /// Compiles with the pack's compiler, or takes what it made of the same files before.
    async fn compiled(
        &self,
        runtime: &Runtime,
        compiler: &dyn Compiler,
        source: &Source,
        made: Made,
    ) -> Result<Prepared, PrepareError> {
        let identity = Fingerprint::of([&runtime.identity(&source.language), &self.engine.settings(), &source.main]);
        let named = |fingerprint: Fingerprint, (name, content): &(String, Bytes)| fingerprint.and(name).and(content);
        let key = source.files.iter().fold(identity, named).hex();
        let kept = self.recall("compiled", &key).and_then(|kept| Compiled::from_bytes(&kept));
        let compiled = match kept {
            Some(compiled) => compiled,
            None => {
                let compiled = compiler.compile(&self.engine, source, &COMPILE_LIMITS).await?;
                self.remember("compiled", &key, &compiled.to_bytes());
                compiled
            }
        };
        let Compilation { message, usage, .. } = compiled.compilation;
        Ok(match compiled.module {
            Some(module) => {
                self.loaded_binary(&source.main, module, compiler.environment(), (message, usage), made).await
            }
            None => Prepared::failed(message, usage),
        })
    }

    async fn loaded_binary(
        &self,
        name: &str,
        wasm: Bytes,
        environment: Environment,
        (said, usage): (String, Usage),
        made: Made,
    ) -> Prepared {
        let stem = name.rsplit('/').next().unwrap_or(name).split('.').next().unwrap_or(name);
        let loaded = binary::load(&self.engine, &self.store, wasm, made).await;
        match loaded.and_then(|binary| binary.program(&self.engine, stem, environment)) {
            Ok(program) => {
                Prepared { compilation: Compilation { ok: true, message: said, usage }, program: Some(program) }
            }
            Err(message) => Prepared::failed(format!("{said}{message}\n"), usage),
        }
    }

    /// Something made before, by its content's key.
    pub fn recall(&self, kind: &str, key: &str) -> Option<Vec<u8>> {
        self.store.get_file(kind, key)
    }

    /// Keeps something that can be made again. A cache that cannot be written to costs time, not correctness.
    pub fn remember(&self, kind: &str, key: &str, bytes: &[u8]) {
        let _ = self.store.put_file(kind, key, bytes);
    }

    fn manifest(&self, language: &Language) -> Result<&Manifest, PackError> {
        self.manifests.iter().find(|manifest| manifest.name == *language).ok_or_else(|| PackError::Unknown {
            language: language.clone(),
            known: self.endings().keys().map(Language::as_str).collect::<Vec<_>>().join(", "),
        })
    }

    fn loaded(&self) -> std::sync::MutexGuard<'_, BTreeMap<Language, Arc<Runtime>>> {
        self.loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A program could not be prepared, through no fault of its source.
#[derive(Debug, Error)]
pub enum PrepareError {
    /// Its language is not to be had.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The sandbox the compiler runs in failed.
    #[error(transparent)]
    Run(#[from] RunError),
}

/// A compiled program, if there is one and it is one that is sampled.
fn functions(prepared: Prepared) -> Result<Profilable, ProfileError> {
    let program = prepared.program.ok_or(ProfileError::NoProgram(prepared.compilation.message))?;
    if let Start::Component { .. } = &*program.0 {
        let why = "only modules are: build it as a WASI preview 1 command";
        return Err(ProfileError::Unsupported { what: "a component".to_owned(), why });
    }
    Ok(Profilable { program, frames: Frames::Functions, entry: None })
}

fn wasm() -> Language {
    Language::new(WASM).unwrap_or_else(|| unreachable!("a constant name"))
}
