//! `assay languages`: which there are, and having them ready before they are used.

use std::path::Path;

use assay::{Format, Grader, Language, PackInfo, Whereabouts};

use crate::answer::Answer;
use crate::arguments::{Action, Languages as Arguments, List};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
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
    input::known(grader, languages)?;
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
    input::known(grader, languages)?;
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

fn is_ready(grader: &Grader, language: &Language) -> bool {
    grader.languages().iter().any(|info| info.language == *language && info.ready)
}

const HEADINGS: [&str; 7] = ["language", "title", "files", "ready", "time", "compiled", "fetched when first used"];

fn table(languages: &[PackInfo]) -> String {
    let mut rows = vec![HEADINGS.map(String::from)];
    rows.extend(languages.iter().map(row));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEADINGS.len()).map(width).collect();
    let line = |row: &[String; HEADINGS.len()]| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    let notes = languages.iter().filter_map(note).map(|note| format!("\n{}", wrapped(&note)));
    rows.iter().map(line).chain(notes).collect()
}

/// What is to be said of a language besides its row: what it lacks, or what of this computer it uses.
fn note(info: &PackInfo) -> Option<String> {
    let language = &info.language;
    if let Some(advice) = &info.missing {
        return Some(format!("{language} is not to be had here: {advice}"));
    }
    let installed = info.installed.as_ref()?;
    let kept_in = info.confinement.as_ref().map(|with| format!("; its compiler is kept in by {with}"));
    Some(format!("{language} uses what is installed here: {installed}{}", kept_in.unwrap_or_default()))
}

/// Text in lines of at most 100 columns, as far as its words are shorter.
fn wrapped(text: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 100 {
            lines.extend([line.as_str(), "\n"]);
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines + &line + "\n"
}

fn row(info: &PackInfo) -> [String; HEADINGS.len()] {
    let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1_000_000));
    let fetched = match info.fetched.as_slice() {
        [] => "nothing".to_owned(),
        [only] => format!("{} {} by {}, {}", only.package, only.version, only.client, megabytes(only.bytes)),
        all @ [first, ..] => {
            let bytes = all.iter().map(|fetched| fetched.bytes).sum();
            format!("{} packages by {}, {}", all.len(), first.client, megabytes(bytes))
        }
    };
    let endings: Vec<String> = info.extensions.iter().map(|ending| format!(".{ending}")).collect();
    let ready = match (info.ready, info.disk_bytes, &info.missing) {
        (true, Some(bytes), _) => format!("yes, {}", megabytes(bytes)),
        (true, None, _) => "yes".to_owned(),
        (false, _, Some(_)) => "cannot be".to_owned(),
        (false, _, None) => "no".to_owned(),
    };
    let compiled = match info.compiled {
        Whereabouts::Sandbox => "sandbox",
        Whereabouts::ConfinedChild => "confined",
    };
    [
        info.language.to_string(),
        info.title.clone(),
        endings.join(" "),
        ready,
        format!("×{}", f64::from(info.multiplier_milli) / 1000.0),
        compiled.to_owned(),
        fetched,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_is_ready_what_is_missing_and_where_compilers_run() {
        let info = |name: &str, ready| PackInfo {
            language: Language::new(name).expect("a name"),
            title: "Title 1".to_owned(),
            extensions: vec!["x".to_owned(), "yy".to_owned()],
            ready,
            missing: None,
            disk_bytes: ready.then_some(4_200_000),
            fetched: Vec::new(),
            compiled: Whereabouts::Sandbox,
            confinement: None,
            installed: None,
            multiplier_milli: 2500,
        };
        let java = PackInfo {
            compiled: Whereabouts::ConfinedChild,
            confinement: Some("Landlock 7, seccomp".to_owned()),
            installed: Some("jdk 17".to_owned()),
            ..info("java", true)
        };
        let missing = PackInfo {
            missing: Some("install it".to_owned()),
            compiled: Whereabouts::ConfinedChild,
            ..info("rust", false)
        };
        assert_eq!(
            table(&[info("c", true), java, info("python", false), missing]),
            "language  title    files   ready      time  compiled  fetched when first used\n\
             c         Title 1  .x .yy  yes, 5 MB  ×2.5  sandbox   nothing\n\
             java      Title 1  .x .yy  yes, 5 MB  ×2.5  confined  nothing\n\
             python    Title 1  .x .yy  no         ×2.5  sandbox   nothing\n\
             rust      Title 1  .x .yy  cannot be  ×2.5  confined  nothing\n\
             \n\
             java uses what is installed here: jdk 17; its compiler is kept in by Landlock 7, seccomp\n\
             \n\
             rust is not to be had here: install it\n"
        );
    }

    #[test]
    fn long_notes_are_wrapped_between_words() {
        let note = format!("{} {} end", "a".repeat(60), "b".repeat(60));
        assert_eq!(wrapped(&note), format!("{}\n{} end\n", "a".repeat(60), "b".repeat(60)));
        assert_eq!(wrapped(&"c".repeat(130)), format!("{}\n", "c".repeat(130)));
    }
}
