//! The pack of Java: TeaVM as Maven has it, our driver and library compiled by the host's JDK, and that JDK itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_challenge::{Language, Limits};
use async_trait::async_trait;
use tokio::process::Command;

use super::{Compiler, Glue, Kind, Making, Missing, Opened, Opening, Translator, broken};
use crate::confine::Confinement;
use crate::java::{DRIVER, JavaCompiler, Jdk, LIBRARY};
use crate::pack::FileError;
use crate::packs::{PackError, PrepareError};
use crate::tools::Tools;
use crate::{Compiled, Engine, Source};

macro_rules! glue {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../sandbox/java/", $name)))
    };
}

const GLUE: [Glue; 40] = [
    glue!("driver/Checked.java"),
    glue!("driver/Compile.java"),
    glue!("driver/Endless.java"),
    glue!("driver/Patches.java"),
    glue!("driver/Sources.java"),
    glue!("driver/Target.java"),
    glue!("library/assay/Checks.java"),
    glue!("library/assay/ConsoleInput.java"),
    glue!("library/assay/ConsoleOutput.java"),
    glue!("library/assay/Decimal.java"),
    glue!("library/assay/Format.java"),
    glue!("library/assay/Grid.java"),
    glue!("library/assay/Program.java"),
    glue!("library/assay/Remainder.java"),
    glue!("library/assay/Stack.java"),
    glue!("library/assay/Wasi.java"),
    glue!("library/assay/patch/java/lang/Double.java"),
    glue!("library/assay/patch/java/lang/Integer.java"),
    glue!("library/assay/patch/java/lang/Long.java"),
    glue!("library/assay/patch/java/lang/Math.java"),
    glue!("library/assay/patch/java/lang/String.java"),
    glue!("library/assay/patch/java/lang/StringBuilder.java"),
    glue!("library/assay/patch/java/lang/System.java"),
    glue!("library/assay/patch/java/lang/Thread.java"),
    glue!("library/assay/patch/java/lang/Throwable.java"),
    glue!("library/assay/patch/java/util/Formatter.java"),
    glue!("library/assay/patch/org/teavm/backend/wasm/WasmHeap.java"),
    glue!("library/assay/patch/org/teavm/backend/wasm/WasmRuntime.java"),
    glue!("library/assay/patch/org/teavm/backend/wasm/runtime/WasmSupport.java"),
    glue!("library/assay/patch/org/teavm/runtime/Allocator.java"),
    glue!("library/assay/patch/org/teavm/runtime/EventQueue.java"),
    glue!("library/assay/patch/org/teavm/runtime/GC.java"),
    glue!("library/jdk/java/io/BufferedReader.java"),
    glue!("library/jdk/java/io/InputStreamReader.java"),
    glue!("library/jdk/java/util/InputMismatchException.java"),
    glue!("library/jdk/java/util/MissingFormatArgumentException.java"),
    glue!("library/jdk/java/util/Scanner.java"),
    glue!("library/jdk/java/util/StringJoiner.java"),
    glue!("library/org/teavm/runtime/Room.java"),
    glue!("library/teavm.properties"),
];

/// Where TeaVM looks for what replaces its classes.
const PROPERTIES: &str = "library/teavm.properties";

/// javac and TeaVM on the host's JDK, which write a module as a confined child.
pub(crate) struct Teavm;

