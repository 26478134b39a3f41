//! Any text as a stored grade: it is refused, or every report of it is made.

#![no_main]

use assay_reporter::{Format, Grade, RenderOptions, redact, render};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(grade) = Grade::from_json(text) {
        for format in Format::ALL {
            render(&grade, format, &RenderOptions::default());
            render(&redact(&grade), format, &RenderOptions::default());
        }
    }
});
