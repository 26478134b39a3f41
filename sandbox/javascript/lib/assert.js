// The module `assert`.
"use strict";
const { inspect } = require("inspect"), { equal } = require("equality");

class AssertionError extends Error {
  constructor({ message, actual, expected, operator }) {
    super(message);
    this.name = "AssertionError";
    this.code = "ERR_ASSERTION";
    internals.coded.add(this);
    this.generatedMessage = false;
    Object.assign(this, { actual, expected, operator });
  }
}

function fail(message, made, facts) {
  if (message instanceof Error) throw message;
  throw new AssertionError({ message: message ?? made, ...facts });
}

function assert(value, message) {
  if (!value) fail(message, "The expression evaluated to a falsy value", { actual: value, expected: true, operator: "==" });
}

// A comparison, by the name it has in messages.
function compare(operator, holds, words) {
  return (actual, expected, message) => {
    if (holds(actual, expected)) return;
    fail(message, `${words}\n\n${inspect(actual)} ${operator} ${inspect(expected)}\n`, { actual, expected, operator });
  };
}
const not = (holds) => (a, b) => !holds(a, b);
const deep = (a, b) => equal(a, b, false), deepStrict = (a, b) => equal(a, b, true), loose = (a, b) => a == b || (a !== a && b !== b);
const strict = {
  ok: assert,
  equal: compare("strictEqual", Object.is, "Expected values to be strictly equal:"),
  notEqual: compare("notStrictEqual", not(Object.is), "Expected \"actual\" to be strictly unequal to:"),
  deepEqual: compare("deepStrictEqual", deepStrict, "Expected values to be strictly deep-equal:"),
  notDeepEqual: compare("notDeepStrictEqual", not(deepStrict), "Expected \"actual\" not to be strictly deep-equal to:"),
};

function matches(error, expected) {
  if (expected === undefined || typeof expected === "string") return true;
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === "function") {
    return error instanceof expected || (!(expected.prototype instanceof Error) && expected !== Error && expected(error) === true);
  }
  return Object.keys(expected).every((key) =>
    expected[key] instanceof RegExp ? expected[key].test(error[key]) : equal(error[key], expected[key], true));
}

function throws(work, expected, message) {
  let error, threw = false;
  try {
    work();
  } catch (caught) {
    error = caught;
    threw = true;
  }
  if (!threw) fail(typeof expected === "string" ? expected : message, "Missing expected exception.", { operator: "throws" });
  if (!matches(error, expected)) throw error;
}

async function rejects(work, expected, message) {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    if (!matches(error, expected)) throw error;
    return;
  }
  fail(message, "Missing expected rejection.", { operator: "rejects" });
}

module.exports = Object.assign(assert, {
  AssertionError, ok: assert, throws, rejects,
  equal: compare("==", loose, "Expected values to be loosely equal:"),
  notEqual: compare("!=", not(loose), "Expected \"actual\" to be loosely unequal to:"),
  strictEqual: strict.equal, notStrictEqual: strict.notEqual, deepStrictEqual: strict.deepEqual,
  notDeepStrictEqual: strict.notDeepEqual,
  deepEqual: compare("deepEqual", deep, "Expected values to be loosely deep-equal:"),
  notDeepEqual: compare("notDeepEqual", not(deep), "Expected \"actual\" not to be loosely deep-equal to:"),
  doesNotThrow: (work) => void work(),
  doesNotReject: async (work) => void (await (typeof work === "function" ? work() : work)),
  match: (text, pattern, message) => pattern.test(text) || fail(message, `The input did not match the regular expression ${pattern}. Input:\n\n${inspect(text)}\n`, { actual: text, expected: pattern, operator: "match" }),
  doesNotMatch: (text, pattern, message) => !pattern.test(text) || fail(message, `The input was expected to not match the regular expression ${pattern}. Input:\n\n${inspect(text)}\n`, { actual: text, expected: pattern, operator: "doesNotMatch" }),
  ifError: (value) => {
    if (value !== null && value !== undefined) throw value;
  },
  fail: (message) => fail(message, "Failed", { operator: "fail" }),
});
assert.strict = Object.assign((value, message) => assert(value, message), assert, strict);
