const fs = require("fs");

class MinHeap {
  items = [];

  push(item) {
    const { items } = this;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent] <= item) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = item;
  }

  pop() {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    const size = items.length;
    if (size > 0) {
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && items[child + 1] < items[child]) child++;
        if (items[child] >= last) break;
        items[at] = items[child];
        at = child;
      }
      items[at] = last;
    }
    return top;
  }
}

const n = Number(fs.readFileSync(0, "utf8"));
const heap = new MinHeap();
let x = 42;
for (let i = 0; i < n; i++) {
  x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
  heap.push(x);
}
let sum = 0;
for (let i = 0; i < n; i++) sum = (sum + heap.pop() * (i % 10)) % 1_000_000_007;
console.log(sum);
