// The module `os`: a machine that is the same everywhere.
"use strict";
Object.assign(exports, {
  EOL: "\n", platform: () => "linux", type: () => "Linux", arch: () => "wasm32", release: () => "0", hostname: () => "sandbox",
  endianness: () => "LE", tmpdir: () => "/tmp", homedir: () => "/", cpus: () => [], availableParallelism: () => 1,
  totalmem: () => 4294967296, freemem: () => 4294967296 - host.memory(), uptime: () => host.now() / 1000,
  loadavg: () => [0, 0, 0], userInfo: () => ({ uid: 0, gid: 0, username: "user", homedir: "/", shell: null }),
  networkInterfaces: () => ({}), constants: { signals: {} }, devNull: "/dev/null",
});
