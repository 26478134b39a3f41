class Store {
  #values = new Map();
  #counts = new Map();
  #changes = []; // what keys had before each change of the open transactions
  #begins = []; // how many changes there were when each of them began

  set(key, value) {
    this.#change(key, value);
  }

  get(key) {
    return this.#values.get(key) ?? null;
  }

  delete(key) {
    if (!this.#values.has(key)) return false;
    this.#change(key, null);
    return true;
  }

  count(value) {
    return this.#counts.get(value) ?? 0;
  }

  begin() {
    this.#begins.push(this.#changes.length);
  }

  commit() {
    this.#end();
    if (this.#begins.length === 0) this.#changes = [];
  }

  rollback() {
    const begin = this.#end();
    while (this.#changes.length > begin) {
      const [key, before] = this.#changes.pop();
      this.#put(key, before);
    }
  }

  #end() {
    if (this.#begins.length === 0) throw new Error("no transaction");
    return this.#begins.pop();
  }

  #change(key, value) {
    if (this.#begins.length > 0) this.#changes.push([key, this.get(key)]);
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
