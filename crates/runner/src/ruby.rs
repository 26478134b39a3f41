//! The Ruby runtime: one interpreter snapshot, asked to check source files or to run them.
//!
//! The interpreter is a WASI preview 1 reactor. It is called through the few exports its package has for that, and
//! finds what it works on among its files: see `sandbox/ruby/runner.rb`, the other half of this file.

use std::sync::Arc;

use assay_challenge::{Compilation, End, Limits};
use async_trait::async_trait;
use bytes::Bytes;
use wasmtime::{Caller, Instance, Linker, Module, Store};

use crate::canonical::Canonical;
use crate::guest::Guest;
use crate::job::WRITABLE_BYTES;
use crate::preview1::{Preview1, Tree};
use crate::program::Start;
use crate::reuse::{Instances, Loaded};
use crate::run::{Given, RunError};
use crate::runtime::Glue;
use crate::{Engine, Finished, Job, Prepared, Program, Source, ruby_stack, snapshot};

/// Files between this side and the other: what to do, and the code that came of checking.
const TASK: &str = "assay/task";
const CODE: &str = "assay/code";

const EVAL: &str = "rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>";
const CALL: &str = "rb-funcallv-protect: func(recv: handle<rb-abi-value>, mid: u32, args: list<handle<rb-abi-value>>) -> tuple<handle<rb-abi-value>, s32>";
const INTERN: &str = "rb-intern: func(name: string) -> u32";
const INIT: &str = "ruby-init: func(args: list<string>) -> ()";
const INIT_LOAD_PATH: &str = "ruby-init-loadpath: func() -> ()";

/// The environment in which the interpreter starts. Its stack of Ruby frames is made larger than usual, so that interview
/// solutions fit; it is used up before the engine's stack is.
const ENVIRONMENT: &[u8] = b"RUBY_THREAD_VM_STACK_SIZE=1048576\0";

/// Where the runner is in the snapshot, and its methods that are called from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
pub(crate) struct Entries {
    runner: u32,
    check: u32,
    run: u32,
    load: u32,
    call: u32,
}

/// The snapshot, ready to be instantiated. As in Python, to check and to run have instances of their own.
pub(crate) struct Interpreter {
    checking: Instances,
    running: Instances,
    entries: Entries,
}

/// Checked files, and the interpreter to run them.
pub(crate) struct Script {
    interpreter: Arc<Interpreter>,
    source: Source,
    code: Bytes,
    loaded: Loaded,
}

/// What the interpreter imports beyond WASI: nothing that does anything. Calls to JavaScript trap.
fn linker(engine: &Engine, module: &Module) -> wasmtime::Result<Linker<Guest>> {
    const HANDLES: &str = "canonical_abi";
    let mut linker = engine.commands().clone();
    for name in ["resource_new_rb-abi-value", "resource_get_rb-abi-value"] {
        linker.func_wrap(HANDLES, name, |handle: u32| handle)?;
    }
    linker.func_wrap(HANDLES, "resource_drop_js-abi-value", |_: u32| ())?;
    linker.define_unknown_imports_as_traps(module)?;
    Ok(linker)
}

/// As [`linker`], with an environment: the interpreter has one while it starts and at no other time, when it is empty.
fn starting_linker(engine: &Engine, module: &Module) -> wasmtime::Result<Linker<Guest>> {
    const WASI: &str = "wasi_snapshot_preview1";
    let mut linker = linker(engine, module)?;
    linker.allow_shadowing(true);
    linker.func_wrap(WASI, "environ_sizes_get", |mut caller: Caller<'_, Guest>, count: u32, size: u32| {
        let memory = memory_of(caller.get_export("memory"))?;
        memory.write(&mut caller, count as usize, &1_u32.to_le_bytes())?;
        memory.write(&mut caller, size as usize, &u32::try_from(ENVIRONMENT.len())?.to_le_bytes())?;
        Ok(0)
    })?;
    linker.func_wrap(WASI, "environ_get", |mut caller: Caller<'_, Guest>, list: u32, text: u32| {
        let memory = memory_of(caller.get_export("memory"))?;
        memory.write(&mut caller, list as usize, &text.to_le_bytes())?;
        memory.write(&mut caller, text as usize, ENVIRONMENT)?;
        Ok(0)
    })?;
    Ok(linker)
}

