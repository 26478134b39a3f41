//! C and C++: clang and wasm-ld, which are WebAssembly themselves and run in the sandbox like any guest.
//!
//! The compiler cannot start other programs, so the steps a driver would run are run here one by one.

use std::sync::Arc;

use assay_challenge::{Compilation, Limits, Usage};
use bytes::Bytes;
use wasmtime::Module;

use crate::preview1::Tree;
use crate::program::NotAProgram;
use crate::run::RunError;
use crate::{Compiled, Engine, Finished, Job, Program, Source, prepare};

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

/// Call stack of a compiled program in its own memory, on top of the engine's; data lies above it, so that an
/// overflow traps instead of writing over data.
const STACK_BYTES: &str = "stack-size=16777216";

/// The function whose call makes the streams fast, as the linker knows it.
const SYNC_WITH_STDIO: &str = "_ZNSt3__28ios_base15sync_with_stdioEb";

/// The object that makes them fast, linked only into programs that make the call.
pub(crate) const STREAMS: &str = "/usr/lib/assay/streams.o";

const OBJECTS: &str = "/tmp";
const OUTPUT: &str = "tmp/program.wasm";

impl Toolchain {
    /// The tools in `module`, which tell from their name what they are, over the files of `tree`.
    pub(crate) fn new(engine: &Engine, module: &Module, tree: &Arc<Tree>) -> Result<Self, NotAProgram> {
        let tool = |name| Program::command(engine, module, name, Some(tree.clone()));
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
            let arguments = dialect.arguments(name, &object);
            match build.step(&self.compiler, arguments, source.files.clone(), &object).await? {
                Some(bytes) => objects.push((object, bytes)),
                None => return Ok(build.failed()),
            }
        }
        let arguments = dialect.link_arguments(objects.iter().map(|(name, _)| name));
        let module = build.step(&self.linker, arguments, objects, OUTPUT).await?;
        Ok(match module {
            Some(module) if module.len() <= prepare::MODULE_BYTES => build.made(module),
            Some(module) => {
                build.say(&format!("the program is too large: {} bytes\n", module.len()));
                build.failed()
            }
            None => build.failed(),
        })
    }
}

impl Toolchain {
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
        let object = build.step(&self.compiler, Dialect::Cpp.arguments(name, "tmp/0.o"), files, "tmp/0.o").await?;
        Ok(object.ok_or(build.messages))
    }
}

/// One compile under way: what is left of its limits, and what was said so far.
struct Build<'a> {
    engine: &'a Engine,
    limits: Limits,
    messages: String,
    usage: Usage,
}

impl<'a> Build<'a> {
    fn new(engine: &'a Engine, limits: &Limits) -> Self {
        Self { engine, limits: limits.clone(), messages: String::new(), usage: Usage::default() }
    }

    /// Runs one tool and takes the file it makes; `None` if it made none.
    async fn step(
        &mut self,
        tool: &Program,
        arguments: Vec<String>,
        files: Vec<(String, Bytes)>,
        made: &str,
    ) -> Result<Option<Bytes>, RunError> {
        let job = Job {
            program: tool.clone(),
            stdin: Bytes::new(),
            arguments,
            files,
            writable: Some(OBJECTS.to_owned()),
            seed: 0,
            limits: self.limits.clone(),
        };
        let Finished { outcome, mut written } = self.engine.run(&job).await?;
        self.usage.cost += outcome.usage.cost;
        self.usage.memory = self.usage.memory.max(outcome.usage.memory);
        self.say(&String::from_utf8_lossy(&outcome.stderr.bytes));
        self.say(&prepare::stopped(&outcome.end, &self.limits));
        self.limits.cost = self.limits.cost.saturating_sub(outcome.usage.cost);
        Ok(written.remove(made).filter(|_| outcome.end.is_success()))
    }

    fn say(&mut self, message: &str) {
        self.messages.push_str(message);
    }

    fn made(self, module: Bytes) -> Compiled {
        let compilation = Compilation { ok: true, message: self.messages, usage: self.usage };
        Compiled { compilation, module: Some(module) }
    }

    fn failed(self) -> Compiled {
        let compilation = Compilation { ok: false, message: self.messages, usage: self.usage };
        Compiled { compilation, module: None }
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

    fn arguments(self, source: &str, object: &str) -> Vec<String> {
        let mut arguments = words(
            "-cc1 -triple wasm32-unknown-wasip1 -emit-obj -O2 -disable-free -mframe-pointer=none -ffp-contract=off \
             -resource-dir /usr -isysroot /usr -D_WASI_EMULATED_SIGNAL -D_WASI_EMULATED_PROCESS_CLOCKS \
             -D_WASI_EMULATED_MMAN -D_WASI_EMULATED_GETPID -DASSAY -Wall -ferror-limit 20 -fmessage-length=100 \
             -ftemplate-depth=1024",
        );
        arguments.extend(words(match self {
            Self::C => "-std=gnu17 -x c",
            Self::Cpp => {
                "-std=gnu++23 -x c++ -fgnuc-version=4.2.1 -internal-isystem /usr/include/wasm32-wasip1/c++/v1 \
                 -internal-isystem /usr/include/c++/v1"
            }
        }));
        arguments.extend(words("-internal-isystem /usr/include -internal-isystem /usr/include/wasm32-wasip1 -o"));
        arguments.extend([object.to_owned(), source.to_owned()]);
        arguments
    }

    fn link_arguments<'a>(self, objects: impl Iterator<Item = &'a String>) -> Vec<String> {
        let mut arguments = words("-m wasm32 --stack-first --strip-debug -L/usr/lib/wasm32-wasip1 -z");
        arguments.extend([STACK_BYTES.to_owned(), "/usr/lib/wasm32-wasip1/crt1-command.o".to_owned()]);
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
