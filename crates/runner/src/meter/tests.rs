//! Asserts exact costs by running small guests, because a change of the engine must not change a cost unseen.

use std::sync::LazyLock;

use proptest::prelude::*;
use wasmtime::component::{Component, Linker};
use wasmtime::{Config, Engine, Instance, Module, Store, Trap, WasmFeatures};

use super::{features, operator_costs, validate};

/// More than any guest here can use.
const PLENTY: u64 = 1 << 40;

/// How one call ended and what it cost.
type Run = (Result<i64, Option<Trap>>, u64);

/// Configured as the engine of a run is, as far as costs go.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut config = Config::new();
    config
        .consume_fuel(true)
        .operator_cost(operator_costs())
        .wasm_features(WasmFeatures::all(), false)
        .wasm_features(features(), true);
    Engine::new(&config).unwrap()
});

/// A module with something to move of every kind, whose export `f` runs `body` on a length `$n`.
fn guest(body: &str) -> String {
    format!(
        r#"(module
            (memory $m 2 9) (memory $o 2 9) (memory $w i64 2 9) (memory $v i64 2 9)
            (table $t 9000 9999 funcref) (table $u 9000 9999 funcref) (table $x i64 9000 9999 funcref)
            (data $d "{}") (elem $e func {})
            (func $f (export "f") (param $long i64) (result i64) (local $n i32)
                (local.set $n (i32.wrap_i64 (local.get $long)))
                {body}
                (i64.const 0)))"#,
        "d".repeat(5000),
        "$f ".repeat(300),
    )
}

fn run(text: &str, argument: i64, fuel: u64) -> Run {
    let module = Module::new(&ENGINE, text).unwrap();
    let mut store = Store::new(&ENGINE, ());
    store.set_fuel(fuel).unwrap();
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let function = instance.get_typed_func::<i64, i64>(&mut store, "f").unwrap();
    let ended = function.call(&mut store, argument).map_err(|error| error.downcast_ref::<Trap>().copied());
    (ended, fuel - store.get_fuel().unwrap())
}

/// What `body` costs on this length.
fn cost(body: &str, length: i64) -> u64 {
    let (ended, cost) = run(&guest(body), length, PLENTY);
    assert_eq!(ended, Ok(0), "{body} on {length}");
    cost
}

const MEMORY_OPERATIONS: [&str; 8] = [
    "(memory.copy $m $m (i32.const 1) (i32.const 9) (local.get $n))",
    "(memory.copy $o $m (i32.const 1) (i32.const 9) (local.get $n))",
    "(memory.copy $w $v (i64.const 1) (i64.const 9) (local.get $long))",
    "(memory.copy $w $m (i64.const 1) (i32.const 9) (local.get $n))",
    "(memory.fill $o (i32.const 1) (i32.const 9) (local.get $n))",
    "(memory.fill $w (i64.const 1) (i32.const 9) (local.get $long))",
    "(memory.init $o $d (i32.const 1) (i32.const 9) (local.get $n))",
    "(memory.init $w $d (i64.const 1) (i32.const 9) (local.get $n))",
];

const TABLE_OPERATIONS: [&str; 6] = [
    "(table.copy $t $t (i32.const 1) (i32.const 9) (local.get $n))",
    "(table.copy $u $t (i32.const 1) (i32.const 9) (local.get $n))",
    "(table.copy $x $t (i64.const 1) (i32.const 9) (local.get $n))",
    "(table.fill $t (i32.const 1) (ref.null func) (local.get $n))",
    "(table.fill $x (i64.const 1) (ref.null func) (local.get $long))",
    "(table.init $x $e (i64.const 1) (i32.const 9) (local.get $n))",
];

const GROWTHS: [&str; 4] = [
    "(drop (memory.grow $m (local.get $n)))",
    "(drop (memory.grow $w (local.get $long)))",
    "(drop (table.grow $t (ref.null func) (local.get $n)))",
    "(drop (table.grow $x (ref.null func) (local.get $long)))",
];

#[test]
fn moving_memory_costs_one_unit_a_byte() {
    for operation in MEMORY_OPERATIONS {
        for length in [1, 127, 128, 129, 4096] {
            assert_eq!(cost(operation, length) - cost(operation, 0), length.unsigned_abs(), "{operation}");
        }
    }
}

