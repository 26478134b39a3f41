//! From a challenge's folder to a [`Challenge`], or to everything that is wrong with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::file::{ChallengeFile, CheckerFile, CheckerKind, LimitsFile, ScoringFile};
use crate::folder::Folder;
use crate::problem::{Problem, Problems};
use crate::read::{Lines, read};
use crate::table::FILE;
use crate::{Allowance, Challenge, Checker, Efficiency, Fingerprint, Generator, NumberTolerance, Scoring};

/// The most bytes `challenge.toml` and `statement.md` may have.
const TEXT_BYTES: u64 = 1 << 20;

/// Loads the challenge in `root`. Everything wrong with it is reported at once.
pub fn load(root: &Path) -> Result<Challenge, Problems> {
    let mut problems = Vec::new();
    let Some(text) = text(root, FILE, &mut problems) else { return Err(Problems(problems)) };
    let (file, lines) = read(&text, &mut problems);
    check_id(root, &file, &lines, &mut problems);
    let statement = self::text(root, "statement.md", &mut problems).unwrap_or_default();
    let mut folder = Folder { root, file: &file, lines: &lines, problems: &mut problems };
    let (samples, secret, solutions) = (folder.samples(), folder.secret(), folder.solutions());
    let checker = checker(&mut folder, &file.checker);
    let scoring = scoring(&mut folder, &file.scoring);
    let generator = file.generator.as_ref().map(|generator| Generator {
        source: folder.inside("generator.source", &generator.source),
        answers: accepted(&mut folder, "generator.answers", &generator.answers),
    });
    let mut challenge = Challenge {
        root: root.to_owned(),
        id: file.id,
        title: file.title,
        kind: file.kind,
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
        solutions,
        hash: String::new(),
    };
    if problems.is_empty() {
        match hash(&challenge) {
            Ok(hash) => challenge.hash = hash,
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(challenge) } else { Err(Problems(problems)) }
}

/// Reports challenges that share an id, which reports could not tell apart.
pub fn check_ids(challenges: &[Challenge]) -> Result<(), Problems> {
    let mut seen: BTreeMap<&str, &Path> = BTreeMap::new();
    let mut problems = Vec::new();
    for challenge in challenges {
        if let Some(first) = seen.insert(&challenge.id, &challenge.root) {
            let message = format!("`{}` is the id of {} too", challenge.id, first.display());
            let problem =
                Problem::new(challenge.root.join(FILE), message, "give one of them another id and folder name");
            problems.push(Problem { key: Some("id".to_owned()), ..problem });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Problems(problems)) }
}

fn text(root: &Path, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let path = root.join(name);
    if std::fs::metadata(&path).is_ok_and(|metadata| metadata.len() > TEXT_BYTES) {
        problems.push(Problem::new(name, "is larger than 1 MiB", "keep large data in data/ or a generator"));
        return None;
    }
    let problem = match std::fs::read(&path).map(String::from_utf8) {
        Ok(Ok(text)) => return Some(text),
        Ok(Err(_)) => Problem::new(name, "is not UTF-8", "save it as UTF-8"),
        Err(error) => Problem::new(
            name,
            format!("cannot be read: {error}"),
            "a challenge is a folder with challenge.toml and statement.md",
        ),
    };
    problems.push(problem);
    None
}

fn check_id(root: &Path, file: &ChallengeFile, lines: &Lines, problems: &mut Vec<Problem>) {
    if file.id.is_empty() {
        return;
    }
    let mut say = |message: String, help: &str| {
        let problem = Problem::new(FILE, message, help);
        problems.push(Problem { line: Some(lines.id), key: Some("id".to_owned()), ..problem });
    };
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !file.id.chars().all(fits) {
        say(format!("`{}` is not an id", file.id), "use lower-case letters, digits and dashes");
    }
    let folder = root.canonicalize().ok().and_then(|root| root.file_name().map(|n| n.to_string_lossy().into_owned()));
    if let Some(folder) = folder.filter(|folder| *folder != file.id) {
        say(format!("`{}` differs from the folder's name `{folder}`", file.id), "make the two equal");
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

fn checker(folder: &mut Folder<'_>, file: &CheckerFile) -> Checker {
    match file.kind {
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
        CheckerKind::Program => Checker::Program {
            source: file.source.as_ref().map(|source| folder.inside("checker.source", source)).unwrap_or_default(),
            arguments: file.arguments.clone(),
        },
    }
}

fn scoring(folder: &mut Folder<'_>, file: &ScoringFile) -> Scoring {
    let efficiency = file.efficiency.as_ref().map(|efficiency| Efficiency {
        share: efficiency.share,
        full: thousandths(efficiency.full),
        zero: thousandths(efficiency.zero),
        references: efficiency
            .references
            .iter()
            .map(|(language, path)| {
                let key = format!("scoring.efficiency.references.{language}");
                (language.clone(), accepted(folder, &key, path))
            })
            .collect(),
    });
    Scoring { points: file.points, efficiency }
}

/// A path that must be an accepted solution.
fn accepted(folder: &mut Folder<'_>, key: &str, written: &str) -> PathBuf {
    let path = folder.inside(key, written);
    if !path.starts_with("submissions/accepted") {
        let message = format!("`{written}` is not an accepted solution");
        let problem =
            Problem::new(FILE, message, "name a file below submissions/accepted, which `assay verify` checks");
        folder.problems.push(Problem { key: Some(key.to_owned()), ..problem });
    }
    path
}

/// SHA-256 over everything a grade depends on, each file with its path and length.
fn hash(challenge: &Challenge) -> Result<String, Problem> {
    let root = &challenge.root;
    let mut paths = vec![PathBuf::from(FILE)];
    let mut wanted = vec![PathBuf::from("data")];
    if let Checker::Program { source, .. } = &challenge.checker {
        wanted.push(source.clone());
    }
    if let Some(generator) = &challenge.generator {
        wanted.extend([generator.source.clone(), generator.answers.clone()]);
    }
    wanted.extend(challenge.scoring.efficiency.iter().flat_map(|efficiency| efficiency.references.values().cloned()));
    for path in wanted {
        files_below(root, &path, &mut paths)?;
    }
    paths.sort();
    paths.dedup();
    let mut fingerprint = Fingerprint::default();
    for path in paths {
        let content = std::fs::read(root.join(&path))
            .map_err(|error| Problem::new(&path, format!("cannot be read: {error}"), ""))?;
        fingerprint = fingerprint.and(path.to_string_lossy().replace('\\', "/")).and(content);
    }
    Ok(fingerprint.hex())
}

fn files_below(root: &Path, path: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Problem> {
    if !root.join(path).is_dir() {
        paths.push(path.to_owned());
        return Ok(());
    }
    let failed = |error: std::io::Error| Problem::new(path, format!("cannot be read: {error}"), "");
    for entry in std::fs::read_dir(root.join(path)).map_err(failed)? {
        files_below(root, &path.join(entry.map_err(failed)?.file_name()), paths)?;
    }
    Ok(())
}
