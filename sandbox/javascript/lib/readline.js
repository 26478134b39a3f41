// The module `readline`: input line by line.
"use strict";
const EventEmitter = require("events");
const { StringDecoder } = require("string_decoder");
const BREAK = /\r\n|\n|\r/g;

class Interface extends EventEmitter {
  constructor(input, output) {
    super();
    const given = input && typeof input.on !== "function" ? input : { input, output };
    this.input = given.input;
    this.output = given.output;
    this.terminal = false;
    this.closed = false;
    this.line = "";
    this._lines = [];
    this._at = 0;
    this._partial = "";
    this._paused = false;
    this._questions = [];
    this._prompt = given.prompt ?? "> ";
    this._decoder = new StringDecoder("utf8");
    this.input.on("data", (chunk) => this._take(this._decoder.write(chunk)));
    this.input.on("end", () => this._end());
    if (this.input._flowing === null || this.input._flowing === false) this.input.resume();
  }
  _take(text) {
    if (this.closed) return;
    const whole = this._partial + text;
    let from = 0;
    BREAK.lastIndex = 0;
    for (let found; (found = BREAK.exec(whole)); from = BREAK.lastIndex) this._lines.push(whole.slice(from, found.index));
    this._partial = whole.slice(from);
    this._move();
  }
  _end() {
    this._inputOver = true;
    const rest = this._partial + this._decoder.end();
    if (rest) this._lines.push(rest);
    this._partial = "";
    this._move();
  }
  // Gives out lines until there are none, or someone says to wait.
  _move() {
    while (!this._paused && !this.closed && this._at < this._lines.length) {
      if (this._questions.length) this._questions.shift()(this._lines[this._at++]);
      else if (this._holds && !this.listenerCount("line")) break;
      else this.emit("line", this._lines[this._at++]);
    }
    if (this._at === this._lines.length) {
      this._lines = [];
      this._at = 0;
      if (this._inputOver && !this.closed && !this._paused) this.close();
    }
  }
  question(query, options, callback) {
    const answer = typeof options === "function" ? options : callback;
    if (this.output) this.output.write(query);
    this._questions.push(answer);
    this._holds = true;
    process.nextTick(() => this._move());
  }
  setPrompt(prompt) {
    this._prompt = prompt;
  }
  getPrompt() {
    return this._prompt;
  }
  prompt() {
    if (this.output) this.output.write(this._prompt);
  }
  write() {}
  pause() {
    this._paused = true;
    this.emit("pause");
    return this;
  }
  resume() {
    this._paused = false;
    this.emit("resume");
    process.nextTick(() => this._move());
    return this;
  }
  close() {
    if (this.closed) return;
    this.closed = true;
    this.input.pause();
    this.emit("close");
  }
  [Symbol.asyncIterator]() {
    let lines = [], at = 0, wake;
    let over = this.closed;
    this.on("line", (line) => {
      lines.push(line);
      if (wake) wake(), (wake = undefined);
    });
    this.on("close", () => {
      over = true;
      if (wake) wake(), (wake = undefined);
    });
    const next = () => {
      if (at < lines.length) {
        const value = lines[at];
        lines[at++] = undefined;
        if (at === lines.length) (lines = []), (at = 0);
        return Promise.resolve({ value, done: false });
      }
      if (over) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resume) => (wake = resume)).then(next);
    };
    return {
      next,
      return: (value) => {
        this.close();
        return Promise.resolve({ value, done: true });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

exports.Interface = Interface;
exports.createInterface = (input, output) => new Interface(input, output);
exports.clearLine = exports.cursorTo = exports.moveCursor = exports.clearScreenDown = () => true;
exports.emitKeypressEvents = () => {};
Interface.prototype.question[Symbol.for("nodejs.util.promisify.custom")] = function (query) {
  return new Promise((answer) => this.question(query, answer));
};
Object.defineProperty(exports, "promises", { get: () => require("readline_promises"), enumerable: true });
