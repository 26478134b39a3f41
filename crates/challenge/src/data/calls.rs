//! The cases of functions and classes: one in a `.json` file, or one on each line of a `.jsonl` file.

use std::path::{Path, PathBuf};

use super::Data;
use crate::problem::Problem;
use crate::{Answer, Call, Case, Input};

/// The most bytes a file of calls may have.
const BYTES: u64 = 64 << 20;

/// The most cases a file may hold.
const CASES: usize = 10_000;

impl Data<'_> {
    /// The cases in a file of calls, each held against the interface.
    pub(super) fn calls(&mut self, group: &str, stem: &str, ending: &str) -> Vec<Case> {
        let file = PathBuf::from(format!("data/{group}/{stem}.{ending}"));
        let bytes = match self.folder.bytes(&file, BYTES) {
            Ok(bytes) => bytes,
            Err(problem) => {
                self.problems.push(problem);
                return Vec::new();
            }
        };
        if ending == "json" {
            return self.call(&file, format!("{group}/{stem}"), None, &bytes).into_iter().collect();
        }
        self.check_name(stem, &file);
        let filled = |(_, text): &(usize, &[u8])| !text.trim_ascii().is_empty();
        let lines: Vec<_> = bytes.split(|byte| *byte == b'\n').enumerate().filter(filled).collect();
        if lines.is_empty() {
            self.problems.push(Problem::new(&file, "holds no case", "write one call on each line, or remove it"));
        }
        if lines.len() > CASES {
            let message = format!("holds more than {CASES} cases");
            self.problems.push(Problem::new(&file, message, "make fewer and larger ones: each is a run of its own"));
            return Vec::new();
        }
        let case = |(nth, (line, text)): (usize, &(usize, &[u8]))| {
            self.call(&file, format!("{group}/{stem}-{:03}", nth + 1), Some(line + 1), text)
        };
        lines.iter().enumerate().filter_map(case).collect()
    }

    fn call(&mut self, file: &Path, id: String, line: Option<usize>, text: &[u8]) -> Option<Case> {
        let name = id.rsplit('/').next().unwrap_or(&id);
        if line.is_none() {
            self.check_name(name, file);
        }
        if !self.cases.insert(id.clone()) {
            let problem = Problem::new(file, format!("`{id}` is the name of another case too"), "rename the file");
            self.problems.push(Problem { line, ..problem });
            return None;
        }
        if let Some(Err(mistake)) = self.interface.map(|interface| Call::from_json(text, interface)) {
            let problem = Problem::new(file, mistake.message, mistake.help);
            let key = Some(mistake.path).filter(|path| !path.is_empty());
            self.problems.push(Problem { line: Some(line.unwrap_or(mistake.line)), key, ..problem });
        }
        let hint = self.file.hints.get(&id).cloned();
        Some(Case { id, input: Input::Call { file: file.to_owned(), line }, answer: Answer::InCall, hint })
    }
}
