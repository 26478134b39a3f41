const n = Number(require("fs").readFileSync(0, "utf8"));
const queue = [];
for (let i = 0; i < n; i++) queue.unshift(i);
console.log(queue[0]);
