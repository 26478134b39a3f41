//! Rust: the host's rustc as a confined child makes object files, and wasm-ld links them in the sandbox.

mod answers;
mod objects;
mod toolchain;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use assay_challenge::Limits;
use bytes::Bytes;

pub(crate) use self::answers::Answers;
use self::objects::is_object;
pub(crate) use self::objects::objects_of;
pub(crate) use self::toolchain::{TARGET, Toolchain, Way, crate_of, rlibs};
use crate::build::Build;
use crate::confine::{Bounds, ConfineError, Confinement, Ended, Errand, How, MADE, libraries_of};
use crate::run::RunError;
use crate::{Compiled, Engine, Program, Source};

/// A net against sources made to stop the grader. Compiling a program of a thousand lines takes a second or two.
const BOUNDS: Bounds = Bounds {
    cpu: Duration::from_secs(30),
    wall: Duration::from_mins(10),
    address_space: Some(2 << 30),
    file_bytes: 128 << 20,
    open_files: 256,
    output_bytes: 1 << 20,
};

/// How the compiler begins to say that it cannot read a file.
const UNREADABLE: &str = "error: couldn't read `";

/// What the candidate is shown of the compiler's words.
const MESSAGE_BYTES: usize = 64 << 10;

/// One unit of code, so that the same source gives the same bytes on any number of cores. What the linker would be told
/// is kept: it runs elsewhere.
pub(crate) const COMPILE_FLAGS: &str = "--target wasm32-wasip1 --edition 2024 --crate-type bin --crate-name submission --color never \
                     --diagnostic-width 100 -A special_module_name -C opt-level=2 -C panic=abort -C codegen-units=1 \
                     -C debuginfo=0 -C save-temps";

/// Call stack of a program in its own memory, on top of the engine's; data lies above it, so that an overflow traps. The
/// heap at first is as in C.
pub(crate) const LINK_FLAGS: &str =
    "-m wasm32 --stack-first --strip-debug --gc-sections -O2 -z stack-size=16777216 --initial-heap=131072";

/// What messages and panics call the folder of the standard library's sources, wherever it is.
pub(crate) const SOURCES: &str = "/rustc/library";

/// Stands in for a linker, which the compiler insists on calling at the end.
const NO_LINKER: [&str; 2] = ["/usr/bin/true", "/bin/true"];

const OUTPUT: &str = "tmp/program.wasm";

/// The standard library's objects, those of libc, and the file every program starts with, as the linker finds them.
pub(crate) const LIBRARY: &str = "std";
pub(crate) const START: &str = "usr/lib/wasm32-wasip1/crt1-command.o";
pub(crate) const LIBC: &str = "usr/lib/wasm32-wasip1/libc.a";
pub(crate) const BUILTINS: &str = "usr/lib/wasm32-unknown-wasip1/libclang_rt.builtins.a";

/// The compiler as it is run on every source.
pub(crate) struct Rustc {
    program: PathBuf,
    arguments: Vec<OsString>,
    linker: &'static Path,
    library: PathBuf,
    /// Looked up by the first compile: `ldd` takes longer than a kept program's grade.
    readable: OnceLock<Vec<PathBuf>>,
}

