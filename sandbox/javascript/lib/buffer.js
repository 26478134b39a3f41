// The module `buffer`.
"use strict";
const encodings = require("encodings"), { inspect } = require("inspect");

class Buffer extends Uint8Array {
  static from(value, encoding, length) {
    if (typeof value === "string") return view(encodings.encode(value, encoding));
    if (value instanceof ArrayBuffer || Object.prototype.toString.call(value) === "[object SharedArrayBuffer]") {
      return new Buffer(value, encoding ?? 0, length);
    }
    if (ArrayBuffer.isView(value) || Array.isArray(value)) {
      const copy = new Buffer(value.length);
      copy.set(value);
      return copy;
    }
    if (value?.type === "Buffer" && Array.isArray(value.data)) return Buffer.from(value.data);
    if (value !== null && typeof value === "object" && typeof value.length === "number") return Buffer.from(Array.from(value));
    throw internals.typeError("ERR_INVALID_ARG_TYPE", "The first argument must be of type string or an instance of Buffer, " +
      `ArrayBuffer, or Array or an Array-like Object. Received ${value === null ? "null" : typeof value}`);
  }
  static of(...items) {
    return Buffer.from(items);
  }
  static alloc(size, fill, encoding) {
    const made = new Buffer(size);
    return fill === undefined ? made : made.fill(fill, encoding);
  }
  static allocUnsafe(size) {
    return new Buffer(size);
  }
  static allocUnsafeSlow(size) {
    return new Buffer(size);
  }
  static isBuffer(value) {
    return value instanceof Buffer;
  }
  static isEncoding(name) {
    return encodings.known(name);
  }
  static byteLength(value, encoding) {
    return typeof value === "string" ? encodings.encode(value, encoding).byteLength : value.byteLength;
  }
  static concat(list, total = list.reduce((sum, part) => sum + part.length, 0)) {
    const whole = new Buffer(total);
    let at = 0;
    for (const part of list) {
      whole.set(part.length > total - at ? part.subarray(0, total - at) : part, at);
      at += part.length;
      if (at >= total) break;
    }
    return whole;
  }
  static compare(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    return Math.sign(a.length - b.length);
  }
  toString(encoding, start = 0, end = this.length) {
    return encodings.decode(this, encoding, Math.max(0, start), Math.min(end, this.length));
  }
  toLocaleString(encoding, start, end) {
    return this.toString(encoding, start, end);
  }
  toJSON() {
    return { type: "Buffer", data: [...this] };
  }
  equals(other) {
    return Buffer.compare(this, other) === 0;
  }
  compare(other) {
    return Buffer.compare(this, other);
  }
  subarray(start, end) {
    const part = super.subarray(start, end);
    return new Buffer(part.buffer, part.byteOffset, part.length);
  }
  slice(start, end) {
    return this.subarray(start, end);
  }
  write(text, offset = 0, length, encoding) {
    if (typeof offset === "string") [encoding, offset, length] = [offset, 0, undefined];
    else if (typeof length === "string") [encoding, length] = [length, undefined];
    const bytes = new Uint8Array(encodings.encode(text, encoding));
    const room = Math.min(length ?? Infinity, this.length - offset, bytes.length);
    this.set(bytes.subarray(0, room), offset);
    return room;
  }
  copy(target, at = 0, start = 0, end = this.length) {
    const part = this.subarray(start, Math.min(end, start + target.length - at));
    target.set(part, at);
    return part.length;
  }
  fill(value, start = 0, end = this.length, encoding) {
    if (typeof start === "string") [encoding, start, end] = [start, 0, this.length];
    if (typeof value !== "string") return super.fill(value, start, end);
    const bytes = new Uint8Array(encodings.encode(value, encoding));
    for (let i = start; i < end; i++) this[i] = bytes.length ? bytes[(i - start) % bytes.length] : 0;
    return this;
  }
  indexOf(value, from = 0, encoding) {
    if (typeof value === "number") return super.indexOf(value & 255, from);
    const wanted = typeof value === "string" ? new Uint8Array(encodings.encode(value, encoding)) : value;
    for (let at = from < 0 ? Math.max(0, this.length + from) : from; at + wanted.length <= this.length; at++) {
      let same = 0;
      while (same < wanted.length && this[at + same] === wanted[same]) same++;
      if (same === wanted.length) return at;
    }
    return -1;
  }
  includes(value, from, encoding) {
    return this.indexOf(value, from, encoding) !== -1;
  }
  [inspect.custom]() {
    const shown = [...this.subarray(0, 50)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const left = this.length - 50;
    return `<Buffer${shown ? ` ${shown}` : ""}${left > 0 ? ` ... ${left} more byte${left > 1 ? "s" : ""}` : ""}>`;
  }
}

function view(bytes) {
  return new Buffer(bytes);
}

// readInt32LE, writeDoubleBE and so on: one for each kind of number and order of bytes.
const KINDS = [["Int8", 1], ["UInt8", 1], ["Int16", 2], ["UInt16", 2], ["Int32", 4], ["UInt32", 4], ["BigInt64", 8],
  ["BigUInt64", 8], ["Float", 4, "Float32"], ["Double", 8, "Float64"]];
for (const [name, size, native = name.replace("UInt", "Uint")] of KINDS) {
  for (const order of size === 1 ? [""] : ["LE", "BE"]) {
    const at = (buffer, offset) => {
      if (offset < 0 || offset + size > buffer.length) {
        const error = new RangeError(`The value of "offset" is out of range. It must be >= 0 and <= ${buffer.length - size}. Received ${offset}`);
        error.code = "ERR_OUT_OF_RANGE";
        throw error;
      }
      return new DataView(buffer.buffer, buffer.byteOffset + offset, size);
    };
    const methods = {
      [`read${name}${order}`](offset = 0) {
        return at(this, offset)[`get${native}`](0, order === "LE");
      },
      [`write${name}${order}`](value, offset = 0) {
        at(this, offset)[`set${native}`](0, value, order === "LE");
        return offset + size;
      },
    };
    for (const [key, method] of Object.entries(methods)) {
      for (const alias of [key, key.replace("UInt", "Uint")]) {
        Object.defineProperty(Buffer.prototype, alias, { value: method, writable: true, configurable: true });
      }
    }
  }
}

const Callable = new Proxy(Buffer, {
  apply: (target, self, [value, encoding, length]) =>
    typeof value === "number" ? Buffer.alloc(value) : Buffer.from(value, encoding, length),
  construct(target, values, newTarget) {
    if (typeof values[0] === "string" || Array.isArray(values[0])) return Buffer.from(...values);
    return Reflect.construct(target, values, newTarget === Callable ? Buffer : newTarget);
  },
});
Object.defineProperty(Buffer.prototype, "constructor", { value: Callable, writable: true, configurable: true });
exports.Buffer = Callable;
exports.kMaxLength = 4294967295;
exports.constants = { MAX_LENGTH: 4294967295, MAX_STRING_LENGTH: 1073741823 };
exports.atob = globalThis.atob;
exports.btoa = globalThis.btoa;
