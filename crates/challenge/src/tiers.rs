//! Solutions of the setter's that a submission's cost is placed between: "best", "good", "brute force".

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::table::Table;
use crate::{Language, Problem};

/// The most tiers.
const MOST: usize = 8;

/// The most characters of a tier's name.
const NAME_CHARS: usize = 40;

/// Tiers to compare with, and the points they give, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiers {
    /// Percent of the challenge's points, 1 to 99; absent where the tiers are only shown.
    pub share: Option<u32>,
    /// The tiers, the cheapest first.
    pub tiers: Vec<Tier>,
}

/// One of the setter's solutions, in each of several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// What it is called: "best".
    pub name: String,
    /// Percent of the share that its cost earns; absent where the tiers are only shown.
    pub marks: Option<u32>,
    /// The solution in each language: an accepted one, or one that is too slow.
    pub solutions: BTreeMap<Language, PathBuf>,
}

impl Tiers {
    /// The solution of each tier in `language`. There is one for every tier or for none.
    pub fn solutions(&self, language: &Language) -> Option<Vec<&PathBuf>> {
        self.tiers.iter().map(|tier| tier.solutions.get(language)).collect()
    }
}

/// The table `scoring.tiers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TiersFile {
    /// Percent of the points, 1 to 99. Without it the tiers are shown and give no points.
    #[schemars(range(min = 1, max = 99))]
    pub share: Option<u32>,
    /// The tiers, the cheapest first: two to eight.
    pub solutions: Vec<TierFile>,
}

/// A table `scoring.tiers.solutions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TierFile {
    /// What people call it, such as `best`.
    pub name: String,
    /// Percent of the share that a cost like its earns, 0 to 100: no more than that of the tier before it.
    #[schemars(range(min = 0, max = 100))]
    pub marks: Option<u32>,
    /// The solution in each language: a file below `submissions/accepted` or `submissions/time_limit_exceeded`.
    #[serde(flatten)]
    pub languages: BTreeMap<Language, String>,
}

/// Reads the table `scoring.tiers`.
pub(crate) fn read(
    mut table: Table<'_>,
    problems: &mut Vec<Problem>,
    named: impl Fn(Vec<(String, String)>, &Table<'_>, &mut Vec<Problem>) -> BTreeMap<Language, String>,
) -> TiersFile {
    let share: Option<u32> = table.take("share", "percent of the points, such as `20`", problems);
    if share.is_some_and(|share| !(1..=99).contains(&share)) {
        let help = "write a number in between, such as `20`";
        problems.push(table.problem("share", "lies outside 1 to 99 percent", help));
    }
    let mut solutions = Vec::new();
    for mut tier in table.list("solutions", problems) {
        let name = tier.need_text("name", "what people call it, such as `\"best\"`", problems).unwrap_or_default();
        if name.chars().count() > NAME_CHARS {
            let message = format!("is longer than {NAME_CHARS} characters");
            problems.push(tier.problem("name", message, "write a word or two"));
        }
        let marks: Option<u32> = tier.take("marks", "percent of the share, such as `50`", problems);
        if marks.is_some_and(|marks| marks > 100) {
            problems.push(tier.problem("marks", "is more than 100 percent", "write 0 to 100"));
        }
        let values = tier.values("the path of a solution, in quotes", problems);
        let languages = named(values, &tier, problems);
        tier.finish(problems);
        solutions.push(TierFile { name, marks, languages });
    }
    let file = TiersFile { share, solutions };
    if let Some((message, help)) = complaint(&file) {
        problems.push(table.problem("solutions", message, help));
    }
    table.finish(problems);
    file
}

fn complaint(file: &TiersFile) -> Option<(String, &'static str)> {
    let tiers = &file.solutions;
    if !(2..=MOST).contains(&tiers.len()) {
        let help = "write tables `[[scoring.tiers.solutions]]`, the cheapest solution first";
        return Some((format!("has {} tiers, and 2 to {MOST} are needed", tiers.len()), help));
    }
    if tiers.iter().map(|tier| &tier.name).collect::<BTreeSet<_>>().len() < tiers.len() {
        return Some(("has two tiers of one name".to_owned(), "give each its own"));
    }
    let languages = |tier: &TierFile| tier.languages.keys().cloned().collect::<Vec<_>>();
    if tiers.iter().any(|tier| languages(tier).is_empty() || languages(tier) != languages(&tiers[0])) {
        let help = "name for each tier a solution in each of the same languages, such as `python = \"submissions/…\"`";
        return Some(("does not name solutions in the same languages for every tier".to_owned(), help));
    }
    let given: Vec<u32> = tiers.iter().filter_map(|tier| tier.marks).collect();
    if file.share.is_none() && !given.is_empty() {
        return Some(("gives marks of no points".to_owned(), "write `share`, or leave out `marks`"));
    }
    if file.share.is_some() && given.len() < tiers.len() {
        return Some((
            "does not give every tier its marks".to_owned(),
            "write `marks` for each, such as `marks = 100`",
        ));
    }
    if !given.is_sorted_by(|cheap, dear| cheap >= dear) {
        return Some(("gives more marks for a higher cost".to_owned(), "put the cheapest first, with the most marks"));
    }
    None
}
