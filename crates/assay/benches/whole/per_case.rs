//! What a case costs on top of the program's own work, in every language, beside spawning a native process for it.

use assay::Submission;

use crate::ground::{Failure, Ground, adding, best, challenge, grader};
use crate::native::Native;
use crate::table::{Table, dash, ratio, time};

/// The conformance program that is measured.
pub(crate) const TRIVIAL: &str = "sum";

const CASES: usize = 200;

/// Processes of a round: fewer, for some take a tenth of a second.
const PROCESSES: usize = 20;

/// The table.
pub(crate) async fn table(ground: &Ground) -> Result<Table, Failure> {
    let grader = grader(1)?;
    let folder = ground.folder("per-case")?;
    let challenge = challenge(&folder, &adding(CASES))?;
    let mut table = Table::new(["language", "a case", "a process", "ratio", "native tool"]);
    for language in ground.languages(&grader) {
        let submission = Submission::read(&language.path(TRIVIAL), language.info.language.clone())?;
        let sandbox = best(3, &grader, &challenge, &submission).await? / u32::try_from(CASES)?;
        let made = ground.folder(&format!("per-case/{}", language.name()))?;
        let native = Native::new(language.name(), &language.path(TRIVIAL), &made)?;
        let (tool, process) = match native {
            Some(mut native) => {
                let all = native.many(3, &adding(PROCESSES))?;
                (native.tool.to_owned(), Some(all / u32::try_from(PROCESSES)?))
            }
            None => (dash(), None),
        };
        let shown = process.map_or_else(dash, time);
        table.row([language.info.title.clone(), time(sandbox), shown, ratio(sandbox, process), tool]);
    }
    table.note(format!(
        "Adding two numbers, warm, one at a time: the best of three grades of {CASES} cases, judging included, and the \
         best of three rounds of {PROCESSES} processes."
    ));
    Ok(table)
}
