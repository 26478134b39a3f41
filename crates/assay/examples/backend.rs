//! A platform backend in small: ten submissions handed in at once, graded by one shared `Grader`.
//!
//! Run it with `cargo run -p assay --example backend -- CHALLENGE_FOLDER SUBMISSION`. The first run fetches and
//! prepares the submission's language pack.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::path::Path;
use std::sync::Arc;

use assay::{Audience, Format, Grader, RenderOptions, Submission, load, redact, render};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, file] = arguments.as_slice() else {
        return Err("usage: backend CHALLENGE_FOLDER SUBMISSION".into());
    };
    let cache = std::env::var_os("ASSAY_HOME").map_or_else(|| std::env::temp_dir().join("assay"), Into::into);
    let grader = Grader::builder().cache(cache).build()?;
    let challenge = Arc::new(load(Path::new(folder))?);
    let language = grader.language_of(file).ok_or("no language has this ending")?;
    let submission = Arc::new(Submission::read(Path::new(file), language)?);

    // Each request is a task of its own; the grader bounds how many sandboxes run at once.
    let requests: Vec<_> = (0..10)
        .map(|_| {
            let (grader, challenge, submission) = (grader.clone(), challenge.clone(), submission.clone());
            tokio::spawn(async move { grader.grade(&challenge, &submission).await })
        })
        .collect();
    let mut answers = Vec::new();
    for request in requests {
        let grade = request.await??;
        answers.push(grade.to_json());
        if answers.len() == 1 {
            let candidates = redact(&grade);
            assert_eq!(candidates.audience, Audience::Candidate);
            println!("{}", render(&candidates, Format::Text, &RenderOptions::default()));
        }
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "equal submissions get equal bytes");
    println!("{} equal grades", answers.len());
    Ok(())
}
