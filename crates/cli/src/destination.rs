//! Where a report goes and how it is written, decided before the work that may take minutes.

use std::path::{Path, PathBuf};

use assay::Format;

use crate::answer::Answer;
use crate::exit::Exit;
use crate::failure::Failure;

/// Standard output or a file, and the format.
#[derive(Debug)]
pub(crate) struct Destination {
    file: Option<PathBuf>,
    /// How the report is written.
    pub(crate) format: Format,
}

impl Destination {
    /// Fails early where a file could not be written anyway.
    pub(crate) fn new(file: Option<PathBuf>, format: Option<Format>) -> Result<Self, Failure> {
        if let Some(path) = &file {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            if path.is_dir() || path.file_name().is_none() {
                return Err(Failure::usage(format!("--output {}: this is a folder; name a file", path.display())));
            }
            if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                return Err(Failure::usage(format!(
                    "--output {}: there is no folder {}; make it first",
                    path.display(),
                    folder.display()
                )));
            }
        }
        let format = format.or_else(|| file.as_deref().and_then(told_by)).unwrap_or_default();
        Ok(Self { file, format })
    }

    /// Whether the report goes to standard output.
    pub(crate) fn is_stdout(&self) -> bool {
        self.file.is_none()
    }

    /// Puts the report where it goes; `summary` says in one line what it says.
    pub(crate) fn deliver(&self, report: String, summary: &str, exit: Exit) -> Result<Answer, Failure> {
        let Some(path) = &self.file else { return Ok(Answer::new(report, exit)) };
        std::fs::write(path, report).map_err(|error| Failure::File { path: path.clone(), error })?;
        Ok(Answer::new("", exit).remark(format!("{summary} → {}", path.display())))
    }
}

/// The format that a file's ending tells.
fn told_by(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()? {
        "json" => Some(Format::Json),
        "html" | "htm" => Some(Format::Html),
        "md" | "markdown" => Some(Format::Markdown),
        "xml" => Some(Format::Junit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_ending_tells_the_format_unless_one_is_asked_for() {
        let format = |file: &str, format| Destination::new(Some(file.into()), format).expect("writable").format;
        assert_eq!(format("report.html", None), Format::Html);
        assert_eq!(format("results.json", Some(Format::Gradescope)), Format::Gradescope);
        assert_eq!(format("report", None), Format::Text);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_refused_before_anything_runs() {
        assert!(Destination::new(Some("/".into()), None).is_err());
        assert!(Destination::new(Some("no/such/folder/report.html".into()), None).is_err());
    }
}
