//! `assay cache`: what is kept on disk, and making it less.

use assay::{ByteSize, CacheUsage, Format, Removed};

use crate::answer::Answer;
use crate::arguments::{Cache as Arguments, CacheAction, List};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// The kind that is cleared only by its name: it has to be fetched again.
const PACKS: &str = "packs";

/// Shows, prunes or clears.
pub(crate) async fn run(session: &Session, arguments: Arguments) -> Result<Answer, Failure> {
    let grader = session.grader(None)?;
    match arguments.action.unwrap_or(CacheAction::Show(arguments.list)) {
        CacheAction::Show(List { format: Format::Json }) => {
            let json = serde_json::to_string_pretty(&grader.cache_usage()).unwrap_or_default();
            Ok(Answer::new(json + "\n", Exit::Good))
        }
        CacheAction::Show(_) => Ok(Answer::new(table(&grader.cache_usage()), Exit::Good)),
        CacheAction::Prune { to } => {
            Ok(Answer::new("", Exit::Good).remark(said(grader.prune_cache(to.map(ByteSize::bytes)).await?)))
        }
        CacheAction::Clear { kinds } => {
            let known: Vec<String> = grader.cache_usage().kinds.into_iter().map(|kind| kind.kind).collect();
            if let Some(unknown) = kinds.iter().find(|kind| !known.contains(kind)) {
                let known = if known.is_empty() { "nothing".to_owned() } else { known.join(", ") };
                return Err(Failure::usage(format!("nothing of the kind `{unknown}` is kept; there is {known}")));
            }
            let all = known.into_iter().filter(|kind| kind != PACKS).collect();
            let mut removed = Removed::default();
            for kind in if kinds.is_empty() { all } else { kinds } {
                removed += grader.clear_cache(&kind).await?;
            }
            Ok(Answer::new("", Exit::Good).remark(said(removed)))
        }
    }
}

fn said(Removed { entries, bytes }: Removed) -> String {
    match entries {
        0 => "nothing to remove".to_owned(),
        1 => format!("removed 1 entry, {}", size(bytes)),
        _ => format!("removed {entries} entries, {}", size(bytes)),
    }
}

fn table(usage: &CacheUsage) -> String {
    let mut lines = vec![usage.folder.display().to_string(), String::new()];
    lines.push(format!("{:<12}{:>9}{:>13}", "kind", "entries", "size"));
    for kind in &usage.kinds {
        lines.push(format!("{:<12}{:>9}{:>13}", kind.kind, kind.entries, size(kind.bytes)));
    }
    let bounded = usage.kinds.iter().filter(|kind| kind.kind != PACKS).map(|kind| kind.bytes).sum();
    lines.push(String::new());
    lines.push(format!("{} of at most {} besides packs", size(bounded), size(usage.bound)));
    for pack in &usage.stale {
        lines.push(format!(
            "packs/{} is of another version, {}: `assay cache prune` removes it",
            pack.key,
            size(pack.bytes)
        ));
    }
    lines.join("\n") + "\n"
}

fn size(bytes: u64) -> String {
    ByteSize::new(bytes).rounded()
}
