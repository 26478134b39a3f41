class TtlCache {
  #entries = new Map();

  put(key, value, ttlMs) {
    if (ttlMs < 1) throw new RangeError("a time to live must be at least 1 ms");
    this.#entries.set(key, { value, until: Date.now() + ttlMs });
  }

  get(key) {
    const entry = this.#entries.get(key);
    return entry !== undefined && Date.now() < entry.until ? entry.value : null;
  }

  size() {
    const now = Date.now();
    for (const [key, { until }] of this.#entries) {
      if (until <= now) this.#entries.delete(key);
    }
    return this.#entries.size;
  }
}

module.exports = { TtlCache };
