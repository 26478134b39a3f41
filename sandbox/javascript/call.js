// Calls a submission's function or class as `/assay/call` says, and writes what comes of it to `/assay/results/log`.
//
// The submission is loaded as this file is; `assayCall` comes after that, in an instance of the sandbox for each call.
// Only the descriptor below differs from one challenge to another. TypeScript has the same file. What is used of the
// engine is kept aside before the submission is loaded. The submission could write the log itself: it would gain
// nothing, as no answer is in here. Its file ends with a line that hands over what it defines, exported or not.

const [FILE, RECORDS, ITEM] = ["interface"];

const SHOWN_ERRORS = 10;
const LONGEST_MESSAGE = 4096;

// Errors that tell of a mistake in the program. Classes derived from them are the submission's own, and meant.
const MISTAKES = ["TypeError", "ReferenceError", "SyntaxError", "InternalError"];

const load = typeof require === "function" ? require : undefined;
const { exit } = process;
const { error: printError } = console;
const wait = setTimeout;
const fields = new Map(RECORDS);
const isArray = Array.isArray;
const toBigInt = BigInt;
const ownNames = Object.keys;
const prototypeOf = Object.getPrototypeOf;
const plain = Object.prototype;
const Later = Promise;

class Mismatch {
  constructor(actual) {
    this.actual = actual;
  }
}

function fail(message) {
  printError(message);
  exit(1);
}

// Arguments are read from the call as a string with a character for each byte.

class Input {
  constructor(call) {
    this.call = call;
    this.at = 0;
  }

  line() {
    const end = this.call.indexOf("\n", this.at);
    const line = this.call.slice(this.at, end);
    this.at = end + 1;
    return line;
  }

  count() {
    return Number(this.line());
  }

  block() {
    const length = this.count();
    const block = this.call.slice(this.at, this.at + length);
    this.at += length + 1;
    return block;
  }

  read(shape) {
    switch (shape[0]) {
      case "bool":
        return this.line() === "T";
      case "int": {
        const digits = this.line();
        const value = Number(digits);
        return value > -(2 ** 53) && value < 2 ** 53 ? value : toBigInt(digits);
      }
      case "bigint":
        return toBigInt(this.line());
      case "float":
        return Number(this.line());
      case "string": {
        const block = this.block();
        return /^[\x00-\x7f]*$/.test(block) ? block : decodeURIComponent(escape(block));
      }
      case "bytes": {
        const block = this.block();
        const bytes = new Uint8Array(block.length);
        for (let i = 0; i < block.length; i++) bytes[i] = block.charCodeAt(i);
        return bytes;
      }
      case "list":
        return this.items(shape[1]);
      case "set":
        return new Set(this.items(shape[1]));
      case "map": {
        const map = new Map();
        for (let count = this.count(); count > 0; count--) {
          const key = this.read(shape[1]);
          map.set(key, this.read(shape[2]));
        }
        return map;
      }
      case "optional":
        return this.line() === "1" ? this.read(shape[1]) : null;
      case "tuple":
        return this.all(shape.slice(1));
      default: {
        const record = {};
        for (const [name, field] of fields.get(shape[1])) record[name] = this.read(field);
        return record;
      }
    }
  }

  items(shape) {
    const count = this.count();
    const items = [];
    for (let i = 0; i < count; i++) items.push(this.read(shape));
    return items;
  }

  all(shapes) {
    return shapes.map((shape) => this.read(shape));
  }
}

// Results are checked and put together in one go. What is written is text, and bytes where it must be.

class Output {
  constructor() {
    this.text = "R\n";
    this.parts = [];
  }

