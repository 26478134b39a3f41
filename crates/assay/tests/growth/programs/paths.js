const n = Number(require("fs").readFileSync(0, "utf8"));
const reach = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i * 7 + j * 3) % 11 === 0));
for (let k = 0; k < n; k++)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) if (reach[i][k] && reach[k][j]) reach[i][j] = true;
console.log(reach.flat().filter(Boolean).length);
