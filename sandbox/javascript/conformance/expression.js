const fs = require("fs");

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  sum() {
    let value = this.product();
    for (;;) {
      const sign = this.text[this.at];
      if (sign !== "+" && sign !== "-") return value;
      this.at++;
      const right = this.product();
      value = sign === "+" ? value + right : value - right;
    }
  }

  product() {
    let value = this.atom();
    while (this.text[this.at] === "*") {
      this.at++;
      value *= this.atom();
    }
    return value;
  }

  atom() {
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

const n = Number(fs.readFileSync(0, "utf8"));
const terms = Array.from({ length: n }, (_, k) => k + 1).map((i) => `(${i}+${i + 1}*${i + 2}-${i + 3})`);
console.log(new Parser(terms.join("+")).sum());
