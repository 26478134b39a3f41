// A Map keeps its keys in the order in which they were put in.
class LruCache {
  #capacity;
  #entries = new Map();

  constructor(capacity) {
    if (capacity < 1) throw new RangeError("capacity must be at least 1");
    this.#capacity = capacity;
  }

  get(key) {
    if (!this.#entries.has(key)) return null;
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  put(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value);
  }

  size() {
    return this.#entries.size;
  }
}

module.exports = { LruCache };
