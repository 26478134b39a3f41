//! How a program that panicked ends: with exit code 101, as everywhere, and not in a trap that has no number.
#![no_std]

#[link(wasm_import_module = "wasi_snapshot_preview1")]
unsafe extern "C" {
    fn proc_exit(code: u32) -> !;
}

#[unsafe(no_mangle)]
extern "C" fn abort() -> ! {
    // SAFETY: the host ends the program; nothing is shared with it.
    unsafe { proc_exit(101) }
}
