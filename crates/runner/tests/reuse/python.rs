//! Python that starts where its program is loaded, in an instance that was used before: nothing a program can see may
//! tell it so, and nothing that another did there may be left.

use assay_challenge::{End, Limits, Outcome};
use assay_runner::{Engine, Packs, Program};

use super::{Known, LIMITS, packs};

/// Looks at everything that could have been left: modules, objects, memory, clocks, randomness, files, streams.
const LOOKS: &str = r#"
import gc, os, random, sys, time
SEEN = [len(sys.modules), len(gc.get_objects()), time.perf_counter_ns(), time.time_ns(), random.random(), hash("x")]
CALLS = []
def main(*given):
    CALLS.append(1)
    print(SEEN, len(CALLS), len(sys.modules), len(gc.get_objects()), time.perf_counter_ns(), time.time_ns())
    print(random.random(), os.urandom(4).hex(), os.environ, sys.argv, sorted(vars(__builtins__))[-3:], id(CALLS))
    print([id(object()) for _ in range(20)], sys.getsizeof(sys.modules), len(open("given").read()))
    try:
        open("/out/left").read()
    except OSError as error:
        print(error)
    open("/out/file", "w").write("made")
"#;

/// Leaves behind what it can.
const LITTERS: &str = r#"
import atexit, builtins, gc, os, random, sys, threading, time
KEPT = [bytes(i % 251 for i in range(5000)) for _ in range(400)]
def main(*given):
    random.seed(7); builtins.left = sys.modules["left"] = KEPT; sys.setrecursionlimit(321); gc.disable()
    builtins.len = lambda _: 7; os.environ["LEFT"] = "1"; time.sleep(100)
    sys.stdout.close; sys.path.append("/left"); threading.left = KEPT
    open("/out/left", "w").write("left")
    try:
        1 / 0
    except ZeroDivisionError:
        KEPT.append(sys.exc_info())
    ENDING
"#;

/// A program with a `main` to be called, or one to be run as a whole.
async fn program(packs: &Packs, text: &str, entry: Option<&str>) -> Program {
    super::program(packs, "python", "main.py", text, entry).await
}

async fn run(engine: &Engine, program: &Program, limits: &Limits) -> Known {
    super::run(engine, program, "", limits).await
}

#[tokio::test]
async fn a_case_that_starts_where_the_program_is_loaded_is_what_it_is_from_the_start() {
    let engine = Engine::new().unwrap();
    for entry in [Some("main"), None] {
        let source = if entry.is_some() { LOOKS.to_owned() } else { format!("{LOOKS}\nmain()\n") };
        let packs = packs(&engine);
        let program = program(&packs, &source, entry).await;
        let first = run(&engine, &program, &LIMITS).await;
        assert_eq!(first.0.end, End::Exit { code: 0 }, "{}", String::from_utf8_lossy(&first.0.stderr.bytes));
        assert!(first.text().contains("No such file") && first.1.len() == 1, "{first:?}");
        for _ in 0..3 {
            assert_eq!(run(&engine, &program, &LIMITS).await, first);
        }
    }
}

#[tokio::test]
async fn nothing_of_a_program_is_left_for_the_next() {
    let engine = Engine::new().unwrap();
    let alone = packs(&engine);
    let alone = run(&engine, &program(&alone, LOOKS, Some("main")).await, &LIMITS).await;
    for ending in ["pass", "sys.exit(3)", "os._exit(4)", "raise KeyError", "main()", "KEPT.append(bytes(3 << 20))"] {
        let packs = packs(&engine);
        let litters = program(&packs, &LITTERS.replace("ENDING", ending), Some("main")).await;
        let looks = program(&packs, LOOKS, Some("main")).await;
        let littered = run(&engine, &litters, &LIMITS).await;
        assert_eq!(run(&engine, &looks, &LIMITS).await, alone, "after {ending}");
        assert_eq!(run(&engine, &litters, &LIMITS).await, littered, "{ending}");
        assert_eq!(run(&engine, &looks, &LIMITS).await, alone, "after {ending} twice");
    }
}

#[tokio::test]
async fn limits_bind_where_the_program_is_loaded_as_they_do_from_the_start() {
    let engine = Engine::new().unwrap();
    let known = packs(&engine);
    let loaded = program(&known, LOOKS, Some("main")).await;
    let Known(Outcome { usage, .. }, _) = run(&engine, &loaded, &LIMITS).await;
    for (cost, memory) in [
        (usage.cost, usage.memory),
        (usage.cost - 1, usage.memory),
        (usage.cost, usage.memory - 1),
        (usage.cost / 2, LIMITS.memory),
        (1000, LIMITS.memory),
        (LIMITS.cost, 1 << 20),
    ] {
        let limits = Limits { cost, memory, ..LIMITS };
        let fresh = packs(&engine);
        let fresh = run(&engine, &program(&fresh, LOOKS, Some("main")).await, &limits).await;
        assert_eq!(run(&engine, &loaded, &limits).await, fresh, "within {cost} units and {memory} bytes");
        let within = (cost, memory) == (usage.cost, usage.memory);
        assert_eq!(fresh.0.end == End::Exit { code: 0 }, within, "{fresh:?}");
    }
}

#[tokio::test]
async fn a_program_that_prints_or_fails_as_it_is_loaded_does_so_in_every_case() {
    let engine = Engine::new().unwrap();
    let packs = packs(&engine);
    for (source, code, said) in [
        ("import sys\nprint('loading', file=sys.stderr)\ndef main(*given): print('called')\n", 0, "loading\n"),
        ("print('loading', flush=True)\ndef main(*given): print('called')\n", 0, ""),
        ("print('loading')\ndef main(*given): print('called')\n", 0, ""),
        ("import sys\nsys.exit(5)\n", 5, ""),
        ("1 / 0\n", 1, "Traceback"),
        ("pass\n", 1, "KeyError: 'main'"),
    ] {
        let program = program(&packs, source, Some("main")).await;
        let first = run(&engine, &program, &LIMITS).await;
        assert_eq!(first.0.end, End::Exit { code }, "{source}");
        assert!(String::from_utf8_lossy(&first.0.stderr.bytes).contains(said), "{source}: {first:?}");
        assert_eq!(first.text().contains("called"), code == 0, "{source}");
        for _ in 0..2 {
            assert_eq!(run(&engine, &program, &LIMITS).await, first, "{source}");
        }
    }
}
