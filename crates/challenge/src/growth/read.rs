//! The tables `growth` and `scoring.growth`, with every problem in them.

use std::collections::BTreeMap;

use super::{LARGEST, filled};
use crate::file::{GrowthFile, GrowthScoringFile, SizeRange, SizesFile};
use crate::problem::Problem;
use crate::table::Table;
use crate::{Growth, GrowthClass};

const PROGRAM: &str = "the path of a generator's source, such as `\"generator/gen.py\"`";
const SOLUTION: &str = "the path of an accepted solution, such as `\"submissions/accepted/solution.py\"`";
const INPUT: &str = "what the generator reads, such as `\"seed={seed} n={n}\"`";
const SIZES: &str = "a range such as `{ from = 256, to = 16384 }`, or a list such as `[4, 6, 8, 10, 12, 14]`";
const CLASS: &str = "a class in quotes: \"1\", \"log n\", \"sqrt n\", \"n\", \"n log n\", \"n^2\", \"n^3\" or \"2^n\"";

/// How many sizes there may be: fewer say nothing, and more take time.
const MANY: std::ops::RangeInclusive<usize> = 5..=32;

/// Reads the table `growth`.
pub(crate) fn growth(mut table: Table<'_>, problems: &mut Vec<Problem>) -> GrowthFile {
    let input = table.need_text("input", INPUT, problems);
    if input.as_ref().is_some_and(|input| filled(input, 1).1 == 0) {
        let help = format!("write `{{n}}` where the size stands: {INPUT}");
        problems.push(table.problem("input", "does not name the size", help));
    }
    let sizes: Option<SizesFile> = table.need("sizes", SIZES, problems);
    if let Some(complaint) = sizes.as_ref().and_then(|file| complaint(&sizes_of(file))) {
        problems.push(table.problem("sizes", complaint, format!("write {SIZES}")));
    }
    let file = GrowthFile {
        input: input.unwrap_or_default(),
        sizes: sizes.unwrap_or_else(|| SizesFile::List(Vec::new())),
        generator: table.take("generator", PROGRAM, problems),
        answers: table.take("answers", SOLUTION, problems),
        expected: table.take("expected", CLASS, problems),
    };
    table.finish(problems);
    file
}

/// Reads the table `scoring.growth`.
pub(crate) fn scoring(mut table: Table<'_>, problems: &mut Vec<Problem>) -> Option<GrowthScoringFile> {
    let share: Option<u32> = table.need("share", "percent of the points, such as `20`", problems);
    if share.is_some_and(|share| !(1..=99).contains(&share)) {
        let help = "write a number in between, such as `20`";
        problems.push(table.problem("share", "lies outside 1 to 99 percent", help));
    }
    let shape = "percent of the share for this class and all that grow slower, such as `\"n log n\" = 100`";
    let marks: Option<BTreeMap<GrowthClass, u32>> = table.need("marks", shape, problems);
    let rising = |marks: &BTreeMap<GrowthClass, u32>| marks.values().is_sorted_by(|slow, fast| slow >= fast);
    match &marks {
        Some(marks) if marks.is_empty() => problems.push(table.problem("marks", "is empty", format!("write {shape}"))),
        Some(marks) if marks.values().any(|marks| *marks > 100) => {
            problems.push(table.problem("marks", "gives more than 100 percent", "write 0 to 100 for each class"));
        }
        Some(marks) if !rising(marks) => {
            let help = "give a class that grows faster no more than one that grows slower";
            problems.push(table.problem("marks", "gives more for growing faster", help));
        }
        _ => {}
    }
    table.finish(problems);
    Some(GrowthScoringFile { share: share?, marks: marks? })
}

/// The sizes that are written, or meant by a range.
pub(crate) fn sizes_of(file: &SizesFile) -> Vec<u64> {
    match file {
        SizesFile::List(sizes) => sizes.clone(),
        SizesFile::Range(SizeRange { from, to, factor }) => {
            let next = |size: &u64| size.checked_mul(u64::from(*factor)).filter(|next| next > size && next <= to);
            // One more than there may be is enough to be told so.
            std::iter::successors(Some(*from), next).take(MANY.end() + 1).collect()
        }
    }
}

fn complaint(sizes: &[u64]) -> Option<String> {
    if !MANY.contains(&sizes.len()) {
        return Some(format!("gives {} sizes, and {} to {} are needed", sizes.len(), MANY.start(), MANY.end()));
    }
    if !sizes.is_sorted_by(|small, large| small < large) {
        return Some("is not in rising order".to_owned());
    }
    let outside = sizes.iter().find(|size| !(1..=LARGEST).contains(*size))?;
    Some(format!("holds {outside}, which lies outside 1 to {LARGEST}"))
}

impl GrowthFile {
    /// As it is measured; `generator` and `answers` are those of the challenge where it names none of its own.
    pub(crate) fn resolved(&self, generator: std::path::PathBuf, answers: Option<std::path::PathBuf>) -> Growth {
        let (input, sizes) = (self.input.clone(), sizes_of(&self.sizes));
        Growth { generator, answers, input, sizes, expected: self.expected }
    }
}
