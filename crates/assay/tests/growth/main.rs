//! That the growth of programs whose growth is known is found, or said to be undecided, and never taken for another.

#[allow(dead_code, reason = "submissions and challenges come from the suite")]
#[path = "../ground/mod.rs"]
mod ground;
mod suite;

use std::collections::BTreeSet;

use suite::bench::{Bench, programs, root};
use suite::table::rows;

/// Of all that is known of cost and of memory, so many percent are found at least. Memory is known in larger steps, and
/// seen only where it is more than a runtime has to spare.
const FOUND: [(&str, usize); 2] = [("cost", 90), ("memory", 75)];

#[tokio::test(flavor = "multi_thread")]
async fn every_class_is_found_or_undecided_and_most_are_found() {
    let bench = Bench::open(ground::grader(2)).unwrap();
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for row in rows() {
        for one in bench.find(&row).await.unwrap_or_else(|error| panic!("{}: {error}", row.file)) {
            all.push((one.what, one.fit.class == Some(one.known)));
            if one.misfit.is_none() && one.fit.class.is_some_and(|class| class != one.known) {
                wrong.push(format!("{} of {} is {}, not {:?}", one.what, one.file, one.known, one.fit));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (what, percent) in FOUND {
        let found: Vec<bool> = all.iter().filter(|one| one.0 == what).map(|one| one.1).collect();
        let count = found.iter().filter(|found| **found).count();
        assert!(count * 100 >= found.len() * percent, "{what}: {count} of {} are found", found.len());
    }
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
