//! The setter's own solutions below `submissions/`, each in the folder of the verdict it must earn.

use std::path::{Path, PathBuf};

use crate::folder::{Folder, Listing};
use crate::problem::Problem;
use crate::spelling::closest;
use crate::{Solution, Verdict};

/// The folders there may be, by their Kattis names.
const FOLDERS: [&str; 7] = [
    "accepted",
    "wrong_answer",
    "time_limit_exceeded",
    "memory_limit_exceeded",
    "output_limit_exceeded",
    "run_time_error",
    "compile_error",
];

/// Reads which solutions there are. A folder among them is one solution of several files.
pub(crate) fn read(folder: &Folder<'_>, problems: &mut Vec<Problem>) -> Vec<Solution> {
    let root = Path::new("submissions");
    // A platform may keep challenges without their solutions; only verifying needs them.
    if !folder.has(root) {
        return Vec::new();
    }
    let Listing { folders, files } = folder.list(root, problems);
    for name in files {
        let help = "put it in the folder of the verdict it must earn, such as submissions/accepted";
        problems.push(Problem::new(root.join(name), "lies outside a verdict's folder", help));
    }
    let mut solutions = Vec::new();
    for name in folders {
        let path = root.join(&name);
        let Some(expected) = Verdict::from_folder(&name) else {
            let help = match closest(&name, FOLDERS) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the folders are {}", FOLDERS.join(", ")),
            };
            problems.push(Problem::new(path, "is not a verdict's folder", help));
            continue;
        };
        solutions.extend(below(folder, &path, problems).into_iter().map(|path| Solution { path, expected }));
    }
    solutions
}

fn below(folder: &Folder<'_>, path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let Listing { folders, files } = folder.list(path, problems);
    for name in &folders {
        let path = path.join(name);
        if folder.files_below(&path, problems).is_empty() {
            problems.push(Problem::new(path, "holds no file", "add the solution's files, or remove the folder"));
        }
    }
    let mut paths: Vec<_> = folders.iter().chain(&files).map(|name| path.join(name)).collect();
    paths.sort();
    paths
}
