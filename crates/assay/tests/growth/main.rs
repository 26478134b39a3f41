//! That the growth of programs whose growth is known is found, or said to be undecided, and never taken for another.

#[allow(dead_code, reason = "submissions and challenges come from the suite")]
#[path = "../ground/mod.rs"]
mod ground;
mod suite;

use std::collections::BTreeSet;

use suite::bench::{Bench, programs, root};
use suite::table::rows;

/// Of all that is known, so many percent are found at least.
const FOUND: usize = 90;

#[tokio::test(flavor = "multi_thread")]
async fn every_class_is_found_or_undecided_and_nine_in_ten_are_found() {
    let bench = Bench::open(ground::grader(2)).unwrap();
    let (mut all, mut found, mut wrong) = (0, 0, Vec::new());
    for row in rows() {
        for one in bench.find(&row).await.unwrap_or_else(|error| panic!("{}: {error}", row.file)) {
            all += 1;
            found += usize::from(one.fit.class == Some(one.known));
            if one.misfit.is_none() && one.fit.class.is_some_and(|class| class != one.known) {
                wrong.push(format!("{} of {} is {}, not {:?}", one.what, one.file, one.known, one.fit));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found * 100 >= all * FOUND, "{found} of {all} are found");
}

#[test]
fn every_program_is_in_the_table_once() {
    let listed: Vec<String> = rows().iter().map(|row| row.file.to_owned()).collect();
    let files = std::fs::read_dir(programs()).unwrap();
    let files: BTreeSet<String> = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), files);
    assert_eq!(listed.len(), files.len(), "no program is there twice");
}

#[test]
fn the_document_shows_every_program() {
    let text = std::fs::read_to_string(root().join("docs/growth.md")).unwrap();
    for row in rows() {
        let line = format!("| `{}` | {} |", row.file, row.cost);
        assert!(text.contains(&line), "{line}: print it again: cargo run -p assay --example growth");
    }
}
