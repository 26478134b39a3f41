//! Hostile Java at run time.

use assay::Verdict::{AC, CE, MLE, OLE, RTE, TLE, WA};

use crate::row::{Row, row};

/// A program whose `main` is `body`, with `members` beside it; `echo` copies the input to the output.
pub(crate) fn java(members: &str, body: &str) -> String {
    format!(
        "import java.io.*;\nimport java.util.*;\n\npublic class Main {{\n{members}\n\
         static void echo() throws IOException {{ System.in.transferTo(System.out); System.out.flush(); }}\n\
         public static void main(String[] args) throws Exception {{ {body} }}\n}}\n"
    )
}

/// A program that answers the challenge, but for what is beside its `main`.
pub(crate) fn answers(beside: &str) -> String {
    format!("{beside}\nclass Main {{ public static void main(String[] args) {{ System.out.println(\"ping 7\"); }} }}\n")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = resources();
    rows.extend(escapes());
    rows.extend(tricks());
    rows
}

fn resources() -> Vec<Row> {
    let down = "static int down(int n) { return down(n + 1) + n; }";
    let keeps = |what: &str| java("", &format!("List<Object> all = new ArrayList<>(); while (true) all.add({what});"));
    vec![
        row("endless_loop.java", TLE, "used its", java("", "echo(); for (int x = 1; x != 0; x |= 1) {}")),
        row("endless_method.java", TLE, "used its", java("static int spin() { while (true) {} }", "echo(); spin();")),
        row(
            "catches_everything.java",
            TLE,
            "used its",
            java("", "while (true) try { while (true) if (args.length > 0) break; } catch (Throwable e) {}"),
        ),
        row("endless_clock.java", TLE, "used its", java("", "while (System.nanoTime() > 0) {}")),
        row("endless_regex.java", TLE, "used its", java("", "\"a\".repeat(40).concat(\"b\").matches(\"(a+)+\");")),
        row(
            "endless_number.java",
            TLE,
            "used its",
            java("", "System.out.println(java.math.BigInteger.ONE.shiftLeft(4_000_000).toString().length());"),
        ),
        row("collects_garbage.java", TLE, "used its", java("", "while (true) System.gc();")),
        row("keeps_arrays.java", MLE, "asked for", keeps("new int[1 << 18]")),
        row("keeps_large_arrays.java", MLE, "asked for", keeps("new int[1 << 21]")),
        row(
            "keeps_threads.java",
            MLE,
            "asked for",
            java(
                "",
                "while (true) new Thread(() -> { synchronized (args) { try { args.wait(); } \
                 catch (InterruptedException e) {} } }).start();",
            ),
        ),
        row(
            "one_array.java",
            MLE,
            "asked for",
            java("", "int[] a = new int[1 << 28]; a[7] = 1; System.out.println(a[7]);"),
        ),
        row(
            "one_grid.java",
            MLE,
            "asked for",
            java("", "int[][] a = new int[1 << 14][1 << 14]; System.out.println(a[7][7]);"),
        ),
        row(
            "the_largest_grid.java",
            MLE,
            "asked for",
            java("", "var a = new int[1 << 20][1 << 20][7]; System.out.println(a[7][7]);"),
        ),
        row(
            "the_largest_array.java",
            RTE,
            "OutOfMemoryError",
            java("", "long[] a = new long[Integer.MAX_VALUE]; a[7] = 1; System.out.println(a[7]);"),
        ),
        row(
            "a_negative_array.java",
            RTE,
            "NegativeArraySize",
            java("", "System.out.println(new int[args.length - 1].length);"),
        ),
        row("stdout_flood.java", OLE, "64 KiB", java("", "while (true) System.out.println(\"flood\");")),
        row("stdout_one_byte_over.java", OLE, "64 KiB", java("", "System.out.print(\"x\".repeat(65537));")),
        row(
            "stderr_flood.java",
            AC,
            "",
            java("", "echo(); for (int i = 0; i < 300; i++) System.err.print(\"x\".repeat(1000));"),
        ),
        row("recursion.java", RTE, "StackOverflowError", java(down, "System.out.println(down(0));")),
        row(
            "recursion_is_not_caught.java",
            RTE,
            "StackOverflowError",
            java(down, "try { System.out.println(down(0)); } catch (StackOverflowError e) { echo(); }"),
        ),
        row("sleeps_a_day.java", AC, "", java("", "Thread.sleep(86_400_000L); echo();")),
        row("waits_for_nobody.java", RTE, "all threads wait", java("", "synchronized (args) { args.wait(); }")),
        row(
            "spins_in_a_thread.java",
            TLE,
            "used its",
            java("", "var t = new Thread(() -> { while (args.length == 0) {} }); t.start(); t.join(); echo();"),
        ),
    ]
}

