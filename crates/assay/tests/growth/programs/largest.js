const [, ...words] = require("fs").readFileSync(0, "utf8").split(/\s+/);
let best = -Infinity;
for (const word of words) if (word !== "" && Number(word) > best) best = Number(word);
console.log(best);
