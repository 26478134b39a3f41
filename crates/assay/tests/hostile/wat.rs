//! Hostile modules: what they use up, how they fail, what they ask of the host.

use assay::Verdict::{AC, MLE, OLE, RTE, TLE, WA};

use crate::row::{Row, guest, row};

const IMPORTS: &str = r#"
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "clock_time_get" (func $time (param i32 i64 i32) (result i32)))
    (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (import "wasi_snapshot_preview1" "proc_raise" (func $raise (param i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_open"
        (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "sock_accept" (func $accept (param i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environment (param i32 i32) (result i32)))"#;

/// A module with one page of memory, the answer at 16, and `fields`; `_start` is `body`.
pub(crate) fn wat(fields: &str, body: &str) -> String {
    format!(
        r#"(module {IMPORTS}
            (memory (export "memory") 1)
            (data (i32.const 0) "\10\00\00\00\07\00\00\00") (data (i32.const 16) "ping 7\n") (data (i32.const 32) "/etc/passwd")
            {fields}
            (func $echo (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
            (func $start (export "_start") {body}))"#
    )
}

/// A module that does nothing, with `fields`.
pub(crate) fn still(fields: &str) -> String {
    format!(r#"(module {fields} (func (export "_start")))"#)
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = resources();
    rows.extend(traps());
    rows.extend(host_calls());
    rows
}

fn resources() -> Vec<Row> {
    vec![
        row("endless_loop.wat", TLE, "used its", guest!("endless_loop.wat")),
        row("endless_start_function.wat", TLE, "used its", still("(func $f (loop (br 0))) (start $f)")),
        row("endless_tail_calls.wat", TLE, "used its", wat("", "return_call $start")),
        row(
            "endless_fill.wat",
            TLE,
            "used its",
            wat("", "(loop (memory.fill (i32.const 99) (i32.const 1) (i32.const 65000)) (br 0))"),
        ),
        row(
            "endless_table_fill.wat",
            TLE,
            "used its",
            wat(
                "(table $t 50000 funcref)",
                "(loop (table.fill $t (i32.const 0) (ref.null func) (i32.const 50000)) (br 0))",
            ),
        ),
        row(
            "endless_refused_growth.wat",
            TLE,
            "used its",
            wat("(memory $m 0 0)", "(loop (drop (memory.grow $m (i32.const 9))) (br 0))"),
        ),
        row(
            "grows_without_end.wat",
            MLE,
            "64.1 MiB in all; 64 MiB allowed",
            wat("", "(loop (drop (memory.grow (i32.const 1))) (br 0))"),
        ),
        row(
            "grows_by_all_there_is.wat",
            MLE,
            "asked for 4 GiB",
            wat("", "(drop (memory.grow (i32.const 65535))) (call $echo)"),
        ),
        row(
            "grows_in_64_bits.wat",
            MLE,
            "asked for",
            wat("(memory $m i64 0)", "(drop (memory.grow $m (i64.const 0x1000000000000))) (call $echo)"),
        ),
        row("starts_too_large.wat", MLE, "asked for 4 GiB", "(module (memory 65536) (func (export \"_start\")))"),
        row("many_memories.wat", MLE, "asked for", still(&"(memory 64)".repeat(20))),
        row("many_empty_memories.wat", WA, "", still(&"(memory 0)".repeat(100))),
        row(
            "refused_by_its_own_maximum.wat",
            AC,
            "",
            wat(
                "(memory $m 0 1)",
                "(if (i32.ne (memory.grow $m (i32.const 2)) (i32.const -1)) (then unreachable)) (call $echo)",
            ),
        ),
        row(
            "table_grows_without_end.wat",
            AC,
            "",
            wat(
                "(table $t 0 funcref)",
                "(loop (br_if 0 (i32.ne (i32.const -1) (table.grow $t (ref.null func) (i32.const 1000))))) (call $echo)",
            ),
        ),
        row("table_starts_too_large.wat", RTE, "table", still("(table 50000000 funcref)")),
        row("many_tables.wat", RTE, "table", still(&"(table 50000 funcref)".repeat(50))),
        row("recursion.wat", RTE, "call stack", wat("", "(call $start) (call $echo)")),
        row(
            "recursion_with_many_locals.wat",
            RTE,
            "call stack",
            format!("(module (func $f (export \"_start\") {} (call $f)))", "(local v128)".repeat(2000)),
        ),
    ]
}

fn traps() -> Vec<Row> {
    vec![
        row("unreachable.wat", RTE, "unreachable", wat("", "unreachable")),
        row("start_function_fails.wat", RTE, "unreachable", still("(func $f unreachable) (start $f)")),
        row("divides_by_zero.wat", RTE, "divide by zero", wat("", "(drop (i32.div_s (i32.const 1) (i32.const 0)))")),
        row(
            "divides_the_smallest.wat",
            RTE,
            "overflow",
            wat("", "(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))"),
        ),
        row("converts_what_is_no_number.wat", RTE, "integer", wat("", "(drop (i32.trunc_f32_s (f32.const nan)))")),
        row("reads_out_of_bounds.wat", RTE, "out of bounds", wat("", "(drop (i32.load (i32.const -1)))")),
        row(
            "writes_out_of_bounds.wat",
            RTE,
            "out of bounds",
            wat("", "(i64.store offset=0xffffffff (i32.const -1) (i64.const 1))"),
        ),
        row(
            "fills_out_of_bounds.wat",
            RTE,
            "out of bounds",
            wat("", "(memory.fill (i32.const 65535) (i32.const 1) (i32.const 2))"),
        ),
        row(
            "calls_an_empty_place.wat",
            RTE,
            "uninitialized",
            wat("(table 1 funcref)", "(call_indirect (i32.const 0))"),
        ),
        row(
            "calls_past_the_table.wat",
            RTE,
            "out of bounds",
            wat("(table 1 funcref)", "(call_indirect (i32.const 1))"),
        ),
        row(
            "calls_another_type.wat",
            RTE,
            "mismatch",
            wat("(table 1 funcref) (elem (i32.const 0) $echo)", "(drop (call_indirect (result i64) (i32.const 0)))"),
        ),
        row("data_past_the_end.wat", RTE, "out of bounds", still("(memory 1) (data (i32.const 65530) \"0123456789\")")),
        row(
            "elements_past_the_end.wat",
            RTE,
            "out of bounds",
            still("(table 1 funcref) (elem (i32.const 1) $f) (func $f)"),
        ),
        row("exits_with_255.wat", RTE, "exit code 255", wat("", "(call $echo) (call $exit (i32.const 255))")),
        row("exits_with_minus_1.wat", RTE, "exit code -1", wat("", "(call $exit (i32.const -1))")),
        row("exits_with_zero.wat", AC, "", wat("", "(call $echo) (call $exit (i32.const 0)) unreachable")),
        row(
            "exits_while_starting.wat",
            AC,
            "",
            wat("(func $f (call $echo) (call $exit (i32.const 0))) (start $f)", "unreachable"),
        ),
        row("raises.wat", RTE, "", wat("", "(drop (call $raise (i32.const 9))) unreachable")),
    ]
}

fn host_calls() -> Vec<Row> {
    let refused = |call: &str| wat("", &format!("(if (i32.eqz {call}) (then unreachable)) (call $echo)"));
    vec![
        row(
            "endless_clock.wat",
            TLE,
            "used its",
            wat("", "(loop (drop (call $time (i32.const 1) (i64.const 0) (i32.const 64))) (br 0))"),
        ),
        row(
            "waits_for_the_clock.wat",
            TLE,
            "used its",
            wat(
                "",
                "(loop (drop (call $time (i32.const 0) (i64.const 0) (i32.const 64))) (br_if 0 (i64.lt_u (i64.load (i32.const 64)) (i64.const 1800000000000000000))))",
            ),
        ),
        row("endless_yield.wat", TLE, "used its", wat("", "(loop (drop (call $yield)) (br 0))")),
        row(
            "endless_random.wat",
            TLE,
            "used its",
            wat("", "(loop (drop (call $random (i32.const 0) (i32.const 65536))) (br 0))"),
        ),
        row(
            "reads_forever.wat",
            TLE,
            "used its",
            wat("", "(loop (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8))) (br 0))"),
        ),
        row("stdout_flood.wat", OLE, "64 KiB", wat("", "(loop (call $echo) (br 0))")),
        row(
            "stdout_flood_at_once.wat",
            OLE,
            "64 KiB",
            wat(
                "(data (i32.const 0) \"\\00\\00\\00\\00\\00\\00\\01\\00\\00\\00\\00\\00\\00\\00\\01\\00\")",
                "(drop (call $write (i32.const 1) (i32.const 0) (i32.const 2) (i32.const 64)))",
            ),
        ),
        row(
            "stderr_flood.wat",
            TLE,
            "used its",
            wat(
                "",
                "(call $echo) (loop (drop (call $write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8))) (br 0))",
            ),
        ),
        row(
            "writes_from_nowhere.wat",
            AC,
            "",
            refused("(call $write (i32.const 1) (i32.const -8) (i32.const 99) (i32.const 8))"),
        ),
        row(
            "writes_a_billion_buffers.wat",
            AC,
            "",
            refused("(call $write (i32.const 1) (i32.const 0) (i32.const 0x3fffffff) (i32.const 8))"),
        ),
        row("random_out_of_bounds.wat", AC, "", refused("(call $random (i32.const 1) (i32.const -1))")),
        row(
            "opens_passwd.wat",
            AC,
            "",
            refused(
                "(call $open (i32.const 3) (i32.const 0) (i32.const 32) (i32.const 11) (i32.const 0) (i64.const -1) (i64.const -1) (i32.const 0) (i32.const 64))",
            ),
        ),
        row("accepts_connections.wat", AC, "", refused("(call $accept (i32.const 0) (i32.const 0) (i32.const 64))")),
        row(
            "reads_environment.wat",
            AC,
            "",
            wat(
                "",
                "(drop (call $environment (i32.const 64) (i32.const 68))) (if (i32.load (i32.const 64)) (then unreachable)) (call $echo)",
            ),
        ),
        row(
            "calls_without_memory.wat",
            RTE,
            "",
            r#"(module (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32))) (func (export "_start") (drop (call $random (i32.const 0) (i32.const 8)))))"#,
        ),
    ]
}
