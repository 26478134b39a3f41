//! The Python runtime: one interpreter snapshot, asked to check or to run source files.

use std::sync::Arc;

use assay_challenge::{Captured, Compilation, End, Limits};
use async_trait::async_trait;
use bytes::Bytes;
use wasmtime::Store;
use wasmtime::component::{ComponentType, Lift, Lower};

use crate::guest::Guest;
use crate::preview1::Preview1;
use crate::program::Interpreter;
use crate::run::{RunError, Sandbox};
use crate::{Engine, Job, Prepared, Program, Source};

/// `file` of the pack's WIT world.
#[derive(Clone, ComponentType, Lift, Lower)]
#[component(record)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) content: Vec<u8>,
}

/// `compiled` of the pack's WIT world.
#[derive(ComponentType, Lift)]
#[component(record)]
struct Compiled {
    code: Vec<u8>,
    warnings: String,
}

/// `finished` of the pack's WIT world.
#[derive(ComponentType, Lift)]
#[component(record)]
pub(crate) struct Finished {
    #[component(name = "exit-code")]
    pub(crate) exit_code: i32,
    pub(crate) written: Vec<File>,
}

fn files(files: &[(String, Bytes)]) -> Vec<File> {
    files.iter().map(|(name, content)| File { name: name.clone(), content: content.to_vec() }).collect()
}

/// Runs the checked files in a fresh instance.
pub(crate) async fn run(
    store: &mut Store<Guest>,
    interpreter: &Interpreter,
    main: &str,
    code: &[u8],
    sources: &[(String, Bytes)],
    job: &Job,
) -> wasmtime::Result<Finished> {
    type Parameters<'a> = (&'a str, &'a [u8], Vec<File>, &'a [String], Option<&'a str>);
    let instance = interpreter.instance.instantiate_async(&mut *store).await?;
    let run = instance.get_typed_func::<Parameters<'_>, (Finished,)>(&mut *store, interpreter.run)?;
    let writable = job.writable.as_deref();
    let (finished,) = run.call_async(&mut *store, (main, code, files(sources), &job.arguments, writable)).await?;
    Ok(finished)
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
                let instance = interpreter.instance.instantiate_async(&mut *store).await?;
                let check = instance
                    .get_typed_func::<(Vec<File>,), (Result<Compiled, String>,)>(&mut *store, interpreter.check)?;
                answer = Some(check.call_async(&mut *store, (files(&source.files),)).await?.0);
                Ok(0)
            })
            .await?;
        let outcome = sandbox.outcome(end);
        let usage = outcome.usage;
        Ok(match (answer, outcome.end) {
            (Some(Ok(Compiled { code, warnings })), End::Exit { code: 0 }) => Prepared {
                compilation: Compilation { ok: true, message: warnings, usage },
                program: Some(Program::python(interpreter, source.main.clone(), code.into(), source.files.clone())),
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
