const fs = require("fs");

const n = Number(fs.readFileSync(0, "utf8"));
const bytes = new Uint8Array(n);
for (let i = 0; i < n; i++) bytes[i] = i * 31;
let hash = 0x811c9dc5;
for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
console.log((hash >>> 0).toString(16).padStart(8, "0"));
