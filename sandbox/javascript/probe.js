// Depends on as much of the snapshot as one program can: its cost differs where the snapshot does.
const names = Object.getOwnPropertyNames(globalThis);
const parts = ["fs", "util", "events", "readline", "assert", "path"].map((name) => Object.keys(require(name)).join());
const table = new Map(names.map((name) => [name, typeof globalThis[name]]));
for (let i = 0; i < 5000; i++) table.set(`key ${i}`, { i, text: String(i * i), list: [i, -i, i / 7] });
const text = JSON.stringify([...table]) + parts.join();
console.log(text.length, require("util").inspect([...table].slice(-50)).length, /(\d+)\D+$/.exec(text)[1]);
