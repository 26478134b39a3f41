//! `assay languages`: which there are, and having them ready before they are used.

use std::path::Path;

use assay::{Format, Grader, Language, PackInfo};

use crate::answer::Answer;
use crate::arguments::{Action, Languages as Arguments, List};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// Lists, installs or removes.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let grader = session.grader(None)?;
    match arguments.action.unwrap_or(Action::List(arguments.list)) {
        Action::List(List { format: Format::Json }) => {
            let json = serde_json::to_string_pretty(&grader.languages()).unwrap_or_default();
            Ok(Answer::new(json + "\n", Exit::Good))
        }
        Action::List(_) => Ok(Answer::new(table(&grader.languages()), Exit::Good)),
        Action::Install { languages, from } => install(session, &grader, &languages, from.as_deref()).await,
        Action::Remove { languages } => remove(&grader, &languages).await,
    }
}

async fn install(
    session: &Session,
    grader: &Grader,
    languages: &[Language],
    from: Option<&Path>,
) -> Result<Answer, Failure> {
    known(grader, languages)?;
    let mut answer = Answer::new("", Exit::Good);
    for language in languages {
        if is_ready(grader, language) {
            answer = answer.remark(format!("{language} is ready"));
            continue;
        }
        let mut display = session.display();
        grader.install(language, from, |progress| display.note_pack(language, &progress)).await?;
        if session.environment.stderr_terminal {
            answer = answer.remark(format!("{language} is ready"));
        }
    }
    Ok(answer)
}

async fn remove(grader: &Grader, languages: &[Language]) -> Result<Answer, Failure> {
    known(grader, languages)?;
    let mut answer = Answer::new("", Exit::Good);
    for language in languages {
        let before = grader.languages();
        let removed = grader.remove(language).await?;
        let gone = before.iter().filter(|info| info.ready && !is_ready(grader, &info.language));
        let shared: Vec<&str> =
            gone.map(|info| info.language.as_str()).filter(|name| *name != language.as_str()).collect();
        answer = answer.remark(match (removed, shared.as_slice()) {
            (false, _) => format!("{language} has nothing to remove"),
            (true, []) => format!("{language} is removed"),
            (true, shared) => format!("{language} is removed, and {}, which shares its files", shared.join(", ")),
        });
    }
    Ok(answer)
}

/// Refuses all if one is unknown, before any is fetched or removed.
fn known(grader: &Grader, languages: &[Language]) -> Result<(), Failure> {
    let known = grader.languages();
    match languages.iter().find(|language| known.iter().all(|info| info.language != **language)) {
        None => Ok(()),
        Some(language) => {
            let names: Vec<&str> = known.iter().map(|info| info.language.as_str()).collect();
            Err(Failure::usage(format!("no language is called `{language}`; there are {}", names.join(", "))))
        }
    }
}

fn is_ready(grader: &Grader, language: &Language) -> bool {
    grader.languages().iter().any(|info| info.language == *language && info.ready)
}

fn table(languages: &[PackInfo]) -> String {
    let mut rows = vec![["language", "title", "files", "ready", "time", "fetched when first used"].map(String::from)];
    rows.extend(languages.iter().map(row));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    let line = |row: &[String; 6]| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

fn row(info: &PackInfo) -> [String; 6] {
    let fetched = info.fetched.as_ref().map_or("nothing".to_owned(), |fetched| {
        let megabytes = fetched.bytes.div_ceil(1_000_000);
        format!("{} {} by {}, {megabytes} MB", fetched.package, fetched.version, fetched.client)
    });
    let endings: Vec<String> = info.extensions.iter().map(|ending| format!(".{ending}")).collect();
    [
        info.language.to_string(),
        info.title.clone(),
        endings.join(" "),
        if info.ready { "yes" } else { "no" }.to_owned(),
        format!("×{}", f64::from(info.multiplier_milli) / 1000.0),
        fetched,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_is_fetched_and_by_what() {
        let info = |name: &str, ready| PackInfo {
            language: Language::new(name).expect("a name"),
            title: "Title 1".to_owned(),
            extensions: vec!["x".to_owned(), "yy".to_owned()],
            ready,
            fetched: None,
            multiplier_milli: 2500,
        };
        assert_eq!(
            table(&[info("c", true), info("python", false)]),
            "language  title    files   ready  time  fetched when first used\n\
             c         Title 1  .x .yy  yes    ×2.5  nothing\n\
             python    Title 1  .x .yy  no     ×2.5  nothing\n"
        );
    }
}
