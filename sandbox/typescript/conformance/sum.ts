import * as fs from "fs";

const numbers: number[] = fs.readFileSync(0, "utf8").trim().split("\n").map(Number);
console.log(numbers.reduce((sum: number, number: number) => sum + number, 0));
