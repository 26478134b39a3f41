//! Ready modules and components: checked, compiled to native code, and kept under their content's hash.

use assay_challenge::Fingerprint;
use bytes::Bytes;
use wasmtime::Module;
use wasmtime::component::Component;

use crate::instances::{self, INSTANCES};
use crate::pack::Store;
use crate::prepare::MODULE_BYTES;
use crate::profile::add_checkpoints;
use crate::program::Environment;
use crate::reuse::{FORM, mark};
use crate::{Engine, Program, artefact, meter};

/// The kind of entry native code is kept as.
const KIND: &str = "native";

/// The most bytes one function's code may have: the time to compile a function grows faster than its size, and nothing
/// can stop a compile that has begun.
const FUNCTION_BYTES: usize = 128 << 10;

/// A loaded binary.
pub(crate) enum Binary {
    Module(Module),
    Component(Component),
}

/// What a module is compiled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// Being run as it is.
    AsItIs,
    /// Being sampled, which takes more places to look at the fuel. A component stays as it is.
    ForProfiling,
}

/// Compiles `wasm`, or loads what it was compiled to before. The error is for the one who made the module.
pub(crate) async fn load(engine: &Engine, store: &Store, wasm: Bytes, made: Made) -> Result<Binary, String> {
    let (engine, store) = (engine.clone(), store.clone());
    let work = tokio::task::spawn_blocking(move || load_blocking(&engine, &store, &wasm, made));
    work.await.unwrap_or_else(|error| Err(format!("compiling ended early: {error}")))
}

fn load_blocking(engine: &Engine, store: &Store, wasm: &[u8], made: Made) -> Result<Binary, String> {
    fits(wasm)?;
    let component = wasmparser::Parser::is_component(wasm);
    let more;
    let (original, wasm) = match made {
        Made::ForProfiling if !component => {
            more = add_checkpoints(wasm).map_err(|error| error.to_string())?;
            (wasm, &*more)
        }
        _ => (wasm, wasm),
    };
    let key = Fingerprint::of([engine.compatibility().as_bytes(), FORM.1.as_bytes(), wasm]).hex();
    let load = |native: &[u8]| {
        if component {
            artefact::load_component(engine, native).map(Binary::Component)
        } else {
            artefact::load_module(engine, native).map(Binary::Module)
        }
    };
    if let Some(binary) = store.get_file(KIND, &key).and_then(|native| load(&native).ok()) {
        return Ok(binary);
    }
    meter::validate(wasm).map_err(|error| error.to_string())?;
    let longest = longest_function(original);
    if longest > FUNCTION_BYTES {
        return Err(format!("a function has {longest} bytes; {FUNCTION_BYTES} are allowed"));
    }
    if component && instances::count(wasm)? > INSTANCES {
        return Err(format!("the component would make more than {INSTANCES} instances of its parts"));
    }
    let compiler = engine.wasmtime();
    let native = if component {
        compiler.precompile_component(wasm)
    } else {
        compiler.precompile_module(&mark(wasm).map_err(|error| error.to_string())?)
    };
    let native = native.map_err(|error| format!("{error:#}"))?;
    // A cache that cannot be written costs time, not correctness.
    let _ = store.put_file(KIND, &key, &native);
    load(&native).map_err(|error| format!("{error:#}"))
}

/// The size of the longest function in a valid module or in any module of a component.
fn longest_function(wasm: &[u8]) -> usize {
    let sizes = wasmparser::Parser::new(0).parse_all(wasm).filter_map(|payload| match payload {
        Ok(wasmparser::Payload::CodeSectionEntry(body)) => Some(body.range().len()),
        _ => None,
    });
    sizes.max().unwrap_or(0)
}

impl Binary {
    /// The program in it, called `name`. A component has no environment.
    pub(crate) fn program(&self, engine: &Engine, name: &str, environment: Environment) -> Result<Program, String> {
        let program = match self {
            Self::Module(module) => Program::command(engine, module, name, None, environment),
            Self::Component(component) => Program::component(engine, component, name),
        };
        program.map_err(|error| error.to_string())
    }
}

fn fits(module: &[u8]) -> Result<(), String> {
    if module.len() > MODULE_BYTES {
        return Err(format!("the module has {} bytes; {MODULE_BYTES} are allowed", module.len()));
    }
    Ok(())
}

/// The bytes of a module that may be written as text.
pub(crate) fn assemble(name: &str, source: &Bytes) -> Result<Bytes, String> {
    fits(source)?;
    if source.starts_with(b"\0asm") {
        return Ok(source.clone());
    }
    let text = std::str::from_utf8(source).map_err(|_| format!("{name}: neither a WebAssembly module nor text"))?;
    wat::parse_str(text).map(Bytes::from).map_err(|error| error.to_string())
}
