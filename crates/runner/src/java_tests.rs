//! Java as submissions meet it: messages with their own lines, several files, files to read and write.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use assay_challenge::{End, Language, Limits, Outcome};
use bytes::Bytes;

use super::Jdk;
use crate::{Engine, Job, Packs, Prepared, Source, ToolPaths};

const LIMITS: Limits =
    Limits { cost: 10_000_000_000, memory: 128 << 20, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 300_000 };

fn engine() -> Engine {
    Engine::new().unwrap()
}

async fn prepare(engine: &Engine, files: &[(&str, &str)]) -> Prepared {
    let beside_the_build = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/assay-home");
    let home = std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from);
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    let packs = Packs::open(engine, &home).unwrap().tools(tools);
    let language = Language::new("java").unwrap();
    let source = Source {
        language,
        main: files[0].0.to_owned(),
        files: files.iter().map(|(name, text)| ((*name).to_owned(), Bytes::from((*text).to_owned()))).collect(),
        entry: None,
    };
    packs.prepare(&source).await.unwrap()
}

async fn run(files: &[(&str, &str)], stdin: &str) -> Outcome {
    let engine = engine();
    let prepared = prepare(&engine, files).await;
    let program = prepared.program.unwrap_or_else(|| panic!("{}", prepared.compilation.message));
    let (call, stdin) = (("assay/call".to_owned(), Bytes::from_static(b"add 1 2\n")), Bytes::from(stdin.to_owned()));
    let job = Job {
        program,
        stdin,
        arguments: Vec::new(),
        files: vec![call],
        writable: Some("assay/results".to_owned()),
        seed: 0,
        limits: LIMITS,
    };
    let finished = engine.run(&job).await.unwrap();
    finished.outcome
}

fn main_of(body: &str) -> String {
    format!(
        "import java.io.*;\nimport java.util.*;\nimport java.util.stream.*;\npublic class Main {{\n\
         public static void main(String[] args) throws Exception {{\n{body}\n}}\n}}\n"
    )
}

