//! The pack of JavaScript and TypeScript: QuickJS, compiled by the pack of C, with a snapshot taken after start-up.

use assay_challenge::Language;
use async_trait::async_trait;
use bytes::Bytes;

use super::{Glue, Kind, Making, Opened, Opening, probe};
use crate::edit::Edit;
use crate::pack::FileError;
use crate::packs::PackError;
use crate::quickjs::{self, Snapshot};
use crate::reuse::FORM;
use crate::{Source, artefact};

macro_rules! glue {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("../../../../sandbox/javascript/", $name)))),+, (SPREAD.file, SPREAD.put), FORM]
    };
}

/// Our own files: first C beside the interpreter's, then the library in JavaScript (the first of it puts the rest together),
/// and the probe, a program that depends on as much of the snapshot as one can; then what is done to others' files.
const GLUE: [Glue; 45] = glue! {
    "assay.h" "check.c" "console.c" "engine.c" "host.c" "main.c" "modules.c"
    "lib/bootstrap.js" "lib/assert.js" "lib/buffer.js" "lib/console.js" "lib/encodings.js" "lib/equality.js"
    "lib/errors.js" "lib/events.js" "lib/files.js" "lib/format.js" "lib/fs.js" "lib/fs_promises.js" "lib/inspect.js"
    "lib/inspect_layout.js" "lib/locale.js" "lib/loop.js" "lib/modules.js"
    "lib/os.js" "lib/path.js" "lib/perf_hooks.js" "lib/process.js" "lib/readline.js"
    "lib/readline_promises.js" "lib/stdin.js" "lib/stdout.js" "lib/stream.js" "lib/string_decoder.js" "lib/table.js"
    "lib/timers.js" "lib/timers_global.js" "lib/timers_promises.js" "lib/timers_queue.js" "lib/url.js" "lib/util.js"
    "lib/web.js" "probe.js"
};

const FIRST_OF_LIBRARY: &str = "lib/bootstrap.js";
const PROBE: Glue = GLUE[42];

/// Where the interpreter's source is in its package.
const SOURCE: &str = "libquickjs-ng-sys-0.14.0/embed/quickjs/";
const FILES: [&str; 18] = [
    "builtin-array-fromasync.h",
    "builtin-iterator-zip-keyed.h",
    "builtin-iterator-zip.h",
    "cutils.h",
    "dtoa.c",
    "dtoa.h",
    "libregexp-opcode.h",
    "libregexp.c",
    "libregexp.h",
    "libunicode-table.h",
    "libunicode.c",
    "libunicode.h",
    "list.h",
    "quickjs-atom.h",
    "quickjs-c-atomics.h",
    "quickjs-opcode.h",
    "quickjs.c",
    "quickjs.h",
];

/// Numbers in a `Map` or `Set` are hashed by their bits as doubles, of which whole numbers leave the low half zero, and those
/// are what a bucket is chosen by; of addresses the lowest are zero. So that they do not all fall into a few buckets, the
/// high bits are folded down.
const SPREAD: Edit = Edit {
    file: "quickjs.c",
    find: "    return h ^ ctx->hash_seed ^ hash32(tag);\n",
    put: "    h ^= ctx->hash_seed ^ hash32(tag);\n    h = (h ^ h >> 16) * 0x9e3779b1;\n    return h ^ h >> 15;\n",
};

const NATIVE: &str = "interpreter.cwasm";

/// A snapshot of QuickJS that is handed bytecode.
pub(crate) struct Quickjs;

#[async_trait]
impl Kind for Quickjs {
    fn glue(&self) -> &'static [Glue] {
        &GLUE
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        making.step("unpacking the interpreter");
        let files = sources(making).await?;
        making.step("compiling the interpreter to WebAssembly (about a minute)");
        let c = Language::new("c").ok_or_else(|| making.broken(&"there is no C"))?;
        let module = making.module_of(&Source { language: c, main: "main.c".to_owned(), files, entry: None }).await?;
        making.step("starting the interpreter and taking its snapshot");
        let library = GLUE.iter().filter(|(name, _)| name.starts_with("lib/"));
        let library: Vec<_> = library.map(|(name, text)| (*name, Bytes::from_static(text.as_bytes()))).collect();
        let snapshot = quickjs::snapshot(making.engine(), &module, &library).await;
        let snapshot = snapshot.map_err(|error| making.broken(&format!("{error:#}")))?;
        let path = making.work().join("snapshot.wasm");
        std::fs::write(&path, snapshot).map_err(FileError::on("write", &path))?;
        making.step("compiling the interpreter to native code");
        making.native(&path, NATIVE).await?;
        probe::keep(making, PROBE, load).await
    }

    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        probe::opened(opening, load(opening)?)
    }
}

/// What is compiled: the interpreter, under a name that makes it part of our own file, and the glue in C.
async fn sources(making: &mut Making<'_>) -> Result<Vec<(String, Bytes)>, PackError> {
    let into = making.work().join("quickjs");
    std::fs::create_dir(&into).map_err(FileError::on("create", &into))?;
    let wanted = FILES.map(|file| format!("{SOURCE}{file}"));
    making.untar(0, &wanted.each_ref().map(String::as_str), &into).await?;
    let mut files = Vec::new();
    for name in FILES {
        let path = into.join(name);
        let text = std::fs::read(&path).map_err(FileError::on("read", &path))?;
        files.push(if name == SPREAD.file {
            let text = SPREAD.of(&String::from_utf8_lossy(&text)).map_err(|error| making.broken(&error))?;
            ("quickjs.inc".to_owned(), text.into())
        } else {
            (name.to_owned(), text.into())
        });
    }
    let c = GLUE.iter().take_while(|(name, _)| *name != FIRST_OF_LIBRARY);
    files.extend(c.map(|(name, text)| ((*name).to_owned(), Bytes::from_static(text.as_bytes()))));
    Ok(files)
}

fn load(opening: &Opening<'_>) -> Result<Snapshot, PackError> {
    let module = artefact::load_module_file(opening.engine, &opening.folder.join(NATIVE));
    let module = module.map_err(|error| opening.broken(&error))?;
    Snapshot::new(opening.engine, &module).map_err(|error| opening.broken(&error))
}
