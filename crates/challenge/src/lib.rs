//! The words everything else is written in: challenges, cases, limits, outcomes and verdicts.
//!
//! This is the ground floor: every other crate of Assay speaks these words, and this crate knows none of them.
//! Nothing here runs or judges anything.
//!
//! - **What is asked.** A [`Challenge`] is what [`load`] makes of a folder: samples, a tree of [`Group`]s of hidden
//!   [`Case`]s, an [`Allowance`], a [`Checker`], [`Scoring`], and the setter's own [`Solution`]s. Nothing is left to
//!   look up in it but the bytes of its files, whose paths are relative to [`Challenge::root`].
//! - **How it is written.** [`ChallengeFile`] is `challenge.toml` as it stands in the folder, with [`ByteSize`] and
//!   [`TimeSpan`] as people write them; [`challenge_schema`] publishes its shape.
//! - **What is wrong with it.** [`load`] does not stop at the first mistake. [`Problems`] holds all of them, each
//!   with file, line, key and what to do.
//! - **What happened.** An [`Outcome`] holds the facts of one run, [`Limits`] and [`Usage`] what it might use and
//!   did use, and a [`Verdict`] is the judge's word for it.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use assay_challenge::{Verdict, load};
//!
//! # let around = tempfile::tempdir()?;
//! let root = around.path().join("sum");
//! for (file, content) in [
//!     ("challenge.toml", "id = \"sum\"\ntitle = \"Sum\"\n[limits]\nmemory = \"64 MiB\"\n"),
//!     ("statement.md", "Add two numbers."),
//!     ("data/secret/01-small.in", "1 2\n"),
//!     ("data/secret/01-small.ans", "3\n"),
//!     ("submissions/wrong_answer/product.py", "a, b = map(int, input().split())\nprint(a * b)\n"),
//! ] {
//!     let path = root.join(file);
//!     std::fs::create_dir_all(path.parent().unwrap_or(&root))?;
//!     std::fs::write(path, content)?;
//! }
//!
//! let challenge = load(&root)?;
//! assert_eq!(challenge.allowance.memory, 64 * 1024 * 1024);
//! assert_eq!(challenge.cases()[0].id, "secret/01-small");
//! assert_eq!(challenge.solutions[0].expected, Verdict::WA);
//!
//! std::fs::write(root.join("challenge.toml"), "id = \"sum\"\ntitel = \"Sum\"\n")?;
//! let problems = load(&root).unwrap_err();
//! assert_eq!(problems.0.len(), 2, "the title is missing, and `titel` is not a key");
//! assert!(problems.to_string().contains("challenge.toml:2: titel: is not a known key\n  did you mean `title`?"));
//! # Ok(())
//! # }
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod allowance;
mod call;
mod case;
mod challenge;
mod checker;
mod data;
mod data_type;
mod declared;
pub mod exercism;
mod feedback;
mod file;
mod fingerprint;
mod folder;
mod growth;
mod hash;
mod interface;
mod json;
mod language;
mod load;
mod mistake;
mod name;
mod outcome;
mod place;
mod problem;
mod read;
mod scoring;
mod show;
mod solutions;
mod spelling;
mod table;
mod tiers;
mod unit;
mod value;
mod verdict;

pub use allowance::{Allowance, Limits, UNITS_PER_MS, Usage};
pub use call::{Call, Expected, Reply, Step};
pub use case::{Answer, Case, Group, Input, Members};
pub use challenge::{Challenge, Difficulty, Generator, Kind, Solution};
pub use checker::{Checker, NumberTolerance, ValueTolerance};
pub use data_type::DataType;
pub use feedback::Feedback;
pub use file::{
    ChallengeFile, CheckerFile, CheckerKind, ClassFile, EfficiencyFile, GeneratorFile, GroupFile, GrowthFile,
    GrowthScoringFile, LimitsFile, ScoringFile, SizeRange, SizesFile, schema as challenge_schema,
};
pub use fingerprint::Fingerprint;
pub use growth::{Growth, GrowthClass};
pub use interface::{Class, Function, Interface, Item, Parameter, Record};
pub use language::Language;
pub use load::{check_ids, load};
pub use mistake::Mistake;
pub use outcome::{Captured, Compilation, End, Outcome};
pub use problem::{Problem, Problems};
pub use scoring::{Aggregate, Efficiency, GrowthScoring, Scoring};
pub use tiers::{Tier, TierFile, Tiers, TiersFile};
pub use unit::{ByteSize, TimeSpan, UnitError};
pub use value::Value;
pub use verdict::Verdict;
