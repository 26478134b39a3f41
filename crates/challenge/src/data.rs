//! The cases below `data/`: which there are, the groups they sit in, and what does not belong there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::folder::{Folder, Listing, too_deep};
use crate::place::{Places, join};
use crate::problem::Problem;
use crate::spelling::closest;
use crate::{Answer, Case, ChallengeFile, Group, Input, Interface, Kind, Members};

mod calls;

/// How deep groups may be nested.
const DEPTH: usize = 8;

/// The folder `data` while it is read, and what `challenge.toml` says of it.
pub(crate) struct Data<'a> {
    folder: &'a Folder<'a>,
    file: &'a ChallengeFile,
    /// What is called, if submissions are no programs and it was declared well.
    interface: Option<&'a Interface>,
    places: &'a Places,
    problems: &'a mut Vec<Problem>,
    /// The ids seen of groups and cases, sound or not.
    groups: BTreeSet<String>,
    cases: BTreeSet<String>,
}

/// Reads the samples and the tree of hidden cases.
pub(crate) fn read(
    folder: &Folder<'_>,
    (file, interface): (&ChallengeFile, Option<&Interface>),
    places: &Places,
    problems: &mut Vec<Problem>,
) -> (Vec<Case>, Group) {
    let mut data = Data { folder, file, interface, places, problems, groups: BTreeSet::new(), cases: BTreeSet::new() };
    let parts = data.parts();
    let samples = if parts.contains("sample") { data.samples() } else { Vec::new() };
    let weight = data.weights(&["secret".to_owned()])[0];
    let secret = if parts.contains("secret") { data.list("secret") } else { Listing::default() };
    if secret.is_empty() {
        let help = match file.kind {
            Kind::Program => "add at least one case, such as data/secret/01-small.in and data/secret/01-small.ans",
            Kind::Function | Kind::Class => "add at least one case, such as data/secret/01-small.json",
        };
        data.problems.push(Problem::new("data/secret", "holds no case", help));
    }
    let secret = data.group("secret", secret, weight, 0);
    data.unknown_names();
    (samples, secret)
}

