// Timers and immediates as a queue: a binary heap by time, then by the order they were set in.
"use strict";
const heap = [];
let immediates = [], sequence = 0;

const before = (a, b) => a.due < b.due || (a.due === b.due && a.order < b.order);

function push(timer) {
  let at = heap.push(timer) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(timer, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = timer;
}

function pop() {
  const top = heap[0], last = heap.pop();
  let at = 0;
  if (heap.length) {
    for (let child; (child = 2 * at + 1) < heap.length; at = child) {
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], last)) break;
      heap[at] = heap[child];
    }
    heap[at] = last;
  }
  return top;
}

class Timeout {
  constructor(callback, delay, values, repeat) {
    this._callback = callback;
    this._values = values;
    this._delay = delay >= 1 && delay <= 2147483647 ? Math.trunc(delay) : 1;
    this._repeat = repeat;
    this._referenced = true;
    schedule(this);
  }
  ref() {
    this._referenced = true;
    return this;
  }
  unref() {
    this._referenced = false;
    return this;
  }
  hasRef() {
    return this._referenced;
  }
  refresh() {
    exports.cancel(this);
    schedule(this);
    return this;
  }
  close() {
    exports.cancel(this);
    return this;
  }
  [Symbol.toPrimitive]() {
    return this._id;
  }
}

const byNumber = new Map();
function schedule(timer) {
  timer._entry = { due: Math.floor(host.now()) + timer._delay, order: sequence++, timer, off: false };
  timer._id ??= timer._entry.order + 1;
  byNumber.set(timer._id, timer);
  push(timer._entry);
}

exports.Timeout = Timeout;
exports.cancel = function (timer) {
  if (typeof timer === "number" || typeof timer === "string") timer = byNumber.get(Number(timer));
  if (!(timer instanceof Timeout)) return;
  timer._entry.off = true;
  timer._repeat = false;
  byNumber.delete(timer._id);
};

exports.addImmediate = function (immediate) {
  immediates.push(immediate);
};

// Runs the first timer that is due. A millisecond is the least a timer can wait, so one that is not over yet counts.
exports.runTimers = function () {
  while (heap.length && heap[0].off) pop();
  if (!heap.length || heap[0].due > host.now() + 1) return false;
  const { timer } = pop();
  if (timer._repeat) {
    try {
      timer._callback(...timer._values);
    } finally {
      if (timer._repeat) schedule(timer);
    }
  } else {
    byNumber.delete(timer._id);
    timer._callback(...timer._values);
  }
  return true;
};

// When the next timer is due that keeps the program alive.
exports.nextTimer = function () {
  while (heap.length && heap[0].off) pop();
  return heap.some((entry) => !entry.off && entry.timer._referenced) ? heap[0].due : undefined;
};

let running = [], at = 0;
exports.runImmediates = function () {
  if (at >= running.length) {
    running = immediates;
    immediates = [];
    at = 0;
  }
  while (at < running.length) {
    const immediate = running[at++];
    if (immediate.off) continue;
    immediate.off = true;
    immediate.callback(...immediate.values);
    return true;
  }
  return false;
};
