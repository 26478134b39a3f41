// Forgets what an inner transaction changed once it is committed: the one around it cannot undo that.
class Store {
  constructor() {
    this.values = new Map();
    this.counts = new Map();
    this.transactions = [];
  }

  set(key, value) {
    this.change(key, value);
  }

  get(key) {
    return this.values.get(key) ?? null;
  }

  remove(key) {
    if (!this.values.has(key)) return false;
    this.change(key, null);
    return true;
  }

  count(value) {
    return this.counts.get(value) ?? 0;
  }

  start() {
    this.transactions.push([]);
  }

  commit() {
    if (this.transactions.length === 0) throw new Error("no transaction");
    this.transactions.pop();
  }

  rollback() {
    if (this.transactions.length === 0) throw new Error("no transaction");
    for (const [key, before] of this.transactions.pop().reverse()) this.put(key, before);
  }

  change(key, value) {
    this.transactions.at(-1)?.push([key, this.get(key)]);
    this.put(key, value);
  }

  put(key, value) {
    const before = this.values.get(key);
    if (before !== undefined) this.counts.set(before, this.counts.get(before) - 1);
    if (value === null) {
      this.values.delete(key);
    } else {
      this.values.set(key, value);
      this.counts.set(value, this.count(value) + 1);
    }
  }
}
