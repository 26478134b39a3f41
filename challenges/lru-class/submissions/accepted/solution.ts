interface Entry {
  key: number;
  value: number;
  older: Entry;
  newer: Entry;
}

export class LruCache {
  private readonly places = new Map<number, Entry>();
  private readonly ends = {} as Entry; // `ends.newer` is the oldest entry, `ends.older` the newest

  constructor(private readonly capacity: number) {
    if (capacity < 1) throw new RangeError("capacity must be at least 1");
    this.ends.older = this.ends.newer = this.ends;
  }

  get(key: number): number | null {
    const entry = this.places.get(key);
    if (entry === undefined) return null;
    this.takeOut(entry);
    this.makeNewest(entry);
    return entry.value;
  }

  put(key: number, value: number): void {
    let entry = this.places.get(key);
    if (entry !== undefined) {
      entry.value = value;
      this.takeOut(entry);
    } else {
      if (this.places.size === this.capacity) {
        const oldest = this.ends.newer;
        this.takeOut(oldest);
        this.places.delete(oldest.key);
      }
      entry = { key, value, older: this.ends, newer: this.ends };
      this.places.set(key, entry);
    }
    this.makeNewest(entry);
  }

  size(): number {
    return this.places.size;
  }

  private takeOut(entry: Entry): void {
    entry.older.newer = entry.newer;
    entry.newer.older = entry.older;
  }

  private makeNewest(entry: Entry): void {
    entry.newer = this.ends;
    entry.older = this.ends.older;
    entry.older.newer = entry;
    this.ends.older = entry;
  }
}
