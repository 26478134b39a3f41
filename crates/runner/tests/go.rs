//! Go in the sandbox, from source files to what a run leaves behind.

use std::path::{Path, PathBuf};

use assay_challenge::{End, Language, Limits, UNITS_PER_MS};
use assay_runner::{Engine, Finished, Job, Packs, Prepared, Source};
use bytes::Bytes;

const LIMITS: Limits =
    Limits { cost: 10_000 * UNITS_PER_MS, memory: 256 << 20, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 600_000 };

/// The cache tests share: `ASSAY_HOME`, or a folder beside the build. A pack that is missing there is fetched.
fn home() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("assay-home");
    std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from)
}

async fn prepare(files: &[(&str, &str)]) -> (Engine, Prepared) {
    let engine = Engine::new().unwrap();
    let packs = Packs::open(&engine, &home()).unwrap();
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), Bytes::from((*text).to_owned()))).collect();
    let source = Source { language: Language::new("go").unwrap(), main: "main.go".to_owned(), files, entry: None };
    let prepared = packs.prepare(&source).await.unwrap();
    (engine, prepared)
}

/// What the compiler says of files that do not compile.
async fn complaint(files: &[(&str, &str)]) -> String {
    let (_, prepared) = prepare(files).await;
    assert!(prepared.program.is_none());
    prepared.compilation.message
}

async fn run(files: &[(&str, &str)], change: impl FnOnce(&mut Job)) -> Finished {
    let (engine, prepared) = prepare(files).await;
    let program = prepared.program.unwrap_or_else(|| panic!("{}", prepared.compilation.message));
    let (stdin, arguments, files, writable) = (Bytes::new(), Vec::new(), Vec::new(), None);
    let mut job = Job { program, stdin, arguments, files, writable, seed: 0, limits: LIMITS };
    change(&mut job);
    engine.run(&job).await.unwrap()
}

fn printed(finished: &Finished) -> String {
    let said = String::from_utf8_lossy(&finished.outcome.stderr.bytes);
    assert_eq!(finished.outcome.end, End::Exit { code: 0 }, "{said}");
    String::from_utf8_lossy(&finished.outcome.stdout.bytes).into_owned()
}

