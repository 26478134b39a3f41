//! Go: its compiler and linker, which are WebAssembly themselves and run in the sandbox like any guest.
//!
//! What the `go` command would do is done here: finding out what a program imports, and running the two tools.

mod edits;
mod imports;
mod library;

use assay_challenge::Limits;
use bytes::Bytes;
use wasmtime::Module;

pub(crate) use self::edits::{GLUE, apply as edit};
use self::imports::Import;
pub(crate) use self::library::{Library, archive_name, is_public};
use crate::build::Build;
use crate::pack::FileError;
use crate::program::NotAProgram;
use crate::run::RunError;
use crate::{Compiled, Engine, Program, Source};

/// The compiler and linker with the standard library.
pub(crate) struct Toolchain {
    compiler: Program,
    linker: Program,
    library: Library,
}

/// A program could not be compiled, through no fault of its source.
pub(crate) enum CompileError {
    /// The library cannot be read.
    Library(FileError),
    /// The sandbox failed.
    Run(RunError),
}

impl From<RunError> for CompileError {
    fn from(error: RunError) -> Self {
        Self::Run(error)
    }
}

/// The folder of the sources. What the compiler records of a file's name is what comes after it.
const SOURCES: &str = "src";
const IMPORTS: &str = "importcfg";
const OBJECT: &str = "tmp/main.a";
const OUTPUT: &str = "tmp/program.wasm";

/// What the linker says of mistakes in a source it never saw, and what is said instead.
const LINKER_WORDS: [(&str, &str); 2] = [
    ("link: /tmp/main.a: not package main", "the files do not begin with `package main`, as those of a program must"),
    ("runtime.main_main·f: function main", "function main"),
];

/// What Go keeps free below the limit of memory: what the collector does not know of, and room to work in.
fn soft_limit(memory: u64) -> u64 {
    memory.saturating_sub(memory / 10 + (2 << 20))
}

/// What a program of Go finds in its environment: where the collector has to try harder.
pub(crate) fn environment(limits: &Limits) -> Vec<String> {
    vec![format!("GOMEMLIMIT={}", soft_limit(limits.memory))]
}

/// The tools' environment: they rarely live long enough for collecting to pay.
fn tools_environment(limits: &Limits) -> Vec<String> {
    vec![format!("PWD=/{SOURCES}"), "GOGC=off".to_owned(), format!("GOMEMLIMIT={}", soft_limit(limits.memory / 2))]
}

impl Toolchain {
    /// The two tools, and the library's archives.
    pub(crate) fn new(
        engine: &Engine,
        compiler: &Module,
        linker: &Module,
        library: Library,
    ) -> Result<Self, NotAProgram> {
        let tool = |module, name| Program::command(engine, module, name, None, tools_environment);
        Ok(Self { compiler: tool(compiler, "compile")?, linker: tool(linker, "link")?, library })
    }

    /// Compiles the files of package main and links them with what they import.
    pub(crate) async fn compile(
        &self,
        engine: &Engine,
        source: &Source,
        limits: &Limits,
    ) -> Result<Compiled, CompileError> {
        let mut build = Build::new(engine, limits);
        let (files, refused) = sources(source);
        let imports: Vec<_> = files.iter().flat_map(|(name, text)| imports::of(name, text)).collect();
        let refused = refused.into_iter().chain(imports.iter().filter_map(|import| self.refusal(import)));
        let refused: String = refused.take(10).collect();
        if !refused.is_empty() {
            build.say(&refused);
            return Ok(build.finished(None));
        }

        let direct = self.library.direct(imports.iter().map(|import| import.path.as_str()));
        let mut given = self.given(&direct)?;
        given.extend(files.iter().map(|(name, text)| (format!("{SOURCES}/{name}"), text.clone())));
        let arguments = compile_arguments(files.iter().map(|(name, _)| name.as_str()));
        let Some(object) = build.step(&self.compiler, arguments, given, OBJECT).await? else {
            return Ok(build.finished(None));
        };

        let mut given = self.given(&self.library.closure(&direct))?;
        given.push((OBJECT.to_owned(), object));
        let module = build.step(&self.linker, link_arguments(), given, OUTPUT).await?;
        let mut compiled = build.finished(module);
        for (linker, candidate) in LINKER_WORDS {
            compiled.compilation.message = compiled.compilation.message.replace(linker, candidate);
        }
        Ok(compiled)
    }

    /// The archives of these packages, and the file that tells the tools where they are.
    fn given(&self, packages: &[&str]) -> Result<Vec<(String, Bytes)>, CompileError> {
        let mut files = Vec::new();
        let mut list = String::new();
        for package in packages {
            let name = archive_name(package);
            list.extend(["packagefile ", package, "=/", name.as_str(), "\n"]);
            files.push((name, self.library.read(package).map_err(CompileError::Library)?));
        }
        files.push((IMPORTS.to_owned(), list.into()));
        Ok(files)
    }

    /// Why a package cannot be imported, in the words of the `go` command where it has any.
    fn refusal(&self, Import { place, path }: &Import) -> Option<String> {
        if path == "C" {
            Some(format!("{place}: import \"C\": cgo is not available here\n"))
        } else if !is_public(path) {
            Some(format!("{place}: use of internal package {path} not allowed\n"))
        } else if path == "unsafe" || self.library.has(path) {
            None
        } else {
            Some(format!("{place}: package {path} is not in std, and there are no other packages here\n"))
        }
    }
}

/// The files that make up package main by the names they have there, and complaints about what cannot be built.
fn sources(source: &Source) -> (Vec<(String, Bytes)>, Vec<String>) {
    let folder = source.main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    for (path, text) in &source.files {
        let (beside, name) = path.rsplit_once('/').unwrap_or(("", path));
        if name.starts_with(['_', '.']) || name.ends_with("_test.go") {
            continue;
        }
        match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "go" if beside == folder => {
                refused.extend(imports::refused_directives(name, text));
                files.push((name.to_owned(), text.clone()));
            }
            "go" => refused.push(format!("{path}: a program is one package here: put the file beside the main one\n")),
            "s" | "S" | "syso" => refused.push(format!("{path}: only Go files can be built here\n")),
            _ => {}
        }
    }
    (files, refused)
}

fn compile_arguments<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let line = format!("-p main -complete -pack -c 1 -trimpath /{SOURCES} -importcfg /{IMPORTS} -o /{OBJECT} --");
    line.split(' ').map(ToOwned::to_owned).chain(names.map(ToOwned::to_owned)).collect()
}

/// Symbols that only a debugger needs are left out; names and line tables stay.
fn link_arguments() -> Vec<String> {
    let line = format!("-w -buildid= -importcfg /{IMPORTS} -o /{OUTPUT} /{OBJECT}");
    line.split(' ').map(ToOwned::to_owned).collect()
}
