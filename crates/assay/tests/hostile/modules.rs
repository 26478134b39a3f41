//! Modules that are none, or that the engine does not take, or that are dear to compile.

use assay::Verdict::{AC, CE};

use crate::row::{Row, row};
use crate::wat::{still, wat};

const GLOBAL: &str = "(global $g (mut i32) (i32.const 1))";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = modules();
    rows.extend(compilers());
    rows
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

/// Modules that are cheap to write and dear to compile.
fn compilers() -> Vec<Row> {
    let blocks = |count: usize| format!("{}{}", "(block ".repeat(count), ")".repeat(count));
    let multiply = "(global.set $g (i32.mul (global.get $g) (i32.const 3)))";
    let thousand = " (i32.const 7)".repeat(1000);
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

/// Nested blocks and a jump table to all of them, many times over.
fn branches(width: usize) -> String {
    let table = (0..width).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    let jumps = format!("(br_table {table} (i32.const 0))");
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
