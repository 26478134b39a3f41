//! What counting units costs: the same modules in two engines, one that counts and one that does not.

use std::time::{Duration, Instant};

use wasmtime::{Config, Engine, Instance, Module, Store};

use crate::ground::{Failure, Ground};
use crate::table::{Table, ratio, time};

/// Programs that compute only, and export `run`, which takes a size.
const PROGRAMS: [(&str, &str, i32); 3] = [
    ("a loop of arithmetic", LOOP, 100_000_000),
    ("calls (Fibonacci)", CALLS, 36),
    ("a loop over 1 MiB of memory", MEMORY, 100),
];

const LOOP: &str = r#"(module (func (export "run") (param $n i32) (result i32) (local $h i32)
  (loop $again
    (local.set $h (i32.mul (i32.xor (local.get $h) (local.get $n)) (i32.const 16777619)))
    (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
  (local.get $h)))"#;

const CALLS: &str = r#"(module (func $f (export "run") (param $n i32) (result i32)
  (if (result i32) (i32.lt_s (local.get $n) (i32.const 2))
    (then (local.get $n))
    (else (i32.add (call $f (i32.sub (local.get $n) (i32.const 1))) (call $f (i32.sub (local.get $n) (i32.const 2))))))))"#;

const MEMORY: &str = r#"(module (memory 16) (func (export "run") (param $n i32) (result i32) (local $i i32) (local $h i32)
  (loop $round
    (local.set $i (i32.const 0))
    (loop $byte
      (local.set $h (i32.add (i32.rotl (local.get $h) (i32.const 5)) (i32.load8_u (local.get $i))))
      (i32.store8 (local.get $i) (local.get $h))
      (br_if $byte (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1048576))))
    (br_if $round (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
  (local.get $h)))"#;

/// The table.
pub(crate) async fn table(_: &Ground) -> Result<Table, Failure> {
    let mut table = Table::new(["program", "not metered", "metered", "ratio"]);
    for (what, text, size) in PROGRAMS {
        let plain = best(false, text, size).await?;
        let metered = best(true, text, size).await?;
        table.row([what.to_owned(), time(plain), time(metered), ratio(metered, Some(plain))]);
    }
    table.note(
        "The engine's own compiler with and without units of fuel, yielding every 100 million; in both, NaNs are made \
         one, as the grader has it. The best of five runs.",
    );
    Ok(table)
}

async fn best(metered: bool, text: &str, size: i32) -> Result<Duration, Failure> {
    let mut config = Config::new();
    config.consume_fuel(metered).cranelift_nan_canonicalization(true);
    let engine = Engine::new(&config)?;
    let module = Module::new(&engine, text)?;
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let mut store = Store::new(&engine, ());
        if metered {
            store.set_fuel(u64::MAX)?;
            store.fuel_async_yield_interval(Some(100_000_000))?;
        }
        let instance = Instance::new_async(&mut store, &module, &[]).await?;
        let run = instance.get_typed_func::<i32, i32>(&mut store, "run")?;
        let started = Instant::now();
        run.call_async(&mut store, size).await?;
        best = best.min(started.elapsed());
    }
    Ok(best)
}
