//! That nothing is left out: every language of the list has every program of the table, and no other.

use std::collections::BTreeSet;

use crate::suite::languages::{folders, spoken};
use crate::suite::table::rows;
use crate::{TESTED, ground};

#[test]
fn every_language_of_the_list_has_conformance_programs_and_tests() {
    let (mut wrong, folders) = (Vec::new(), folders());
    for language in spoken(&ground::grader(1)) {
        let name = language.name();
        if !folders.contains(name) {
            wrong.push(format!("sandbox/{name}/conformance is missing: write the programs of the table in {name}"));
        }
        if !TESTED.contains(&name) {
            wrong.push(format!("add {name} to `languages!` in crates/assay/tests/conformance/main.rs"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_program_of_the_table_exists_in_every_language_or_is_declared_absent_with_a_reason() {
    let mut wrong = Vec::new();
    for language in spoken(&ground::grader(1)) {
        let wanted = rows().into_iter().filter(|row| row.absence(language.name()).is_none());
        let wanted: BTreeSet<String> = wanted.map(|row| language.file(row.program)).collect();
        let found = language.files();
        let say = |what: &str, file: &String| format!("sandbox/{}/conformance/{file} {what}", language.name());
        wrong.extend(wanted.difference(&found).map(|file| say("is missing", file)));
        wrong.extend(found.difference(&wanted).map(|file| say("is not in the table, or declared absent", file)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_program_that_must_fail_at_a_line_marks_that_line_once() {
    for language in spoken(&ground::grader(1)) {
        for program in ["exception", "compile_error"] {
            let source = std::fs::read_to_string(language.path(program)).unwrap();
            let marked = source.lines().filter(|line| line.contains("HERE")).count();
            assert_eq!(marked, 1, "{}", language.path(program).display());
        }
    }
}

#[test]
fn no_program_is_in_the_table_twice() {
    let mut names: Vec<_> = rows().iter().map(|row| row.program).collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
}