#[test]
fn moving_table_elements_costs_sixteen_units_each() {
    for operation in TABLE_OPERATIONS {
        for length in [1, 7, 8, 9, 256] {
            assert_eq!(cost(operation, length) - cost(operation, 0), 16 * length.unsigned_abs(), "{operation}");
        }
    }
}

#[test]
fn a_length_known_when_compiling_costs_what_any_other_does() {
    for operation in MEMORY_OPERATIONS.iter().chain(&TABLE_OPERATIONS) {
        for length in [0, 8, 200] {
            let known = operation
                .replace("(local.get $n)", &format!("(i32.const {length})"))
                .replace("(local.get $long)", &format!("(i64.const {length})"));
            assert_eq!(cost(&known, 0), cost(operation, length), "{operation}");
        }
    }
}

#[test]
fn plain_instructions_cost_one_and_structure_is_free() {
    let nothing = cost("", 0);
    assert_eq!(cost("(drop (i32.add (i32.const 1) (i32.const 2)))", 0) - nothing, 3);
    assert_eq!(cost("(block (nop))", 0) - nothing, 0);
}

#[test]
fn what_cannot_be_paid_is_not_moved() {
    for operation in MEMORY_OPERATIONS.iter().chain(&TABLE_OPERATIONS) {
        assert_eq!(run(&guest(operation), 4000, 2000), (Err(Some(Trap::OutOfFuel)), 2000), "{operation}");
    }
}

#[test]
fn moving_past_the_end_traps_while_there_is_fuel_for_the_length() {
    for operation in MEMORY_OPERATIONS {
        let (ended, _) = run(&guest(operation), 0xffff_ffff, PLENTY);
        assert_eq!(ended, Err(Some(Trap::MemoryOutOfBounds)), "{operation}");
    }
    for operation in TABLE_OPERATIONS {
        let (ended, _) = run(&guest(operation), 0xffff_ffff, PLENTY);
        assert_eq!(ended, Err(Some(Trap::TableOutOfBounds)), "{operation}");
    }
    let (ended, _) = run(&guest(MEMORY_OPERATIONS[0]), 0xffff_ffff, 1000);
    assert_eq!(ended, Err(Some(Trap::OutOfFuel)));
}

#[test]
fn growing_costs_the_same_whether_it_is_granted_or_refused() {
    for growth in GROWTHS {
        let refused = cost(growth, 0xffff_ffff);
        assert_eq!(refused, cost(growth, 1), "{growth}");
        assert_eq!(refused, cost(growth, 0), "{growth}");
        assert!(refused > 255, "{growth}");
    }
}

#[test]
fn a_reference_to_a_function_costs_the_call_it_makes() {
    assert_eq!(cost("(drop (ref.func $f))", 0) - cost("", 0), 255);
}

/// Wasmtime 48 adds what a growth costs to its counter before the growth is tried, without a look at overflow: with a
/// price an element, a refused growth by 2^63 elements would make the counter start again at its lowest.
#[test]
fn no_growth_however_large_gives_fuel_back() {
    let overdraw = "(local.set $long (i64.or (local.get $long) (i64.const 1)))".repeat(2000);
    for growth in ["table.grow $x (ref.null func)", "memory.grow $w"] {
        let body = format!(
            "{overdraw}
             (drop ({growth} (i64.shr_u (i64.const -1) (local.get $long))))
             (loop $again (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))"
        );
        assert_eq!(run(&guest(&body), 1_000_001, 5000), (Err(Some(Trap::OutOfFuel)), 5000), "{growth}");
    }
}

#[tokio::test]
async fn yielding_forgives_nothing() {
    let module = Module::new(&ENGINE, guest(MEMORY_OPERATIONS[0])).unwrap();
    let mut store = Store::new(&ENGINE, ());
    store.set_fuel(PLENTY).unwrap();
    store.fuel_async_yield_interval(Some(1000)).unwrap();
    let instance = Instance::new_async(&mut store, &module, &[]).await.unwrap();
    let function = instance.get_typed_func::<i64, i64>(&mut store, "f").unwrap();
    function.call_async(&mut store, 50_000).await.unwrap();
    assert_eq!(PLENTY - store.get_fuel().unwrap(), cost(MEMORY_OPERATIONS[0], 50_000));
}

