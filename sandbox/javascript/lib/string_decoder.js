// The module `string_decoder`: text from bytes that arrive in pieces.
"use strict";

class StringDecoder {
  constructor(encoding = "utf8") {
    this.encoding = encoding;
    this._rest = null;
  }
  // Bytes at the end that begin a character of UTF-8 and do not finish it.
  _open(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back];
      if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
      if (byte < 0x80) return 0;
    }
    return 0;
  }
  write(chunk) {
    if (typeof chunk === "string") return chunk;
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!/^utf-?8$/i.test(this.encoding)) return bytes.toString(this.encoding);
    if (this._rest) bytes = Buffer.concat([this._rest, bytes]);
    const open = this._open(bytes);
    this._rest = open ? Buffer.from(bytes.subarray(bytes.length - open)) : null;
    return bytes.toString("utf8", 0, bytes.length - open);
  }
  end(chunk) {
    const text = (chunk ? this.write(chunk) : "") + (this._rest ? this._rest.toString() : "");
    this._rest = null;
    return text;
  }
}
exports.StringDecoder = StringDecoder;
