//! Comparing an output with its expected answer, one file for each family of checkers.
//!
//! Checkers read bytes, never text: a submission may print anything. They know nothing of runs and limits.

mod exact;
mod lines;
mod numbers;
mod pattern;
mod tokens;
mod unordered;

use assay_challenge::Checker;

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// The output is right.
    Agrees,
    /// The output is wrong.
    Differs(Difference),
    /// The challenge cannot be judged, for this reason.
    Broken(String),
}

/// Where and how an output differs from the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The first differing place in words, such as `line 3, token 2`.
    pub(crate) place: String,
    /// One line that says what is wrong there.
    pub(crate) message: String,
    /// What a difference for people starts from.
    pub(crate) spread: Spread,
}

/// Which lines differ; all numbers count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spread {
    /// From these lines on.
    From {
        /// The line of the answer.
        expected: usize,
        /// The line of the output.
        actual: usize,
    },
    /// Just these lines, wherever they stand.
    Lists {
        /// Lines of the answer that the output lacks.
        missing: Vec<usize>,
        /// Lines of the output that the answer lacks.
        extra: Vec<usize>,
    },
}

/// Compares `output` with `answer` as `checker` says.
pub(crate) fn check(checker: &Checker, answer: &[u8], output: &[u8]) -> Finding {
    match checker {
        Checker::Exact => exact::check(answer, output),
        Checker::Lines => lines::check(answer, output),
        Checker::Tokens { case_sensitive } => {
            tokens::check(answer, output, |expected, actual| tokens::same(expected, actual, *case_sensitive))
        }
        Checker::Numbers(tolerance) => numbers::check(answer, output, tolerance),
        Checker::UnorderedLines => unordered::check(answer, output),
        Checker::Regex => pattern::check(answer, output),
        Checker::Value(_) => Finding::Broken("typed values are compared call by call, not as text".to_owned()),
        Checker::Program { .. } => {
            Finding::Broken("this challenge's checker is a program, which has to be run to judge an output".to_owned())
        }
    }
}

#[cfg(test)]
mod tests;
