//! Hostile C and C++: at run time, and against the compiler.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE, WA};

use crate::row::{Row, guest, row};

/// A C program whose `main` is `body`, after `read_answer` may be called to echo the input.
fn c(body: &str) -> String {
    format!(
        "#include <errno.h>\n#include <fcntl.h>\n#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n\
         #include <string.h>\n#include <sys/stat.h>\n#include <time.h>\n#include <unistd.h>\n\
         static void echo(void) {{ char line[64]; if (fgets(line, sizeof line, stdin)) fputs(line, stdout); fflush(stdout); }}\n\
         int main(int argc, char **argv) {{ (void)argc; (void)argv; {body} }}\n"
    )
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = resources();
    rows.extend(escapes());
    rows.extend(endings());
    rows.extend(compilers());
    rows
}

fn resources() -> Vec<Row> {
    vec![
        row("endless_loop.c", TLE, "used its", c("volatile int x = 0; for (;;) x++;")),
        row("endless_clock.c", TLE, "used its", c("for (;;) clock();")),
        row("reads_forever.c", TLE, "used its", c("for (;;) { getchar(); clearerr(stdin); }")),
        row("malloc_bomb.c", MLE, "asked for", guest!("malloc_bomb.c")),
        row(
            "malloc_bomb_that_gives_up.c",
            MLE,
            "asked for",
            c("void *volatile p; while ((p = malloc(1 << 20))); echo(); return 0;"),
        ),
        row(
            "stack_array.c",
            RTE,
            "out of bounds",
            c("volatile char big[1 << 25]; for (int i = 0; i < 1 << 25; i += 4096) big[i] = 1; echo(); return 0;"),
        ),
        row(
            "static_array.c",
            MLE,
            "asked for",
            "static volatile char big[50 << 20]; int main(void) { big[5] = 1; return big[7]; }",
        ),
        row("stdout_flood.c", OLE, "64 KiB", c("for (;;) puts(\"flood\");")),
        row(
            "stderr_flood.c",
            AC,
            "",
            c("echo(); for (int i = 0; i < 30000; i++) fputs(\"flood\\n\", stderr); return 0;"),
        ),
        row("recursion.c", RTE, "", guest!("recursion.c")),
        row("sleeps_a_day.c", AC, "", c("echo(); return sleep(86400);")),
        row("waits_for_the_clock.c", TLE, "used its", c("time_t end = time(0) + 5; while (time(0) < end); echo();")),
    ]
}

fn escapes() -> Vec<Row> {
    vec![
        row("opens_passwd.c", AC, "", c("if (fopen(\"/etc/passwd\", \"r\")) return 1; echo(); return 0;")),
        row("opens_own_memory.c", AC, "", c("if (open(\"/proc/self/mem\", O_RDWR) >= 0) return 1; echo(); return 0;")),
        row(
            "writes_a_file.c",
            AC,
            "",
            c("if (fopen(\"/tmp/made\", \"w\") || fopen(\"made\", \"w\")) return 1; echo(); return 0;"),
        ),
        row("makes_a_folder.c", AC, "", c("if (!mkdir(\"made\", 0777)) return 1; echo(); return 0;")),
        row("reads_environment.c", AC, "", c("extern char **environ; if (*environ) return 1; echo(); return 0;")),
        row("reads_arguments.c", AC, "", c("if (argc != 1) return 1; echo(); return 0;")),
        row("tries_every_descriptor.c", AC, "", guest!("tries_every_descriptor.c")),
        row("forks.c", CE, "fork", c("return fork();")),
        row("runs_a_shell.c", CE, "system", c("return system(\"id\");")),
        row("replaces_itself.c", CE, "execv", c("return execv(\"/bin/sh\", argv);")),
        row(
            "connects.c",
            CE,
            "socket",
            "#include <sys/socket.h>\nint main(void) { return socket(AF_INET, SOCK_STREAM, 0); }",
        ),
        row(
            "threads.c",
            CE,
            "",
            "#include <threads.h>\nstatic int run(void *p) { for (;;); }\nint main(void) { thrd_t t; return thrd_create(&t, run, 0); }",
        ),
        row(
            "threads.cpp",
            RTE,
            "unreachable",
            "#include <thread>\nint main() { std::thread([] { for (;;); }).detach(); }",
        ),
    ]
}

