//! `assay schema` and `assay completions`: descriptions of Assay for editors, programs and shells.

use clap::CommandFactory;

use crate::answer::Answer;
use crate::arguments::{Arguments, Completions, Described, Schema};
use crate::exit::Exit;

/// A JSON Schema.
pub(crate) fn schema(arguments: &Schema) -> Answer {
    let schema = match arguments.which {
        Described::Challenge => assay::challenge_schema(),
        Described::Grade => assay::grade_schema(),
    };
    Answer::new(format!("{schema:#}\n"), Exit::Good)
}

/// A completion script.
pub(crate) fn completions(arguments: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "assay", &mut script);
    Answer::new(script, Exit::Good)
}
