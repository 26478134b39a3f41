import * as fs from "fs";

const n: number = Number(fs.readFileSync(0, "utf8"));
const key = (i: number): number => Math.imul(i, 2654435761) >>> 0;
const map = new Map<number, number>();
for (let i = 0; i < n; i++) map.set(key(i), i);
let sum = 0;
for (let i = 0; i < n; i += 2) sum += map.get(key(i))!;
console.log(map.size, sum);
