//! The files of a challenge: which there are, what they mean, and which of them do not belong.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use crate::problem::Problem;
use crate::read::Lines;
use crate::{Answer, Case, ChallengeFile, Group, Input, Members, Solution, Verdict};

/// How deep groups may be nested.
const DEPTH: usize = 8;

/// A challenge's folder while it is read.
pub(crate) struct Folder<'a> {
    pub(crate) root: &'a Path,
    pub(crate) file: &'a ChallengeFile,
    pub(crate) lines: &'a Lines,
    pub(crate) problems: &'a mut Vec<Problem>,
}

/// The contents of one folder, in the order of their names.
#[derive(Default)]
struct Listing {
    folders: Vec<String>,
    files: Vec<String>,
}

impl Folder<'_> {
    /// The samples.
    pub(crate) fn samples(&mut self) -> Vec<Case> {
        let listing = self.list(Path::new("data/sample"), false);
        for folder in &listing.folders {
            let help = "samples lie directly in `data/sample`";
            self.problems.push(Problem::new(format!("data/sample/{folder}"), "is a folder among samples", help));
        }
        self.cases("sample", &listing.files)
    }

    /// The tree of hidden cases.
    pub(crate) fn secret(&mut self) -> Group {
        let group = self.group("secret", None, 0);
        if group.cases().is_empty() {
            let help = "add at least one case, such as `data/secret/01-small.in` and `.ans`";
            self.problems.push(Problem::new("data/secret", "holds no case", help));
        }
        self.unknown_names(&group);
        group
    }

    fn group(&mut self, id: &str, weight: Option<u32>, depth: usize) -> Group {
        let Listing { folders, files } = self.list(&Path::new("data").join(id), true);
        if depth >= DEPTH {
            self.problems.push(Problem::new(
                format!("data/{id}"),
                "is nested too deeply",
                "use fewer levels of groups",
            ));
        }
        if !folders.is_empty() && !files.is_empty() {
            let message = format!("holds both groups and cases (`{}`)", files[0]);
            let help = "move the cases into a group of their own";
            self.problems.push(Problem::new(format!("data/{id}"), message, help));
        }
        let own = self.file.groups.get(id).cloned().unwrap_or_default();
        let members = if folders.is_empty() || depth >= DEPTH {
            Members::Cases(self.cases(id, &files))
        } else {
            let ids: Vec<String> = folders.iter().map(|name| format!("{id}/{name}")).collect();
            let weights = self.weights(&ids);
            let groups = ids.iter().zip(weights).map(|(id, weight)| self.group(id, weight, depth + 1));
            Members::Groups(groups.collect())
        };
        let name = id.rsplit('/').next().unwrap_or(id);
        Group {
            id: id.to_owned(),
            title: own.title.unwrap_or_else(|| name.to_owned()),
            weight: weight.unwrap_or(1),
            aggregate: own.aggregate,
            stop_at_failure: own.stop_at_failure,
            members,
        }
    }

    /// The stated weights of sibling groups: all or none, and then they sum to 100.
    fn weights(&mut self, ids: &[String]) -> Vec<Option<u32>> {
        let weight = |id: &String| self.file.groups.get(id).and_then(|group| group.weight);
        let weights: Vec<_> = ids.iter().map(weight).collect();
        if weights.iter().all(Option::is_none) {
            return weights;
        }
        let stated = ids.iter().zip(&weights).find(|(_, weight)| weight.is_some()).map(|(id, _)| id);
        let line = stated.and_then(|id| Lines::of(&self.lines.groups, id));
        let key = stated.map(|id| format!("groups.\"{id}\".weight"));
        let mut say = |message: String, help: &str| {
            let problem = Problem::new(crate::table::FILE, message, help);
            self.problems.push(Problem { line, key: key.clone(), ..problem });
        };
        for (id, _) in ids.iter().zip(&weights).filter(|(_, weight)| weight.is_none()) {
            say(format!("`{id}` beside it has no weight"), "give every sibling group a weight, or none");
        }
        let sum: u64 = weights.iter().flatten().map(|weight| u64::from(*weight)).sum();
        if weights.iter().all(Option::is_some) && sum != 100 {
            say(format!("the weights of {} sum to {sum}", ids.join(", ")), "make them sum to 100 percent");
        }
        weights
    }

    fn cases(&mut self, group: &str, files: &[String]) -> Vec<Case> {
        let mut endings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for file in files {
            match file.rsplit_once('.') {
                Some((stem, ending @ ("in" | "ans" | "gen"))) => {
                    endings.entry(stem).or_default().insert(ending);
                }
                _ => {
                    let help =
                        "a case is `NN-name.in` with `NN-name.ans`, or `NN-name.gen`; keep other files elsewhere";
                    self.problems.push(Problem::new(format!("data/{group}/{file}"), "is no part of a case", help));
                }
            }
        }
        endings.into_iter().filter_map(|(name, endings)| self.case(group, name, &endings)).collect()
    }

    fn case(&mut self, group: &str, name: &str, endings: &BTreeSet<&str>) -> Option<Case> {
        let id = format!("{group}/{name}");
        let path = |ending: &str| PathBuf::from(format!("data/{id}.{ending}"));
        if !is_case_name(name) {
            let help = "name cases `NN-name`: digits, a dash, lower-case letters, digits and dashes";
            self.problems.push(Problem::new(format!("data/{id}"), "is not a case's name", help));
        }
        let mut orphan = |present: &str, missing: &str, help: &str| {
            self.problems.push(Problem::new(path(present), format!("has no {name}.{missing} beside it"), help));
        };
        let generated = endings.contains("gen");
        let (input, answer) = match (endings.contains("in"), endings.contains("ans"), generated) {
            (true, true, false) => (Input::File(path("in")), Answer::File(path("ans"))),
            (false, false, true) => (Input::Generated(path("gen")), Answer::Computed),
            (true, false, false) => {
                orphan("in", "ans", "add the expected answer");
                return None;
            }
            (false, true, false) => {
                orphan("ans", "in", "add the input, or remove the answer");
                return None;
            }
            _ => {
                let help = "a generated case has only its `.gen`: its input and answer are made";
                self.problems.push(Problem::new(path("gen"), "stands beside an .in or .ans of the same name", help));
                return None;
            }
        };
        if generated && self.file.generator.is_none() {
            let help = "add `[generator]` with `source` and `answers` to challenge.toml";
            self.problems.push(Problem::new(path("gen"), "needs a generator, and the challenge has none", help));
        }
        let hint = self.file.hints.get(&id).cloned();
        Some(Case { id, input, answer, hint })
    }

    /// Reports settings for groups and hints for cases that do not exist.
    fn unknown_names(&mut self, secret: &Group) {
        let mut groups = BTreeSet::new();
        collect_groups(secret, &mut groups);
        let cases: BTreeSet<_> = secret.cases().into_iter().map(|case| case.id.clone()).collect();
        for (name, line) in &self.lines.groups {
            if !groups.contains(name) {
                let help = format!("groups are the folders below data/secret: {}", join(&groups));
                let problem = Problem::new(crate::table::FILE, "names no group", help);
                self.problems.push(Problem { line: Some(*line), key: Some(format!("groups.\"{name}\"")), ..problem });
            }
        }
        for (name, line) in &self.lines.hints {
            if !cases.contains(name) && !self.root.join(format!("data/{name}.in")).is_file() {
                let help = "write the case's path below data, without ending, such as `secret/edge/03-empty`";
                let problem = Problem::new(crate::table::FILE, "names no case", help);
                self.problems.push(Problem { line: Some(*line), key: Some(format!("hints.\"{name}\"")), ..problem });
            }
        }
    }

    /// The setter's solutions, by the folders they lie in.
    pub(crate) fn solutions(&mut self) -> Vec<Solution> {
        let Listing { folders, files } = self.list(Path::new("submissions"), false);
        for file in files {
            let help = "put it in the folder of the verdict it must earn, such as submissions/accepted";
            self.problems.push(Problem::new(format!("submissions/{file}"), "lies outside a verdict's folder", help));
        }
        let mut solutions = Vec::new();
        for folder in folders {
            let path = PathBuf::from("submissions").join(&folder);
            let Some(expected) = Verdict::from_folder(&folder) else {
                let help = "use accepted, wrong_answer, time_limit_exceeded, memory_limit_exceeded, \
                            output_limit_exceeded, run_time_error or compile_error";
                self.problems.push(Problem::new(path, "is not a verdict's folder", help));
                continue;
            };
            let Listing { folders, files } = self.list(&path, true);
            let mut names: Vec<_> = folders.into_iter().chain(files).collect();
            names.sort();
            solutions.extend(names.into_iter().map(|name| Solution { path: path.join(name), expected }));
        }
        solutions
    }

    /// A path written in `challenge.toml`, if it stays inside the folder and names a file or folder there.
    pub(crate) fn inside(&mut self, key: &str, written: &str) -> PathBuf {
        let path = PathBuf::from(written);
        let mut say = |message: &str, help: &str| {
            let problem = Problem::new(crate::table::FILE, format!("`{written}` {message}"), help);
            self.problems.push(Problem { key: Some(key.to_owned()), ..problem });
        };
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            say("leaves the challenge's folder", "write a path inside the folder, without `..`");
        } else if !self.root.join(&path).exists() {
            say("does not exist", "write the path of a file, relative to challenge.toml");
        } else if leaves(self.root, &path) {
            say("is a link out of the challenge's folder", "copy the file into the challenge");
        }
        path
    }

    fn list(&mut self, folder: &Path, required: bool) -> Listing {
        let mut listing = Listing::default();
        let entries = match std::fs::read_dir(self.root.join(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !required => return listing,
            Err(error) => {
                self.problems.push(Problem::new(folder, format!("cannot be read: {error}"), ""));
                return listing;
            }
        };
        for entry in entries.flatten() {
            let path = folder.join(entry.file_name());
            let Some(name) = entry.file_name().to_str().map(ToOwned::to_owned) else {
                self.problems.push(Problem::new(path, "has a name that is not text", "rename it"));
                continue;
            };
            if leaves(self.root, &path) {
                self.problems.push(Problem::new(path, "is a link out of the challenge's folder", "copy it instead"));
            } else if self.root.join(&path).is_dir() {
                listing.folders.push(name);
            } else {
                listing.files.push(name);
            }
        }
        listing.folders.sort();
        listing.files.sort();
        listing
    }
}

fn collect_groups(group: &Group, ids: &mut BTreeSet<String>) {
    ids.insert(group.id.clone());
    if let Members::Groups(groups) = &group.members {
        for group in groups {
            collect_groups(group, ids);
        }
    }
}

fn join(names: &BTreeSet<String>) -> String {
    names.iter().cloned().collect::<Vec<_>>().join(", ")
}

fn is_case_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match name.split_once('-') {
        Some((digits, rest)) => {
            !digits.is_empty()
                && digits.chars().all(|c| c.is_ascii_digit())
                && !rest.is_empty()
                && rest.chars().all(fits)
        }
        None => false,
    }
}

/// Whether a path leads out of the folder through a link.
fn leaves(root: &Path, path: &Path) -> bool {
    match (root.canonicalize(), root.join(path).canonicalize()) {
        (Ok(root), Ok(target)) => !target.starts_with(root),
        _ => true,
    }
}
