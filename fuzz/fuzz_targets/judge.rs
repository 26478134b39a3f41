//! Any output against any answer, by every checker: a judgement, never a panic; equal bytes are right.

#![no_main]

use assay_challenge::{Captured, Checker, End, Limits, NumberTolerance, Outcome, Usage, Verdict};
use assay_reporter::judge;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|case: (&[u8], &[u8])| {
    let (output, answer) = case;
    let limits = Limits { cost: 1, memory: 1, stdout: 1 << 30, stderr: 1, wall_ms: 1 };
    let printed = |bytes: &[u8]| Outcome {
        end: End::Exit { code: 0 },
        usage: Usage::default(),
        stdout: Captured { bytes: bytes.to_vec(), total: bytes.len() as u64 },
        stderr: Captured::default(),
    };
    let numbers = NumberTolerance { absolute: Some(1e-6), relative: Some(1e-6), case_sensitive: false };
    for checker in [
        Checker::Exact,
        Checker::Lines,
        Checker::Tokens { case_sensitive: false },
        Checker::Numbers(numbers),
        Checker::UnorderedLines,
    ] {
        judge(&checker, &printed(output), &limits, answer);
        assert_eq!(judge(&checker, &printed(answer), &limits, answer).verdict, Verdict::AC);
    }
    judge(&Checker::Regex, &printed(output), &limits, answer);
});
