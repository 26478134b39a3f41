// process.stdin: all of standard input, handed over by the event loop in one piece.
"use strict";
const { Readable } = require("stream");
const sources = new Set();

// Bytes from a descriptor or a file, read when the program first asks for them.
class Source extends Readable {
  constructor(read, fields) {
    super({ read() {} });
    Object.assign(this, fields);
    this._take = read;
    this._taken = false;
    sources.add(this);
  }
  _fill() {
    if (this._taken) return;
    this._taken = true;
    sources.delete(this);
    let bytes;
    try {
      bytes = this._take();
    } catch (error) {
      process.nextTick(() => this.destroy(error));
      return;
    }
    if (bytes.length) this.push(bytes);
    this.push(null);
  }
  read(size) {
    this._fill();
    return super.read(size);
  }
  get _wanted() {
    return this._flowing === true || this._reading;
  }
}
exports.Source = Source;

let stdin;
Object.defineProperty(exports, "stdin", {
  get() {
    stdin ??= new Source(() => Buffer.from(host.readRest(0)), { fd: 0, isTTY: false });
    return stdin;
  },
  enumerable: true,
});

// Starts what someone waits for; whether there was any.
exports.turn = function () {
  for (const source of sources) {
    if (source._wanted) {
      source._fill();
      return true;
    }
  }
  return false;
};
