//! Challenges, submissions and stored grades, read from where the command line says.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay::{Challenge, Grade, Grader, GradingError, Language, SUBMISSION_BYTES, Submission, load};

use crate::arguments::One;
use crate::failure::Failure;

/// The most bytes read of a stored grade or of a candidate's own input.
const FILE_BYTES: u64 = 256 << 20;

/// The challenge in a folder; its `challenge.toml` stands for the folder too.
pub(crate) fn challenge(path: &Path) -> Result<Arc<Challenge>, Failure> {
    let root =
        match (path.file_name(), path.parent()) {
            (Some(name), Some(parent)) if name == "challenge.toml" && path.is_file() => {
                if parent.as_os_str().is_empty() { Path::new(".") } else { parent }
            }
            _ => path,
        };
    if !root.exists() {
        return Err(Failure::usage(format!(
            "there is no challenge {}: name a folder with challenge.toml",
            path.display()
        )));
    }
    let invalid = |problems| Failure::Challenge { root: root.to_owned(), problems };
    load(root).map(Arc::new).map_err(invalid)
}

/// Whether a path stands for standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Refuses the first language that no pack is for.
pub(crate) fn known<'a>(grader: &Grader, languages: impl IntoIterator<Item = &'a Language>) -> Result<(), Failure> {
    let known = grader.endings();
    let Some(language) = languages.into_iter().find(|language| !known.contains_key(*language)) else { return Ok(()) };
    let names: Vec<&str> = known.keys().map(Language::as_str).collect();
    Err(Failure::usage(format!("no language is called `{language}`; there are {}", names.join(", "))))
}

/// One submission, in `language` or in the one its file's ending tells.
pub(crate) async fn submission(
    grader: &Grader,
    path: &Path,
    language: Option<&Language>,
) -> Result<Submission, Failure> {
    if is_stdin(path) {
        let Some(language) = language else {
            return Err(Failure::usage("standard input has no ending to tell the language by: pass --language NAME"));
        };
        let content = bytes(path.to_owned(), SUBMISSION_BYTES).await?;
        let endings = grader.endings().remove(language).unwrap_or_default();
        let name = format!("stdin.{}", ending(&endings, &content));
        return Ok(Submission::new(&name, language.clone(), content));
    }
    let (grader, path, language) = (grader.clone(), path.to_owned(), language.cloned());
    Ok(blocking(move || grader.read(&path, language.as_ref())).await??)
}

/// The submission that a command for one of them names.
pub(crate) async fn submission_of(grader: &Grader, one: &One) -> Result<Submission, Failure> {
    known(grader, one.language.as_ref())?;
    submission(grader, &one.submission, one.language.as_ref()).await
}

/// Refuses a language the challenge does not take, where the library does not ask.
pub(crate) fn allowed(challenge: &Challenge, language: &Language) -> Result<(), Failure> {
    match &challenge.languages {
        Some(allowed) if !allowed.contains(language) => {
            let allowed: Vec<&str> = allowed.iter().map(Language::as_str).collect();
            let (challenge, language) = (challenge.id.clone(), language.clone());
            Err(GradingError::LanguageNotAllowed { challenge, language, allowed: allowed.join(", ") }.into())
        }
        _ => Ok(()),
    }
}

/// A stored grade.
pub(crate) async fn grade(path: &Path) -> Result<Grade, Failure> {
    let path = path.to_owned();
    blocking(move || grade_now(&path)).await?
}

/// A stored grade; waits for it.
pub(crate) fn grade_now(path: &Path) -> Result<Grade, Failure> {
    let json = bytes_now(path, FILE_BYTES)?;
    let json = String::from_utf8(json).map_err(|_| Failure::usage(format!("{}: not UTF-8", path.display())))?;
    Grade::from_json(&json).map_err(|error| Failure::Grade { path: path.to_owned(), error })
}

/// The bytes of a candidate's own input.
pub(crate) async fn own_input(path: &Path) -> Result<Vec<u8>, Failure> {
    bytes(path.to_owned(), FILE_BYTES).await
}

/// All bytes of a file or of standard input, if they are not more than `most`.
async fn bytes(path: PathBuf, most: u64) -> Result<Vec<u8>, Failure> {
    blocking(move || bytes_now(&path, most)).await?
}

fn bytes_now(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let read = || {
        let mut bytes = Vec::new();
        if is_stdin(path) {
            std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes)?;
        } else {
            std::fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    };
    let failed = |error| {
        let path = if is_stdin(path) { "standard input".into() } else { path.to_owned() };
        Failure::File { path, error }
    };
    let bytes: Vec<u8> = read().map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= most) {
        return Ok(bytes);
    }
    Err(failed(std::io::Error::other(format!("larger than {} MiB", most >> 20))))
}

/// Runs what may wait for a pipe aside, so that Ctrl-C is still heard.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failure::Fault(error.to_string()))
}

/// The ending a file with this content would have.
fn ending<'a>(endings: &'a [String], content: &[u8]) -> &'a str {
    let text = !content.starts_with(b"\0asm");
    let written = endings.iter().find(|ending| text && *ending == "wat");
    written.or_else(|| endings.first()).map_or("txt", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_from_standard_input_is_text_or_binary_by_its_content() {
        let endings = ["wasm".to_owned(), "wat".to_owned()];
        assert_eq!(ending(&endings, b"(module)"), "wat");
        assert_eq!(ending(&endings, b"\0asm\x01\0\0\0"), "wasm");
        assert_eq!(ending(&["py".to_owned()], b"print()"), "py");
    }
}
