//! Lines in any order, each as often as the answer has it.

use std::collections::BTreeMap;

use super::{Difference, Finding, Spread, lines};
use crate::quote::{count, quote};

pub(super) fn check(answer: &[u8], output: &[u8]) -> Finding {
    let (expected, actual) = (lines::forgiving(answer), lines::forgiving(output));
    let extra = beyond(&actual, &expected);
    let missing = beyond(&expected, &actual);
    let lacks = |line: usize| format!("missing {} (line {} of the answer)", quote(expected[line]), line + 1);
    let (place, message) = match (missing.first(), extra.first()) {
        (None, None) => return Finding::Agrees,
        (Some(&line), None) if actual.is_empty() => {
            let all = count(expected.len(), "line");
            ("line 1".to_owned(), format!("no output; {all} expected, first {}", quote(expected[line])))
        }
        (Some(&line), None) => {
            (format!("line {} of the answer", line + 1), format!("{}; {}", lacks(line), tally(&missing, &extra)))
        }
        (missing_line, Some(&line)) => {
            let place = format!("line {}", line + 1);
            let lacks = missing_line.map_or_else(String::new, |&line| format!("; {}", lacks(line)));
            let message =
                format!("{place}: {} is not expected{lacks}; {}", quote(actual[line]), tally(&missing, &extra));
            (place, message)
        }
    };
    Finding::Differs(Difference { place, message, spread: Spread::Lists { missing, extra } })
}

/// The lines that are beyond what the `other` side has of them, by their numbers.
fn beyond(lines: &[&[u8]], other: &[&[u8]]) -> Vec<usize> {
    let mut left: BTreeMap<&[u8], usize> = BTreeMap::new();
    for line in other {
        *left.entry(line).or_default() += 1;
    }
    let mut beyond = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        match left.get_mut(*line) {
            Some(times) if *times > 0 => *times -= 1,
            _ => beyond.push(n),
        }
    }
    beyond
}

fn tally(missing: &[usize], extra: &[usize]) -> String {
    format!("{} missing, {} extra in all", missing.len(), extra.len())
}
