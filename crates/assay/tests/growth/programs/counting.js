const [, ...words] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
const seen = new Map();
for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
console.log(seen.size);