fn memory_of(export: Option<wasmtime::Extern>) -> wasmtime::Result<wasmtime::Memory> {
    export.and_then(wasmtime::Extern::into_memory).ok_or_else(|| wasmtime::Error::msg("the module has no memory"))
}

/// Starts the interpreter in `wasm` with its side of this file, `glue`, loaded; returns a module that begins there.
pub(crate) async fn start(engine: &Engine, wasm: &[u8], glue: &[Glue]) -> wasmtime::Result<(Vec<u8>, Entries)> {
    let glue = glue.iter().map(|(name, text)| (format!("assay/{name}"), Bytes::from_static(text.as_bytes())));
    let tree = Tree::from_files(glue);
    let files = Preview1::new(Vec::new(), Some(Arc::new(tree)), Vec::new());
    let mut started = None;
    let link = |module: &Module| starting_linker(engine, module);
    let module = snapshot::take(engine, wasm, link, files, async |store, instance| {
        let reactor = Reactor::new(store, instance)?;
        reactor.0.call::<_, ()>(store, "_initialize", ()).await?;
        reactor.0.call::<_, ()>(store, "__wasi_vfs_rt_init", ()).await?;
        let arguments: [&[u8]; 3] = [b"ruby\0", b"-EUTF-8\0", b"-e_=0\0"];
        let arguments = reactor.0.strings(store, 1, &arguments).await?;
        reactor.0.call::<_, ()>(store, INIT, arguments).await?;
        reactor.0.call::<_, ()>(store, INIT_LOAD_PATH, ()).await?;
        let runner = reactor.eval(store, "eval File.read('/assay/runner.rb'), nil, '<internal:runner>'").await?;
        let buffer = reactor.0.allocate(store, 16, ruby_stack::BUFFER_BYTES).await?;
        let check = reactor.intern(store, "check\0").await?;
        let run = reactor.intern(store, "run\0").await?;
        let load = reactor.intern(store, "load\0").await?;
        let call = reactor.intern(store, "call\0").await?;
        started = Some((Entries { runner, check, run, load, call }, buffer));
        Ok(())
    });
    let module = module.await?;
    let Some((entries, buffer)) = started else { return Err(wasmtime::Error::msg("the interpreter did not start")) };
    Ok((ruby_stack::widen(&module, buffer).map_err(wasmtime::Error::msg)?, entries))
}

/// The calls the interpreter's package makes possible.
struct Reactor<'a>(Canonical<'a>);

impl<'a> Reactor<'a> {
    fn new(store: &mut Store<Guest>, instance: &'a Instance) -> wasmtime::Result<Self> {
        Ok(Self(Canonical::new(store, instance)?))
    }

    async fn intern(&self, store: &mut Store<Guest>, name: &str) -> wasmtime::Result<u32> {
        let name = self.0.string(store, name.as_bytes()).await?;
        self.0.call(store, INTERN, name).await
    }

    /// Evaluates Ruby code; returns the handle of its value.
    async fn eval(&self, store: &mut Store<Guest>, code: &str) -> wasmtime::Result<u32> {
        let code = self.0.string(store, code.as_bytes()).await?;
        let answer = self.0.call(store, EVAL, code).await?;
        self.protected(store, answer)
    }

    /// Calls a method without arguments; returns the handle of its value.
    async fn send(&self, store: &mut Store<Guest>, receiver: u32, method: u32) -> wasmtime::Result<u32> {
        let answer = self.0.call(store, CALL, (receiver, method, 0_u32, 0_u32)).await?;
        self.protected(store, answer)
    }

    /// What a protected call answered: a value, and whether something else than a return ended it.
    fn protected(&self, store: &mut Store<Guest>, answer: u32) -> wasmtime::Result<u32> {
        match self.0.word(store, answer.saturating_add(4))? {
            0 => self.0.word(store, answer),
            tag => Err(wasmtime::Error::msg(format!("the interpreter stopped with tag {tag}"))),
        }
    }
}

