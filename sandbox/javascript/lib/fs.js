// The module `fs`: the files a run was given and those it may make, and the streams as descriptors.
"use strict";
const { failed, bytesOf, pathOf, Stats } = require("files");
const READ = 0, WRITE = 1, CREATE = 1 << 1, EXCLUSIVE = 4 << 1, TRUNCATE = 8 << 1;
const MODES = {
  r: [READ], "r+": [WRITE], rs: [READ], w: [WRITE | CREATE | TRUNCATE], "w+": [WRITE | CREATE | TRUNCATE],
  wx: [WRITE | CREATE | EXCLUSIVE | TRUNCATE], a: [WRITE | CREATE, true], "a+": [WRITE | CREATE, true],
};
const DEVICES = { "/dev/stdin": 0, "/proc/self/fd/0": 0, "/dev/fd/0": 0, "/dev/stdout": 1, "/dev/stderr": 2, "/dev/tty": 0 };

function device(path) {
  return Object.hasOwn(DEVICES, path) ? DEVICES[path] : undefined;
}

function checked(answer, call, path, to) {
  if (typeof answer === "number" && answer < 0) throw failed(-answer, call, path, to);
  return answer;
}

function open(path, flags = "r") {
  const name = pathOf(path), known = device(name);
  if (known !== undefined) return known;
  const [how, append] = MODES[flags] ?? MODES.r;
  return checked(host.open(name, how, Boolean(append)), "open", name);
}

function close(descriptor) {
  if (descriptor > 2) checked(host.close(descriptor), "close");
}

function using(path, flags, work) {
  if (typeof path === "number") return work(path);
  const descriptor = open(path, flags);
  try {
    return work(descriptor);
  } finally {
    close(descriptor);
  }
}

const encodingOf = (options) => (typeof options === "string" ? options : options?.encoding) ?? null;

exports.readFileSync = function readFileSync(path, options) {
  const encoding = encodingOf(options);
  return using(path, options?.flag ?? "r", (descriptor) => {
    const facts = descriptor > 2 ? checked(host.facts(descriptor), "fstat") : [4];
    if (facts[0] === 3) throw failed(31, "read");
    if (encoding !== null && /^utf-?8$/i.test(encoding)) return host.readText(descriptor);
    const bytes = Buffer.from(host.readRest(descriptor));
    return encoding === null || encoding === "buffer" ? bytes : bytes.toString(encoding);
  });
};

function writeAll(path, data, options, flags) {
  const bytes = bytesOf(data, encodingOf(options));
  using(path, options?.flag ?? flags, (descriptor) => {
    checked(host.write(descriptor, bytes, 0, bytes.length), "write");
  });
}
exports.writeFileSync = (path, data, options) => writeAll(path, data, options, "w");
exports.appendFileSync = (path, data, options) => writeAll(path, data, options, "a");
exports.openSync = open;
exports.closeSync = close;
exports.readSync = function readSync(descriptor, buffer, offset = 0, length, position = null) {
  if (offset !== null && typeof offset === "object") ({ offset = 0, length, position = null } = offset);
  const bytes = bytesOf(buffer), end = Math.min(bytes.length, offset + (length ?? bytes.length - offset));
  return checked(host.read(descriptor, bytes, offset, end, typeof position === "bigint" ? Number(position) : position), "read");
};
exports.writeSync = function writeSync(descriptor, data, offset, length) {
  if (typeof data === "string") {
    const bytes = bytesOf(data, typeof length === "string" ? length : undefined);
    return checked(host.write(descriptor, bytes, 0, bytes.length), "write");
  }
  const bytes = bytesOf(data), from = offset ?? 0;
  return checked(host.write(descriptor, bytes, from, from + (length ?? bytes.length - from)), "write");
};
exports.existsSync = function existsSync(path) {
  const name = pathOf(path);
  return device(name) !== undefined || Array.isArray(host.facts(name));
};
exports.statSync = exports.lstatSync = function statSync(path, options) {
  const name = pathOf(path), known = device(name), facts = host.facts(known ?? name);
  if (options?.throwIfNoEntry === false && facts === -44) return undefined;
  return new Stats(checked(facts, "stat", name));
};
exports.fstatSync = (descriptor) => new Stats(checked(host.facts(descriptor), "fstat"));
exports.accessSync = (path) => void exports.statSync(path);
exports.readdirSync = function readdirSync(path) {
  const name = pathOf(path), descriptor = checked(host.open(name, 2 << 1, false), "scandir", name);
  const names = host.list(descriptor);
  host.close(descriptor);
  return checked(names, "scandir", name).sort();
};
exports.mkdirSync = function mkdirSync(path, options) {
  const name = pathOf(path);
  if (!options?.recursive) return void checked(host.change(name, 0), "mkdir", name);
  let part = "";
  for (const step of name.split("/").filter(Boolean)) {
    part += `/${step}`;
    if (!Array.isArray(host.facts(part))) checked(host.change(part, 0), "mkdir", name);
  }
  return undefined;
};
exports.rmdirSync = (path) => void checked(host.change(pathOf(path), 1), "rmdir", pathOf(path));
exports.unlinkSync = (path) => void checked(host.change(pathOf(path), 2), "unlink", pathOf(path));
exports.rmSync = function rmSync(path, options) {
  if (options?.force && !exports.existsSync(path)) return;
  if (!exports.statSync(path).isDirectory()) return exports.unlinkSync(path);
  if (options?.recursive) for (const name of exports.readdirSync(path)) exports.rmSync(`${pathOf(path)}/${name}`, options);
  exports.rmdirSync(path);
};
exports.copyFileSync = (from, to) => exports.writeFileSync(to, exports.readFileSync(from));
exports.renameSync = function renameSync(from, to) {
  exports.copyFileSync(from, to);
  exports.unlinkSync(from);
};

// Each function that waits, for callers that do not: with a callback, and with a promise.
exports.promises = {};
const WITH_BOTH = ["readFile", "writeFile", "appendFile", "stat", "lstat", "access", "readdir", "mkdir", "rmdir", "unlink", "rm",
  "copyFile", "rename"];
for (const name of WITH_BOTH) {
  const work = exports[`${name}Sync`];
  exports.promises[name] = async (...values) => work(...values);
  exports[name] = (...values) => {
    const done = values.pop();
    let error = null, result;
    try {
      result = work(...values);
    } catch (thrown) {
      error = thrown;
    }
    setImmediate(() => (error ? done(error) : done(null, result)));
  };
}
exports.exists = (path, done) => void setImmediate(() => done(exports.existsSync(path)));
for (const name of ["open", "close", "read", "write", "fstat"]) {
  exports[name] = (...values) => {
    const done = values.pop();
    try {
      const result = exports[`${name}Sync`](...values);
      setImmediate(() => done(null, result));
    } catch (error) {
      setImmediate(() => done(error));
    }
  };
}

exports.createReadStream = function createReadStream(path, options) {
  const { Source } = require("stdin");
  const given = typeof options === "object" && options !== null ? options : {};
  const from = given.fd ?? path, stream = new Source(() => exports.readFileSync(from), { path });
  const encoding = encodingOf(options);
  return encoding ? stream.setEncoding(encoding) : stream;
};
exports.createWriteStream = function createWriteStream(path, options) {
  const { Writable } = require("stream");
  const descriptor = options?.fd ?? open(path, options?.flags ?? "w");
  return new Writable({
    write(chunk, encoding, done) {
      exports.writeSync(descriptor, chunk);
      done();
    },
    final(done) {
      close(descriptor);
      done();
    },
  });
};
exports.constants = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_TRUNC: 512 };
