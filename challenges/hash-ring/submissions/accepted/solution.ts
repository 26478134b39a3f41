function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      yield code;
      continue;
    }
    const length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    yield ((0xf00 >> length) & 0xff) | (code >> (6 * (length - 1)));
    for (let rest = length - 2; rest >= 0; rest--) yield 0x80 | ((code >> (6 * rest)) & 0x3f);
  }
}

function fnv1a(text: string): number {
  let value = 2166136261;
  for (const byte of utf8(text)) value = Math.imul(value ^ byte, 16777619);
  return value >>> 0;
}

function firstAtLeast(points: Float64Array, at: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function assign(nodes: string[], replicas: number, keys: string[]): Map<string, string> {
  if (nodes.length === 0 || replicas < 1) throw new Error("an empty ring");

  const owners = new Map<number, string>();
  for (const node of nodes) {
    for (let replica = 0; replica < replicas; replica++) {
      const point = fnv1a(`${node}#${replica}`);
      if (!owners.has(point)) owners.set(point, node);
    }
  }
  const points = Float64Array.from(owners.keys()).sort();
  const assigned = new Map<string, string>();
  for (const key of keys) {
    const first = firstAtLeast(points, fnv1a(key)) % points.length;
    assigned.set(key, owners.get(points[first])!);
  }
  return assigned;
}
