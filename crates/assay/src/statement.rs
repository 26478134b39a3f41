//! What a candidate reads and begins with: the statement with its examples, and a stub to complete.

use std::fmt::Write as _;

use assay_binding::{SourceFile, stub};
use assay_challenge::{Challenge, Input, Language, ValueTolerance};
use assay_reporter::{Asked, example};

use crate::GradingError;

/// The statement in Markdown. Where a submission is a function or class, the samples follow it as examples.
pub fn statement(challenge: &Challenge) -> Result<String, GradingError> {
    let mut text = challenge.statement.clone();
    let Some(interface) = challenge.interface.as_ref().filter(|_| !challenge.samples.is_empty()) else {
        return Ok(text);
    };
    let tolerance = ValueTolerance::default();
    let _ = write!(text, "{}\n## Examples\n", if text.ends_with('\n') { "" } else { "\n" });
    for case in &challenge.samples {
        let Input::Call { file, .. } = &case.input else { continue };
        let path = challenge.root.join(file);
        let bytes = std::fs::read(&path).map_err(|error| GradingError::Read { path, error })?;
        let call = case.call(&bytes, interface).map_err(|mistake| GradingError::NoCall(mistake.to_string()))?;
        let lines = example(Asked { interface, call: &call, tolerance: &tolerance }).join("\n");
        let fence = "`".repeat(lines.split(|c| c != '`').map(str::len).max().unwrap_or(0).max(2) + 1);
        let _ = write!(text, "\n{fence}text\n{lines}\n{fence}\n");
    }
    Ok(text)
}

/// The files a candidate begins with in `language`, the one to be completed first.
pub fn start(challenge: &Challenge, language: &Language) -> Result<Vec<SourceFile>, GradingError> {
    if let Some(allowed) = challenge.languages.as_ref().filter(|allowed| !allowed.contains(language)) {
        return Err(GradingError::not_allowed(challenge, language, allowed));
    }
    let files = challenge.interface.as_ref().map(|interface| stub(language, interface));
    match files {
        None => Err(GradingError::IsProgram { challenge: challenge.id.clone() }),
        Some(None) => Err(GradingError::OnlyPrograms { challenge: challenge.id.clone(), language: language.clone() }),
        Some(Some(files)) => Ok(files),
    }
}
