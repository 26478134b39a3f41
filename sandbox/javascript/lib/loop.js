// The event loop: what the host calls to start a program, to run its next piece of work, and to end it.
"use strict";
const process = require("process"), timers = require("timers_global"), { turn: nextInput } = require("stdin");
const { nextTimer, runTimers, runImmediates } = require("timers_queue");
const ticks = [], unhandled = new Map();
let main;

process.nextTick = function nextTick(callback, ...values) {
  if (typeof callback !== "function") throw new TypeError('The "callback" argument must be of type function.');
  ticks.push([callback, values]);
  host.tick();
};

internals.ticks = function () {
  for (let i = 0; i < ticks.length; i++) {
    const [callback, values] = ticks[i];
    if (i + 1 === ticks.length) ticks.length = 0, i = -1;
    else if (i === 1000) ticks.splice(0, 1001), i = -1;
    try {
      callback(...values);
    } catch (error) {
      if (i >= 0) ticks.splice(0, i + 1);
      if (ticks.length) host.tick();
      throw error;
    }
  }
};

// Of each promise: itself, the reason, and whether somebody took it up after all.
internals.rejected = function (list) {
  for (let i = 0; i < list.length; i += 3) {
    if (list[i + 2]) unhandled.delete(list[i]);
    else unhandled.set(list[i], list[i + 1]);
  }
};

internals.rejections = function () {
  if (!unhandled.size) return;
  const [promise, reason] = unhandled.entries().next().value;
  unhandled.delete(promise);
  if (unhandled.size) host.tick();
  if (process.emit("unhandledRejection", reason, promise)) return;
  fail(reason, true);
};

function fail(error, rejected) {
  if (process.listenerCount("uncaughtException")) {
    process.emit("uncaughtException", error, rejected ? "unhandledRejection" : "uncaughtException");
    return;
  }
  host.write(2, internals.describe(error, rejected));
  process.exit(1);
}
internals.fatal = (error) => fail(error, false);

internals.start = function (values) {
  timers.begin();
  main = internals.runMain(values);
};

internals.call = function ([name, ...rest]) {
  process.argv.push(...rest);
  main = globalThis[name]();
};

// Runs one piece of work; whether there was any.
internals.turn = function () {
  if (runTimers() || nextInput() || runImmediates()) return true;
  const due = nextTimer();
  if (due !== undefined) {
    host.sleep(Math.max(0, due - host.now()));
    return true;
  }
  return process.emit("beforeExit", process.exitCode ?? 0) && internals.pending();
};
internals.pending = () => nextTimer() !== undefined || ticks.length > 0;

internals.end = function () {
  if (main && host.promise(main)[0] === 0) {
    host.write(2, "Warning: Detected unsettled top-level await\n");
    process.exit(13);
  }
  process.exit();
};
