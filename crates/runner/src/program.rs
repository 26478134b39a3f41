//! Something that can be run any number of times: compiled, linked, and ready to be instantiated.

use std::sync::Arc;

use assay_challenge::Limits;
use thiserror::Error;
use wasmtime::component::Component;
use wasmtime::{ExternType, Module};
use wasmtime_wasi::p2::bindings::CommandPre;

use crate::guest::Guest;
use crate::preview1::Tree;
use crate::reuse::Instances;
use crate::{Engine, python, quickjs, ruby};

/// A program ready to run. Cheap to clone; every run starts as a fresh instance does.
#[derive(Clone)]
pub struct Program(pub(crate) Arc<Start>);

/// What stands in a program's environment, as `NAME=value`, given what it may use.
pub(crate) type Environment = fn(&Limits) -> Vec<String>;

/// Nothing, as for most languages.
pub(crate) const NO_ENVIRONMENT: Environment = |_| Vec::new();

/// How a program is started.
pub(crate) enum Start {
    /// A WASI preview 1 command, with the read-only files below its root.
    Command { name: String, instances: Instances, base: Option<Arc<Tree>>, environment: Environment },
    /// A component that exports `wasi:cli/run`.
    Component { name: String, command: CommandPre<Guest> },
    /// Python files, in the snapshot of the interpreter.
    Python(python::Script),
    /// Files of JavaScript that are loaded and called, in the snapshot of the interpreter.
    JavaScript(Box<quickjs::Called>),
    /// Ruby files, in the snapshot of the interpreter.
    Ruby(ruby::Script),
}

/// A module that is not a program this sandbox can run. The submission's fault where the module is the submission.
#[derive(Debug, Error)]
pub enum NotAProgram {
    /// It asks for something the sandbox does not give.
    #[error("{0:#}")]
    Imports(wasmtime::Error),
    /// It has no entry.
    #[error("it exports no `_start` function without parameters and results: build it as a WASI command")]
    NoStart,
}

impl Program {
    /// A WASI preview 1 command.
    pub(crate) fn command(
        engine: &Engine,
        module: &Module,
        name: &str,
        base: Option<Arc<Tree>>,
        environment: Environment,
    ) -> Result<Self, NotAProgram> {
        let starts = match module.get_export("_start") {
            Some(ExternType::Func(function)) => function.params().len() == 0 && function.results().len() == 0,
            _ => false,
        };
        if !starts {
            return Err(NotAProgram::NoStart);
        }
        let fresh = engine.commands().instantiate_pre(module).map_err(NotAProgram::Imports)?;
        let instances = Instances::new(module, fresh, 0);
        Ok(Self(Arc::new(Start::Command { name: name.to_owned(), instances, base, environment })))
    }

    /// A component that exports `wasi:cli/run`.
    pub(crate) fn component(engine: &Engine, component: &Component, name: &str) -> Result<Self, NotAProgram> {
        let instance = engine.components().instantiate_pre(component).map_err(NotAProgram::Imports)?;
        let command = CommandPre::new(instance).map_err(NotAProgram::Imports)?;
        Ok(Self(Arc::new(Start::Component { name: name.to_owned(), command })))
    }

    /// Python files, already compiled by the interpreter.
    pub(crate) fn python(script: python::Script) -> Self {
        Self(Arc::new(Start::Python(script)))
    }
}
