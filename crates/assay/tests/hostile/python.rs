//! Hostile Python.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE, WA};

use crate::row::{Row, guest, row};

/// Answers the challenge, then does `more`.
fn then(more: &str) -> String {
    format!("print(input(), flush=True)\n{more}\n")
}

/// Answers the challenge if `attempt` raises `error`, and says what happened otherwise.
fn only_if_refused(error: &str, attempt: &str) -> String {
    let attempt = attempt.replace('\n', "\n    ");
    format!("answer = input()\ntry:\n    {attempt}\n    print('it worked')\nexcept {error}:\n    print(answer)\n")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = resources();
    rows.extend(escapes());
    rows.extend(tricks());
    rows.extend(sources());
    rows
}

fn resources() -> Vec<Row> {
    vec![
        row("endless_loop.py", TLE, "used its", "while True: pass"),
        row("endless_loop_that_catches.py", TLE, "used its", guest!("catches_everything.py")),
        row("endless_clock.py", TLE, "used its", "import time\nwhile True: time.time()"),
        row("endless_regex.py", TLE, "used its", "import re\nre.match(r'(a+)+$', 'a' * 64 + 'b')"),
        row("endless_power.py", TLE, "used its", "print(len(str(7 ** 7 ** 9)))"),
        row("endless_sum.py", TLE, "used its", "print(sum(range(10 ** 15)))"),
        row("reads_forever.py", TLE, "used its", "import sys\nwhile True: sys.stdin.buffer.read(1)"),
        row("list_bomb.py", MLE, "asked for", "x = [0]\nwhile True: x += x"),
        row("bytes_bomb.py", MLE, "asked for", "print(len(bytes(1 << 30)))"),
        row("text_bomb.py", MLE, "asked for", "print(len(f'{1:{1 << 30}}'))"),
        row("zip_bomb.py", MLE, "asked for", guest!("zip_bomb.py")),
        row("memory_error_is_not_caught.py", MLE, "asked for", guest!("memory_error.py")),
        row("stdout_flood.py", OLE, "64 KiB", "while True: print('x' * 1000)"),
        row("stdout_flood_by_descriptor.py", OLE, "64 KiB", "import os\nwhile True: os.write(1, b'x' * 100)"),
        row("stdout_one_byte_over.py", OLE, "64 KiB", "import sys\nsys.stdout.write('x' * 65537)"),
        row("stderr_flood.py", AC, "", then("import sys\nfor _ in range(300): sys.stderr.write('x' * 1000)")),
        row("recursion.py", RTE, "RecursionError", "def f(): f()\nf()"),
        row("recursion_without_limit.py", RTE, "", guest!("recursion_without_limit.py")),
        row("recursion_in_json.py", RTE, "call stack exhausted", "import json\njson.loads('[' * 10**5)"),
        row("sleeps_a_day.py", AC, "", then("import time\ntime.sleep(86400)")),
        row("waits_for_the_clock.py", TLE, "used its", guest!("waits_for_the_clock.py")),
    ]
}

fn escapes() -> Vec<Row> {
    vec![
        row("opens_passwd.py", AC, "", only_if_refused("FileNotFoundError", "open('/etc/passwd')")),
        row(
            "opens_passwd_below.py",
            AC,
            "",
            only_if_refused("OSError", "import os\nos.open('/etc/passwd', os.O_RDONLY)"),
        ),
        row("opens_own_memory.py", AC, "", only_if_refused("OSError", "open('/proc/self/mem', 'rb')")),
        row("opens_parent.py", AC, "", only_if_refused("OSError", "open('../../../../../etc/hostname')")),
        row("writes_a_file.py", AC, "", only_if_refused("OSError", "open('made', 'w').write('x')")),
        row("writes_below_tmp.py", AC, "", only_if_refused("OSError", "open('/tmp/made', 'w').write('x')")),
        row("makes_a_folder.py", AC, "", only_if_refused("OSError", "import os\nos.mkdir('/tmp/made')")),
        row("makes_a_temporary.py", AC, "", only_if_refused("OSError", "import tempfile\ntempfile.TemporaryFile()")),
        row("removes_files.py", AC, "", guest!("removes_files.py")),
        row("lists_folders.py", AC, "", only_if_refused("OSError", "import os\nos.listdir('/')")),
        row("lists_by_glob.py", AC, "", then("import glob\nprint(*glob.glob('/*'), end='')")),
        row("reads_environment.py", AC, "", then("import os\nprint(*os.environ, end='')")),
        row("reads_arguments.py", AC, "", then("import sys\nassert sys.argv == ['reads_arguments.py'], sys.argv")),
        row("forks.py", AC, "", only_if_refused("(AttributeError, OSError)", "import os\nwhile True: os.fork()")),
        row("runs_a_shell.py", AC, "", only_if_refused("(AttributeError, OSError)", "import os\nos.system('id')")),
        row("starts_a_process.py", AC, "", only_if_refused("OSError", "import subprocess\nsubprocess.run(['id'])")),
        row(
            "replaces_itself.py",
            AC,
            "",
            only_if_refused("(AttributeError, OSError)", "import os\nos.execv('/bin/sh', ['sh'])"),
        ),
        row(
            "kills_its_parent.py",
            AC,
            "",
            only_if_refused("(AttributeError, OSError)", "import os\nos.kill(os.getppid(), 9)"),
        ),
        row(
            "connects.py",
            AC,
            "",
            only_if_refused(
                "(ImportError, OSError, AttributeError)",
                "import socket\nsocket.create_connection(('127.0.0.1', 80), 1)",
            ),
        ),
        row(
            "listens.py",
            AC,
            "",
            only_if_refused(
                "(ImportError, OSError, AttributeError)",
                "import socket\nsocket.create_server(('', 8080))",
            ),
        ),
        row(
            "looks_up_names.py",
            AC,
            "",
            only_if_refused(
                "(ImportError, OSError, AttributeError)",
                "import socket\nsocket.getaddrinfo('example.org', 80)",
            ),
        ),
        row(
            "fetches_a_page.py",
            AC,
            "",
            only_if_refused(
                "(ImportError, OSError)",
                "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')",
            ),
        ),
        row(
            "loads_native_code.py",
            AC,
            "",
            only_if_refused("(ImportError, OSError, AttributeError)", "import ctypes\nctypes.CDLL(None)"),
        ),
        row("many_threads.py", AC, "", guest!("many_threads.py")),
        row("looks_for_the_answer.py", AC, "", guest!("looks_for_the_answer.py")),
        row("imports_the_world_below.py", WA, "", guest!("imports_the_world_below.py")),
    ]
}

