// The module `readline/promises`.
"use strict";
const readline = require("readline");

class Interface extends readline.Interface {
  question(query) {
    return new Promise((answer) => super.question(query, answer));
  }
}
exports.Interface = Interface;
exports.createInterface = (input, output) => new Interface(input, output);
