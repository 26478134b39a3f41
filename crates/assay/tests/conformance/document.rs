//! That `docs/conformance.md` shows every language and program, each as the table says.
//!
//! Its costs are not compared. They follow from the engine and the packs, so that any change to these would have to touch
//! the document; and a pack that is a snapshot may cost a little differently where it was made on another system. That
//! costs repeat is tested where it can be: from run to run.

use crate::ground;
use crate::suite::languages::{root, spoken};
use crate::suite::table::rows;

#[test]
fn the_document_shows_every_language_and_program_as_the_table_has_them() {
    let text = std::fs::read_to_string(root().join("docs/conformance.md")).unwrap();
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let again = "print it again: cargo run -p assay --example conformance";
    let languages = spoken(&ground::grader(1));
    let titles: Vec<String> = languages.iter().map(|language| language.info.title.clone()).collect();
    let head = text.lines().find(|line| line.starts_with("| program |")).map(cells).unwrap_or_default();
    assert_eq!(head.get(2..), Some(titles.as_slice()), "{again}");
    for row in rows() {
        let start = format!("| `{}` |", row.program);
        let found = text.lines().find(|line| line.starts_with(&start)).map(cells).unwrap_or_default();
        assert_eq!(found.get(1).map(String::as_str), Some(row.verdict.word()), "{}: {again}", row.program);
        for (language, cell) in languages.iter().zip(&found[2..]) {
            let mark = if row.absence(language.name()).is_some() { "—" } else { "✓" };
            assert!(cell.starts_with(mark), "{} in {}: {cell:?}; {again}", row.program, language.name());
        }
    }
}