  write(shape, value) {
    switch (shape[0]) {
      case "bool":
        expect(typeof value === "boolean", value);
        this.text += value ? "T\n" : "F\n";
        break;
      case "int":
      case "bigint":
        this.text += integer(shape[0], value) + "\n";
        break;
      case "float":
        expect(typeof value === "number", value);
        this.text += value === 0 && 1 / value < 0 ? "-0\n" : String(value) + "\n";
        break;
      case "string":
        expect(typeof value === "string", value);
        if (/[\ud800-\udfff]/u.test(value)) throw new Mismatch("string that is not valid Unicode");
        this.text += `${byteLength(value)}\n${value}\n`;
        break;
      case "bytes":
        expect(value instanceof Uint8Array, value);
        this.parts.push(this.text + `${value.length}\n`, value);
        this.text = "\n";
        break;
      case "list":
        expect(isArray(value), value);
        this.items(shape[1], value);
        break;
      case "set":
        expect(value instanceof Set, value);
        this.items(shape[1], [...value]);
        break;
      case "map": {
        const entries = entriesOf(shape, value);
        this.text += `${entries.length}\n`;
        for (const [key, item] of entries) {
          this.write(shape[1], key);
          this.write(shape[2], item);
        }
        break;
      }
      case "optional": {
        const none = value === null || value === undefined;
        this.text += none ? "0\n" : "1\n";
        if (!none) this.write(shape[1], value);
        break;
      }
      case "tuple":
        expect(isArray(value) && value.length === shape.length - 1, value);
        for (let i = 1; i < shape.length; i++) this.write(shape[i], value[i - 1]);
        break;
      default:
        expect(typeof value === "object" && value !== null && !isArray(value) && !(value instanceof Later), value);
        for (const [name, field] of fields.get(shape[1])) {
          if (value[name] === undefined && field[0] !== "optional") throw new Mismatch(`${shape[1]} without ${name}`);
          this.write(field, value[name]);
        }
    }
  }

  items(shape, items) {
    this.text += `${items.length}\n`;
    for (let i = 0; i < items.length; i++) this.write(shape, items[i]);
  }
}

function integer(kind, value) {
  if (typeof value === "number") {
    if (!Number.isInteger(value)) throw new Mismatch(`number that is no integer (${value})`);
    if (value > -(2 ** 53) && value < 2 ** 53) return String(value);
    value = toBigInt(value);
  }
  expect(typeof value === "bigint", value);
  if (kind === "int" && (value < -(2n ** 63n) || value >= 2n ** 63n)) throw new Mismatch("integer beyond 64 bits");
  return String(value);
}

// Maps with string keys may be plain objects, too.
function entriesOf(shape, value) {
  if (value instanceof Map) return [...value];
  const prototype = typeof value === "object" && value !== null ? prototypeOf(value) : undefined;
  expect(shape[1][0] === "string" && (prototype === plain || prototype === null), value);
  return ownNames(value).map((key) => [key, value[key]]);
}

function byteLength(text) {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : unescape(encodeURIComponent(text)).length;
}

function expect(fits, value) {
  if (!fits) throw new Mismatch(describe(value, 0));
}

// The type of a value; of what it holds, only the first few items are looked at.
function describe(value, depth) {
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  const nested = (items) => union(items, depth + 1);
  if (isArray(value)) {
    if (depth === 3 || value.length === 0) return "Array";
    const items = nested(value.slice(0, 20));
    return items.includes("|") ? `(${items})[]` : `${items}[]`;
  }
  const name = String(value.constructor?.name ?? "object").slice(0, 60) || "object";
  if (depth === 3) return name;
  if (value instanceof Set && value.size > 0) return `Set<${nested([...value].slice(0, 20))}>`;
  if (value instanceof Map && value.size > 0) {
    const entries = [...value].slice(0, 20);
    return `Map<${nested(entries.map((entry) => entry[0]))}, ${nested(entries.map((entry) => entry[1]))}>`;
  }
  return name;
}

// What was returned, of which a part is wrong; a part that the description of all shows is not named again.
function returned(value, wrong) {
  const whole = describe(value, 0);
  if (wrong.startsWith(whole)) return wrong;
  return whole.includes(wrong) ? whole : `${wrong} inside ${whole}`;
}

function union(items, depth) {
  const kinds = [...new Set(items.map((item) => describe(item, depth)))];
  return kinds.slice(0, 3).join(" | ") + (kinds.length > 3 ? " | …" : "");
}

// The submission, and what it defines.

