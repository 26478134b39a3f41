class Recorder<Everything> {
  private numbers: number[] = [];
  private readonly made: number = Date.now();

  constructor(private start: number) {
    if (start < 0) throw new RangeError("the start is below zero");
  }

  echo(value: Everything): Everything {
    return value;
  }

  push(number: number): void {
    this.numbers.push(number);
  }

  pop(): number {
    const last = this.numbers.pop();
    if (last === undefined) throw new RangeError("there is no number");
    return last;
  }

  dropAll(): void {
    if (this.numbers.length === 0) throw new RangeError("there is no number");
    this.numbers = [];
  }

  total(): number {
    return this.numbers.reduce((sum, number) => sum + number, this.start);
  }

  elapsedMs(): number {
    return Date.now() - this.made;
  }

  find(place: number): number | null {
    return this.numbers[place] ?? null;
  }
}
