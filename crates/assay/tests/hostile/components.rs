//! Hostile components.

use std::fmt::Write;

use assay::Verdict::{CE, OLE, RTE, TLE, WA};

use crate::row::{Row, guest, row};

pub(crate) fn rows() -> Vec<Row> {
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