#[async_trait]
impl Kind for Teavm {
    fn glue(&self) -> &'static [Glue] {
        &GLUE
    }

    fn installed(&self, tools: &Tools) -> Result<String, Missing> {
        Ok(format!("jdk {}", tools.java()?.version()))
    }

    fn confined(&self) -> bool {
        true
    }

    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError> {
        let jdk = making.tools().java().map_err(|missing| missing.of(making.language()))?;
        let mut jars = Vec::new();
        for nth in 0.. {
            let Ok(archive) = making.archive(nth) else { break };
            let name = archive.file_name().unwrap_or_default();
            std::fs::rename(archive, making.folder().join(name)).map_err(FileError::on("move", archive))?;
            jars.push(making.folder().join(name));
        }
        let glue = making.write_glue(&GLUE)?;
        let teavm = std::env::join_paths(&jars).map_err(|error| making.broken(&error))?;
        making.step("compiling the driver");
        let driver = making.work().join("driver");
        let mut command = javac(jdk, &driver);
        command.arg("-cp").arg(&teavm).args(java_files(&glue, "driver/"));
        making.host(command).await?;
        making.host(jar(jdk, &making.folder().join(DRIVER), &driver)).await?;
        making.step("compiling what the library of TeaVM lacks");
        let library = making.work().join("library");
        // What follows is compiled as a part of the JDK's module, which would hide the rest of TeaVM's package.
        let beside = making.work().join("beside");
        let mut command = javac(jdk, &beside);
        command.arg("-cp").arg(&teavm).args(java_files(&glue, "library/org/"));
        making.host(command).await?;
        jars.push(beside.clone());
        let teavm = std::env::join_paths(&jars).map_err(|error| making.broken(&error))?;
        let mut command = javac(jdk, &library);
        let mut patch = std::ffi::OsString::from("java.base=");
        patch.push(glue.join("library/jdk"));
        command.arg("--patch-module").arg(patch).args(["--add-reads", "java.base=ALL-UNNAMED"]);
        command
            .arg("-cp")
            .arg(&teavm)
            .args(java_files(&glue, "library/assay/"))
            .args(java_files(&glue, "library/jdk/"));
        making.host(command).await?;
        let (from, to) = (glue.join(PROPERTIES), library.join("META-INF/teavm.properties"));
        std::fs::create_dir_all(library.join("META-INF")).map_err(FileError::on("create a folder in", &library))?;
        std::fs::rename(&from, &to).map_err(FileError::on("move", &from))?;
        let from = beside.join("org");
        std::fs::rename(&from, library.join("org")).map_err(FileError::on("move", &from))?;
        making.host(jar(jdk, &making.folder().join(LIBRARY), &library)).await?;
        Ok(())
    }

    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError> {
        let jdk = opening.tools.java().map_err(|missing| missing.of(opening.language))?;
        let confinement = opening.confinement()?;
        let folder = opening.folder.canonicalize().map_err(FileError::on("find", opening.folder))?;
        let jars = jars(&folder).map_err(FileError::on("read", &folder))?;
        let identity = format!(" {}", confinement.word());
        let compiler = JavaCompiler::new(jdk, &folder, &jars);
        let compiler = Confined { confinement, compiler, language: opening.language.clone() };
        Ok(Opened { identity, translator: Translator::Compiler(Arc::new(compiler)) })
    }
}

/// The compiler, and what keeps it in.
struct Confined {
    confinement: Confinement,
    compiler: JavaCompiler,
    language: Language,
}

#[async_trait]
impl Compiler for Confined {
    async fn compile(&self, _: &Engine, source: &Source, _: &Limits) -> Result<Compiled, PrepareError> {
        let compiled = self.compiler.compile(&self.confinement, source).await;
        Ok(compiled.map_err(|error| broken(&self.language, &error))?)
    }
}

fn javac(jdk: &Jdk, into: &Path) -> Command {
    let mut command = Command::new(jdk.program("javac"));
    command.args(["-nowarn", "-proc:none", "-encoding", "UTF-8", "-g", "-d"]).arg(into);
    command
}

fn jar(jdk: &Jdk, file: &Path, folder: &Path) -> Command {
    let mut command = Command::new(jdk.program("jar"));
    command.args(["--create", "--no-manifest", "--file"]).arg(file).arg("-C").arg(folder).arg(".");
    command
}

fn java_files<'a>(glue: &'a Path, below: &'a str) -> impl Iterator<Item = PathBuf> + 'a {
    let files = GLUE.iter().map(|(name, _)| *name).filter(move |name| name.starts_with(below));
    files.filter(|name| *name != PROPERTIES).map(|name| glue.join(name))
}

/// TeaVM's own jars in a pack, by name.
fn jars(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|ending| ending == "jar") && name != DRIVER && name != LIBRARY {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
