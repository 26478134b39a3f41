// Text to bytes and back, in the encodings a Buffer knows.
"use strict";
const NAMES = {
  utf8: "utf8", "utf-8": "utf8", hex: "hex", base64: "base64", base64url: "base64url", latin1: "latin1", binary: "latin1",
  ascii: "ascii", utf16le: "utf16le", "utf-16le": "utf16le", ucs2: "utf16le", "ucs-2": "utf16le",
};
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128).fill(64);
[...ALPHABET].forEach((c, i) => (VALUES[c.charCodeAt(0)] = i));
VALUES["-".charCodeAt(0)] = 62;
VALUES["_".charCodeAt(0)] = 63;

function named(encoding) {
  if (encoding === undefined || encoding === null || encoding === "utf8") return "utf8";
  const name = NAMES[String(encoding).toLowerCase()];
  if (name === undefined) throw internals.typeError("ERR_UNKNOWN_ENCODING", `Unknown encoding: ${encoding}`);
  return name;
}
exports.known = (encoding) => typeof encoding === "string" && encoding.toLowerCase() in NAMES;

function fromBase64(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0, bits = 0, held = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i), value = code < 128 ? VALUES[code] : 64;
    if (code === 61) break;
    if (value === 64) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 255;
    }
  }
  return bytes.slice(0, length).buffer;
}

function toBase64(bytes, url) {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i, group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[group >> 18] + ALPHABET[(group >> 12) & 63];
    text += left > 1 ? ALPHABET[(group >> 6) & 63] : url ? "" : "=";
    text += left > 2 ? ALPHABET[group & 63] : url ? "" : "=";
  }
  return url ? text.replaceAll("+", "-").replaceAll("/", "_") : text;
}

function codes(text, size) {
  const array = size === 1 ? new Uint8Array(text.length) : new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) array[i] = text.charCodeAt(i);
  return array.buffer;
}

function fromHex(text) {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    const pair = text.slice(2 * i, 2 * i + 2);
    if (!/^[0-9a-f]{2}$/i.test(pair)) return bytes.slice(0, i).buffer;
    bytes[i] = parseInt(pair, 16);
  }
  return bytes.buffer;
}

exports.encode = function (text, encoding) {
  switch (named(encoding)) {
    case "hex": return fromHex(text);
    case "base64": case "base64url": return fromBase64(text);
    case "latin1": case "ascii": return codes(text, 1);
    case "utf16le": return codes(text, 2);
    default: return host.encode(text);
  }
};

function fromCodes(array) {
  let text = "";
  for (let i = 0; i < array.length; i += 8192) text += String.fromCharCode(...array.subarray(i, i + 8192));
  return text;
}

exports.decode = function (bytes, encoding, start, end) {
  const name = named(encoding);
  if (name === "utf8") return host.decode(bytes, start, end);
  const part = Uint8Array.prototype.slice.call(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), start, end);
  switch (name) {
    case "hex": return Array.from(part, (byte) => byte.toString(16).padStart(2, "0")).join("");
    case "base64": return toBase64(part, false);
    case "base64url": return toBase64(part, true);
    case "ascii": return fromCodes(part.map((byte) => byte & 127));
    case "utf16le": return fromCodes(new Uint16Array(part.buffer, 0, part.length >> 1));
    default: return fromCodes(part);
  }
};
