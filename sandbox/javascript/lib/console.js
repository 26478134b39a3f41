// The global `console`. Plain text and numbers are written by the host; what has structure is formatted here.
"use strict";
const { format } = require("format"), { inspect } = require("inspect"), { table } = require("table");
const counts = new Map(), started = new Map();
let indent = "";

function write(descriptor, text) {
  host.write(descriptor, (indent ? indent + text.replaceAll("\n", `\n${indent}`) : text) + "\n");
}

host.indented = false;
host.slowLog = (...values) => write(1, format(...values));
host.slowError = (...values) => write(2, format(...values));
const { log, error } = host;
const print = log.bind(host), complain = error.bind(host);
Object.defineProperty(print, "name", { value: "log" });
Object.defineProperty(complain, "name", { value: "error" });

function duration(milliseconds) {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(3)}s`;
  return `${Number(milliseconds.toFixed(3))}ms`;
}

const group = (...labels) => {
  if (labels.length) print(...labels);
  indent += "  ";
  host.indented = true;
};

Object.assign(exports, {
  log: print,
  warn: complain,
  dir: (value, options) => write(1, inspect(value, { customInspect: false, ...options })),
  time: (label = "default") => void started.set(`${label}`, host.now()),
  timeEnd: (label = "default") => {
    if (started.has(`${label}`)) print(`${label}: ${duration(host.now() - started.get(`${label}`))}`);
    started.delete(`${label}`);
  },
  timeLog: (label = "default", ...values) => {
    if (started.has(`${label}`)) print(`${label}: ${duration(host.now() - started.get(`${label}`))}`, ...values);
  },
  trace: (...values) => {
    const here = new Error(format(...values));
    here.name = "Trace";
    write(2, here.stack);
  },
  assert: (holds, ...values) => {
    if (holds) return;
    if (typeof values[0] === "string") values[0] = `Assertion failed: ${values[0]}`;
    else values.unshift(values.length ? "Assertion failed:" : "Assertion failed");
    complain(...values);
  },
  clear: () => {},
  count: (label = "default") => {
    counts.set(`${label}`, (counts.get(`${label}`) ?? 0) + 1);
    print(`${label}: ${counts.get(`${label}`)}`);
  },
  countReset: (label = "default") => void counts.delete(`${label}`),
  group,
  groupEnd: () => {
    indent = indent.slice(2);
    host.indented = indent !== "";
  },
  table: (data, columns) => (typeof data !== "object" || data === null ? print(data) : write(1, table(data, columns))),
  debug: print,
  info: print,
  dirxml: print,
  error: complain,
  groupCollapsed: group,
});
exports.Console = class Console {
  constructor() {
    return exports;
  }
};
Object.defineProperty(exports, Symbol.toStringTag, { value: "console", configurable: true });
Object.defineProperty(exports, "Console", { enumerable: false });
