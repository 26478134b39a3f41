//! Hostile Rust: at run time, and against the confined compiler.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE};

use crate::row::{Row, row};

/// A program whose `main` is `body`; `echo` copies the input to the output.
fn rust(body: &str) -> String {
    format!(
        "use std::io;\n\nfn echo() {{ io::copy(&mut io::stdin(), &mut io::stdout()).unwrap(); }}\n\n\
         fn main() {{ {body} }}\n"
    )
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = runs();
    rows.extend(compiler_reads());
    rows.extend(compiler_bombs());
    rows
}

fn runs() -> Vec<Row> {
    let keeps = "let mut all = Vec::new(); loop { all.push(std::hint::black_box(vec![1_u8; 4 << 20])); }";
    vec![
        row("endless_loop.rs", TLE, "used its", rust("echo(); loop { std::hint::spin_loop(); }")),
        row("keeps_everything.rs", MLE, "asked for", rust(keeps)),
        row(
            "recurses_forever.rs",
            RTE,
            "",
            "fn down(n: u64) -> u64 { std::hint::black_box(down(std::hint::black_box(n + 1))) + n }\n\
             fn main() { println!(\"{}\", down(0)); }\n",
        ),
        row("stdout_flood.rs", OLE, "64 KiB", rust("loop { println!(\"flood\"); }")),
        row(
            "catches_panics.rs",
            RTE,
            "exit code 101",
            rust("let _ = std::panic::catch_unwind(|| panic!(\"no\")); echo();"),
        ),
        row("starts_a_thread.rs", AC, "", rust("assert!(std::thread::Builder::new().spawn(|| ()).is_err()); echo();")),
        row("opens_passwd.rs", AC, "", rust("assert!(std::fs::read(\"/etc/passwd\").is_err()); echo();")),
        row("writes_a_file.rs", AC, "", rust("assert!(std::fs::write(\"made\", \"\").is_err()); echo();")),
        row("connects.rs", AC, "", rust("assert!(std::net::TcpStream::connect(\"127.0.0.1:80\").is_err()); echo();")),
        row(
            "starts_a_process.rs",
            AC,
            "",
            rust("assert!(std::process::Command::new(\"/bin/id\").status().is_err()); echo();"),
        ),
        row("reads_the_environment.rs", AC, "", rust("assert!(std::env::vars().next().is_none()); echo();")),
        row("sleeps_a_day.rs", AC, "", rust("std::thread::sleep(std::time::Duration::from_secs(86_400)); echo();")),
        row("wild_pointer.rs", RTE, "out of bounds", rust("println!(\"{}\", unsafe { *(0xFFFF_FFF0 as *const u8) });")),
    ]
}

/// What must not come from the host by way of the compiler, or be changed by it.
fn compiler_reads() -> Vec<Row> {
    let text = |path: &str| rust(&format!("println!(\"{{}}\", include_str!({path}));"));
    vec![
        row("includes_passwd.rs", CE, "couldn't read `/etc/passwd`", text("\"/etc/passwd\"")),
        row("includes_own_environment.rs", CE, "couldn't read", text("\"/proc/self/environ\"")),
        row("includes_upwards.rs", CE, "couldn't read", text("\"../../../../../../etc/hostname\"")),
        row("includes_the_kernel_log.rs", CE, "couldn't read", text("\"/dev/kmsg\"")),
        row("a_module_elsewhere.rs", CE, "couldn't read", "#[path = \"/etc/passwd\"]\nmod passwd;\nfn main() {}\n"),
        row("sees_the_path.rs", CE, "not defined", rust("println!(\"{}\", env!(\"PATH\"));")),
        row("unstable_features.rs", CE, "E0554", "#![feature(never_type)]\nfn main() {}\n"),
        row(
            "links_a_library.rs",
            CE,
            "",
            "#[link(name = \"c\", kind = \"static\")]\nunsafe extern \"C\" { fn nothing(); }\n\
             fn main() { unsafe { nothing() } }\n",
        ),
        row(
            "imports_a_host_call.rs",
            CE,
            "unknown import",
            "#[link(wasm_import_module = \"env\")]\nunsafe extern \"C\" { fn spy(); }\nfn main() { unsafe { spy() } }\n",
        ),
        row("assembles_passwd.rs", CE, "", "std::arch::global_asm!(\".incbin \\\"/etc/passwd\\\"\");\nfn main() {}\n"),
        row("not_rust.rs", CE, "error", "#!/bin/sh\nid\n"),
        row("not_text.rs", CE, "UTF-8", vec![0xff; 1000]),
        row("no_main.rs", CE, "E0601", ""),
    ]
}

/// Small sources that are large to compile.
fn compiler_bombs() -> Vec<Row> {
    let doubling = (1..40).map(|n| format!("type T{n} = (T{0}, T{0});\n", n - 1)).collect::<Vec<_>>().concat();
    let nested = format!("fn main() {{ let x = {}1{}; }}\n", "(".repeat(100_000), ")".repeat(100_000));
    vec![
        row(
            "endless_constant.rs",
            CE,
            "",
            "const N: u64 = { let mut n = 0_u64; while n < u64::MAX { n += 1; } n };\nfn main() { println!(\"{N}\"); }\n",
        ),
        row(
            "macro_bomb.rs",
            CE,
            "GiB of memory",
            "macro_rules! grow { ($($t:tt)*) => { grow!($($t)* $($t)*); } }\ngrow!(x);\nfn main() {}\n",
        ),
        row(
            "endless_type.rs",
            CE,
            "",
            "fn deeper<T>(t: T, n: u32) { if n > 0 { deeper((t,), n - 1) } }\nfn main() { deeper((), 9); }\n",
        ),
        row(
            "doubling_type.rs",
            CE,
            "",
            format!("type T0 = u64;\n{doubling}static X: Option<T39> = None;\nfn main() {{}}\n"),
        ),
        row("nested_deeply.rs", CE, "", nested),
        row("includes_itself.rs", CE, "", "include!(\"includes_itself.rs\");\nfn main() {}\n"),
        row(
            "large_array.rs",
            CE,
            "",
            "static ALL: [u8; 1 << 34] = [1; 1 << 34];\nfn main() { println!(\"{}\", ALL[7]); }\n",
        ),
    ]
}
