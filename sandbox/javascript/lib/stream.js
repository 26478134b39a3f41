// The module `stream`: enough of it for input, output and what stands between them.
"use strict";
const EventEmitter = require("events");
const { StringDecoder } = require("string_decoder");

class Readable extends EventEmitter {
  constructor(options = {}) {
    super();
    this.readable = true;
    this.destroyed = false;
    this.readableEnded = false;
    this._queue = [];
    this._flowing = null;
    this._reading = false;
    this._ended = false;
    this._moving = false;
    this._objects = Boolean(options.objectMode ?? options.readableObjectMode);
    if (options.read) this._read = options.read;
    if (options.encoding) this.setEncoding(options.encoding);
  }
  _read() {}
  get readableFlowing() {
    return this._flowing;
  }
  setEncoding(encoding) {
    this._decoder = new StringDecoder(encoding ?? "utf8");
    this.readableEncoding = encoding;
    this._queue = this._queue.map((chunk) => (typeof chunk === "string" ? chunk : this._decoder.write(chunk)));
    return this;
  }
  push(chunk, encoding) {
    if (chunk === null) {
      const rest = this._decoder?.end();
      if (rest) this._queue.push(rest);
      this._ended = true;
    } else {
      if (!this._objects) {
        if (typeof chunk === "string" && !this._decoder) chunk = Buffer.from(chunk, encoding);
        else if (typeof chunk !== "string" && this._decoder) chunk = this._decoder.write(chunk);
      }
      if (this._objects || chunk.length) this._queue.push(chunk);
    }
    this._move();
    return true;
  }
  on(name, listener) {
    super.on(name, listener);
    if (name === "data" && this._flowing !== false) this.resume();
    if (name === "readable") {
      this._reading = true;
      this._move();
    }
    return this;
  }
  resume() {
    this._flowing = true;
    this._move();
    return this;
  }
  pause() {
    this._flowing = false;
    return this;
  }
  isPaused() {
    return this._flowing === false;
  }
  read(size) {
    if (!this._queue.length && !this._ended) this._read(16384);
    if (!this._queue.length) {
      if (this._ended) this._finish();
      return null;
    }
    if (this._objects) return this._queue.shift();
    const text = typeof this._queue[0] === "string";
    const all = text ? this._queue.join("") : Buffer.concat(this._queue);
    if (size !== undefined && size < all.length) {
      this._queue = [all.slice(size)];
      return all.slice(0, size);
    }
    if (size !== undefined && size > all.length && !this._ended) return null;
    this._queue = [];
    if (this._ended) process.nextTick(() => this._finish());
    return all;
  }
  // Hands over what is queued, after the current piece of work has ended.
  _move() {
    if (this._moving) return;
    this._moving = true;
    process.nextTick(() => {
      this._moving = false;
      if (this._reading && !this.readableEnded && (this._queue.length || this._ended)) this.emit("readable");
      while (this._flowing && this._queue.length) this.emit("data", this._queue.shift());
      if (this._flowing && this._ended && !this._queue.length) this._finish();
      else if (this._flowing && !this._ended) this._read(16384);
    });
  }
  _finish() {
    if (this.readableEnded || this.destroyed) return;
    this.readableEnded = true;
    this.readable = false;
    process.nextTick(() => {
      this.emit("end");
      this.emit("close");
    });
  }
  pipe(target, options) {
    this.on("data", (chunk) => target.write(chunk));
    if (options?.end !== false && target !== process.stdout && target !== process.stderr) {
      this.once("end", () => target.end());
    }
    target.emit("pipe", this);
    return target;
  }
  unpipe() {
    return this.pause();
  }
  destroy(error) {
    if (this.destroyed) return this;
    this.destroyed = true;
    this._queue = [];
    process.nextTick(() => {
      if (error) this.emit("error", error);
      this.emit("close");
    });
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  [Symbol.asyncIterator]() {
    const waiting = [];
    let wake, over = false, failure;
    const stir = () => wake?.();
    this.on("data", (chunk) => {
      waiting.push(chunk);
      stir();
    });
    for (const name of ["end", "close"]) this.once(name, () => ((over = true), stir()));
    this.once("error", (error) => ((failure = error), (over = true), stir()));
    const stream = this;
    return (async function* () {
      try {
        for (;;) {
          while (waiting.length) yield waiting.shift();
          if (failure) throw failure;
          if (over) return;
          await new Promise((resume) => (wake = resume));
        }
      } finally {
        stream.destroy();
      }
    })();
  }
  static from(items) {
    const stream = new Readable({ objectMode: true });
    (async () => {
      try {
        for await (const item of typeof items === "string" ? [items] : items) stream.push(item);
        stream.push(null);
      } catch (error) {
        stream.destroy(error);
      }
    })();
    return stream;
  }
}

class Writable extends EventEmitter {
  constructor(options = {}) {
    super();
    this._beginWriting(options);
  }
  _beginWriting(options) {
    this.writable = true;
    this.writableEnded = false;
    this._left = 0;
    if (options.write) this._write = options.write;
    if (options.final) this._final = options.final;
  }
  write(chunk, encoding, callback) {
    if (typeof encoding === "function") [callback, encoding] = [encoding, undefined];
    const bytes = typeof chunk === "string" && !this._objects && this._decodes !== false ? Buffer.from(chunk) : chunk;
    this._left++;
    this._write(bytes, encoding ?? "buffer", (error) => {
      this._left--;
      if (error) this.emit("error", error);
      callback?.(error);
      this._close();
    });
    return true;
  }
  end(chunk, encoding, callback) {
    const done = [chunk, encoding, callback].find((value) => typeof value === "function");
    if (done) this.once("finish", done);
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.write(chunk, encoding);
    this.writableEnded = true;
    this._close();
    return this;
  }
  _close() {
    if (!this.writableEnded || this._left || this._closed) return;
    this._closed = true;
    const finish = () => process.nextTick(() => this.emit("finish"));
    if (this._final) this._final(finish);
    else finish();
  }
  destroy(error) {
    process.nextTick(() => (error ? this.emit("error", error) : this.emit("close")));
    return this;
  }
}

class Transform extends Readable {
  constructor(options = {}) {
    super(options);
    Writable.prototype._beginWriting.call(this, {});
    this._objects = Boolean(options.objectMode ?? options.writableObjectMode);
    if (options.transform) this._transform = options.transform;
    if (options.flush) this._flush = options.flush;
  }
  _transform(chunk, encoding, done) {
    done(null, chunk);
  }
  _write(chunk, encoding, done) {
    this._transform(chunk, encoding, (error, made) => {
      if (made !== undefined && made !== null) this.push(made);
      done(error);
    });
  }
  _final(finish) {
    const last = (error, made) => {
      if (made !== undefined && made !== null) this.push(made);
      this.push(null);
      finish(error);
    };
    if (this._flush) this._flush(last);
    else last();
  }
}
for (const name of ["write", "end", "_close"]) {
  Object.defineProperty(Transform.prototype, name, {
    value: Writable.prototype[name], writable: true, configurable: true,
  });
}

function pipeline(...parts) {
  const done = typeof parts.at(-1) === "function" ? parts.pop() : () => {};
  let over = false;
  const end = (error) => {
    if (!over) done(error);
    over = true;
  };
  for (const part of parts) part.on("error", end);
  for (let i = 0; i + 1 < parts.length; i++) parts[i].pipe(parts[i + 1]);
  parts.at(-1).on("finish", () => end());
  if (parts.at(-1) === process.stdout) parts.at(-2).once("end", () => end());
  return parts.at(-1);
}

module.exports = Readable;
Object.assign(Readable, {
  Readable, Writable, Transform, PassThrough: class PassThrough extends Transform {}, Duplex: Transform, Stream: Readable,
  pipeline,
  promises: { pipeline: (...parts) => new Promise((resolve, reject) =>
    pipeline(...parts, (error) => (error ? reject(error) : resolve()))) },
});
