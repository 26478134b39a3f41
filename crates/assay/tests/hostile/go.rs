//! Hostile Go: at run time, and against the compiler.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE};

use crate::row::{Row, row};

/// A program with these imports whose `main` is `body`; `echo` copies the input to the output.
fn go(imports: &str, body: &str) -> String {
    format!(
        "package main\n\nimport (\n\t\"io\"\n\t\"os\"\n{imports})\n\n\
         func echo() {{ io.Copy(os.Stdout, os.Stdin) }}\n\nfunc main() {{ {body} }}\n"
    )
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = runs();
    rows.extend(compiles());
    rows
}

fn runs() -> Vec<Row> {
    let deep = "package main\n\nfunc down(n int) int { return down(n+1) + n }\n\nfunc main() { println(down(0)) }\n";
    vec![
        row("endless_loop.go", TLE, "used its", go("", "echo(); for x := 1; x != 0; x |= 1 {}")),
        row("spins_in_the_background.go", TLE, "used its", go("", "go func() { for {} }(); select {}")),
        row(
            "keeps_everything.go",
            MLE,
            "asked for",
            go("", "var all [][]byte; for { all = append(all, make([]byte, 4<<20)) }; echo()"),
        ),
        row(
            "asks_for_too_much.go",
            MLE,
            "asked for",
            go("", "b := make([]byte, 100<<20); b[len(b)-1] = 1; os.Stdout.Write(b)"),
        ),
        row("recurses_forever.go", RTE, "fatal error: stack overflow", deep),
        row("stdout_flood.go", OLE, "64 KiB", go("", "for { os.Stdout.WriteString(\"flood\\n\") }")),
        row("waits_for_nobody.go", RTE, "all goroutines are asleep", go("", "<-make(chan int)")),
        row("recovers_and_goes_on.go", AC, "", go("", "defer func() { recover(); echo() }(); panic(\"no\")")),
        row("sleeps_a_day.go", AC, "", go("\t\"time\"\n", "time.Sleep(24 * time.Hour); echo()")),
        row(
            "opens_passwd.go",
            AC,
            "",
            go("", "if _, err := os.ReadFile(\"/etc/passwd\"); err == nil { os.Exit(1) }; echo()"),
        ),
        row("writes_a_file.go", AC, "", go("", "if os.WriteFile(\"made\", nil, 0o666) == nil { os.Exit(1) }; echo()")),
        row(
            "connects.go",
            AC,
            "",
            go("\t\"net\"\n", "if _, err := net.Dial(\"tcp\", \"127.0.0.1:80\"); err == nil { os.Exit(1) }; echo()"),
        ),
        row(
            "starts_a_process.go",
            AC,
            "",
            go("\t\"os/exec\"\n", "if exec.Command(\"/bin/id\").Run() == nil { os.Exit(1) }; echo()"),
        ),
        row(
            "nil_pointer.go",
            RTE,
            "panic: runtime error: invalid memory address",
            go("", "var f *os.File; p := &f; *p = nil; var q *int; println(*q)"),
        ),
    ]
}

fn compiles() -> Vec<Row> {
    let line = |line: &str| format!("package main\n\n{line}\n\nfunc main() {{}}\n");
    vec![
        row("imports_c.go", CE, "imports_c.go:3:8: import \"C\"", line("import \"C\"")),
        row("imports_the_internet.go", CE, "package example.org/x is not in std", line("import _ \"example.org/x\"")),
        row("imports_a_host_path.go", CE, "package /etc/passwd is not in std", line("import _ \"/etc/passwd\"")),
        row("imports_upwards.go", CE, "package ../../x is not in std", line("import _ \"../../x\"")),
        row("imports_the_runtime.go", CE, "use of internal package", line("import _ \"internal/runtime/sys\"")),
        row("embeds_passwd.go", CE, "//go:embed", line("import _ \"embed\"\n//go:embed /etc/passwd\nvar text string")),
        row(
            "links_a_name.go",
            CE,
            "//go:linkname",
            line("import _ \"unsafe\"\n//go:linkname f runtime.nanotime\nfunc f() int64"),
        ),
        row(
            "imports_a_host_call.go",
            CE,
            "unknown import",
            "package main\n\n//go:wasmimport env spy\nfunc spy()\n\nfunc main() { spy() }\n",
        ),
        row("huge_array.go", CE, "", line("var all [1 << 40][1 << 20]int\nvar x = &all")),
        row("not_go.go", CE, "package statement must be first", "#!/bin/sh\nid\n"),
    ]
}
