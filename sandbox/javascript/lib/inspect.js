// Values as text, in the manner of Node's util.inspect: what console.log prints of anything but plain text.
"use strict";
const { arrange, oneLineOr } = require("inspect_layout");
const custom = Symbol.for("nodejs.util.inspect.custom");
const DEFAULTS = {
  depth: 2, breakLength: 80, compact: 3, maxArrayLength: 100, maxStringLength: 10000, showHidden: false,
  sorted: false, getters: false, colors: false, customInspect: true,
};
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const typedArray = Object.getPrototypeOf(Uint8Array);
const tagOf = Object.getOwnPropertyDescriptor(typedArray.prototype, Symbol.toStringTag).get;
const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, "size").get;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, "size").get;

function works(test, value) {
  try {
    test.call(value);
    return true;
  } catch {
    return false;
  }
}
const is = {
  map: (value) => value instanceof Map && works(mapSize, value),
  set: (value) => value instanceof Set && works(setSize, value),
  date: (value) => value instanceof Date && works(Date.prototype.getTime, value),
};

const ESCAPES = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\\": "\\\\" };
function quoted(text) {
  let quote = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) quote = '"';
    else if (!text.includes("`") && !text.includes("${")) quote = "`";
  }
  const escaped = text.replace(/[\x00-\x1f\x7f-\x9f\\'\ud800-\udfff]/gu, (c) => {
    if (c === "'") return quote === "'" ? "\\'" : c;
    if (ESCAPES[c]) return ESCAPES[c];
    const code = c.charCodeAt(0);
    if (code >= 0xd800) return "\\u" + code.toString(16).toUpperCase();
    return "\\x" + code.toString(16).toUpperCase().padStart(2, "0");
  });
  return quote + escaped + quote;
}

function primitive(context, value) {
  switch (typeof value) {
    case "string": {
      let rest = "";
      if (value.length > context.maxStringLength) {
        const left = value.length - context.maxStringLength;
        value = value.slice(0, context.maxStringLength);
        rest = `... ${left} more character${left > 1 ? "s" : ""}`;
      }
      // Long texts of several lines are shown line by line, but only inside something.
      if (context.compact !== true && value.length > 16 && context.level > 0 &&
          value.length > context.breakLength - context.indentation - 4) {
        const lines = value.split(/(?<=\n)/).map(quoted);
        return lines.join(` +\n${" ".repeat(context.indentation + 2)}`) + rest;
      }
      return quoted(value) + rest;
    }
    case "number": return Object.is(value, -0) ? "-0" : String(value);
    case "bigint": return `${value}n`;
    case "symbol": return Symbol.prototype.toString.call(value);
    default: return String(value);
  }
}

// The name of what made an object: of the first constructor on its way up that really is one.
function constructorOf(value) {
  for (let up = value; up; up = Object.getPrototypeOf(up)) {
    const found = Object.getOwnPropertyDescriptor(up, "constructor");
    if (found && typeof found.value === "function" && found.value.name !== "" && value instanceof found.value) {
      return found.value.name;
    }
  }
  return null;
}

function prefix(name, tag, fallback, size = "") {
  const shownTag = tag && tag !== name ? `[${tag}] ` : "";
  if (name === null) return `[${fallback}${size}: null prototype] ${shownTag}`;
  return `${name}${size} ${shownTag}`;
}

function keysOf(context, value) {
  const keys = context.showHidden ? Object.getOwnPropertyNames(value) : Object.keys(value);
  const shows = (symbol) => context.showHidden || Object.prototype.propertyIsEnumerable.call(value, symbol);
  return keys.concat(Object.getOwnPropertySymbols(value).filter(shows));
}
const isIndex = (key) => typeof key === "string" && /^(0|[1-9][0-9]*)$/.test(key) && Number(key) < 4294967295;

function property(context, value, key, level, bare) {
  const found = Object.getOwnPropertyDescriptor(value, key) ?? { value: value[key], enumerable: true };
  let text;
  if ("value" in found) {
    text = inside(context, () => format(context, found.value, level));
  } else {
    text = found.get ? (found.set ? "[Getter/Setter]" : "[Getter]") : found.set ? "[Setter]" : "undefined";
  }
  if (bare) return text;
  let name = typeof key === "symbol" ? `[${Symbol.prototype.toString.call(key)}]`
    : key === "__proto__" ? "['__proto__']" : IDENTIFIER.test(key) ? key : quoted(key);
  if (!found.enumerable) name = `[${typeof key === "symbol" ? name.slice(1, -1) : key}]`;
  return `${name}: ${text}`;
}

const more = (left) => `... ${left} more item${left > 1 ? "s" : ""}`;

function arrayItems(context, value, level) {
  const items = [], shown = Math.min(Math.max(0, context.maxArrayLength), value.length);
  let at = 0;
  for (; at < value.length && items.length < shown; at++) {
    if (Object.hasOwn(value, at)) {
      items.push(property(context, value, String(at), level, true));
      continue;
    }
    const from = at;
    while (at + 1 < value.length && !Object.hasOwn(value, at + 1)) at++;
    items.push(`<${at - from + 1} empty item${at > from ? "s" : ""}>`);
  }
  if (at < value.length) items.push(more(value.length - at));
  return items;
}

