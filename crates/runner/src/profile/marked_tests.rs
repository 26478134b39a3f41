//! JavaScript and TypeScript with their marks: where these stand, and that every kind of code can be read with them.

use super::*;

#[test]
fn every_statement_says_its_line_and_stands_where_it_stood() {
    let text = "'use strict'\nfunction f(a) {\n  if (a) return 1\n  return a + 1\n}\nfor (;a < b;) f(x => x)\n";
    let marked = marked(0, "a.js", text).unwrap();
    assert_eq!(marked.lines().count(), text.lines().count());
    for (line, part) in [
        (2, "{assay$at(assay$f,3);return assay$out(assay$f,(1))}"),
        (3, "assay$at(assay$f,4);return assay$out(assay$f,(a + 1))"),
        (
            5,
            "for (;assay$at(assay$f,6),(a < b);) {assay$at(assay$f,6);f(x => {const assay$f=assay$in(2,\"(anonymous)\");",
        ),
    ] {
        assert!(marked.lines().nth(line).unwrap().contains(part), "{marked}");
    }
}

#[test]
fn code_of_every_kind_can_be_read_with_its_marks() {
    for text in [
        "",
        "#!/usr/bin/env node\nconsole.log(1)",
        "import fs from 'fs'\nexport const a = async () => { await 1; return }\nexport default class { static { a() } }",
        "export * from './b.js'; export { a as b }; const a = await 2",
        "a: for (const x of [1, 2]) { if (x) continue a; else break a }",
        "do x++; while (x < 3)\nwhile (x--) ;\nif (x) ; else if (y) z()\nelse { }",
        "switch (x) { case 1: f(); break; default: g() }",
        "class A extends B { #p = () => 1; constructor() { super() } get x() { return this.#p } static *g() { yield 1 } }",
        "const o = { f() {}, g: x => ({ y: x }), [h]: async function* () {} }, t = `${(() => 1)()}`",
        "try { f() } catch { return } finally { g() }",
        "var f = function f() { 'use strict' }, f; function f() {}",
        "const f = x => y => (x, y)\nf(1)(2)",
    ] {
        assert!(marked(3, "a.js", text).is_ok(), "{text}");
    }
    for text in [
        "interface A { b: string }\ntype C = A | null\ndeclare module 'x' { export function f(): void }",
        "function f(a: string): void\nfunction f(a: any) { return }\nenum E { A, B = 2 }\nabstract class Q { abstract m(): void }",
        "namespace N { export const a = 1 }\nconst g = <T>(x: T): T => x as T\nexport = g",
    ] {
        assert!(marked(0, "a.ts", text).is_ok(), "{text}");
    }
    assert!(marked(0, "a.js", "let let = (").is_err());
}
