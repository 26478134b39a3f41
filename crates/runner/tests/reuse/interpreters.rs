//! Interpreters: one of JavaScript for each program, one of Ruby for all.

use assay_challenge::End;
use assay_runner::Engine;

use super::{LIMITS, packs, program, run};

const JAVASCRIPT: &str = r#"
const fs = require("fs");
console.log(globalThis.left, Object.prototype.left, [].left, process.env, process.argv.slice(2), performance.now());
console.log(Math.random(), Date.now(), process.exitCode, fs.existsSync("/out/left"), fs.readFileSync("given", "utf8"));
console.log(process.memoryUsage?.().heapUsed, new Error("here").stack, process.listenerCount("exit"));
const word = fs.readFileSync(0, "utf8");
globalThis.left = Object.prototype.left = Array.prototype.left = Array.from({ length: 5000 }, (_, i) => "left" + i);
process.env.LEFT = "1";
fs.writeFileSync("/out/left", "left");
process.on("exit", () => { Math.random = () => 7; });
Promise.reject(1).catch(() => {});
const weak = new WeakMap([[globalThis.left, 1]]);
setTimeout(() => { Date.now = () => 1; }, 1000);
console.log = () => {};
JSON.parse = null;
function deep(n) { return n ? deep(n - 1) + 1 : 0; }
if (word === "exit") process.exit(7);
if (word === "throw") throw new Error("thrown");
if (word === "deep") deep(1e9);
if (word === "grow") globalThis.more = new Uint8Array(4 << 20).fill(1);
if (word === "reject") Promise.reject(new Error("rejected"));
"#;

const RUBY: &str = r#"
p $left, Object.constants.include?(:LEFT), ENV.to_h, ARGV, Process.clock_gettime(Process::CLOCK_MONOTONIC), Time.now.to_f
p rand, Random.bytes(3), File.exist?("/out/left"), File.read("given"), ObjectSpace.count_objects[:T_STRING]
p GC.count, [].respond_to?(:left), $stdout.sync, caller, Symbol.all_symbols.size, GC.stat(:heap_live_slots)
word = $stdin.read
$left = LEFT = Array.new(5000) { |i| "left#{i}" }
class Array; def left = 1; end
class Integer; def even? = 7; end
ENV["LEFT"] = "1"
File.write("/out/left", "left")
srand(7); $stdout.sync = true; at_exit { $left = 1 }
:"left#{rand}".to_proc
sleep 10
def deep(n) = n.zero? ? 0 : deep(n - 1) + 1
exit 7 if word == "exit"
exit! 8 if word == "throw"
deep(1 << 40) if word == "deep"
$more = "x" * (8 << 20) if word == "grow"
raise "raised" if word == "reject"
"#;

/// Both are loaded before they are called, and may then not know of the case.
const JAVASCRIPT_CALLED: &str = r#"
const fs = require("fs");
const seen = [Math.random(), Date.now(), performance.now(), fs.existsSync("given"), fs.existsSync("/out"), process.argv];
const opened = fs.openSync("main.js"), piece = Buffer.alloc(5);
setTimeout(() => console.log("later", performance.now() > 5), 5);
Promise.resolve().then(() => seen.push("soon"));
let calls = 0;
globalThis.main = function () {
  console.log(seen, ++calls, Math.random(), performance.now(), process.argv, fs.readFileSync("given", "utf8"));
  console.log(fs.readSync(opened, piece, 0, 5), String(piece), globalThis.left, fs.existsSync("/out/left"));
  const word = fs.readFileSync(0, "utf8");
  globalThis.left = Object.prototype.left = Array.from({ length: 5000 }, (_, i) => "left" + i);
  fs.writeFileSync("/out/left", "left");
  seen.push = null; Math.random = null; calls += 7;
  if (word === "exit") process.exit(7);
  if (word === "throw") throw new Error("thrown");
  if (word === "deep") (function deep(n) { return deep(n + 1) + 1; })(0);
  if (word === "grow") globalThis.more = new Uint8Array(9 << 20).fill(1);
  if (word === "reject") return Promise.reject(new Error("rejected"));
};
"#;

