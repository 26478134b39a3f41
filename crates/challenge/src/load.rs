//! From a challenge's folder to a [`Challenge`], or to everything that is wrong with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::file::{ChallengeFile, CheckerFile, CheckerKind, LimitsFile, ScoringFile};
use crate::folder::Folder;
use crate::hash::hash;
use crate::place::{FILE, Places};
use crate::problem::{Problem, Problems};
use crate::{
    Allowance, Challenge, Checker, Efficiency, Generator, Growth, GrowthScoring, Kind, NumberTolerance, Scoring,
    Solution, Tier, TierFile, Tiers, ValueTolerance, Verdict,
};
use crate::{data, declared, read, solutions};

/// The most bytes `challenge.toml` and `statement.md` may have.
const TEXT_BYTES: u64 = 1 << 20;

/// Loads the challenge in `root`, reading all its files once for the hash.
///
/// Everything wrong with it is reported at once; only a `challenge.toml` that is missing, not text, not TOML or
/// larger than 1 MiB hides what may be wrong with the rest.
pub fn load(root: &Path) -> Result<Challenge, Problems> {
    let mut problems = Vec::new();
    let loaded = challenge(root, &mut problems);
    match loaded {
        Some(challenge) if problems.is_empty() => Ok(challenge),
        _ => Err(Problems(problems)),
    }
}

fn challenge(root: &Path, problems: &mut Vec<Problem>) -> Option<Challenge> {
    let missing = |error: std::io::Error| {
        let help = "name the folder of a challenge, which holds challenge.toml";
        Problem::new("", format!("cannot be read: {error}"), help)
    };
    let opened = Folder::open(root).map_err(missing).and_then(|folder| {
        let text = folder.text(FILE, TEXT_BYTES)?;
        Ok((folder, text))
    });
    let (folder, text) = opened.map_err(|problem| problems.push(problem)).ok()?;
    let (file, places) = read::read(&text, problems)?;
    check_id(&folder, &file, &places, problems);
    let statement = folder.text("statement.md", TEXT_BYTES).unwrap_or_else(|problem| {
        problems.push(problem);
        String::new()
    });
    let interface = declared::interface(&file, &places, problems);
    let (samples, secret) = data::read(&folder, (&file, interface.as_ref()), &places, problems);
    let solutions = solutions::read(&folder, problems);
    let mut programs = Programs { folder: &folder, places: &places, solutions: &solutions, problems };
    let checker = checker(&mut programs, file.kind, &file.checker);
    let scoring = scoring(&mut programs, &file.scoring);
    let generator = file.generator.as_ref().map(|generator| Generator {
        source: programs.any("generator.source", &generator.source),
        answers: programs.accepted("generator.answers", &generator.answers),
    });
    let growth = growth(&mut programs, &file);
    let mut challenge = Challenge {
        root: root.to_owned(),
        id: file.id,
        title: file.title,
        kind: file.kind,
        interface,
        difficulty: file.difficulty,
        tags: file.tags,
        statement,
        languages: file.languages,
        allowance: allowance(&file.limits),
        checker,
        scoring,
        feedback: file.feedback,
        samples,
        secret,
        generator,
        growth,
        solutions,
        hash: String::new(),
    };
    if problems.is_empty() {
        challenge.hash = hash(&folder, &challenge, problems);
    }
    Some(challenge)
}

/// Reports challenges that share an id, which reports could not tell apart.
///
/// The problems' files are the challenges' `challenge.toml`, below the folders they were loaded from.
pub fn check_ids(challenges: &[Challenge]) -> Result<(), Problems> {
    let mut seen: BTreeMap<&str, &Path> = BTreeMap::new();
    let mut problems = Vec::new();
    for Challenge { id, root, .. } in challenges {
        if let Some(first) = seen.get(id.as_str()) {
            let message = format!("`{id}` is the id of {} too", first.display());
            let help = "give one of them another id and folder name";
            problems.push(Problem::new(root.join(FILE), message, help).at(None, "id"));
        } else {
            seen.insert(id, root);
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Problems(problems)) }
}

fn check_id(folder: &Folder<'_>, file: &ChallengeFile, places: &Places, problems: &mut Vec<Problem>) {
    let id = &file.id;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.chars().all(fits) {
        let help = "use lower-case letters, digits and dashes";
        problems.push(places.problem("id", format!("`{id}` is not an id"), help));
    }
    if let Some(name) = folder.name().filter(|name| name != id && !id.is_empty()) {
        let message = format!("`{id}` differs from the folder's name `{name}`");
        problems.push(places.problem("id", message, "make the two equal"));
    }
}

/// The programs that `challenge.toml` names, while their paths are checked.
struct Programs<'a> {
    folder: &'a Folder<'a>,
    places: &'a Places,
    solutions: &'a [Solution],
    problems: &'a mut Vec<Problem>,
}

