//! Hostile modules, as text and as bytes.

use std::fmt::Write;

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE, WA};

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
fn wat(fields: &str, body: &str) -> String {
    format!(
        r#"(module {IMPORTS}
            (memory (export "memory") 1)
            (data (i32.const 0) "\10\00\00\00\07\00\00\00") (data (i32.const 16) "ping 7\n") (data (i32.const 32) "/etc/passwd")
            {fields}
            (func $echo (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
            (func $start (export "_start") {body}))"#
    )
}

const GLOBAL: &str = "(global $g (mut i32) (i32.const 1))";

/// A module that does nothing, with `fields`.
fn still(fields: &str) -> String {
    format!(r#"(module {fields} (func (export "_start")))"#)
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = resources();
    rows.extend(traps());
    rows.extend(host_calls());
    rows.extend(modules());
    rows.extend(components());
    rows.extend(compilers());
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

fn modules() -> Vec<Row> {
    let start = "(func (export \"_start\"))";
    vec![
        row("unknown_import.wat", CE, "host", still("(import \"host\" \"shell\" (func))")),
        row(
            "import_of_another_type.wat",
            CE,
            "fd_write",
            still("(import \"wasi_snapshot_preview1\" \"fd_write\" (func))"),
        ),
        row("imports_a_memory.wat", CE, "memory", still("(import \"env\" \"memory\" (memory 1))")),
        row("no_start.wat", CE, "_start", "(module (func (export \"main\")))"),
        row("start_with_parameters.wat", CE, "_start", "(module (func (export \"_start\") (param i32)))"),
        row("start_is_a_memory.wat", CE, "_start", "(module (memory (export \"_start\") 1))"),
        row("text_with_an_error.wat", CE, "", "(module (func (export \"_start\") (i32.add)"),
        row(
            "wrong_types.wat",
            CE,
            "type mismatch",
            "(module (func (export \"_start\") (drop (i32.add (i64.const 1) (i32.const 1)))))",
        ),
        row("empty.wasm", CE, "", ""),
        row("only_a_header.wasm", CE, "_start", b"\0asm\x01\0\0\0".as_slice()),
        row("half_a_header.wasm", CE, "", b"\0asm\x01".as_slice()),
        row("truncated.wasm", CE, "unexpected end", b"\0asm\x01\0\0\0\x01\x04\x01\x60".as_slice()),
        row("noise.wasm", CE, "", noise(4096)),
        row("noise_behind_a_header.wasm", CE, "", [b"\0asm\x01\0\0\0".as_slice(), &noise(4096)].concat()),
        row("elf.wasm", CE, "", b"\x7fELF\x02\x01\x01\0".as_slice()),
        row("too_large.wasm", CE, "are allowed", [b"\0asm\x01\0\0\0".as_slice(), &vec![0; 17 << 20]].concat()),
        row("too_large.wat", CE, "are allowed", vec![b' '; 17 << 20]),
        row("threads.wat", CE, "threads", format!("(module (memory 1 1 shared) {start})")),
        row("garbage_collection.wat", CE, "", format!("(module (type (struct (field i32))) {start})")),
        row(
            "relaxed_simd.wat",
            CE,
            "relaxed",
            format!(
                "(module (func (param v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 0))) {start})"
            ),
        ),
        row("exceptions.wat", CE, "exceptions", format!("(module (tag) {start})")),
        row("nested_text.wat", CE, "", format!("(module {}", "(".repeat(200_000))),
        row("many_memories_by_far.wat", CE, "", still(&"(memory 0)".repeat(101))),
        row("too_many_parameters.wat", CE, "", format!("(module (func (param{})) {start})", " i32".repeat(1001))),
        row("too_many_locals.wat", CE, "", format!("(module (func (local{})) {start})", " i32".repeat(50_001))),
        row("cut_comment.wat", CE, "", "(; (module"),
    ]
}

fn components() -> Vec<Row> {
    vec![
        row("no_run.wat", CE, "wasi:cli/run", "(component)"),
        row("unknown_import_of_a_component.wat", CE, "host:shell", "(component (import \"host:shell/run\" (func)))"),
        row("component_endless_loop.wat", TLE, "used its", component("", "(loop (br 0)) (i32.const 0)")),
        row("component_fails.wat", RTE, "exit code 1", component("", "(i32.const 1)")),
        row("component_returns_nonsense.wat", RTE, "", component("", "(i32.const 7)")),
        row("component_traps.wat", RTE, "unreachable", component("", "unreachable")),
        row("component_makes_timers.wat", RTE, "", guest!("component_makes_timers.wat")),
        row("component_polls_for_long.wat", TLE, "used its", guest!("component_polls_for_long.wat")),
        row("component_random_flood.wat", TLE, "used its", guest!("component_random_flood.wat")),
        row("component_zero_flood.wat", OLE, "64 KiB", guest!("component_zero_flood.wat")),
        row("component_many_instances.wat", CE, "instances", many_instances()),
        row("component_of_components.wat", CE, "instances of its parts", nested(10, 8)),
        row("component_with_many_memories.wat", RTE, "more memories", many_memories()),
        row("component_sleeps_a_day.wat", WA, "", guest!("component_sleeps_a_day.wat")),
    ]
}

/// Modules that are cheap to write and dear to compile.
fn compilers() -> Vec<Row> {
    let blocks = |count: usize| format!("{}{}", "(block ".repeat(count), ")".repeat(count));
    let multiply = "(global.set $g (i32.mul (global.get $g) (i32.const 3)))";
    let thousand = (0..1000).map(|n| format!(" (i32.const {n})")).collect::<String>();
    let call = format!("(drop (call $wide{thousand})) (call $echo)");
    vec![
        row(
            "a_thousand_parameters.wat",
            AC,
            "",
            wat(&format!("(func $wide (param{}) (result i32) (local.get 999))", " i32".repeat(1000)), &call),
        ),
        row("many_locals.wat", AC, "", wat("", &format!("(local{}) (call $echo)", " i64".repeat(49_000)))),
        row("nested_blocks.wat", AC, "", wat("", &format!("{} (call $echo)", blocks(20_000)))),
        row("long_function.wat", CE, "a function has", wat(GLOBAL, &multiply.repeat(100_000))),
        row("rather_long_function.wat", AC, "", wat(GLOBAL, &format!("{} (call $echo)", multiply.repeat(10_000)))),
        row("wide_branch_table.wat", AC, "", wat("", &branches(2000))),
        row("many_functions.wat", AC, "", wat(&"(func (drop (i32.const 1)))".repeat(50_000), "(call $echo)")),
    ]
}

/// A command component whose `run` returns what `body` leaves: 0 for well, 1 for ill.
fn component(fields: &str, body: &str) -> String {
    format!(
        r#"(component
            (core module $m {fields} (func (export "run") (result i32) {body}))
            (core instance $i (instantiate $m))
            (func $run (result (result)) (canon lift (core func $i "run")))
            (instance $e (export "run" (func $run)))
            (export "wasi:cli/run@0.2.6" (instance $e)))"#
    )
}

/// A component that asks for more instances of a module than a sandbox may hold.
fn many_instances() -> String {
    let mut fields = String::new();
    for number in 0..12_000 {
        let _ = write!(fields, "(core instance $n{number} (instantiate $small))");
    }
    component("", "(i32.const 0)").replacen(
        "(component",
        &format!("(component (core module $small (func)) {fields}"),
        1,
    )
}

/// A component that instantiates another `width` times, which does so too, `depth` times over.
fn nested(width: usize, depth: usize) -> String {
    let mut inner = format!("(component $c (core module $m) {})", "(core instance (instantiate $m))".repeat(width));
    for _ in 0..depth {
        inner = format!("(component $c {inner} {})", "(instance (instantiate $c))".repeat(width));
    }
    component("", "(i32.const 0)").replacen("(component", &format!("(component {inner} (instance (instantiate $c))"), 1)
}

/// A component in which more memories come together than a module may have.
fn many_memories() -> String {
    let module = format!("(core module $many {})", "(memory 0)".repeat(100));
    let instances = "(core instance (instantiate $many))".repeat(20);
    component("", "(i32.const 0)").replacen("(component", &format!("(component {module} {instances}"), 1)
}

/// Nested blocks and a jump table to all of them, many times over.
fn branches(width: usize) -> String {
    let table: String = (0..width).map(|n| format!(" {n}")).collect();
    let jumps = format!("(br_table{table} (i32.const 0))");
    format!("{}{}{} (call $echo)", "(block ".repeat(width), jumps.clone(), ")".repeat(width))
}

/// Bytes that look random and are always the same.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    (0..count).map(|_| next()).collect()
}
