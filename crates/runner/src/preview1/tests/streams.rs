//! Standard streams, arguments and randomness.

use super::*;

const ECHO: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 1)
    (func (export "_start")
        (loop $again
            (i32.store (i32.const 0) (i32.const 100))
            (i32.store (i32.const 4) (i32.const 4))
            (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 4)))
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br_if $again (i32.load (i32.const 4))))
        (call $exit (i32.const 3))))"#;

#[test]
fn a_guest_echoes_its_input_and_exits_with_its_code() {
    let (mut store, linker) = store_and_linker("eleven byte", Preview1::default());
    let module = Module::new(store.engine(), ECHO).unwrap();
    let instance = settle(linker.instantiate_async(&mut store, &module)).unwrap();
    let start = instance.get_typed_func::<(), ()>(&mut store, "_start").unwrap();
    let stop = settle(start.call_async(&mut store, ())).unwrap_err().downcast::<Stop>().unwrap();
    assert_eq!(stop, Stop::Exit(3));
    assert_eq!(store.data().console.take_outputs().0.bytes, b"eleven byte");
}

#[test]
fn a_guest_without_an_exported_memory_is_told_so() {
    let (mut store, linker) = store_and_linker("", Preview1::default());
    let text = r#"(module (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
        (func (export "_start") (drop (call $yield))))"#;
    let module = Module::new(store.engine(), text).unwrap();
    let instance = settle(linker.instantiate_async(&mut store, &module)).unwrap();
    let start = instance.get_typed_func::<(), ()>(&mut store, "_start").unwrap();
    let error = settle(start.call_async(&mut store, ())).unwrap_err();
    assert!(format!("{error:?}").contains("under the name `memory`"), "{error:?}");
}

#[test]
fn all_functions_of_the_standard_are_there() {
    let (mut store, linker) = store_and_linker("", Preview1::default());
    assert_eq!(linker.iter(&mut store).count(), 46);
}

#[test]
fn one_byte_over_the_output_limit_ends_the_run() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    assert_eq!(sandbox.write(1, &[b'x'; 1000]), Ok(1000));
    sandbox.put_buffer(DATA, 1);
    assert_eq!(sandbox.stop("fd_write", &[1, i64::from(LIST), 1, i64::from(OUT)]), Stop::Output);
}

#[test]
fn streams_are_no_terminals_and_cannot_seek() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    for fd in 0..3 {
        sandbox.call("fd_fdstat_get", &[fd, i64::from(OUT)]).unwrap();
        assert_eq!(sandbox.get(OUT, 1), [0]);
        assert_eq!(sandbox.seek(u32::try_from(fd).unwrap(), 0, 1), refused(Errno::NotSeekable));
    }
    assert_eq!(sandbox.write(0, b"x"), refused(Errno::BadDescriptor));
    assert_eq!(sandbox.read(1, 1), refused(Errno::BadDescriptor));
}

#[test]
fn without_files_no_folder_is_open() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    assert_eq!(sandbox.call("fd_prestat_get", &[3, i64::from(OUT)]), refused(Errno::BadDescriptor));
    let mut sandbox = Sandbox::reading(vec![file("input", "")]);
    assert_eq!(sandbox.call("fd_prestat_get", &[3, i64::from(OUT)]), Ok(()));
    assert_eq!((sandbox.u32_at(OUT), sandbox.u32_at(OUT + 4)), (0, 1));
    assert_eq!(sandbox.call("fd_prestat_dir_name", &[3, i64::from(DATA), 1]), Ok(()));
    assert_eq!(sandbox.get(DATA, 1), b"/");
    assert_eq!(sandbox.call("fd_prestat_get", &[4, i64::from(OUT)]), refused(Errno::BadDescriptor));
}

#[test]
fn arguments_arrive_in_order_and_the_environment_is_empty() {
    let arguments = vec![b"clang".to_vec(), b"-c".to_vec(), Vec::new()];
    let mut sandbox = Sandbox::new("", Preview1::new(arguments, None, Vec::new()));
    sandbox.call("args_sizes_get", &[i64::from(OUT), i64::from(OUT + 4)]).unwrap();
    assert_eq!((sandbox.u32_at(OUT), sandbox.u32_at(OUT + 4)), (3, 10));
    sandbox.call("args_get", &[i64::from(LIST), i64::from(DATA)]).unwrap();
    assert_eq!(sandbox.get(DATA, 10), b"clang\0-c\0\0");
    assert_eq!([0, 4, 8].map(|at| sandbox.u32_at(LIST + at)), [DATA, DATA + 6, DATA + 9]);
    sandbox.call("environ_sizes_get", &[i64::from(OUT), i64::from(OUT + 4)]).unwrap();
    assert_eq!((sandbox.u32_at(OUT), sandbox.u32_at(OUT + 4)), (0, 0));
}

#[test]
fn randomness_repeats_from_run_to_run() {
    let draw = || {
        let mut sandbox = Sandbox::new("", Preview1::default());
        sandbox.call("random_get", &[i64::from(DATA), 32]).unwrap();
        let first = sandbox.get(DATA, 32);
        sandbox.call("random_get", &[i64::from(DATA), 32]).unwrap();
        (first, sandbox.get(DATA, 32))
    };
    let (first, second) = draw();
    assert_ne!(first, second);
    assert_eq!(draw(), (first, second));
}

#[test]
fn sockets_and_signals_are_refused() {
    let mut sandbox = Sandbox::new("", Preview1::default());
    assert_eq!(sandbox.call("sock_shutdown", &[1, 0]), refused(Errno::NotSocket));
    assert_eq!(sandbox.call("sock_accept", &[9, 0, i64::from(OUT)]), refused(Errno::BadDescriptor));
    assert_eq!(sandbox.call("proc_raise", &[6]), refused(Errno::NoSuchCall));
}