async fn printed(body: &str) -> String {
    let outcome = run(&[("solution.java", &main_of(body))], "").await;
    assert!(outcome.end.is_success(), "{:?} {}", outcome.end, String::from_utf8_lossy(&outcome.stderr.bytes));
    String::from_utf8(outcome.stdout.bytes.clone()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_uncaught_exception_names_the_lines_of_the_submission_and_nothing_of_ours() {
    let outcome = run(&[("solution.java", &main_of("int[] a = {1};\nfor (int i = 0; i < 2; i++) a[i]++;"))], "").await;
    assert_eq!(outcome.end, End::Exit { code: 1 });
    let expected =
        "Exception in thread \"main\" java.lang.ArrayIndexOutOfBoundsException\n\tat Main.main(solution.java:7)\n";
    assert_eq!(String::from_utf8_lossy(&outcome.stderr.bytes), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn arrays_of_arrays_are_whole_whatever_the_collector_moves() {
    let body = r#"
        for (int n : new int[] { 0, 1, 3, 700, 1000, 1500 }) {
            long[][] grid = new long[n][n];
            for (int i = 0; i < n; i++) grid[i][n - 1] += i + 1;
            long sum = 0;
            for (long[] row : grid) for (long one : row) sum += one;
            System.out.print(sum + " ");
        }
        byte[][][] odd = new byte[40][30][7];
        String[][][] part = new String[60][70][];
        double[][] none = new double[5][0];
        part[59][69] = new String[] { "end" };
        odd[39][29][6] = 7;
        System.gc();
        System.out.println(odd[39][29][6] + odd[0][0].length + part[59][69][0] + none[4].length + part[0][0]);
    "#;
    assert_eq!(printed(body).await, "0 1 6 245350 500500 1125750 14end0null\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_with_a_result_may_end_in_a_loop_without_an_end() {
    let body = r#"
        class Loops {
            static int thrown(int x) {
                if (x > 9) return x;
                while (true) if (++x == 9) throw new IllegalStateException("nine");
            }
            static double caught(int x) {
                for (;;) try { if (++x == 7) throw new ArithmeticException(); } catch (ArithmeticException e) { return 2.5; }
            }
            static long switched(int x) {
                while (true) switch (x) { case 0: x = 3; continue; case 3: x = 4; break; default: return x; }
            }
            static String read(Iterator<String> words) {
                while (true) System.out.print(words.next());
            }
        }
        System.out.println(Loops.thrown(10) + " " + Loops.caught(1) + " " + Loops.switched(0));
        try { Loops.thrown(1); } catch (IllegalStateException e) { System.out.println(e.getMessage()); }
        try { Loops.read(List.of("a", "b").iterator()); } catch (RuntimeException e) { System.out.println(); }
    "#;
    assert_eq!(printed(body).await, "10 2.5 4\nnine\nab\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_language_demands_of_arithmetic_and_casts_is_thrown_and_can_be_caught() {
    let body = r#"
        int zero = args.length;
        Object text = zero == 0 ? "text" : (Object) zero;
        Runnable[] all = {
            () -> System.out.println(1 / zero), () -> System.out.println(1L % zero),
            () -> System.out.println((Integer) text), () -> System.out.println(new int[zero - 1].length),
            () -> System.out.println(new int[zero][zero][zero - 1].length + new int[2][zero - 1].length),
            () -> System.out.println(List.of(1).get(zero + 1)), () -> Integer.parseInt("x1"),
            () -> System.out.println(((String) null).length()),
        };
        for (Runnable each : all) {
            try { each.run(); } catch (RuntimeException e) { System.out.println(e.getClass().getSimpleName()); }
        }
        System.out.println(Integer.MIN_VALUE / (zero - 1) + " " + Long.MIN_VALUE % (zero - 1L) + " " + 1e20 % 3);
    "#;
    let expected = "ArithmeticException\nArithmeticException\nClassCastException\nNegativeArraySizeException\n\
                    NegativeArraySizeException\n";
    let said = printed(body).await;
    assert!(said.starts_with(expected), "{said}");
    let expected = "IndexOutOfBoundsException\nNumberFormatException\nNullPointerException\n-2147483648 0 1.0\n";
    assert!(said.ends_with(expected), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ordinary_file_calls_read_the_call_and_append_to_the_log() {
    let body = r#"
        String call;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream("/assay/call")))) {
            call = in.readLine();
        }
        new File("/assay/results").mkdirs();
        try (FileOutputStream out = new FileOutputStream("/assay/results/log")) {
            out.write("one\n".getBytes());
            out.flush();
            out.write("two\n".getBytes());
        }
        try (BufferedReader in = new BufferedReader(new FileReader("/assay/results/log"))) {
            System.out.println(call + " " + in.readLine() + " " + in.readLine() + " " + in.readLine());
        }
    "#;
    assert_eq!(printed(body).await, "add 1 2 one two null\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_formatted_as_the_jdk_does() {
    let body = r#"
        System.out.printf("%d|%5d|%-5d|%05d|%,d|%+d|%x|%X|%o%n", 1, 2, 3, -4, 1234567, 5, 255, 255, 8);
        System.out.printf("%.2f|%8.3f|%e|%.3g|%g|%s|%b|%c|%%|%10s|%-4s|%.2s%n", 2.675, -1.5, 12345.678, 0.00012345,
            1e10, "x", true, 'c', "right", "l", "cut");
        System.out.println(String.format("%2$s %1$s %3$08.2f", 1, 2, -3.14159) + " " + "%s".formatted(List.of(1, 2)));
    "#;
    let expected = "1|    2|3    |-0004|1,234,567|+5|ff|FF|10\n\
                    2.68|  -1.500|1.234568e+04|0.000123|1.00000e+10|x|true|c|%|     right|l   |cu\n2 1 -0003.14 [1, 2]\n";
    assert_eq!(printed(body).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_live_objects_survive_many_collections() {
    let body = "
        List<int[]> kept = new ArrayList<>();
        Map<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < 100000; i++) { kept.add(new int[] {i, i + 1}); map.put(\"k\" + i % 5000, i); }
        long sum = 0;
        for (int round = 0; round < 20; round++) {
            int[][] grid = new int[300][300];
            grid[round][round] = round;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 20000; i++) text.append(i);
            sum += text.length() + grid[round][round];
        }
        for (int[] each : kept) sum += each[1] - each[0];
        System.out.println(sum + \" \" + map.size() + \" \" + map.get(\"k4999\"));";
    assert_eq!(printed(body).await, "1877990 5000 99999\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn threads_take_turns_and_what_is_thrown_in_one_ends_the_program_with_1() {
    let body = "
        int[] count = {0};
        Thread[] threads = new Thread[3];
        for (int i = 0; i < 3; i++) {
            int delay = 30 - i * 10;
            threads[i] = new Thread(() -> {
                try { Thread.sleep(delay); } catch (InterruptedException e) { return; }
                synchronized (count) { count[0]++; System.out.print(delay + \" \"); }
            });
        }
        for (Thread thread : threads) thread.start();
        for (Thread thread : threads) thread.join();
        System.out.println(count[0]);";
    assert_eq!(printed(body).await, "10 20 30 3\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_in_packages_make_one_program_whatever_the_main_file_is_called() {
    let files = [
        (
            "start.java",
            "import tools.Adder;\nclass Go { public static void main(String... a) { System.out.println(new Adder(2).add(3)); } }",
        ),
        (
            "tools/Adder.java",
            "package tools;\npublic record Adder(int by) { public int add(int n) { return n + by; } }",
        ),
    ];
    let outcome = run(&files, "").await;
    assert_eq!(&outcome.stdout.bytes[..], b"5\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_with_file_and_line() {
    let engine = engine();
    let uses = main_of("java.util.concurrent.Executors.newFixedThreadPool(2);");
    let processor = "@interface X {}\nclass A { int answer = 42 }\n";
    for (text, says) in [
        (processor, "solution.java:2: error: ';' expected\nclass A { int answer = 42 }\n                         ^\n"),
        ("class A {}", "solution.java: error: no class here has a `public static void main(String[] args)`\n"),
        (&uses, "solution.java:6: error: java.util.concurrent.Executors is not supported\n"),
    ] {
        let prepared = prepare(&engine, &[("solution.java", text)]).await;
        assert!(!prepared.compilation.ok && prepared.program.is_none());
        assert_eq!(prepared.compilation.message, says);
    }
}

#[test]
fn the_jdk_is_that_of_java_home_or_of_the_path_and_new_enough() {
    let folder = tempfile::tempdir().unwrap();
    let home = |name: &str, version: &str| {
        let home = folder.path().join(name);
        std::fs::create_dir_all(home.join("bin")).unwrap();
        for program in ["java", "javac", "jar"] {
            let path = home.join("bin").join(program).with_extension(std::env::consts::EXE_EXTENSION);
            std::fs::write(path, "").unwrap();
        }
        std::fs::write(home.join("release"), format!("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"{version}\"\n")).unwrap();
        home
    };
    let (old, new, newer) = (home("old", "11.0.2"), home("new", "17.0.15"), home("newer", "25.0.3"));
    let path = |home: &Path| home.join("bin").into_os_string();
    assert_eq!(Jdk::find(None, &path(&new)).unwrap().version(), "17.0.15");
    assert_eq!(Jdk::find(Some(&newer), &path(&new)).unwrap().version(), "25.0.3");
    assert!(Jdk::find(None, &path(&old)).unwrap_err().contains("is Java 11.0.2"));
    assert_eq!(Jdk::find(None, OsStr::new("")), Err("no `javac` was found".to_owned()));
    std::fs::remove_file(new.join("bin").join("jar").with_extension(std::env::consts::EXE_EXTENSION)).unwrap();
    assert!(Jdk::find(Some(&new), OsStr::new("")).unwrap_err().ends_with("has no jar"));
}
