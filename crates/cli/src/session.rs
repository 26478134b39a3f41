//! One run of the program: its surroundings and the options every command has.

use assay::{Grader, RenderOptions};

use crate::arguments::Global;
use crate::environment::Environment;
use crate::failure::Failure;
use crate::progress::Display;

/// What every command is given besides its own arguments.
pub(crate) struct Session {
    pub(crate) environment: Environment,
    pub(crate) global: Global,
}

impl Session {
    /// A grader on this run's cache.
    pub(crate) fn grader(&self, jobs: Option<u16>) -> Result<Grader, Failure> {
        let builder = Grader::builder().cache(self.environment.cache(self.global.cache.as_deref())?);
        let builder = match self.environment.cache_size()? {
            Some(size) => builder.cache_bytes(size.bytes()),
            None => builder,
        };
        let builder = builder.tools(self.environment.tools());
        let builder = builder.allow_unconfined_compilers(self.environment.allows_unconfined(&self.global));
        let builder = if let Some(jobs) = jobs { builder.jobs(jobs.into()) } else { builder };
        Ok(builder.build()?)
    }

    /// How reports in text are written; `shown` if they go to standard output.
    pub(crate) fn options(&self, shown: bool) -> RenderOptions {
        RenderOptions {
            colour: self.environment.colour(&self.global, shown && self.environment.stdout_terminal),
            width: self.environment.width(),
        }
    }

    /// What is shown while work is under way.
    pub(crate) fn display(&self) -> Display {
        Display::new(self.global.quiet, self.environment.stderr_terminal)
    }

    /// The word errors start with.
    pub(crate) fn error_word(&self) -> &'static str {
        if self.environment.colour(&self.global, self.environment.stderr_terminal) {
            "\x1b[1;31merror:\x1b[0m"
        } else {
            "error:"
        }
    }
}
