//! What submissions to one small challenge must earn: the table behind the tests of reports.

use std::path::Path;
use std::sync::Arc;

use assay::Verdict::{self, AC, CE, MLE, OLE, RTE, SK, TLE, WA};
use assay::{Challenge, Grade, Points};

use crate::ground::{challenge, grader, submission};

/// What stands in hidden inputs, and the same backwards in hidden answers.
pub(crate) const HIDDEN: [&str; 2] = ["qzhidden", "neddihzq"];

/// A submission, and the verdicts and points it must earn.
pub(crate) struct Expectation {
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
    pub(crate) verdict: Verdict,
    pub(crate) points: u32,
    /// Of the sample, the two basic cases and the two at the edge.
    pub(crate) cases: [Verdict; 5],
}

impl Expectation {
    /// On how many hidden cases its cost is compared with the tiers' solutions, which are in Python.
    pub(crate) fn compared(&self) -> usize {
        let right = self.cases[1..].iter().filter(|verdict| **verdict == AC).count();
        if submission(self.name, "").language.as_str() == "python" { right } else { 0 }
    }
}

/// The challenge's tiers, the cheapest first.
pub(crate) const TIERS: [&str; 2] = ["by a slice", "letter by letter"];

const NONE: [Verdict; 5] = [SK; 5];

pub(crate) const EXPECTATIONS: [Expectation; 11] = [
    expect("right.py", "print(input()[::-1])", AC, 100, [AC; 5]),
    expect("right.c", RIGHT_C, AC, 100, [AC; 5]),
    expect("prints_the_input.py", "print(input())", WA, 0, [WA, WA, WA, WA, SK]),
    expect("wrong_for_one.py", "s = input()\nprint(s[::-1] if 'two' not in s else s)", WA, 80, [AC, AC, WA, AC, AC]),
    expect("wrong_at_the_edge.py", "s = input()\nprint(s[::-1][:30])", WA, 40, [AC, AC, AC, WA, SK]),
    expect(
        "slow_at_the_edge.py",
        "s = input()\nwhile len(s) > 30: pass\nprint(s[::-1])",
        TLE,
        40,
        [AC, AC, AC, TLE, SK],
    ),
    expect(
        "fails_at_the_edge.py",
        "s = input()\nassert len(s) < 30, s\nprint(s[::-1])",
        RTE,
        40,
        [AC, AC, AC, RTE, SK],
    ),
    expect("greedy.py", "s = input() * 9**8", MLE, 0, [MLE, MLE, MLE, MLE, SK]),
    expect("talkative.py", "while True: print(input)", OLE, 0, [OLE, OLE, OLE, OLE, SK]),
    expect("broken.py", "print(", CE, 0, NONE),
    expect("silent.wat", "(module (func (export \"_start\")))", WA, 0, [WA, WA, WA, WA, SK]),
];

const RIGHT_C: &str = "#include <stdio.h>\n#include <string.h>\nint main(void) { char s[256]; fgets(s, 256, stdin);\n\
                       for (int i = strcspn(s, \"\\n\"); i-- > 0;) putchar(s[i]); putchar('\\n'); }";

const fn expect(
    name: &'static str,
    source: &'static str,
    verdict: Verdict,
    points: u32,
    cases: [Verdict; 5],
) -> Expectation {
    Expectation { name, source, verdict, points, cases }
}

/// Print the line backwards; half of the groups' behaviours are used.
pub(crate) fn backwards(folder: &Path, feedback: &str) -> Arc<Challenge> {
    let settings = format!(
        "feedback = \"{feedback}\"\n[limits]\ntime = \"100ms\"\nmemory = \"64 MiB\"\noutput = \"4 KiB\"\nwall = \"10min\"\n\
         [limits.multipliers]\npython = 3.0\n[groups.\"secret/basic\"]\nweight = 40\n\
         [groups.\"secret/edge\"]\nweight = 60\naggregate = \"min\"\nstop_at_failure = true\n\
         [[scoring.tiers.solutions]]\nname = \"{}\"\npython = \"submissions/accepted/slice.py\"\n\
         [[scoring.tiers.solutions]]\nname = \"{}\"\npython = \"submissions/accepted/letters.py\"\n",
        TIERS[0], TIERS[1],
    );
    let files = [
        ("sample/01-word", "word"),
        ("secret/basic/01-one", "qzhidden one"),
        ("secret/basic/02-two", "qzhidden two"),
        ("secret/edge/01-long", "qzhidden and a lot of text behind it"),
        ("secret/edge/02-longer", "qzhidden and even more text behind it, and more"),
    ];
    let mut data = Vec::new();
    for (case, line) in files {
        data.push((format!("{case}.in"), format!("{line}\n")));
        data.push((format!("{case}.ans"), format!("{}\n", line.chars().rev().collect::<String>())));
    }
    let letters = "s = input()\nbackwards = ''\nfor place in range(len(s)):\n    backwards = s[place] + backwards\n";
    data.push(("../submissions/accepted/slice.py".to_owned(), "print(input()[::-1])\n".to_owned()));
    data.push(("../submissions/accepted/letters.py".to_owned(), format!("{letters}print(backwards)\n")));
    let data: Vec<(&str, &str)> = data.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    challenge(folder, &format!("backwards-{feedback}"), &settings, &data)
}

/// All submissions of the table, graded.
pub(crate) async fn grades(challenge: &Arc<Challenge>) -> Vec<(&'static Expectation, Grade)> {
    let grader = grader(2);
    let mut grades = Vec::new();
    for expected in &EXPECTATIONS {
        let grade = grader.grade(challenge, &submission(expected.name, expected.source)).await;
        grades.push((expected, grade.unwrap_or_else(|error| panic!("{}: {error}", expected.name))));
    }
    grades
}

#[tokio::test(flavor = "multi_thread")]
async fn every_submission_earns_the_verdicts_and_points_of_the_table() {
    let folder = tempfile::tempdir().unwrap();
    for (expected, grade) in grades(&backwards(folder.path(), "verdict")).await {
        let verdicts: Vec<Verdict> = grade.cases.iter().map(|case| case.verdict).collect();
        assert_eq!(verdicts, expected.cases, "{}", expected.name);
        assert_eq!(grade.verdict, expected.verdict, "{}", expected.name);
        assert_eq!(grade.score.points, Points::whole(expected.points), "{}", expected.name);
        let compared = grade.tiers.as_ref().map_or(0, |between| between.cases);
        assert_eq!(compared, expected.compared() as u64, "{}", expected.name);
    }
}
