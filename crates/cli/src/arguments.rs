//! The command line as it is written: every command, argument and option, and nothing resolved yet.

use std::path::PathBuf;

use assay::{ByteSize, Format, Language, ProfileFormat};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::help;

/// Grades submissions to coding challenges inside a WebAssembly sandbox.
///
/// The same challenge, submission, language pack and engine give the same grade, byte for byte, on every machine.
#[derive(Debug, Parser)]
#[command(name = "assay", version, after_help = help::ASSAY, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Keep language packs in this folder [default: `$ASSAY_HOME`, else the system's place for caches]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    /// Run compilers of Rust and Java even where the kernel cannot confine them; a submission that breaks its compiler
    /// can then do what you can (also `ASSAY_ALLOW_UNCONFINED=1`)
    #[arg(long, global = true)]
    pub(crate) allow_unconfined: bool,
    /// Say nothing on standard error but errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// When to use colours; `NO_COLOR` is heeded unless this is `always`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Grade one submission, or many as one run, and rank them
    #[command(after_help = help::GRADE)]
    Grade(Grade),
    /// Run the samples, or an input of your own
    #[command(after_help = help::TEST)]
    Test(Test),
    /// Show by function, or by line, where the cost of a case went
    #[command(after_help = help::PROFILE)]
    Profile(Profile),
    /// Begin a solution: the statement, and a stub with the types of your language
    #[command(after_help = help::START)]
    Start(Start),
    /// Check challenges: are they valid, and do their own solutions earn what they must?
    #[command(after_help = help::VERIFY)]
    Verify(Verify),
    /// Start a new challenge: a small one that works
    #[command(after_help = help::NEW)]
    New(New),
    /// Make a challenge of an exercise from elsewhere
    #[command(after_help = help::IMPORT)]
    Import(Import),
    /// List languages; install or remove what they need
    #[command(after_help = help::LANGUAGES)]
    Languages(Languages),
    /// Show what is kept on disk, and make it less
    #[command(after_help = help::CACHE)]
    Cache(Cache),
    /// Make another report of a stored grade, or rank several
    #[command(after_help = help::REPORT)]
    Report(Report),
    /// Grade again and compare with a stored grade
    #[command(after_help = help::REPLAY)]
    Replay(Replay),
    /// Print the JSON Schema of challenge.toml or of a grade
    #[command(after_help = help::SCHEMA)]
    Schema(Schema),
    /// Print a completion script for a shell
    #[command(after_help = help::COMPLETIONS)]
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(crate) struct Grade {
    /// The challenge's folder
    #[arg(value_name = "CHALLENGE")]
    pub(crate) challenge: PathBuf,
    /// Source files, folders with one program, folders full of submissions, or `-` for standard input
    #[arg(value_name = "SUBMISSION", required = true)]
    pub(crate) submissions: Vec<PathBuf>,
    /// Keep every grade as a file in this folder, and take those that still hold from it: a run goes on where it stopped
    #[arg(long, short, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,
    /// Take every file and folder inside a folder for a submission, even one called main or solution
    #[arg(long)]
    pub(crate) each: bool,
    /// The language, where the file's ending does not tell
    #[arg(long, short, value_name = "NAME", value_parser = language)]
    pub(crate) language: Option<Language>,
    /// How the report is written [default: told by the ending of --output, else text]
    #[arg(long, short, value_parser = formats(&Format::ALL))]
    pub(crate) format: Option<Format>,
    /// Write the report to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Who will read the report; a candidate sees what the challenge allows
    #[arg(long, short, default_value = "interviewer", value_name = "WHO")]
    pub(crate) audience: Reader,
    /// Add to the report where the cost of the costliest hidden case went; a candidate's report leaves it out
    #[arg(long)]
    pub(crate) profile: bool,
    /// How many cases run at once [default: one for each core]; the grade does not depend on it
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

/// A submission to a challenge, for commands that take one.
#[derive(Debug, Args)]
pub(crate) struct One {
    /// The challenge's folder
    #[arg(value_name = "CHALLENGE")]
    pub(crate) challenge: PathBuf,
    /// A source file, a folder with one program, or `-` for standard input
    #[arg(value_name = "SUBMISSION")]
    pub(crate) submission: PathBuf,
    /// The language, where the file's ending does not tell
    #[arg(long, short, value_name = "NAME", value_parser = language)]
    pub(crate) language: Option<Language>,
}

#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Run on this file (`-`: standard input) instead of the samples, and show what is printed
    #[arg(long, short, value_name = "FILE")]
    pub(crate) input: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) one: One,
}

#[derive(Debug, Args)]
pub(crate) struct Profile {
    /// The case, such as `secret/large/02-burst` [default: the hidden case that costs the most]
    #[arg(long, short, value_name = "ID")]
    pub(crate) case: Option<String>,
    #[command(flatten)]
    pub(crate) one: One,
    /// How the profile is written: a table, a flame graph, collapsed stacks, or JSON
    #[arg(long, short, default_value = "text", value_parser = profile_formats())]
    pub(crate) format: ProfileFormat,
    /// Write the profile to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Start {
    /// The challenge's folder
    #[arg(value_name = "CHALLENGE")]
    pub(crate) challenge: PathBuf,
    /// The language to write it in
    #[arg(long, short, value_name = "NAME", value_parser = language)]
    pub(crate) language: Language,
    /// Where the files go [default: a folder named like the challenge]
    #[arg(long, value_name = "DIR")]
    pub(crate) into: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The challenges' folders
    #[arg(value_name = "CHALLENGE", required = true)]
    pub(crate) challenges: Vec<PathBuf>,
    /// How the result is written; JSON is a list with one entry for each challenge
    #[arg(long, short, default_value = "text", value_parser = formats(&[Format::Text, Format::Json, Format::Markdown]))]
    pub(crate) format: Format,
    /// How many cases run at once [default: one for each core]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to make; its name becomes the challenge's id
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The challenge's name for people [default: made from the folder's name]
    #[arg(long, short)]
    pub(crate) title: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    pub(crate) origin: Origin,
}

