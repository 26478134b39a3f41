// Puts the library together: what `require` and `import` know by name, the globals, and what the host calls.
"use strict";
const library = exports, loaded = Object.create(null);

// Names of Node's modules, by the file of the library that has each.
const BUILT_IN = {
  assert: "assert", "assert/strict": "assert", buffer: "buffer", console: "console", events: "events", fs: "fs",
  "fs/promises": "fs_promises", os: "os", path: "path", "path/posix": "path", perf_hooks: "perf_hooks",
  process: "process", readline: "readline", "readline/promises": "readline_promises", stream: "stream",
  string_decoder: "string_decoder", timers: "timers", "timers/promises": "timers_promises", url: "url", util: "util",
};

function load(file) {
  if (!(file in loaded)) {
    const module = { exports: {} };
    loaded[file] = module;
    library[file](module.exports, load, module, host, internals);
  }
  return loaded[file].exports;
}

internals.builtIn = function (name) {
  const bare = name.startsWith("node:") ? name.slice(5) : name;
  return Object.hasOwn(BUILT_IN, bare) ? load(BUILT_IN[bare]) : undefined;
};
internals.builtInNames = Object.keys(BUILT_IN);

const hidden = (value) => ({ value, writable: true, enumerable: false, configurable: true });
const globals = {
  global: globalThis,
  console: load("console"),
  process: load("process"),
  Buffer: load("buffer").Buffer,
  performance: load("perf_hooks").performance,
  ...load("timers_global"),
  ...load("web"),
};
for (const name of Object.keys(globals)) Object.defineProperty(globalThis, name, hidden(globals[name]));

load("errors");
load("locale");
load("modules");
load("loop");
// Everything a program may ask for is in the snapshot.
for (const file of Object.values(BUILT_IN)) load(file);
