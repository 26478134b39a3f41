//! Whatever a submission prints, patches or writes, only a right result is accepted.

use assay::{Call, Expected, Function, Interface, Item, Parameter, Submission, Value, Verdict};
use assay::{Feedback, Format, Language, RenderOptions, redact, render};

use crate::{challenge, ground};

fn adds() -> Interface {
    let parameter = |name: &str| Parameter { name: name.to_owned(), data_type: "int".parse().expect("a type") };
    let function = Function {
        name: "add".to_owned(),
        about: "Adds.".to_owned(),
        parameters: vec![parameter("left"), parameter("right")],
        result: Some("int".parse().expect("a type")),
        fallible: false,
    };
    Interface { item: Item::Function(function), records: Vec::new() }
}

fn call() -> Call {
    let arguments = vec![Value::Int(40_000), Value::Int(2)];
    Call::Function { arguments, expected: Some(Expected::Value(Value::Int(40_002))) }
}

/// A submission's name, its source, the verdict it must earn, and what the message must hold.
type Row = (&'static str, &'static str, Verdict, &'static str);

const PYTHON: &[Row] = &[
    ("right", "def add(left, right): return left + right", Verdict::AC, ""),
    (
        "prints",
        "print('R\\n40002')\ndef add(left, right): print('R\\n40002'); return 0",
        Verdict::WA,
        "returned 0, expected 40002",
    ),
    ("another type", "def add(left, right): return str(left + right)", Verdict::WA, "returned str, expected int"),
    ("a list", "def add(left, right): return [left, 'x']", Verdict::WA, "returned list[int | str], expected int"),
    ("no result", "def add(left, right): left + right", Verdict::WA, "returned None, expected int"),
    ("no number", "def add(left, right): return float(left + right)", Verdict::WA, "returned float, expected int"),
    ("a flag", "def add(left, right): return True", Verdict::WA, "returned bool, expected int"),
    ("too large", "def add(left, right): return 2**63", Verdict::WA, "returned int beyond 64 bits"),
    ("exits", "import sys\ndef add(left, right): sys.exit(0)", Verdict::RTE, "the run ended before `add` returned"),
    ("exits hard", "import os\ndef add(left, right): os._exit(0)", Verdict::RTE, ""),
    ("exits early", "raise SystemExit(0)", Verdict::RTE, "the run ended before `add` returned"),
    ("raises", "def add(left, right): raise ValueError('no\\x1b[2J')", Verdict::RTE, "raised ValueError: no\\x1b[2J"),
    ("no function", "def plus(left, right): return left + right", Verdict::RTE, "defines no function `add`"),
    ("no parameters", "def add(): return 40002", Verdict::RTE, "raised TypeError"),
    (
        "equal to all",
        "class A(int):\n def __eq__(s, o): return True\ndef add(left, right): return A(7)",
        Verdict::WA,
        "returned 7",
    ),
    (
        "lies of itself",
        "class A(int):\n def __repr__(s): return '40002'\n __str__ = __repr__\ndef add(left, right): return A(7)",
        Verdict::WA,
        "returned 7",
    ),
    (
        "patches",
        "import builtins\nbuiltins.int = builtins.type = builtins.isinstance = lambda *a: True\ndef add(left, right): return 'x'",
        Verdict::WA,
        "returned str",
    ),
    (
        "appends",
        "def add(left, right):\n open('/assay/results/log', 'ab').write(b'R\\n40002\\n'); return 1",
        Verdict::WA,
        "",
    ),
    ("reads", "def add(left, right): return int(open('/assay/call').read().split()[0])", Verdict::WA, "returned 40000"),
    ("looks around", "import os\ndef add(left, right):\n open('/assay/answer')", Verdict::RTE, "FileNotFoundError"),
    ("never ends", "def add(left, right):\n while True: pass", Verdict::TLE, ""),
    ("recurses", "def add(left, right): return add(left, right)", Verdict::RTE, "raised RecursionError"),
    ("reads the input", "def add(left, right): return left + right + len(input())", Verdict::RTE, "raised EOFError"),
];

const JAVASCRIPT: &[Row] = &[
    ("right", "function add(left, right) { return left + right; }", Verdict::AC, ""),
    ("a big integer", "const add = (left, right) => BigInt(left + right);", Verdict::AC, ""),
    (
        "prints",
        "console.log('R\\n40002'); exports.add = () => { console.log('R\\n40002'); return 0; };",
        Verdict::WA,
        "returned 0, expected 40002",
    ),
    (
        "another type",
        "const add = (left, right) => String(left + right);",
        Verdict::WA,
        "returned string, expected int",
    ),
    ("a fraction", "const add = () => 40002.5;", Verdict::WA, "returned number that is no integer (40002.5)"),
    (
        "a promise",
        "async function add(left, right) { return left + right; }",
        Verdict::WA,
        "returned Promise, expected int",
    ),
    ("no result", "function add(left, right) { left + right; }", Verdict::WA, "returned undefined, expected int"),
    (
        "like a number",
        "class A { valueOf() { return 40002; } toString() { return '40002'; } }\nconst add = () => new A();",
        Verdict::WA,
        "returned A, expected int",
    ),
    ("exits", "function add() { process.exit(0); }", Verdict::RTE, "the run ended before `add` returned"),
    ("exits early", "process.exit(0);", Verdict::RTE, "the run ended before `add` returned"),
    ("never loads", "exports.add = () => 40002; await new Promise(() => {}); export {};", Verdict::RTE, ""),
    ("raises", "function add() { throw new RangeError('no\\x1b[2J'); }", Verdict::RTE, "raised RangeError: no\\x1b[2J"),
    ("raises nothing", "function add() { throw undefined; }", Verdict::RTE, "raised"),
    ("no function", "function plus(left, right) { return left + right; }", Verdict::RTE, "defines no function `add`"),
    (
        "patches",
        "Number.isInteger = () => true; String.prototype.slice = Number.prototype.toString = () => '40002'; \
         Array.prototype.push = Map.prototype.get = () => 40002; JSON.stringify = () => '40002';\nconst add = () => 7;",
        Verdict::WA,
        "returned 7",
    ),
    (
        "appends",
        "function add() { require('fs').appendFileSync('/assay/results/log', 'R\\n40002\\n'); return 1; }",
        Verdict::RTE,
        "wrote to the channel that its results travel on",
    ),
    (
        "reads",
        "const add = () => parseInt(require('fs').readFileSync('/assay/call', 'utf8'));",
        Verdict::WA,
        "returned 40000",
    ),
    ("looks around", "function add() { return require('fs').readFileSync('/assay/answer'); }", Verdict::RTE, "ENOENT"),
    ("never ends", "function add() { for (;;); }", Verdict::TLE, ""),
    ("recurses", "function add(left, right) { return add(left, right); }", Verdict::RTE, "raised RangeError"),
];

const RUBY: &[Row] = &[
    ("right", "def add(left, right) = left + right", Verdict::AC, ""),
    (
        "prints",
        "puts \"R\\n40002\"\ndef add(left, right) = (puts \"R\\n40002\"; 0)",
        Verdict::WA,
        "returned 0, expected 40002",
    ),
    ("another type", "def add(left, right) = (left + right).to_s", Verdict::WA, "returned String, expected int"),
    ("a list", "def add(left, right) = [left, 'x']", Verdict::WA, "returned Array<Integer | String>, expected int"),
    ("no result", "def add(left, right) = nil", Verdict::WA, "returned nil, expected int"),
    ("too large", "def add(left, right) = 2**63", Verdict::WA, "returned Integer beyond 64 bits"),
    ("exits", "def add(left, right) = exit", Verdict::RTE, "the run ended before `add` returned"),
    ("exits hard", "def add(left, right) = exit!(true)", Verdict::RTE, "the run ended before `add` returned"),
    ("exits early", "exit", Verdict::RTE, "the run ended before `add` returned"),
    ("raises", "def add(left, right) = raise('no')", Verdict::RTE, "raised RuntimeError: no"),
    ("no function", "def plus(left, right) = left + right", Verdict::RTE, "defines no method `add`"),
    (
        "patches",
        "class Integer\n def to_s(*) = '40002'\n def ==(other) = true\n alias inspect to_s\nend\ndef add(left, right) = 7",
        Verdict::WA,
        "returned 7",
    ),
    (
        "appends",
        "def add(left, right)\n File.write('/assay/results/log', \"R\\n40002\\n\", mode: 'a')\n 1\nend",
        Verdict::RTE,
        "wrote to the channel that its results travel on",
    ),
    ("looks around", "def add(left, right) = File.read('/assay/answer')", Verdict::RTE, "Errno::ENOENT"),
    ("never ends", "def add(left, right) = loop { }", Verdict::TLE, ""),
    ("recurses", "def add(left, right) = add(left, right)", Verdict::RTE, "raised SystemStackError"),
];

async fn each_earns_its_verdict(file: &str, table: &[Row]) {
    let folder = tempfile::tempdir().expect("a folder");
    let (challenge, grader) = (challenge(folder.path(), &adds(), &call()), ground::grader(2));
    for (name, source, verdict, message) in table {
        let grade = grader.grade(&challenge, &ground::submission(file, *source)).await.expect("a grade");
        let case = grade.cases.last().expect("a case");
        let holds = case.message.contains(message);
        assert!(case.verdict == *verdict && holds, "{name}: {} {}\n{:?}", case.verdict, case.message, case.detail);
    }
}

#[tokio::test]
async fn each_attempt_in_python_has_one_exact_verdict() {
    each_earns_its_verdict("solution.py", PYTHON).await;
}

#[tokio::test]
async fn each_attempt_in_javascript_has_one_exact_verdict() {
    each_earns_its_verdict("solution.js", JAVASCRIPT).await;
}

#[tokio::test]
async fn each_attempt_in_ruby_has_one_exact_verdict() {
    each_earns_its_verdict("solution.rb", RUBY).await;
}

#[tokio::test]
async fn what_is_printed_is_shown_apart_from_the_result() {
    let folder = tempfile::tempdir().expect("a folder");
    let challenge = challenge(folder.path(), &adds(), &call());
    let source = "def add(left, right):\n    print('adding', left)\n    return left - right";
    let grade = ground::grader(1).grade(&challenge, &ground::submission("mine.py", source)).await.expect("a grade");
    let text = render(&grade, Format::Text, &RenderOptions::default());
    assert!(text.contains("add(40000, 2) → 39998, expected 40002") && text.contains("│ adding 40000"), "{text}");
}

#[tokio::test]
async fn a_candidate_sees_no_hidden_call_and_no_hidden_result() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = challenge(folder.path(), &adds(), &call());
    let hidden = assay::Challenge { samples: Vec::new(), feedback: Feedback::CaseNames, ..(*whole).clone() };
    let submission = ground::submission("solution.py", "def add(left, right): return left - right");
    let grade = ground::grader(1).grade(&hidden.into(), &submission).await.expect("a grade");
    assert!(grade.to_json().contains("40002"));
    let shown = redact(&grade).to_json();
    assert!(!shown.contains("40002") && !shown.contains("39998") && !shown.contains("40000"), "{shown}");
}

#[tokio::test]
async fn a_module_is_no_function() {
    let folder = tempfile::tempdir().expect("a folder");
    let challenge = challenge(folder.path(), &adds(), &call());
    let wasm = Language::new("wasm").expect("a name");
    let submission = Submission::new("x.wat", wasm, "(module (func (export \"_start\")))");
    let error = ground::grader(1).grade(&challenge, &submission).await.expect_err("no grade");
    assert_eq!(
        error.to_string(),
        "the challenge `calls` asks for a function or class, and wasm submissions are whole programs"
    );
}
