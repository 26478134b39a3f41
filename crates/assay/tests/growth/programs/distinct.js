const words = require("fs").readFileSync(0, "utf8").split(/\s+/).slice(1);
const seen = new Set(words.map(Number));
console.log(seen.size);
