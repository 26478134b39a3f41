//! That nothing written into `challenge.toml` brings the loader down.

use assay_challenge::load;
use proptest::prelude::*;

use crate::{Folder, TOML};

/// Pieces of TOML, sound and not, from which files are put together.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(
            &[
                "id",
                "title",
                "limits",
                "groups",
                "hints",
                "scoring",
                "efficiency",
                "checker",
                "\"secret/edge\"",
                "weight",
                "=",
                ".",
                "[",
                "]",
                "[[",
                "]]",
                "{",
                "}",
                ",",
                "\n",
                "\"sum\"",
                "\"1s\"",
                "1",
                "-1",
                "1e999",
                "nan",
                "true",
                "0x7fffffffffffffffff",
                "1979-05-27",
                "\"../..\"",
                "'''",
                "\"\\u0000\"",
            ][..]
        )
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn no_bytes_in_the_file_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = Folder::new("");
        folder.write("challenge.toml", &bytes);
        prop_assert!(load(&folder.root).is_err_and(|problems| !problems.0.is_empty()));
    }

    #[test]
    fn no_pieces_of_a_file_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        let folder = Folder::new(&pieces.concat());
        prop_assert!(load(&folder.root).is_ok() || !folder.problems().is_empty());
    }

    #[test]
    fn no_mangled_file_panics(at in 0..TOML.len(), with in ".{0,6}", cut in 0..20_usize) {
        let end = TOML.len().min(at + cut);
        let folder = Folder::new(&format!("{}{with}{}", &TOML[..at], &TOML[end..]));
        let _ = load(&folder.root);
    }
}

#[test]
fn a_file_of_brackets_or_dots_does_not_exhaust_the_stack() {
    for toml in ["a.".repeat(400_000) + "a = 1", "a = ".to_owned() + &"[".repeat(1 << 19), "[a]\n".repeat(100_000)] {
        assert!(load(&Folder::new(&toml).root).is_err());
    }
}
