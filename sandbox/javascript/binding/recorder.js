class Recorder {
  #numbers = [];
  #made = Date.now();

  constructor(start) {
    if (start < 0) throw new Error("the start is below zero");
    this.start = start;
  }

  echo(value) {
    return value;
  }

  push(number) {
    this.#numbers.push(number);
  }

  pop() {
    if (this.#numbers.length === 0) throw new Error("there is no number");
    return this.#numbers.pop();
  }

  dropAll() {
    if (this.#numbers.length === 0) throw new Error("there is no number");
    this.#numbers = [];
  }

  total() {
    return this.#numbers.reduce((sum, number) => sum + number, this.start);
  }

  elapsedMs() {
    return Date.now() - this.#made;
  }

  find(place) {
    return this.#numbers[place];
  }
}

module.exports = { Recorder };
