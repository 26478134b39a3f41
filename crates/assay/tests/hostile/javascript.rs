//! Hostile JavaScript and TypeScript: at run time, and against the parser that takes the types off on the host.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE, WA};

use crate::row::{Row, row};

/// Answers the challenge, then does `more`.
fn then(more: &str) -> String {
    format!("process.stdout.write(require('fs').readFileSync(0));\n{more}\n")
}

/// Answers the challenge if `attempt` throws something with this code or name, and says what happened otherwise.
fn only_if_refused(code: &str, attempt: &str) -> String {
    let found = format!("e.code === '{code}' || e.name === '{code}' ? '' : String(e)");
    format!("let said = 'it worked'; try {{ {attempt} }} catch (e) {{ said = {found}; }}\n")
        + &then("console.log(said);")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = resources();
    rows.extend(escapes());
    rows.extend(sources());
    rows.extend(types());
    rows
}

fn resources() -> Vec<Row> {
    vec![
        row("endless_loop.js", TLE, "used its", "for (;;);"),
        row("endless_loop_that_catches.js", TLE, "used its", "for (;;) try { for (;;) null.x; } catch {} finally {}"),
        row("endless_promises.js", TLE, "used its", "const f = () => { Promise.resolve().then(f); }; f();"),
        row("endless_ticks.js", TLE, "used its", "const f = () => process.nextTick(f); f();"),
        row("endless_timers.js", TLE, "used its", "setInterval(() => {}, 0);"),
        row("endless_generator.js", TLE, "used its", "function* g() { while (true) yield 1; } for (const x of g());"),
        row("endless_regex.js", TLE, "used its", "/^(a+)+$/.test('a'.repeat(64) + 'b');"),
        row("endless_power.js", TLE, "used its", "let x = 3n; for (;;) x = BigInt.asUintN(1e6, x * x);"),
        row("endless_sort.js", TLE, "used its", "const a = new Array(1e4).fill(1); for (;;) a.sort(() => 1);"),
        row("endless_exit.js", TLE, "used its", "process.on('exit', () => { for (;;); });"),
        row("endless_getter.js", TLE, "used its", "console.log({ get [Symbol.toStringTag]() { for (;;); } });"),
        row("endless_proxy.js", RTE, "", "const p = new Proxy({}, {}); Object.setPrototypeOf(p, p); p.x;"),
        row("array_bomb.js", MLE, "asked for", "let a = [0]; for (;;) a = a.concat(a);"),
        row("text_bomb.js", MLE, "asked for", "const all = []; for (let i = 0; ; i++) all.push('x'.repeat(1e6) + i);"),
        row("buffer_bomb.js", MLE, "asked for", "new Uint8Array(1 << 30).fill(1);"),
        row("bigint_bomb.js", MLE, "asked for", "const a = []; for (;;) a.push(1n << BigInt(1e6 + a.length));"),
        row("map_bomb.js", MLE, "asked for", "const m = new Map(); for (let i = 0; ; i++) m.set(i, {});"),
        row(
            "promise_bomb.js",
            MLE,
            "asked for",
            "const f = () => { for (;;) new Promise(() => {}).then(f); }; const k = []; for (;;) k.push(Promise.resolve().then(f));",
        ),
        row(
            "memory_error_is_not_caught.js",
            MLE,
            "asked for",
            then("for (;;) try { const a = []; for (;;) a.push([a]); } catch {}"),
        ),
        row("stdout_flood.js", OLE, "64 KiB", "for (;;) console.log('flood');"),
        row("stdout_flood_by_descriptor.js", OLE, "64 KiB", "for (;;) require('fs').writeSync(1, 'flood');"),
        row("stdout_one_byte_over.js", OLE, "64 KiB", "process.stdout.write('x'.repeat(65537));"),
        row("stderr_flood.js", AC, "", then("for (let i = 0; i < 300; i++) console.error('x'.repeat(1000));")),
        row("recursion.js", RTE, "exit code 1", "function f() { f(); } f();"),
        row("recursion_in_getters.js", RTE, "exit code 1", "const o = { get x() { return this.x; } }; o.x;"),
        row("recursion_in_promises.js", RTE, "exit code 1", "async function f() { await f(); } f();"),
        row("recursion_in_json.js", RTE, "call stack exhausted", then("try { JSON.parse('['.repeat(1e6)); } catch {}")),
        row(
            "recursion_in_inspect.js",
            AC,
            "",
            then("let a = []; for (let i = 0; i < 1e5; i++) a = [a]; console.error(a);"),
        ),
        row(
            "recursion_in_regex.js",
            AC,
            "",
            then("try { new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('x'); } catch {}"),
        ),
        row(
            "recursion_in_eval.js",
            RTE,
            "call stack exhausted",
            then("try { eval('('.repeat(1e5) + ')'.repeat(1e5)); } catch {}"),
        ),
        row("sleeps_a_day.js", AC, "", then("setTimeout(() => {}, 86400e3);")),
        row("sleeps_a_year_awake.js", AC, "", then("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);")),
        row("waits_for_the_clock.js", TLE, "used its", "const t = Date.now(); while (Date.now() < t + 86400e3);"),
    ]
}

