//! `assay report`: another report of a stored grade, which needs neither challenge nor sandbox.

use assay::{Audience, Grade, redact, render};

use crate::answer::Answer;
use crate::arguments::{Reader, Report as Arguments};
use crate::destination::Destination;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::{grade, input};

/// Reads the grade and writes it down as asked.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let destination = Destination::new(arguments.output, arguments.format)?;
    let stored = input::grade(&arguments.grade).await?;
    let shown = copy_for(stored, arguments.audience)?;
    let report = render(&shown, destination.format, &session.options(destination.is_stdout()));
    destination.deliver(report, &grade::summary(std::slice::from_ref(&shown)), Exit::Good)
}

/// The copy for a reader; by default the one that is stored.
fn copy_for(stored: Grade, reader: Option<Reader>) -> Result<Grade, Failure> {
    match (reader, stored.audience) {
        (Some(Reader::Candidate), _) => Ok(redact(&stored)),
        (Some(Reader::Interviewer), Audience::Candidate) => Err(Failure::usage(
            "this is a candidate's copy: what was taken out of it cannot be put back.\n\
             Use the interviewer's copy of the grade, or grade again.",
        )),
        _ => Ok(stored),
    }
}
