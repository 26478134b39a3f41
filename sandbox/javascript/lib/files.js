// What the calls on files share: errors with Node's names, paths and bytes as they are given, and facts about a file.
"use strict";
const NAMES = {
  2: ["EACCES", -13, "permission denied"], 8: ["EBADF", -9, "bad file descriptor"], 20: ["EEXIST", -17, "file already exists"],
  28: ["EINVAL", -22, "invalid argument"], 31: ["EISDIR", -21, "illegal operation on a directory"],
  37: ["ENAMETOOLONG", -36, "name too long"], 44: ["ENOENT", -2, "no such file or directory"],
  51: ["ENOSPC", -28, "no space left on device"], 54: ["ENOTDIR", -20, "not a directory"],
  55: ["ENOTEMPTY", -39, "directory not empty"], 58: ["ENOTSUP", -95, "operation not supported"],
  63: ["EPERM", -1, "operation not permitted"], 69: ["EROFS", -30, "read-only file system"],
  76: ["EACCES", -13, "permission denied"],
};

exports.failed = function (number, call, path) {
  const [code, errno, text] = NAMES[number] ?? ["EIO", -5, "i/o error"];
  const error = new Error(`${code}: ${text}, ${call}${path === undefined ? "" : ` '${path}'`}`);
  return Object.assign(error, { errno, code, syscall: call }, path === undefined ? {} : { path });
};

exports.bytesOf = function (data, encoding) {
  if (typeof data === "string") return Buffer.from(data, encoding ?? "utf8");
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw internals.typeError("ERR_INVALID_ARG_TYPE", "The \"data\" argument must be of type string or an instance of Buffer, " +
    `TypedArray, or DataView. Received ${data === null ? "null" : typeof data}`);
};

exports.pathOf = function (path) {
  if (typeof path === "string") return path;
  if (path instanceof Uint8Array) return Buffer.from(path).toString();
  if (path !== null && typeof path === "object" && typeof path.href === "string") return path.href.replace(/^file:\/\//, "");
  throw internals.typeError("ERR_INVALID_ARG_TYPE", "The \"path\" argument must be of type string or an instance of Buffer or " +
    `URL. Received ${path === null || path === undefined ? path : `type ${typeof path}`}`);
};

const FOLDER = 3, FILE = 4;
exports.Stats = class Stats {
  constructor([type, size]) {
    Object.defineProperty(this, "_type", { value: type });
    this.size = size;
    this.mode = type === FOLDER ? 16877 : 33188;
    this.mtimeMs = this.ctimeMs = this.atimeMs = this.birthtimeMs = 1767225600000;
  }
  isFile() {
    return this._type === FILE;
  }
  isDirectory() {
    return this._type === FOLDER;
  }
  isSymbolicLink() {
    return false;
  }
  isFIFO() {
    return this._type !== FILE && this._type !== FOLDER;
  }
  isCharacterDevice() {
    return false;
  }
};
