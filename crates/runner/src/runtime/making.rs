//! What a kind of runtime is given while it makes a pack, and the steps that several kinds share.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use assay_challenge::{Language, Limits};
use bytes::Bytes;
use tokio::process::Command;

use super::kind::Glue;
use super::{broken, compile_native};
use crate::pack::{FileError, Manifest, Progress, unpack_tgz};
use crate::packs::{PackError, Packs};
use crate::tools::Tools;
use crate::{COMPILE_LIMITS, Engine, Job, Prepared, Source};

/// The host's Python.
pub(super) const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// What compiling a part of a pack may use: it may be much larger than a submission, and it is ours.
const MAKING_LIMITS: Limits =
    Limits { cost: 20 * COMPILE_LIMITS.cost, wall_ms: 6 * COMPILE_LIMITS.wall_ms, ..COMPILE_LIMITS };

/// A pack while it is made.
pub(crate) struct Making<'a> {
    pub(super) packs: &'a Packs,
    pub(super) manifest: &'a Manifest,
    /// The fetched archives, in the manifest's order.
    pub(super) archives: Vec<PathBuf>,
    pub(super) folder: &'a Path,
    pub(super) work: &'a Path,
    pub(super) on_progress: &'a mut (dyn FnMut(Progress) + Send),
}

impl<'a> Making<'a> {
    /// The engine the pack is made for.
    pub(crate) fn engine(&self) -> &'a Engine {
        self.packs.engine()
    }

    /// The tools of this computer.
    pub(crate) fn tools(&self) -> &'a Tools {
        &self.packs.tools
    }

    /// The language under whose name the pack is kept.
    pub(crate) fn language(&self) -> &'a Language {
        self.manifest.pack()
    }

    /// The archive of the manifest's nth source.
    pub(crate) fn archive(&self, nth: usize) -> Result<&Path, PackError> {
        let archive = self.archives.get(nth).map(PathBuf::as_path);
        archive.ok_or_else(|| self.broken(&format!("its manifest names no source {nth}")))
    }

    /// Where what is kept goes.
    pub(crate) fn folder(&self) -> &'a Path {
        self.folder
    }

    /// A folder for what is not kept.
    pub(crate) fn work(&self) -> &'a Path {
        self.work
    }

    /// Says what is being done.
    pub(crate) fn step(&mut self, step: &str) {
        (self.on_progress)(Progress::Preparing { step: step.to_owned() });
    }

    /// Keeps a file.
    pub(crate) fn keep(&self, name: &str, content: impl AsRef<[u8]>) -> Result<(), PackError> {
        write(&self.folder.join(name), content)
    }

    /// Compiles a module to native code that is kept as `name`.
    pub(crate) async fn native(&mut self, wasm: &Path, name: &str) -> Result<(), PackError> {
        let packs = self.packs;
        compile_native(packs.engine(), self.manifest.pack(), wasm.to_owned(), self.folder.join(name)).await
    }

    /// Writes the glue below a folder of [`Making::work`] and returns that folder.
    pub(crate) fn write_glue(&self, glue: &[Glue]) -> Result<PathBuf, PackError> {
        let folder = self.work.join("glue");
        for (name, text) in glue {
            let path = folder.join(name);
            let parent = path.parent().unwrap_or(&folder);
            std::fs::create_dir_all(parent).map_err(FileError::on("create", parent))?;
            write(&path, text)?;
        }
        Ok(folder)
    }

    /// Takes these files out of the nth archive, a compressed tar file.
    pub(crate) async fn untar(&mut self, nth: usize, wanted: &[&str], into: &Path) -> Result<(), PackError> {
        let (archive, into) = (self.archive(nth)?.to_owned(), into.to_owned());
        let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
        let unpacking = tokio::task::spawn_blocking(move || {
            unpack_tgz(&archive, &wanted.iter().map(String::as_str).collect::<Vec<_>>(), &into)
        });
        Ok(unpacking.await.map_err(|error| self.broken(&error))??)
    }

    /// Unpacks the nth archive, a wheel, as what fetched it could: with the host's Python.
    pub(crate) async fn unzip(&mut self, nth: usize, into: &Path) -> Result<(), PackError> {
        let mut unzip = Command::new(PYTHON);
        unzip.args(["-I", "-m", "zipfile", "-e"]).arg(self.archive(nth)?).arg(into);
        self.host(unzip).await.map(drop)
    }

    /// Runs a trusted tool of the host to its end; returns what it printed.
    pub(crate) async fn host(&mut self, mut command: Command) -> Result<Vec<u8>, PackError> {
        let program = command.as_std().get_program().to_string_lossy().into_owned();
        let output = command.stdin(Stdio::null()).kill_on_drop(true).output().await;
        let output = output.map_err(|error| self.broken(&format!("{program} cannot be started: {error}")))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<&str> = said.lines().collect();
        let tail = lines[lines.len().saturating_sub(12)..].join("\n");
        let tail = tail.escape_default().to_string().replace("\\n", "\n");
        Err(self.broken(&format!("{program} ended with {}\n{tail}", output.status)))
    }

    /// What another language's compiler makes of source files, which must compile.
    pub(crate) async fn module_of(&mut self, source: &Source) -> Result<Bytes, PackError> {
        let packs = self.packs;
        let compiler = packs.compiler(&source.language, self.on_progress).await?;
        let compiled = compiler.compile(packs.engine(), source, &MAKING_LIMITS).await;
        let compiled = compiled.map_err(|error| self.broken(&error))?;
        compiled.module.ok_or_else(|| self.broken(&compiled.compilation.message))
    }

    /// The folder of another language's pack, which is made ready where it is not. Its files must not be changed.
    pub(crate) async fn folder_of(&mut self, language: &Language) -> Result<PathBuf, PackError> {
        let packs = self.packs;
        packs.folder(language, self.on_progress).await
    }

    /// What a fixed program costs with the new pack. It must succeed.
    pub(crate) async fn cost_of(&mut self, prepared: Prepared) -> Result<u64, PackError> {
        let program = prepared.program.ok_or_else(|| self.broken(&prepared.compilation.message))?;
        let job = Job {
            program,
            stdin: Bytes::new(),
            arguments: Vec::new(),
            files: Vec::new(),
            writable: None,
            seed: 0,
            limits: COMPILE_LIMITS,
        };
        let packs = self.packs;
        let outcome = packs.engine().run(&job).await.map_err(|error| self.broken(&error))?.outcome;
        if outcome.end.is_success() {
            return Ok(outcome.usage.cost);
        }
        let said = String::from_utf8_lossy(&outcome.stderr.bytes);
        Err(self.broken(&format!("{:?}\n{said}", outcome.end)))
    }

    /// The pack could not be made.
    pub(crate) fn broken(&self, why: &dyn std::fmt::Display) -> PackError {
        broken(self.language(), why)
    }
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), PackError> {
    Ok(std::fs::write(path, content).map_err(FileError::on("write", path))?)
}
