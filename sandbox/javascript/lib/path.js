// The module `path`, as on POSIX systems.
"use strict";

function normalizeParts(text, absolute) {
  const parts = [];
  for (const part of text.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !absolute) parts.push(part);
  }
  return parts.join("/");
}

const path = {
  sep: "/",
  delimiter: ":",
  isAbsolute: (text) => text.startsWith("/"),
  normalize(text) {
    if (text === "") return ".";
    const absolute = text.startsWith("/"), inner = normalizeParts(text, absolute);
    const tail = text.endsWith("/") && inner ? "/" : "";
    return (absolute ? "/" : "") + inner + tail || (absolute ? "/" : ".");
  },
  join: (...parts) => path.normalize(parts.filter((part) => part !== "").join("/")),
  resolve(...parts) {
    let whole = "";
    for (const part of parts.reverse()) {
      if (part === "") continue;
      whole = whole ? `${part}/${whole}` : part;
      if (part.startsWith("/")) break;
    }
    return "/" + normalizeParts(whole, true);
  },
  dirname(text) {
    const trimmed = text.replace(/\/+$/, ""), at = trimmed.lastIndexOf("/");
    if (at < 0) return trimmed === "" && text.startsWith("/") ? "/" : ".";
    return at === 0 ? "/" : trimmed.slice(0, at);
  },
  basename(text, ending = "") {
    const name = text.replace(/\/+$/, "").split("/").pop();
    return ending && name !== ending && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  },
  extname(text) {
    const name = path.basename(text), at = name.lastIndexOf(".");
    return at > 0 ? name.slice(at) : "";
  },
  relative(from, to) {
    const a = path.resolve(from).split("/").filter(Boolean), b = path.resolve(to).split("/").filter(Boolean);
    let same = 0;
    while (same < a.length && same < b.length && a[same] === b[same]) same++;
    return [...a.slice(same).map(() => ".."), ...b.slice(same)].join("/");
  },
  parse(text) {
    const base = path.basename(text), ext = path.extname(text), dir = text === base ? "" : path.dirname(text);
    return { root: text.startsWith("/") ? "/" : "", dir, base, ext, name: ext ? base.slice(0, -ext.length) : base };
  },
  format: ({ dir, root = "", base, name = "", ext = "" }) =>
    (dir ? `${dir}/` : root) + (base ?? name + ext),
};
module.exports = path;
path.posix = path;
