const n = Number(require("fs").readFileSync(0, "utf8"));
const board = Array.from({ length: n }, () => new Array(n).fill(0));
for (let i = 0; i < n; i++) board[i][i] = 1;
console.log(board[n - 1][n - 1]);