#[tokio::test]
async fn files_that_are_given_are_read_and_records_are_appended_as_they_are_written() {
    let text = r#"package main

import (
	"fmt"
	"os"
)

func main() {
	call, err := os.ReadFile("/assay/call")
	fmt.Println(string(call), err)
	log, err := os.OpenFile("/assay/results/log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	fmt.Println(err)
	fmt.Fprintf(log, "one\n")
	log.WriteString("two\n")
	os.Exit(0)
}
"#;
    let files = [("main.go", text)];
    let finished = run(&files, |job| {
        job.files = vec![("assay/call".to_owned(), Bytes::from_static(b"f(1)"))];
        job.writable = Some("assay/results".to_owned());
    });
    let finished = finished.await;
    assert_eq!(printed(&finished), "f(1) <nil>\n<nil>\n");
    assert_eq!(finished.written["assay/results/log"], "one\ntwo\n");
}

const MIXED: &str = r#"package main

import (
	"fmt"
	"math/rand"
	"sync"
	"time"
)

func main() {
	var group sync.WaitGroup
	totals := make(chan int, 10)
	for i := range 10 {
		group.Go(func() {
			time.Sleep(time.Duration(i) * time.Hour)
			totals <- i * i
		})
	}
	go func() { group.Wait(); close(totals) }()
	sum := 0
	for total := range totals {
		sum += total
	}
	fmt.Println(sum, time.Now().UTC().Format(time.DateTime))
	select {
	case <-time.After(time.Minute):
		fmt.Println("late")
	}
	for key := range map[int]bool{1: true, 2: true, 3: true, 4: true} {
		fmt.Print(key, " ")
	}
	waste := 0
	for i := range 100_000 {
		waste += len(make([]byte, 100+i%7+rand.Intn(3)))
	}
	fmt.Println(waste)
}
"#;

#[tokio::test]
async fn goroutines_time_maps_and_the_collector_cost_the_same_in_every_run() {
    let (engine, prepared) = prepare(&[("main.go", MIXED)]).await;
    let (stdin, arguments, files, writable) = (Bytes::new(), Vec::new(), Vec::new(), None);
    let program = prepared.program.unwrap();
    let job = Job { program, stdin, arguments, files, writable, seed: 7, limits: LIMITS };
    let first = engine.run(&job).await.unwrap();
    assert!(printed(&first).starts_with("285 2026-01-01 09:00:00\nlate\n"), "{}", printed(&first));
    for _ in 1..20 {
        let again = engine.run(&job).await.unwrap();
        assert_eq!(again.outcome.usage, first.outcome.usage);
        assert_eq!(again.outcome.stdout.bytes, first.outcome.stdout.bytes);
    }
    let other = engine.run(&Job { seed: 8, ..job }).await.unwrap();
    assert_ne!(printed(&other), printed(&first));
}

#[tokio::test]
async fn a_panic_is_traced_to_the_files_and_lines_of_the_program_and_to_nothing_else() {
    let main = "package main\n\nfunc main() {\n\touter(nil)\n}\n";
    let other = "package main\n\nfunc outer(m map[int]int) {\n\tm[1] = 2\n}\n";
    let finished = run(&[("main.go", main), ("other.go", other)], |_| ()).await;
    assert_eq!(finished.outcome.end, End::Exit { code: 2 });
    let said = String::from_utf8_lossy(&finished.outcome.stderr.bytes);
    let lines: Vec<_> = said.lines().map(|line| line.split(" +").next().unwrap()).collect();
    assert_eq!(
        lines,
        [
            "panic: assignment to entry in nil map",
            "",
            "goroutine 1 [running]:",
            "main.outer(...)",
            "\tother.go:4",
            "main.main()",
            "\tmain.go:4",
        ]
    );
}

#[tokio::test]
async fn recursion_goes_deep_and_ends_with_the_message_of_go() {
    let program = |depth: &str| {
        format!(
            "package main\n\nfunc f(n int) int {{\n\tif n == {depth} {{\n\t\treturn 0\n\t}}\n\treturn f(n+1) + 1\n}}\n\n\
             func main() {{ print(f(0)) }}\n"
        )
    };
    let deep = run(&[("main.go", &program("1000000"))], |_| ()).await;
    assert_eq!(deep.outcome.end, End::Exit { code: 0 });
    assert_eq!(&deep.outcome.stderr.bytes[..], b"1000000");
    for memory in [32 << 20, 256 << 20] {
        let endless = run(&[("main.go", &program("-1"))], |job| job.limits.memory = memory).await;
        let said = String::from_utf8_lossy(&endless.outcome.stderr.bytes);
        assert_eq!(endless.outcome.end, End::Exit { code: 2 });
        assert!(said.contains("fatal error: stack overflow") && said.contains("\tmain.go:7"), "{said}");
        assert!(said.lines().count() < 120 && !said.contains("runtime/"), "{said}");
    }
}

#[tokio::test]
async fn garbage_is_collected_before_the_memory_limit_is_reached() {
    let text = "package main\n\nfunc main() {\n\tlive := make([][]byte, 30000)\n\tfor i := range 200_000 {\n\t\t\
                live[i%len(live)] = make([]byte, 1000)\n\t}\n}\n";
    let finished = run(&[("main.go", text)], |job| job.limits.memory = 52 << 20).await;
    assert_eq!(finished.outcome.end, End::Exit { code: 0 });
    let finished = run(&[("main.go", text)], |job| job.limits.memory = 24 << 20).await;
    assert!(matches!(finished.outcome.end, End::MemoryLimit { .. }), "{:?}", finished.outcome.end);
}

#[tokio::test]
async fn what_does_not_compile_is_said_with_file_line_and_column() {
    let unused = "package main\n\nimport \"os\"\n\nfunc main() {\n\tx := 1\n\ty()\n}\n";
    assert_eq!(
        complaint(&[("main.go", unused)]).await,
        "main.go:3:8: \"os\" imported and not used\nmain.go:6:2: declared and not used: x\nmain.go:7:2: undefined: y\n"
    );
    let import = "package main\n\nimport (\n\t\"foo/bar\"\n)\n\nfunc main() {}\n";
    assert!(complaint(&[("main.go", import)]).await.starts_with("main.go:4:2: package foo/bar is not in std"));
    let nothing = complaint(&[("main.go", "package main\n")]).await;
    assert_eq!(nothing, "function main is undeclared in the main package\n");
    let library = complaint(&[("main.go", "package solution\n\nfunc main() {}\n")]).await;
    assert!(library.contains("do not begin with `package main`"), "{library}");
    let below = complaint(&[("main.go", "package main\n\nfunc main() {}\n"), ("util/a.go", "package util\n")]).await;
    assert!(below.starts_with("util/a.go: a program is one package here"), "{below}");
}
