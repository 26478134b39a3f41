//! The Python runtime: one interpreter snapshot, asked to check or to run source files.

use std::sync::Arc;

use assay_challenge::{Captured, Compilation, End, Limits};
use async_trait::async_trait;
use bytes::Bytes;
use wasmtime::{InstancePre, Module, Store};

use crate::canonical::Canonical;
use crate::guest::Guest;
use crate::preview1::Preview1;
use crate::run::{RunError, Sandbox};
use crate::{Engine, Job, Prepared, Program, Source, lowered};

/// The snapshot of the interpreter, ready to be instantiated.
pub(crate) struct Interpreter(InstancePre<Guest>);

/// `finished` of the pack's WIT world.
pub(crate) struct Finished {
    pub(crate) exit_code: i32,
    /// The files the program created, by name.
    pub(crate) written: Vec<(String, Bytes)>,
}

/// `file` of the pack's WIT world is two strings, name and content, and takes this many bytes.
const FILE: u32 = 16;

impl Interpreter {
    /// The interpreter in `module`, a flattened component of the pack's WIT world.
    pub(crate) fn new(engine: &Engine, module: &Module) -> wasmtime::Result<Self> {
        let mut linker = wasmtime::Linker::new(engine.wasmtime());
        lowered::add_to_linker(&mut linker, module)?;
        Ok(Self(linker.instantiate_pre(module)?))
    }

    /// `check` of the pack's WIT world: code and warnings, or what is wrong.
    async fn check(
        &self,
        store: &mut Store<Guest>,
        files: &[(String, Bytes)],
    ) -> wasmtime::Result<Result<(Bytes, String), String>> {
        let instance = self.0.instantiate_async(&mut *store).await?;
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

    /// `run` of the pack's WIT world, in a fresh instance.
    pub(crate) async fn run(
        &self,
        store: &mut Store<Guest>,
        main: &str,
        code: &[u8],
        sources: &[(String, Bytes)],
        job: &Job,
    ) -> wasmtime::Result<Finished> {
        let instance = self.0.instantiate_async(&mut *store).await?;
        let canonical = Canonical::new(store, &instance)?;
        let main = canonical.string(store, main.as_bytes()).await?;
        let code = canonical.string(store, code).await?;
        let files = canonical.strings(store, 2, &[parts(sources), parts(&job.files)].concat()).await?;
        let arguments: Vec<&[u8]> = job.arguments.iter().map(String::as_bytes).collect();
        let arguments = canonical.strings(store, 1, &arguments).await?;
        let (given, folder) = match &job.writable {
            Some(folder) => (1_u32, canonical.string(store, folder.as_bytes()).await?),
            None => (0, (0, 0)),
        };
        let parameters =
            (main.0, main.1, code.0, code.1, files.0, files.1, arguments.0, arguments.1, given, folder.0, folder.1);
        let answer: u32 = canonical.call(store, "run", parameters).await?;
        let exit_code = canonical.word(store, answer)?.cast_signed();
        let (list, count) =
            (canonical.word(store, answer.saturating_add(4))?, canonical.word(store, answer.saturating_add(8))?);
        let mut written = Vec::new();
        for index in 0..count {
            let at = list.saturating_add(index.saturating_mul(FILE));
            let name = String::from_utf8_lossy(&canonical.list(store, at)?).into_owned();
            written.push((name, canonical.list(store, at.saturating_add(8))?.into()));
        }
        Ok(Finished { exit_code, written })
    }
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
        let mut sandbox = Sandbox::open(engine, Bytes::new(), 0, limits, Preview1::default())?;
        let mut answer = None;
        let end = sandbox
            .watch(async |store| {
                answer = Some(interpreter.check(store, &source.files).await?);
                Ok(0)
            })
            .await?;
        let outcome = sandbox.outcome(end);
        let usage = outcome.usage;
        Ok(match (answer, outcome.end) {
            (Some(Ok((code, warnings))), End::Exit { code: 0 }) => Prepared {
                compilation: Compilation { ok: true, message: warnings, usage },
                program: Some(Program::python(interpreter, source.main.clone(), code, source.files.clone())),
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
