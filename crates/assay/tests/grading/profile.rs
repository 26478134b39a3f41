//! Profiles say where the cost went: at the function or line that is known to be costly, the same one every time.

use std::path::Path;
use std::sync::Arc;

use assay::{
    Challenge, FrameKind, Grade, GradeOptions, Grader, Profile, ProfileFormat, RenderOptions, Verdict, load, redact,
    render_profile,
};

use crate::ground::{challenge, grader, submission};

/// Asks for `ok` whatever is spent before; the last hidden case asks for the most.
fn spend(folder: &Path, time: &str) -> Arc<Challenge> {
    let files = [
        ("sample/1-case.in", "300\n"),
        ("sample/1-case.ans", "ok\n"),
        ("secret/1-case.in", "3000\n"),
        ("secret/1-case.ans", "ok\n"),
        ("secret/2-case.in", "30000\n"),
        ("secret/2-case.ans", "ok\n"),
    ];
    challenge(folder, "spend", &format!("[limits]\ntime = \"{time}\"\n"), &files)
}

const C: &str = r#"#include <stdio.h>
__attribute__((noinline)) static unsigned hot(unsigned n) {
    volatile unsigned sum = 0;
    for (unsigned i = 0; i < n * 20; i++) sum += i * i;
    return sum;
}
__attribute__((noinline)) static unsigned cold(unsigned n) {
    volatile unsigned sum = 0;
    for (unsigned i = 0; i < n; i++) sum += i;
    return sum;
}
int main(void) {
    unsigned n;
    if (scanf("%u", &n) != 1) return 1;
    puts(hot(n) + cold(n) == 1 ? "never" : "ok");
}
"#;

const PYTHON: &str = "def hot(n):\n    return sum(i * i for i in range(20 * n))\n\nn = int(input())\n\
                      for _ in range(3):\n    pass\nhot(n)\nprint('ok')\n";

const JAVASCRIPT: &str = "const n = Number(require('fs').readFileSync(0, 'utf8'));\nconst hot = (n) => {\n\
                          let sum = 0;\n  for (let i = 0; i < 3 * n; i++)\n    sum = (sum + Math.sqrt(i) * Math.sin(i)) % 1000;\n\
                          return sum;\n};\nhot(n);\nconsole.log('ok');\n";

const RUBY: &str = "def hot(n)\n  i = 0\n  i += 1 while i < 20 * n\nend\n\nhot(gets.to_i)\nputs 'ok'\n";

