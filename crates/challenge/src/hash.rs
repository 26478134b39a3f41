//! The hash that tells two versions of a challenge apart, wherever a grade could differ between them.

use std::path::PathBuf;

use crate::folder::Folder;
use crate::place::FILE;
use crate::problem::Problem;
use crate::{Challenge, Checker, Fingerprint, Verdict};

/// SHA-256 over everything a grade depends on, each file with its path and length.
///
/// The statement is left out: a corrected typing error must not make grades incomparable.
pub(crate) fn hash(folder: &Folder<'_>, challenge: &Challenge, problems: &mut Vec<Problem>) -> String {
    let mut sources = vec![PathBuf::from(FILE), PathBuf::from("data")];
    if let Checker::Program { source, .. } = &challenge.checker {
        sources.push(source.clone());
    }
    if let Some(generator) = &challenge.generator {
        sources.extend([generator.source.clone(), generator.answers.clone()]);
    }
    if let Some(growth) = &challenge.growth {
        sources.push(growth.generator.clone());
        sources.extend(growth.answers.clone());
        // One of them, by the submission's language, is what it is compared with.
        let accepted = challenge.solutions.iter().filter(|solution| solution.expected == Verdict::AC);
        sources.extend(accepted.map(|solution| solution.path.clone()));
    }
    sources.extend(challenge.scoring.efficiency.iter().flat_map(|efficiency| efficiency.references.values().cloned()));
    let tiers = challenge.scoring.tiers.iter().flat_map(|tiers| &tiers.tiers);
    sources.extend(tiers.flat_map(|tier| tier.solutions.values().cloned()));
    let mut files: Vec<_> = sources.iter().flat_map(|source| folder.files_below(source, problems)).collect();
    files.sort();
    files.dedup();
    let mut fingerprint = Fingerprint::default();
    for path in files {
        let name: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        match folder.bytes(&path, u64::MAX) {
            Ok(content) => fingerprint = fingerprint.and(name.join("/")).and(content),
            Err(problem) => problems.push(problem),
        }
    }
    fingerprint.hex()
}
