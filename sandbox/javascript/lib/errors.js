// Errors as Node shows them: a `stack` that begins with the message and names the program's own places only, and
// what is printed of an error nobody caught.
"use strict";
const { inspect } = require("inspect");
const FRAME = /^    at (?:(.*) \()?([^()]*?)(?::(\d+):(\d+))?\)?$/;
const { get: nativeStack, set: setStack } = Object.getOwnPropertyDescriptor(Error.prototype, "stack");
const maps = new Map();

// Places in what was made of a TypeScript file, and in the file itself, each as four numbers.
function mapOf(file) {
  if (!maps.has(file)) {
    const text = internals.readText("assay/places/" + file);
    maps.set(file, text === undefined ? null : text.split("\n").map((row) => row.split(" ").map(Number)));
  }
  return maps.get(file);
}

function original(file, line, column) {
  const rows = mapOf(file);
  if (!rows) return [line, column];
  let low = 0, high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [atLine, atColumn] = rows[middle];
    if (atLine < line || (atLine === line && atColumn <= column)) low = middle + 1;
    else high = middle;
  }
  const found = rows[low - 1];
  return found ? [found[2], found[3]] : [1, 1];
}

// The frames of a stack as the interpreter has it, without those of this library.
function framesOf(stack) {
  const frames = [];
  for (const row of stack.split("\n")) {
    const match = FRAME.exec(row);
    if (!match) continue;
    const [, name, file, line, column] = match;
    if (file.startsWith("node:") || file === "missing" || file === "<input>") continue;
    if (line === undefined) {
      if (file === "native" && name && name !== "<anonymous>" && frames.length) frames.push({ name, file: null });
      continue;
    }
    const [mappedLine, mappedColumn] = original(file, +line, +column);
    frames.push({ name: name === "<anonymous>" ? "" : name ?? "", file, line: mappedLine, column: mappedColumn });
  }
  while (frames.length && frames[frames.length - 1].file === null) frames.pop();
  return frames;
}

function frameText({ name, file, line, column }) {
  if (file === null) return `    at ${name} (<anonymous>)`;
  const place = `${file}:${line}:${column}`;
  return name ? `    at ${name} (${place})` : `    at ${place}`;
}

function heading(error) {
  const name = error.name === undefined ? "Error" : String(error.name);
  const message = error.message === undefined ? "" : String(error.message);
  const { code } = error;
  const shown = typeof code === "string" && internals.coded.has(error) ? `${name} [${code}]` : name;
  return message ? (shown ? `${shown}: ${message}` : message) : shown;
}

// Errors of ours whose code is part of their heading, as in Node.
internals.coded = new WeakSet();
const texts = new WeakMap();

// The stack's text for what the interpreter recorded, made when it is first asked for.
function stackText(error, recorded) {
  let text = texts.get(error);
  if (text === undefined) {
    text = [heading(error), ...framesOf(recorded).map(frameText)].join("\n");
    texts.set(error, text);
  }
  return text;
}

Object.defineProperty(Error.prototype, "stack", {
  configurable: true,
  get() {
    const recorded = nativeStack.call(this);
    return typeof recorded === "string" && FRAME.test(recorded.split("\n")[0]) ? stackText(this, recorded) : recorded;
  },
  set(value) {
    texts.delete(this);
    setStack.call(this, value);
  },
});

const captureNative = Error.captureStackTrace;
Error.captureStackTrace = function captureStackTrace(target, above) {
  captureNative.call(Error, target, above);
  const recorded = Object.getOwnPropertyDescriptor(target, "stack")?.value;
  if (typeof recorded !== "string") return;
  const frames = framesOf(recorded).map(frameText);
  Object.defineProperty(target, "stack", {
    value: [heading(target), ...frames].join("\n"), writable: true, enumerable: false, configurable: true,
  });
};

const sources = new Map();
function sourceLine(file, line) {
  if (!sources.has(file)) sources.set(file, (internals.readText(file) ?? "").split(/\r?\n/));
  const lines = sources.get(file);
  return lines[Math.min(line, lines.length) - 1];
}

const WIDEST = 160;

// A place, its line and a mark below it; lines that are very long are cut around the place.
function excerpt({ file, line, column }) {
  const text = sourceLine(file, line);
  if (text === undefined) return `${file}:${line}:${column}\n`;
  const from = column > WIDEST / 2 ? column - WIDEST / 2 : 0;
  const shown = text.slice(from, from + WIDEST);
  const before = shown.slice(0, Math.max(0, column - 1 - from)).replace(/[^\t]/g, " ");
  return `${file}:${line}\n${shown}\n${before}^\n`;
}

function isError(value) {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

// What Node prints of an error nobody caught.
internals.describe = function (error, rejected) {
  if (isError(error)) {
    const recorded = nativeStack.call(error);
    const first = typeof recorded === "string" ? framesOf(recorded).find((frame) => frame.file) : undefined;
    let shown;
    try {
      shown = inspect(error, { depth: 2 });
    } catch {
      shown = "an error that cannot be shown";
    }
    return (first ? excerpt(first) + "\n" : "Uncaught:\n") + shown + "\n";
  }
  let shown;
  try {
    shown = inspect(error, { depth: 2 });
  } catch {
    shown = "a value that cannot be shown";
  }
  if (!rejected) return `Uncaught:\n${shown}\n`;
  return "[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a " +
    "catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason " +
    `"${shown}".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}\n`;
};

// Says what is wrong with a file that is no JavaScript.
internals.refuse = function (file, error) {
  const recorded = nativeStack.call(error);
  const [frame] = typeof recorded === "string" ? framesOf(recorded) : [];
  const place = frame ?? { file, line: 1, column: 1 };
  const text = excerpt(place).replace(/^[^\n]*/, `${place.file}:${place.line}:${place.column}`);
  host.write(2, `${text}\n${error.name}: ${error.message}\n`);
};

internals.isError = isError;
internals.rawStack = (error) => nativeStack.call(error);
