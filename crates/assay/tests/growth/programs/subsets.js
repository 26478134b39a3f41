const n = Number(require("fs").readFileSync(0, "utf8"));
const count = (at) => (at === n ? 1 : count(at + 1) + count(at + 1));
console.log(count(0));
