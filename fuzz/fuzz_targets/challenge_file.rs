//! Any bytes as `challenge.toml`: loading says what is wrong and never panics.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("challenge.toml"), bytes).expect("a file in it");
    if let Err(problems) = assay_challenge::load(folder.path()) {
        assert!(!problems.to_string().is_empty());
    }
});