impl Interpreter {
    pub(crate) fn new(engine: &Engine, module: &Module, entries: Entries) -> wasmtime::Result<Self> {
        let fresh = linker(engine, module)?.instantiate_pre(module)?;
        let checking = Instances::new(module, fresh.clone(), 0);
        Ok(Self { checking, running: Instances::new(module, fresh, 0), entries })
    }

    /// Lets an instance do one of its two tasks, each of which ends by exiting.
    async fn perform(&self, store: &mut Store<Guest>, instance: Instance, method: u32) -> wasmtime::Result<i32> {
        Reactor::new(store, &instance)?.send(store, self.entries.runner, method).await?;
        Err(wasmtime::Error::msg("the interpreter returned without having exited"))
    }
}

/// A task as the other side reads it: fields with NUL after each.
fn task<'a>(fields: impl IntoIterator<Item = &'a str>) -> (String, Bytes) {
    let text: String = fields.into_iter().flat_map(|field| [field, "\0"]).collect();
    (TASK.to_owned(), text.into())
}

impl Script {
    /// Runs the main file, or loads it and calls what it has to be called.
    pub(crate) async fn run(&self, engine: &Engine, job: &Job) -> Result<Finished, RunError> {
        let Interpreter { running, entries, .. } = &*self.interpreter;
        let arguments = job.arguments.iter().map(String::as_str);
        let mut given = job.all_files();
        if let Some(entry) = &self.source.entry {
            let files = || self.files([task([&*self.source.main, entry])]);
            given.push(task(arguments));
            let load = async |store: &mut Store<Guest>, instance| {
                Reactor::new(store, &instance)?.send(store, entries.runner, entries.load).await.map(drop)
            };
            let call = async |store: &mut Store<Guest>, instance| {
                store.data_mut().preview1.give(given, job.writable_bytes());
                self.interpreter.perform(store, instance, entries.call).await
            };
            return self.loaded.run(running, engine, job, files, load, call).await;
        }
        let writes = if job.writable.is_some() { "writes" } else { "" };
        given.push(task([writes, &self.source.main].into_iter().chain(arguments)));
        let files = self.files(given).writable(job.writable_bytes());
        let run =
            async |store: &mut Store<Guest>, instance| self.interpreter.perform(store, instance, entries.run).await;
        running.run(engine, Given::of(job, files), None, run).await
    }

    /// The submission's files, what they were compiled to, and these.
    fn files(&self, more: impl IntoIterator<Item = (String, Bytes)>) -> Preview1 {
        let code = (CODE.to_owned(), self.code.clone());
        let files = self.source.files.iter().cloned().chain([code]).chain(more).collect();
        Preview1::new(Vec::new(), None, files)
    }
}

/// The interpreter, as the language's pack keeps it.
pub(crate) struct Snapshot(pub(crate) Arc<Interpreter>);

#[async_trait]
impl crate::runtime::Interpreter for Snapshot {
    /// Compiles the files to the interpreter's own code, without running any of it.
    async fn prepare(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Prepared, RunError> {
        let interpreter = self.0.clone();
        let mut given = source.files.clone();
        given.push(task(std::iter::once(&source.main).chain(source.files.iter().map(|(name, _)| name)).map(|n| &**n)));
        let files = Preview1::new(Vec::new(), None, given).writable(Some(WRITABLE_BYTES));
        let check = async |store: &mut Store<Guest>, instance| {
            interpreter.perform(store, instance, interpreter.entries.check).await
        };
        let checked = interpreter.checking.run(engine, Given::files(files, limits), None, check).await?;
        let Finished { outcome, mut written } = checked;
        let code = written.remove(CODE);
        let said = String::from_utf8_lossy(&outcome.stderr.bytes);
        let message = format!("{said}{}", crate::prepare::stopped(&outcome.end, limits));
        let usage = outcome.usage;
        let program = match (code, outcome.end) {
            (Some(code), End::Exit { code: 0 }) => {
                let (source, loaded) = (source.clone(), Loaded::default());
                Some(Program(Arc::new(Start::Ruby(Script { interpreter, source, code, loaded }))))
            }
            _ => None,
        };
        Ok(Prepared { compilation: Compilation { ok: program.is_some(), message, usage }, program })
    }
}
