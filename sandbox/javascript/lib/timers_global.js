// setTimeout and its kin, as globals and as the module `timers`.
"use strict";
const { Timeout, cancel, addImmediate } = require("timers_queue");

class Immediate {
  constructor(callback, values) {
    this.callback = callback;
    this.values = values;
    this.off = false;
    addImmediate(this);
  }
  hasRef() {
    return true;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
}

function checked(callback) {
  if (typeof callback !== "function") {
    throw internals.typeError("ERR_INVALID_ARG_TYPE", `The "callback" argument must be of type function. Received ${
      callback === null || callback === undefined ? callback : typeof callback}`);
  }
  return callback;
}

exports.setTimeout = function setTimeout(callback, delay, ...values) {
  return new Timeout(checked(callback), +delay, values, false);
};
exports.setInterval = function setInterval(callback, delay, ...values) {
  return new Timeout(checked(callback), +delay, values, true);
};
exports.setImmediate = function setImmediate(callback, ...values) {
  return new Immediate(checked(callback), values);
};
exports.clearTimeout = exports.clearInterval = function clearTimeout(timer) {
  cancel(timer);
};
exports.clearImmediate = function clearImmediate(immediate) {
  if (immediate instanceof Immediate) immediate.off = true;
};
Object.defineProperty(exports, "begin", { value() {}, enumerable: false });

internals.typeError = function (code, message) {
  const error = new TypeError(message);
  Object.defineProperty(error, "code", { value: code, enumerable: true, writable: true, configurable: true });
  internals.coded?.add(error);
  return error;
};

const promisified = Symbol.for("nodejs.util.promisify.custom");
exports.setTimeout[promisified] = (delay, value) => new Promise((done) => exports.setTimeout(done, delay, value));
exports.setImmediate[promisified] = (value) => new Promise((done) => exports.setImmediate(done, value));
