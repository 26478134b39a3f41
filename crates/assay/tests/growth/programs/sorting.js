const [n, ...values] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
values.sort((a, b) => a - b);
console.log(values[0], values[n >> 1]);
