class Store {
  #values = new Map();
  #counts = new Map();
  #changes = []; // what keys had before each change of the open transactions
  #starts = []; // how many changes there were when each of them began

  set(key, value) {
    this.#change(key, value);
  }

  get(key) {
    return this.#values.get(key) ?? null;
  }

  remove(key) {
    if (!this.#values.has(key)) return false;
    this.#change(key, null);
    return true;
  }

  count(value) {
    return this.#counts.get(value) ?? 0;
  }

  start() {
    this.#starts.push(this.#changes.length);
  }

  commit() {
    this.#end();
    if (this.#starts.length === 0) this.#changes = [];
  }

  rollback() {
    const start = this.#end();
    while (this.#changes.length > start) {
      const [key, before] = this.#changes.pop();
      this.#put(key, before);
    }
  }

  #end() {
    if (this.#starts.length === 0) throw new Error("no transaction");
    return this.#starts.pop();
  }

  #change(key, value) {
    if (this.#starts.length > 0) this.#changes.push([key, this.get(key)]);
    this.#put(key, value);
  }

  #put(key, value) {
    const before = this.#values.get(key);
    if (before !== undefined) this.#counts.set(before, this.#counts.get(before) - 1);
    if (value === null) {
      this.#values.delete(key);
    } else {
      this.#values.set(key, value);
      this.#counts.set(value, this.count(value) + 1);
    }
  }
}

module.exports = { Store };
