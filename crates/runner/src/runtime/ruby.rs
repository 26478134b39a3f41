//! The pack of Ruby: the interpreter as a module, with a snapshot of its memory taken after start-up.

use std::sync::Arc;

use async_trait::async_trait;

use super::{Glue, Kind, Making, Opened, Opening, probe};
use crate::artefact;
use crate::pack::FileError;
use crate::packs::PackError;
use crate::reuse::FORM;
use crate::ruby::{self, Entries, Interpreter, Snapshot};

const GLUE: [Glue; 5] = [
    ("array.rb", include_str!("../../../../sandbox/ruby/array.rb")),
    ("iteration.rb", include_str!("../../../../sandbox/ruby/iteration.rb")),
    ("runner.rb", include_str!("../../../../sandbox/ruby/runner.rb")),
    PROBE,
    FORM,
];

/// Depends on as much of the snapshot as one program can.
const PROBE: Glue = ("probe.rb", include_str!("../../../../sandbox/ruby/probe.rb"));

const MODULE: &str = "package/dist/ruby+stdlib.wasm";
const NATIVE: &str = "interpreter.cwasm";
const ENTRIES: &str = "entries.json";

/// A snapshot of the interpreter that finds the source text among its files.
pub(crate) struct Ruby;

#[async_trait]
impl Kind for Ruby {
    fn glue(&self) -> &'static [Glue] {
        &GLUE
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        making.step("unpacking the interpreter");
        making.untar(0, &[MODULE], making.work()).await?;
        making.step("starting the interpreter and taking its snapshot");
        let unpacked = making.work().join("ruby+stdlib.wasm");
        let wasm = std::fs::read(&unpacked).map_err(FileError::on("read", &unpacked))?;
        let started = ruby::start(making.engine(), &wasm, &GLUE).await;
        let (module, entries) = started.map_err(|error| making.broken(&format!("{error:#}")))?;
        let snapshot = making.work().join("snapshot.wasm");
        std::fs::write(&snapshot, module).map_err(FileError::on("write", &snapshot))?;
        making.keep(ENTRIES, serde_json::to_vec(&entries).map_err(|error| making.broken(&error))?)?;
        making.step("compiling the interpreter to native code");
        making.native(&snapshot, NATIVE).await?;
        probe::keep(making, PROBE, load).await
    }

    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        probe::opened(opening, load(opening)?)
    }
}

fn load(opening: &Opening<'_>) -> Result<Snapshot, PackError> {
    let path = opening.folder.join(ENTRIES);
    let entries = std::fs::read(&path).map_err(FileError::on("read", &path))?;
    let entries: Entries = serde_json::from_slice(&entries).map_err(|error| opening.broken(&error))?;
    let module = artefact::load_module_file(opening.engine, &opening.folder.join(NATIVE));
    let module = module.map_err(|error| opening.broken(&error))?;
    let interpreter = Interpreter::new(opening.engine, &module, entries).map_err(|error| opening.broken(&error))?;
    Ok(Snapshot(Arc::new(interpreter)))
}
