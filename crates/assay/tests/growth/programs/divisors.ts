declare function require(name: string): any;
const n: number = Number(require("fs").readFileSync(0, "utf8"));
let count: number = 0;
for (let d: number = 1; d * d <= n; d++) if (n % d === 0) count += d * d === n ? 1 : 2;
console.log(count);
