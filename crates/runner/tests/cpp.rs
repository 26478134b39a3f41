//! C++ whose standard headers are modules: what a program does, costs and is told must be what it is with text.

use std::path::{Path, PathBuf};

use assay_challenge::{End, Language, Limits, UNITS_PER_MS};
use assay_runner::{Engine, Job, Packs, Prepared, Source};
use bytes::Bytes;

const LIMITS: Limits =
    Limits { cost: 10_000 * UNITS_PER_MS, memory: 256 << 20, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 600_000 };

/// A macro that a header could be meant to see, so that the headers are read as text. The line stays the first.
const TEXT: &str = "#define _AS_TEXT\n#line 1\n";

/// The cache tests share: `ASSAY_HOME`, or a folder beside the build. A pack that is missing there is fetched.
fn home() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("assay-home");
    std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from)
}

async fn prepare(engine: &Engine, text: &str) -> Prepared {
    let packs = Packs::open(engine, &home()).unwrap();
    let (language, main) = (Language::new("cpp").unwrap(), "main.cpp".to_owned());
    let files = vec![(main.clone(), Bytes::from(text.to_owned()))];
    packs.prepare(&Source { language, main, files, entry: None }).await.unwrap()
}

/// What a program prints and costs, and what compiling it cost.
async fn run(engine: &Engine, text: &str, stdin: &str) -> (String, u64, u64) {
    let prepared = prepare(engine, text).await;
    let program = prepared.program.unwrap_or_else(|| panic!("{}", prepared.compilation.message));
    assert_eq!(prepared.compilation.message, "");
    let stdin = Bytes::from(stdin.to_owned());
    let (arguments, files, writable) = (Vec::new(), Vec::new(), None);
    let job = Job { program, stdin, arguments, files, writable, seed: 0, limits: LIMITS };
    let outcome = engine.run(&job).await.unwrap().outcome;
    assert_eq!(outcome.end, End::Exit { code: 0 });
    (String::from_utf8(outcome.stdout.bytes).unwrap(), outcome.usage.cost, prepared.compilation.usage.cost)
}

#[tokio::test]
async fn a_program_does_and_costs_the_same_with_modules_and_with_text() {
    let engine = Engine::new().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sandbox/cpp/conformance");
    let mut programs: Vec<String> = ["objects", "strings", "hash_map", "heap", "expression"]
        .map(|name| std::fs::read_to_string(folder.join(name).with_extension("cpp")).unwrap())
        .to_vec();
    programs.push(
        "#include <bits/stdc++.h>\nusing namespace std;\nint main() {\n    map<string, vector<int>> m;\n    \
         for (int i = 0; i < 50; i++) m[to_string(i % 7)].push_back(i);\n    regex word(\"[0-3]\");\n    \
         for (auto& [key, list] : m) if (regex_match(key, word)) cout << key << ' ' << accumulate(list.begin(), \
         list.end(), 0) << endl;\n}\n"
            .to_owned(),
    );
    for program in programs {
        let (printed, cost, compiling) = run(&engine, &program, "100\n").await;
        let (text_printed, text_cost, text_compiling) = run(&engine, &format!("{TEXT}{program}"), "100\n").await;
        assert!(!printed.is_empty());
        assert_eq!((printed, cost), (text_printed, text_cost));
        assert!(compiling * 3 < text_compiling * 2, "{compiling} of {text_compiling} units: were there modules?");
    }
}

#[tokio::test]
async fn a_mistake_is_told_in_the_same_words_with_modules_and_with_text() {
    let engine = Engine::new().unwrap();
    for program in [
        "#include <iostream>\nint main() { std::set<int> none; }\n",
        "#include <cstdio>\nint main() { std::vector<int> v; sort(v.begin(), v.end()); }\n",
        "#include <vector>\nint main() { std::vector<int> v; v.push(1) }\n",
        "#include <no_such_header>\nint main() {}\n",
    ] {
        let (with, text) = (prepare(&engine, program).await, prepare(&engine, &format!("{TEXT}{program}")).await);
        assert!(with.program.is_none() && with.compilation.message.contains("main.cpp:"), "{program}");
        assert_eq!(with.compilation.message, text.compilation.message);
    }
}

#[tokio::test]
async fn a_program_may_use_names_of_headers_it_does_not_include() {
    let engine = Engine::new().unwrap();
    let program = "#include <cstdio>\nusing namespace std;\nint data[3], count = 4, rank = 5;\n\
                   int gcd(int a, int b) { return a * b; }\nstruct vector { int size = 6; } vector;\n\
                   int main() { printf(\"%d %d %d %d\\n\", gcd(2, 3), count, rank + data[0], vector.size); }\n";
    assert_eq!(run(&engine, program, "").await.0, "6 4 5 6\n");
}

#[tokio::test]
async fn macros_that_headers_are_to_see_are_seen() {
    let engine = Engine::new().unwrap();
    let program =
        "#define NDEBUG\n#include <cassert>\n#include <cstdio>\nint main() { assert(false); puts(\"on\"); }\n";
    assert_eq!(run(&engine, program, "").await.0, "on\n");
    let program = "#define long int\n#include <cstdlib>\n#include <cstdio>\nint main() { puts(\"on\"); }\n";
    let kept = prepare(&engine, program).await;
    assert_eq!(kept.compilation.message, prepare(&engine, &format!("{TEXT}{program}")).await.compilation.message);
}
