// Runs a submission whose statements say on which line they are, and notes on which of them the units go.
//
// It stands in for the main file in a run that is profiled. The clock of a sandbox shows the units spent, so it is read
// as each statement begins; what this file itself needs in between is left out. What it writes to standard error is as
// `sandbox/python/lines.py` says.
"use strict";
const { performance } = require("perf_hooks");
const { writeSync } = require("fs");
const { now } = performance;
const { round } = Math;
const { create, defineProperty } = Object;
const leave = process.reallyExit;
const DEPTH = 64, NODES = 5000, FUNCTIONS = 1 << 20;
const [, , main, given, entry] = process.argv;
process.argv = ["node", "/" + main];

const costs = [0];
let changed = create(null), tables = create(null);
let budget = Infinity, mark = Infinity, step = Infinity, total = 0, overhead = 0, last = 0, silent = true, over = false;
let current = { number: -1, table: create(null), node: 0, base: 0, caller: undefined, depth: 0, name: "" };

function write(text) {
  if (!silent) writeSync(2, "\n" + text);
}

function report(ended) {
  let text = "";
  for (const node in changed) text += `cost ${node} ${round(costs[node] * 1e6)}\n`;
  changed = create(null);
  write(ended ? text + "end\n" : text);
}

function charge(time) {
  const spent = time - last - overhead, { node } = current;
  if (!(spent > 0) || over) return;
  costs[node] += spent;
  changed[node] = true;
  total += spent;
  if (total < mark) return;
  mark = total + step;
  report(total >= budget);
  if (total >= budget) leave(0);
}

// A line, called from where its function was called, that begins for the first time.
function begin(frame, line) {
  const node = costs.length;
  if (node >= NODES) return frame.node;
  costs[node] = 0;
  frame.table[line] = node;
  write(`node ${node} ${frame.base} ${(frame.number / FUNCTIONS) | 0} ${line} ${frame.name}\n`);
  return node;
}

function at(frame, line) {
  const before = mark;
  charge(now());
  current = frame;
  frame.node = frame.table[line] ?? begin(frame, line);
  if (mark !== before) write(`at ${frame.node}\n`);
  last = now();
}

function enter(number, name) {
  charge(now());
  const caller = current, depth = caller.depth + 1;
  const frame = { number, table: caller.table, node: caller.node, base: caller.base, caller, depth, name };
  // A function that calls itself stays at its place, and very deep calls share one.
  if (number !== caller.number) {
    const place = `${depth > DEPTH ? -1 : caller.node} ${number}`;
    frame.base = caller.node;
    frame.table = tables[place] ??= create(null);
  }
  current = frame;
  last = now();
  return frame;
}

function out(frame, value) {
  charge(now());
  current = frame.caller;
  last = now();
  return value;
}

for (const [name, value] of [["assay$at", at], ["assay$in", enter], ["assay$out", out]]) {
  defineProperty(globalThis, name, { value });
}

// What a line costs that does nothing is what it costs to watch one.
const trial = enter(0, "");
Function("assay$f", "assay$at(assay$f,1);assay$at(assay$f,2);".repeat(20))(trial);
costs[1] = costs[2] = 0;
Function("assay$f", "assay$at(assay$f,1);assay$at(assay$f,2);".repeat(20))(trial);
overhead = costs[1] / 20;

current = trial.caller;
costs.length = 1;
costs[0] = total = 0;
tables = create(null);
changed = create(null);
budget = given / 1e6;
step = mark = budget / 16;
silent = false;
process.on("exit", () => {
  charge(now());
  report(true);
  over = true;
});
last = now();
try {
  require("/" + main);
} catch (error) {
  // It is under way all the same.
  if (!/awaits at its top level/.test(error?.message)) throw error;
}
if (entry) globalThis[entry]();
