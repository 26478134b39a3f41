//! Components in text, flattened and run.

use wasmtime::{Engine, Instance, Linker, Module, Store};

use super::flatten;

/// Two libraries that find each other through a third, which holds memory, table and variables, as linkers make them.
fn linked(second: &str) -> String {
    format!(
        r#"(component
            (core module $base
                (type $unary (func (param i32) (result i32)))
                (memory (export "memory") 1) (table (export "table") 4 funcref)
                (global (export "base") i32 (i32.const 64)) (global (export "slot") i32 (i32.const 2))
                (global (export "count") (mut i32) (i32.const 5))
                (data (i32.const 64) "\07")
                (func (export "twice") (param i32) (result i32)
                    local.get 0 i32.const 2 call_indirect (type $unary)))
            (core module $first
                (import "env" "memory" (memory 1)) (import "env" "base" (global $base i32))
                (import "env" "twice" (func $twice (param i32) (result i32)))
                (import "env" "count" (global $count (mut i32)))
                (func (export "answer") (param i32) (result i32)
                    (global.set $count (i32.add (global.get $count) (i32.const 1)))
                    (i32.add (global.get $count)
                        (i32.add (call $twice (local.get 0)) (i32.load8_u (global.get $base)))))
                (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable))
            (core module $second {second})
            (core instance $b (instantiate $base))
            (core instance $f (instantiate $first (with "env" (instance $b))))
            (core instance $s (instantiate $second (with "env" (instance $b))))
            (func (export "answer") (param "n" u32) (result u32) (canon lift (core func $f "answer"))))"#
    )
}

const SECOND: &str = r#"(import "env" "table" (table 4 funcref)) (import "env" "slot" (global $slot i32))
    (func $double (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))
    (elem (global.get $slot) func $double)"#;

fn flat(text: &str) -> Result<Vec<u8>, String> {
    flatten(&wat::parse_str(text).unwrap()).map_err(|error| error.to_string())
}

#[test]
fn linked_modules_do_as_one_what_they_did_together() {
    let text = linked(SECOND);
    let module = flat(&text).unwrap();
    let engine = Engine::default();
    let module = Module::new(&engine, module).unwrap();
    assert_eq!(module.imports().len(), 0);
    let mut store = Store::new(&engine, ());
    let instance: Instance = Linker::new(&engine).instantiate(&mut store, &module).unwrap();
    let answer = instance.get_typed_func::<u32, u32>(&mut store, "answer").unwrap();
    // 6 calls counted, twice 10, and the byte at the base.
    assert_eq!(answer.call(&mut store, 10).unwrap(), 6 + 20 + 7);
    assert_eq!(answer.call(&mut store, 10).unwrap(), 7 + 20 + 7);
}

#[test]
fn what_is_never_set_is_written_as_its_value_and_a_call_through_the_table_goes_to_the_function() {
    let text = linked(SECOND);
    let module = wasmparser::Parser::new(0);
    let flat = flat(&text).unwrap();
    let mut calls = Vec::new();
    for payload in module.parse_all(&flat) {
        if let wasmparser::Payload::CodeSectionEntry(body) = payload.unwrap() {
            for operator in body.get_operators_reader().unwrap() {
                match operator.unwrap() {
                    wasmparser::Operator::Call { function_index } => calls.push(function_index),
                    wasmparser::Operator::GlobalGet { global_index } => assert_eq!(global_index, 2, "only the counter"),
                    _ => {}
                }
            }
        }
    }
    // Functions: the trampoline 0, the two of the first library, and the doubling one, which is called itself.
    assert_eq!(calls, [3]);
}

#[test]
fn what_is_not_understood_is_refused_by_name() {
    for (second, expected) in [
        ("(memory 1)", "one table and one memory"),
        ("(func $f) (start $f)", "starts by itself"),
        ("(import \"env\" \"nothing\" (func))", "has no nothing"),
    ] {
        let text = linked(second);
        let Ok(wasm) = wat::parse_str(&text) else { panic!("{second}") };
        let error = flatten(&wasm).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains(expected), "{second}: {error}");
    }
    assert!(flatten(b"no component").is_err());
}
