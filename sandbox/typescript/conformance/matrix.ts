import * as fs from "fs";

type Matrix = number[][];

const n: number = Number(fs.readFileSync(0, "utf8"));
const make = (value: (i: number, j: number) => number): Matrix => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => value(i, j)));
const a = make((i, j) => ((i * j) % 7) + 0.5);
const b = make((i, j) => ((i + j) % 5) - 1.25);
const product = make(() => 0);
for (let i = 0; i < n; i++) {
  for (let k = 0; k < n; k++) {
    const factor = a[i][k];
    const row = b[k];
    const target = product[i];
    for (let j = 0; j < n; j++) target[j] += factor * row[j];
  }
}
let trace = 0;
for (let i = 0; i < n; i++) trace += product[i][i];
console.log(trace.toFixed(3));
