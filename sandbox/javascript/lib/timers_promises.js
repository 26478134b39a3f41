// The module `timers/promises`.
"use strict";
const { setTimeout, setImmediate, setInterval, clearInterval } = require("timers_global");
exports.setTimeout = (delay, value) => new Promise((done) => setTimeout(done, delay, value));
exports.setImmediate = (value) => new Promise((done) => setImmediate(done, value));
exports.setInterval = async function* (delay, value) {
  for (;;) {
    await exports.setTimeout(delay);
    yield value;
  }
};
exports.scheduler = { wait: (delay) => exports.setTimeout(delay), yield: () => exports.setImmediate() };
