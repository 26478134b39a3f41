const n = Number(require("fs").readFileSync(0, "utf8"));
let total = 0;
for (let i = 0; i < 200; i++) for (let left = n; left >= 1; left = Math.floor(left / 2)) total += left % 2;
console.log(total);