function inside(context, work) {
  context.indentation += 2;
  const result = work();
  context.indentation -= 2;
  return result;
}

function limited(context, iterable, size, show) {
  const items = [], shown = Math.min(Math.max(0, context.maxArrayLength), size);
  for (const item of iterable) {
    if (items.length >= shown) {
      items.push(more(size - shown));
      break;
    }
    items.push(show(item));
  }
  return items;
}

function errorText(context, error, keys) {
  let stack;
  try {
    stack = error.stack ? String(error.stack) : Error.prototype.toString.call(error);
  } catch {
    stack = "Error";
  }
  const name = error.name ?? "Error", made = constructorOf(error);
  // A class of the program's own shows its name, even where it has not set `name`.
  if (made && made !== name && typeof name === "string" && !stack.includes(made) && stack.startsWith(name)) {
    stack = made + stack.slice(name.length);
  }
  for (const hidden of ["name", "message", "stack"]) {
    const at = keys.indexOf(hidden);
    if (at >= 0 && (hidden === "stack" || stack.includes(error[hidden]))) keys.splice(at, 1);
  }
  if ("cause" in error && Object.hasOwn(error, "cause") && !keys.includes("cause")) keys.push("cause");
  if (Array.isArray(error.errors) && !keys.includes("errors")) keys.push("errors");
  if (!/\n    at /.test(stack)) stack = `[${stack}]`;
  return context.indentation ? stack.replace(/\n/g, `\n${" ".repeat(context.indentation)}`) : stack;
}

function functionText(value, made, tag) {
  const source = Function.prototype.toString.call(value);
  if (/^class\b/.test(source)) {
    const above = Object.getPrototypeOf(value)?.name;
    return `[class ${value.name || "(anonymous)"}${above ? ` extends ${above}` : ""}]`;
  }
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const named = value.name ? `: ${value.name}` : " (anonymous)";
  const own = made === null ? " (null prototype)" : "";
  return `[${kind}${own}${named}]${tag && tag !== kind ? ` [${tag}]` : ""}`;
}

function boxed(value) {
  for (const [type, name] of [[Number, "Number"], [String, "String"], [Boolean, "Boolean"], [Symbol, "Symbol"],
    [BigInt, "BigInt"]]) {
    if (value instanceof type && works(type.prototype.valueOf, value)) return [name, type.prototype.valueOf.call(value)];
  }
  return null;
}

