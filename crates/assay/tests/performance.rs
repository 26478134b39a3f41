//! The tables of the bench, as they are written into a document.

#[allow(dead_code, reason = "the bench needs more of it")]
#[path = "../benches/whole/table.rs"]
mod table;

use std::time::Duration;

use table::{Table, digits, ratio, replace, time};

#[test]
fn a_table_is_markdown_with_its_notes_below() {
    let mut table = Table::new(["language", "time"]);
    table.row(["C".to_owned(), "1 ms".to_owned()]);
    table.note("The best of three.");
    assert_eq!(table.to_string(), "| language | time |\n| :-- | --: |\n| C | 1 ms |\n\nThe best of three.\n");
}

#[test]
fn figures_have_three_digits_and_a_fitting_unit() {
    let times = [90_000, 1_234_000, 45_600_000, 1_500_000_000, 120_000_000_000].map(Duration::from_nanos);
    assert_eq!(times.map(time), ["90.0 µs", "1.23 ms", "45.6 ms", "1.50 s", "120 s"]);
    assert_eq!([0.014, 9.999, 10.5, 1234.5].map(digits), ["0.014", "10.00", "10.5", "1234"]);
    assert_eq!(ratio(times[1], Some(times[0])), "×13.7");
    assert_eq!(ratio(times[1], None), "—");
}

#[test]
fn only_what_stands_between_a_tables_markers_is_replaced() {
    let document = "# Speed\n\nWords.\n\n<!-- a -->\nold\n<!-- end -->\n\nMore.\n<!-- b -->\n<!-- end -->\n";
    let written = replace(document, "b", "new\n").unwrap();
    assert_eq!(
        written,
        "# Speed\n\nWords.\n\n<!-- a -->\nold\n<!-- end -->\n\nMore.\n<!-- b -->\n\nnew\n\n<!-- end -->\n"
    );
    assert_eq!(replace(&written, "b", "new").unwrap(), written, "writing the same again changes nothing");
    assert!(replace(document, "c", "").unwrap_err().contains("<!-- c -->"));
}

#[test]
fn the_document_has_a_place_for_every_table() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let document = std::fs::read_to_string(root.join("docs/performance.md")).unwrap();
    let options = std::fs::read_to_string(root.join("crates/assay/benches/whole/options.rs")).unwrap();
    let named = options
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Self::")?.split_once(" => \"")?.1.split('"').next());
    let names: Vec<&str> = named.collect();
    assert_eq!(names.len(), 10);
    for name in names {
        replace(&document, name, "").unwrap();
    }
}
