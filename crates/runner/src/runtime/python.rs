//! The pack of Python: a component built by componentize-py, with a snapshot of its memory taken after start-up.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use tokio::process::Command;

use super::making::PYTHON;
use super::{Glue, Interpreter as _, Kind, Making, Opened, Opening, Translator};
use crate::pack::FileError;
use crate::packs::PackError;
use crate::program::Interpreter;
use crate::python::Snapshot;
use crate::{COMPILE_LIMITS, Source, artefact};

const GLUE: [Glue; 4] = [
    ("app/app.py", include_str!("../../../../sandbox/python/app.py")),
    ("wit/runner.wit", include_str!("../../../../sandbox/python/wit/runner.wit")),
    ("prepare.py", include_str!("../../../../sandbox/python/prepare.py")),
    ("probe.py", PROBE_PROGRAM),
];

/// Depends on as much of the snapshot as one program can.
const PROBE_PROGRAM: &str = include_str!("../../../../sandbox/python/probe.py");

const NATIVE: &str = "interpreter.cwasm";
const PROBE: &str = "probe";

/// A snapshot of the interpreter that is handed the source text.
pub(crate) struct Python;

#[async_trait]
impl Kind for Python {
    fn glue(&self) -> &'static [Glue] {
        &GLUE
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        making.step("starting the interpreter and taking its snapshot");
        let component = build(making).await?;
        making.step("compiling the interpreter to native code");
        making.native(&component, NATIVE).await?;
        making.step("trying the interpreter");
        let cost = probe(making).await?;
        making.keep(PROBE, cost.to_string())
    }

    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        let path = opening.folder.join(PROBE);
        let cost = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
        let translator = Translator::Interpreter(Arc::new(load(opening)?));
        Ok(Opened { identity: format!(" probe:{cost}"), translator })
    }
}

fn load(opening: &Opening<'_>) -> Result<Snapshot, PackError> {
    let component = artefact::load_component_file(opening.engine, &opening.folder.join(NATIVE));
    let component = component.map_err(|error| opening.broken(&error))?;
    let interpreter = Interpreter::new(opening.engine, &component).map_err(|error| opening.broken(&error))?;
    Ok(Snapshot(Arc::new(interpreter)))
}

/// What a fixed program costs in the new snapshot. It stands in receipts: snapshots taken on two machines are the
/// same for a program exactly if hashes, order and memory layout came out the same, and then so does this.
async fn probe(making: &mut Making<'_>) -> Result<u64, PackError> {
    let (engine, tools, language) = (making.engine(), making.tools(), making.language());
    let opening = Opening { engine, tools, language, folder: making.folder(), allow_unconfined: false };
    let interpreter = load(&opening)?;
    let files = vec![("probe.py".to_owned(), Bytes::from_static(PROBE_PROGRAM.as_bytes()))];
    let source = Source { language: language.clone(), main: "probe.py".to_owned(), files };
    let prepared = interpreter.prepare(engine, &source, &COMPILE_LIMITS).await;
    let prepared = prepared.map_err(|error| making.broken(&error))?;
    making.cost_of(prepared).await
}

/// Has the host's Python run the pinned componentize-py; returns the component's file.
async fn build(making: &mut Making<'_>) -> Result<PathBuf, PackError> {
    let glue = making.write_glue(&GLUE)?;
    let (unpacked, component) = (making.work().join("wheel"), making.work().join("python.wasm"));
    making.unzip(0, &unpacked).await?;
    let mut build = Command::new(PYTHON);
    build.args(["-I", "-S"]).arg(glue.join("prepare.py")).args([&unpacked, &glue.join("wit"), &glue.join("app")]);
    build.arg(&component);
    // The interpreter sees the order in which its folder is listed, and only memory-backed folders have a fixed one.
    let memory = Path::new("/dev/shm");
    let scratch = if memory.is_dir() { tempfile::tempdir_in(memory).ok() } else { None };
    if let Some(scratch) = &scratch {
        build.env("TMPDIR", scratch.path());
    }
    build.env_remove("VIRTUAL_ENV").env_remove("PYTHONHOME").env_remove("PYTHONPATH");
    making.host(build).await?;
    Ok(component)
}
