// console.table: rows of objects, drawn with lines.
"use strict";
const { inspect } = require("inspect"), { widthOf } = require("inspect_layout");

const shown = (value) => inspect(value, {
  maxArrayLength: 3, breakLength: Infinity, depth: value !== null && typeof value === "object" &&
    !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0,
});

function draw(head, columns) {
  const widths = head.map((name, i) => Math.max(widthOf(name), ...columns[i].map(widthOf)) + 2);
  const line = (left, middle, right) => left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const cell = (text, width) => ` ${text}${" ".repeat(width - widthOf(text) - 1)}`;
  const row = (texts) => `│${texts.map((text, i) => cell(text, widths[i])).join("│")}│`;
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const body = Array.from({ length: rows }, (_, r) => row(columns.map((column) => column[r] ?? "")));
  return [line("┌", "┬", "┐"), row(head), line("├", "┼", "┤"), ...body, line("└", "┴", "┘")].join("\n");
}

exports.table = function (data, only) {
  const entries = data instanceof Map ? [...data].map(([key, value], i) => [String(i), value, key])
    : data instanceof Set ? [...data].map((value, i) => [String(i), value]) : Object.entries(data);
  const names = [], cells = new Map(), values = [];
  const keys = data instanceof Map ? entries.map(([, , key]) => shown(key)) : null;
  entries.forEach(([, value], r) => {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || data instanceof Map) {
      values[r] = shown(value);
      return;
    }
    for (const name of only ?? Object.keys(value)) {
      if (!cells.has(name)) {
        cells.set(name, []);
        names.push(name);
      }
      if (Object.hasOwn(value, name)) cells.get(name)[r] = shown(value[name]);
    }
  });
  const iterated = data instanceof Map || data instanceof Set;
  const head = [iterated ? "(iteration index)" : "(index)"], columns = [entries.map(([index]) => index)];
  if (keys) {
    head.push("Key");
    columns.push(keys);
  }
  for (const name of names) {
    head.push(name);
    columns.push(Array.from(cells.get(name), (text) => text ?? ""));
  }
  if (values.length) {
    head.push("Values");
    columns.push(Array.from(values, (text) => text ?? ""));
  }
  return draw(head, columns);
};
