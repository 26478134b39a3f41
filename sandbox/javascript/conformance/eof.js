const readline = require("readline");

let count = 0;
const lines = readline.createInterface({ input: process.stdin });
lines.on("line", () => count++);
lines.on("close", () => console.log(count));
