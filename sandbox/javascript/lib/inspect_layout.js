// How the parts of an inspected value are laid out: long arrays in columns, short values on one line.
"use strict";

// Columns a text takes on a screen: wide characters take two, marks that combine take none.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = /[\u0300-\u036f\u200b-\u200f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/;
function widthOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const c of text.normalize("NFC")) width += NARROW.test(c) ? 0 : WIDE.test(c) ? 2 : 1;
  return width;
}
exports.widthOf = widthOf;

const GAP = 2;

// Puts the items of a long array into rows of columns, as wide as they are many: about two and a half times as wide
// as high. Returns the same list where columns would not help.
exports.arrange = function (context, items, values) {
  const rest = context.maxArrayLength < values.length && items.length > context.maxArrayLength ? 1 : 0;
  const count = items.length - rest, widths = [];
  let total = 0, widest = 0;
  for (let i = 0; i < count; i++) {
    widths.push(widthOf(items[i]));
    total += widths[i] + GAP;
    widest = Math.max(widest, widths[i]);
  }
  const full = widest + GAP;
  const fits = full * 3 + context.indentation < context.breakLength;
  if (!fits || !(total / full > 5 || widest <= 6)) return items;
  const usual = Math.max(full - 3 - Math.sqrt(full - total / items.length), 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * usual * count) / usual),
    Math.floor((context.breakLength - context.indentation) / full),
    context.compact * 4, 15,
  );
  if (columns <= 1) return items;
  const room = [];
  for (let column = 0; column < columns; column++) {
    let most = 0;
    for (let i = column; i < count; i += columns) most = Math.max(most, widths[i]);
    room.push(most + GAP);
  }
  let numbers = true;
  for (let i = 0; numbers && i < items.length - rest; i++) {
    numbers = typeof values[i] === "number" || typeof values[i] === "bigint";
  }
  const rows = [];
  for (let i = 0; i < count; i += columns) {
    const end = Math.min(i + columns, count);
    let row = "";
    for (let j = i; j < end; j++) {
      const last = j === end - 1, text = last ? items[j] : `${items[j]}, `;
      const missing = " ".repeat(Math.max(0, room[j - i] - (last ? GAP : 0) - widths[j] - (last ? 0 : GAP)));
      row += numbers ? missing + text : last ? text : text + missing;
    }
    rows.push(row);
  }
  if (rest) rows.push(items[count]);
  return rows;
};

// Everything on one line where it is short and not nested too far; else each part on its own.
exports.oneLineOr = function (context, parts, base, braces, level, single) {
  const start = base ? `${base} ${braces[0]}` : braces[0];
  if (context.compact !== false && context.compact >= 1 && single && context.deepest - level < context.compact) {
    const before = parts.length + context.indentation + braces[0].length + base.length + 10;
    let total = parts.length + before;
    for (const part of parts) total += part.length;
    if (total <= context.breakLength && !base.includes("\n")) {
      const joined = parts.join(", ");
      if (!joined.includes("\n")) return `${start} ${joined} ${braces[1]}`;
    }
  }
  const line = `\n${" ".repeat(context.indentation)}`;
  return `${start}${line}  ${parts.join(`,${line}  `)}${line}${braces[1]}`;
};
