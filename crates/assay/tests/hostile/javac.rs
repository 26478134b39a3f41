//! Hostile Java against the confined compiler.

use assay::Verdict::{AC, CE, RTE};

use crate::java::{answers, java};
use crate::row::{Row, row};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = sources();
    rows.extend(compiler_bombs());
    rows
}

/// Sources that try to have something done, or shown, while they are compiled.
fn sources() -> Vec<Row> {
    let processor = "import javax.annotation.processing.*;\nimport javax.lang.model.element.*;\nimport java.util.*;\n\
                     @SupportedAnnotationTypes(\"*\")\nclass P extends AbstractProcessor {\n\
                     static { if (true) throw new Error(\"it ran\"); }\n\
                     public boolean process(Set<? extends TypeElement> s, RoundEnvironment e) { return true; }\n}";
    let escapes = "class Main { public static void main(String[] a) { \\u0053ystem.out.println(\"ping 7\"); \
                   // \\u000a System.exit(3);\n} }\n";
    vec![
        row("a_processor.java", AC, "", answers(processor)),
        row("a_module.java", CE, "module-info.java", "module m { requires java.sql; }\n"),
        row("code_in_a_comment.java", RTE, "exit code 3", escapes),
        row("a_broken_escape.java", CE, "illegal unicode escape", answers("class A { String s = \"\\u00zz\"; }")),
        row(
            "an_escape_of_many_letters.java",
            AC,
            "",
            answers(&format!("class A {{ char c = '\\{}0041'; }}", "u".repeat(200_000))),
        ),
        row(
            "reads_a_file.java",
            CE,
            "is not supported",
            java("", "System.out.println(java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\")));"),
        ),
        row("not_java.java", CE, "illegal character", "#!/bin/sh\nid\n"),
        row("not_text.java", CE, "illegal character", vec![0xff; 1000]),
        row("markup_in_an_error.java", CE, "<identifier> expected", "class <script>alert(1)</script> \u{1b}[31m {}\n"),
        row("nothing.java", CE, "no class here has a `public static void main", ""),
        row("its_own_text.java", CE, "", "class String {}\nclass Main { public static void main(String[] a) {} }\n"),
    ]
}

/// Small sources that are large to compile.
fn compiler_bombs() -> Vec<Row> {
    let many = |count: u32, one: &dyn Fn(u32) -> String| (0..count).map(one).collect::<Vec<_>>().join("\n");
    let doubling = many(31, &|n| format!("static final String S{} = S{n} + S{n};", n + 1));
    let doubling = format!("class A {{ static final String S0 = \"xxxxxxxxxxxxxxxx\";\n{doubling} }}");
    let pieces = many(3000, &|n| format!("static int m{n}() {{ return {n}; }}"));
    let classes = many(2000, &|n| format!("class C{n} {{}}"));
    let constants = many(2700, &|n| format!("E{n},"));
    let statement = |text: &str| answers(&format!("class A {{ static int f(int n) {{ {text} }} }}"));
    let around = |open: &str, close: &str, times: usize| format!("{}n{}", open.repeat(times), close.repeat(times));
    let finally = "try { f(n); } finally { ".repeat(18) + "f(n);" + &" }".repeat(18) + " return 1;";
    vec![
        row(
            "a_long_constant.java",
            CE,
            "constant string too long",
            answers(&format!("class A {{ String s = \"{}\"; }}", "x".repeat(70_000))),
        ),
        row("doubling_constants.java", CE, "ran out of memory", answers(&doubling)),
        row("doubling_blocks.java", CE, "", statement(&finally)),
        row("nested_parentheses.java", AC, "", statement(&format!("return {};", around("(", ")", 3000)))),
        row("nested_blocks.java", CE, "nested too deeply", statement(&("{".repeat(30_000) + &"}".repeat(30_000)))),
        row(
            "nested_generics.java",
            CE,
            "too long for the constant pool",
            answers(&format!("class A {{ {}A{} x; }}", "java.util.List<".repeat(5000), ">".repeat(5000))),
        ),
        row(
            "very_many_operands.java",
            CE,
            "nested too deeply",
            statement(&format!("return {}n;", "n + ".repeat(30_000))),
        ),
        row("a_long_method.java", CE, "code too large", statement(&format!("{} return n;", "n += n; ".repeat(30_000)))),
        row("very_many_methods.java", AC, "", answers(&format!("class A {{\n{pieces}}}"))),
        row("very_many_classes.java", AC, "", answers(&classes)),
        row(
            "a_large_enumeration.java",
            CE,
            "",
            java(&format!("enum E {{ {constants} }}"), "System.out.println(E.values().length);"),
        ),
        row("a_class_of_itself.java", CE, "cyclic inheritance", answers("class A extends B {}\nclass B extends A {}")),
        row(
            "expanding_types.java",
            CE,
            "nested too deeply",
            answers(
                "class N<Z> {}\nclass C<X> extends N<N<? super C<C<X>>>> {}\n\
                 class A { N<? super C<Byte>> f(C<Byte> c) { return c; } }",
            ),
        ),
    ]
}
