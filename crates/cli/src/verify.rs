//! `assay verify`: whether challenges are valid, and whether their own solutions earn what their folders say.

use assay::{Event, Format, Verification, check_ids};

use crate::answer::Answer;
use crate::arguments::Verify as Arguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::session::Session;

/// Verifies every challenge, and goes on after one that is not valid.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let (mut challenges, mut failures) = (Vec::new(), Vec::new());
    for path in &arguments.challenges {
        match input::challenge(path) {
            Ok(challenge) => challenges.push(challenge),
            Err(failure) => failures.push(failure),
        }
    }
    let loaded: Vec<_> = challenges.iter().map(|challenge| (**challenge).clone()).collect();
    if let Err(problems) = check_ids(&loaded) {
        failures.push(Failure::SharedIds(problems));
    }
    let grader = session.grader(arguments.jobs)?;
    let mut display = session.display();
    let mut verifications = Vec::new();
    for challenge in &challenges {
        display.about(&challenge.id);
        let note = |event: Event| display.note(&event);
        match grader.verify(challenge, note).await {
            Ok(verification) => verifications.push(verification),
            Err(error) => {
                let failure = Failure::Verifying { root: challenge.root.clone(), error };
                let hopeless = matches!(failure.exit(), Exit::Pack | Exit::Fault);
                failures.push(failure);
                if hopeless {
                    break;
                }
            }
        }
    }
    drop(display);
    let output = report(session, &verifications, arguments.format);
    let good = verifications.iter().all(Verification::all_as_expected);
    let exit = failures.iter().map(Failure::exit).fold(Exit::of(good), Exit::graver);
    let errors = failures.iter().map(ToString::to_string).collect();
    Ok(Answer { errors, ..Answer::new(output, exit) })
}

fn report(session: &Session, verifications: &[Verification], format: Format) -> String {
    let options = session.options(true);
    if format == Format::Json {
        return serde_json::to_string_pretty(verifications).unwrap_or_default() + "\n";
    }
    let reports: Vec<String> = verifications.iter().map(|one| one.render(format, &options)).collect();
    reports.join("\n")
}
