//! Compiled programs, each of which does in one case what another must not see.

use assay_challenge::End;
use assay_runner::Engine;

use super::{Known, LIMITS, packs, program, run};

/// Looks at what could have been left, then leaves what it can, and ends as its input says.
const C: &str = r#"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int count = 1, zero;
static char large[100000];
static char *kept;

static int deep(int n)
{
    volatile char room[1000];
    memset((char *)room, n, sizeof room);
    if (n == 0)
        exit(3);
    return deep(n - 1) + room[n % 1000];
}

static void left(const char *path)
{
    FILE *file = fopen(path, "r");
    printf("%s %s\n", path, file ? "is there" : strerror(errno));
}

int main(int argc, char **argv)
{
    char word[20] = "", bytes[4];
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    getentropy(bytes, sizeof bytes);
    printf("%d %d %p %d %p\n", count++, zero++, (void *)kept, large[77777], malloc(10));
    printf("%ld %ld %d %d %s\n", (long)now.tv_sec, now.tv_nsec, bytes[0], rand(), argv[argc - 1]);
    left("/out/left");
    left("given");
    volatile char stack[5000];
    int sum = 0;
    for (int i = 0; i < 5000; i++)
        sum += i % 7 ? 0 : stack[i];
    printf("%d\n", sum == 0);
    scanf("%19s", word);
    memset(large, 1, sizeof large);
    memset((char *)stack, 2, sizeof stack);
    kept = (char *)malloc(20000);
    memset(kept, 3, 20000);
    FILE *file = fopen("/out/left", "w");
    fputs("left", file);
    setvbuf(stdout, NULL, _IOFBF, 4096);
    srand(9);
    if (!strcmp(word, "exit"))
        exit(7);
    if (!strcmp(word, "deep"))
        deep(200);
    if (!strcmp(word, "abort"))
        abort();
    if (!strcmp(word, "grow"))
        memset(malloc(3 << 20), 4, 3 << 20);
    if (!strcmp(word, "sleep"))
        sleep(100);
    if (!strcmp(word, "spin"))
        for (volatile long i = 0; i < 60000000; i++)
            ;
    return 0;
}
"#;

/// The same in text, with a variable, a table, and a function that runs before the entry.
const WAT: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 3) (data (i32.const 100) "ab\n") (table 2 funcref) (elem (i32.const 1) $next)
    (global $times (mut i32) (i32.const 0)) (global $far (mut f64) (f64.const 0.5))
    (func $next (global.set $times (i32.add (global.get $times) (i32.const 1))))
    (func $before (call_indirect (i32.const 1)) (i32.store8 (i32.const 101) (i32.const 99)))
    (start $before)
    (func (export "_start")
        (call_indirect (i32.const 1))
        (i32.store8 (i32.const 100) (i32.add (i32.load8_u (i32.const 100)) (global.get $times)))
        (i32.store8 (i32.const 150000) (i32.add (i32.load8_u (i32.const 150000)) (i32.const 1)))
        (i32.store8 (i32.const 101) (i32.add (i32.load8_u (i32.const 101)) (i32.load8_u (i32.const 150000))))
        (global.set $far (f64.add (global.get $far) (f64.const 1)))
        (i32.store8 (i32.const 101) (i32.add (i32.load8_u (i32.const 101)) (i32.trunc_f64_s (global.get $far))))
        (i32.store (i32.const 0) (i32.const 100)) (i32.store (i32.const 4) (i32.const 3))
        (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
        (i32.store (i32.const 0) (i32.const 200)) (i32.store (i32.const 4) (i32.const 1))
        (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        (if (i32.eq (i32.load8_u (i32.const 200)) (i32.const 101)) (then (call $exit (i32.const 4))))
        (if (i32.eq (i32.load8_u (i32.const 200)) (i32.const 103)) (then (drop (memory.grow (i32.const 1)))))
        (if (i32.eq (i32.load8_u (i32.const 200)) (i32.const 97)) (then unreachable))))"#;

/// What the case before may have been told to do.
const WORDS: [&str; 7] = ["return", "exit", "deep", "abort", "grow", "sleep", "spin"];

#[tokio::test]
async fn no_case_of_a_program_sees_what_another_left() {
    let engine = Engine::new().unwrap();
    for (language, main, text) in [("c", "main.c", C), ("cpp", "main.cpp", C), ("wasm", "main.wat", WAT)] {
        let packs = packs(&engine);
        let mut alone: Vec<Known> = Vec::new();
        for word in WORDS {
            alone.push(run(&engine, &program(&packs, language, main, text, None).await, word, &LIMITS).await);
        }
        assert_eq!(alone[0].0.end, End::Exit { code: 0 }, "{language}: {:?}", alone[0]);
        assert_ne!(alone[0].0.end, alone[1].0.end, "{language}");
        let mut exited = alone.iter().filter(|known| matches!(known.0.end, End::Exit { .. }));
        assert!(exited.all(|known| known.text() == alone[0].text() && !known.text().is_empty()), "{language}");
        let used = program(&packs, language, main, text, None).await;
        for before in WORDS {
            for (word, alone) in WORDS.iter().zip(&alone) {
                run(&engine, &used, before, &LIMITS).await;
                let again = run(&engine, &used, word, &LIMITS).await;
                assert_eq!(again, *alone, "{language}: {word} after {before}");
            }
        }
    }
}

#[tokio::test]
async fn limits_bind_a_used_instance_as_they_do_a_new_one() {
    let engine = Engine::new().unwrap();
    let packs = packs(&engine);
    for (language, main, text) in [("c", "main.c", C), ("wasm", "main.wat", WAT)] {
        let used = program(&packs, language, main, text, None).await;
        let usage = run(&engine, &used, "exit", &LIMITS).await.0.usage;
        for (cost, memory) in [
            (usage.cost, usage.memory),
            (usage.cost - 1, usage.memory),
            (usage.cost, usage.memory - 1),
            (10, usage.memory),
            (usage.cost, 1000),
        ] {
            let limits = assay_challenge::Limits { cost, memory, ..LIMITS };
            let new = program(&packs, language, main, text, None).await;
            let new = run(&engine, &new, "exit", &limits).await;
            run(&engine, &used, "return", &LIMITS).await;
            assert_eq!(run(&engine, &used, "exit", &limits).await, new, "{language}: {cost} units, {memory} bytes");
            let within = (cost, memory) == (usage.cost, usage.memory);
            assert_eq!(matches!(new.0.end, End::Exit { .. }), within, "{language}: {new:?}");
        }
    }
}
