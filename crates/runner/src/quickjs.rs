//! JavaScript and TypeScript: one snapshot of QuickJS, asked to check files or to run what it made of them.

use std::sync::Arc;

use assay_challenge::{Compilation, Limits, Usage};
use async_trait::async_trait;
use bytes::Bytes;
use wasmtime::{Instance, Module, Store};

use crate::guest::Guest;
use crate::preview1::{Preview1, Tree};
use crate::program::{NO_ENVIRONMENT, NotAProgram, Start};
use crate::reuse::{Instances, Loaded};
use crate::typescript::{self, Translated};
use crate::{Engine, Finished, Job, Prepared, Program, RunError, Source, prepare, snapshot};

/// The name by which the interpreter knows that it is to check files: see `main.c`.
const CHECK: &str = "/check";

/// Bytes an instance's memory may have grown by and be kept: what a program loads stays in it.
const ROOM: usize = 4 << 20;

/// Where it writes the bytecode, and where it looks for it.
const CODE_FOLDER: &str = "assay/program";
const CODE: &str = "assay/program/code";

const TYPESCRIPT: [&str; 3] = ["ts", "mts", "cts"];
const JAVASCRIPT: [&str; 3] = ["js", "mjs", "cjs"];

/// Starts the interpreter in `wasm` with the files of its library, and writes down how it then stands.
pub(crate) async fn snapshot(
    engine: &Engine,
    wasm: &[u8],
    library: &[(&str, Bytes)],
) -> Result<Vec<u8>, wasmtime::Error> {
    let names = library.iter().map(|(name, _)| name.as_bytes().to_vec());
    let arguments = std::iter::once(b"start".to_vec()).chain(names).collect();
    let files = library.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
    let link = |_: &Module| Ok(engine.commands().clone());
    let files = Preview1::new(arguments, None, files);
    let module = snapshot::take(engine, wasm, link, files, async |store, instance| {
        let start = instance.get_typed_func::<(), ()>(&mut *store, "wizer-initialize")?;
        start.call_async(&mut *store, ()).await
    });
    Ok(without_names(&module.await?))
}

/// A module without its custom sections: the interpreter's own functions mean nothing to those who read a trace.
fn without_names(module: &[u8]) -> Vec<u8> {
    let mut kept = module.get(..8).unwrap_or(module).to_vec();
    let mut before = kept.len();
    for payload in wasmparser::Parser::new(0).parse_all(module).filter_map(Result::ok) {
        let Some((id, range)) = payload.as_section() else { continue };
        if id != 0 {
            kept.extend_from_slice(module.get(before..range.end).unwrap_or_default());
        }
        before = range.end;
    }
    kept
}

/// The interpreter, as a language's pack keeps it.
pub(crate) struct Snapshot {
    module: Module,
    check: Program,
}

impl Snapshot {
    pub(crate) fn new(engine: &Engine, module: &Module) -> Result<Self, NotAProgram> {
        let check = Program::command(engine, module, CHECK, None, NO_ENVIRONMENT)?;
        Ok(Self { module: module.clone(), check })
    }
}

#[async_trait]
impl crate::runtime::Interpreter for Snapshot {
    /// Takes types off on the host, and compiles the files to bytecode in the sandbox, without running any of them.
    async fn prepare(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Prepared, RunError> {
        let (mut files, refused) = translated(source).await;
        if !refused.is_empty() {
            return Ok(Prepared::failed(refused, Usage::default()));
        }
        let named = source.files.iter().map(|(name, _)| name.clone());
        let job = Job {
            program: self.check.clone(),
            stdin: Bytes::new(),
            arguments: named.filter(|name| is_code(name)).collect(),
            files: files.clone(),
            writable: Some(CODE_FOLDER.to_owned()),
            seed: 0,
            limits: limits.clone(),
        };
        let Finished { outcome, mut written } = engine.run(&job).await?;
        let said = String::from_utf8_lossy(&outcome.stderr.bytes);
        let message = format!("{said}{}", prepare::stopped(&outcome.end, limits));
        let code = written.remove(CODE).filter(|_| outcome.end.is_success());
        let Some(code) = code else { return Ok(Prepared::failed(message, outcome.usage)) };
        files.push((CODE.to_owned(), code));
        let tree = Arc::new(Tree::from_files(files));
        let name = source.main.clone();
        let program = match source.entry.clone() {
            Some(entry) => Called::program(engine, &self.module, (name, entry), tree),
            None => Program::command(engine, &self.module, &name, Some(tree), NO_ENVIRONMENT),
        };
        Ok(match program {
            Ok(program) => Prepared {
                compilation: Compilation { ok: true, message, usage: outcome.usage },
                program: Some(program),
            },
            Err(error) => Prepared::failed(format!("{error}\n"), outcome.usage),
        })
    }
}

/// A program that is loaded, and called in every case.
pub(crate) struct Called {
    instances: Instances,
    name: String,
    entry: String,
    files: Arc<Tree>,
    loaded: Loaded,
}

impl Called {
    /// What a file of this name leaves to be called under another.
    fn program(
        engine: &Engine,
        module: &Module,
        (name, entry): (String, String),
        files: Arc<Tree>,
    ) -> Result<Program, NotAProgram> {
        let fresh = engine.commands().instantiate_pre(module).map_err(NotAProgram::Imports)?;
        let (instances, loaded) = (Instances::new(module, fresh, ROOM), Loaded::default());
        let called = Self { instances, name, entry, files, loaded };
        Ok(Program(Arc::new(Start::JavaScript(Box::new(called)))))
    }

    /// Calls it in a sandbox of its own.
    pub(crate) async fn run(&self, engine: &Engine, job: &Job) -> Result<Finished, RunError> {
        let files = || Preview1::new(vec![self.name.clone().into_bytes()], Some(self.files.clone()), Vec::new());
        let load = async |store: &mut Store<Guest>, instance: Instance| {
            let load = instance.get_typed_func::<(), ()>(&mut *store, "load")?;
            load.call_async(store, ()).await
        };
        let call = async |store: &mut Store<Guest>, instance: Instance| {
            let given = &mut store.data_mut().preview1;
            given.argue(std::iter::once(&self.entry).chain(&job.arguments).map(|text| text.clone().into()).collect());
            given.give(job.all_files(), job.writable_bytes());
            let call = instance.get_typed_func::<(), ()>(&mut *store, "call")?;
            call.call_async(store, ()).await?;
            Ok(0)
        };
        self.loaded.run(&self.instances, engine, job, files, load, call).await
    }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Whether a file holds code: declarations alone are no program's.
fn is_code(name: &str) -> bool {
    let kinds = JAVASCRIPT.contains(&ending(name)) || TYPESCRIPT.contains(&ending(name));
    kinds && ![".d.ts", ".d.mts", ".d.cts"].iter().any(|end| name.ends_with(end))
}

/// The submission's files with what was made of those in TypeScript, and what is wrong with them.
async fn translated(source: &Source) -> (Vec<(String, Bytes)>, String) {
    let (mut files, mut refused) = (source.files.clone(), String::new());
    for (name, text) in &source.files {
        if !is_code(name) || !TYPESCRIPT.contains(&ending(name)) {
            continue;
        }
        match typescript::translate(name, text).await {
            Ok(Translated { code, places }) => {
                files.push((format!("assay/generated/{name}"), code.into()));
                files.push((format!("assay/places/{name}"), places.into()));
            }
            Err(message) => refused.push_str(&message),
        }
    }
    (files, refused)
}
