//! The `assay` command: reads the command line, has the library do the work, writes and exits.
//!
//! Every command is a function from its arguments to an [`Answer`] or a [`Failure`]; only this file
//! writes them to the streams, and only [`progress`] writes before a command has ended.

mod answer;
mod arguments;
mod batch;
mod cache;
mod destination;
mod entries;
mod environment;
mod exit;
mod failure;
mod grade;
mod help;
mod import;
mod input;
mod interrupt;
mod languages;
mod pace;
mod profile;
mod progress;
mod replay;
mod report;
mod scaffold;
mod schema;
mod session;
mod start;
mod try_samples;
mod verify;
mod visible;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::Parser;

use crate::answer::{Answer, write};
use crate::arguments::{Arguments, Command};
use crate::environment::Environment;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::interrupt::Interrupt;
use crate::session::Session;
use crate::visible::visible;

fn main() -> ExitCode {
    let Arguments { global, command } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Good }.into();
        }
    };
    let session = Session { environment: Environment::of_process(), global };
    // What panicked has been said by then; the code must still tell our fault from the submission's.
    let exit = catch_unwind(AssertUnwindSafe(|| match work(&session, command) {
        Ok(Ok(answer)) => say(&session, &answer),
        Ok(Err(failure)) => {
            let errors = vec![failure.to_string()];
            say(&session, &Answer { errors, ..Answer::new("", failure.exit()) })
        }
        Err(stopped) => stopped,
    }));
    exit.unwrap_or(Exit::Fault).into()
}

/// Runs a command until it ends, or until the process is told to stop.
fn work(session: &Session, command: Command) -> Result<Result<Answer, Failure>, Exit> {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return Ok(Err(Failure::Fault(format!("no runtime: {error}")))),
    };
    let ended = runtime.block_on(async {
        let interrupt = Interrupt::listen();
        tokio::select! {
            answer = run(session, command) => Ok(answer),
            stopped = interrupt.comes() => Err(stopped),
        }
    });
    // A thread that waits for a pipe or compiles a module must not hold up the exit.
    runtime.shutdown_background();
    ended
}

async fn run(session: &Session, command: Command) -> Result<Answer, Failure> {
    match command {
        Command::Grade(arguments) => grade::run(session, arguments).await,
        Command::Test(arguments) => try_samples::run(session, arguments).await,
        Command::Profile(arguments) => profile::run(session, arguments).await,
        Command::Start(arguments) => start::run(&arguments),
        Command::Verify(arguments) => verify::run(session, arguments).await,
        Command::New(arguments) => scaffold::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Languages(arguments) => languages::run(session, arguments).await,
        Command::Cache(arguments) => cache::run(session, arguments).await,
        Command::Report(arguments) => report::run(session, arguments).await,
        Command::Replay(arguments) => replay::run(session, arguments).await,
        Command::Schema(arguments) => Ok(schema::schema(&arguments)),
        Command::Completions(arguments) => Ok(schema::completions(&arguments)),
    }
}

/// Writes an answer to the streams.
fn say(session: &Session, answer: &Answer) -> Exit {
    let mut aside = String::new();
    let remarks = if session.global.quiet { &[] } else { answer.remarks.as_slice() };
    aside.extend(remarks.iter().map(|remark| format!("{}\n", visible(remark.as_bytes()))));
    for error in &answer.errors {
        aside.extend([session.error_word(), " ", &visible(error.trim_end().as_bytes()), "\n"]);
    }
    let written = write(&mut std::io::stdout().lock(), &answer.output);
    let mut exit = answer.exit;
    if let Err(error) = written {
        aside.extend([session.error_word(), " standard output: ", &error.to_string(), "\n"]);
        exit = exit.graver(Exit::Usage);
    }
    // There is no one left to tell that standard error is gone.
    let _ = write(&mut std::io::stderr().lock(), aside.as_bytes());
    exit
}
