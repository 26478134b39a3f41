import * as fs from "fs";

const points: string[] = [...fs.readFileSync(0, "utf8").trimEnd()];
console.log(points.length);
console.log(points.reverse().join(""));
