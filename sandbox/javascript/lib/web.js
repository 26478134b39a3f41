// Globals that Node shares with browsers: text and bytes, copies, microtasks, signals.
"use strict";

class TextEncoder {
  get encoding() {
    return "utf-8";
  }
  encode(text = "") {
    return new Uint8Array(host.encode(String(text)));
  }
  encodeInto(text, target) {
    const bytes = this.encode(text).subarray(0, target.length);
    target.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

class TextDecoder {
  constructor(label = "utf-8", options = {}) {
    this.encoding = String(label).toLowerCase() === "utf8" ? "utf-8" : String(label).toLowerCase();
    this.fatal = Boolean(options.fatal);
    this.ignoreBOM = Boolean(options.ignoreBOM);
  }
  decode(input = new Uint8Array()) {
    const bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    if (this.encoding !== "utf-8") return Buffer.from(bytes).toString(this.encoding === "utf-16le" ? "utf16le" : "latin1");
    const text = host.decode(bytes, 0, bytes.length);
    if (this.fatal && text.includes("\ufffd")) {
      throw internals.typeError("ERR_ENCODING_INVALID_ENCODED_DATA", "The encoded data was not valid for encoding utf-8");
    }
    return !this.ignoreBOM && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}

function uncloneable(value) {
  const shown = typeof value === "symbol" ? value.toString() : typeof value === "function" ? String(value) : "#<Object>";
  const error = new Error(`${shown} could not be cloned.`);
  error.name = "DataCloneError";
  return error;
}

function clone(value, seen) {
  if (typeof value === "function" || typeof value === "symbol") throw uncloneable(value);
  if (typeof value !== "object" || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const keep = (copy) => {
    seen.set(value, copy);
    return copy;
  };
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (ArrayBuffer.isView(value)) {
    const Type = value instanceof Buffer ? Uint8Array : value.constructor;
    return keep(new Type(clone(value.buffer, seen), value.byteOffset, value.length));
  }
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return keep(Object(value.valueOf()));
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw uncloneable(value);
  if (value instanceof Map) {
    const copy = keep(new Map());
    for (const [key, item] of value) copy.set(clone(key, seen), clone(item, seen));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set());
    for (const item of value) copy.add(clone(item, seen));
    return copy;
  }
  if (internals.isError(value)) {
    const names = ["EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"];
    const copy = keep(new (names.includes(value.name) ? globalThis[value.name] : Error)(value.message));
    Object.defineProperty(copy, "stack", { value: value.stack, writable: true, configurable: true });
    return copy;
  }
  const copy = keep(Array.isArray(value) ? new Array(value.length) : {});
  for (const key of Object.keys(value)) copy[key] = clone(value[key], seen);
  return copy;
}

class AbortSignal extends require("events") {
  aborted = false;
  reason = undefined;
  addEventListener(name, listener) {
    this.on(name, listener);
  }
  removeEventListener(name, listener) {
    this.off(name, listener);
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
}

class AbortController {
  signal = new AbortSignal();
  abort(reason) {
    if (this.signal.aborted) return;
    const given = Object.assign(new Error("This operation was aborted"), { name: "AbortError", code: 20 });
    this.signal.aborted = true;
    this.signal.reason = reason ?? given;
    this.signal.emit("abort", { type: "abort", target: this.signal });
  }
}

Object.assign(exports, {
  TextEncoder, TextDecoder, AbortController, AbortSignal,
  structuredClone: (value) => clone(value, new Map()),
});
if (!globalThis.queueMicrotask) exports.queueMicrotask = (callback) => void Promise.resolve().then(callback);

// The one way to wait in Node that is not asynchronous; nobody else could wake this thread.
if (!globalThis.Atomics) {
  const change = (work) => (array, index, value) => {
    const old = array[index];
    array[index] = work(old, value);
    return old;
  };
  exports.Atomics = {
    wait(array, index, value, timeout = Infinity) {
      if (array[index] !== value) return "not-equal";
      if (timeout === Infinity) host.exit(13);
      host.sleep(timeout);
      return "timed-out";
    },
    notify: () => 0,
    load: (array, index) => array[index],
    store: (array, index, value) => (array[index] = value),
    add: change((a, b) => a + b),
    sub: change((a, b) => a - b),
    and: change((a, b) => a & b),
    or: change((a, b) => a | b),
    xor: change((a, b) => a ^ b),
    exchange: change((_, b) => b),
    compareExchange(array, index, expected, value) {
      const old = array[index];
      if (old === expected) array[index] = value;
      return old;
    },
  };
}