fn escapes() -> Vec<Row> {
    vec![
        row("opens_passwd.js", AC, "", only_if_refused("ENOENT", "require('fs').readFileSync('/etc/passwd')")),
        row("opens_upwards.js", AC, "", only_if_refused("ENOENT", "require('fs').readFileSync('../../etc/passwd')")),
        row("writes_a_file.js", AC, "", only_if_refused("EROFS", "require('fs').writeFileSync('made', 'x')")),
        row("requires_passwd.js", AC, "", only_if_refused("MODULE_NOT_FOUND", "require('/etc/passwd')")),
        row(
            "starts_a_process.js",
            AC,
            "",
            only_if_refused("MODULE_NOT_FOUND", "require('child_process').execSync('id')"),
        ),
        row("connects.js", AC, "", only_if_refused("MODULE_NOT_FOUND", "require('net').connect(80)")),
        row("starts_a_worker.js", AC, "", only_if_refused("MODULE_NOT_FOUND", "require('worker_threads')")),
        row("loads_native_code.js", AC, "", only_if_refused("Error", "process.binding('fs')")),
        row("reads_the_environment.js", AC, "", then("if (Object.keys(process.env).length) console.log(process.env);")),
        row("kills_itself.js", AC, "", then("process.kill(process.pid, 'SIGKILL');")),
        row("aborts.js", RTE, "exit code 134", then("process.abort();")),
        row("exits_early.js", RTE, "exit code 3", "process.exit(3);"),
        row("throws_nothing.js", RTE, "exit code 1", "throw undefined;"),
        row(
            "throws_what_cannot_be_shown.js",
            RTE,
            "exit code 1",
            "throw { get message() { throw this; }, toString() { throw this; }, [Symbol.for('nodejs.util.inspect.custom')]() { throw this; } };",
        ),
        row("never_settles.js", AC, "", then("(async () => { await new Promise(() => {}); })();")),
        row(
            "rejects_and_handles_later.js",
            AC,
            "",
            then("const p = Promise.reject(1); process.nextTick(() => p.catch(() => {}));"),
        ),
        row("closes_stdout.js", AC, "", then("try { require('fs').closeSync(1); } catch {}")),
        row(
            "changes_what_all_have.js",
            RTE,
            "exit code 7",
            then(
                "Object.prototype.x = 1; Array.prototype[0] = 2; Array.prototype.push = null; String.prototype.split = null; Promise.prototype.then = null; Map.prototype.get = null;",
            ),
        ),
        row(
            "takes_the_console_apart.js",
            RTE,
            "exit code 1",
            "Object.defineProperty(Error.prototype, 'stack', { get() { throw 1; } }); console = null; null.x;",
        ),
        row(
            "prepares_stacks.js",
            RTE,
            "exit code 1",
            "Error.prepareStackTrace = () => { throw 1; }; Error.stackTraceLimit = -1; null.x;",
        ),
        row(
            "frees_a_buffer_in_use.js",
            AC,
            "",
            then(
                "const b = new ArrayBuffer(8), a = new Uint8Array(b); b.transfer(); a[0] = 1; try { require('fs').writeSync(1, a); } catch {}",
            ),
        ),
        row(
            "collects_garbage_in_finalizers.js",
            TLE,
            "used its",
            then(
                "const r = new FinalizationRegistry(() => { for (;;); }); for (let i = 0; i < 100; i++) r.register({}, i);",
            ),
        ),
    ]
}

