// The module `events`.
"use strict";

class EventEmitter {
  constructor() {
    this._init();
  }
  _init() {
    if (!Object.hasOwn(this, "_events")) {
      Object.defineProperty(this, "_events", { value: new Map(), writable: true, configurable: true, enumerable: false });
    }
  }
  _list(name) {
    this._init();
    return this._events.get(name) ?? [];
  }
  _add(name, listener, once, first) {
    if (typeof listener !== "function") {
      throw internals.typeError("ERR_INVALID_ARG_TYPE",
        `The "listener" argument must be of type function. Received ${listener === null ? "null" : typeof listener}`);
    }
    if (this._list("newListener").length) this.emit("newListener", name, listener);
    const entry = { listener, once };
    this._events.set(name, first ? [entry, ...this._list(name)] : [...this._list(name), entry]);
    return this;
  }
  on(name, listener) {
    return this._add(name, listener, false, false);
  }
  addListener(name, listener) {
    return this.on(name, listener);
  }
  once(name, listener) {
    return this._add(name, listener, true, false);
  }
  prependListener(name, listener) {
    return this._add(name, listener, false, true);
  }
  prependOnceListener(name, listener) {
    return this._add(name, listener, true, true);
  }
  off(name, listener) {
    const list = this._list(name), at = list.findLastIndex((entry) => entry.listener === listener);
    if (at >= 0) this._drop(name, list[at]);
    return this;
  }
  removeListener(name, listener) {
    return this.off(name, listener);
  }
  _drop(name, entry) {
    const rest = this._list(name).filter((other) => other !== entry);
    if (rest.length) this._events.set(name, rest);
    else this._events.delete(name);
    if (this._list("removeListener").length) this.emit("removeListener", name, entry.listener);
  }
  removeAllListeners(name) {
    this._init();
    if (name === undefined) this._events.clear();
    else this._events.delete(name);
    return this;
  }
  emit(name, ...values) {
    const list = this._list(name);
    if (!list.length) {
      if (name !== "error") return false;
      if (values[0] instanceof Error) throw values[0];
      const error = new Error(`Unhandled error. (${String(values[0])})`);
      error.code = "ERR_UNHANDLED_ERROR";
      error.context = values[0];
      throw error;
    }
    for (const entry of list) {
      if (entry.once) this._drop(name, entry);
      entry.listener.apply(this, values);
    }
    return true;
  }
  listenerCount(name) {
    return this._list(name).length;
  }
  listeners(name) {
    return this._list(name).map((entry) => entry.listener);
  }
  rawListeners(name) {
    return this.listeners(name);
  }
  eventNames() {
    this._init();
    return [...this._events.keys()];
  }
  setMaxListeners() {
    return this;
  }
  getMaxListeners() {
    return 10;
  }
}

// Old programs call it without `new`, on an object that inherits from it.
const Callable = new Proxy(EventEmitter, {
  apply(target, self) {
    target.prototype._init.call(self);
  },
});
Object.defineProperty(EventEmitter.prototype, "constructor", { value: Callable, writable: true, configurable: true });

function once(emitter, name) {
  return new Promise((resolve, reject) => {
    const fails = (error) => {
      emitter.off(name, comes);
      reject(error);
    };
    const comes = (...values) => {
      emitter.off("error", fails);
      resolve(values);
    };
    emitter.once(name, comes);
    if (name !== "error") emitter.once("error", fails);
  });
}

async function* on(emitter, name) {
  const waiting = [];
  let wake = () => {};
  emitter.on(name, (...values) => {
    waiting.push(values);
    wake();
  });
  for (;;) {
    while (waiting.length) yield waiting.shift();
    await new Promise((resume) => (wake = resume));
  }
}

module.exports = Callable;
Object.assign(Callable, { EventEmitter: Callable, once, on, defaultMaxListeners: 10 });
