// util.format: text with `%s` and its kin, and whatever else was given after it.
"use strict";
const { inspect } = require("inspect");

const flat = (value) => inspect(value, { depth: 0, colors: false, compact: 3 });

function asString(value) {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  const own = value.toString;
  const written = typeof own === "function" && own !== Object.prototype.toString && own !== Array.prototype.toString &&
    own !== Error.prototype.toString && !(value instanceof Map) && !(value instanceof Set);
  return written || internals.isError(value) || value instanceof Date ? String(value) : flat(value);
}

function asNumber(value, parse) {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol" || (typeof value === "object" && parse === Number)) return "NaN";
  const number = parse(value);
  return Object.is(number, -0) ? "-0" : String(number);
}

function asJson(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (/circular/i.test(error.message)) return "[Circular]";
    throw error;
  }
}

function directive(letter, value) {
  switch (letter) {
    case "s": return asString(value);
    case "d": return asNumber(value, Number);
    case "i": return asNumber(value, parseInt);
    case "f": return asNumber(value, parseFloat);
    case "j": return asJson(value);
    case "O": return inspect(value);
    case "o": return inspect(value, { showHidden: true, depth: 4 });
    default: return "";
  }
}

exports.format = function format(...values) {
  let text = "", next = 0;
  if (typeof values[0] === "string") {
    next = 1;
    text = values.length === 1 ? values[0] : values[0].replace(/%([sdifjoOc%])/g, (whole, letter) => {
      if (letter === "%") return "%";
      return next < values.length ? directive(letter, values[next++]) : whole;
    });
  }
  for (const first = next; next < values.length; next++) {
    const value = values[next];
    text += (next > 0 || first > 0 ? " " : "") + (typeof value === "string" ? value : inspect(value));
  }
  return text;
};