fn sources() -> Vec<Row> {
    vec![
        row("not_javascript.js", CE, "not_javascript.js:1", "this is not JavaScript"),
        row("empty.js", AC, "", then("")),
        row("zero_bytes.js", CE, "zero_bytes.js:1", b"\0\0\0\0".as_slice()),
        row("not_utf8.js", CE, "", b"let \xff\xfe = 1;".as_slice()),
        row("deeply_nested.js", CE, "", format!("{}1{}", "(".repeat(100_000), ")".repeat(100_000))),
        row("many_functions.js", AC, "", then(&"(() => 0);".repeat(50_000))),
        row("one_long_line.js", AC, "", then(&format!("const a = [{}];", "1,".repeat(500_000)))),
        row(
            "imports_itself.mjs",
            AC,
            "",
            "import * as me from './imports_itself.mjs'; import { readFileSync } from 'fs'; process.stdout.write(readFileSync(0)); me;",
        ),
        row("requires_itself.js", AC, "", then("require('./requires_itself.js');")),
        row("imports_what_is_not_there.mjs", CE, "Cannot find module", "import './nothing.js';"),
        row("markup.js", RTE, "", "throw new Error('<script>alert(1)</script>\\u001b[31m');"),
    ]
}

fn types() -> Vec<Row> {
    let deep = |open: &str, inside: &str, close: &str, times: usize| {
        format!("{}{inside}{}", open.repeat(times), close.repeat(times))
    };
    vec![
        row("endless_loop.ts", TLE, "used its", "while (true as boolean) { }"),
        row(
            "list_bomb.ts",
            MLE,
            "asked for",
            "const a: number[][] = []; while (true) a.push(new Array(1000).fill(0));",
        ),
        row(
            "opens_passwd.ts",
            AC,
            "",
            "import * as fs from 'fs';\nlet found: boolean = true;\ntry { fs.readFileSync('/etc/passwd'); } catch (e: unknown) { found = false; }\nif (!found) process.stdout.write(fs.readFileSync(0));",
        ),
        row(
            "refers_to_passwd.ts",
            AC,
            "",
            "/// <reference path=\"/etc/passwd\" />\nimport * as fs from 'fs';\nprocess.stdout.write(fs.readFileSync(0));",
        ),
        row(
            "imports_a_type_of_the_host.ts",
            AC,
            "",
            "import type { x } from '/etc/passwd';\nimport * as fs from 'fs';\nprocess.stdout.write(fs.readFileSync(0));",
        ),
        row("not_typescript.ts", CE, "not_typescript.ts:1", "let x: = 1"),
        row("not_utf8.ts", CE, "it is not UTF-8", b"let x = '\xff';".as_slice()),
        row("too_long.ts", CE, "a file of TypeScript may have 2097152", "x;".repeat(1_100_000)),
        row("deep_brackets.ts", CE, "it is nested too deeply", deep("(", "1", ")", 200_000)),
        row("deep_types.ts", CE, "it is nested too deeply", format!("type T = {};", deep("A<", "x", ">", 200_000))),
        row("deep_arrows.ts", CE, "it is nested too deeply", format!("let f = {}1;", "x => ".repeat(200_000))),
        row("deep_unary.ts", CE, "it is nested too deeply", format!("let f = {}1;", "- ".repeat(200_000))),
        row("deep_templates.ts", CE, "it is nested too deeply", deep("`${", "1", "}`", 100_000)),
        row("deep_as_allowed.ts", WA, "", format!("let f = {};", deep("(", "1", ")", 6_000))),
        row("deep_arrows_as_allowed.ts", WA, "", format!("let f = {}1;", "x => ".repeat(2_000))),
        row("deep_conditions.ts", WA, "", format!("type T = {}never;", "A extends B ? C : ".repeat(1_000))),
        row(
            "wide_union.ts",
            AC,
            "",
            format!("type T = {}'z';\nprocess.stdout.write(require('fs').readFileSync(0));", "'a' | ".repeat(2_000)),
        ),
        row(
            "many_enums.ts",
            AC,
            "",
            format!(
                "enum E {{ A0 = 1, {} }}\nprocess.stdout.write(require('fs').readFileSync(0));",
                (1..5_000).map(|n| format!("A{n} = A{} + 1", n - 1)).collect::<Vec<_>>().join(", ")
            ),
        ),
    ]
}
