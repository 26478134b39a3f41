//! Native code made by this engine: compiled once, kept, and loaded again. The only unsafe code of the project.

#![allow(unsafe_code, reason = "loading native code trusts the file it comes from; see `load_module`")]

use std::path::Path;

use wasmtime::Module;
use wasmtime::component::Component;

use crate::Engine;

/// Loads a module this engine compiled.
///
/// The bytes come from the store, which gives back only what this user's Assay put there, whole: every file is kept
/// with its SHA-256, and the key holds the engine's version and settings. Wasmtime checks version and settings again.
pub(crate) fn load_module(engine: &Engine, native: &[u8]) -> wasmtime::Result<Module> {
    // SAFETY: `native` was written by `compile_module` of an engine of equal settings and has not changed since.
    unsafe { Module::deserialize(engine.wasmtime(), native) }
}

/// Loads a module from a file of the store without reading it into memory.
pub(crate) fn load_module_file(engine: &Engine, path: &Path) -> wasmtime::Result<Module> {
    // SAFETY: as in `load_module`; files of the store's entries are never changed in place.
    unsafe { Module::deserialize_file(engine.wasmtime(), path) }
}

/// Loads a component this engine compiled.
pub(crate) fn load_component(engine: &Engine, native: &[u8]) -> wasmtime::Result<Component> {
    // SAFETY: as in `load_module`.
    unsafe { Component::deserialize(engine.wasmtime(), native) }
}
