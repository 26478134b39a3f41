export class Store {
  private readonly values = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private changes: [string, string | null][] = []; // what keys had before each change of the open transactions
  private readonly starts: number[] = []; // how many changes there were when each of them began

  set(key: string, value: string): void {
    this.change(key, value);
  }

  get(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  remove(key: string): boolean {
    if (!this.values.has(key)) return false;
    this.change(key, null);
    return true;
  }

  count(value: string): number {
    return this.counts.get(value) ?? 0;
  }

  start(): void {
    this.starts.push(this.changes.length);
  }

  commit(): void {
    this.end();
    if (this.starts.length === 0) this.changes = [];
  }

  rollback(): void {
    const undone = this.changes.splice(this.end());
    for (const [key, before] of undone.reverse()) this.put(key, before);
  }

  private end(): number {
    const start = this.starts.pop();
    if (start === undefined) throw new Error("no transaction");
    return start;
  }

  private change(key: string, value: string | null): void {
    if (this.starts.length > 0) this.changes.push([key, this.get(key)]);
    this.put(key, value);
  }

  private put(key: string, value: string | null): void {
    const before = this.values.get(key);
    if (before !== undefined) this.counts.set(before, this.count(before) - 1);
    if (value === null) {
      this.values.delete(key);
    } else {
      this.values.set(key, value);
      this.counts.set(value, this.count(value) + 1);
    }
  }
}
