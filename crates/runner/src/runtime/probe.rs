//! A fixed program whose cost in a new snapshot stands in receipts.
//!
//! Snapshots taken on two machines are the same for a program exactly if hashes, order and memory layout came out the
//! same, and then so is this cost.

use std::sync::Arc;

use bytes::Bytes;

use super::{Glue, Interpreter, Making, Opened, Opening, Translator};
use crate::pack::FileError;
use crate::packs::PackError;
use crate::{COMPILE_LIMITS, Source};

const COST: &str = "probe";

/// Runs the program in the snapshot that `load` finds in the new pack, and keeps what it costs.
pub(super) async fn keep<I: Interpreter>(
    making: &mut Making<'_>,
    (name, text): Glue,
    load: fn(&Opening<'_>) -> Result<I, PackError>,
) -> Result<(), PackError> {
    making.step("trying the interpreter");
    let (engine, tools, language) = (making.engine(), making.tools(), making.language());
    let interpreter = load(&Opening { engine, tools, language, folder: making.folder(), allow_unconfined: false })?;
    let files = vec![(name.to_owned(), Bytes::from_static(text.as_bytes()))];
    let source = Source { language: language.clone(), main: name.to_owned(), files, entry: None };
    let prepared = interpreter.prepare(engine, &source, &COMPILE_LIMITS).await;
    let prepared = prepared.map_err(|error| making.broken(&error))?;
    let cost = making.cost_of(prepared).await?;
    making.keep(COST, cost.to_string())
}

/// A pack whose snapshot was tried when it was made.
pub(super) fn opened(opening: &Opening<'_>, interpreter: impl Interpreter + 'static) -> Result<Opened, PackError> {
    let path = opening.folder.join(COST);
    let cost = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
    Ok(Opened { identity: format!(" probe:{cost}"), translator: Translator::Interpreter(Arc::new(interpreter)) })
}
