const [, ...values] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let best = 0, first = 0, sum = 0;
for (let last = 0; last < values.length; last++) {
  sum += values[last] % 10;
  while (sum > 50) sum -= values[first++] % 10;
  best = Math.max(best, last - first + 1);
}
console.log(best);
