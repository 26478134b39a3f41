//! The table: every conformance program, what it is given and what must come of it.
//!
//! Programs are judged at a size that a candidate might meet. Each is then run twenty times at its second size, which is
//! smaller where the first takes long, to see that its cost is the same: a difference between two runs shows at any size.

use assay::Verdict::{CE, MLE, OLE, RTE, TLE};

use super::row::{Errors, Output, Row, Scale, row};

const MIB: u64 = 1 << 20;

/// Every program of the suite.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows = streams();
    rows.extend(failures());
    rows.extend(values());
    rows.extend(surroundings());
    rows.extend(workloads());
    rows
}

fn streams() -> Vec<Row> {
    vec![
        row("echo", Output::Input).reads(bytes).sized(1_000_000, 5_000),
        row("sum", Output::Made(sum)).reads(numbers).sized(1_000_000, 10_000),
        row("unicode", Output::Text("19\nẞ🦀 本日 — \u{301}efac evïan\n"))
            .reads(|_| "naïve cafe\u{301} — 日本 🦀ẞ\n".as_bytes().to_vec()),
        row("eof", Output::Text("0\n")),
        row("no_final_newline", Output::Text("3")).reads(|_| b"a b c".to_vec()),
        Row { stderr: Errors::Text("err\n"), ..row("stderr", Output::Text("out\n")) },
        row("many_lines", Output::Made(|_| lines(0..200_000))),
    ]
}

fn failures() -> Vec<Row> {
    let less = Scale { time_ms: 2, memory: 64 * MIB, output: 64 << 10, ..Scale::default() };
    vec![
        row("exit_code", Output::Text("bye\n")).fails(RTE, "exit code 7", Errors::Text("")),
        row("exception", Output::Text("")).fails(RTE, "", Errors::Marked("boom 42")),
        row("stack_overflow", Output::Text("")).fails(RTE, "", Errors::Any),
        row("compile_error", Output::Text("")).fails(CE, "", Errors::Marked("")),
        row("time_limit", Output::Text(""))
            .fails(TLE, "used its", Errors::Text(""))
            .within(Scale { time_ms: 20, ..Scale::default() }, less),
        row("memory_limit", Output::Text(""))
            .fails(MLE, "asked for", Errors::Text(""))
            .within(Scale::default(), Scale { time_ms: 1000, ..less }),
        row("output_limit", Output::Over("spam\n"))
            .fails(OLE, "wrote more than the 1 MiB allowed", Errors::Text(""))
            .within(Scale { output: MIB, ..Scale::default() }, Scale { output: MIB, ..Scale::default() }),
    ]
}

fn values() -> Vec<Row> {
    vec![
        row(
            "integers",
            Output::Text("9223372036854775807\n-9223372036854775808\n9007199254740993\n9223372033963249500\n"),
        ),
        row("floats", Output::Text("0.333333\n2.500000\n-0.000000\n123456789.125000\n142857142857142.843750\n")),
        row(
            "bigint",
            Output::Text(
                "1606938044258990275541962092341162602522202993782792835301376\n\
                 30414093201713378043612608166064768844377641568960512000000000000\n",
            ),
        )
        .absent(&[
            ("c", "the library has no integers of any size"),
            ("cpp", "the library has no integers of any size"),
            ("rust", "the library has no integers of any size"),
        ]),
        row("objects", Output::Text("circle 7.07\nrectangle 7.00\nsquare 16.00\ntotal 30.07\n")),
        row("closures", Output::Text("1330\n1 2 3\n")),
        row("deep_recursion", Output::Text("50005000\n")),
    ]
}

fn surroundings() -> Vec<Row> {
    vec![
        row("date", Output::Text("2026-01-01\n")),
        row("random", Output::Draws(3)),
        row("sleep", Output::Text("5\n")),
        row("denied", Output::Text("denied\n")),
    ]
}

/// The programs languages are calibrated with. What they print was computed by C and by Python outside of the sandbox.
fn workloads() -> Vec<Row> {
    let work = |program, stdout| row(program, Output::Text(stdout)).reads(size);
    vec![
        work("sort", "501126271\n").sized(20_000, 500),
        work("hash_map", "20000 99990000\n").sized(20_000, 500),
        work("matrix", "8159.750\n").sized(60, 8),
        work("heap", "642326335\n").sized(10_000, 500),
        work("grid", "2998\n").sized(1500, 10),
        work("expression", "41716670000\n").sized(5_000, 100),
        work("strings", "100 200 77999\n").sized(20_000, 500),
        work("fnv", "21b85c05\n").sized(100_000, 1_000),
    ]
}

/// The size itself, on a line.
pub(crate) fn size(n: u64) -> Vec<u8> {
    format!("{n}\n").into_bytes()
}

/// Every byte there is, in an order without meaning and without a newline at the end.
fn bytes(n: u64) -> Vec<u8> {
    (0..n).map(|i| u8::try_from(i * i * 31 % 251 + i % 5).unwrap_or(0)).chain([0xFF, 0, b'.']).collect()
}

fn number(i: u64) -> i64 {
    i64::try_from(i * 7919 % 2_000_003).unwrap_or(0) - 1_000_001
}

fn numbers(n: u64) -> Vec<u8> {
    lines((0..n).map(number))
}

fn sum(n: u64) -> Vec<u8> {
    lines([(0..n).map(number).sum::<i64>()])
}

fn lines<T: ToString>(items: impl IntoIterator<Item = T>) -> Vec<u8> {
    items.into_iter().flat_map(|item| (item.to_string() + "\n").into_bytes()).collect()
}
