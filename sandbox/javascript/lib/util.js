// The module `util`.
"use strict";
const { inspect } = require("inspect"), { format } = require("format");
const { isDeepStrictEqual } = require("equality");
const promisified = Symbol.for("nodejs.util.promisify.custom");

function promisify(work) {
  if (typeof work !== "function") {
    throw internals.typeError("ERR_INVALID_ARG_TYPE", 'The "original" argument must be of type function.');
  }
  if (work[promisified]) return work[promisified];
  return function (...values) {
    return new Promise((resolve, reject) => {
      work.call(this, ...values, (error, value) => (error ? reject(error) : resolve(value)));
    });
  };
}
promisify.custom = promisified;

function callbackify(work) {
  return function (...values) {
    const done = values.pop();
    work.apply(this, values).then(
      (value) => process.nextTick(done, null, value),
      (error) => process.nextTick(done, error ?? new Error("Promise was rejected with a falsy value")),
    );
  };
}

const tag = (name) => (value) => Object.prototype.toString.call(value) === `[object ${name}]`;
const types = {
  isPromise: (value) => value instanceof Promise, isRegExp: tag("RegExp"), isDate: tag("Date"), isMap: (v) => v instanceof Map,
  isSet: (v) => v instanceof Set, isNativeError: (value) => value instanceof Error, isTypedArray: (value) =>
    ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value) => value instanceof Uint8Array, isArrayBuffer: (value) => value instanceof ArrayBuffer,
  isAnyArrayBuffer: (value) => value instanceof ArrayBuffer, isGeneratorFunction: tag("GeneratorFunction"),
  isAsyncFunction: tag("AsyncFunction"), isGeneratorObject: tag("Generator"), isWeakMap: (v) => v instanceof WeakMap,
  isWeakSet: (v) => v instanceof WeakSet, isBoxedPrimitive: (value) =>
    value instanceof Number || value instanceof String || value instanceof Boolean,
};

Object.assign(exports, {
  inspect, format, promisify, callbackify, types, isDeepStrictEqual,
  formatWithOptions: (options, ...values) => format(...values),
  inherits(made, above) {
    Object.defineProperty(made, "super_", { value: above, writable: true, configurable: true });
    Object.setPrototypeOf(made.prototype, above.prototype);
  },
  deprecate: (work) => work,
  debuglog: () => () => {},
  isArray: Array.isArray,
  stripVTControlCharacters: (text) => text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, ""),
  toUSVString: (text) => String(text).toWellFormed(),
  TextEncoder: require("web").TextEncoder,
  TextDecoder: require("web").TextDecoder,
});