/// A program could not be compiled, through no fault of its source.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CompileError {
    /// The compiler could not be run.
    #[error(transparent)]
    Confine(#[from] ConfineError),
    /// It took too long, which says more of the machine than of the source.
    #[error("rustc did not end within {} s; the machine may be too busy", BOUNDS.wall.as_secs())]
    Hung,
    /// The sandbox of the linker failed.
    #[error(transparent)]
    Run(#[from] RunError),
}

impl Rustc {
    /// The compiler of a toolchain, with the standard library in `sysroot`.
    pub(crate) fn new(toolchain: &Toolchain, sysroot: &Path) -> Self {
        let linker = NO_LINKER.iter().map(Path::new).find(|path| path.exists()).unwrap_or(Path::new(NO_LINKER[0]));
        let mut arguments: Vec<OsString> = COMPILE_FLAGS.split_whitespace().map(OsString::from).collect();
        let mut option = OsString::from("linker=");
        option.push(linker);
        arguments.extend(["-C".into(), option, "--sysroot".into(), sysroot.into(), "--out-dir".into(), MADE.into()]);
        // A toolchain that has the sources would name them in messages.
        if let Ok(sources) = sysroot.join("lib/rustlib/src/rust/library").canonicalize() {
            let mut remap = sources.into_os_string();
            remap.push("=");
            remap.push(SOURCES);
            arguments.extend(["--remap-path-prefix".into(), remap]);
        }
        let (program, library) = (toolchain.rustc.clone(), sysroot.join("lib/rustlib").join(TARGET));
        Self { program, arguments, linker, library, readable: OnceLock::new() }
    }

    fn readable(&self) -> Vec<PathBuf> {
        let libraries = libraries_of([self.program.as_path(), self.linker]);
        libraries.into_iter().chain([self.linker.to_owned(), self.library.clone()]).collect()
    }

    /// Compiles the main file with all it names as modules, and links what came of it with `linker`, over the library's
    /// objects.
    pub(crate) async fn compile(
        &self,
        confinement: &Confinement,
        linker: &Linker,
        source: &Source,
        (engine, limits): (&Engine, &Limits),
    ) -> Result<Compiled, CompileError> {
        let mut build = Build::new(engine, limits);
        let Some(objects) = self.objects(confinement, source, &mut build).await? else {
            return Ok(build.finished(None));
        };
        let arguments = linker.arguments(objects.iter().map(|(name, _)| name));
        let module = build.step(&linker.program, arguments, objects, OUTPUT).await?;
        Ok(build.finished(module))
    }

    /// The object files of a crate; `None` if it does not compile.
    pub(crate) async fn objects(
        &self,
        confinement: &Confinement,
        source: &Source,
        build: &mut Build<'_>,
    ) -> Result<Option<Vec<(String, Bytes)>>, CompileError> {
        let mut arguments = self.arguments.clone();
        arguments.extend(["--".into(), source.main.clone().into()]);
        let errand = Errand {
            program: self.program.clone(),
            arguments,
            // Whatever the channel of the toolchain: stable Rust.
            environment: vec![("RUSTC_BOOTSTRAP", "-1".into()), ("TMPDIR", MADE.into())],
            readable: self.readable.get_or_init(|| self.readable()).clone(),
            files: source.files.clone(),
            bounds: BOUNDS,
        };
        let ended = confinement.run(errand).await?;
        if ended.how == How::WallLimit {
            return Err(CompileError::Hung);
        }
        build.say(&said(&ended));
        let objects = ended.made.into_iter().filter(|(name, _)| is_object(name) && !name.contains('/'));
        let objects = objects.zip(0..).map(|((_, content), nth)| (format!("tmp/submission.{nth}.o"), content));
        Ok((ended.how == How::Exit(0)).then(|| objects.collect()))
    }
}

/// What the candidate is told. Where the compiler broke down, it says where in memory, which differs every time.
fn said(ended: &Ended) -> String {
    let text = String::from_utf8_lossy(&ended.stderr);
    match ended.how {
        How::Exit(0 | 1) => shown(&text),
        How::Exit(code) => format!("{}the compiler crashed with exit code {code}\n", before_crash(&text)),
        How::Signal(_) if out_of_memory(&text) => {
            let allowed = BOUNDS.address_space.unwrap_or(0) >> 30;
            format!("compiling was stopped: it needed more than {allowed} GiB of memory\n")
        }
        How::Signal(_) => "the compiler crashed: the source may be nested too deeply\n".to_owned(),
        how => how.stopped(&BOUNDS),
    }
}

/// Whole lines, as many as are shown. A file that is out of reach is like one that is not there.
fn shown(text: &str) -> String {
    let text: String = text.split_inclusive('\n').map(|line| absent(line).unwrap_or_else(|| line.to_owned())).collect();
    let end = text.floor_char_boundary(MESSAGE_BYTES);
    match text[..end].rfind('\n') {
        Some(line) if end < text.len() => format!("{}\n(what more the compiler said is left out)\n", &text[..line]),
        _ => text[..end].to_owned(),
    }
}

/// The line with another reason, if it says why the system did not open a file.
fn absent(line: &str) -> Option<String> {
    let path = line.strip_prefix(UNREADABLE)?;
    let reason = path.rfind("`: ").filter(|at| path[*at..].contains("(os error "))?;
    Some(format!("{UNREADABLE}{}`: No such file or directory (os error 2)\n", &path[..reason]))
}

fn before_crash(text: &str) -> &str {
    let crash = ["\nthread 'rustc'", "thread 'rustc'", "error: the compiler unexpectedly panicked"];
    crash.iter().filter_map(|words| text.find(words)).min().map_or("", |at| &text[..at])
}

fn out_of_memory(text: &str) -> bool {
    ["memory allocation of ", "LLVM ERROR: out of memory"].iter().any(|words| text.contains(words))
}

/// wasm-ld in the sandbox, over the objects of the standard library.
pub(crate) struct Linker {
    program: Program,
    library: Vec<String>,
}

impl Linker {
    /// `program` is wasm-ld; `library` names the objects of the standard library among its files.
    pub(crate) fn new(program: Program, library: Vec<String>) -> Self {
        Self { program, library }
    }

    fn arguments<'a>(&self, objects: impl Iterator<Item = &'a String>) -> Vec<String> {
        let mut arguments: Vec<String> = LINK_FLAGS.split_whitespace().map(ToOwned::to_owned).collect();
        arguments.push(format!("/{START}"));
        arguments.extend(objects.cloned());
        arguments.push("--start-lib".to_owned());
        arguments.extend(self.library.iter().map(|name| format!("/{name}")));
        arguments.push("--end-lib".to_owned());
        arguments.extend([format!("/{LIBC}"), format!("/{BUILTINS}"), "-o".to_owned(), OUTPUT.to_owned()]);
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(how: How, stderr: &str) -> Ended {
        Ended { how, stdout: Vec::new(), stderr: stderr.as_bytes().to_vec(), made: std::collections::BTreeMap::new() }
    }

    #[test]
    fn what_the_compiler_says_is_passed_on_unless_it_differs_from_run_to_run() {
        let crash = "warning: first\n\nthread 'rustc' (4711) panicked at compiler/x.rs:1:2:\nsecret\n";
        for (how, stderr, expected) in [
            (How::Exit(1), "error: `;`\n", "error: `;`\n"),
            (How::Exit(101), crash, "warning: first\nthe compiler crashed with exit code 101\n"),
            (How::Signal(11), "0x7f12", "the compiler crashed: the source may be nested too deeply\n"),
            (
                How::Signal(6),
                "memory allocation of 536870912 bytes failed\n",
                "compiling was stopped: it needed more than 2 GiB of memory\n",
            ),
            (
                How::CpuLimit,
                "",
                "compiling was stopped: it took more than 30 s of processor time (a net, not judged by cost)\n",
            ),
        ] {
            assert_eq!(said(&ended(how, stderr)), expected);
        }
    }

    #[test]
    fn long_messages_end_with_a_whole_line_and_say_so() {
        let line = "warning: é is unused, as is everything else here\n";
        let long = line.repeat(2 * MESSAGE_BYTES / line.len());
        let shown = shown(&long);
        let (kept, note) = shown.trim_end().rsplit_once('\n').unwrap();
        assert!(kept.ends_with("else here") && shown.len() < MESSAGE_BYTES + 100, "{note}");
        assert_eq!(note, "(what more the compiler said is left out)");
        assert_eq!(super::shown(line), line);
    }

    #[test]
    fn a_file_out_of_reach_looks_like_one_that_is_not_there() {
        let absent = "error: couldn't read `/etc/x`: No such file or directory (os error 2)\n --> main.rs:1:2\n";
        for reason in
            ["Permission denied (os error 13)", "Not a directory (os error 20)", "Is a directory (os error 21)"]
        {
            let said = absent.replace("No such file or directory (os error 2)", reason);
            assert_eq!(shown(&said), absent);
        }
        let own = "error: couldn't read `own.bin`: stream did not contain valid UTF-8\n";
        assert_eq!(shown(own), own, "what is wrong with a file of the submission is its author's to know");
    }
}
