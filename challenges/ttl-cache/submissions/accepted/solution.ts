interface Entry {
  value: number;
  until: number;
}

export class TtlCache {
  private readonly entries = new Map<string, Entry>();

  put(key: string, value: number, ttlMs: number): void {
    if (ttlMs < 1) throw new RangeError("a time to live must be at least 1 ms");
    this.entries.set(key, { value, until: Date.now() + ttlMs });
  }

  get(key: string): number | null {
    const entry = this.entries.get(key);
    return entry !== undefined && Date.now() < entry.until ? entry.value : null;
  }

  size(): number {
    const now = Date.now();
    for (const [key, { until }] of this.entries) {
      if (until <= now) this.entries.delete(key);
    }
    return this.entries.size;
  }
}