async fn profile(grader: &Grader, challenge: &Arc<Challenge>, name: &str, source: &str) -> Profile {
    grader.profile(challenge, &submission(name, source), None, |_| {}).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_costly_function_or_line_is_found_in_every_kind_of_language() {
    let folder = tempfile::tempdir().unwrap();
    let (challenge, grader) = (spend(folder.path(), "20ms"), grader(2));
    let typed = JAVASCRIPT.replace("(n) =>", "(n: number): number =>").replace("let sum = 0", "let sum: number = 0");
    for (name, source, hot, kind) in [
        ("a.c", C, "hot", FrameKind::Functions),
        ("a.py", PYTHON, "a.py:2 hot", FrameKind::Lines),
        ("a.js", JAVASCRIPT, "a.js:5 hot", FrameKind::Lines),
        ("a.ts", &typed, "a.ts:5 hot", FrameKind::Lines),
        ("a.rb", RUBY, "a.rb:3 hot", FrameKind::Lines),
    ] {
        let profile = profile(&grader, &challenge, name, source).await;
        assert_eq!(
            (profile.case.as_str(), profile.verdict, profile.frames),
            ("secret/2-case", Verdict::AC, kind),
            "{name}"
        );
        let found = profile.hottest();
        let share = |units: u64| units * 100 / profile.cost;
        let least = if kind == FrameKind::Functions { 90 } else { 70 };
        assert!(found[0].name == hot && share(found[0].own) >= least, "{name}: {:?}", &found[..found.len().min(4)]);
        assert!(
            share(profile.known) >= 95 && profile.known <= profile.cost + profile.cost / 100,
            "{name}: {profile:?}"
        );
    }
}

async fn graded(jobs: usize, challenge: &Arc<Challenge>, name: &str, source: &str) -> Grade {
    let options = GradeOptions { profile: true, ..GradeOptions::default() };
    grader(jobs).grade_with(challenge, &submission(name, source), options, |_| {}).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grade_with_a_profile_is_the_same_at_any_parallelism_and_else_the_grade_without() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = spend(folder.path(), "20ms");
    for (name, source) in [("a.c", C), ("a.py", PYTHON), ("a.js", JAVASCRIPT), ("a.rb", RUBY)] {
        let one = graded(1, &challenge, name, source).await;
        assert!(one.profile.is_some());
        assert_eq!(one.to_json(), graded(8, &challenge, name, source).await.to_json());
        let plain = grader(2).grade(&challenge, &submission(name, source)).await.unwrap();
        assert_eq!(Grade { profile: None, ..one }, plain);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_without_end_is_found_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (challenge, grader) = (spend(folder.path(), "2ms"), grader(2));
    let c = "__attribute__((noinline)) static void stuck(void) { for (volatile int i = 0;; i++); }\nint main(void) { stuck(); }\n";
    for (name, source, hot) in [
        ("a.c", c, "stuck"),
        ("a.py", "n = 1\nwhile True:\n    n += 1\n", "a.py:3"),
        ("b.py", "n = 1\nwhile n: pass\n", "b.py:2"),
        ("c.py", "import itertools\nsum(itertools.repeat(1))\n", "c.py:2"),
        ("a.js", "let n = 1;\nfor (;;)\n  n = (n * 7) % 1001;\n", "a.js:3"),
        ("b.js", "const f = () => {\n  f.x = /(a+)+$/.test('a'.repeat(60) + 'b') };\nf()\n", "b.js:2 f"),
        ("a.rb", "n = 1\nn += 1 while true\n", "a.rb:2"),
    ] {
        let profile = profile(&grader, &challenge, name, source).await;
        assert!(profile.verdict == Verdict::TLE && profile.cost >= 20_000_000, "{name}: {profile:?}");
        let found = profile.hottest();
        assert!(found[0].name == hot && found[0].own * 2 > profile.cost, "{name}: {:?}", &found[..found.len().min(4)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn deep_recursion_and_functions_without_number_are_bounded() {
    let folder = tempfile::tempdir().unwrap();
    let (challenge, grader) = (spend(folder.path(), "20ms"), grader(2));
    let many: Vec<String> = (0..3000).map(|n| format!("def f{n}(x):\n    return x + {n}\n")).collect();
    let many = many.concat();
    let calls = "for g in [v for k, v in list(globals().items()) if k[0] == 'f']:\n    g(1)\n";
    let two =
        "def a(n):\n    return n and b(n - 1)\ndef b(n):\n    return n and a(n - 1)\nfor _ in range(50):\n    a(900)\n";
    let c = "static int walk(int n) { return n ? walk(n - 1) + walk(n / 3) % 7 : 1; }\nint main(void) { return walk(60) == 7; }\n";
    let js = "function a(n) { return n ? b(n - 1) : 0 }\nfunction b(n) { return n ? a(n - 1) : 0 }\nfor (let i = 0; i < 50; i++) a(900);\n";
    let rb = "def a(n) = n.zero? ? 0 : b(n - 1)\ndef b(n) = n.zero? ? 0 : a(n - 1)\n50.times { a(900) }\n";
    let functions = format!("{many}{calls}");
    for (name, source) in [("a.py", functions.as_str()), ("b.py", two), ("a.c", c), ("a.js", js), ("a.rb", rb)] {
        let profile = profile(&grader, &challenge, name, source).await;
        assert!(profile.nodes.len() <= 1500 && profile.nodes.iter().all(|node| node.depth < 128), "{name}");
        assert!(profile.known > profile.cost / 2 && profile.hottest().len() > 1, "{name}: {:?}", profile.hottest());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_a_module_gives_its_functions_are_cut_and_escaped() {
    let folder = tempfile::tempdir().unwrap();
    let (challenge, grader) = (spend(folder.path(), "20ms"), grader(2));
    let name = format!("</svg><script>alert(1)</script>\u{1b}[31m;{}", "x".repeat(100_000));
    let source = format!(
        "(module (memory (export \"memory\") 1) (func $f (@name {name:?}) (local i32) (loop (br_if 0 (i32.lt_u \
         (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 100000)))))\n(func (export \"_start\") (call $f)))"
    );
    let source = source.replace("\\u{1b}", "\\1b");
    let profile = profile(&grader, &challenge, "a.wat", &source).await;
    assert!(profile.hottest()[0].name.starts_with("</svg><script>"), "{:?}", profile.hottest());
    for format in ProfileFormat::ALL {
        let text = render_profile(&profile, format, &RenderOptions::default());
        assert!(text.len() < 100_000 && !text.contains('\u{1b}'), "{format:?}");
        assert!(format != ProfileFormat::Html || !text.contains("<script"), "{text}");
        assert!(format != ProfileFormat::Folded || text.lines().all(|line| !line.contains("[31m;")), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_calls_a_function_is_told_apart_from_the_submission() {
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../challenges/paginate");
    let (challenge, grader) = (Arc::new(load(&bundled).unwrap()), grader(2));
    let case = challenge.samples[0].id.clone();
    for name in ["solution.py", "solution.js", "solution.ts", "solution.rb"] {
        let source = std::fs::read(bundled.join("submissions/accepted").join(name)).unwrap();
        let submission = submission(name, source);
        let profile = grader.profile(&challenge, &submission, Some(&case), |_| {}).await.unwrap();
        assert!(profile.sample && profile.verdict == Verdict::AC);
        let is_own = |frame: &str| frame.starts_with(&format!("{name}:"));
        let (own, rest): (Vec<_>, Vec<_>) = profile.hottest().into_iter().partition(|frame| is_own(frame.name));
        assert!(own.len() > 3, "{name}: {own:?}");
        assert_eq!(rest.iter().map(|frame| frame.name).collect::<Vec<_>>(), ["(outside the submission's files)"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_candidate_sees_a_profile_of_a_sample_only() {
    let folder = tempfile::tempdir().unwrap();
    let challenge = spend(folder.path(), "20ms");
    let grade = graded(2, &challenge, "a.c", C).await;
    assert!(redact(&grade).profile.is_none());
    let grader = grader(2);
    let of_sample = grader.profile(&challenge, &submission("a.c", C), Some("sample/1-case"), |_| {}).await.unwrap();
    let shown = redact(&Grade { profile: Some(of_sample.clone()), ..grade });
    assert_eq!(shown.profile, Some(of_sample));
}
