const fs = require("fs");

const n = Number(fs.readFileSync(0, "utf8"));
const text = Array.from({ length: n }, (_, i) => `w${i % 100}`).join(" ");
const counts = new Map();
for (const word of text.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
console.log(counts.size, counts.get("w7") ?? 0, text.length);
