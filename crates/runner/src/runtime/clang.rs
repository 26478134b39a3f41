//! The pack of C and C++: clang and wasm-ld as one module, the headers and libraries they read, and C++'s as modules.

use std::path::Path;
use std::sync::Arc;

use assay_challenge::{Language, Limits};
use async_trait::async_trait;
use bytes::Bytes;
use tokio::sync::OnceCell;

use super::{Compiler, Glue, Kind, Making, Opened, Opening, Translator, broken};
use crate::clang::{COMPILE_FLAGS, LINK_FLAGS, STREAMS, Toolchain};
use crate::pack::FileError;
use crate::packs::{PackError, PrepareError};
use crate::preview1::Tree;
use crate::{COMPILE_LIMITS, Compiled, Engine, Source, artefact};

/// What is added to the compiler's own files: a header, and sources that are compiled when the pack is prepared; and how
/// it is used.
const GLUE: [Glue; 5] = [
    ("usr/include/c++/v1/bits/stdc++.h", include_str!("../../../../sandbox/cpp/include/bits/stdc++.h")),
    ("usr/lib/assay/streams.cpp", include_str!("../../../../sandbox/cpp/streams.cpp")),
    ("usr/lib/assay/modules.cpp", include_str!("../../../../sandbox/cpp/modules.cpp")),
    ("compile", COMPILE_FLAGS),
    ("link", LINK_FLAGS),
];

/// Clang and its linker, in one module.
pub(super) const NATIVE: &str = "llvm.cwasm";
/// Headers and libraries.
pub(super) const FILES: &str = "llvm-resources.tar";
const STREAMS_OBJECT: &str = "streams.o";
/// The headers of C++, compiled.
const MODULES: &str = "modules.tar";

/// A compiler and a linker that run in the sandbox themselves and write a module.
pub(crate) struct Clang;

#[async_trait]
impl Kind for Clang {
    fn glue(&self) -> &'static [Glue] {
        &GLUE
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        making.step("unpacking the compiler");
        let wanted = ["package/gen/llvm.core.wasm", "package/gen/llvm-resources.tar"];
        making.untar(0, &wanted, making.work()).await?;
        let (unpacked, kept) = (making.work().join(FILES), making.folder().join(FILES));
        std::fs::rename(&unpacked, &kept).map_err(FileError::on("move", &unpacked))?;
        making.step("compiling the compiler to native code (about a minute)");
        making.native(&making.work().join("llvm.core.wasm"), NATIVE).await?;
        making.step("compiling the streams of C++");
        let toolchain = load(making.engine(), making.folder(), making.language(), Headers::Text)?;
        let [_, (name, text), modules, ..] = GLUE;
        let object = toolchain.object(making.engine(), name, text, &COMPILE_LIMITS).await;
        let object = object.map_err(|error| making.broken(&error))?;
        making.keep(STREAMS_OBJECT, object.map_err(|message| making.broken(&message))?)?;
        making.step("compiling the headers of C++");
        let modules = toolchain.modules(making.engine(), modules.0, modules.1, &COMPILE_LIMITS).await;
        let modules = modules.map_err(|error| making.broken(&error))?;
        let modules: Vec<_> = modules.map_err(|message| making.broken(&message))?.into_iter().collect();
        making.keep(MODULES, tar_of(&modules).map_err(|error| making.broken(&error))?)
    }

    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        let (folder, language) = (opening.folder.to_owned(), opening.language.clone());
        let lazy = Lazy { folder: folder.into(), language, c: OnceCell::new(), cpp: OnceCell::new() };
        Ok(Opened { identity: String::new(), translator: Translator::Compiler(Arc::new(lazy)) })
    }
}

/// The toolchain, loaded when something has to be compiled: for each language with what it reads.
struct Lazy {
    folder: Box<Path>,
    language: Language,
    c: OnceCell<Toolchain>,
    cpp: OnceCell<Toolchain>,
}

/// As what a toolchain finds the headers of C++.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Headers {
    Text,
    Modules,
}

#[async_trait]
impl Compiler for Lazy {
    async fn compile(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Compiled, PrepareError> {
        let (toolchain, headers) =
            if source.language == self.language { (&self.c, Headers::Text) } else { (&self.cpp, Headers::Modules) };
        let load = async || {
            let (engine, folder, language) = (engine.clone(), self.folder.clone(), self.language.clone());
            let loading = tokio::task::spawn_blocking(move || load(&engine, &folder, &language, headers));
            loading.await.map_err(|error| broken(&self.language, &error))?
        };
        Ok(toolchain.get_or_try_init(load).await?.compile(engine, source, limits).await?)
    }
}

fn load(engine: &Engine, folder: &Path, language: &Language, headers: Headers) -> Result<Toolchain, PackError> {
    let module = artefact::load_module_file(engine, &folder.join(NATIVE)).map_err(|e| broken(language, &e))?;
    let unpacked = |name| {
        let path = folder.join(name);
        let archive = Bytes::from(std::fs::read(&path).map_err(FileError::on("read", &path))?);
        files_of(&archive).map_err(|error| broken(language, &error))
    };
    let files = unpacked(FILES)?;
    let mut files: Vec<_> = files.into_iter().map(|(name, content)| (format!("usr/{name}"), content)).collect();
    if headers == Headers::Modules {
        files.extend(unpacked(MODULES)?);
    }
    let added = GLUE.into_iter().filter(|(name, _)| name.starts_with("usr/"));
    files.extend(added.map(|(name, text)| (name.to_owned(), Bytes::from_static(text.as_bytes()))));
    if let Ok(object) = std::fs::read(folder.join(STREAMS_OBJECT)) {
        files.push((STREAMS.trim_start_matches('/').to_owned(), object.into()));
    }
    let tree = Arc::new(Tree::from_files(files));
    Toolchain::new(engine, &module, &tree).map_err(|error| broken(language, &error))
}

/// The files of a tar archive, as slices of it.
pub(super) fn files_of(archive: &Bytes) -> std::io::Result<Vec<(String, Bytes)>> {
    let mut files = Vec::new();
    for entry in tar::Archive::new(&archive[..]).entries()? {
        let entry = entry?;
        if entry.header().entry_type().is_file() {
            let name = entry.path()?.to_string_lossy().trim_start_matches("./").to_owned();
            let start = usize::try_from(entry.raw_file_position()).unwrap_or(usize::MAX);
            let end = start.saturating_add(usize::try_from(entry.size()).unwrap_or(usize::MAX));
            if end > archive.len() {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            files.push((name, archive.slice(start..end)));
        }
    }
    Ok(files)
}

/// A tar archive of these files, with nothing in it but their names and contents.
pub(super) fn tar_of(files: &[(String, Bytes)]) -> std::io::Result<Vec<u8>> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, &content[..])?;
    }
    builder.into_inner()
}
