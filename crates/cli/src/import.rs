//! `assay import`: a challenge made of an exercise from elsewhere.

use assay::Item;
use assay::exercism::{Imported, import};

use crate::answer::Answer;
use crate::arguments::{Exercism, Import as Arguments, Origin};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::scaffold::refuse_filled;

/// Makes the challenge's folder and everything in it.
pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    match &arguments.origin {
        Origin::Exercism(arguments) => exercism(arguments),
    }
}

fn exercism(arguments: &Exercism) -> Result<Answer, Failure> {
    let Exercism { file, into, property } = arguments;
    let data = std::fs::read(file).map_err(|error| Failure::File { path: file.clone(), error })?;
    let imported = import(&data, property.as_deref()).map_err(|error| Failure::Import { path: file.clone(), error })?;
    let folder = into.join(&imported.id);
    refuse_filled(&folder)?;
    for (path, text) in &imported.files {
        let path = folder.join(path);
        let failed = |error| Failure::File { path: path.clone(), error };
        std::fs::create_dir_all(path.parent().unwrap_or(&folder)).map_err(failed)?;
        std::fs::write(&path, text).map_err(failed)?;
    }
    let name = match &imported.interface.item {
        Item::Function(function) => &function.name,
        Item::Class(class) => &class.name,
    };
    let shown = folder.display();
    let cases = match imported.cases {
        1 => "1 hidden case".to_owned(),
        count => format!("{count} hidden cases"),
    };
    let answer = Answer::new("", Exit::Good)
        .remark(format!("made {shown}: the function `{name}`, {cases}"))
        .remark("look at the types in challenge.toml: they were guessed from the cases")
        .remark("say in [checker] if a list may come in any order: `any_order = true`")
        .remark(format!("add solutions to {shown}/submissions/accepted, then try  assay verify {shown}"));
    Ok(others(&imported).into_iter().fold(answer, Answer::remark))
}

/// What of the exercise was left, and how to have it, or why it cannot be had.
fn others(imported: &Imported) -> Vec<String> {
    let one = |(property, reason): &(String, Option<String>)| match reason {
        None => format!("left out: {property}; import it with  --property {property}"),
        Some(reason) => format!("left out: {property}, since {reason}"),
    };
    imported.others.iter().map(one).collect()
}
