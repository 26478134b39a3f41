// The module `perf_hooks` and the global `performance`, on the virtual clock.
"use strict";
const entries = [];
exports.performance = {
  timeOrigin: 1767225600000,
  now: () => host.now(),
  mark(name) {
    const entry = { name, entryType: "mark", startTime: host.now(), duration: 0 };
    entries.push(entry);
    return entry;
  },
  measure(name, from, to) {
    const at = (mark) => entries.findLast((entry) => entry.name === mark && entry.entryType === "mark")?.startTime;
    const startTime = at(from) ?? 0, entry = { name, entryType: "measure", startTime, duration: (at(to) ?? host.now()) - startTime };
    entries.push(entry);
    return entry;
  },
  getEntries: () => [...entries],
  getEntriesByName: (name) => entries.filter((entry) => entry.name === name),
  getEntriesByType: (type) => entries.filter((entry) => entry.entryType === type),
  clearMarks() {},
  clearMeasures() {},
  toJSON: () => ({ timeOrigin: 1767225600000 }),
};
