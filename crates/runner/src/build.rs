//! A compile as steps: tools that are guests, run one after the other under one budget.

use std::collections::BTreeMap;

use assay_challenge::{Compilation, Limits, Usage};
use bytes::Bytes;

use crate::prepare::{MODULE_BYTES, stopped};
use crate::run::RunError;
use crate::{Compiled, Engine, Finished, Job, Program};

/// The folder tools may write to.
const MADE: &str = "/tmp";

/// What came of one tool.
struct Step {
    said: String,
    written: BTreeMap<String, Bytes>,
    succeeded: bool,
}

/// One compile under way: what is left of its limits, and what was said so far.
pub(crate) struct Build<'a> {
    engine: &'a Engine,
    limits: Limits,
    messages: String,
    usage: Usage,
}

impl<'a> Build<'a> {
    /// A compile with all of `limits` left.
    pub(crate) fn new(engine: &'a Engine, limits: &Limits) -> Self {
        Self { engine, limits: limits.clone(), messages: String::new(), usage: Usage::default() }
    }

    /// Runs one tool and takes the file it makes in `/tmp`; `None` if it failed or made none.
    pub(crate) async fn step(
        &mut self,
        tool: &Program,
        arguments: Vec<String>,
        files: Vec<(String, Bytes)>,
        made: &str,
    ) -> Result<Option<Bytes>, RunError> {
        let Step { said, mut written, succeeded } = self.run(tool, arguments, files).await?;
        self.say(&said);
        Ok(written.remove(made).filter(|_| succeeded))
    }

    /// Like [`Build::step`], where there is another way to make the file if this fails: what a failing tool says is
    /// left out then, and its cost is not.
    pub(crate) async fn attempt(
        &mut self,
        tool: &Program,
        arguments: Vec<String>,
        files: Vec<(String, Bytes)>,
        made: &str,
    ) -> Result<Option<Bytes>, RunError> {
        let Step { said, mut written, succeeded } = self.run(tool, arguments, files).await?;
        let made = written.remove(made).filter(|_| succeeded);
        if made.is_some() {
            self.say(&said);
        }
        Ok(made)
    }

    /// Runs one tool, and gives back all it made in `/tmp` if it succeeded, or else what it said.
    pub(crate) async fn all_of(
        mut self,
        tool: &Program,
        arguments: Vec<String>,
        files: Vec<(String, Bytes)>,
    ) -> Result<Result<BTreeMap<String, Bytes>, String>, RunError> {
        let Step { said, written, succeeded } = self.run(tool, arguments, files).await?;
        Ok(if succeeded { Ok(written) } else { Err(said) })
    }

    async fn run(
        &mut self,
        tool: &Program,
        arguments: Vec<String>,
        files: Vec<(String, Bytes)>,
    ) -> Result<Step, RunError> {
        let job = Job {
            program: tool.clone(),
            stdin: Bytes::new(),
            arguments,
            files,
            writable: Some(MADE.to_owned()),
            seed: 0,
            limits: self.limits.clone(),
        };
        let Finished { outcome, written } = self.engine.run(&job).await?;
        self.usage.cost += outcome.usage.cost;
        self.usage.memory = self.usage.memory.max(outcome.usage.memory);
        let (stdout, stderr) = (&outcome.stdout.bytes, &outcome.stderr.bytes);
        let said = [String::from_utf8_lossy(stdout), String::from_utf8_lossy(stderr)].concat();
        let said = said + &stopped(&outcome.end, &self.limits);
        self.limits.cost = self.limits.cost.saturating_sub(outcome.usage.cost);
        Ok(Step { said, written, succeeded: outcome.end.is_success() })
    }

    /// Adds to what the candidate is told.
    pub(crate) fn say(&mut self, message: &str) {
        self.messages.push_str(message);
    }

    /// What came of it: the module the last step made, unless it made none or too large a one.
    pub(crate) fn finished(mut self, module: Option<Bytes>) -> Compiled {
        let module = match module {
            Some(module) if module.len() > MODULE_BYTES => {
                self.say(&format!("the program is too large: {} bytes; {MODULE_BYTES} are allowed\n", module.len()));
                None
            }
            module => module,
        };
        let compilation = Compilation { ok: module.is_some(), message: self.messages, usage: self.usage };
        Compiled { compilation, module }
    }
}
