//! Where a run's cost went: by function for what is compiled, by line where an interpreter can say which it is at.
//!
//! A profiled run is a run of its own, beside the one that is graded. Compiled programs are sampled by the engine and
//! spend exactly what they do without; a program in an interpreter is watched by a tracer in its sandbox, which keeps its
//! own cost apart. Either way the same program and input give the same profile.

mod checkpoints;
mod marked;
mod name;
mod sampler;
mod traced;

use std::sync::Arc;

use assay_challenge::{End, Limits, Outcome};

pub(crate) use checkpoints::add as add_checkpoints;
pub(crate) use sampler::{STACK_FRAMES, Sampler};
pub(crate) use traced::with_tracer;

use crate::{Engine, Job, PrepareError, Program, RunError};

/// The samples of a run, about.
const SAMPLES: u64 = 4096;

/// The fewest units between two samples.
const FEWEST_UNITS: u64 = 16;

/// How much more than a plain run one with a tracer may use.
const TRACER_FACTOR: u64 = 64;

/// The most bytes that are read of what a tracer wrote.
const TRACE_BYTES: u64 = 32 << 20;

/// A call stack, outermost frame first, and the units that were spent there.
pub type Stack = (Vec<Arc<str>>, u64);

/// What the frames of a profile are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frames {
    /// Functions of a compiled program.
    Functions,
    /// Lines of the submission's own files.
    Lines,
}

/// A program made for being profiled.
#[derive(Clone)]
pub struct Profilable {
    pub(crate) program: Program,
    /// What its frames will be.
    pub frames: Frames,
    /// The function of the main file that does the work of a case, where loading the file does not do it.
    pub(crate) entry: Option<String>,
}

/// Where the units of one run went.
#[derive(Clone, Debug)]
pub struct Profiled {
    /// How the run that was watched ended.
    pub end: End,
    /// Units by stack. What no stack is known for is left out.
    pub stacks: Vec<Stack>,
    /// Units the watched run used, what watching it used included.
    pub used: u64,
}

/// A program cannot be profiled.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is no way to watch programs of its kind.
    #[error("{what} cannot be profiled: {why}")]
    Unsupported {
        /// What it is.
        what: String,
        /// Why not.
        why: &'static str,
    },
    /// It does not compile.
    #[error("it does not compile, so there is nothing to profile:\n{0}")]
    NoProgram(String),
    /// It could not be prepared, through no fault of its source.
    #[error(transparent)]
    Prepare(#[from] PrepareError),
}

impl Engine {
    /// Runs the program of `profilable` as `job` says, of which a plain run costs `cost`, and notes where the units go.
    /// `main` and `own` are the file the program starts with, and those whose lines are told apart.
    pub async fn profile(
        &self,
        profilable: &Profilable,
        job: &Job,
        cost: u64,
        (main, own): (&str, &[String]),
    ) -> Result<Profiled, RunError> {
        let job = Job { program: profilable.program.clone(), ..job.clone() };
        match profilable.frames {
            Frames::Functions => {
                let (finished, sampler) = self.run_sampled(&job, (cost / SAMPLES).max(FEWEST_UNITS)).await?;
                let Outcome { end, usage, .. } = finished.outcome;
                Ok(Profiled { end, used: usage.cost, stacks: sampler.map(Sampler::finish).unwrap_or_default() })
            }
            Frames::Lines => {
                let limits = Limits {
                    cost: job.limits.cost.saturating_mul(TRACER_FACTOR),
                    memory: job.limits.memory.saturating_mul(2).saturating_add(64 << 20),
                    stderr: TRACE_BYTES,
                    wall_ms: job.limits.wall_ms.saturating_mul(4),
                    ..job.limits
                };
                let arguments = traced::arguments((main, profilable.entry.as_deref()), own, cost);
                let Outcome { end, usage, stderr, .. } = self.run(&Job { arguments, limits, ..job }).await?.outcome;
                Ok(Profiled { end, used: usage.cost, stacks: traced::read(&stderr.bytes, own, cost) })
            }
        }
    }
}
