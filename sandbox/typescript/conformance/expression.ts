import * as fs from "fs";

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  sum(): number {
    let value = this.product();
    for (;;) {
      const sign = this.text[this.at];
      if (sign !== "+" && sign !== "-") return value;
      this.at++;
      const right = this.product();
      value = sign === "+" ? value + right : value - right;
    }
  }

  product(): number {
    let value = this.atom();
    while (this.text[this.at] === "*") {
      this.at++;
      value *= this.atom();
    }
    return value;
  }

  atom(): number {
    if (this.text[this.at] === "(") {
      this.at++;
      const value = this.sum();
      this.at++;
      return value;
    }
    const start = this.at;
    while (this.text[this.at] >= "0" && this.text[this.at] <= "9") this.at++;
    return Number(this.text.slice(start, this.at));
  }
}

const n: number = Number(fs.readFileSync(0, "utf8"));
const terms = Array.from({ length: n }, (_, k) => k + 1).map((i) => `(${i}+${i + 1}*${i + 2}-${i + 3})`);
console.log(new Parser(terms.join("+")).sum());
