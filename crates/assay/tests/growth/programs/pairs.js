const [, ...values] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let count = 0;
for (const a of values) for (const b of values) if ((a ^ b) % 7 === 0) count++;
console.log(count);
