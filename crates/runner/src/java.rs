//! Compiling Java: javac and TeaVM in one process of the host's JDK, which the kernel keeps in.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use assay_challenge::{Compilation, Usage};

use crate::confine::{Bounds, ConfineError, Confinement, Ended, Errand, How, MADE, libraries_of};
use crate::{Compiled, MODULE_BYTES, Source};

/// The driver and TeaVM, which run on the host.
pub(crate) const DRIVER: &str = "driver.jar";
/// What is compiled into programs, before TeaVM's own library.
pub(crate) const LIBRARY: &str = "library.jar";

const MODULE: &str = "main.wasm";

/// A net: a submission of a few hundred lines takes two seconds.
const BOUNDS: Bounds = Bounds {
    cpu: Duration::from_secs(30),
    wall: Duration::from_mins(4),
    address_space: None,
    file_bytes: 64 << 20,
    open_files: 256,
    output_bytes: 256 << 10,
};

/// A start should be short, and the same on every machine: one collector, one compiler, no files for other processes.
const FLAGS: [&str; 10] = [
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    "-XX:ActiveProcessorCount=1",
    "-Xshare:auto",
    "-Xmx768m",
    "-Xss16m",
    "-XX:MaxMetaspaceSize=256m",
    "-Dfile.encoding=UTF-8",
    "-Duser.language=en",
];

/// A JDK of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Jdk {
    home: PathBuf,
    version: String,
}

/// The compiler of one pack.
pub(crate) struct JavaCompiler {
    jdk: Jdk,
    folder: PathBuf,
    arguments: Vec<OsString>,
    library: OsString,
    /// Looked up by the first compile: walking through a JDK takes longer than a kept program's grade.
    readable: OnceLock<Vec<PathBuf>>,
}

impl Jdk {
    /// The oldest that can compile what the pack is made from.
    pub(crate) const OLDEST: u32 = 17;

    /// The JDK in the folder `home`, or the one of the first `javac` in the folders of `path`, written like the variable
    /// `PATH`. The reason if there is none that will do.
    pub(crate) fn find(home: Option<&Path>, path: &OsStr) -> Result<Self, String> {
        if let Some(home) = home {
            return Self::at(home);
        }
        let compiler = if cfg!(windows) { "javac.exe" } else { "javac" };
        let folders = std::env::split_paths(path);
        let found = folders.map(|folder| folder.join(compiler)).find(|program| program.is_file());
        // What is on the path may be a link to a link to the JDK's own.
        let program = found.and_then(|program| program.canonicalize().ok()).ok_or("no `javac` was found")?;
        Self::at(program.parent().and_then(Path::parent).unwrap_or(&program))
    }

    fn at(home: &Path) -> Result<Self, String> {
        let home = home.canonicalize().map_err(|error| format!("{}: {error}", home.display()))?;
        let release = std::fs::read_to_string(home.join("release"));
        let release = release.map_err(|error| format!("{} is no JDK: release: {error}", home.display()))?;
        let version = release.lines().find_map(|line| line.strip_prefix("JAVA_VERSION=")).unwrap_or_default();
        let version = version.trim_matches('"').to_owned();
        let feature = version.split('.').next().and_then(|number| number.parse().ok()).unwrap_or(0);
        if feature < Self::OLDEST {
            return Err(format!("{} is Java {version}", home.display()));
        }
        let jdk = Self { home, version };
        let lacking = ["java", "javac", "jar"].into_iter().find(|name| !jdk.program(name).is_file());
        lacking.map_or(Ok(jdk.clone()), |name| Err(format!("{} has no {name}", jdk.home.display())))
    }

    /// Its exact version.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// One of its programs.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.home.join("bin").join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// What a program of it reads: its folder, where links in it lead, and the system's libraries.
    fn readable(&self) -> Vec<PathBuf> {
        let mut readable = vec![self.home.clone()];
        let mut folders = vec![self.home.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                    Ok(kind) if kind.is_symlink() => readable.extend(entry.path().canonicalize()),
                    _ => {}
                }
            }
        }
        let library = |name| self.home.join("lib").join(name);
        let loaded = [self.program("java"), library("server/libjvm.so"), library("libnio.so"), library("libzip.so")];
        readable.extend(libraries_of(loaded.iter().map(PathBuf::as_path)));
        readable
    }
}

impl JavaCompiler {
    /// The compiler in a prepared pack's folder; `jars` are TeaVM's, in the class path's order.
    pub(crate) fn new(jdk: &Jdk, folder: &Path, jars: &[String]) -> Self {
        let of = |first: &str| {
            let names = std::iter::once(first).chain(jars.iter().map(String::as_str));
            std::env::join_paths(names.map(|name| folder.join(name))).unwrap_or_default()
        };
        let mut arguments: Vec<OsString> = FLAGS.map(OsString::from).to_vec();
        arguments.extend(["-cp".into(), of(DRIVER), "Compile".into()]);
        let (jdk, folder, library) = (jdk.clone(), folder.to_owned(), of(LIBRARY));
        Self { jdk, folder, arguments, library, readable: OnceLock::new() }
    }

    /// Compiles all files into one module.
    pub(crate) async fn compile(&self, confinement: &Confinement, source: &Source) -> Result<Compiled, ConfineError> {
        let mut arguments = self.arguments.clone();
        arguments.extend([self.library.clone(), format!("{MADE}/{MODULE}").into(), source.main.clone().into()]);
        let files = source.files.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "java"));
        arguments.extend(files.map(|(name, _)| OsString::from(name)));
        let readable = || self.jdk.readable().into_iter().chain([self.folder.clone()]).collect();
        let ended = confinement.run(Errand {
            program: self.jdk.program("java"),
            arguments,
            environment: Vec::new(),
            readable: self.readable.get_or_init(readable).clone(),
            files: source.files.clone(),
            bounds: BOUNDS,
        });
        Ok(compiled(ended.await?))
    }
}

/// The driver ends with 0 if it wrote the module, with 1 if the sources are wrong.
fn compiled(mut ended: Ended) -> Compiled {
    let mut message = String::from_utf8_lossy(&ended.stdout).into_owned();
    let module = match ended.how {
        How::Exit(0) => ended.made.remove(MODULE),
        How::Exit(1) => None,
        How::Exit(code) => {
            message.push_str("the compiler crashed with exit code ");
            message.push_str(&code.to_string());
            message.push('\n');
            None
        }
        how => {
            message += &how.stopped(&BOUNDS);
            None
        }
    };
    if module.is_none() && message.is_empty() {
        message = format!("the compiler crashed\n{}", String::from_utf8_lossy(&ended.stderr));
    }
    let module = module.filter(|module| {
        let fits = module.len() <= MODULE_BYTES;
        if !fits {
            message += "the compiled program is too large\n";
        }
        fits
    });
    let compilation = Compilation { ok: module.is_some(), message, usage: Usage::default() };
    Compiled { compilation, module }
}

#[cfg(test)]
#[path = "java_tests.rs"]
mod tests;