async function submission() {
  const given = (globalThis.module ??= { exports: {} });
  try {
    const module = await loaded();
    return [module, module?.default, given.exports, globalThis[Symbol.for("assay")]];
  } catch (error) {
    show(error);
    return exit(1);
  }
}

// A file that cannot be loaded by `require` because it has `import` or `export` in it is a module.
async function loaded() {
  if (load !== undefined) {
    try {
      return load("./" + FILE);
    } catch (error) {
      if (error?.name !== "SyntaxError" && error?.code !== "ERR_REQUIRE_ESM") throw error;
    }
  }
  return import("./" + FILE);
}

function find(places, name, what, signature) {
  for (const place of places) {
    if (typeof place === "function" && place.name === name) return place;
    if (typeof place?.[name] === "function") return place[name];
  }
  return fail(`${FILE} defines no ${what} \`${name}\` (${signature})`);
}

// Calling.

function show(error) {
  try {
    const head = error instanceof Error ? `${error.name}: ${error.message}` : `uncaught: ${String(error)}`;
    const stack = String(error?.stack ?? "").split("\n");
    const ours = (line) => line.includes("assay_call") || line.includes("node:internal");
    const frames = stack.filter((line) => /^\s+at /.test(line) && !ours(line));
    printError([head, ...frames.slice(0, 20)].join("\n"));
  } catch {
    printError("an error that cannot be shown");
  }
}

let errors = 0;

function raised(error) {
  let kind = "";
  let message = "an error that cannot be shown";
  let mistake = false;
  try {
    kind = String((error instanceof Error ? error.constructor?.name : undefined) ?? "").slice(0, 60);
    message = String(error instanceof Error ? error.message : error).slice(0, LONGEST_MESSAGE);
    mistake = MISTAKES.includes(kind) || (kind === "RangeError" && /call stack|stack overflow/i.test(message));
  } catch {
    // What could be read is enough.
  }
  kind = kind.replace(/[\ud800-\udfff]/gu, "?");
  message = message.replace(/[\ud800-\udfff]/gu, "?");
  if (++errors <= SHOWN_ERRORS) show(error);
  return [`${mistake ? "X" : "E"} ${byteLength(kind)} ${byteLength(message)}\n${kind}\n${message}\n`];
}

// The record of one call, in parts.
function reply(call, result, made = () => {}) {
  const output = new Output();
  let value;
  try {
    value = call();
    made(value);
    if (result[0] !== "nothing") output.write(result, value);
  } catch (error) {
    if (!(error instanceof Mismatch)) return raised(error);
    const actual = returned(value, error.actual).slice(0, 200).replace(/[\ud800-\udfff]/gu, "?");
    return [`T ${byteLength(actual)}\n${actual}\n`];
  }
  return [...output.parts, output.text];
}

async function main() {
  const { openSync, readFileSync, writeSync } = await files;
  const input = new Input(readFileSync("/assay/call", "latin1"));
  const log = openSync("/assay/results/log", "w");
  const write = (parts) => parts.forEach((part) => writeSync(log, part));
  const places = await defined;

  if (ITEM[0] === "function") {
    const [name, signature, parameters, result] = ITEM[1];
    const called = find(places, name, "function", signature);
    const values = input.all(parameters);
    return write(reply(() => called(...values), result));
  }

  const [, name, constructor, methods] = ITEM;
  const Class = find(places, name, "class", `class ${name}`);
  const values = input.all(constructor[2]);
  let object;
  const made = (value) => {
    object = value;
  };
  write(reply(() => new Class(...values), ["nothing"], made));
  if (object === undefined) return;
  for (const [method, signature] of methods) {
    if (typeof object[method] !== "function") fail(`${FILE}: class ${name} has no method \`${method}\` (${signature})`);
  }
  for (let steps = input.count(); steps > 0; steps--) {
    const step = input.line();
    if (step[0] === "z") {
      await new Promise((resolve) => wait(resolve, Number(step.slice(2))));
    } else {
      const [method, , parameters, result] = methods[step];
      const values = input.all(parameters);
      write(reply(() => object[method](...values), result));
    }
  }
}

const files = load !== undefined ? load("fs") : import("fs");
const defined = submission();
globalThis.assayCall = main;
