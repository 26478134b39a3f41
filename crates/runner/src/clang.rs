//! C and C++: clang and wasm-ld, which are WebAssembly themselves and run in the sandbox like any guest.
//!
//! The compiler cannot start other programs, so the steps a driver would run are run here one by one.

pub(crate) mod modules;

use std::collections::BTreeMap;
use std::sync::Arc;

use assay_challenge::Limits;
use bytes::Bytes;
use wasmtime::Module;

use crate::build::Build;
use crate::preview1::Tree;
use crate::program::{NO_ENVIRONMENT, NotAProgram};
use crate::run::RunError;
use crate::{Compiled, Engine, Program, Source};

/// Which of the two languages, as far as the compiler's arguments differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    C,
    Cpp,
}

/// The compiler and linker with the headers and libraries they read.
pub(crate) struct Toolchain {
    compiler: Program,
    linker: Program,
}

/// How every source file is compiled.
pub(crate) const COMPILE_FLAGS: &str = "-cc1 -triple wasm32-unknown-wasip1 -emit-obj -O2 -disable-free -mframe-pointer=none -ffp-contract=off \
     -resource-dir /usr -isysroot /usr -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS \
     -D_WASI_EMULATED_MMAN -D_WASI_EMULATED_GETPID -DASSAY -Wall -ferror-limit 20 -fmessage-length=100 \
     -ftemplate-depth=1024";

/// How objects are linked. A compiled program's call stack is in its own memory, on top of the engine's; data lies above it,
/// so that an overflow traps instead of writing over data. With the heap that there is at first, a program that needs
/// no more leaves the memory's size alone, and so its instance can serve again.
pub(crate) const LINK_FLAGS: &str = "-m wasm32 --stack-first -z stack-size=16777216 --initial-heap=131072 --strip-debug \
                                     -L/usr/lib/wasm32-wasip1 /usr/lib/wasm32-wasip1/crt1-command.o";

/// The function whose call makes the streams fast, as the linker knows it.
const SYNC_WITH_STDIO: &str = "_ZNSt3__28ios_base15sync_with_stdioEb";

/// The object that makes them fast, linked only into programs that make the call.
pub(crate) const STREAMS: &str = "/usr/lib/assay/streams.o";

const OUTPUT: &str = "tmp/program.wasm";

impl Toolchain {
    /// The tools in `module`, which tell from their name what they are, over the files of `tree`.
    pub(crate) fn new(engine: &Engine, module: &Module, tree: &Arc<Tree>) -> Result<Self, NotAProgram> {
        let tool = |name| Program::command(engine, module, name, Some(tree.clone()), NO_ENVIRONMENT);
        Ok(Self { compiler: tool("clang")?, linker: tool("wasm-ld")? })
    }

    /// Compiles every source file and links the objects.
    pub(crate) async fn compile(
        &self,
        engine: &Engine,
        source: &Source,
        limits: &Limits,
    ) -> Result<Compiled, RunError> {
        let dialect = if source.language.as_str() == "cpp" { Dialect::Cpp } else { Dialect::C };
        let mut build = Build::new(engine, limits);
        let mut objects = Vec::new();
        for (name, _) in source.files.iter().filter(|(name, _)| dialect.compiles(name)) {
            let object = format!("tmp/{}.o", objects.len());
            match self.compile_file(&mut build, dialect, source, name, &object).await? {
                Some(bytes) => objects.push((object, bytes)),
                None => return Ok(build.finished(None)),
            }
        }
        let arguments = dialect.link_arguments(objects.iter().map(|(name, _)| name));
        let module = build.step(&self.linker, arguments, objects, OUTPUT).await?;
        Ok(build.finished(module))
    }
}

impl Toolchain {
    /// Compiles one file of a source to an object.
    async fn compile_file(
        &self,
        build: &mut Build<'_>,
        dialect: Dialect,
        source: &Source,
        name: &str,
        object: &str,
    ) -> Result<Option<Bytes>, RunError> {
        if dialect == Dialect::Cpp && modules::serve(&source.files) {
            let arguments = dialect.arguments(name, object, modules::arguments());
            if let Some(bytes) = build.attempt(&self.compiler, arguments, source.files.clone(), object).await? {
                return Ok(Some(bytes));
            }
        }
        build.step(&self.compiler, dialect.arguments(name, object, Vec::new()), source.files.clone(), object).await
    }

    /// Compiles the headers that a file of C++ includes to modules, which stand in the compiler's own tree later.
    pub(crate) async fn modules(
        &self,
        engine: &Engine,
        name: &str,
        text: &'static str,
        limits: &Limits,
    ) -> Result<Result<BTreeMap<String, Bytes>, String>, RunError> {
        let files = vec![(name.to_owned(), Bytes::from_static(text.as_bytes()))];
        let arguments = Dialect::Cpp.arguments(name, "tmp/0.o", modules::arguments());
        let made = Build::new(engine, limits).all_of(&self.compiler, arguments, files).await?;
        Ok(made.map(|mut made| {
            // The compiler also leaves the time of its last look in the folder.
            made.retain(|path, content| path.starts_with(modules::FOLDER) && !content.is_empty());
            made
        }))
    }

    /// Compiles one file of C++ to an object that is linked later.
    pub(crate) async fn object(
        &self,
        engine: &Engine,
        name: &str,
        text: &'static str,
        limits: &Limits,
    ) -> Result<Result<Bytes, String>, RunError> {
        let mut build = Build::new(engine, limits);
        let files = vec![(name.to_owned(), Bytes::from_static(text.as_bytes()))];
        let arguments = Dialect::Cpp.arguments(name, "tmp/0.o", Vec::new());
        let object = build.step(&self.compiler, arguments, files, "tmp/0.o").await?;
        Ok(object.ok_or(build.finished(None).compilation.message))
    }
}

impl Dialect {
    fn compiles(self, name: &str) -> bool {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match self {
            Self::C => ending == "c",
            Self::Cpp => matches!(ending, "cpp" | "cc" | "cxx"),
        }
    }

    fn arguments(self, source: &str, object: &str, headers: Vec<String>) -> Vec<String> {
        let mut arguments = words(COMPILE_FLAGS);
        arguments.extend(words(match self {
            Self::C => "-std=gnu17 -x c",
            Self::Cpp => {
                "-std=gnu++23 -x c++ -fgnuc-version=4.2.1 -internal-isystem /usr/include/wasm32-wasip1/c++/v1 \
                 -internal-isystem /usr/include/c++/v1"
            }
        }));
        arguments.extend(headers);
        arguments.extend(words("-internal-isystem /usr/include -internal-isystem /usr/include/wasm32-wasip1 -o"));
        arguments.extend([object.to_owned(), source.to_owned()]);
        arguments
    }

    fn link_arguments<'a>(self, objects: impl Iterator<Item = &'a String>) -> Vec<String> {
        let mut arguments = words(LINK_FLAGS);
        arguments.extend(objects.cloned());
        if self == Self::Cpp {
            arguments.push(format!("--wrap={SYNC_WITH_STDIO}"));
            arguments.extend(["--start-lib", STREAMS, "--end-lib"].map(ToOwned::to_owned));
            arguments.extend(words("-lc++ -lc++abi"));
        }
        arguments.extend(words(
            "-lc-printscan-long-double -lwasi-emulated-process-clocks -lwasi-emulated-signal -lwasi-emulated-mman \
             -lwasi-emulated-getpid -lc /usr/lib/wasm32-unknown-wasip1/libclang_rt.builtins.a -o",
        ));
        arguments.push(OUTPUT.to_owned());
        arguments
    }
}

fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(ToOwned::to_owned).collect()
}
