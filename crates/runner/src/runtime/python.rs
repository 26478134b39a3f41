//! The pack of Python: a component built by componentize-py, with a snapshot of its memory taken after start-up, which
//! is then written as one module.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use tokio::process::Command;

use super::making::PYTHON;
use super::{Glue, Kind, Making, Opened, Opening, probe};
use crate::artefact;
use crate::flatten::flatten;
use crate::pack::FileError;
use crate::packs::PackError;
use crate::python::{Interpreter, Snapshot};
use crate::reuse::{FORM, mark};

const GLUE: [Glue; 5] = [
    ("app/app.py", include_str!("../../../../sandbox/python/app.py")),
    ("wit/runner.wit", include_str!("../../../../sandbox/python/wit/runner.wit")),
    ("prepare.py", include_str!("../../../../sandbox/python/prepare.py")),
    PROBE,
    FORM,
];

/// Depends on as much of the snapshot as one program can.
const PROBE: Glue = ("probe.py", include_str!("../../../../sandbox/python/probe.py"));

const NATIVE: &str = "interpreter.cwasm";

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
        making.step("linking the interpreter into one module");
        let module = flattened(making, &component)?;
        making.step("compiling the interpreter to native code");
        making.native(&module, NATIVE).await?;
        probe::keep(making, PROBE, load).await
    }

    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        probe::opened(opening, load(opening)?)
    }
}

fn load(opening: &Opening<'_>) -> Result<Snapshot, PackError> {
    let module = artefact::load_module_file(opening.engine, &opening.folder.join(NATIVE));
    let module = module.map_err(|error| opening.broken(&error))?;
    let interpreter = Interpreter::new(opening.engine, &module).map_err(|error| opening.broken(&error))?;
    Ok(Snapshot(Arc::new(interpreter)))
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

/// Writes the component as one module; returns its file.
fn flattened(making: &Making<'_>, component: &Path) -> Result<PathBuf, PackError> {
    let wasm = std::fs::read(component).map_err(FileError::on("read", component))?;
    let module = making.work().join("module.wasm");
    let flat = flatten(&wasm).map_err(|error| making.broken(&error))?;
    let marked = mark(&flat).map_err(|error| making.broken(&error))?;
    std::fs::write(&module, marked).map_err(FileError::on("write", &module))?;
    Ok(module)
}
