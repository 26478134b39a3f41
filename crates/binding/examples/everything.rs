//! Writes what this crate makes of one function and one class for every language, to be read, or run with other tools:
//! `cargo run -p assay-binding --example everything -- FOLDER`.
//!
//! Each language has folders with the stub (in `stub/`), the harness and a call; `before` and `after` belong around the
//! submission, which is called `name`. With the name of such a folder and logs instead, it writes to `LOG.read` what is
//! in them.

#[path = "../tests/everything/mod.rs"]
mod everything;

use std::path::Path;

use assay_binding::{SourceFile, Target, harness, replies, request, stub};
use assay_challenge::{Call, Interface, Language};

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match &words[..] {
        [folder] => write_all(Path::new(folder)),
        [kind, logs @ ..] if !logs.is_empty() => check(kind, logs),
        _ => Err(std::io::Error::other("name a folder to write to")),
    }
}

fn write_all(folder: &Path) -> std::io::Result<()> {
    let function = (everything::identity(), everything::call(everything::full()));
    let class = (everything::recorder(), everything::steps());
    let bare = (everything::bare(), Call::Function { arguments: Vec::new(), expected: None });
    let awkward = (everything::awkward(), everything::awkward_steps());
    let kinds = [("function", &function), ("class", &class), ("bare", &bare), ("awkward", &awkward)];
    for target in Target::ALL {
        for (kind, (interface, call)) in kinds {
            let folder = folder.join(target.name()).join(kind);
            write(&folder, target, interface, call)?;
        }
    }
    Ok(())
}

fn write(folder: &Path, target: Target, interface: &Interface, call: &Call) -> std::io::Result<()> {
    let Some(language) = Language::new(target.name()) else { return Ok(()) };
    std::fs::create_dir_all(folder.join("stub"))?;
    std::fs::write(folder.join("call"), request(call))?;
    let stubs = stub(&language, interface).unwrap_or_default();
    let submission = stubs.first().map_or("solution", |file| &file.name);
    let harness = harness(&language, interface, submission);
    if let Some(harness) = &harness {
        std::fs::write(folder.join("name"), &harness.submission.name)?;
        std::fs::write(folder.join("before"), &harness.submission.before)?;
        std::fs::write(folder.join("after"), &harness.submission.after)?;
    }
    let harness = harness.map_or_else(Vec::new, |harness| harness.files);
    let save = |folder: &Path, files: &[SourceFile]| {
        files.iter().try_for_each(|file| std::fs::write(folder.join(&file.name), &file.text))
    };
    save(&folder.join("stub"), &stubs)?;
    save(folder, &harness)
}

fn check(kind: &str, logs: &[String]) -> std::io::Result<()> {
    let (interface, call) = match kind {
        "class" => (everything::recorder(), everything::steps()),
        "bare" => (everything::bare(), Call::Function { arguments: Vec::new(), expected: None }),
        "awkward" => (everything::awkward(), everything::awkward_steps()),
        "empty" => (everything::identity(), everything::call(everything::empty())),
        _ => (everything::identity(), everything::call(everything::full())),
    };
    for log in logs {
        let read = replies(&interface, &call, &std::fs::read(log)?);
        std::fs::write(format!("{log}.read"), format!("{read:#?}\n"))?;
    }
    Ok(())
}