/// Where an exercise comes from.
#[derive(Debug, Subcommand)]
pub(crate) enum Origin {
    /// Exercism's canonical data: a function, its types guessed from all cases
    #[command(after_help = help::EXERCISM)]
    Exercism(Exercism),
}

#[derive(Debug, Args)]
pub(crate) struct Exercism {
    /// The canonical data of an exercise
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The folder to make the challenge's folder in
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) into: PathBuf,
    /// What of the exercise becomes the function [default: the property with the most cases]
    #[arg(long, value_name = "NAME")]
    pub(crate) property: Option<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Languages {
    #[command(flatten)]
    pub(crate) list: List,
    #[command(subcommand)]
    pub(crate) action: Option<Action>,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// How the list is written
    #[arg(long, short, default_value = "text", value_parser = formats(&[Format::Text, Format::Json]))]
    pub(crate) format: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// List the languages: this is what `assay languages` does by itself
    List(List),
    /// Fetch and prepare languages now, not when they are first used
    #[command(after_help = help::INSTALL)]
    Install {
        #[arg(value_name = "LANGUAGE", required = true, value_parser = language)]
        languages: Vec<Language>,
        /// Take the archives from this folder; nothing is fetched
        #[arg(long, value_name = "DIR")]
        from: Option<PathBuf>,
    },
    /// Remove languages from the cache; they are fetched again when used again
    #[command(after_help = help::REMOVE)]
    Remove {
        #[arg(value_name = "LANGUAGE", required = true, value_parser = language)]
        languages: Vec<Language>,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Cache {
    #[command(flatten)]
    pub(crate) list: List,
    #[command(subcommand)]
    pub(crate) action: Option<CacheAction>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CacheAction {
    /// Show the folder and what each kind of entry takes: this is what `assay cache` does by itself
    Show(List),
    /// Remove packs of other versions, and what was used longest ago until the rest fits
    Prune {
        /// How much may be left besides packs, such as 500MB [default: the bound, 2 GiB or `$ASSAY_CACHE_SIZE`]
        #[arg(long, value_name = "SIZE", value_parser = str::parse::<ByteSize>)]
        to: Option<ByteSize>,
    },
    /// Remove everything of these kinds
    Clear {
        /// Kinds that `assay cache` shows [default: all but packs]
        #[arg(value_name = "KIND")]
        kinds: Vec<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// Grades written with `--format json`, folders of `--store`, or `-` for standard input
    #[arg(value_name = "GRADE.json", required = true)]
    pub(crate) grades: Vec<PathBuf>,
    /// How the report is written [default: told by the ending of --output, else text]
    #[arg(long, short, value_parser = formats(&Format::ALL))]
    pub(crate) format: Option<Format>,
    /// Who will read the report [default: whoever the stored copy is for]
    #[arg(long, short, value_name = "WHO")]
    pub(crate) audience: Option<Reader>,
    /// Write the report to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Replay {
    /// A grade written with `--format json`
    #[arg(value_name = "GRADE.json")]
    pub(crate) grade: PathBuf,
    /// The challenge's folder
    #[arg(value_name = "CHALLENGE")]
    pub(crate) challenge: PathBuf,
    /// The submission the grade was given to
    #[arg(value_name = "SUBMISSION")]
    pub(crate) submission: PathBuf,
    /// How many cases run at once [default: one for each core]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Which one
    #[arg(value_name = "WHICH")]
    pub(crate) which: Described,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Described {
    /// challenge.toml
    Challenge,
    /// What `--format json` writes
    Grade,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// Who reads a report, as the command line says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Reader {
    /// Sees everything
    Interviewer,
    /// Sees what the challenge allows
    Candidate,
}

fn language(name: &str) -> Result<Language, String> {
    Language::try_from(name.to_owned())
}

fn formats(allowed: &[Format]) -> impl TypedValueParser<Value = Format> + use<> {
    PossibleValuesParser::new(allowed.iter().map(|format| format.name())).try_map(|name| name.parse::<Format>())
}

fn profile_formats() -> impl TypedValueParser<Value = ProfileFormat> {
    let named = |name: String| ProfileFormat::ALL.into_iter().find(|format| format.name() == name);
    PossibleValuesParser::new(ProfileFormat::ALL.map(ProfileFormat::name))
        .try_map(move |name| named(name).ok_or("it is none of the known formats"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent_in_itself() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn languages_alone_lists_them() {
        let arguments = Arguments::try_parse_from(["assay", "languages", "--format", "json"]).expect("it parses");
        let Command::Languages(languages) = arguments.command else { panic!("another command") };
        assert!(languages.action.is_none());
        assert_eq!(languages.list.format, Format::Json);
    }
}
