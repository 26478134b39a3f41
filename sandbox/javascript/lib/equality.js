// Whether two values are deeply equal, for `assert` and `util`.
"use strict";
const boxedValue = (value) =>
  value instanceof Number || value instanceof String || value instanceof Boolean || value instanceof BigInt ? value.valueOf() : value;

function setsEqual(a, b, strict, seen) {
  if (a.size !== b.size) return false;
  const rest = [];
  for (const item of a) if (!b.has(item)) rest.push(item);
  const others = [...b].filter((item) => !a.has(item));
  return rest.every((item) => {
    const at = others.findIndex((other) => equal(item, other, strict, seen));
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  });
}

function mapsEqual(a, b, strict, seen) {
  if (a.size !== b.size) return false;
  const others = [...b].filter(([key]) => !a.has(key));
  for (const [key, value] of a) {
    if (b.has(key)) {
      if (!equal(value, b.get(key), strict, seen)) return false;
      continue;
    }
    const at = others.findIndex(([k, v]) => equal(key, k, strict, seen) && equal(value, v, strict, seen));
    if (at < 0) return false;
    others.splice(at, 1);
  }
  return true;
}

function equal(a, b, strict, seen = new Map()) {
  if (strict ? Object.is(a, b) : a == b || (a !== a && b !== b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (a instanceof RegExp && b instanceof RegExp) return String(a) === String(b);
  if (internals.isError(a) && internals.isError(b) && (a.message !== b.message || a.name !== b.name)) return false;
  if (!Object.is(boxedValue(a) === a ? a : 0, a) && !Object.is(boxedValue(a), boxedValue(b))) return false;
  if (a instanceof Set) return b instanceof Set && setsEqual(a, b, strict, seen);
  if (a instanceof Map) return b instanceof Map && mapsEqual(a, b, strict, seen);
  if (ArrayBuffer.isView(a) && (!ArrayBuffer.isView(b) || a.length !== b.length)) return false;
  const keys = Object.keys(a);
  if (Array.isArray(a) && a.length !== b.length) return false;
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key], strict, seen));
}

exports.equal = equal;
exports.isDeepStrictEqual = (a, b) => equal(a, b, true);