const RUBY_CALLED: &str = r#"
SEEN = [rand, Time.now.to_f, Process.clock_gettime(Process::CLOCK_MONOTONIC), File.exist?("given"), ARGV.dup, DATA.gets]
OPENED = File.open("main.rb")
at_exit { puts "at the end" }
$calls = 0
module Main
  def self.call
    p SEEN, $calls += 1, rand, Random.bytes(3), Process.clock_gettime(Process::CLOCK_MONOTONIC), ARGV, File.read("given")
    p OPENED.gets, DATA.gets, $left, File.exist?("/out/left"), GC.count, Symbol.all_symbols.size, $0
    word = $stdin.read
    $left = Array.new(5000) { |i| "left#{i}" }
    File.write("/out/left", "left")
    SEEN.clear; srand(7); $calls += 7
    exit 7 if word == "exit"
    exit! 8 if word == "throw"
    call if word == "deep"
    $more = "x" * (8 << 20) if word == "grow"
    raise "raised" if word == "reject"
  end
end
__END__
one
two
"#;

const WORDS: [&str; 6] = ["return", "exit", "throw", "deep", "grow", "reject"];

#[tokio::test]
async fn no_case_in_an_interpreter_sees_what_another_left() {
    for (language, main, text, entry) in [
        ("javascript", "main.js", JAVASCRIPT, None),
        ("javascript", "main.js", JAVASCRIPT_CALLED, Some("main")),
        ("ruby", "main.rb", RUBY, None),
        ("ruby", "main.rb", RUBY_CALLED, Some("Main")),
    ] {
        let engine = Engine::new().unwrap();
        let mut alone = Vec::new();
        for word in WORDS {
            let packs = packs(&engine);
            alone.push(run(&engine, &program(&packs, language, main, text, entry).await, word, &LIMITS).await);
        }
        let said = String::from_utf8_lossy(&alone[0].0.stderr.bytes);
        assert_eq!(alone[0].0.end, End::Exit { code: 0 }, "{language}: {said}");
        assert_eq!(alone[1].0.end, End::Exit { code: 7 }, "{language}");
        let packs = packs(&engine);
        let used = program(&packs, language, main, text, entry).await;
        for before in WORDS {
            for (word, alone) in WORDS.iter().zip(&alone) {
                run(&engine, &used, before, &LIMITS).await;
                let again = run(&engine, &used, word, &LIMITS).await;
                assert_eq!(again, *alone, "{language}, called: {}: {word} after {before}", entry.is_some());
            }
        }
    }
}

#[tokio::test]
async fn a_program_that_is_called_is_loaded_without_knowing_of_the_case() {
    let engine = Engine::new().unwrap();
    let packs = packs(&engine);
    let javascript = program(&packs, "javascript", "main.js", JAVASCRIPT_CALLED, Some("main")).await;
    let text = run(&engine, &javascript, "return", &LIMITS).await.text();
    let (seen, rest) = text.split_once(']').unwrap();
    assert!(seen.contains("false,\n  false,"), "{text}");
    assert!(rest.contains(" 1 ") && rest.contains("'argument'") && rest.contains("12345\n5 \ncons"), "{text}");
    assert!(text.ends_with("later true\n"), "{text}");
    let ruby = program(&packs, "ruby", "main.rb", RUBY_CALLED, Some("Main")).await;
    let text = run(&engine, &ruby, "return", &LIMITS).await.text();
    let (seen, rest) = text.split_once('\n').unwrap();
    assert!(seen.contains("false, [], \"one\\n\""), "{text}");
    assert!(rest.contains("[\"argument\"]\n\"12345\"\n\"\\n\"\n\"two\\n\"\nnil\nfalse"), "{text}");
    assert!(text.ends_with("\"main.rb\"\nat the end\n"), "{text}");
}

#[tokio::test]
async fn one_program_of_ruby_leaves_nothing_for_another() {
    let engine = Engine::new().unwrap();
    let looks = "p $left, Object.constants.size, Symbol.all_symbols.size, rand, [].methods.size, GC.count, 4.even?\n";
    let alone = packs(&engine);
    let alone = run(&engine, &program(&alone, "ruby", "main.rb", looks, None).await, "", &LIMITS).await;
    let packs = packs(&engine);
    let litters = program(&packs, "ruby", "main.rb", RUBY, None).await;
    for word in WORDS {
        run(&engine, &litters, word, &LIMITS).await;
        // Checked in an instance of its own, and run in one that was used.
        let looks = program(&packs, "ruby", "main.rb", looks, None).await;
        assert_eq!(run(&engine, &looks, "", &LIMITS).await, alone, "after {word}");
    }
}
