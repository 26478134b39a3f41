//! `assay start`: what a candidate needs to begin, in a language of their choice.

use std::path::PathBuf;

use assay::SourceFile;

use crate::answer::Answer;
use crate::arguments::Start as Arguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;

/// Writes the statement and the stub. Never writes over a file.
pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let challenge = input::challenge(&arguments.challenge)?;
    let folder = arguments.into.clone().unwrap_or_else(|| PathBuf::from(&challenge.id));
    let mut files = assay::start(&challenge, &arguments.language)?;
    let main = files.first().map(|file| folder.join(&file.name)).unwrap_or_default();
    files.push(SourceFile { name: "statement.md".to_owned(), text: assay::statement(&challenge)? });
    for file in &files {
        let path = folder.join(&file.name);
        if path.exists() {
            let why = format!("{}: is there already; choose another folder with --into", path.display());
            return Err(Failure::usage(why));
        }
    }
    for SourceFile { name, text } in &files {
        let path = folder.join(name);
        let failed = |error| Failure::File { path: path.clone(), error };
        std::fs::create_dir_all(path.parent().unwrap_or(&folder)).map_err(failed)?;
        std::fs::write(&path, text).map_err(failed)?;
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    Ok(Answer::new("", Exit::Good)
        .remark(format!("made {} in {}", names.join(", "), folder.display()))
        .remark(format!("try  assay test {} {}", arguments.challenge.display(), main.display())))
}