impl Programs<'_> {
    /// A program anywhere in the folder. Of a path that was missing enough has been said.
    fn any(&mut self, key: &str, written: &str) -> PathBuf {
        if written.is_empty() {
            return PathBuf::new();
        }
        let path = PathBuf::from(written);
        match self.folder.check(written) {
            Ok(()) => {
                if self.folder.files_below(&path, self.problems).is_empty() {
                    self.say(key, written, "is an empty folder", "name a source file");
                }
            }
            Err((message, help)) => self.say(key, written, message, help),
        }
        path
    }

    /// A program that must be one of the accepted solutions, whose verdict `assay verify` holds it to.
    fn accepted(&mut self, key: &str, written: &str) -> PathBuf {
        let path = PathBuf::from(written);
        let accepted = |solution: &&Solution| solution.expected == Verdict::AC;
        if self.solutions.iter().filter(accepted).any(|solution| solution.path == path) || written.is_empty() {
            return path;
        }
        if let Err((message, help)) = self.folder.check(written) {
            self.say(key, written, message, help);
        } else {
            let names = self.solutions.iter().filter(accepted).map(|solution| solution.path.display().to_string());
            let help = match names.collect::<Vec<_>>().join(", ") {
                names if names.is_empty() => "put an accepted solution into submissions/accepted".to_owned(),
                names => format!("name one of the accepted solutions: {names}"),
            };
            self.say(key, written, "is not an accepted solution", &help);
        }
        path
    }

    /// A program that is right on every case, if perhaps too slow for some: `assay verify` sees to it.
    fn right(&mut self, key: &str, written: &str) -> PathBuf {
        let slow = |solution: &Solution| solution.expected == Verdict::TLE && solution.path == Path::new(written);
        if self.solutions.iter().any(slow) { PathBuf::from(written) } else { self.accepted(key, written) }
    }

    fn say(&mut self, key: &str, written: &str, message: &str, help: &str) {
        self.problems.push(self.places.problem(key, format!("`{written}` {message}"), help));
    }
}

fn allowance(limits: &LimitsFile) -> Allowance {
    Allowance {
        time_ms: limits.time.ms(),
        memory: limits.memory.bytes(),
        output: limits.output.bytes(),
        wall_ms: limits.wall.map(crate::TimeSpan::ms),
        multipliers: limits
            .multipliers
            .iter()
            .map(|(language, factor)| (language.clone(), thousandths(*factor)))
            .collect(),
    }
}

/// A factor read from the file, in whole thousandths, so that nothing after this depends on floating point.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "factors were checked when they were read")]
fn thousandths(factor: f64) -> u32 {
    (factor * 1000.0).round() as u32
}

fn checker(programs: &mut Programs<'_>, submission: Kind, file: &CheckerFile) -> Checker {
    let default = if submission == Kind::Program { CheckerKind::default() } else { CheckerKind::Value };
    match file.kind.unwrap_or(default) {
        CheckerKind::Exact => Checker::Exact,
        CheckerKind::Lines => Checker::Lines,
        CheckerKind::Tokens => Checker::Tokens { case_sensitive: file.case_sensitive },
        CheckerKind::Numbers => Checker::Numbers(NumberTolerance {
            absolute: file.absolute,
            relative: file.relative,
            case_sensitive: file.case_sensitive,
        }),
        CheckerKind::UnorderedLines => Checker::UnorderedLines,
        CheckerKind::Regex => Checker::Regex,
        CheckerKind::Value => {
            let default = ValueTolerance::default();
            Checker::Value(ValueTolerance {
                absolute: file.absolute.or(default.absolute),
                relative: file.relative.or(default.relative),
                any_order: file.any_order,
            })
        }
        CheckerKind::Program => Checker::Program {
            source: programs.any("checker.source", file.source.as_deref().unwrap_or_default()),
            arguments: file.arguments.clone(),
        },
    }
}

fn growth(programs: &mut Programs<'_>, file: &ChallengeFile) -> Option<Growth> {
    let own = file.growth.as_ref();
    if own.is_none() && file.scoring.growth.is_some() {
        let help = "add a table `[growth]` with `input` and `sizes`";
        let problem = programs.places.problem("scoring.growth", "is given for growth, which is not measured", help);
        programs.problems.push(problem);
    }
    let own = own?;
    let shared = file.generator.as_ref();
    let generator = match (&own.generator, shared) {
        (Some(written), _) => programs.any("growth.generator", written),
        (None, Some(shared)) => PathBuf::from(&shared.source),
        (None, None) => {
            let help = "name the program that makes inputs: `generator = \"generator/gen.py\"`";
            programs.problems.push(programs.places.problem("growth.generator", "is missing", help));
            PathBuf::new()
        }
    };
    let answers = match (&own.answers, shared) {
        (Some(written), _) => Some(programs.accepted("growth.answers", written)),
        (None, shared) => shared.map(|shared| PathBuf::from(&shared.answers)),
    };
    Some(own.resolved(generator, answers))
}

fn scoring(programs: &mut Programs<'_>, file: &ScoringFile) -> Scoring {
    let efficiency = file.efficiency.as_ref().map(|efficiency| Efficiency {
        share: efficiency.share,
        full: thousandths(efficiency.full),
        zero: thousandths(efficiency.zero),
        references: efficiency
            .references
            .iter()
            .map(|(language, path)| {
                let key = format!("scoring.efficiency.references.{language}");
                (language.clone(), programs.accepted(&key, path))
            })
            .collect(),
    });
    let growth = file.growth.as_ref();
    let growth = growth.map(|growth| GrowthScoring { share: growth.share, marks: growth.marks.clone() });
    let tiers = file.tiers.as_ref().map(|tiers| Tiers {
        share: tiers.share,
        tiers: tiers.solutions.iter().map(|tier| resolved(programs, tier)).collect(),
    });
    Scoring { points: file.points, efficiency, growth, tiers }
}

fn resolved(programs: &mut Programs<'_>, tier: &TierFile) -> Tier {
    let solutions = tier.languages.iter().map(|(language, path)| {
        let key = format!("scoring.tiers.solutions.{language}");
        (language.clone(), programs.right(&key, path))
    });
    Tier { name: tier.name.clone(), marks: tier.marks, solutions: solutions.collect() }
}
