const fs = require("fs");

const n = Number(fs.readFileSync(0, "utf8"));
const isCorner = (r, c) => (r === 0 && c === 0) || (r === n - 1 && c === n - 1);
const isWall = (r, c) => r * c % 7 === 6 && !isCorner(r, c);

function shortest() {
  const distance = new Int32Array(n * n).fill(-1);
  const queue = [0];
  distance[0] = 0;
  for (let head = 0; head < queue.length; head++) {
    const cell = queue[head];
    const r = Math.floor(cell / n);
    const c = cell % n;
    for (const [nr, nc] of [[r + 1, c], [r - 1, c], [r, c + 1], [r, c - 1]]) {
      if (nr < 0 || nc < 0 || nr >= n || nc >= n || isWall(nr, nc)) continue;
      const next = nr * n + nc;
      if (distance[next] !== -1) continue;
      distance[next] = distance[cell] + 1;
      queue.push(next);
    }
  }
  return distance[n * n - 1];
}

console.log(shortest());
