// process.stdout and process.stderr.
"use strict";
const EventEmitter = require("events");

class Output extends EventEmitter {
  constructor(descriptor) {
    super();
    this.fd = descriptor;
    this.writable = true;
    this.isTTY = false;
    this.writableLength = 0;
    this.writableHighWaterMark = 16384;
  }
  write(chunk, encoding, callback) {
    if (typeof chunk !== "string" && !ArrayBuffer.isView(chunk)) {
      throw internals.typeError("ERR_INVALID_ARG_TYPE", "The \"chunk\" argument must be of type string or an instance " +
        `of Buffer or Uint8Array. Received ${chunk === null ? "null" : typeof chunk === "number" ?
          `type number (${chunk})` : `type ${typeof chunk}`}`);
    }
    if (typeof chunk === "string" && typeof encoding === "string" && !/^utf-?8$/i.test(encoding)) {
      chunk = Buffer.from(chunk, encoding);
    }
    if (typeof chunk === "string") host.write(this.fd, chunk);
    else host.write(this.fd, new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength), 0, chunk.byteLength);
    const done = typeof encoding === "function" ? encoding : callback;
    if (typeof done === "function") process.nextTick(done);
    return true;
  }
  end(chunk, encoding, callback) {
    const done = [chunk, encoding, callback].find((value) => typeof value === "function");
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.write(chunk, encoding);
    process.nextTick(() => {
      this.emit("finish");
      done?.();
    });
    return this;
  }
  cork() {}
  uncork() {}
  setDefaultEncoding() {
    return this;
  }
}

exports.stdout = new Output(1);
exports.stderr = new Output(2);
