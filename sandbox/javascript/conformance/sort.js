const fs = require("fs");

const n = Number(fs.readFileSync(0, "utf8"));
const numbers = [];
let x = 42;
for (let i = 0; i < n; i++) {
  x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
  numbers.push(x);
}
numbers.sort((a, b) => a - b);
const MODULUS = 1_000_000_007n;
let sum = 0n;
numbers.forEach((number, i) => {
  sum += BigInt(i + 1) * BigInt(number);
});
console.log(String(sum % MODULUS));
