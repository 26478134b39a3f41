//! The Python runtime: one interpreter snapshot, asked to check, to load or to run source files.

use std::collections::BTreeMap;
use std::sync::Arc;

use assay_challenge::{Captured, Compilation, End, Limits};
use async_trait::async_trait;
use bytes::Bytes;
use wasmtime::{Instance, Linker, Module, Store};

use crate::canonical::Canonical;
use crate::guest::Guest;
use crate::preview1::Preview1;
use crate::reuse::{Instances, Loaded};
use crate::run::{Given, RunError};
use crate::{Engine, Finished, Job, Prepared, Program, Source, lowered};

/// Bytes an instance's memory may have grown by and be kept: what a program loads stays in it.
const ROOM: usize = 4 << 20;

/// The snapshot of the interpreter, ready to be instantiated.
///
/// To check files writes to more of the memory than most programs do, and all of that would be put back after every run: so
/// the two have instances of their own.
pub(crate) struct Interpreter {
    checking: Instances,
    running: Instances,
}

/// A program of Python, compiled to the interpreter's own code.
pub(crate) struct Script {
    interpreter: Arc<Interpreter>,
    source: Source,
    code: Bytes,
    loaded: Loaded,
}

/// `finished` of the pack's WIT world.
struct Returned {
    exit_code: i32,
    created: Vec<(String, Bytes)>,
}

/// `file` of the pack's WIT world is two strings, name and content, and takes this many bytes.
const FILE: u32 = 16;

impl Interpreter {
    /// The interpreter in `module`, a flattened component of the pack's WIT world.
    pub(crate) fn new(engine: &Engine, module: &Module) -> wasmtime::Result<Self> {
        let mut linker = Linker::new(engine.wasmtime());
        lowered::add_to_linker(&mut linker, module)?;
        let fresh = linker.instantiate_pre(module)?;
        let checking = Instances::new(module, fresh.clone(), ROOM);
        Ok(Self { checking, running: Instances::new(module, fresh, ROOM) })
    }
}

impl Script {
    /// Runs it in a sandbox of its own.
    pub(crate) async fn run(&self, engine: &Engine, job: &Job) -> Result<Finished, RunError> {
        let mut created = BTreeMap::new();
        let load = async |store: &mut Store<Guest>, instance| self.load(store, instance).await;
        let run = async |store: &mut Store<Guest>, instance| {
            let canonical = Canonical::new(store, &instance)?;
            let returned = start(store, &canonical, job).await?;
            created.extend(returned.created);
            Ok(returned.exit_code)
        };
        let (instances, files) = (&self.interpreter.running, Preview1::default);
        let Finished { outcome, .. } = self.loaded.run(instances, engine, job, files, load, run).await?;
        Ok(Finished { outcome, written: created })
    }

    /// `load` of the pack's WIT world.
    async fn load(&self, store: &mut Store<Guest>, instance: Instance) -> wasmtime::Result<()> {
        let canonical = Canonical::new(store, &instance)?;
        let Source { main, files, entry, .. } = &self.source;
        let main = canonical.string(store, main.as_bytes()).await?;
        let code = canonical.string(store, &self.code).await?;
        let files = canonical.strings(store, 2, &parts(files)).await?;
        let (given, entry) = option(store, &canonical, entry.as_deref()).await?;
        let parameters = (main.0, main.1, code.0, code.1, files.0, files.1, given, entry.0, entry.1);
        canonical.call_and_return(store, "load", parameters).await
    }
}

/// `check` of the pack's WIT world: code and warnings, or what is wrong.
async fn check(
    store: &mut Store<Guest>,
    instance: Instance,
    files: &[(String, Bytes)],
) -> wasmtime::Result<Result<(Bytes, String), String>> {
    let canonical = Canonical::new(store, &instance)?;
    let files = canonical.strings(store, 2, &parts(files)).await?;
    let answer: u32 = canonical.call(store, "check", files).await?;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let first = canonical.list(store, answer.saturating_add(4))?;
    Ok(match canonical.word(store, answer)? & 0xff {
        0 => Ok((first.into(), text(canonical.list(store, answer.saturating_add(12))?))),
        _ => Err(text(first)),
    })
}

/// `run` of the pack's WIT world.
async fn start(store: &mut Store<Guest>, canonical: &Canonical<'_>, job: &Job) -> wasmtime::Result<Returned> {
    let files = canonical.strings(store, 2, &parts(&job.files)).await?;
    let arguments: Vec<&[u8]> = job.arguments.iter().map(String::as_bytes).collect();
    let arguments = canonical.strings(store, 1, &arguments).await?;
    let (given, folder) = option(store, canonical, job.writable.as_deref()).await?;
    let parameters = (files.0, files.1, arguments.0, arguments.1, given, folder.0, folder.1);
    let answer: u32 = canonical.call(store, "run", parameters).await?;
    let exit_code = canonical.word(store, answer)?.cast_signed();
    let (list, count) =
        (canonical.word(store, answer.saturating_add(4))?, canonical.word(store, answer.saturating_add(8))?);
    let mut created = Vec::new();
    for index in 0..count {
        let at = list.saturating_add(index.saturating_mul(FILE));
        let name = String::from_utf8_lossy(&canonical.list(store, at)?).into_owned();
        created.push((name, canonical.list(store, at.saturating_add(8))?.into()));
    }
    Ok(Returned { exit_code, created })
}

/// `option<string>`: whether there is one, and its two words.
async fn option(
    store: &mut Store<Guest>,
    canonical: &Canonical<'_>,
    text: Option<&str>,
) -> wasmtime::Result<(u32, (u32, u32))> {
    Ok(match text {
        Some(text) => (1, canonical.string(store, text.as_bytes()).await?),
        None => (0, (0, 0)),
    })
}

fn parts(files: &[(String, Bytes)]) -> Vec<&[u8]> {
    files.iter().flat_map(|(name, content)| [name.as_bytes(), content]).collect()
}

/// A snapshot of the interpreter, as a language's pack keeps it.
pub(crate) struct Snapshot(pub(crate) Arc<Interpreter>);

#[async_trait]
impl crate::runtime::Interpreter for Snapshot {
    /// Compiles the files to the interpreter's own code, without running any of it.
    async fn prepare(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Prepared, RunError> {
        let interpreter = self.0.clone();
        let mut answer = None;
        let check = async |store: &mut Store<Guest>, instance| {
            answer = Some(check(store, instance, &source.files).await?);
            Ok(0)
        };
        let given = Given::files(Preview1::default(), limits);
        let Finished { outcome, .. } = interpreter.checking.run(engine, given, None, check).await?;
        let usage = outcome.usage;
        Ok(match (answer, outcome.end) {
            (Some(Ok((code, warnings))), End::Exit { code: 0 }) => Prepared {
                compilation: Compilation { ok: true, message: warnings, usage },
                program: Some(Program::python(Script {
                    interpreter,
                    source: source.clone(),
                    code,
                    loaded: Loaded::default(),
                })),
            },
            (Some(Err(message)), End::Exit { code: 0 }) => {
                Prepared { compilation: Compilation { ok: false, message, usage }, program: None }
            }
            (_, end) => {
                let Captured { bytes, .. } = outcome.stderr;
                let message = format!("{}{}", String::from_utf8_lossy(&bytes), crate::prepare::stopped(&end, limits));
                Prepared { compilation: Compilation { ok: false, message, usage }, program: None }
            }
        })
    }
}