#[test]
fn modules_inside_components_pay_too() {
    let text = r#"(component
        (component $inner
            (core module $m
                (memory 2)
                (func (export "f") (param i32) (memory.fill (i32.const 0) (i32.const 1) (local.get 0))))
            (core instance $i (instantiate $m))
            (func (export "f") (param "n" u32) (canon lift (core func $i "f"))))
        (instance $i (instantiate $inner))
        (export "f" (func $i "f")))"#;
    let component = Component::new(&ENGINE, text).unwrap();
    let spent = |length: u32| {
        let mut store = Store::new(&ENGINE, ());
        store.set_fuel(PLENTY).unwrap();
        let instance = Linker::new(&ENGINE).instantiate(&mut store, &component).unwrap();
        let function = instance.get_typed_func::<(u32,), ()>(&mut store, "f").unwrap();
        function.call(&mut store, (length,)).unwrap();
        PLENTY - store.get_fuel().unwrap()
    };
    assert_eq!(spent(100_000) - spent(0), 100_000);
}

#[test]
fn every_proposal_taken_can_be_compiled_and_priced() {
    let text = r#"(module
        (memory 1) (table 1 externref)
        (global i32 (i32.add (i32.const 1) (i32.const 2)))
        (func $pair (result i64 i64) (i64.const 1) (i64.const 2))
        (func $tail (param i64) (result i64) (return_call 2 (local.get 0)))
        (func (export "f") (param i64) (result i64)
            (v128.store (i32.const 0) (i32x4.add (v128.load (i32.const 0)) (i32x4.splat (i32.extend8_s (i32.const 200)))))
            (drop (i32.trunc_sat_f32_s (f32.const 1e30)))
            (table.set (i32.const 0) (ref.null extern))
            (call $pair) (i64.add)))"#;
    assert_eq!(run(text, 0, PLENTY).0, Ok(3));
}

/// An empty module, then what stands behind its header.
fn module(sections: &[u8]) -> Vec<u8> {
    [b"\0asm\x01\0\0\0", sections].concat()
}

#[test]
fn what_is_left_out_is_refused_by_the_validator_and_by_the_engine() {
    let refused: [(&str, &[u8]); 6] = [
        ("a shared memory", &[5, 4, 1, 3, 1, 1]),
        (
            "a relaxed SIMD instruction",
            &[1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0, 10, 8, 1, 6, 0, 0, 0xfd, 0x80, 2, 0x0b],
        ),
        ("a structure type", &[1, 3, 1, 0x5f, 0]),
        ("a continuation type", &[1, 6, 2, 0x60, 0, 0, 0x5d, 0]),
        ("an exception's tag", &[1, 4, 1, 0x60, 0, 0, 13, 3, 1, 0, 0]),
        ("a custom page size", &[5, 4, 1, 8, 1, 0]),
    ];
    for (what, sections) in refused {
        let wasm = module(sections);
        let every = wasmparser::Validator::new_with_features(WasmFeatures::all()).validate_all(&wasm).map(|_| ());
        assert!(every.is_ok(), "{what}: {every:?}");
        assert!(validate(&wasm).is_err(), "{what}");
        assert!(Module::new(&ENGINE, &wasm).is_err(), "{what}");
    }
}

#[test]
fn what_cannot_be_run_is_refused_with_its_place() {
    assert_eq!(validate(&module(&[])), Ok(()));
    let truncated = validate(&module(&[5, 4, 1])).unwrap_err();
    assert_eq!(truncated.offset, 10);
    assert!(truncated.to_string().ends_with("(at byte 0xa)"), "{truncated}");
    let empty = validate(b"").unwrap_err();
    assert_eq!(empty.offset, 0);
}

proptest! {
    #[test]
    fn no_bytes_make_the_validator_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), headed: bool) {
        let _ = validate(&if headed { module(&bytes) } else { bytes });
    }

    #[test]
    fn what_the_validator_takes_the_engine_takes(at in 8_usize..39, value: u8) {
        let mut wasm = module(&[
            1, 5, 1, 0x60, 1, 0x7f, 0, 3, 2, 1, 0, 5, 3, 1, 0, 2,
            10, 13, 1, 11, 0, 0x41, 0, 0x41, 0, 0x20, 0, 0xfc, 11, 0, 0x0b,
        ]);
        wasm[at] = value;
        prop_assert_eq!(validate(&wasm).is_ok(), Module::new(&ENGINE, &wasm).is_ok());
    }
}
