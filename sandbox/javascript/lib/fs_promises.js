Object.assign(exports, require("fs").promises); // The module `fs/promises`.
