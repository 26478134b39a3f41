Object.assign(exports, require("timers_global"), { promises: require("timers_promises") }); // The module `timers`.
