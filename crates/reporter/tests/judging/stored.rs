//! A stored grade reads back as it was, and its schema is the one in the documentation.

use std::path::Path;

use assay_reporter::{Grade, GradeError, Points, grade_schema as schema};
use proptest::prelude::*;

use crate::redaction::grade;

#[test]
fn a_grade_reads_back_as_it_was_written_byte_for_byte() {
    let grade = grade("value");
    let json = grade.to_json();
    assert!(json.ends_with("}\n"));
    let again = Grade::from_json(&json).expect("it was just written");
    assert_eq!(again, grade);
    assert_eq!(again.to_json(), json);
}

#[test]
fn a_grade_of_another_schema_is_refused_by_its_name() {
    let json = r#"{"schema": "assay.grade/2", "anything": 1}"#;
    let error = Grade::from_json(json).expect_err("another version wrote it");
    assert!(matches!(&error, GradeError::Schema { found } if found == "assay.grade/2"));
    assert!(error.to_string().contains(r#""assay.grade/2""#));
}

#[test]
fn text_that_is_no_grade_is_refused_with_its_place() {
    for json in ["", "[]", "{}", "{\"schema\": 1}", "{\"schema\": \"assay.grade/1\"}"] {
        let error = Grade::from_json(json).expect_err("it is no grade");
        assert!(error.to_string().contains("line 1 column"), "{error}");
    }
}

#[test]
fn every_key_is_always_there() {
    let json: serde_json::Value = serde_json::from_str(&grade("value").to_json()).expect("JSON");
    let schema = schema();
    let required = schema["required"].as_array().expect("a list").len();
    let optional = ["compile", "growth", "profile", "tiers"].len();
    assert_eq!(json.as_object().map(serde_json::Map::len), Some(required + optional));
}

/// Set `UPDATE_SCHEMAS=1` to write the file anew.
#[test]
fn the_schema_in_the_documentation_is_the_one_of_this_version() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/grade.schema.json");
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        let json = serde_json::to_string_pretty(&schema()).expect("a schema is JSON") + "\n";
        std::fs::create_dir_all(path.with_file_name("")).expect("the folder can be made");
        std::fs::write(&path, json).expect("the file can be written");
    }
    let file = std::fs::read_to_string(&path).expect("docs/grade.schema.json is there");
    let file: serde_json::Value = serde_json::from_str(&file).expect("it is JSON");
    assert_eq!(file, schema(), "run the tests with UPDATE_SCHEMAS=1 and commit the file");
}

proptest! {
    #[test]
    fn points_are_stored_exactly_with_at_most_three_decimals(milli in 0..1_000_000_000_000_000_u64) {
        let points = Points::from_milli(milli);
        let json = serde_json::to_string(&points).expect("a number");
        prop_assert_eq!(&json, &points.to_string());
        prop_assert_eq!(serde_json::from_str::<Points>(&json).expect("the same number"), points);
    }
}
