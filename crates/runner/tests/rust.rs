//! Rust from source files to what a run leaves behind: how panics end, and what messages may name.

use std::path::{Path, PathBuf};

use assay_challenge::{End, Language, Limits, UNITS_PER_MS};
use assay_runner::{Engine, Finished, Job, Packs, Prepared, Source, ToolPaths};
use bytes::Bytes;

const LIMITS: Limits =
    Limits { cost: 10_000 * UNITS_PER_MS, memory: 128 << 20, stdout: 1 << 20, stderr: 64 << 10, wall_ms: 600_000 };

/// The cache tests share: `ASSAY_HOME`, or a folder beside the build. A pack that is missing there is fetched.
fn home() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("assay-home");
    std::env::var_os("ASSAY_HOME").map_or_else(beside_the_build, PathBuf::from)
}

async fn prepare(files: &[(&str, &str)]) -> (Engine, Prepared) {
    let engine = Engine::new().unwrap();
    let tools = ToolPaths::from_variables(|name| std::env::var_os(name));
    let packs = Packs::open(&engine, &home()).unwrap().tools(tools);
    let files: Vec<_> =
        files.iter().map(|(name, text)| ((*name).to_owned(), Bytes::from((*text).to_owned()))).collect();
    let source = Source { language: Language::new("rust").unwrap(), main: files[0].0.clone(), files, entry: None };
    let prepared = packs.prepare(&source).await.unwrap();
    (engine, prepared)
}

async fn run(files: &[(&str, &str)], stdin: &'static str) -> Finished {
    let (engine, prepared) = prepare(files).await;
    let program = prepared.program.unwrap_or_else(|| panic!("{}", prepared.compilation.message));
    let stdin = Bytes::from_static(stdin.as_bytes());
    let (arguments, files, writable) = (Vec::new(), Vec::new(), None);
    engine.run(&Job { program, stdin, arguments, files, writable, seed: 0, limits: LIMITS }).await.unwrap()
}

const MAIN: &str = r#"mod part;

struct Loud;

impl Drop for Loud {
    fn drop(&mut self) {
        panic!("again")
    }
}

fn main() {
    let line = std::io::read_to_string(std::io::stdin()).unwrap();
    match line.as_str() {
        "exit" => std::process::exit(7),
        "index" => println!("{}", [1, 2][line.len()]),
        "part" => part::fail(),
        "twice" => {
            let _loud = Loud;
            panic!("once")
        }
        "library" => drop(std::hint::black_box(vec![0_u64; usize::MAX - line.len()])),
        _ => println!("ends"),
    }
}
"#;

#[tokio::test]
async fn a_panic_ends_with_code_101_and_names_the_file_and_the_line() {
    let files = [("main.rs", MAIN), ("part.rs", "pub fn fail() {\n    None::<u8>.unwrap();\n}\n")];
    for (input, code, says) in [
        ("index", 101, "panicked at main.rs:15:35:\nindex out of bounds: the len is 2 but the index is 5\n"),
        ("part", 101, "panicked at part.rs:2:16:\ncalled `Option::unwrap()` on a `None` value\n"),
        ("twice", 101, "panicked at main.rs:19:13:\nonce\n"),
        ("library", 101, "capacity overflow\n"),
        ("exit", 7, ""),
        ("end", 0, ""),
    ] {
        let outcome = run(&files, input).await.outcome;
        let said = String::from_utf8_lossy(&outcome.stderr.bytes);
        assert_eq!(outcome.end, End::Exit { code }, "{input}: {said}");
        assert!(said.ends_with(says), "{input}: {said}");
        assert!(!names_the_host(&said), "{input}: {said}");
    }
}

/// Whether a text holds a path that is one of this computer, and not the name that the library's sources go by.
fn names_the_host(text: &str) -> bool {
    let paths = text.split(|c: char| c.is_whitespace() || "`'\"(=".contains(c)).filter(|word| word.starts_with('/'));
    paths.filter(|path| !path.starts_with("/rustc/")).any(|path| path[1..].starts_with(char::is_alphabetic))
}

#[tokio::test]
async fn no_message_of_the_compiler_names_a_path_of_the_host() {
    for (source, says) in [
        ("fn main() { Vec::<u8>::with_capacity(1, 2); }", "/rustc/library/alloc/src/vec/mod.rs"),
        ("fn main() { std::thread::spawn(std::rc::Rc::new(1)); }", "required by a bound in `spawn`"),
        ("fn main() { let _: &str = String::new().nothing(); }", "E0599"),
        ("extern crate nothing; fn main() {}", "can't find crate for `nothing`"),
        ("mod nothing; fn main() {}", "file not found for module `nothing`"),
        ("fn main() { include!(\"nothing.rs\"); }", "couldn't read `nothing.rs`"),
        ("fn main() { println!(env!(\"TMPDIR\")); panic!(); let x: u8 = \"\"; }", "E0308"),
        ("#![feature(test)] fn main() {}", "E0554"),
        ("#[link(name = \"x\", kind = \"static\")] unsafe extern \"C\" { fn x(); } fn main() { unsafe { x() } }", ""),
        ("unsafe extern \"C\" { fn x(); } fn main() { unsafe { x() } }", "undefined symbol: x"),
    ] {
        let (_, prepared) = prepare(&[("main.rs", source)]).await;
        let said = prepared.compilation.message;
        assert!(prepared.program.is_none() && said.contains(says), "{source}: {said}");
        assert!(!names_the_host(&said), "{source}: {said}");
    }
}

#[tokio::test]
async fn a_program_holds_the_same_bytes_wherever_it_is_compiled() {
    let source = "fn main() { println!(\"{} {} {}\", env!(\"TMPDIR\"), file!(), module_path!()); }";
    let outcome = run(&[("main.rs", source)], "").await.outcome;
    assert_eq!(&outcome.stdout.bytes[..], b"../made main.rs submission\n");
}
