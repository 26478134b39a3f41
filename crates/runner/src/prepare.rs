//! From source files to a program: what is asked of a compiler, and what it answers.

use assay_challenge::{Compilation, End, Language, Limits, UNITS_PER_MS, Usage};
use bytes::Bytes;

use crate::Program;

/// What a compiler may use. A compile that needs more is refused, whatever it would have become.
pub const COMPILE_LIMITS: Limits =
    Limits { cost: 20_000 * UNITS_PER_MS, memory: 1 << 30, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 300_000 };

/// The most bytes a compiled program may have.
pub const MODULE_BYTES: usize = 16 << 20;

/// The files of one program, and the one it starts with.
#[derive(Clone, Debug)]
pub struct Source {
    /// The language they are written in.
    pub language: Language,
    /// The name of the file the program starts with.
    pub main: String,
    /// All files by their paths, the main one among them.
    pub files: Vec<(String, Bytes)>,
    /// The function of the main file that does the work of a case, where loading the file does not do it. What the file
    /// does as it is loaded is then done before anything of the case is known, once for all cases where that is sound.
    pub entry: Option<String>,
}

/// What came of preparing a program.
#[derive(Clone)]
pub struct Prepared {
    /// How it went.
    pub compilation: Compilation,
    /// The program, unless it does not compile.
    pub program: Option<Program>,
}

impl Prepared {
    /// Nothing to run, and why.
    pub(crate) fn failed(message: String, usage: Usage) -> Self {
        Self { compilation: Compilation { ok: false, message, usage }, program: None }
    }
}

/// Why a compiler was stopped, in words for the one who wrote the source. Empty where it ended by itself.
pub(crate) fn stopped(end: &End, limits: &Limits) -> String {
    match end {
        End::Exit { .. } => String::new(),
        End::CostLimit => format!(
            "compiling was stopped: it took more than {} units ({} s of virtual time)\n",
            limits.cost,
            limits.cost / UNITS_PER_MS / 1000
        ),
        End::MemoryLimit { .. } => {
            format!("compiling was stopped: it needed more than {} MiB of memory\n", limits.memory >> 20)
        }
        End::OutputLimit => "compiling was stopped: the compiler printed too much\n".to_owned(),
        End::WallLimit => "compiling was stopped by the wall-clock net; on an idle machine it may succeed\n".to_owned(),
        End::StackOverflow { .. } => "the compiler ran out of stack: the source is nested too deeply\n".to_owned(),
        End::Trap { message, .. } => format!("the compiler crashed: {message}\n"),
    }
}
