// CommonJS and the meeting of its modules with JavaScript's own: what a name means, and running each file once.
"use strict";
const path = require("path");
const ENDINGS = ["", ".js", ".ts", ".mjs", ".mts", ".cjs", ".cts", ".json", "/index.js", "/index.ts"];
const cache = Object.create(null), exported = new Map();

internals.readText = function (name) {
  const descriptor = host.open(name, 0, false);
  if (descriptor < 0) return undefined;
  const text = host.readText(descriptor);
  host.close(descriptor);
  return text;
};

const isProgram = (name) => host.take(name) !== undefined;
const isFile = (name) => {
  if (isProgram(name)) return true;
  const facts = host.facts(name);
  return Array.isArray(facts) && facts[0] === 4;
};

// The name of a file in the program, without `/` before it.
function fileFor(base, specifier) {
  const folder = specifier.startsWith("/") ? "/" : path.dirname("/" + base);
  const wanted = path.join(folder, specifier.replace(/^file:\/\//, "")).slice(1);
  for (const ending of ENDINGS) if (isFile(wanted + ending)) return wanted + ending;
  // TypeScript names the file that is made, `./lib.js`, where `./lib.ts` is written.
  const written = wanted.replace(/\.([mc]?)js$/, ".$1ts");
  return written !== wanted && isFile(written) ? written : undefined;
}

function notFound(base, specifier) {
  const error = new Error(`Cannot find module '${specifier}'\nRequire stack:\n- ${base || "main"}`);
  error.code = "MODULE_NOT_FOUND";
  return error;
}

internals.resolve = function (base, specifier) {
  if (internals.builtIn(specifier) !== undefined) return specifier.startsWith("node:") ? specifier : `node:${specifier}`;
  // Names without `./` are packages for Node, of which there are none here.
  const found = fileFor(base, /^(\.|\/|file:)/.test(specifier) ? specifier : `./${specifier}`);
  if (found === undefined) throw notFound(base, specifier);
  return found;
};

function namesOf(value) {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return [];
  return Object.keys(value).filter((name) => name !== "default");
}

// What a module of another kind exports, for the interpreter: names and values by turns.
internals.pairs = function (name) {
  if (!exported.has(name)) {
    const value = internals.builtIn(name) ?? requireFile(name);
    const pairs = ["default", value];
    for (const key of namesOf(value)) pairs.push(key, value[key]);
    exported.set(name, pairs);
  }
  return exported.get(name);
};

internals.about = function (meta, name) {
  meta.filename = "/" + name;
  meta.dirname = path.dirname("/" + name);
  meta.url = "file:///" + name;
  meta.main = name === process.argv[1]?.slice(1);
  meta.resolve = (specifier) => `file:///${internals.resolve(name, specifier)}`;
};

class Module {
  constructor(name) {
    this.id = this.filename = "/" + name;
    this.path = path.dirname(this.filename);
    this.exports = {};
    this.loaded = false;
    this.children = [];
    this.paths = [];
  }
}

function requireFile(name) {
  if (name in cache) return cache[name].exports;
  const module = (cache[name] = new Module(name));
  try {
    run(module, name);
  } catch (error) {
    delete cache[name];
    throw error;
  }
  module.loaded = true;
  return module.exports;
}

function run(module, name) {
  const taken = host.take(name);
  if (typeof taken === "function") {
    taken.call(module.exports, module.exports, requireFrom(name), module, module.filename, module.path);
  } else if (taken === true) {
    const state = host.promise(host.evaluate(name));
    if (state[0] === 2) throw state[1];
    if (state[0] === 0) throw new Error(`require() cannot be used on '${name}', which awaits at its top level`);
    module.exports = host.namespace(name);
  } else {
    module.exports = JSON.parse(internals.readText(name));
  }
}

function requireFrom(base) {
  const require = function (specifier) {
    if (typeof specifier !== "string") {
      throw internals.typeError("ERR_INVALID_ARG_TYPE", 'The "id" argument must be of type string.');
    }
    return internals.builtIn(specifier) ?? requireFile(internals.resolve(base, specifier));
  };
  require.resolve = (specifier) => {
    const name = internals.resolve(base, specifier);
    return name.startsWith("node:") ? name : "/" + name;
  };
  require.cache = cache;
  require.main = cache[process.argv[1]?.slice(1)];
  return require;
}

// Runs a program's main file; the promise of one that is a module.
internals.runMain = function ([main, ...rest]) {
  process.argv = ["node", "/" + main, ...rest];
  process.mainModule = undefined;
  // Files of modules have no `require` of their own; many that are written in TypeScript use it all the same.
  Object.defineProperty(globalThis, "require", { value: requireFrom(main), writable: true, configurable: true });
  if (host.take(main) === true) return host.evaluate(main);
  requireFile(main);
  return undefined;
};
