// The UTF-8 bytes are made from the code points: there need not be a TextEncoder.
function fnv1a(text) {
  let value = 2166136261;
  const add = (byte) => (value = Math.imul(value ^ byte, 16777619));
  for (const character of text) {
    const code = character.codePointAt(0);
    if (code < 0x80) {
      add(code);
    } else if (code < 0x800) {
      add(0xc0 | (code >> 6));
      add(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
      add(0xe0 | (code >> 12));
      add(0x80 | ((code >> 6) & 0x3f));
      add(0x80 | (code & 0x3f));
    } else {
      add(0xf0 | (code >> 18));
      add(0x80 | ((code >> 12) & 0x3f));
      add(0x80 | ((code >> 6) & 0x3f));
      add(0x80 | (code & 0x3f));
    }
  }
  return value >>> 0;
}

function firstAtLeast(points, at) {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function assign(nodes, replicas, keys) {
  if (nodes.length === 0 || replicas < 1) throw new Error("an empty ring");

  const owners = new Map();
  for (const node of nodes) {
    for (let replica = 0; replica < replicas; replica++) {
      const point = fnv1a(`${node}#${replica}`);
      if (!owners.has(point)) owners.set(point, node);
    }
  }
  const points = Float64Array.from(owners.keys()).sort();
  return new Map(keys.map((key) => [key, owners.get(points[firstAtLeast(points, fnv1a(key)) % points.length])]));
}

module.exports = { assign };
