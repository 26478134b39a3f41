// The global `process`.
"use strict";
const EventEmitter = require("events");
const { inspect } = require("inspect");

class Process extends EventEmitter {}
const process = new Process();
const hidden = (name, value) => Object.defineProperty(process, name, { value, writable: true, configurable: true });
let exiting = false;

Object.assign(process, {
  title: "node", version: "v22.0.0", versions: { node: "22.0.0", v8: "0.0.0", quickjs: "0.18.0" }, arch: "wasm32",
  platform: "linux", release: { name: "node" }, argv: [], execArgv: [], env: {}, pid: 1, ppid: 0,
  execPath: "/node", exitCode: undefined, features: {}, config: {},
});
process.argv0 = "node";

Object.assign(process, {
  cwd: () => "/",
  chdir() {},
  umask: () => 18,
  uptime: () => host.now() / 1000,
  hrtime(since) {
    const now = host.now(), seconds = Math.floor(now / 1000), nanoseconds = Math.round((now % 1000) * 1e6);
    if (!since) return [seconds, nanoseconds];
    const borrow = nanoseconds < since[1] ? 1 : 0;
    return [seconds - since[0] - borrow, nanoseconds - since[1] + borrow * 1e9];
  },
  memoryUsage() {
    const bytes = host.memory();
    return { rss: bytes, heapTotal: bytes, heapUsed: bytes, external: 0, arrayBuffers: 0 };
  },
  cpuUsage: () => ({ user: Math.round(host.now() * 1000), system: 0 }),
  exit(code) {
    if (code !== undefined) process.exitCode = code;
    if (!exiting) {
      exiting = true;
      process.emit("exit", Number(process.exitCode ?? 0));
    }
    process.reallyExit(Number(process.exitCode ?? 0));
  },
  reallyExit: (code) => host.exit(code & 255),
  abort: () => host.exit(134),
  kill: () => false,
  emitWarning: (warning) => void host.write(2, `(node:1) ${typeof warning === "string" ? `Warning: ${warning}` : warning}\n`),
});
process.hrtime.bigint = () => BigInt(Math.round(host.now() * 1e6));
process.memoryUsage.rss = () => host.memory();
hidden("binding", () => {
  throw new Error("process.binding is not supported");
});
Object.defineProperty(process, "stdin", { get: () => require("stdin").stdin, configurable: true, enumerable: true });
Object.defineProperty(process, "stdout", { get: () => require("stdout").stdout, configurable: true, enumerable: true });
Object.defineProperty(process, "stderr", { get: () => require("stdout").stderr, configurable: true, enumerable: true });
Object.defineProperty(process, Symbol.toStringTag, { value: "process", configurable: true });
process[inspect.custom] = () => "process {}";
Object.defineProperty(process, inspect.custom, { enumerable: false });

module.exports = process;
