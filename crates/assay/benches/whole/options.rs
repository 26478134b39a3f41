//! What is measured, and where the figures go: the command line of the bench.

use std::path::PathBuf;

use crate::suite::languages::root;

/// One question and its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Machine,
    PerCase,
    Workloads,
    CommandLine,
    Start,
    Calls,
    Throughput,
    Metering,
    Memory,
    Neighbours,
}

impl Section {
    const ALL: [Self; 10] = [
        Self::Machine,
        Self::PerCase,
        Self::Workloads,
        Self::CommandLine,
        Self::Start,
        Self::Calls,
        Self::Throughput,
        Self::Metering,
        Self::Memory,
        Self::Neighbours,
    ];

    /// What it is called on the command line and in the markers of the document.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::PerCase => "per-case",
            Self::Workloads => "workloads",
            Self::CommandLine => "command-line",
            Self::Start => "start",
            Self::Calls => "calls",
            Self::Throughput => "throughput",
            Self::Metering => "metering",
            Self::Memory => "memory",
            Self::Neighbours => "neighbours",
        }
    }
}

/// The command line, read.
pub(crate) struct Options {
    pub(crate) sections: Vec<Section>,
    /// The languages that are measured; all where none is named.
    pub(crate) languages: Vec<String>,
    /// The document whose tables are replaced.
    pub(crate) write: Option<PathBuf>,
    /// The command line to measure; by default the one built beside this program.
    pub(crate) assay: Option<PathBuf>,
    /// The most submissions of the throughput table.
    pub(crate) most: usize,
    /// What this process measures of itself, for the process that started it.
    pub(crate) child: Option<String>,
}

impl Options {
    /// Reads the arguments; what to say instead, where nothing is to be measured.
    pub(crate) fn of(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            sections: Section::ALL.to_vec(),
            languages: Vec::new(),
            write: None,
            assay: None,
            most: 10_000,
            child: None,
        };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value\n\n{}", help()));
            match argument.as_str() {
                // What cargo adds.
                "--bench" => {}
                "--only" => options.sections = sections(&value()?)?,
                "--languages" => options.languages = value()?.split(',').map(ToOwned::to_owned).collect(),
                // Cargo starts benches in the folder of their crate.
                "--write" => options.write = Some(root().join(value()?)),
                "--assay" => options.assay = Some(root().join(value()?)),
                "--most" => options.most = value()?.parse().map_err(|_| "--most needs a number".to_owned())?,
                "--child" => options.child = Some(value()?),
                "--help" => return Err(help()),
                other => return Err(format!("`{other}` is no option\n\n{}", help())),
            }
        }
        Ok(options)
    }
}

fn sections(names: &str) -> Result<Vec<Section>, String> {
    let named = |name: &str| {
        let found = Section::ALL.into_iter().find(|section| section.name() == name);
        found.ok_or_else(|| format!("no table is called `{name}`\n\n{}", help()))
    };
    names.split(',').map(named).collect()
}

fn help() -> String {
    let names: Vec<&str> = Section::ALL.iter().map(|section| section.name()).collect();
    format!(
        "cargo bench --profile dev -p assay --bench whole -- [OPTIONS]\n\n\
         --only NAME,…       tables to make: {}\n\
         --languages NAME,…  languages to measure, where a table has several\n\
         --most N            the most submissions of the throughput table\n\
         --assay PATH        the command line to measure, from the repository's folder\n\
         --write PATH        a document whose tables are replaced, such as docs/performance.md\n\n\
         Packs are taken from ASSAY_HOME. Build the command line first: cargo build",
        names.join(", ")
    )
}
