//! What a kind of runtime must be able to do: make a pack's files once, and turn source files into programs.

use std::sync::Arc;

use assay_challenge::{Language, Limits};
use async_trait::async_trait;

use super::{Clang, Go, Making, Opening, Python, Quickjs, Ruby, Rustc, Teavm};
use crate::pack::RuntimeKind;
use crate::packs::{PackError, PrepareError};
use crate::program::{Environment, NO_ENVIRONMENT};
use crate::tools::Tools;
use crate::{Compiled, Engine, Prepared, RunError, Source};

/// A file that comes with Assay: what it is called where a pack is prepared, and its text.
pub(crate) type Glue = (&'static str, &'static str);

/// One way to prepare and start languages.
#[async_trait]
pub(crate) trait Kind: Send + Sync {
    /// The files of ours that a pack is made from.
    fn glue(&self) -> &'static [Glue];

    /// What is installed on this computer and used beside the fetched files, by its exact version: part of the pack's
    /// key. Empty for packs that are made of fetched files alone.
    fn installed(&self, _: &Tools) -> Result<String, Missing> {
        Ok(String::new())
    }

    /// Whether `language`'s compiler runs on the host, confined, because it cannot run in the sandbox.
    fn confined(&self) -> bool {
        false
    }

    /// Makes the files a pack keeps.
    async fn make(&self, making: &mut Making<'_>) -> Result<(), PackError>;

    /// Loads what `make` kept.
    async fn open(&self, opening: &Opening<'_>) -> Result<Opened, PackError>;
}

/// Something a language needs that has to be installed by the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    /// What is missing and what to do, in a sentence.
    pub(crate) advice: String,
}

impl Missing {
    /// As the error of a language that was asked for.
    pub(crate) fn of(self, language: &Language) -> PackError {
        PackError::Missing { language: language.clone(), advice: self.advice }
    }
}

/// A pack that is loaded.
pub(crate) struct Opened {
    /// What identifies it in receipts beyond what it is made from; may be empty.
    pub(crate) identity: String,
    /// What turns source files into programs.
    pub(crate) translator: Translator,
}

/// The two ways from source files to a program.
pub(crate) enum Translator {
    /// Each run hands the files to a snapshot of an interpreter.
    Interpreter(Arc<dyn Interpreter>),
    /// The files become a module once, and it is kept.
    Compiler(Arc<dyn Compiler>),
}

/// Something that runs source files.
#[async_trait]
pub(crate) trait Interpreter: Send + Sync {
    /// Checks the files, without running any of them.
    async fn prepare(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Prepared, RunError>;
}

/// Something that makes a WASI preview 1 command of source files.
#[async_trait]
pub(crate) trait Compiler: Send + Sync {
    /// Compiles and links.
    async fn compile(&self, engine: &Engine, source: &Source, limits: &Limits) -> Result<Compiled, PrepareError>;

    /// What its programs find in their environment.
    fn environment(&self) -> Environment {
        NO_ENVIRONMENT
    }
}

impl RuntimeKind {
    /// The procedure of this kind.
    pub(crate) fn procedure(self) -> &'static dyn Kind {
        match self {
            Self::Python => &Python,
            Self::Clang => &Clang,
            Self::Go => &Go,
            Self::Teavm => &Teavm,
            Self::Quickjs => &Quickjs,
            Self::Ruby => &Ruby,
            Self::Rustc => &Rustc,
        }
    }
}