fn endings() -> Vec<Row> {
    vec![
        row("exits_with_0.c", AC, "", c("echo(); exit(0);")),
        row("exits_with_1.c", RTE, "exit code 1", c("echo(); exit(1);")),
        row("exits_with_42.c", RTE, "exit code 42", c("echo(); exit(42);")),
        row("exits_with_255.c", RTE, "exit code 255", c("echo(); exit(255);")),
        row("exits_with_256.c", RTE, "exit code", c("echo(); exit(256);")),
        row("exits_with_minus_1.c", RTE, "exit code", c("echo(); exit(-1);")),
        row("exits_with_the_largest.c", RTE, "exit code", c("echo(); exit(2147483647);")),
        row("aborts.c", RTE, "", c("echo(); abort();")),
        row("raises.c", RTE, "", c("echo(); return raise(SIGKILL);")),
        row("null_pointer.c", WA, "", guest!("null_pointer.c")),
        row("wild_pointer.c", RTE, "out of bounds", c("volatile int *wild = (int *)0xfffffff0u; return *wild;")),
        row("divides_by_zero.c", RTE, "divide by zero", c("volatile int zero = 0; return 7 / zero;")),
        row(
            "calls_what_is_no_function.c",
            RTE,
            "",
            c("void (*volatile nothing)(void) = (void (*)(void))12345; nothing();"),
        ),
        row("calls_with_a_wrong_type.c", RTE, "mismatch", guest!("wrong_type.c")),
        row("closes_stdout.c", AC, "", c("echo(); close(1); puts(\"more\"); return 0;")),
        row("throws.cpp", CE, "exceptions", "int main() { throw 1; }"),
        row("fails_before_main.cpp", RTE, "", "struct S { S() { __builtin_trap(); } } s; int main() {}"),
        row(
            "loops_after_main.cpp",
            TLE,
            "used its",
            "struct S { ~S() { volatile int x = 0; for (;;) x++; } } s; int main() {}",
        ),
        row(
            "vector_bomb.cpp",
            MLE,
            "asked for",
            "#include <vector>\nint main() { std::vector<long> v; for (;;) v.push_back(1); }",
        ),
        row("bad_index.cpp", RTE, "", "#include <vector>\nint main() { std::vector<int> v; return v.at(7); }"),
    ]
}

fn compilers() -> Vec<Row> {
    vec![
        row("syntax_error.c", CE, "error:", "int main( { return 0; }"),
        row("no_main.c", RTE, "unreachable", ""),
        row("not_text.c", CE, "error", vec![0xff; 1000]),
        row("includes_passwd.c", CE, "/etc/passwd", "#include \"/etc/passwd\"\nint main(void) { return 0; }"),
        row("includes_own_memory.c", CE, "/proc/self/environ", "#include \"/proc/self/environ\"\nint main(void) {}"),
        row("includes_itself.c", CE, "nested too deeply", "#include \"includes_itself.c\"\nint main(void) {}"),
        row("includes_itself_with_growth.c", CE, "", guest!("includes_twice.c")),
        row("embeds_passwd.c", CE, "", "const unsigned char p[] = {\n#embed \"/etc/passwd\"\n};\nint main(void) {}"),
        row("assembles_passwd.c", CE, "/etc/passwd", "__asm__(\".incbin \\\"/etc/passwd\\\"\");\nint main(void) {}"),
        row("assembles_itself.c", CE, "", "__asm__(\".rept 2000000000\\n.byte 1\\n.endr\");\nint main(void) {}"),
        row("macro_bomb.c", CE, "stopped", guest!("macro_bomb.c")),
        row(
            "parentheses.c",
            CE,
            "the compiler",
            format!("int main(void) {{ return {}1{}; }}", "(".repeat(100_000), ")".repeat(100_000)),
        ),
        row("additions.c", CE, "", format!("int x; int main(void) {{ return x{}; }}", "+x".repeat(100_000))),
        row("huge_array.c", CE, "", "int a[1 << 28] = { [(1 << 28) - 1] = 1 };\nint main(void) { return a[3]; }"),
        row("linker_options.c", CE, "", guest!("linker_options.c")),
        row("template_bomb.cpp", CE, "", guest!("template_bomb.cpp")),
        row("template_tree.cpp", CE, "stopped", guest!("template_tree.cpp")),
        row("constexpr_loop.cpp", CE, "", guest!("constexpr_loop.cpp")),
        row("many_errors.cpp", CE, "too many errors", "int main() {".to_owned() + &"x;".repeat(100_000)),
    ]
}