fn escapes() -> Vec<Row> {
    let refused = |attempt: &str| {
        java(
            "",
            &format!("try {{ {attempt}; System.out.println(\"it worked\"); }} catch (IOException e) {{ echo(); }}"),
        )
    };
    let lacks = |what: &str| java("", &format!("{what}; echo();"));
    vec![
        row("opens_passwd.java", AC, "", refused("new FileInputStream(\"/etc/passwd\").read()")),
        row("opens_parent.java", AC, "", refused("new FileReader(\"../../../../etc/hostname\").read()")),
        row("opens_own_memory.java", AC, "", refused("new RandomAccessFile(\"/proc/self/mem\", \"r\").read()")),
        row("writes_a_file.java", AC, "", refused("new FileOutputStream(\"made\").write(7)")),
        row("writes_below_tmp.java", AC, "", refused("new FileWriter(\"/tmp/made\").write(\"x\")")),
        row("makes_a_folder.java", AC, "", java("", "if (!new File(\"/made\").mkdirs()) echo();")),
        row("removes_files.java", AC, "", java("", "if (!new File(\"/assay\").delete()) echo();")),
        row("connects.java", CE, "java.net.Socket is not supported", lacks("new java.net.Socket(\"127.0.0.1\", 80)")),
        row("starts_a_process.java", CE, "is not supported", lacks("Runtime.getRuntime().exec(\"id\")")),
        row(
            "builds_a_process.java",
            CE,
            "java.lang.ProcessBuilder is not supported",
            lacks("new ProcessBuilder(\"id\").start()"),
        ),
        row("reads_the_environment.java", CE, "is not supported", lacks("System.getenv().size()")),
        row("leaves_a_hook.java", CE, "is not supported", lacks("Runtime.getRuntime().addShutdownHook(new Thread())")),
        row("takes_memory_as_it_is.java", CE, "sun.misc.Unsafe is not supported", lacks("sun.misc.Unsafe.getUnsafe()")),
        row(
            "reaches_for_addresses.java",
            CE,
            "package org.teavm.interop does not exist",
            lacks("org.teavm.interop.Address.fromInt(0)"),
        ),
        row("reaches_for_the_host.java", CE, "package assay does not exist", lacks("assay.Wasi.exit(0)")),
        row(
            "imports_a_host_call.java",
            CE,
            "the package org.teavm.interop is not yours",
            format!("package org.teavm.interop;\n{}", answers("@interface Import { String module(); String name(); }")),
        ),
        row("is_one_of_ours.java", CE, "the package assay is not yours", format!("package assay;\n{}", answers(""))),
        row(
            "is_one_of_javas.java",
            CE,
            "package exists in another module",
            format!("package java.lang;\n{}", answers("")),
        ),
        row("has_native_code.java", CE, "spy", java("static native void spy();", "spy(); echo();")),
    ]
}

fn tricks() -> Vec<Row> {
    let error =
        |member: &str| java(&format!("static class E extends RuntimeException {{ {member} }}"), "throw new E();");
    let markup = "<script>alert(1)</script>\\u001b[31m\\u001b]0;x\\u0007<img src=x onerror=y>]]>\\u202e";
    vec![
        row("exits.java", RTE, "exit code 3", java("", "echo(); System.exit(3);")),
        row(
            "replaces_stdout.java",
            WA,
            "no output",
            java("", "System.setOut(new PrintStream(new ByteArrayOutputStream())); echo();"),
        ),
        row("prints_markup.java", WA, "expected \"ping\"", java("", &format!("System.out.println(\"{markup}\");"))),
        row("throws_markup.java", RTE, "<script>", java("", &format!("throw new RuntimeException(\"{markup}\");"))),
        row(
            "prints_bytes.java",
            WA,
            "expected \"ping\"",
            java("", "for (int i = 0; i < 256; i++) System.out.write(i);"),
        ),
        row(
            "prints_half_characters.java",
            WA,
            "expected \"ping\"",
            java("", "System.out.println(\"\\ud800 \\udfff\");"),
        ),
        row("a_message_that_throws.java", RTE, "", error("public String toString() { throw new E(); }")),
        row("a_message_without_end.java", TLE, "used its", error("public String getMessage() { while (true) {} }")),
        row("throws_null.java", RTE, "NullPointerException", java("", "throw null;")),
        row(
            "null_pointer.java",
            RTE,
            "NullPointerException",
            java("", "String s = args.length > 0 ? \"\" : null; System.out.println(s.length());"),
        ),
        row("fails_before_main.java", RTE, "/ by zero", java("static int x = 1 / Integer.parseInt(\"0\");", "echo();")),
        row("spins_before_main.java", TLE, "used its", java("static { for (int x = 1; x > 0; x |= 1) {} }", "echo();")),
        row(
            "own_system.java",
            AC,
            "",
            "class System {}\nclass Main { public static void main(String[] a) { \
             java.lang.System.out.println(\"ping 7\"); } }\n",
        ),
        row(
            "hash_collisions.java",
            TLE,
            "used its",
            java(
                "static class K { public int hashCode() { return 1; } }",
                "var m = new HashMap<K, K>(); while (true) m.put(new K(), null);",
            ),
        ),
    ]
}