impl Data<'_> {
    /// Which of `sample` and `secret` are there.
    fn parts(&mut self) -> BTreeSet<String> {
        let Listing { folders, files } = self.folder.list(Path::new("data"), self.problems);
        let (parts, others): (Vec<_>, Vec<_>) =
            folders.into_iter().partition(|name| ["sample", "secret"].contains(&name.as_str()));
        for name in others.into_iter().chain(files) {
            let help = "data holds the folders sample and secret, and nothing else";
            self.problems.push(Problem::new(format!("data/{name}"), "does not belong here", help));
        }
        parts.into_iter().collect()
    }

    fn list(&mut self, id: &str) -> Listing {
        self.folder.list(&Path::new("data").join(id), self.problems)
    }

    fn samples(&mut self) -> Vec<Case> {
        let listing = self.list("sample");
        for name in &listing.folders {
            let help = "samples lie directly in data/sample";
            self.problems.push(Problem::new(format!("data/sample/{name}"), "is a folder among samples", help));
        }
        self.cases("sample", &listing.files)
    }

    fn group(&mut self, id: &str, listing: Listing, weight: Option<u32>, depth: usize) -> Group {
        let Listing { folders, files } = listing;
        self.groups.insert(id.to_owned());
        let path = || PathBuf::from(format!("data/{id}"));
        if depth > 0 && !is_group_name(id) {
            let help = "name groups with letters, digits, `-` and `_`";
            self.problems.push(Problem::new(path(), "is not a group's name", help));
        }
        if depth > 0 && folders.is_empty() && files.is_empty() {
            self.problems.push(Problem::new(path(), "holds no case", "add a case, or remove the folder"));
        }
        if !folders.is_empty() && !files.is_empty() {
            let message = format!("holds both groups (such as `{}`) and cases (such as `{}`)", folders[0], files[0]);
            self.problems.push(Problem::new(path(), message, "move the cases into a group of their own"));
        }
        if !folders.is_empty() && depth >= DEPTH {
            self.problems.push(too_deep(&path()));
        }
        let own = self.file.groups.get(id).cloned().unwrap_or_default();
        let members = if folders.is_empty() || depth >= DEPTH {
            Members::Cases(self.cases(id, &files))
        } else {
            // Beside groups no case can be scored, yet what is wrong with it can be said.
            self.cases(id, &files);
            let ids: Vec<String> = folders.iter().map(|name| format!("{id}/{name}")).collect();
            let weights = self.weights(&ids);
            let group = |(id, weight): (&String, _)| {
                let listing = self.list(id);
                self.group(id, listing, weight, depth + 1)
            };
            Members::Groups(ids.iter().zip(weights).map(group).collect())
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
        let weights: Vec<_> = ids.iter().map(|id| self.file.groups.get(id).and_then(|group| group.weight)).collect();
        let key = |id: &String| join(&join("groups", id), "weight");
        let Some(first) = ids.iter().zip(&weights).find(|(_, weight)| weight.is_some()).map(|(id, _)| key(id)) else {
            return weights;
        };
        let line = self.places.line(&first);
        let missing: Vec<_> = ids.iter().zip(&weights).filter(|(_, weight)| weight.is_none()).collect();
        for (id, _) in &missing {
            let message = format!("is missing, while {first} is stated beside it");
            let problem = self.places.problem(&key(id), message, "give every sibling group a weight, or none of them");
            let line = self.places.line(&join("groups", id)).or(line);
            self.problems.push(Problem { line, ..problem });
        }
        let sum: u64 = weights.iter().flatten().map(|weight| u64::from(*weight)).sum();
        if missing.is_empty() && sum != 100 {
            let message = match ids {
                [_] => format!("is {sum}, and the group has no sibling"),
                _ => format!("sums to {sum} over {}", ids.join(", ")),
            };
            self.problems.push(self.places.problem(&first, message, "make the siblings' weights sum to 100 percent"));
        }
        weights
    }

    fn cases(&mut self, group: &str, files: &[String]) -> Vec<Case> {
        let programs = self.file.kind == Kind::Program;
        let mut endings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut cases = Vec::new();
        for file in files {
            let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
            let path = || format!("data/{group}/{file}");
            match (ending, programs) {
                ("in" | "ans", true) | ("gen", _) => {
                    endings.entry(stem).or_default().insert(ending);
                }
                ("json" | "jsonl", false) => cases.extend(self.calls(group, stem, ending)),
                ("in" | "ans", false) => {
                    let help = "write the call as JSON into NN-name.json, or one call a line into NN-name.jsonl";
                    self.problems.push(Problem::new(path(), "is for challenges that ask for a program", help));
                }
                ("json" | "jsonl", true) => {
                    let help = "write input and answer into NN-name.in and NN-name.ans, or set `kind` to `function`";
                    let message = "is for challenges that ask for a function or class";
                    self.problems.push(Problem::new(path(), message, help));
                }
                _ => {
                    let help = if programs {
                        "a case is NN-name.in with NN-name.ans, or NN-name.gen; keep other files elsewhere"
                    } else {
                        "a case is NN-name.json, NN-name.jsonl or NN-name.gen; keep other files elsewhere"
                    };
                    self.problems.push(Problem::new(path(), "is no part of a case", help));
                }
            }
        }
        cases.extend(endings.into_iter().filter_map(|(name, endings)| self.case(group, name, &endings)));
        // Cases from one file keep its order, also where their numbers have grown longer.
        cases.sort_by_key(source);
        cases
    }

    fn check_name(&mut self, name: &str, file: &Path) {
        if !is_case_name(name) {
            let help = "name cases NN-name: digits, a dash, then lower-case letters, digits and dashes";
            self.problems.push(Problem::new(file, format!("`{name}` is not a case's name"), help));
        }
    }

    fn case(&mut self, group: &str, name: &str, endings: &BTreeSet<&str>) -> Option<Case> {
        let id = format!("{group}/{name}");
        self.cases.insert(id.clone());
        let path = |ending: &str| PathBuf::from(format!("data/{id}.{ending}"));
        self.check_name(name, &endings.first().map_or_else(PathBuf::new, |ending| path(ending)));
        let has = |ending| endings.contains(ending);
        let (input, answer) = match (has("in"), has("ans"), has("gen")) {
            (true, true, false) => (Input::File(path("in")), Answer::File(path("ans"))),
            (false, false, true) => (Input::Generated(path("gen")), Answer::Computed),
            (true, false, false) => {
                let help = "add the expected answer";
                self.problems.push(Problem::new(path("in"), format!("has no {name}.ans beside it"), help));
                return None;
            }
            (false, true, false) => {
                let help = "add the input, or remove the answer";
                self.problems.push(Problem::new(path("ans"), format!("has no {name}.in beside it"), help));
                return None;
            }
            _ => {
                let help = "a generated case has only its .gen: its input and answer are made";
                self.problems.push(Problem::new(path("gen"), "stands beside an .in or .ans of the same name", help));
                return None;
            }
        };
        if has("gen") && self.file.generator.is_none() {
            let help = "add [generator] with source and answers to challenge.toml";
            self.problems.push(Problem::new(path("gen"), "needs a generator, and the challenge has none", help));
        }
        let hint = self.file.hints.get(&id).cloned();
        Some(Case { id, input, answer, hint })
    }

    /// Reports settings for groups and hints for cases that do not exist.
    fn unknown_names(&mut self) {
        let meant = |name: &str, known: &BTreeSet<String>, otherwise: &str| {
            let close = closest(name, known.iter().map(String::as_str));
            close.map_or_else(|| otherwise.to_owned(), |known| format!("did you mean `{known}`?"))
        };
        for name in self.file.groups.keys().filter(|name| !self.groups.contains(*name)) {
            let known: Vec<&str> = self.groups.iter().map(String::as_str).collect();
            let help = meant(name, &self.groups, &format!("the groups are {}", known.join(", ")));
            self.problems.push(self.places.problem(&join("groups", name), "names no group", help));
        }
        for name in self.file.hints.keys().filter(|name| !self.cases.contains(*name)) {
            let shape = "write the case's path below data, without ending, such as `secret/edge/03-empty`";
            let help = meant(name, &self.cases, shape);
            self.problems.push(self.places.problem(&join("hints", name), "names no case", help));
        }
    }
}

/// What orders cases: the name of the file a case comes from, and its line in it.
fn source(case: &Case) -> (PathBuf, usize) {
    match &case.input {
        Input::Call { file, line } => (file.with_extension(""), line.unwrap_or_default()),
        Input::File(file) | Input::Generated(file) => (file.with_extension(""), 0),
    }
}

fn is_group_name(id: &str) -> bool {
    let name = id.rsplit('/').next().unwrap_or(id);
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn is_case_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let Some((digits, rest)) = name.split_once('-') else { return false };
    let number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    number && !rest.is_empty() && rest.chars().all(fits)
}
