// The module `url`, as far as files go.
"use strict";
exports.fileURLToPath = (url) => decodeURIComponent(String(url.href ?? url).replace(/^file:\/\//, ""));
exports.pathToFileURL = (path) => ({ href: `file://${encodeURI(path)}`, toString: () => `file://${encodeURI(path)}` });
