//! `assay profile`: where the cost of one case went.

use assay::{Profile, render_profile};

use crate::answer::Answer;
use crate::arguments::Profile as Arguments;
use crate::destination::Destination;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// Profiles the case and writes the profile where it goes. The verdict does not matter for the exit code.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let destination = Destination::new(arguments.output, None)?;
    let challenge = input::challenge(&arguments.one.challenge)?;
    let grader = session.grader(None)?;
    let submission = input::submission_of(&grader, &arguments.one).await?;
    input::allowed(&challenge, &submission.language)?;
    let mut display = session.display();
    display.about(&submission.name);
    let case = arguments.case.as_deref();
    let profile = grader.profile(&challenge, &submission, case, |event| display.note(&event)).await?;
    drop(display);
    let report = render_profile(&profile, arguments.format, &session.options(destination.is_stdout()));
    destination.deliver(report, &summary(&profile), Exit::Good)
}

fn summary(profile: &Profile) -> String {
    match profile.hottest().first() {
        Some(hot) => format!("most of {} went to {}", profile.case, hot.name),
        None => format!("nothing is known of where {} spent its cost", profile.case),
    }
}