fn tricks() -> Vec<Row> {
    vec![
        row("exits_with_words.py", RTE, "exit code 1: no more", "import sys\nsys.exit('no more')"),
        row("exits_with_zero.py", AC, "", then("import sys\nsys.exit(0)")),
        row("exits_with_7.py", RTE, "exit code 7", then("raise SystemExit(7)")),
        row("exits_with_256.py", AC, "", then("raise SystemExit(256)")),
        row("exits_with_minus_1.py", RTE, "exit code 255", then("raise SystemExit(-1)")),
        row("exits_with_a_huge_code.py", RTE, "exit code", then("raise SystemExit(1 << 100)")),
        row("exits_with_a_bad_object.py", RTE, "exit code 1", guest!("exits_with_a_bad_object.py")),
        row("exits_at_once.py", AC, "", then("import os\nos._exit(0)")),
        row("exits_at_once_with_3.py", RTE, "exit code 1", then("import os\nos._exit(3)")),
        row("aborts.py", RTE, "", then("import os\nos.abort()")),
        row("fails_at_exit.py", AC, "", then("import atexit\natexit.register(lambda: 1 / 0)")),
        row("raises_base_exception.py", RTE, "exit code 1", then("raise BaseException('out')")),
        row("raises_an_error_that_cannot_be_shown.py", RTE, "exit code 1", guest!("unprintable_error.py")),
        row("closes_stdout.py", AC, "", then("import sys\nsys.stdout.close()")),
        row("closes_descriptor_one.py", AC, "", then("import os\nos.close(1)")),
        row("patches_stdout.py", AC, "", then("import sys\nsys.stdout = None")),
        row("patches_stdout_with_a_bomb.py", RTE, "exit code 1", guest!("patched_stdout.py")),
        row("patches_the_runner.py", WA, "", guest!("patches_the_runner.py")),
        row("returns_a_wrong_result.py", RTE, "", guest!("returns_a_wrong_result.py")),
        row("collects_garbage_of_others.py", AC, "", guest!("collects_garbage.py")),
        row("makes_bad_code.py", RTE, "", guest!("makes_bad_code.py")),
        row("prints_a_verdict.py", WA, "", "print('AC accepted 100/100')\nprint('{\"verdict\": \"AC\"}')"),
        row("prints_nothing.py", WA, "", ""),
        row("prints_bad_text.py", WA, "", "import os\nos.write(1, bytes(range(256)))"),
        row("prints_markup.py", WA, "", guest!("prints_markup.py")),
        row("uses_randomness.py", AC, "", guest!("uses_randomness.py")),
    ]
}

fn sources() -> Vec<Row> {
    vec![
        row("syntax_error.py", CE, "SyntaxError", "print('x'"),
        row("nul_byte.py", CE, "null bytes", "print(1)\0"),
        row("not_text.py", CE, "SyntaxError", b"\xff\xfe\x00print".as_slice()),
        row("parentheses.py", CE, "", format!("print({}1{})", "(".repeat(100_000), ")".repeat(100_000))),
        row("minus_signs.py", CE, "", format!("print({}1)", "-".repeat(100_000))),
        row("additions.py", CE, "", format!("print(1{})", "+1".repeat(100_000))),
        row("attributes.py", CE, "", format!("x{}", ".x".repeat(100_000))),
        row("nested_blocks.py", CE, "", (0..200).map(|n| " ".repeat(n) + "if 1:").collect::<Vec<_>>().join("\n")),
        row("folds_a_bomb.py", MLE, "asked for", "x = 'x' * (1 << 30)"),
        row("coding_cookie.py", CE, "SyntaxError", "# coding: rot13\nprint(1)"),
    ]
}