function raw(context, value, level) {
  const made = constructorOf(value);
  let keys = keysOf(context, value), tag = value[Symbol.toStringTag], items, base = "", braces = ["{", "}"], array = false;
  if (typeof tag !== "string" || tag === "") tag = "";
  const below = level + 1;
  context.seen.push(value);
  context.deepest = level;
  const wasLevel = context.level;
  context.level = below;
  let box;
  if (Array.isArray(value)) {
    const start = made !== "Array" || tag ? prefix(made, tag, "Array", `(${value.length})`) : "";
    keys = keys.filter((key) => !isIndex(key));
    braces = [`${start}[`, "]"];
    array = true;
    if (!value.length && !keys.length) return done(`${braces[0]}]`);
    items = arrayItems(context, value, below);
  } else if (is.set(value)) {
    const start = prefix(made, tag, "Set", `(${value.size})`);
    if (!value.size && !keys.length) return done(`${start}{}`);
    braces[0] = `${start}{`;
    items = inside(context, () => limited(context, value, value.size, (item) => format(context, item, below)));
  } else if (is.map(value)) {
    const start = prefix(made, tag, "Map", `(${value.size})`);
    if (!value.size && !keys.length) return done(`${start}{}`);
    braces[0] = `${start}{`;
    items = inside(context, () => limited(context, value, value.size,
      ([key, item]) => `${format(context, key, below)} => ${format(context, item, below)}`));
  } else if (value instanceof typedArray && works(tagOf, value)) {
    keys = keys.filter((key) => !isIndex(key));
    const name = tagOf.call(value);
    braces = [`${prefix(made, tag === name ? "" : tag, name, `(${value.length})`)}[`, "]"];
    array = true;
    if (!value.length && !keys.length) return done(`${braces[0]}]`);
    items = limited(context, value, value.length, (item) => primitive(context, item));
  } else if (value instanceof ArrayBuffer) {
    braces[0] = `${prefix(made, tag === "ArrayBuffer" ? "" : tag, "ArrayBuffer")}{`;
    const bytes = [...new Uint8Array(value).subarray(0, 50)].map((byte) => byte.toString(16).padStart(2, "0"));
    const left = value.byteLength - 50;
    items = [`[Uint8Contents]: <${bytes.join(" ")}${left > 0 ? ` ... ${left} more byte${left > 1 ? "s" : ""}` : ""}>`,
      `byteLength: ${value.byteLength}`];
  } else if (Object.prototype.toString.call(value) === "[object Map Iterator]" ||
             Object.prototype.toString.call(value) === "[object Set Iterator]") {
    braces[0] = `[${tag}] {`;
    items = [];
  } else if (value instanceof Promise && host.promise(value)) {
    const [state, result] = host.promise(value);
    braces[0] = `${prefix(made, tag === "Promise" ? "" : tag, "Promise")}{`;
    if (state === 0) items = ["<pending>"];
    else items = [inside(context, () => (state === 2 ? "<rejected> " : "") + format(context, result, below))];
  } else if (value instanceof WeakMap || value instanceof WeakSet) {
    braces[0] = `${prefix(made, tag === made ? "" : tag, "WeakSet")}{`;
    items = ["<items unknown>"];
  } else {
    items = [];
    if (typeof value === "function") {
      base = functionText(value, made, tag);
      if (!keys.length) return done(base);
    } else if (Object.prototype.toString.call(value) === "[object Arguments]") {
      braces = ["[Arguments] [", "]"];
      array = true;
      keys = keys.filter((key) => !isIndex(key));
      items = arrayItems(context, value, below);
    } else if (value instanceof RegExp) {
      base = RegExp.prototype.toString.call(value);
      if (!keys.length) return done(base);
    } else if (is.date(value)) {
      base = Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
      if (!keys.length) return done(base);
    } else if (internals.isError(value)) {
      base = errorText(context, value, keys);
      if (!keys.length) return done(base);
    } else if ((box = boxed(value))) {
      const [name, inner] = box;
      if (name === "String") keys = keys.filter((key) => !isIndex(key));
      base = `[${name}${made && made !== name ? ` (${made})` : ""}: ${primitive({ ...context, level: 0 }, inner)}]`;
      if (!keys.length) return done(base);
    } else {
      const start = made === "Object" && !tag ? "" : prefix(made, tag, "Object");
      if (!keys.length) return done(`${start}{}`);
      braces[0] = `${start}{`;
    }
  }
  for (const key of keys) items.push(property(context, value, key, below, false));
  if (context.sorted && !array) items.sort();
  return done(undefined);

  function done(text) {
    context.seen.pop();
    context.level = wasLevel;
    if (text !== undefined) return text;
    const circle = context.circles?.get(value);
    if (circle !== undefined) {
      const mark = `<ref *${circle}>`;
      if (base === "") braces[0] = `${mark} ${braces[0]}`;
      else base = `${mark} ${base}`;
    }
    if (array && items.length > 6 && context.compact >= 1) {
      const rows = arrange(context, items, value);
      return oneLineOr(context, rows, base, braces, level, rows === items);
    }
    return oneLineOr(context, items, base, braces, level, true);
  }
}

function tooDeep(context, value, level) {
  if (context.depth === null || level <= context.depth) return null;
  const made = constructorOf(value), tag = value[Symbol.toStringTag];
  const shown = prefix(made, typeof tag === "string" ? tag : "", Array.isArray(value) ? "Array" : "Object");
  return `[${Array.isArray(value) && made === "Array" ? "Array" : shown.slice(0, -1)}]`;
}

function format(context, value, level) {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return primitive(context, value);
  if (context.customInspect) {
    const own = value[custom];
    if (typeof own === "function" && own !== exports.inspect) {
      const depth = context.depth === null ? null : context.depth - level;
      const made = own.call(value, depth, { ...context.options, depth, stylize: String }, exports.inspect);
      if (made !== value) {
        return typeof made === "object" && made !== null ? format(context, made, level)
          : String(made).replaceAll("\n", `\n${" ".repeat(context.indentation)}`);
      }
    }
  }
  if (context.seen.includes(value)) {
    context.circles ??= new Map();
    if (!context.circles.has(value)) context.circles.set(value, context.circles.size + 1);
    return `[Circular *${context.circles.get(value)}]`;
  }
  const isLeaf = typeof value === "function" || internals.isError(value) || value instanceof RegExp || is.date(value);
  return (isLeaf ? null : tooDeep(context, value, level)) ?? raw(context, value, level);
}

exports.inspect = function inspect(value, options, ...old) {
  const given = typeof options === "boolean" ? { showHidden: options, depth: old[0] } : { ...options };
  for (const key of Object.keys(given)) if (given[key] === undefined) delete given[key];
  const chosen = { ...exports.inspect.defaultOptions, ...given };
  const limit = (number) => (number === null ? Infinity : number);
  const context = {
    ...chosen, depth: limit(chosen.depth), maxArrayLength: limit(chosen.maxArrayLength),
    maxStringLength: limit(chosen.maxStringLength), options: chosen, seen: [], circles: undefined, indentation: 0,
    level: 0, deepest: 0,
  };
  return format(context, value, 0);
};
exports.inspect.custom = custom;
exports.inspect.defaultOptions = DEFAULTS;
